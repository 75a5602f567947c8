import { expect, test } from 'vitest'
import { drawList } from '../../drawing/drawList'
import { story } from '../../testing/story'
import { describeFrame } from './describeFrame'

// What the words have in somebody's hand is drawn there.

const person = (name: string) => ['character', name] as const
const frameOf = (text: string, things: readonly string[], parenthetical = '') => {
  const dialogue = parenthetical ? [{ character: 'ANN', extension: '', parenthetical, text: 'Well.' }] : []
  const s = story({ text, dialogue }, [person('Ann'), person('Bob'), ...things.map((name) => ['prop', name] as const)])
  const frame = describeFrame(s.p.store, s.shot.id, 'end')
  const of = (name: string) => frame.subjects.find((one) => one.name === name)!
  return { frame, of }
}

test('a thing of the shot moves into the hand of whoever has it, higher where that is raised', () => {
  const [held, apart] = [frameOf('Ann holds the bottle.', ['Bottle']), frameOf('Ann looks at the bottle.', ['Bottle'])]
  const gap = ({ of }: typeof held) => Math.abs(of('Bottle').x - of('Ann').x)
  expect(gap(held)).toBeLessThan(0.1)
  expect(gap(apart)).toBeGreaterThan(0.1)
  const raised = frameOf('Ann drinks from the bottle.', ['Bottle'])
  expect(raised.of('Bottle').y).toBeLessThan(held.of('Bottle').y)
})

test('what several have, and what only words tell of, is drawn in each hand', () => {
  const both = frameOf('Ann and Bob hold the lantern.', ['Lantern'])
  expect([both.of('Ann').inHand, both.of('Bob').inHand]).toEqual([undefined, 'the lantern'])
  const words = frameOf('Ann picks up a bottle.', [])
  expect(words.of('Ann').inHand).toBe('a bottle')
  const ops = (frame: typeof words.frame) => JSON.stringify(drawList(frame)).length
  expect(ops(words.frame)).toBeGreaterThan(ops(frameOf('Ann waits.', []).frame) + 200)
})

test('a glass that a parenthetical raises is raised', () => {
  expect(frameOf('', [], 'beer raised').of('Ann').pose).toBe('drink')
})
