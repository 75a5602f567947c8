import { tableNames } from '../model/tableNames'
import { ChangeRecorder, type Change, type Patch } from '../records/change'

export const emptyChange: Change = { added: {}, updated: {}, removed: {} }

/** One change that does what `first` and then `second` do. */
export function composeChanges(first: Change, second: Change): Change {
  const recorder = new ChangeRecorder()
  for (const change of [first, second]) {
    for (const table of tableNames)
      for (const record of Object.values<{ id: string }>(change.removed[table] ?? {})) recorder.remove(table, record)
    for (const table of tableNames) {
      for (const [id, [before, after]] of Object.entries<readonly [Patch, Patch]>(change.updated[table] ?? {}))
        recorder.update(table, id, before, after)
      for (const record of Object.values<{ id: string }>(change.added[table] ?? {})) recorder.add(table, record)
    }
  }
  return recorder.change()
}
