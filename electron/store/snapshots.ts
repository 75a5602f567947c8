import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { Refusal } from '@shared/records/refusal'
import { inspectDatabase } from './inspect'
import { currentVersion } from './migrations'
import { makeWhole, openUpToDate, recognise } from './openDatabase'
import { syncFolder, writeNewFile } from './projectFiles'
import type { RecordStore } from '@shared/records/recordStore'
import { openReader, type ReadDb, type WriteDb } from './sqlite'
import { damage } from './worldErrors'

/** Why a snapshot was made. Only those the user `kept` stay for ever. */
export const snapshotReasons = ['opened', 'edits', 'closed', 'before', 'kept'] as const
export type SnapshotReason = (typeof snapshotReasons)[number]

/** A copy of the project file, as its name in the folder tells. */
export interface SnapshotFile {
  /** Name of the file in the folder `snapshots`. */
  readonly name: string
  /** Unix time in ms. */
  readonly at: number
  readonly reason: SnapshotReason
  /** What the user called it; of others empty. */
  readonly label: string
  readonly bytes: number
}

export const snapshotFolder = (folder: string) => join(folder, 'snapshots')

const named = /^(\d{4}-\d\d-\d\d) (\d\d)\.(\d\d)\.(\d\d)\.(\d{3}) (opened|edits|closed|before|kept)(?: ([^/\\]*))?\.db$/

