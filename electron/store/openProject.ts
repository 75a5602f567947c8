import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Change } from '@shared/records/change'
import { invertChange } from '@shared/records/change'
import type { RecordStore } from '@shared/records/recordStore'
import { Refusal } from '@shared/records/refusal'
import { ChangeWriter } from './applyChange'
import { History, listHistory, type HistoryStep } from './history'
import { JobStore } from './jobStore'
import { makeFolders } from './makeFolders'
import { lockProject } from './projectLock'
import { MediaStore } from './mediaStore'
import { formatVersion, migrate } from './migrate'
import { currentVersion } from './migrations'
import { readRecords } from './readRecords'
import { openCopy } from './readOnlyCopy'
import { openReader, openSqlite, type ReadDb, type WriteDb } from './sqlite'
import { ViewStateStore } from './viewState'
import { toldByTheWorld, worldRefusal } from './worldErrors'

export type ChangeListener = (change: Change, undoSteps: { undo: string | null; redo: string | null }) => void

/** What undo takes back: usually the whole change; parts that outlive undo are left out of it. */
export interface UndoStep {
  readonly command: string
  readonly label: string
  readonly undoable: Change
}

/** An open project folder: its records, its history and its files. The only place that writes them. */
export interface OpenProject {
  readonly folder: string
  readonly readOnly: boolean
  readonly records: RecordStore
  readonly media: MediaStore
  readonly jobs: JobStore
  readonly view: ViewStateStore
  /**
   * Writes a change and its undo step in one transaction, then updates the records in memory and tells the listeners.
   * @param also more writes of the same transaction, e.g. of the job queue
   */
  commit(change: Change, step: UndoStep | null, also?: () => void): string | null
  /** Takes the newest step back; answers its label. */
  undo(): HistoryStep
  redo(): HistoryStep
  history(): HistoryStep[]
  undoLabels(): { undo: string | null; redo: string | null }
  onChange(listener: ChangeListener): () => void
  /** Writes that are no change of the records, such as the job queue's, in one transaction. */
  transaction<T>(work: () => T): T
  /** SQLite's own word on the file: `ok`, or what is wrong. */
  integrity(): string
  /** Records that name another one that is not there, one sentence each. */
  brokenReferences(): string[]
  close(): void
}

export const databaseFile = (folder: string) => join(folder, 'project.db')

/** Makes an empty project folder. @throws Refusal FOLDER_TAKEN, DISK */
export function makeProjectFolder(folder: string): void {
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0))
    throw new Refusal('FOLDER_TAKEN', { folder: basename(folder) })
  makeFolders(join(folder, 'media'))
}

/**
 * Opens a project folder.
 * @param mode `write` takes the lock and migrates; `read` works beside a writer and changes nothing; `create` makes the file first.
 * @throws Refusal NOT_A_PROJECT, PROJECT_IN_USE, PROJECT_NEWER, PROJECT_OLDER, PROJECT_DAMAGED, DISK
 */
export function openProject(path: string, mode: 'read' | 'write' | 'create'): OpenProject {
  const folder = resolve(path)
  const file = databaseFile(folder)
  if (mode === 'create') makeProjectFolder(folder)
  else if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new Refusal('NOT_A_PROJECT', { folder: basename(folder) })
  const readOnly = mode === 'read'
  let lock: { release(): void } | null = null
  let db: ReadDb | null = null
  try {
    lock = readOnly ? null : lockProject(folder)
    const writer = readOnly ? null : openForWriting(file)
    db = writer ?? openForReading(file)
    return new Project(folder, db, writer, lock)
  } catch (error) {
    db?.close()
    lock?.release()
    if ((error as { code?: string }).code === 'SQLITE_NOTADB')
      throw new Refusal('NOT_A_PROJECT', { folder: basename(folder) })
    throw worldRefusal(error) ?? error
  }
}

/** Makes a project folder with its first row, opened for writing; when that fails nothing stays behind. @throws Refusal FOLDER_TAKEN, DISK */
export function createProject(path: string, settings: Change): OpenProject {
  const folder = resolve(path)
  const existed = existsSync(folder)
  let project: OpenProject | null = null
  try {
    project = openProject(folder, 'create')
    project.commit(settings, null)
    return project
  } catch (error) {
    project?.close()
    if (error instanceof Refusal && (error.code === 'FOLDER_TAKEN' || error.code === 'PROJECT_IN_USE')) throw error
    for (const name of existed
      ? ['project.db', 'project.db-wal', 'project.db-shm', 'project.db-journal', 'lock.db', 'lock.db-journal', 'media']
      : [''])
      rmSync(join(folder, name), { recursive: true, force: true })
    throw error
  }
}

/** Beside a writer, or from a copy where the folder cannot be written to: SQLite needs a file beside the log even to read it. */
function openForReading(file: string): ReadDb {
  try {
    return readable(openReader(file), file)
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (!code.startsWith('SQLITE_CANTOPEN') && !code.startsWith('SQLITE_READONLY')) throw error
    return readable(openCopy(file), file)
  }
}

