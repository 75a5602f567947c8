import { recordFault } from '@shared/model/recordFault'
import { tableNames } from '@shared/model/tableNames'
import { invertChange, type Change } from '@shared/records/change'
import type { RecordStore } from '@shared/records/recordStore'
import { Refusal } from '@shared/records/refusal'
import { ChangeWriter } from './applyChange'
import type { HeldFolder } from './heldFolder'
import { History, listHistory, type HistoryStep, type UndoStep } from './history'
import type { Inspection } from './inspect'
import { JobStore } from './jobStore'
import { MediaStore } from './mediaStore'
import { keepBackup } from './migrate'
import { applicationIds, copyToSend, dataVersion } from './openDatabase'
import type { ProjectLock } from './projectLock'
import type { ReadDb, WriteDb } from './sqlite'
import { keepSnapshot, keepSnapshotNow, type SnapshotReason } from './snapshots'
import { ViewStateStore } from './viewState'
import { onDisk, worldRefusal } from './worldErrors'

export type ChangeListener = (change: Change, undoSteps: { undo: string | null; redo: string | null }) => void

/** An open project folder: its records, its history and its files. The only place that writes them. */
export interface OpenProject {
  readonly folder: string
  readonly readOnly: boolean
  /** Why it is only read, as its opener said; edits are refused with it. Null for one that can be written. */
  readonly readOnlyBecause: Refusal | null
  /** What could not be read of a damaged project, one line each. */
  readonly problems: readonly string[]
  /** What the user should know of the file, as sentences. */
  readonly notes: readonly string[]
  readonly records: RecordStore
  readonly media: MediaStore
  readonly jobs: JobStore
  readonly view: ViewStateStore
  /**
   * Writes a change and its undo step in one transaction, then updates the records in memory and tells the listeners.
   * Answers the number of the step, null when there is none.
   * @param also more writes of the same transaction, e.g. of the job queue
   * @throws Refusal DISK, READ_ONLY and what `stand` says
   */
  commit(change: Change, step: UndoStep | null, also?: () => void): string | null
  /** Takes the newest step back; answers its label. @throws Refusal NOTHING_TO_UNDO, STEP_DAMAGED and those of `commit` */
  undo(): HistoryStep
  redo(): HistoryStep
  history(): HistoryStep[]
  /** The step that undo takes back, with its change, while nothing after it is undone; else null. */
  newestStep(): (HistoryStep & { readonly change: Change }) | null
  undoLabels(): { undo: string | null; redo: string | null }
  onChange(listener: ChangeListener): () => void
  /** Writes that are no change of the records, such as the job queue's, in one transaction. @throws as `commit` */
  transaction<T>(work: () => T): T
  /**
   * Whether it can still be written: looks at the folder, the lock and the file. Every write asks first, and a host that wants to know at once asks
   * now and then.
   * @returns PROJECT_MOVED, PROJECT_GONE, PROJECT_REPLACED, LOCK_LOST or PROJECT_CHANGED; null while all is well, and for what is only read
   */
  stand(): Refusal | null
  /** Everything that is wrong with the file, read anew. */
  inspect(): Inspection
  /** A snapshot of the file as it is, while edits go on; answers its name. @throws Refusal DISK and what `stand` says */
  keepSnapshot(at: number, reason: SnapshotReason, label?: string): Promise<string>
  /** The same at once. */
  keepSnapshotNow(at: number, reason: SnapshotReason): string
  /** A copy of the file to be sent, without the queue; the same project gives the same bytes. @throws Refusal DISK, PROJECT_DAMAGED */
  copyToSend(file: string): void
  close(): void
}

/** After so long without a write the log is folded into the project file, in ms. */
const restMs = 2000

/** What a project stands on. */
export interface ProjectParts {
  readonly folder: string
  readonly file: string
  readonly db: ReadDb
  readonly records: RecordStore
  /** Of a project open for writing: the same connection, and what gives the right to it; null for one that is only read. */
  readonly writing: { readonly db: WriteDb; readonly lock: ProjectLock; readonly place: HeldFolder } | null
  readonly readOnlyBecause: Refusal | null
  readonly problems: readonly string[]
  readonly notes: readonly string[]
  inspect(): Inspection
}

/** What writes through one connection. */
interface Writers {
  readonly db: WriteDb
  readonly changes: ChangeWriter
  readonly steps: History
  readonly transaction: (work: () => unknown) => unknown
}

