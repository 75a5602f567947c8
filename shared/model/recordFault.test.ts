import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomRecord } from '../testing/randomRecord'
import { seededRandom } from '../testing/random'
import { recordFault } from './recordFault'
import { tableNames } from './tableNames'
import { tableSchemas } from './tables'

const plain = {
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

test('the quick look at assignments lets nothing through that the schema refuses', () => {
  const anything = fc.oneof(
    fc.constantFrom(
      null,
      undefined,
      '',
      'x',
      'user',
      'enters',
      'throughout',
      0,
      1,
      0.5,
      -1,
      2,
      Number.NaN,
      Infinity,
      1e20,
      {},
      [],
    ),
    fc.string({ minLength: 79, maxLength: 82 }),
    fc.double(),
  )
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(plain)), anything, fc.constantFrom(0, 0.3), (field, value, enterAt) => {
      const presence = enterAt ? 'enters' : 'throughout'
      const record = { ...plain, enterAt, presence, [field]: value }
      expect(recordFault('assignments', record) === null).toBe(tableSchemas.assignments.safeParse(record).success)
    }),
    { numRuns: 2000 },
  )
})
