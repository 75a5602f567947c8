import { expect, test } from 'vitest'
import type { DrawnMark } from '../model/mark'
import { distanceToMark, markBounds, markInks, markLetters, markOps } from './marks'

const size = { width: 1000, height: 500 }
const measure = (text: string, letters: number) => text.length * letters * 0.5
const mark = (fields: Partial<DrawnMark>): DrawnMark => ({
  kind: 'pen',
  points: [
    [0.1, 0.2],
    [0.3, 0.2],
    [0.3, 0.6],
  ],
  text: '',
  colour: 'red',
  width: 0.01,
  opacity: 0.5,
  ...fields,
})

test('a line has its ink over an edge that shows it on any picture, and its opacity as a whole', () => {
  const [op] = markOps([mark({})], size, measure)
  expect(op).toMatchObject({
    op: 'group',
    alpha: 0.5,
    ops: [
      { op: 'path', lineWidth: 8.5 },
      {
        op: 'path',
        lineWidth: 5,
        stroke: markInks.red,
        path: [
          ['M', 100, 100],
          ['Q', 300, 100, 300, 200],
          ['L', 300, 300],
        ],
      },
    ],
  })
})

test('an arrow has two barbs at its last point, a box four sides, a dot is seen', () => {
  const paths = (fields: Partial<DrawnMark>) => {
    const [op] = markOps([mark(fields)], size, measure)
    return op?.op === 'group' ? op.ops.flatMap((one) => (one.op === 'path' ? [one.path] : [])) : []
  }
  const [line, barbs] = paths({ kind: 'arrow' })
  expect([line, barbs?.[1]]).toEqual([
    [
      ['M', 100, 100],
      ['L', 300, 300],
    ],
    ['L', 300, 300],
  ])
  expect(paths({ kind: 'box' })[0]).toEqual([['M', 100, 100], ['L', 300, 100], ['L', 300, 300], ['L', 100, 300], ['Z']])
  expect(paths({ points: [[0.5, 0.5]] })[0]).toHaveLength(2)
})

test('words stand on a ground that stays in the picture', () => {
  const text = mark({ kind: 'text', text: 'one step closer', points: [[0.99, 0.99]] })
  expect(markLetters(text, size)).toBe(35)
  const box = markBounds(text, size, measure)
  expect(box.x + box.width).toBeCloseTo(1000)
  expect(box.y + box.height).toBeCloseTo(500)
  expect(box.width).toBeCloseTo(15 * 17.5 + 28)
  const [op] = markOps([{ ...text, text: 'word '.repeat(20) }], size, measure)
  expect(op?.op === 'group' ? op.ops.length : 0).toBe(4)
})

test('a point is as far from a mark as from its ink', () => {
  const from = (fields: Partial<DrawnMark>, x: number, y: number) =>
    distanceToMark(mark(fields), { x, y }, size, measure)
  expect(from({}, 200, 120)).toBeCloseTo(17.5)
  expect(from({}, 200, 101)).toBe(0)
  expect(from({ kind: 'box' }, 200, 200)).toBeCloseTo(97.5)
  expect(from({ kind: 'arrow' }, 200, 200)).toBe(0)
  expect(from({ kind: 'text', text: 'ab' }, 110, 110)).toBe(0)
})
