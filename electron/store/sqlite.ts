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
  /** The database as a file would hold it, log included. */
  serialize(): Buffer
  /** SQLite's own backup to another file, some pages at a time: what this connection writes meanwhile is in the copy. */
  backup(file: string): Promise<unknown>
}

/** How long SQLite waits for another program's lock before it gives up, in ms: the window stands still meanwhile. */
export const patienceMs = 250

/**
 * Opens a SQLite file for writing; one that is not there is made. While the editor is developed a binding built for its Electron may be named in
 * EXEUNT_SQLITE_BINDING.
 */
export function openSqlite(file: string, waitMs = patienceMs): WriteDb {
  return connect(file, { timeout: waitMs }) as unknown as WriteDb
}

/**
 * Opens a SQLite file for reading.
 * @param ownCopy the file is a copy of the caller's: SQLite may tidy it up, as it must before it reads a log that was left behind
 */
export function openReader(file: string, ownCopy = false, waitMs = patienceMs): ReadDb {
  return connect(file, { readonly: !ownCopy, fileMustExist: true, timeout: waitMs }) as unknown as ReadDb
}

/** Writes what a connection sees as a database of its own, laid out anew: the same contents give the same bytes. */
export function writeAnew(db: ReadDb, file: string): void {
  ;(db as unknown as Database.Database).prepare('VACUUM INTO ?').run(file)
}

/** Electron on a checkout. A package loads native code of its own only, whatever the environment says. */
export const isDevelopment = (electron: string | undefined, from: string): boolean =>
  electron !== undefined && !/\.asar[\\/]/.test(from)

/** What a schema says is not trusted: no view or trigger of a file from elsewhere runs a function that does more than compute. */
function connect(file: string, options: Database.Options): Database.Database {
  const binding = isDevelopment(process.versions['electron'], import.meta.url)
    ? process.env['EXEUNT_SQLITE_BINDING']
    : undefined
  const db = new Database(file, { ...options, ...(binding ? { nativeBinding: binding } : {}) })
  db.pragma('trusted_schema = OFF')
  return db
}
