import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { scoreModern } from './modern'
import { scoreProbes } from './probes'
import { addCount, addPresence, f1, noCount, noPresence, precision, recall, tell, tellCell } from './tally'

describe('counting', () => {
  test('precision, recall and both', () => {
    const count = noCount()
    tell(count, true, true)
    tell(count, true, true)
    tell(count, true, false)
    tell(count, false, true)
    tell(count, false, false)
    expect(count).toEqual({ right: 2, extra: 1, missed: 1 })
    expect([precision(count), recall(count), f1(count)]).toEqual([2 / 3, 2 / 3, 2 / 3])
  })

  test('another way to come or go is both missed and extra', () => {
    const tally = noPresence()
    expect(tellCell(tally, 'enters', 'exits')).toBe(false)
    expect(tellCell(tally, 'throughout', 'throughout')).toBe(true)
    expect(tally.moves).toEqual({ right: 0, extra: 1, missed: 1 })
    expect(tally.there.right).toBe(2)
  })
})

test('invented scenes are read as they are marked', () => {
  const { tally, misread } = scoreProbes()
  expect(misread).toEqual([])
  expect(tally.shots).toBeGreaterThan(60)
})

test('invented scenes of many styles and languages are read nearly as they are marked', () => {
  const { tally, misread } = scoreProbes(resolve('scripts/scoring/probes/styles.json'))
  // Who sings from the other bank of a river is in sight.
  expect(misread.map(({ id }) => id)).toEqual(['m_duet'])
  expect(tally.shots).toBeGreaterThan(60)
})

test('further scenes, which the rules were hardly written by, are read as well as before', () => {
  const total = noPresence()
  for (const name of ['second', 'third'])
    addPresence(total, scoreProbes(resolve(`scripts/scoring/probes/styles-${name}.json`)).tally)
  expect(precision(total.there)).toBeGreaterThan(0.95)
  expect(recall(total.there)).toBeGreaterThan(0.93)
  expect(f1(total.moves)).toBeGreaterThan(0.78)
})

test('twelve scripts of ours, each in another form, are read nearly as they are marked', () => {
  const scores = scoreModern()
  expect(scores).toHaveLength(12)
  const total = noPresence()
  const [props, places] = [noCount(), noCount()]
  for (const score of scores) {
    addPresence(total, score.presence)
    addCount(props, score.props)
    addCount(places, score.places)
  }
  expect(precision(total.there)).toBeGreaterThan(0.95)
  expect(recall(total.there)).toBeGreaterThan(0.95)
  expect(f1(total.moves)).toBeGreaterThan(0.88)
  expect(total.shotsRight / total.shots).toBeGreaterThan(0.85)
  expect(precision(props)).toBeGreaterThan(0.7)
  expect(recall(props)).toBeGreaterThan(0.6)
  expect(precision(places)).toBeGreaterThan(0.9)
})

test.each([
  ['second', 0.95, 0.94, 0.78],
  ['third', 0.95, 0.98, 0.8],
] as const)(
  'further scenes (%s), marked before the reader saw them, are read as well as before',
  (name, right, found, moved) => {
    const total = noPresence()
    for (const { presence } of scoreModern(resolve(`scripts/scoring/modern-${name}`))) addPresence(total, presence)
    expect(precision(total.there)).toBeGreaterThan(right)
    expect(recall(total.there)).toBeGreaterThan(found)
    expect(f1(total.moves)).toBeGreaterThan(moved)
  },
)
