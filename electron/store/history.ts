import { isChange, isEmptyChange, type Change } from '@shared/records/change'
import { Refusal } from '@shared/records/refusal'
import type { ReadDb, WriteDb } from './sqlite'

/** History keeps the newest 500 steps or 64 MB of them, whichever is less. */
export const historyLimits = { steps: 500, bytes: 64 * 1024 * 1024 }

export interface HistoryStep {
  readonly seq: number
  readonly command: string
  readonly label: string
  readonly undone: boolean
}

/** What undo takes back: usually the whole change; parts that outlive undo are left out of it. */
export interface UndoStep {
  readonly command: string
  readonly label: string
  readonly undoable: Change
  /** Number of the newest step, whose place this one takes; without it a step is added. */
  readonly replaces?: number
}

/** Persistent undo and redo. The caller holds the transaction. */
export class History {
  constructor(private readonly db: WriteDb) {}

  /** Adds a step, or puts it in another's place; answers its number, null when it does nothing there. */
  record({ command, label, undoable, replaces }: UndoStep): number | null {
    return replaces === undefined ? this.push(command, label, undoable) : this.replace(replaces, undoable)
  }

  /** What was undone before a new step cannot be redone any more. */
  private push(command: string, label: string, change: Change): number {
    this.db.prepare('DELETE FROM history WHERE undone = 1').run()
    const text = JSON.stringify(change)
    const seq = Number(
      this.db
        .prepare('INSERT INTO history (command, label, change, bytes) VALUES (?, ?, ?, ?)')
        .run(command, label, text, text.length).lastInsertRowid,
    )
    this.trim()
    return seq
  }

  private replace(seq: number, change: Change): number | null {
    if (isEmptyChange(change)) {
      this.db.prepare('DELETE FROM history WHERE seq = ?').run(seq)
      return null
    }
    const text = JSON.stringify(change)
    this.db.prepare('UPDATE history SET change = ?, bytes = ? WHERE seq = ?').run(text, text.length, seq)
    this.trim()
    return seq
  }

  private trim(): void {
    this.db
      .prepare('DELETE FROM history WHERE seq <= (SELECT seq FROM history ORDER BY seq DESC LIMIT 1 OFFSET ?)')
      .run(historyLimits.steps)
    this.db
      .prepare(
        `DELETE FROM history WHERE seq IN (
      SELECT seq FROM (SELECT seq, SUM(bytes) OVER (ORDER BY seq DESC) AS total FROM history) WHERE total > ?)
      AND seq <> (SELECT MAX(seq) FROM history)`,
      )
      .run(historyLimits.bytes)
  }

  /** @throws Refusal STEP_DAMAGED */
  nextUndo(): (HistoryStep & { change: Change }) | null {
    return this.read('SELECT * FROM history WHERE undone = 0 ORDER BY seq DESC LIMIT 1', 'undone')
  }

  /** @throws Refusal STEP_DAMAGED */
  nextRedo(): (HistoryStep & { change: Change }) | null {
    return this.read('SELECT * FROM history WHERE undone = 1 ORDER BY seq ASC LIMIT 1', 'done again')
  }

  private read(sql: string, way: string): (HistoryStep & { change: Change }) | null {
    const row = this.db.prepare(sql).get() as
      { seq: number; command: string; label: string; change: string; undone: number } | undefined
    if (!row) return null
    const change = readChange(row.change)
    if (!change) throw new Refusal('STEP_DAMAGED', { way, label: row.label })
    return { seq: row.seq, command: row.command, label: row.label, undone: row.undone === 1, change }
  }

  mark(seq: number, undone: boolean): void {
    this.db.prepare('UPDATE history SET undone = ? WHERE seq = ?').run(undone ? 1 : 0, seq)
  }
}

function readChange(text: string): Change | null {
  try {
    const change: unknown = JSON.parse(text)
    return isChange(change) ? change : null
  } catch {
    return null
  }
}

/** Steps that cannot be taken back or done again any more, one line each. */
export function brokenSteps(db: ReadDb): string[] {
  const rows = db.prepare('SELECT seq, label, change FROM history').iterate() as IterableIterator<{
    seq: number
    label: string
    change: string
  }>
  return [...rows].flatMap(({ seq, label, change }) =>
    readChange(change) ? [] : [`history ${seq}: the step “${label}” cannot be read`],
  )
}

/** The newest steps first, without their changes. */
export function listHistory(db: ReadDb, limit = 500): HistoryStep[] {
  const rows = db.prepare('SELECT seq, command, label, undone FROM history ORDER BY seq DESC LIMIT ?').all(limit) as {
    seq: number
    command: string
    label: string
    undone: number
  }[]
  return rows.map((row) => ({ ...row, undone: row.undone === 1 }))
}
