import { closeSync, existsSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { tableNames } from '@shared/model/tableNames'
import { storeOfSound, type BrokenRecord } from '@shared/records/brokenRecords'
import type { RecordStore } from '@shared/records/recordStore'
import { Refusal } from '@shared/records/refusal'
import { schemaFaults } from './expectedSchema'
import { formatVersion, migrate, migrateTo } from './migrate'
import { currentVersion, migrations } from './migrations'
import { syncFolder } from './projectFiles'
import { readTable } from './readRecords'
import { openCopy } from './readOnlyCopy'
import { openReader, openSqlite, patienceMs, writeAnew, type ReadDb, type WriteDb } from './sqlite'
import { damage, worldRefusal } from './worldErrors'

/**
 * Says in a file's header (SQLite's application_id) that it is a project, and whether it is whole by itself. While it is `inUse`, the newest edits may
 * lie in its log `project.db-wal` only, so that the file without it is not the whole project. Older files have 0.
 */
export const applicationIds = { whole: 0x45786e74, inUse: 0x45786e75 } as const

/** What was found in a database that can be worked with. */
export interface FoundDatabase {
  readonly db: WriteDb
  readonly records: RecordStore
  /** The log was needed and is not there. */
  readonly logMissing: boolean
}

/** How long an opening waits for another program, in ms. */
const openingWaitMs = 1000

/**
 * Opens a project file for writing, after it was looked through by a connection that cannot change it: whatever is damaged is left as it is.
 * @throws Refusal NOT_A_PROJECT, PROJECT_NEWER, PROJECT_DAMAGED; errors of SQLite
 */
export function openForWriting(file: string): FoundDatabase {
  const hadLog = holdsSomething(`${file}-wal`)
  refuseEmpty(file)
  const reader = openReader(file, false, openingWaitMs)
  try {
    const version = recognise(reader, file)
    refuseDamage(reader, version)
    const read = version === currentVersion ? readWhole(reader) : null
    const db = openSqlite(file, openingWaitMs)
    try {
      db.pragma('journal_mode = WAL')
      db.pragma('synchronous = FULL')
      db.pragma('foreign_keys = ON')
      if (read === null) bringUpToDate(db, file)
      const id = applicationId(db)
      if (id === 0) db.pragma(`application_id = ${applicationIds.whole}`)
      // Nothing came between what was read and the connection that writes.
      const unchanged = read !== null && dataVersion(reader) === read.version
      db.pragma(`busy_timeout = ${patienceMs}`)
      return {
        db,
        records: unchanged ? read.records : readWhole(db).records,
        logMissing: id === applicationIds.inUse && !hadLog,
      }
    } catch (error) {
      db.close()
      throw error
    }
  } finally {
    reader.close()
  }
}

/** Makes a project file; it is whole from the moment it has its name. The caller holds the lock. @throws Refusal FOLDER_TAKEN */
export function makeDatabase(file: string): void {
  const folder = dirname(file)
  if (existsSync(file)) throw new Refusal('FOLDER_TAKEN', { folder: basename(folder) })
  const part = `${file}.part`
  for (const left of [part, `${part}-wal`, `${part}-shm`, `${part}-journal`]) rmSync(left, { force: true })
  const db = openSqlite(part)
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma(`application_id = ${applicationIds.whole}`)
    migrateTo(db, currentVersion)
    db.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    db.close()
  }
  renameSync(part, file)
  syncFolder(folder)
}

/** Makes one file of a copy of a project file, that says it is whole without a log, after SQLite looked it through. @throws Refusal PROJECT_DAMAGED */
export function makeWhole(copy: string): void {
  const db = openSqlite(copy)
  try {
    db.pragma('journal_mode = DELETE')
    db.pragma(`application_id = ${applicationIds.whole}`)
    const word = String(db.pragma('quick_check(1)', { simple: true }))
    if (word !== 'ok') throw damage(word)
  } finally {
    db.close()
  }
}

/**
 * A copy of a project file to be sent: records, history and view state, without the queue, since work that goes on in one place must not go on in
 * another. The same contents give the same bytes.
 */
export function copyToSend(db: ReadDb, file: string): void {
  const part = `${file}.part`
  for (const left of [part, file]) rmSync(left, { force: true })
  try {
    writeAnew(db, part)
    const copy = openSqlite(part)
    try {
      copy.pragma('journal_mode = DELETE')
      copy.exec('DELETE FROM jobs')
      copy.pragma(`application_id = ${applicationIds.whole}`)
      writeAnew(copy, file)
    } finally {
      copy.close()
    }
    forgetSchemaVersion(file)
  } finally {
    rmSync(part, { force: true })
  }
}

/** How often the schema was made anew is told in the header as well, and grows with each copy; only connections that are open need it. */
function forgetSchemaVersion(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    writeSync(handle, Buffer.from([0, 0, 0, 1]), 0, 4, 40)
  } finally {
    closeSync(handle)
  }
}

/** An older project that cannot be brought up to date itself is, as a copy. @throws Refusal PROJECT_DAMAGED */
export function openUpToDate(file: string): ReadDb {
  return openCopy(file, (copy) => {
    const db = openSqlite(copy)
    try {
      migrateTo(db, currentVersion)
    } catch (error) {
      throw worldRefusal(error) ?? damage((error as Error).message)
    } finally {
      db.close()
    }
  })
}

