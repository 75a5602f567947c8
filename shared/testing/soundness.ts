import { tableNames } from '../model/tableNames'
import { tableSchemas } from '../model/tables'
import type { ReadRecords } from '../records/recordStore'
import { brokenReferences } from './brokenReferences'

/** What is wrong with a project, one line each: records against their schemas, and what does not hold together. */
export function unsound(store: ReadRecords): string[] {
  const wrong: string[] = []
  for (const table of tableNames) {
    for (const record of store.all(table)) {
      const parsed = tableSchemas[table].safeParse(record)
      if (!parsed.success)
        wrong.push(
          `${table} ${record.id}: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`,
        )
    }
  }
  return [...wrong, ...brokenReferences(store)]
}
