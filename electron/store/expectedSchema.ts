import { memoryDatabase } from './memoryDatabase'
import type { ReadDb } from './sqlite'

type Schema = ReadonlyMap<string, string>

const known = new Map<number, Schema>()

/** Tables, indexes, views and triggers of a file by `type name`, as the text they were made with. */
function schemaOf(db: ReadDb): Schema {
  const rows = db.prepare('SELECT type, name, sql FROM sqlite_schema').all() as {
    type: unknown
    name: unknown
    sql: unknown
  }[]
  return new Map(
    rows
      .filter(({ type, name }) => !isSqlites(String(type), String(name)))
      .map(({ type, name, sql }) => [`${String(type)} ${String(name)}`, String(sql).replace(/\s+/g, ' ').trim()]),
  )
}

/** What SQLite makes by itself: indexes of unique columns, counters, statistics. */
const isSqlites = (type: string, name: string) =>
  (type === 'index' && name.startsWith('sqlite_autoindex_')) ||
  (type === 'table' && /^sqlite_(sequence|stat[1-4])$/.test(name))

function expectedAt(version: number): Schema {
  let schema = known.get(version)
  if (!schema) {
    const db = memoryDatabase(version)
    known.set(version, (schema = schemaOf(db)))
    db.close()
  }
  return schema
}

/**
 * What of a file's schema is not as its format says, one line each: a view or trigger put in its way, a table that is missing or made another way.
 * Nothing of such a file may be read by name before it has been looked at here: a view in a table's place can go on for ever.
 */
export function schemaFaults(db: ReadDb, version: number): string[] {
  const [expected, found] = [expectedAt(version), schemaOf(db)]
  return [
    ...[...found].flatMap(([name, sql]) =>
      !expected.has(name)
        ? [`${name} does not belong to a project`]
        : expected.get(name) === sql
          ? []
          : [`${name} is changed`],
    ),
    ...[...expected.keys()].filter((name) => !found.has(name)).map((name) => `${name} is missing`),
  ]
}

/** Is this table the one a project has? */
export function hasTable(db: ReadDb, version: number, sqlName: string): boolean {
  const name = `table ${sqlName}`
  return schemaOf(db).get(name) === expectedAt(version).get(name)
}
