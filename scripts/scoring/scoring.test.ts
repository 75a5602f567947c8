import { describe, expect, test } from 'vitest'
import { scoreProbes } from './probes'
import { f1, noCount, precision, recall, tell, tellCell, noPresence } from './tally'

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
