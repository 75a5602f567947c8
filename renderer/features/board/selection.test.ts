// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { chosen, idsOf, type Selection } from './selection'

const order = ['1', '2', '3', '4', '5']
const of = (...ids: string[]): Selection => ({ ids: new Set(ids), anchor: ids[0] ?? null, active: ids.at(-1) ?? null })
const ids = ({ ids: set }: Selection) => [...set].toSorted()

test('a click chooses one, Shift a range from where it began, Ctrl one more or one less', () => {
  const one = chosen(of('4', '5'), order, '2', 'alone')
  expect(ids(one)).toEqual(['2'])
  const range = chosen(one, order, '4', 'range')
  expect([ids(range), range.active, range.anchor]).toEqual([['2', '3', '4'], '4', '2'])
  expect(ids(chosen(range, order, '1', 'range'))).toEqual(['1', '2'])
  const more = chosen(one, order, '5', 'toggle')
  expect([ids(more), more.active]).toEqual([['2', '5'], '5'])
  const less = chosen(more, order, '5', 'toggle')
  expect([ids(less), less.active]).toEqual([['2'], '2'])
})

test('the last one is not taken out of the selection', () => {
  expect(ids(chosen(of('3'), order, '3', 'toggle'))).toEqual(['3'])
})

test('a range from a shot that is no longer on the board begins anew', () => {
  expect(ids(chosen(of('gone'), order, '3', 'range'))).toEqual(['3'])
})

test('a shot chosen elsewhere is the only one', () => {
  const several = of('1', '2', '3')
  expect([...idsOf(several, '3')]).toEqual(['1', '2', '3'])
  expect([...idsOf(several, '5')]).toEqual(['5'])
  expect([...idsOf(several, null)]).toEqual([])
})
