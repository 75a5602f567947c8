import { Refusal } from '@shared/records/refusal'
import type { TableName } from '@shared/model/tables'
import { tableSchemas } from '@shared/model/tables'

/** How a record type lies in its SQL table. */
export interface TableColumns {
  readonly table: TableName
  readonly sqlName: string
  /** Field names in column order. */
  readonly fields: readonly string[]
  readonly sqlColumns: readonly string[]
  readonly json: ReadonlySet<string>
  readonly bool: ReadonlySet<string>
}

/** Fields stored as JSON text and as 0/1; all others are stored as they are. */
const json: Partial<Record<TableName, string[]>> = {
  project: ['fps', 'breakdown', 'lastTimes'],
  scripts: ['breakdown'],
  shots: ['dialogue'],
  assets: ['aliases'],
  assignments: ['evidence'],
  merges: ['fromIds', 'entries'],
  suggestions: ['evidence'],
  aliasProposals: ['evidence'],
  templates: ['steps'],
  promptVersions: ['inputs'],
  takes: ['references', 'inputs'],
  passes: ['references', 'inputs'],
  resultMarks: ['accepted'],
  planEdits: ['passes'],
}
const bool: Partial<Record<TableName, string[]>> = {
  project: ['dropFrame'],
  media: ['alpha'],
  scenes: ['outOfStoryOrder', 'tray'],
  sceneStates: ['assignmentsInitialised'],
  shots: ['timeJump', 'endFromStart'],
  assets: ['key', 'deleted'],
  looks: ['checkDescription'],
  blockings: ['flip'],
  promptVersions: ['edited'],
  takes: ['imported'],
  takePlaces: ['detached'],
  resultMarks: ['locked'],
}

const snake = (name: string) => name.replace(/[A-Z]/g, (c) => '_' + c.toLowerCase())

function columnsOf(table: TableName): TableColumns {
  const fields = Object.keys(tableSchemas[table].shape)
  return {
    table,
    sqlName: table === 'assignments' ? 'shot_asset_assignments' : snake(table),
    fields,
    sqlColumns: fields.map((f) => `"${snake(f)}"`),
    json: new Set(json[table]),
    bool: new Set(bool[table]),
  }
}

export const tableColumns = Object.fromEntries(
  Object.keys(tableSchemas).map((t) => [t, columnsOf(t as TableName)]),
) as Record<TableName, TableColumns>

/** A field's value as SQLite keeps it. */
export function toSql(columns: TableColumns, field: string, value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (columns.json.has(field)) return JSON.stringify(value)
  if (columns.bool.has(field)) return value ? 1 : 0
  return value
}

/** A function that turns a raw row (values in column order) into a record. It throws PROJECT_DAMAGED for JSON that is none. */
export function rowReader({ sqlName, fields, json, bool }: TableColumns): (row: readonly unknown[]) => { id: string } {
  const special = fields.flatMap((field, i) =>
    json.has(field)
      ? [[i, (v: unknown): unknown => parseField(v as string, `${sqlName}.${field}`)] as const]
      : bool.has(field)
        ? [[i, (v: unknown): unknown => v === 1] as const]
        : [],
  )
  return (row) => {
    const record: Record<string, unknown> = {}
    for (let i = 0; i < fields.length; i++) record[fields[i]!] = row[i]
    for (const [i, read] of special) if (row[i] !== null) record[fields[i]!] = read(row[i])
    return record as { id: string }
  }
}

function parseField(text: string, place: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('PROJECT_DAMAGED', { reason: `${place} cannot be read` })
  }
}
