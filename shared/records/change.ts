import { tableNames } from '../model/tableNames'
import type { TableName, Tables } from '../model/tables'
import { sameValue } from './canonical'

type Rec = { readonly id: string }
/** The fields of a record that an update touches, with their values. */
export type Patch = Readonly<Record<string, unknown>>

/**
 * What happens to the project, as a value: a rule's output, the SQL write, the undo entry and the event to the window.
 * `updated` holds only the fields that differ, as [before, after], so undo works per field.
 */
export interface Change {
  readonly added: { readonly [T in TableName]?: Readonly<Record<string, Tables[T]>> }
  readonly updated: { readonly [T in TableName]?: Readonly<Record<string, readonly [Patch, Patch]>> }
  readonly removed: { readonly [T in TableName]?: Readonly<Record<string, Tables[T]>> }
}

type Kind = 'added' | 'updated' | 'removed'
/** A Change under construction. */
type Raw = Record<Kind, Partial<Record<TableName, Record<string, unknown>>>>

const kinds = ['added', 'updated', 'removed'] as const

/** A change's parts without their record types: for what treats all tables alike. */
function parts<K extends Kind>(
  change: Change,
  kind: K,
): Partial<Record<TableName, Record<string, K extends 'updated' ? readonly [Patch, Patch] : Rec>>> {
  return change[kind] as never
}

export function isEmptyChange(change: Change): boolean {
  return kinds.every((kind) => Object.values(parts(change, kind)).every((records) => Object.keys(records).length === 0))
}

/** Is a value that was read from somewhere a change: known tables, records under their own id, updates as pairs of fields? */
export function isChange(value: unknown): value is Change {
  const isObject = (part: unknown): part is Record<string, unknown> =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
  return (
    isObject(value) &&
    kinds.every((kind) => {
      const tables = value[kind]
      if (!isObject(tables)) return false
      return Object.entries(tables).every(
        ([table, records]) =>
          (tableNames as readonly string[]).includes(table) &&
          isObject(records) &&
          Object.entries(records).every(([id, entry]) =>
            kind === 'updated'
              ? Array.isArray(entry) && entry.length === 2 && entry.every(isObject)
              : isObject(entry) && entry['id'] === id,
          ),
      )
    })
  )
}

/** The fields in which two records differ, as [before, after]; null when they are equal. */
export function diffRecords(from: Rec, to: Rec): readonly [Patch, Patch] | null {
  const before: Record<string, unknown> = {}
  const after: Record<string, unknown> = {}
  let differ = false
  const a = from as unknown as Record<string, unknown>
  const b = to as unknown as Record<string, unknown>
  for (const key in b) {
    if (!sameValue(a[key], b[key])) {
      before[key] = a[key]
      after[key] = b[key]
      differ = true
    }
  }
  return differ ? [before, after] : null
}

export function invertChange(change: Change): Change {
  const updated: Raw['updated'] = {}
  for (const [table, records] of Object.entries(parts(change, 'updated'))) {
    const out: Record<string, unknown> = {}
    for (const [id, [before, after]] of Object.entries(records)) out[id] = [after, before]
    updated[table as TableName] = out
  }
  return { added: change.removed, updated: updated as Change['updated'], removed: change.added }
}

/** Collects single writes into one minimal Change: what is written twice ends as one entry, what is taken back as none. */
export class ChangeRecorder {
  private readonly raw: Raw = { added: {}, updated: {}, removed: {} }

  private of(kind: Kind, table: TableName): Record<string, unknown> {
    return (this.raw[kind][table] ??= {})
  }

  add(table: TableName, record: Rec): void {
    const gone = this.raw.removed[table]?.[record.id] as Rec | undefined
    if (!gone) {
      this.of('added', table)[record.id] = record
      return
    }
    delete this.of('removed', table)[record.id]
    const patch = diffRecords(gone, record)
    if (patch) this.of('updated', table)[record.id] = patch
  }

  update(table: TableName, id: string, before: Patch, after: Patch): void {
    const added = this.raw.added[table]?.[id]
    if (added) {
      this.of('added', table)[id] = { ...added, ...after }
      return
    }
    const known = this.raw.updated[table]?.[id] as readonly [Patch, Patch] | undefined
    const from: Record<string, unknown> = { ...before, ...known?.[0] }
    const to: Record<string, unknown> = { ...known?.[1], ...after }
    for (const key of Object.keys(to)) {
      if (sameValue(from[key], to[key])) {
        delete from[key]
        delete to[key]
      }
    }
    if (Object.keys(to).length === 0) {
      if (known) delete this.of('updated', table)[id]
      return
    }
    this.of('updated', table)[id] = [from, to]
  }

  remove(table: TableName, record: Rec): void {
    if (this.raw.added[table]?.[record.id]) {
      delete this.of('added', table)[record.id]
      return
    }
    const known = this.raw.updated[table]?.[record.id] as readonly [Patch, Patch] | undefined
    if (known) delete this.of('updated', table)[record.id]
    this.of('removed', table)[record.id] = known ? { ...record, ...known[0] } : record
  }

  change(): Change {
    for (const kind of kinds) {
      for (const table of Object.keys(this.raw[kind]) as TableName[]) {
        if (Object.keys(this.raw[kind][table] ?? {}).length === 0) delete this.raw[kind][table]
      }
    }
    return this.raw as unknown as Change
  }
}

/** The ids a change touches, by table, for answers and logs. */
export function changedIds(
  change: Change,
  kind: 'added' | 'updated' | 'removed',
): Partial<Record<TableName, string[]>> {
  const out: Partial<Record<TableName, string[]>> = {}
  for (const [table, records] of Object.entries(parts(change, kind))) out[table as TableName] = Object.keys(records)
  return out
}
