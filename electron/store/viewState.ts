import type { WriteDb } from './sqlite'

/** What the window remembers of a project: saved, not undoable, not part of the project's records. */
export class ViewStateStore {
  constructor(private readonly db: WriteDb) {}

  read(): Record<string, unknown> {
    const rows = this.db.prepare('SELECT key, value FROM view_state').all() as { key: string; value: string }[]
    return Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value) as unknown]))
  }

  write(key: string, value: unknown): void {
    this.db
      .prepare(
        'INSERT INTO view_state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      )
      .run(key, JSON.stringify(value))
  }
}
