import Database from 'better-sqlite3'

declare const reads: unique symbol
declare const writes: unique symbol

/** A statement that answers. It cannot be run for what it changes. */
export interface ReadStatement {
  get(...values: unknown[]): unknown
  all(...values: unknown[]): unknown[]
  iterate(...values: unknown[]): IterableIterator<unknown>
  pluck(on?: boolean): this
  raw(on?: boolean): this
}

/** Pragmas that tell something and set nothing. */
type ReadPragma =
  | 'application_id'
  | 'data_version'
  | 'foreign_key_check'
  | 'integrity_check'
  | 'user_version'
  | `quick_check(${number})`
  | `table_info(${string})`

/** A connection as those get it who only read: nothing in its type writes. A connection for writing can stand in its place. */
export interface ReadDb {
  readonly [reads]: true
  readonly open: boolean
  /** Path of the file. */
  readonly name: string
  prepare(sql: string): ReadStatement
  pragma(source: ReadPragma, options?: { simple?: boolean }): unknown
  /** Several reads of one moment, whatever others write meanwhile. */
  transaction<T>(read: () => T): () => T
  close(): unknown
}

/** A connection that writes. Opening a project makes it and hands it to those who write: changes, history, jobs, view state and migrations. */
export interface WriteDb extends ReadDb {
  readonly [writes]: true
  readonly inTransaction: boolean
  prepare(sql: string): Database.Statement
  pragma(source: string, options?: { simple?: boolean }): unknown
  transaction<T, A extends unknown[]>(work: (...given: A) => T): Database.Transaction<(...given: A) => T>
  exec(sql: string): unknown
}

/**
 * Opens a SQLite file for writing; one that is not there is made. Under Electron a binding built for its Node-API may be named in
 * EXEUNT_SQLITE_BINDING; plain Node uses the packaged one.
 */
export function openSqlite(file: string): WriteDb {
  return connect(file, {}) as unknown as WriteDb
}

/**
 * Opens a SQLite file for reading.
 * @param ownCopy the file is a copy of the caller's: SQLite may tidy it up, as it must before it reads a log that was left behind
 */
export function openReader(file: string, ownCopy = false): ReadDb {
  return connect(file, { readonly: !ownCopy, fileMustExist: true }) as unknown as ReadDb
}

function connect(file: string, options: Database.Options): Database.Database {
  const binding = process.versions['electron'] ? process.env['EXEUNT_SQLITE_BINDING'] : undefined
  return new Database(file, { ...options, ...(binding ? { nativeBinding: binding } : {}) })
}
