import { asItself } from './assignment'
import { wholeFigure } from './transformation'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomRecord } from '../testing/randomRecord'
import { seededRandom } from '../testing/seededRandom'
import { recordFault } from './recordFault'
import { tableNames } from './tableNames'
import { tableSchemas } from './tables'

const plain = {
  ...asItself,
  id: 'x',
  shotId: 's',
  sceneAssetInstanceId: 'i',
  presence: 'throughout',
  enterAt: 0,
  exitAt: 1,
  enterFrom: null,
  exitTo: null,
  action: '',
  rank: null,
  origin: 'user',
  evidence: null,
  ordinal: 0,
}

test('every record that fits its schema has no fault', () => {
  const random = seededRandom(3)
  for (const table of tableNames)
    for (let i = 0; i < 20; i++) expect(recordFault(table, randomRecord(table, random))).toBeNull()
})

test('what does not fit is named by its field', () => {
  expect(recordFault('assignments', plain)).toBeNull()
  expect(recordFault('assignments', { ...plain, exitAt: 0.5 })).toBe('presence: the interval contradicts the presence')
  expect(recordFault('assets', { ...randomRecord('assets', seededRandom(1)), aliases: 5 })).toMatch(/^aliases: /)
  expect(recordFault('media', { ...randomRecord('media', seededRandom(1)), ext: '../x' })).toMatch(/^ext: /)
})

describe('the quick look', () => {
  const anything = fc.oneof(
    fc.constantFrom(null, undefined, '', 'x', 'user', 'enters', 'throughout', 'start', true, {}, []),
    fc.constantFrom(0, 1, 0.5, -1, -2, 2, 6, 10, 11, 1000, 1001, Number.NaN, Infinity, -Infinity, 1e20, 5e-324, -0),
    fc.string({ minLength: 79, maxLength: 82 }),
    fc.double(),
  )
  const blocking = {
    id: 'b',
    shotId: 's',
    sceneAssetInstanceId: 'i',
    frame: 'end',
    x: 0,
    y: 1,
    scale: 1,
    flip: true,
    depth: 0,
    ...wholeFigure,
  }
  const instance = { id: 'i', sceneId: 's', assetId: 'a', lookId: null, description: null }
  const entering = { ...plain, enterAt: 0.3, presence: 'enters' }

  test.each([
    ['assignments', plain],
    ['assignments', entering],
    ['sceneAssetInstances', instance],
    ['blockings', blocking],
  ] as const)('at %s lets nothing through that the schema refuses', (table, record) => {
    expect(recordFault(table, record)).toBeNull()
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(record)), anything, (field, value) => {
        const changed = { ...record, [field]: value }
        expect(recordFault(table, changed) === null).toBe(tableSchemas[table].safeParse(changed).success)
      }),
      { numRuns: 1000 },
    )
  })
})
