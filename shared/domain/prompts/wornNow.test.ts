import { expect, test } from 'vitest'
import { story } from '../../testing/story'
import { changedInputs } from '../results/compareInputs'
import { promptInputs, writtenPrompt } from '../results/resultInputs'
import { renderPrompt } from './renderPrompt'
import { withoutClothes } from './wornNow'

/** Shots of a scene with Ann, of whom a description tells clothes. */
function scene(texts: readonly string[], description = 'red-haired woman in a blue dress') {
  const s = story({ text: texts[0]! }, [['character', 'Ann', { description }]])
  const shots = [s.shot, ...texts.slice(1).map((text) => s.p.shot(s.scene, { text }))]
  for (const shot of shots.slice(1)) s.p.put(shot, s.assets.Ann!)
  const say = (i: number, prompt: 'start' | 'end' | 'video') =>
    renderPrompt(s.p.store, shots[i]!.id, prompt, writtenPrompt(s.p.store, shots[i]!.id, prompt))
  /** The prompt without its list, in which the words of the look stand. */
  const body = (i: number, prompt: 'start' | 'end' | 'video') => say(i, prompt).split('\n\n').at(-1)!
  return { ...s, shots, say, body }
}

test.each([
  'Ann, now in a green coat, waits.',
  'Ann puts on a green coat. She laughs.',
  'Ann, wearing a green coat, waits.',
])(
  'clothes that the text tells take the place of those of the description, there and in the shots behind: %s',
  (text) => {
    const { body, say } = scene([text, 'Ann laughs.'])
    for (const prompt of ['start', 'end'] as const) {
      expect(body(1, prompt)).toContain(
        'Ann (the red-haired woman) at centre, full figure, facing right, wearing a green coat',
      )
      expect(body(1, prompt)).not.toContain('dress')
    }
    expect(body(0, 'end')).not.toContain('dress')
    expect(body(0, 'end')).toContain('green coat')
    expect(body(1, 'video')).toContain('Ann (the red-haired woman in a green coat)')
    // What the look says stands in the list.
    expect(say(1, 'end')).toContain('Ann (character) — red-haired woman in a blue dress')
  },
)

test('until they are taken off, and not where the description says the same', () => {
  expect(
    scene(['Ann puts on a green coat.', 'Ann takes off the green coat.', 'Ann waits.']).body(2, 'start'),
  ).not.toContain('coat')
  expect(scene(['Ann, in a blue dress, waits.', 'Ann laughs.']).body(1, 'start')).not.toContain('wearing')
  expect(scene(['Ann puts on a green coat.', 'Ann waits.']).body(0, 'start')).toContain(
    'Ann (the red-haired woman in a blue dress)',
  )
})

test('is an input of what it shows in', () => {
  const { p, shots } = scene(['Ann puts on a green coat.', 'Ann waits.'])
  const before = promptInputs(p.store, shots[1]!.id, 'start')
  p.run((draft) => draft.update('shots', shots[0]!.id, { text: 'Ann laughs.' }))
  expect(changedInputs(before, promptInputs(p.store, shots[1]!.id, 'start'))).toEqual(['scene/worn'])
})

test.each([
  ['red-haired woman in a blue dress, mid-20s', 'red-haired woman mid-20s'],
  ['tall man, grey suit, bald', 'tall man, bald'],
  ['woman with red hair', 'woman with red hair'],
  ['blue dress', ''],
])('%s without clothes is %s', (description, rest) => {
  expect(withoutClothes(description)).toBe(rest)
})
