import { describe, expect, test } from 'vitest'
import {
  dropPlaceAt,
  layOut,
  leftOf,
  scenePlaceAt,
  sectionsBetween,
  shotBeside,
  size,
  type BoardLook,
} from './boardLayout'

const look: BoardLook = { width: 1048, perRow: 4, aspect: 16 / 9, pictures: 2, text: true, foot: true }
const scenes = [
  { sceneId: 'room', shotIds: ['1', '2', '3', '4', '5', '6'] },
  { sceneId: 'void', shotIds: [] },
  { sceneId: 'garden', shotIds: ['7', '8', '9', '10'] },
]
const layout = layOut(scenes, look)
const rows = (from = layout) => from.items.map((i) => (i.kind === 'head' ? i.sceneId : i.shotIds.join(' ')))

test('shots stand in rows under their scene, a scene without any has a place for its first', () => {
  expect(rows()).toEqual(['room', '1 2 3 4', '5 6', 'void', '', 'garden', '7 8 9 10'])
  expect(layout.items.map((i) => i.kind === 'row' && i.adds)).toEqual([false, false, true, false, true, false, false])
  expect(layout.panel.width).toBe((1048 - 24 - 36) / 4)
  expect(
    layout.items.every((item, i) => i === 0 || item.top >= layout.items[i - 1]!.top + layout.items[i - 1]!.height),
  ).toBe(true)
})

test('a folded scene keeps its head only, and its shots are out of the order', () => {
  const folded = layOut(scenes, look, { room: true })
  expect(rows(folded)).toEqual(['room', 'void', '', 'garden', '7 8 9 10'])
  expect(folded.order).toEqual(['7', '8', '9', '10'])
})

test.each([1, 2, 3, 4, 5, 6])('%i in a row fit the width', (perRow) => {
  const { panel } = layOut(scenes, { ...look, perRow })
  expect(perRow * panel.width + (perRow - 1) * size.gap + 2 * size.pad).toBeCloseTo(1048)
})

test('only what a stretch touches is asked for, and the head of its scene', () => {
  const touched = (from: number, to: number) =>
    sectionsBetween(layout, from, to).map(({ head, rows }) => [head.sceneId, ...rows.map((r) => r.shotIds.join(' '))])
  expect(touched(0, 10)).toEqual([['room']])
  const { top } = layout.items[2]!
  expect(touched(top, top + 5)).toEqual([['room', '5 6']])
  expect(touched(top, layout.items[6]!.top)).toEqual([
    ['room', '5 6'],
    ['void', ''],
    ['garden', '7 8 9 10'],
  ])
  expect(touched(layout.height + 50, layout.height + 90)).toEqual([])
})

test('a scene is dropped before the one whose middle the pointer has not passed', () => {
  const [room, , garden] = layout.sections
  const index = (y: number) => scenePlaceAt(layout, { x: 0, y }).index
  expect([index(0), index(room!.height * 0.6), index(garden!.head.top + 5), index(layout.height)]).toEqual([0, 1, 2, 3])
})

describe('the arrows', () => {
  test.each([
    ['4', 'right', '5'],
    ['6', 'right', '7'],
    ['7', 'left', '6'],
    ['3', 'down', '6'],
    ['6', 'down', '8'],
    ['9', 'up', '6'],
    ['1', 'left', null],
    ['10', 'down', null],
    ['gone', 'down', null],
  ] as const)('from %s %s to %s', (from, way, to) => {
    expect(shotBeside(layout, from, way)).toBe(to)
  })
})

describe('a drop', () => {
  const row = layout.items[1]!
  const at = (column: number, part: number, y = row.top + 20) =>
    dropPlaceAt(layout, { x: leftOf(layout, column) + layout.panel.width * part, y })
  test('goes to the nearer side of the panel under the pointer', () => {
    expect(at(1, 0.3)).toMatchObject({ sceneId: 'room', index: 1 })
    expect(at(1, 0.7)).toMatchObject({ sceneId: 'room', index: 2 })
    expect(at(3, 0.9)).toMatchObject({ sceneId: 'room', index: 4 })
  })
  test('goes to the end of a row that is not full, and into a scene without shots', () => {
    expect(at(3, 0.5, layout.items[2]!.top + 5)).toMatchObject({ sceneId: 'room', index: 6 })
    expect(at(2, 0.5, layout.items[4]!.top + 5)).toMatchObject({ sceneId: 'void', index: 0 })
  })
  test('on a head goes to the beginning, of a folded scene to its end', () => {
    expect(at(2, 0.5, layout.items[5]!.top + 5)).toMatchObject({ sceneId: 'garden', index: 0 })
    const folded = layOut(scenes, look, { room: true })
    expect(dropPlaceAt(folded, { x: 300, y: 5 })).toMatchObject({ sceneId: 'room', index: 6 })
  })
  test('beyond the last row goes into it; on an empty board nowhere', () => {
    expect(at(0, 0.1, layout.height + 500)).toMatchObject({ sceneId: 'garden', index: 0 })
    expect(dropPlaceAt(layOut([], look), { x: 0, y: 0 })).toBeNull()
  })
})