/**
 * Opens a project file for reading, beside a writer or from a copy where the folder cannot be written to: SQLite needs a file beside the log even to
 * read it. Nothing is checked yet.
 */
export function openForReading(file: string): ReadDb {
  refuseEmpty(file)
  let db: ReadDb | null = null
  try {
    db = openReader(file, false, openingWaitMs)
    formatVersion(db)
    return db
  } catch (error) {
    db?.close()
    const code = (error as { code?: string }).code ?? ''
    if (!/^SQLITE_(CANTOPEN|READONLY|BUSY|FULL|IOERR|PROTOCOL)/.test(code)) throw error
    return openCopy(file)
  }
}

/** The whole project of a file that is open for reading. @throws Refusal NOT_A_PROJECT, PROJECT_NEWER, PROJECT_OLDER, PROJECT_DAMAGED */
export function readProject(db: ReadDb, file: string): RecordStore {
  const version = recognise(db, file)
  if (version < currentVersion) throw new Refusal('PROJECT_OLDER')
  refuseFaults(schemaFaults(db, version))
  return readWhole(db).records
}

/** SQLite takes a file of no bytes for a new database and throws its log away, so it never gets to see one. */
function refuseEmpty(file: string): void {
  if (statSync(file).size === 0) throw new Refusal('PROJECT_DAMAGED', { reason: 'project.db is empty' })
}

/** Was the log needed that is not there? */
export const lacksLog = (db: ReadDb, file: string): boolean =>
  applicationId(db) === applicationIds.inUse && !holdsSomething(`${file}-wal`)

const holdsSomething = (file: string) => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0
const applicationId = (db: ReadDb) => db.pragma('application_id', { simple: true }) as number
/** Counts what other connections wrote, as this one sees it. */
export const dataVersion = (db: ReadDb) => db.pragma('data_version', { simple: true }) as number

/**
 * What kind of file it is: a project of this or an older format, told by its tables and its header, which have to agree.
 * @returns its format
 * @throws Refusal NOT_A_PROJECT, PROJECT_NEWER, PROJECT_DAMAGED
 */
export function recognise(db: ReadDb, file: string): number {
  const version = formatVersion(db)
  const id = applicationId(db)
  const isOurs = (Object.values(applicationIds) as number[]).includes(id)
  const damaged = (reason: string) => new Refusal('PROJECT_DAMAGED', { reason })
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]
  // Later formats may have other tables; they say so by both numbers.
  if (isOurs && version > currentVersion && isFormat(version))
    throw new Refusal('PROJECT_NEWER', { found: version, known: currentVersion })
  if (!['project', 'shots', 'shot_asset_assignments'].some((name) => tables.includes(name))) {
    if (isOurs || !tables.length) throw damaged('project.db is empty')
    throw new Refusal('NOT_A_PROJECT', { folder: basename(dirname(file)) })
  }
  if (!isOurs && id !== 0) throw damaged('the beginning of project.db is damaged')
  if (!migrations.some((known) => known.version === version)) throw damaged(`there is no format ${version}`)
  return version
}

/** Formats are numbered in tens; a larger step than this is no version to come but damage. */
const isFormat = (version: number) => version % 10 === 0 && version <= currentVersion + 10_000

function refuseDamage(db: ReadDb, version: number): void {
  refuseFaults(schemaFaults(db, version))
  const word = String(db.pragma('quick_check(1)', { simple: true }))
  if (word !== 'ok') throw damage(word)
}

function refuseFaults(faults: readonly string[]): void {
  if (faults.length) throw damage(faults[0]!)
}

/** Everything in the file, when it holds together. @throws Refusal PROJECT_DAMAGED naming the first record that does not */
function readWhole(db: ReadDb): { records: RecordStore; version: number } {
  return db.transaction(() => {
    const { records, broken } = storeOfSound((table) => readTable(db, table))
    const [first, ...more] = broken
    if (first) {
      const others = more.length ? `, and ${more.length} more` : ''
      throw damage(`${brokenText(first)}${others}`)
    }
    // A project that was broken off before its first row holds nothing at all.
    if (lacksSettings(records)) throw new Refusal('PROJECT_DAMAGED', { reason: noSettings })
    return { records, version: dataVersion(db) }
  })()
}

/** What is said of a project without its one row of settings. */
export const noSettings = 'the settings of the project are missing'
export const lacksSettings = (records: RecordStore) =>
  !records.count('project') && tableNames.some((table) => records.count(table) > 0)

/** "shots s1 “12”: sceneId names no record of scenes" */
export const brokenText = ({ table, id, name, problem }: BrokenRecord) =>
  `${table} ${String(id).slice(0, 80)}${name && ` “${name}”`}: ${problem}`

function bringUpToDate(db: WriteDb, file: string): void {
  try {
    migrate(db, file)
  } catch (error) {
    throw worldRefusal(error) ?? damage(`it cannot be brought up to date: ${(error as Error).message}`)
  }
}
