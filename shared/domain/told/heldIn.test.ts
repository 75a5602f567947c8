import { expect, test } from 'vitest'
import { story } from '../../testing/story'
import { changedInputs } from '../results/compareInputs'
import { promptInputs, writtenPrompt } from '../results/resultInputs'
import { renderPrompt } from '../prompts/renderPrompt'

// What is in somebody's hands in the shots behind those that tell of it (domain.md 4.5).

/** Shots of a scene with Ann and Bob, and with things that are in all of them. */
function scene(texts: readonly string[], things: readonly string[] = []) {
  const s = story({ text: texts[0]! }, [
    ['character', 'Ann'],
    ['character', 'Bob'],
    ...things.map((name) => ['prop', name] as const),
  ])
  const shots = [s.shot, ...texts.slice(1).map((text) => s.p.shot(s.scene, { text }))]
  for (const shot of shots.slice(1)) for (const asset of Object.values(s.assets)) s.p.put(shot, asset)
  const frame = (i: number, end: 'start' | 'end') =>
    /^In frame: .*$/m.exec(renderPrompt(s.p.store, shots[i]!.id, end, writtenPrompt(s.p.store, shots[i]!.id, end)))![0]
  return { ...s, shots, frame }
}

test.each([
  ['Ann picks up a lantern.', 'with a lantern in hand'],
  ['Ann, carrying a tray, waits.', 'with a tray in hand'],
  ['Ann comes in with two cold beers.', 'with two cold beers in hand'],
  ['Bob hands Ann a lantern.', 'with a lantern in hand'],
  ['Ann takes off her hat.', 'with her hat in hand'],
  ['Ann enters with flowers.', 'with flowers in hand'],
  ['Ann picks up the rings.', 'with the rings in hand'],
])('stays in hand: %s', (text, words) => {
  const { frame } = scene([text, 'Bob laughs.', 'Ann laughs.'])
  for (const i of [1, 2]) expect(frame(i, 'start')).toMatch(new RegExp(`Ann[^;]*${words}`))
})

test.each([
  ['Ann picks up a lantern.', 'Ann puts the lantern down.'],
  ['Ann picks up a lantern.', 'She sets it on the table.'],
  ['Ann picks up a lantern.', 'The lantern lies on the floor.'],
  ['Ann picks up a lantern.', 'Ann hugs Bob.'],
  ['Ann reads a newspaper.', 'Bob laughs.'],
  ['Ann takes off her coat.', 'Bob laughs.'],
  ['Ann opens the suitcase.', 'Bob laughs.'],
  ['Ann is counting the take from the bank.', 'Bob laughs.'],
])('is no longer in hand: %s %s', (...texts) => {
  const { frame } = scene([...texts, 'Bob waits.'])
  expect(frame(2, 'start')).not.toMatch(/in hand/)
})

test('who hands it over had it until then, and the other has it from then on', () => {
  const { frame } = scene(
    ['Ann picks up the phone.', 'Bob laughs.', 'Ann hands Bob the phone.', 'Ann laughs.'],
    ['Phone'],
  )
  expect(frame(2, 'start')).toMatch(/Ann[^;]*with the Phone in hand; Bob[^;]*$/)
  expect(frame(3, 'start')).toMatch(/; Bob[^;]*with the Phone in hand\.$/)
  expect(frame(3, 'start')).not.toMatch(/Ann[^;]*with the Phone[^;]*;/)
})

test('nobody holds three things, and what a shot shows that does not have the thing holds none', () => {
  const { frame } = scene(['Ann picks up a lantern.', 'Ann grabs a rope. Ann grabs an axe.', 'Bob laughs.'])
  expect(frame(2, 'start')).toMatch(/with a rope and an axe in hand/)
  expect(frame(2, 'start')).not.toContain('lantern')
})

test('goes with whoever goes, and ends where time has passed', () => {
  const s = scene(['Ann picks up a lantern.', 'Ann leaves.', 'Ann is back.'])
  s.p.put(s.shots[1]!, s.assets.Ann!, { presence: 'exits', exitAt: 0.5 })
  expect(s.frame(2, 'start')).not.toContain('lantern')
  const later = scene(['Ann picks up a lantern.', 'Ann laughs.'])
  later.p.run((draft) => draft.update('shots', later.shots[1]!.id, { timeJump: true }))
  expect(later.frame(1, 'start')).not.toContain('lantern')
})

test('is an input of what it shows in', () => {
  const { p, shots } = scene(['Ann picks up a lantern.', 'Ann laughs.'])
  const inputs = () => promptInputs(p.store, shots[1]!.id, 'start')
  const before = inputs()
  p.run((draft) => draft.update('shots', shots[0]!.id, { text: 'Ann picks up a knife.' }))
  expect(changedInputs(before, inputs())).toEqual(['scene/hands'])
})

test('what a scene leaves in hand is there in the next one, if that goes on without a break', () => {
  const s = scene(['Ann picks up a lantern.'])
  const next = (heading: string) => {
    const shot = s.p.shot(s.p.scene(heading), { text: 'Ann waits.' })
    s.p.put(shot, s.assets.Ann!)
    return renderPrompt(s.p.store, shot.id, 'start', writtenPrompt(s.p.store, shot.id, 'start'))
  }
  expect(next('INT. YARD - CONTINUOUS')).toContain('with a lantern in hand')
  expect(next('INT. ATTIC - NIGHT')).not.toContain('lantern')
})

test('whoever only reads it later has it not at first', () => {
  const { frame } = scene(['Ann waits. Ann reads the letter.'], ['Letter'])
  expect([frame(0, 'start'), frame(0, 'end')].map((words) => words.includes('with the Letter in hand'))).toEqual([
    false,
    true,
  ])
})
