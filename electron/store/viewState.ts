import type { ReadDb, WriteDb } from './sqlite'

/** What the window remembers of a project: saved, not undoable, not part of the project's records. */
export class ViewStateStore {
  /** @param transaction runs a write as one transaction of the project; it throws a Refusal where nothing may be written */
  constructor(
    private readonly db: ReadDb,
    private readonly transaction: (write: (db: WriteDb) => void) => void,
  ) {}

  /** What is remembered by key; what cannot be read is as if it had never been. */
  read(): Record<string, unknown> {
    return readViewState(this.db)
  }

  /** @throws Refusal READ_ONLY, DISK */
  write(key: string, value: unknown): void {
    this.transaction((db) =>
      db
        .prepare(
          'INSERT INTO view_state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
        )
        .run(key, JSON.stringify(value ?? null)),
    )
  }
}

/** The view state of a file; rows that cannot be read are left out. */
export function readViewState(db: ReadDb): Record<string, unknown> {
  const rows = db.prepare('SELECT key, value FROM view_state').all() as { key: string; value: string }[]
  return Object.fromEntries(
    rows.flatMap(({ key, value }) => {
      try {
        return [[key, JSON.parse(value) as unknown]]
      } catch {
        return []
      }
    }),
  )
}

/** Rows of the view state that cannot be read, one line each. */
export function brokenViewState(db: ReadDb): string[] {
  const known = readViewState(db)
  const keys = db.prepare('SELECT key FROM view_state').pluck().all() as string[]
  return keys.filter((key) => !Object.hasOwn(known, key)).map((key) => `view_state ${key}: cannot be read`)
}
