import { storeOfSound } from '@shared/records/brokenRecords'
import type { RecordStore } from '@shared/records/recordStore'
import type { TableName } from '@shared/model/tables'
import { tableColumns } from './tableColumns'
import { hasTable, schemaFaults } from './expectedSchema'
import { brokenSteps } from './history'
import { brokenJobs } from './jobStore'
import { brokenText, lacksSettings, noSettings } from './openDatabase'
import { readAround } from './readRecords'
import type { ReadDb } from './sqlite'
import { brokenViewState, readViewState } from './viewState'

/** What a project file is like, read anew and to the end, whatever is broken. */
export interface Inspection {
  /** SQLite's own word on the file: `ok`, or what is wrong. */
  readonly integrity: string
  /** Everything that is not as it should be, one line each: schema, records, steps, jobs and view. */
  readonly problems: readonly string[]
  /** The records that can be read and hold together. */
  readonly records: RecordStore
  readonly view: Readonly<Record<string, unknown>>
}

/** Reads everything that can be read of a file of the current format, as it stands at one moment. */
export function inspectDatabase(db: ReadDb, version: number): Inspection {
  let found: Inspection | null = null
  try {
    db.transaction(() => (found = inspected(db, version)))()
  } catch (error) {
    // After a damaged page SQLite does not end its transaction by itself; everything was read by then.
    if (found === null) throw error
  }
  return found!
}

function inspected(db: ReadDb, version: number): Inspection {
  const problems = schemaFaults(db, version)
  const { records, broken } = storeOfSound((table) => readableRecords(db, version, table, problems))
  problems.push(...broken.map(brokenText))
  if (lacksSettings(records)) problems.push(`project: ${noSettings}`)
  const look = <T>(sqlName: string, read: (from: ReadDb) => T): T | null =>
    hasTable(db, version, sqlName) ? attempt(() => read(db), `table ${sqlName}`, problems) : null
  problems.push(
    ...(look('history', brokenSteps) ?? []),
    ...(look('jobs', brokenJobs) ?? []),
    ...(look('view_state', brokenViewState) ?? []),
  )
  return { integrity: integrityOf(db), problems, records, view: look('view_state', readViewState) ?? {} }
}

function readableRecords(db: ReadDb, version: number, table: TableName, problems: string[]): { id: string }[] {
  const { sqlName } = tableColumns[table]
  if (!hasTable(db, version, sqlName)) return []
  const { records, problem } = readAround(db, table)
  if (problem !== null) problems.push(`${table}: a part cannot be read (${problem})`)
  return records
}

/** SQLite's own check of every page and index. */
function integrityOf(db: ReadDb): string {
  try {
    return String(db.pragma('integrity_check', { simple: true }))
  } catch (error) {
    return (error as Error).message
  }
}

function attempt<T>(work: () => T, what: string, problems: string[]): T | null {
  try {
    return work()
  } catch (error) {
    problems.push(`${what}: a part cannot be read (${(error as Error).message})`)
    return null
  }
}