/** The snapshots of a project, the newest first. A folder that cannot be read has none. */
export function listSnapshots(folder: string): SnapshotFile[] {
  const home = snapshotFolder(folder)
  return namesIn(home)
    .flatMap((name) => {
      const match = named.exec(name)
      const found = match && statSync(join(home, name), { throwIfNoEntry: false })
      if (!match || !found?.isFile()) return []
      const [, day, h, m, s, ms, reason, label] = match
      const at = Date.parse(`${day}T${h}:${m}:${s}.${ms}Z`)
      return Number.isFinite(at)
        ? [{ name, at, reason: reason as SnapshotReason, label: label ?? '', bytes: found.size }]
        : []
    })
    .sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** The file of a snapshot by its name. @throws Refusal NOT_FOUND */
export function snapshotPath(folder: string, name: string): string {
  if (!listSnapshots(folder).some((snapshot) => snapshot.name === name))
    throw new Refusal('NOT_FOUND', { what: 'snapshot', id: name })
  return join(snapshotFolder(folder), name)
}

/** "2026-11-28 14.02.00.000 kept first cut.db": sorted by name is sorted by time, on every file system. */
function snapshotName(at: number, reason: SnapshotReason, label: string): string {
  return `${fileTime(at)} ${reason}${label && ` ${label}`}.db`
}

/** "2026-11-28 14.02.00.000", in UTC. */
const fileTime = (at: number) => new Date(at).toISOString().replace('T', ' ').replace('Z', '').replaceAll(':', '.')

/** What a file name takes on every system; at most 60 characters. */
export const snapshotLabel = (text: string) =>
  text
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
    .replace(/[. ]+$/, '')

/**
 * Copies an open project file, log included, with SQLite's own backup: edits go on meanwhile and are in the copy. It is a file by itself, checked by
 * SQLite, and has its name only when it is whole.
 * @param at Unix time in ms
 * @returns its name
 */
export async function keepSnapshot(
  db: WriteDb,
  folder: string,
  at: number,
  reason: SnapshotReason,
  label = '',
): Promise<string> {
  const part = partIn(folder)
  try {
    await db.backup(part)
    return finish(folder, part, snapshotName(at, reason, label))
  } catch (error) {
    removeDatabase(part)
    throw error
  }
}

/** The same at once, for a project that is about to close. */
export function keepSnapshotNow(db: WriteDb, folder: string, at: number, reason: SnapshotReason, label = ''): string {
  const part = partIn(folder)
  try {
    writeNewFile(part, db.serialize())
    return finish(folder, part, snapshotName(at, reason, label))
  } catch (error) {
    removeDatabase(part)
    throw error
  }
}

function partIn(folder: string): string {
  const home = snapshotFolder(folder)
  mkdirSync(home, { recursive: true })
  const part = join(home, 'new.part')
  removeDatabase(part)
  return part
}

/** Makes one file of what was copied, has SQLite look it through, and gives it its name. */
function finish(folder: string, part: string, name: string): string {
  makeWhole(part)
  syncFile(part)
  const path = join(snapshotFolder(folder), name)
  renameSync(part, path)
  syncFolder(snapshotFolder(folder))
  return name
}

/** Puts a file's bytes onto the disk. */
function syncFile(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** What SQLite may keep beside a database. */
const sideFiles = ['-wal', '-shm', '-journal']

function removeDatabase(file: string): void {
  for (const suffix of ['', ...sideFiles]) rmSync(file + suffix, { force: true })
}

/** How many snapshots stay. Those that the user kept are not counted and never removed. */
export const snapshotLimits = {
  /** The newest ones, however close together. */
  newest: 4,
  /** Then one an hour, for so many hours, and one a day, for so many days. */
  hours: 12,
  days: 14,
  count: 32,
  bytes: 1024 * 1024 * 1024,
} as const

/** Which snapshots have had their day: of an hour, or of a day, the newest one stays; the oldest go first when they are too many or too large. */
export function outlived(snapshots: readonly SnapshotFile[], now: number): SnapshotFile[] {
  const own = snapshots.filter(({ reason }) => reason !== 'kept')
  const taken = new Set<string>()
  let [count, bytes] = [0, 0]
  return own.filter((snapshot, i) => {
    const hours = (now - snapshot.at) / 3_600_000
    const slot =
      hours <= snapshotLimits.hours
        ? `h${Math.floor(snapshot.at / 3_600_000)}`
        : hours <= snapshotLimits.days * 24
          ? `d${Math.floor(snapshot.at / 86_400_000)}`
          : null
    const stays = i < snapshotLimits.newest ? true : slot !== null && !taken.has(slot) && count < snapshotLimits.count
    // The newest one stays whatever its size.
    if (!stays || (i > 0 && bytes + snapshot.bytes > snapshotLimits.bytes)) return true
    if (slot !== null) taken.add(slot)
    count++
    bytes += snapshot.bytes
    return false
  })
}

/** Removes what has outlived its use. */
export function pruneSnapshots(folder: string, now: number): void {
  for (const { name } of outlived(listSnapshots(folder), now))
    rmSync(join(snapshotFolder(folder), name), { force: true })
}

/** What the steps of a file's history are, as far as they can be read. */
export interface StepState {
  readonly label: string
  readonly undone: boolean
}

/** A look into a snapshot that takes no time: counts and history, nothing is checked. */
export interface SnapshotGlance {
  readonly counts: { readonly scenes: number; readonly shots: number; readonly assets: number; readonly takes: number }
  readonly steps: ReadonlyMap<number, StepState>
}

/** @returns null when it cannot be read */
export function glanceAt(path: string): SnapshotGlance | null {
  let db: ReadDb | null = null
  try {
    const found = openReader(path)
    db = found
    const count = (table: string) => Number(found.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
    return {
      counts: { scenes: count('scenes'), shots: count('shots'), assets: count('assets'), takes: count('takes') },
      steps: stepsOf(found),
    }
  } catch {
    return null
  } finally {
    db?.close()
  }
}

/** The steps of a history by number. @throws when the table cannot be read */
export function stepsOf(db: ReadDb): Map<number, StepState> {
  const rows = db.prepare('SELECT seq, label, undone FROM history ORDER BY seq').all() as {
    seq: number
    label: string
    undone: number
  }[]
  return new Map(rows.map(({ seq, label, undone }) => [seq, { label: String(label), undone: undone !== 0 }]))
}

/** Reads a snapshot to its end, brought up to date where it is of an older format. @throws Refusal PROJECT_DAMAGED */
export function readSnapshot(path: string): RecordStore {
  let db: ReadDb | null = null
  try {
    db = openReader(path)
    if (recognise(db, path) < currentVersion) {
      db.close()
      db = openUpToDate(path)
    }
    const { integrity, problems, records } = inspectDatabase(db, currentVersion)
    if (integrity !== 'ok') throw damage(integrity)
    if (problems.length) throw damage(problems[0]!)
    return records
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw damage((error as Error).message)
  } finally {
    if (db?.open) db.close()
  }
}

/**
 * Puts a snapshot in the place of the project file. What was there, log included, stays beside in a folder of its own. The caller holds the lock, has
 * closed the project and checked the snapshot. Killed on the way, there is the one file or the other.
 * @param asideAt Unix time in ms for the name of that folder; null: nothing is set aside
 * @returns the name of the folder where the old file is now; null when there is none
 */
export function putInPlace(folder: string, file: string, snapshot: string, asideAt: number | null): string | null {
  const part = `${file}.part`
  removeDatabase(part)
  copyFileSync(snapshot, part, constants.COPYFILE_EXCL)
  syncFile(part)
  const aside = asideAt === null ? null : setAside(folder, file, asideAt)
  // A log that is left behind would be taken for that of the new file.
  for (const suffix of sideFiles) rmSync(file + suffix, { force: true })
  syncFolder(folder)
  renameSync(part, file)
  syncFolder(folder)
  return aside
}

function setAside(folder: string, file: string, at: number): string | null {
  if (!existsSync(file)) return null
  const stamp = `set aside ${fileTime(at).slice(0, 19)}`
  let name = stamp
  for (let n = 2; existsSync(join(folder, name)); n++) name = `${stamp} ${n}`
  mkdirSync(join(folder, name))
  for (const suffix of ['', ...sideFiles]) {
    if (!existsSync(file + suffix)) continue
    const copy = join(folder, name, basename(file) + suffix)
    copyFileSync(file + suffix, copy, constants.COPYFILE_EXCL)
    syncFile(copy)
  }
  syncFolder(join(folder, name))
  return name
}
