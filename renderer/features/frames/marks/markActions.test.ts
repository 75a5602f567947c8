// @vitest-environment jsdom
import { expect, test } from 'vitest'
import type { MarkPoints } from '@shared/model/mark'
import { markName, thinned } from './markActions'

test('a straight line keeps its ends alone, a corner stays', () => {
  const straight = Array.from({ length: 50 }, (_, i): [number, number] => [i / 100, 0.2])
  expect(thinned(straight)).toEqual([
    [0, 0.2],
    [0.49, 0.2],
  ])
  const corner: MarkPoints = [...straight, [0.49, 0.4], [0.49, 0.6]]
  expect(thinned(corner)).toEqual([
    [0, 0.2],
    [0.49, 0.2],
    [0.49, 0.6],
  ])
})

test('what is left of a circle lies within a thousandth of it', () => {
  const circle = Array.from({ length: 721 }, (_, i): [number, number] => [
    0.5 + 0.2 * Math.cos((i * Math.PI) / 360),
    0.5 + 0.2 * Math.sin((i * Math.PI) / 360),
  ])
  const left = thinned(circle)
  expect(left.length).toBeLessThan(80)
  left.slice(1).forEach(([x, y], i) => {
    const [px, py] = left[i]!
    expect(0.2 - Math.hypot((x + px) / 2 - 0.5, (y + py) / 2 - 0.5)).toBeLessThan(0.001)
  })
})

test('a list tells marks apart', () => {
  const name = (fields: Partial<Parameters<typeof markName>[0]>) =>
    markName({
      kind: 'arrow',
      text: '',
      points: [
        [0.5, 0.5],
        [0.9, 0.4],
      ],
      ...fields,
    })
  expect(name({})).toBe('Arrow to the right')
  expect(
    name({
      points: [
        [0.5, 0.5],
        [0.4, 0.9],
      ],
    }),
  ).toBe('Arrow down')
  expect(name({ kind: 'text', text: 'closer' })).toBe('“closer”')
})
