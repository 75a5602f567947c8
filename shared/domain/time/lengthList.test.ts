import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LengthList, type LengthRules } from './lengthList'

interface Item {
  key: number
  length: number
}
const rules: LengthRules<Item> = { compare: (a, b) => a.key - b.key, lengthOf: (item) => item.length }
const item = fc.record({ key: fc.integer({ min: 0, max: 600 }), length: fc.integer({ min: 0, max: 5 }) })
const step = fc.oneof(
  { weight: 3, arbitrary: item.map((i) => ({ add: i })) },
  { weight: 2, arbitrary: item.map((i) => ({ remove: i })) },
)

/** The same by hand: a sorted list, walked from its start. */
const sorted = (items: Map<number, Item>) => [...items.values()].sort(rules.compare)

function expectSame(list: LengthList<Item>, items: readonly Item[]): void {
  let start = 0
  for (const one of items) {
    expect(list.startOf(one)).toBe(start)
    expect(list.find({ ...one, length: -1 })).toBe(one)
    for (let offset = 0; offset < one.length; offset++) expect(list.at(start + offset)).toEqual({ item: one, start })
    start += one.length
  }
  expect([list.total, list.size]).toEqual([start, items.length])
  expect([
    list.at(-1),
    list.at(start),
    list.startOf({ key: -1, length: 1 }),
    list.find({ key: 601, length: 1 }),
  ]).toEqual([null, null, null, null])
  expect([...list.from(0)].map((laid) => laid.item)).toEqual(items.filter((one) => one.length > 0))
}

test('items lie end to end after any edits, and earlier lists stay what they were', () => {
  fc.assert(
    fc.property(fc.uniqueArray(item, { selector: (i) => i.key, maxLength: 400 }), fc.array(step), (start, steps) => {
      const items = new Map(start.map((i) => [i.key, i]))
      const first = LengthList.of(rules, sorted(items))
      const before = sorted(items)
      let list = first
      for (const edit of steps) {
        if ('add' in edit) {
          items.set(edit.add.key, edit.add)
          list = list.with(edit.add)
        } else {
          items.delete(edit.remove.key)
          list = list.without(edit.remove)
        }
      }
      expectSame(list, sorted(items))
      expectSame(first, before)
    }),
    { numRuns: 60 },
  )
})

test('a list that grew and shrank one by one is sound', () => {
  let list = LengthList.of(rules, [])
  const items = new Map<number, Item>()
  for (let i = 0; i < 600; i++) {
    const one = { key: (i * 367) % 601, length: i % 4 }
    items.set(one.key, one)
    list = list.with(one)
  }
  expectSame(list, sorted(items))
  for (let key = 0; key < 601; key++)
    if (key % 7) {
      items.delete(key)
      list = list.without({ key, length: 0 })
    }
  expectSame(list, sorted(items))
  for (const one of sorted(items)) list = list.without(one)
  expectSame(list, [])
})

test('looking up and editing compare and measure far fewer than all items', () => {
  let steps = 0
  const counting: LengthRules<Item> = {
    compare: (a, b) => (steps++, a.key - b.key),
    lengthOf: (one) => (steps++, one.length),
  }
  const all = Array.from({ length: 10_000 }, (_, key) => ({ key, length: 48 }))
  const list = LengthList.of(counting, all)
  const cost = (work: () => unknown) => {
    steps = 0
    work()
    return steps
  }
  const middle = { key: 5_000, length: 72 }
  expect(cost(() => list.startOf(middle))).toBeLessThan(200)
  expect(cost(() => list.at(240_000))).toBeLessThan(200)
  expect(cost(() => list.with(middle))).toBeLessThan(300)
  expect(cost(() => list.without(middle))).toBeLessThan(300)
})
