import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Change } from '@shared/records/change'
import { invertChange } from '@shared/records/change'
import type { RecordStore } from '@shared/records/recordStore'
import { Refusal } from '@shared/records/refusal'
import { ChangeWriter } from './applyChange'
import { History, listHistory, type HistoryStep } from './history'
import { JobStore } from './jobStore'
import { lockProject } from './projectLock'
import { MediaStore } from './mediaStore'
import { formatVersion, migrate } from './migrate'
import { currentVersion } from './migrations'
import { readRecords } from './readRecords'
import { openSqlite, type WriteDb } from './sqlite'
import { ViewStateStore } from './viewState'

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
  integrity(): string
  close(): void
}

export const databaseFile = (folder: string) => join(folder, 'project.db')

/** Makes an empty project folder. @throws Refusal FOLDER_TAKEN */
export function makeProjectFolder(folder: string): void {
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0)) throw new Refusal('FOLDER_TAKEN', { folder: basename(folder) })
  mkdirSync(join(folder, 'media'), { recursive: true })
}

/**
 * Opens a project folder.
 * @param mode `write` takes the lock and migrates; `read` works beside a writer and changes nothing; `create` makes the file first.
 * @throws Refusal NOT_A_PROJECT, PROJECT_IN_USE, PROJECT_NEWER, PROJECT_OLDER
 */
export function openProject(path: string, mode: 'read' | 'write' | 'create'): OpenProject {
  const folder = resolve(path)
  const file = databaseFile(folder)
  if (mode === 'create') makeProjectFolder(folder)
  else if (!existsSync(file)) throw new Refusal('NOT_A_PROJECT', { folder: basename(folder) })
  const readOnly = mode === 'read'
  const lock = readOnly ? null : lockProject(folder)
  try {
    return new Project(folder, openDatabase(file, readOnly), readOnly, lock)
  } catch (error) {
    lock?.release()
    if ((error as { code?: string }).code === 'SQLITE_NOTADB') throw new Refusal('NOT_A_PROJECT', { folder: basename(folder) })
    throw error
  }
}

function openDatabase(file: string, readOnly: boolean): WriteDb {
  const db = openSqlite(file, { readonly: readOnly })
  try {
    db.pragma('busy_timeout = 5000')
    const found = formatVersion(db)
    if (found > currentVersion) throw new Refusal('PROJECT_NEWER', { found, known: currentVersion })
    if (readOnly) {
      if (found < currentVersion) throw new Refusal('PROJECT_OLDER')
      return db
    }
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

class Project implements OpenProject {
  readonly records: RecordStore
  readonly media: MediaStore
  readonly jobs: JobStore
  readonly view: ViewStateStore
  private readonly writer: ChangeWriter
  private readonly steps: History
  private readonly listeners = new Set<ChangeListener>()

  constructor(readonly folder: string, private readonly db: WriteDb, readonly readOnly: boolean, private readonly lock: { release(): void } | null) {
    this.records = db.transaction(() => readRecords(db))()
    this.media = new MediaStore(folder)
    this.jobs = new JobStore(db)
    this.view = new ViewStateStore(db)
    this.writer = new ChangeWriter(db)
    this.steps = new History(db)
  }

  private ensureWritable(): void {
    if (this.readOnly) throw new Refusal('READ_ONLY')
  }

  transaction<T>(work: () => T): T {
    this.ensureWritable()
    try {
      return this.db.transaction(work)()
    } catch (error) {
      throw diskRefusal(error) ?? error
    }
  }

  commit(change: Change, step: UndoStep | null, also?: () => void): string | null {
    const seq = this.transaction(() => {
      this.writer.apply(change)
      also?.()
      return step ? this.steps.push(step.command, step.label, step.undoable) : null
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
    this.ensureWritable()
    const step = way === 'undo' ? this.steps.nextUndo() : this.steps.nextRedo()
    if (!step) throw new Refusal(way === 'undo' ? 'NOTHING_TO_UNDO' : 'NOTHING_TO_REDO')
    const { change, ...told } = step
    const move = way === 'undo' ? invertChange(change) : change
    this.transaction(() => {
      this.writer.apply(move)
      this.steps.mark(step.seq, way === 'undo')
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

  close(): void {
    this.listeners.clear()
    if (this.db.open) {
      if (!this.readOnly) {
        try {
          this.db.pragma('wal_checkpoint(TRUNCATE)')
        } catch {
          // A reader holds the log; the next writer folds it in.
        }
      }
      this.db.close()
    }
    this.lock?.release()
  }
}

/** Full disks, vanished drives and read-only folders become one sentence; the transaction has left nothing half-written. */
function diskRefusal(error: unknown): Refusal | null {
  const code = (error as { code?: string }).code ?? ''
  if (code === 'SQLITE_FULL') return new Refusal('DISK', { reason: 'the disk is full' })
  if (code.startsWith('SQLITE_IOERR')) return new Refusal('DISK', { reason: 'the drive does not answer' })
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN') return new Refusal('DISK', { reason: 'the folder is read-only' })
  return null
}
