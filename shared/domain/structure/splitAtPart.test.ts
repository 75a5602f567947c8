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

test('the pieces are the sentences of the paragraphs, then of the speeches', () => {
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

test('presences are cut as in any split, and a piece outside is no place to split', () => {
  const { p, alice, split } = shot()
  const { first, second } = split(3)
  expect([p.assignment(first, alice)?.presence, p.assignment(second, alice)]).toEqual(['exits', undefined])
  expect(() => split(9)).toThrow('no sentence ends there')
})

test('a paragraph and a speech are cut between their sentences, and every word is kept', () => {
  const p = new TestProject({ fps: 24 })
  const scene = p.scene()
  const walk = p.shot(scene, { text: 'Mr. Finch stops. He turns.\nHe runs.', dialogue: [], durationSeconds: 6 })
  const halves = p.run((draft) => splitAtPart(draft, { shotId: walk.id, part: 1 }))
  expect([halves.first.text, halves.second.text]).toEqual(['Mr. Finch stops.', 'He turns.\nHe runs.'])
  const bob = { character: 'BOB', extension: 'V.O.', parenthetical: '', text: 'Come in! Sit down.' }
  const talk = p.shot(scene, { text: 'Bob waves.', dialogue: [bob], durationSeconds: 6 })
  const { first, second } = p.run((draft) => splitAtPart(draft, { shotId: talk.id, part: 2 }))
  expect([first.text, first.dialogue, second.text, second.dialogue]).toEqual([
    'Bob waves.',
    [{ ...bob, text: 'Come in!' }],
    '',
    [{ ...bob, text: 'Sit down.' }],
  ])
})

test('a shot of one sentence is refused in words', () => {
  const p = new TestProject({ fps: 24 })
  const one = p.shot(p.scene(), { text: 'Alice waits.', dialogue: [], durationSeconds: 2 })
  expect(() => p.run((draft) => splitAtPart(draft, { shotId: one.id, part: 1 }))).toThrow(
    `Not split: no sentence ends there inside shot ${one.number}.`,
  )
})