/** A connection to a file of this format; it is closed when the file is another. */
function readable(db: ReadDb, file: string): ReadDb {
  try {
    if (checkedVersion(db, file) < currentVersion) throw new Refusal('PROJECT_OLDER')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Opens, sets the connection up and brings the file to this format; the connection is closed when it does not fit. */
function openForWriting(file: string): WriteDb {
  const db = openSqlite(file)
  try {
    checkedVersion(db, file)
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    migrate(db, file)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** @throws Refusal PROJECT_NEWER, NOT_A_PROJECT */
function checkedVersion(db: ReadDb, file: string): number {
  const found = formatVersion(db)
  if (found > currentVersion) throw new Refusal('PROJECT_NEWER', { found, known: currentVersion })
  if (found <= 0 && db.prepare('SELECT 1 FROM sqlite_master LIMIT 1').get() !== undefined)
    throw new Refusal('NOT_A_PROJECT', { folder: basename(dirname(file)) })
  return found
}

class Project implements OpenProject {
  readonly records: RecordStore
  readonly media: MediaStore
  readonly jobs: JobStore
  readonly view: ViewStateStore
  private readonly writing: { readonly db: WriteDb; readonly changes: ChangeWriter; readonly steps: History } | null
  private readonly listeners = new Set<ChangeListener>()

  constructor(
    readonly folder: string,
    private readonly db: ReadDb,
    writer: WriteDb | null,
    private readonly lock: { release(): void } | null,
  ) {
    this.records = db.transaction(() => readRecords(db))()
    this.media = new MediaStore(folder)
    this.jobs = new JobStore(db, writer)
    this.view = new ViewStateStore(db, writer)
    this.writing = writer && { db: writer, changes: new ChangeWriter(writer), steps: new History(writer) }
  }

  get readOnly(): boolean {
    return this.writing === null
  }

  /** @throws Refusal READ_ONLY */
  private writable(): NonNullable<Project['writing']> {
    if (!this.writing) throw new Refusal('READ_ONLY')
    return this.writing
  }

  transaction<T>(work: () => T): T {
    const { db } = this.writable()
    return toldByTheWorld(() => db.transaction(work)())
  }

  commit(change: Change, step: UndoStep | null, also?: () => void): string | null {
    const { changes, steps } = this.writable()
    const seq = this.transaction(() => {
      changes.apply(change)
      also?.()
      return step ? steps.push(step.command, step.label, step.undoable) : null
    })
    this.spread(change)
    return seq === null ? null : String(seq)
  }

  private spread(change: Change): void {
    this.records.apply(change)
    const labels = this.undoLabels()
    for (const listener of this.listeners) listener(change, labels)
  }

  undo(): HistoryStep {
    return this.travel('undo')
  }

  redo(): HistoryStep {
    return this.travel('redo')
  }

  private travel(way: 'undo' | 'redo'): HistoryStep {
    const { changes, steps } = this.writable()
    const step = way === 'undo' ? steps.nextUndo() : steps.nextRedo()
    if (!step) throw new Refusal(way === 'undo' ? 'NOTHING_TO_UNDO' : 'NOTHING_TO_REDO')
    const { change, ...told } = step
    const move = way === 'undo' ? invertChange(change) : change
    this.transaction(() => {
      changes.apply(move)
      steps.mark(step.seq, way === 'undo')
    })
    this.spread(move)
    return { ...told, undone: way === 'undo' }
  }

  history(): HistoryStep[] {
    return listHistory(this.db)
  }

  undoLabels(): { undo: string | null; redo: string | null } {
    const label = (sql: string) => (this.db.prepare(sql).pluck().get() as string | undefined) ?? null
    return {
      undo: label('SELECT label FROM history WHERE undone = 0 ORDER BY seq DESC LIMIT 1'),
      redo: label('SELECT label FROM history WHERE undone = 1 ORDER BY seq ASC LIMIT 1'),
    }
  }

  onChange(listener: ChangeListener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  integrity(): string {
    return String(this.db.pragma('integrity_check', { simple: true }))
  }

  brokenReferences(): string[] {
    const found = this.db.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
    return found.map(
      ({ table, rowid, parent }) =>
        `${table} ${String(this.db.prepare(`SELECT id FROM "${table}" WHERE rowid = ?`).pluck().get(rowid))}: names a record of ${parent} that is not there`,
    )
  }

  close(): void {
    this.listeners.clear()
    if (this.db.open) {
      if (this.writing) {
        try {
          this.writing.db.pragma('wal_checkpoint(TRUNCATE)')
        } catch {
          // A reader holds the log; the next writer folds it in.
        }
      }
      this.db.close()
    }
    this.lock?.release()
  }
}
