import { Refusal } from '@shared/records/refusal'
import type { ReadDb, WriteDb } from './sqlite'

/** What the window remembers of a project: saved, not undoable, not part of the project's records. */
export class ViewStateStore {
  /** @param writer null in a project that is only read */
  constructor(
    private readonly db: ReadDb,
    private readonly writer: WriteDb | null,
  ) {}

  read(): Record<string, unknown> {
    const rows = this.db.prepare('SELECT key, value FROM view_state').all() as { key: string; value: string }[]
    return Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value) as unknown]))
  }

  /** @throws Refusal READ_ONLY */
  write(key: string, value: unknown): void {
    if (!this.writer) throw new Refusal('READ_ONLY')
    this.writer
      .prepare(
        'INSERT INTO view_state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      )
      .run(key, JSON.stringify(value))
  }
}