function writersOn(db: WriteDb): Writers {
  const transaction = db.transaction((work: () => unknown) => work())
  return {
    db,
    changes: new ChangeWriter(db),
    steps: new History(db),
    // From its beginning nobody else may write.
    transaction: (work) => transaction.immediate(work),
  }
}

/** A project over an open database; see OpenProject for what its parts mean. */
export class OpenedProject implements OpenProject {
  readonly folder: string
  readonly records: RecordStore
  readonly media: MediaStore
  readonly jobs: JobStore
  readonly view: ViewStateStore
  readonly readOnlyBecause: Refusal | null
  readonly problems: readonly string[]
  readonly notes: readonly string[]
  private readonly db: ReadDb
  private readonly writers: Writers | null
  private readonly listeners = new Set<ChangeListener>()
  /** What other connections wrote, as of the last look. */
  private foreignVersion: number
  /** Set once another program wrote: the records in memory are not those of the file any more. */
  private changedOutside = false
  /** Whether the project file is whole without its log, and says so. */
  private whole: boolean
  private resting: NodeJS.Timeout | null = null
  /** The copy of what was open when the project file was replaced; empty when none could be kept. */
  private kept: string | null = null

  constructor(private readonly parts: ProjectParts) {
    const { db, records, folder } = parts
    this.db = db
    this.records = records
    this.folder = folder
    this.readOnlyBecause = parts.readOnlyBecause
    this.problems = parts.problems
    this.notes = parts.notes
    this.media = new MediaStore(folder, () => this.ensureWritable())
    this.jobs = new JobStore(db, () => this.writable().db)
    this.view = new ViewStateStore(db, (write) => this.transaction(() => write(this.writable().db)))
    this.writers = parts.writing && writersOn(parts.writing.db)
    this.foreignVersion = dataVersion(db)
    this.whole = db.pragma('application_id', { simple: true }) === applicationIds.whole
  }

  get readOnly(): boolean {
    return this.parts.writing === null
  }

  stand(): Refusal | null {
    const { writing } = this.parts
    if (!writing) return null
    const missing = writing.place.missing()
    if (missing) return missing.code === 'PROJECT_REPLACED' ? this.replaced() : missing
    try {
      writing.lock.verify()
      this.lookForOthers()
    } catch (error) {
      if (error instanceof Refusal) return error
    }
    return null
  }

  /** Once another file is in its place, what was open would be lost on closing, and its log be taken for that of the new file: it is kept beside as a copy, the log emptied. */
  private replaced(): Refusal {
    if (this.kept === null) {
      this.kept = ''
      try {
        const { db } = this.writable()
        this.kept = keepBackup(db, `${this.parts.file}.replaced`)
        db.pragma('wal_checkpoint(TRUNCATE)')
      } catch {
        // A folder that cannot be written to keeps nothing.
      }
    }
    const name = this.kept.split(/[\\/]/).at(-1)
    return new Refusal('PROJECT_REPLACED', { kept: name ? ` What was open is kept beside it as ${name}.` : '' })
  }

  /** @throws Refusal READ_ONLY */
  private writable(): Writers {
    if (!this.writers)
      throw this.readOnlyBecause ?? new Refusal('READ_ONLY', { reason: 'the project was opened to be read' })
    return this.writers
  }

  /** @throws Refusal READ_ONLY, PROJECT_MOVED, PROJECT_GONE, PROJECT_REPLACED, LOCK_LOST, PROJECT_CHANGED */
  private ensureWritable(): Writers {
    const writers = this.writable()
    const wrong = this.stand()
    if (wrong) throw wrong
    return writers
  }

  /** @throws Refusal PROJECT_CHANGED once another program wrote to the file */
  private lookForOthers(): void {
    const version = dataVersion(this.db)
    if (version !== this.foreignVersion) this.changedOutside = true
    this.foreignVersion = version
    if (this.changedOutside) throw new Refusal('PROJECT_CHANGED')
  }

  transaction<T>(work: () => T): T {
    if (this.writers?.db.inTransaction) return work()
    const { db, transaction } = this.ensureWritable()
    return onDisk(
      () => {
        this.sayInUse(db)
        const done = transaction(() => {
          // Nobody can come between any more.
          this.lookForOthers()
          return work()
        }) as T
        this.foldLater()
        return done
      },
      'saved',
      this.folder,
    )
  }

  commit(change: Change, step: UndoStep | null, also?: () => void): string | null {
    const { changes, steps } = this.ensureWritable()
    this.refuseUnfit(change)
    const seq = this.transaction(() => {
      changes.apply(change)
      also?.()
      return step ? steps.record(step) : null
    })
    this.spread(change)
    return seq === null ? null : String(seq)
  }

