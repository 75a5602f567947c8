import { tableNames } from '../model/tableNames'
import { RecordStore } from '../records/recordStore'

/** The same records in a store that never saw an edit: nothing remembered from before can be in it. */
export function rebuilt(store: RecordStore): RecordStore {
  const fresh = new RecordStore()
  for (const table of tableNames) fresh.load(table, store.all(table))
  return fresh
}
