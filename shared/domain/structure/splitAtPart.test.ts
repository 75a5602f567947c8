import { expect, test } from 'vitest'
import { TestProject } from '../../testing/testProject'
import { partsOf, splitAtPart } from './splitAtPart'

function shot() {
  const p = new TestProject({ fps: 24 })
  const say = (character: string, text: string) => ({ character, extension: '', parenthetical: '', text })
  const one = p.shot(p.scene(), {
    text: 'Alice waits.\n\nBob comes in.',
    dialogue: [say('BOB', 'Hello there, Alice.'), say('ALICE', 'Hi.')],
    durationSeconds: 8,
  })
  const alice = p.asset('character', 'Alice')
  p.put(one, alice, { presence: 'exits', exitAt: 0.5 })
  const split = (part: number) => p.run((draft) => splitAtPart(draft, { shotId: one.id, part }))
  return { p, one, alice, split }
}

test('the pieces are the sentences of the action, then those of the speeches', () => {
  expect(partsOf(shot().one).map((part) => `${part.who}:${part.words}`)).toEqual([
    ':Alice waits.',
    ':Bob comes in.',
    'BOB:Hello there, Alice.',
    'ALICE:Hi.',
  ])
})

test.each([
  [1, 'Alice waits.', [], 'Bob comes in.', ['BOB', 'ALICE'], 43],
  [2, 'Alice waits.\n\nBob comes in.', [], '', ['BOB', 'ALICE'], 107],
  [3, 'Alice waits.\n\nBob comes in.', ['BOB'], '', ['ALICE'], 171],
])(
  'before piece %i words go with their half, and length follows the words',
  (part, text, cues, rest, laterCues, frames) => {
    const { split } = shot()
    const { first, second } = split(part)
    expect([
      first.text,
      first.dialogue.map((d) => d.character),
      second.text,
      second.dialogue.map((d) => d.character),
    ]).toEqual([text, cues, rest, laterCues])
    expect([first.durationFrames, second.durationFrames]).toEqual([frames, 192 - frames])
  },
)

test('a paragraph and a speech are cut between their sentences; a cut speech keeps its cue', () => {
  const { p, one, split } = shot()
  const line = { character: 'BOB', extension: 'O.S.', parenthetical: 'low', text: 'Is it you? It is.' }
  p.run((draft) => draft.update('shots', one.id, { text: 'Mr. Hale waits. He coughs.\n\nRain.', dialogue: [line] }))
  const { first, second } = split(1)
  expect([first.text, second.text, second.dialogue]).toEqual(['Mr. Hale waits.', 'He coughs.\n\nRain.', [line]])
  const { first: before, second: after } = p.run((draft) => splitAtPart(draft, { shotId: second.id, part: 3 }))
  expect([before.text, before.dialogue]).toEqual(['He coughs.\n\nRain.', [{ ...line, text: 'Is it you?' }]])
  expect([after.text, after.dialogue]).toEqual(['', [{ ...line, parenthetical: '', text: 'It is.' }]])
})

test('a shot of one piece is refused with a sentence', () => {
  const { p } = shot()
  const one = p.shot(p.scene(), { text: 'Alice waits.' })
  expect(() => p.run((draft) => splitAtPart(draft, { shotId: one.id, part: 1 }))).toThrow(
    `Not split: shot ${one.number} says one thing only.`,
  )
})

test('presences are cut as in any split, and a piece outside is no place to split', () => {
  const { p, alice, split } = shot()
  const { first, second } = split(3)
  expect([p.assignment(first, alice)?.presence, p.assignment(second, alice)]).toEqual(['exits', undefined])
  expect(() => split(9)).toThrow('expected a number')
})
