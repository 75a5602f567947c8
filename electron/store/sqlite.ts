import Database from 'better-sqlite3'

export type WriteDb = Database.Database
/** What readers may do: prepare and run queries. */
export type ReadDb = Pick<Database.Database, 'prepare' | 'pragma'>

/** How long SQLite waits for another program's lock before it gives up, in ms: the window stands still meanwhile. */
const patienceMs = 250

/**
 * Opens a SQLite file. What a schema says is not trusted: no view or trigger of a file from elsewhere runs a function that does more than compute.
 * Under Electron a binding built for its Node-API may be named in EXEUNT_SQLITE_BINDING; plain Node uses the packaged one.
 */
export function openSqlite(
  file: string,
  options: { readonly?: boolean; mustExist?: boolean; waitMs?: number } = {},
): WriteDb {
  const binding = process.versions['electron'] ? process.env['EXEUNT_SQLITE_BINDING'] : undefined
  const db = new Database(file, {
    readonly: options.readonly ?? false,
    fileMustExist: options.mustExist ?? options.readonly ?? false,
    timeout: options.waitMs ?? patienceMs,
    ...(binding ? { nativeBinding: binding } : {}),
  })
  db.pragma('trusted_schema = OFF')
  return db
}
