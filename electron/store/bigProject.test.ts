import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tableNames } from '@shared/model/tableNames'
import { sameValue } from '@shared/records/canonical'
import { RecordStore } from '@shared/records/recordStore'
import { brokenReferences } from '@shared/testing/brokenReferences'
import { invalidRecords } from '@shared/testing/recordDump'
import { bigChange, buildBigProject } from '../../bench/bigProject'
import { tempFolder } from '../testing/tempFolder'
import { openProject } from './openProject'

const small = { scenes: 3, shots: 20, assets: 12, perShot: 5, transformations: 10, blockings: 20 }

test('the big project has its size, valid records that hold together, and opens as it was built', () => {
  const folder = join(tempFolder(), 'big.exeunt')
  buildBigProject(folder)
  const project = openProject(folder, 'read')
  const { records } = project
  expect(['assets', 'shots', 'scenes', 'assignments'].map((table) => records.count(table as 'assets'))).toEqual([
    200, 1000, 50, 60_000,
  ])
  expect(records.count('transformations') + records.count('blockings')).toBe(3000)
  const { added } = bigChange()
  for (const table of tableNames)
    expect(
      [...records.all(table)].filter((r) => !sameValue(r, added[table]?.[r.id])),
      table,
    ).toEqual([])
  project.close()
})

test('a smaller one is valid too, the same for the same seed, another for another', () => {
  const store = new RecordStore()
  store.apply(bigChange(small))
  expect([invalidRecords(store), brokenReferences(store)]).toEqual([[], []])
  expect([store.count('shots'), store.count('assignments'), store.count('blockings')]).toEqual([20, 100, 20])
  expect(bigChange(small)).toEqual(bigChange(small))
  expect(bigChange({ ...small, seed: 2 })).not.toEqual(bigChange(small))
})
