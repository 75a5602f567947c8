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
  profiles: ['price', 'extra', 'workflow', 'nodeMap', 'earlier', 'clip', 'moreServers'],
  cameraMoves: ['first', 'last'],
  marks: ['points'],
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
  profiles: ['traits', 'suggestsEndFromStart', 'takesMarks', 'deleted'],
  soundClips: ['muted'],
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

/** The columns of a table under the names of their fields, for SELECT. */
export const selectedFields = ({ fields, sqlColumns }: TableColumns): string =>
  fields.map((field, i) => `${sqlColumns[i]} AS "${field}"`).join(',')

/** A function that makes a row of `selectedFields` the record it holds, in place. What cannot be read stays as it lies in the row, for the schema to refuse. */
export function rowReader({ json, bool }: TableColumns): (row: Record<string, unknown>) => { id: string } {
  const special = [
    ...[...json].map((field) => [field, parsed] as const),
    ...[...bool].map((field) => [field, truth] as const),
  ]
  return (row) => {
    for (const [field, read] of special) if (row[field] !== null) row[field] = read(row[field])
    return row as { id: string }
  }
}

const truth = (value: unknown): unknown => (value === 1 ? true : value === 0 ? false : value)

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(text as string)
  } catch {
    return text
  }
}
