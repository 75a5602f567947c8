import Database from 'better-sqlite3'

export type WriteDb = Database.Database
/** What readers may do: prepare and run queries. */
export type ReadDb = Pick<Database.Database, 'prepare' | 'pragma'>

/**
 * Opens a SQLite file. Under Electron a binding built for its Node-API may be named in EXEUNT_SQLITE_BINDING;
 * plain Node uses the packaged one.
 */
export function openSqlite(file: string, options: { readonly?: boolean; mustExist?: boolean } = {}): WriteDb {
  const binding = process.versions['electron'] ? process.env['EXEUNT_SQLITE_BINDING'] : undefined
  return new Database(file, {
    readonly: options.readonly ?? false,
    fileMustExist: options.mustExist ?? options.readonly ?? false,
    ...(binding ? { nativeBinding: binding } : {}),
  })
}
