import type { WriteDb } from '../sqlite'

/** The fields of a record, or of a part of one, as JSON keeps them. */
export type Fields = Readonly<Record<string, unknown>>

interface KeptChange {
  readonly added: Tables
  readonly updated: Readonly<Record<string, Readonly<Record<string, readonly [Fields, Fields]>>>>
  readonly removed: Tables
}
type Tables = Readonly<Record<string, Readonly<Record<string, Fields>>>>

interface KeptMergeEntry {
  readonly table: string
  readonly action: 'added' | 'updated' | 'removed' | 'owned'
  readonly before: Fields | null
  readonly after: Fields | null
}

/** Inputs of a result with their digest. */
export interface KeptInputs {
  readonly inputs: Fields
  readonly digest: string
}

/**
 * Ways to everything a project file keeps as JSON. A record lies in the column of its own table, and again wherever somebody may want it back: in the
 * steps of the history and in the merges. Each function writes only what came out different, and is part of the migration's transaction.
 */
export interface MigrationTools {
  /** A JSON column of a table, row by row; null stays null. Names as SQL has them. */
  rewriteColumn(table: string, column: string, rewrite: (value: unknown) => unknown): void
  /**
   * The records of a type that history and merges keep, so that undo and unmerge still fit.
   * @param table name of the record type: `sceneAssetInstances`
   * @param rewrite gets a whole record, or with `whole` false only the fields that a change wrote
   */
  rewriteKept(table: string, rewrite: (fields: Fields, whole: boolean) => Fields): void
  /** The changes of the history, undone ones too, for what no record type says. */
  rewriteHistory(rewrite: (change: Fields) => Fields): void
  /** What results were made from: of prompts, takes, passes and of what was accepted, also where history keeps them. */
  rewriteInputs(rewrite: (kept: KeptInputs) => KeptInputs): void
  /** What the window remembers, by key; undefined forgets it. */
  rewriteView(rewrite: (key: string, value: unknown) => unknown): void
}

/** @param db inside the migration's transaction */
export function migrationTools(db: WriteDb): MigrationTools {
  const rewriteRows = (table: string, column: string, rewrite: (text: string) => string | null) => {
    const read = db.prepare(`SELECT "${column}" FROM "${table}" WHERE rowid = ?`).pluck()
    const write = db.prepare(`UPDATE "${table}" SET "${column}" = ? WHERE rowid = ?`)
    for (const rowid of db.prepare(`SELECT rowid FROM "${table}"`).pluck().all()) {
      const text = read.get(rowid) as string | null
      const next = text === null ? null : rewrite(text)
      if (text !== next) write.run(next, rowid)
    }
  }
  const rewriteColumn: MigrationTools['rewriteColumn'] = (table, column, rewrite) =>
    rewriteRows(table, column, (text) => JSON.stringify(rewrite(JSON.parse(text))))

  const rewriteHistory: MigrationTools['rewriteHistory'] = (rewrite) => {
    rewriteRows('history', 'change', (text) => JSON.stringify(rewrite(JSON.parse(text) as Fields)))
    db.prepare('UPDATE history SET bytes = length(change)').run()
  }

  const rewriteKept: MigrationTools['rewriteKept'] = (table, rewrite) => {
    rewriteHistory((change) => rewriteChange(change as unknown as KeptChange, table, rewrite) as unknown as Fields)
    rewriteColumn('merges', 'entries', (entries) =>
      (entries as KeptMergeEntry[]).map((entry) => rewriteEntry(entry, table, rewrite)),
    )
  }

  return {
    rewriteColumn,
    rewriteHistory,
    rewriteKept,
    rewriteInputs(rewrite) {
      const inFields = (fields: Fields): Fields =>
        'inputs' in fields ? { ...fields, ...rewrite(fields as unknown as KeptInputs) } : fields
      const inMark = (fields: Fields): Fields =>
        fields['accepted'] ? { ...fields, accepted: rewrite(fields['accepted'] as KeptInputs) } : fields
      for (const table of ['prompt_versions', 'takes', 'passes']) rewriteKeptInputs(db, table, rewrite)
      rewriteColumn('result_marks', 'accepted', (accepted) => rewrite(accepted as KeptInputs))
      for (const table of ['promptVersions', 'takes', 'passes']) rewriteKept(table, inFields)
      rewriteKept('resultMarks', inMark)
    },
    rewriteView(rewrite) {
      const rows = db.prepare('SELECT key, value FROM view_state').all() as { key: string; value: string }[]
      for (const { key, value } of rows) {
        const next = rewrite(key, JSON.parse(value))
        if (next === undefined) db.prepare('DELETE FROM view_state WHERE key = ?').run(key)
        else db.prepare('UPDATE view_state SET value = ? WHERE key = ?').run(JSON.stringify(next), key)
      }
    },
  }
}

function rewriteKeptInputs(db: WriteDb, table: string, rewrite: (kept: KeptInputs) => KeptInputs): void {
  const read = db.prepare(`SELECT inputs, digest FROM "${table}" WHERE rowid = ?`)
  const write = db.prepare(`UPDATE "${table}" SET inputs = ?, digest = ? WHERE rowid = ?`)
  for (const rowid of db.prepare(`SELECT rowid FROM "${table}"`).pluck().all()) {
    const row = read.get(rowid) as { inputs: string; digest: string }
    const { inputs, digest } = rewrite({ inputs: JSON.parse(row.inputs) as Fields, digest: row.digest })
    const text = JSON.stringify(inputs)
    if (text !== row.inputs || digest !== row.digest) write.run(text, digest, rowid)
  }
}

type Rewrite = (fields: Fields, whole: boolean) => Fields

function rewriteChange(change: KeptChange, table: string, rewrite: Rewrite): KeptChange {
  const records = (tables: Tables): Tables =>
    tables[table] ? { ...tables, [table]: mapValues(tables[table], (record) => rewrite(record, true)) } : tables
  const patches = change.updated[table]
  return {
    ...change,
    added: records(change.added),
    updated: patches
      ? {
          ...change.updated,
          [table]: mapValues(patches, ([was, is]) => [rewrite(was, false), rewrite(is, false)] as const),
        }
      : change.updated,
    removed: records(change.removed),
  }
}

function rewriteEntry(entry: KeptMergeEntry, table: string, rewrite: Rewrite): KeptMergeEntry {
  if (entry.table !== table) return entry
  const whole = entry.action !== 'updated'
  return {
    ...entry,
    before: entry.before && rewrite(entry.before, whole),
    after: entry.after && rewrite(entry.after, whole),
  }
}

function mapValues<V, W>(object: Readonly<Record<string, V>>, map: (value: V) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]))
}