  /** Nothing gets into the file that opening it would refuse. @throws Error naming the record; it is a bug of a rule */
  private refuseUnfit(change: Change): void {
    for (const table of tableNames) {
      const added = (change.added[table] ?? {}) as Readonly<Record<string, { id: string }>>
      for (const record of Object.values(added)) this.refuseUnfitRecord(table, record)
      for (const [id, [, after]] of Object.entries(change.updated[table] ?? {})) {
        const before = this.records.get(table, id)
        if (before) this.refuseUnfitRecord(table, { ...before, ...after })
      }
    }
  }

  private refuseUnfitRecord(table: (typeof tableNames)[number], record: { id: string }): void {
    const fault = recordFault(table, record)
    if (fault !== null) throw new TypeError(`${table} ${record.id}: ${fault}`)
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
    const { changes, steps } = this.ensureWritable()
    const step = way === 'undo' ? steps.nextUndo() : steps.nextRedo()
    if (!step) throw new Refusal(way === 'undo' ? 'NOTHING_TO_UNDO' : 'NOTHING_TO_REDO')
    const { change, ...told } = step
    const move = way === 'undo' ? invertChange(change) : change
    try {
      this.refuseUnfit(move)
      this.transaction(() => {
        changes.apply(move)
        steps.mark(step.seq, way === 'undo')
      })
    } catch (error) {
      // A step that does not fit the project any more was damaged in the file.
      const unfit =
        error instanceof TypeError || String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')
      if (!unfit) throw error
      throw new Refusal('STEP_DAMAGED', { way: way === 'undo' ? 'undone' : 'done again', label: step.label })
    }
    this.spread(move)
    return { ...told, undone: way === 'undo' }
  }

  newestStep(): (HistoryStep & { readonly change: Change }) | null {
    const steps = this.writers?.steps
    return !steps || steps.nextRedo() ? null : steps.nextUndo()
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

  inspect(): Inspection {
    return this.parts.inspect()
  }

  async keepSnapshot(at: number, reason: SnapshotReason, label = ''): Promise<string> {
    const { db } = this.ensureWritable()
    try {
      return await keepSnapshot(db, this.folder, at, reason, label)
    } catch (error) {
      throw worldRefusal(error, 'saved', this.folder) ?? error
    }
  }

  keepSnapshotNow(at: number, reason: SnapshotReason): string {
    const { db } = this.ensureWritable()
    return onDisk(() => keepSnapshotNow(db, this.folder, at, reason), 'saved', this.folder)
  }

  copyToSend(file: string): void {
    const [fault] = this.problems
    if (fault !== undefined) throw new Refusal('PROJECT_DAMAGED', { reason: fault })
    onDisk(() => copyToSend(this.db, file), 'saved')
  }

  /** From now on the newest edits may lie in the log only; a copy of the file without it can be told by this. */
  private sayInUse(db: WriteDb): void {
    if (!this.whole) return
    db.pragma(`application_id = ${applicationIds.inUse}`)
    this.whole = false
    db.pragma('wal_checkpoint(PASSIVE)')
  }

  /** Folds the log into the project file, so that the file alone is the project. */
  private fold(db: WriteDb): void {
    if (!this.whole) db.pragma(`application_id = ${applicationIds.whole}`)
    this.whole = true
    db.pragma('wal_checkpoint(TRUNCATE)')
  }

  private foldLater(): void {
    if (this.resting) clearTimeout(this.resting)
    this.resting = setTimeout(() => {
      this.resting = null
      try {
        if (!this.stand()) this.fold(this.writable().db)
      } catch {
        // A reader or a full disk is in the way; the log keeps everything.
      }
    }, restMs)
    this.resting.unref()
  }

  close(): void {
    this.listeners.clear()
    if (this.resting) clearTimeout(this.resting)
    const { writing } = this.parts
    if (this.db.open) {
      if (writing) {
        try {
          writing.db.pragma('busy_timeout = 0')
          const wrong = this.stand()
          if (!wrong || wrong.code === 'PROJECT_MOVED' || wrong.code === 'PROJECT_CHANGED') this.fold(writing.db)
          // Left with something in it, it would be taken for the log of whatever file comes into the place of this one.
          else writing.db.pragma('wal_checkpoint(TRUNCATE)')
        } catch {
          // A reader holds the log; the next writer folds it in.
        }
      }
      this.db.close()
    }
    writing?.place.release()
    writing?.lock.release()
  }
}
