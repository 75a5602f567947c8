import type { TableName, Tables } from '../model/tables'
import { tableNames } from '../model/tableNames'
import type { Change } from './change'
import { indexes, indexNames, type IndexedTable, type IndexName } from './indexes'
import { Refusal } from './refusal'
import { VersionCell, VersionCells } from './versionCell'

type Rec = { readonly id: string; readonly ordinal?: number }
type Compare = (a: Rec, b: Rec) => number
interface LiveIndex {
  readonly name: IndexName
  readonly key: (record: Rec) => string | null
  readonly compare: Compare
  readonly lists: Map<string, Rec[]>
  /** Of each list: anything in it changed; its order or who is in it changed. */
  readonly contents: VersionCells
  readonly orders: VersionCells
}
interface LiveTable {
  readonly records: Map<string, Rec>
  readonly indexes: LiveIndex[]
  readonly cell: VersionCell
  readonly cells: VersionCells
  maxOrdinal: number
}
const none: readonly never[] = Object.freeze([])

/** What rules may read. */
export interface ReadRecords {
  /** The records that are read in the end. */
  readonly base: RecordStore
  get<T extends TableName>(table: T, id: string): Tables[T] | undefined
  /** As `get`, but a missing record is a refusal: it was deleted meanwhile. */
  must<T extends TableName>(table: T, id: string): Tables[T]
  list<I extends IndexName>(index: I, key?: string): readonly Tables[IndexedTable<I>][]
  first<I extends IndexName>(index: I, key: string): Tables[IndexedTable<I>] | undefined
  /** The record after (step 1) or before (step -1) one in a list, without walking the list. */
  beside<I extends IndexName>(
    index: I,
    key: string,
    record: Tables[IndexedTable<I>],
    step: 1 | -1,
  ): Tables[IndexedTable<I>] | undefined
  /** How many records a list holds, without handing it out. */
  sizeOf(index: IndexName, key?: string): number
  /** The n-th record of a list, from 0. */
  nth<I extends IndexName>(index: I, key: string, n: number): Tables[IndexedTable<I>] | undefined
  /** Where a record stands in a list, or would stand. */
  positionIn<I extends IndexName>(index: I, key: string, record: Tables[IndexedTable<I>]): number
  /** In no particular order. */
  all<T extends TableName>(table: T): Iterable<Tables[T]>
  count(table: TableName): number
}

/**
 * The records of one project in memory with the indexes the rules need; the same class serves the main process and the window.
 * `apply` costs as much as the change is large. What somebody watches (`TrackedReads`) has a version that a change moves on.
 */
export class RecordStore implements ReadRecords {
  private readonly tables: Record<TableName, LiveTable>
  private readonly indexes: Record<string, LiveIndex>
  /** Lists that somebody may still hold: they stay what they were, an edit puts a copy in their place. */
  private readonly handedOut = new WeakSet<readonly Rec[]>()
  /** Counts what changed the records. */
  revision = 0
  /** Records handed out since the start; tests count work with it. */
  visits = 0
  /** What the open draft wrote and somebody watches; null while none is open. */
  private drafted: VersionCell[] | null = null
  /** What was worked out for the open draft since it last wrote. */
  private readonly draftValues = new Map<object, Map<string, unknown>>()
  private readonly markChanged = (cell: VersionCell): void => {
    cell.version = this.revision
  }
  private readonly markDrafted = (cell: VersionCell): void => {
    if (cell.drafted || !this.drafted) return
    cell.drafted = true
    this.drafted.push(cell)
  }

  constructor() {
    this.tables = Object.fromEntries(
      tableNames.map((name) => [
        name,
        { records: new Map(), indexes: [], cell: new VersionCell(), cells: new VersionCells(), maxOrdinal: -1 },
      ]),
    ) as unknown as Record<TableName, LiveTable>
    for (const name of indexNames) {
      const spec = indexes[name]
      this.tables[spec.table].indexes.push({
        name,
        key: spec.key as LiveIndex['key'],
        compare: spec.compare as Compare,
        lists: new Map(),
        contents: new VersionCells(),
        orders: new VersionCells(),
      })
    }
    this.indexes = Object.fromEntries(tableNames.flatMap((t) => this.tables[t].indexes.map((i) => [i.name, i])))
  }

  get base(): RecordStore {
    return this
  }

  get<T extends TableName>(table: T, id: string): Tables[T] | undefined {
    this.visits++
    return this.tables[table].records.get(id) as Tables[T] | undefined
  }

  must<T extends TableName>(table: T, id: string): Tables[T] {
    const record = this.get(table, id)
    if (!record) throw new Refusal('NOT_FOUND', { what: `${table} ${id}` })
    return record
  }

  list<I extends IndexName>(index: I, key = ''): readonly Tables[IndexedTable<I>][] {
    const list = this.listAt(index, key) ?? none
    this.visits += list.length
    this.handedOut.add(list)
    return list as unknown as readonly Tables[IndexedTable<I>][]
  }

  first<I extends IndexName>(index: I, key: string): Tables[IndexedTable<I>] | undefined {
    this.visits++
    return this.listAt(index, key)?.[0] as Tables[IndexedTable<I>] | undefined
  }

  beside<I extends IndexName>(
    index: I,
    key: string,
    record: Tables[IndexedTable<I>],
    step: 1 | -1,
  ): Tables[IndexedTable<I>] | undefined {
    this.visits++
    const list = this.listAt(index, key) ?? none
    const at = position(list, record, indexes[index].compare as Compare)
    return list[at]?.id === record.id ? (list[at + step] as Tables[IndexedTable<I>] | undefined) : undefined
  }

  sizeOf(index: IndexName, key = ''): number {
    return this.listAt(index, key)?.length ?? 0
  }

  nth<I extends IndexName>(index: I, key: string, n: number): Tables[IndexedTable<I>] | undefined {
    this.visits++
    return this.listAt(index, key)?.[n] as Tables[IndexedTable<I>] | undefined
  }

  positionIn<I extends IndexName>(index: I, key: string, record: Tables[IndexedTable<I>]): number {
    this.visits++
    return position(this.listAt(index, key) ?? none, record, indexes[index].compare as Compare)
  }

  *all<T extends TableName>(table: T): Iterable<Tables[T]> {
    for (const record of this.tables[table].records.values()) {
      this.visits++
      yield record as Tables[T]
    }
  }

  count(table: TableName): number {
    return this.tables[table].records.size
  }

  /** The ordinal the next record of a table gets. */
  nextOrdinal(table: TableName): number {
    return this.tables[table].maxOrdinal + 1
  }

  /** The cell of a record, there or not. Cells are for `TrackedReads`. */
  recordCell(table: TableName, id: string): VersionCell {
    return this.tables[table].cells.of(id)
  }

  /** The cell of a whole table. */
  tableCell(table: TableName): VersionCell {
    return this.tables[table].cell
  }

  /** The cell of a list with all that is in it, empty or not. */
  listCell(index: IndexName, key: string): VersionCell {
    return this.indexes[index]!.contents.of(key)
  }

  /** The cell of who is in a list and in which order. */
  orderCell(index: IndexName, key: string): VersionCell {
    return this.indexes[index]!.orders.of(key)
  }

  /** A draft is open: what the store answers may be taken back. */
  get drafting(): boolean {
    return this.drafted !== null
  }

  /** From here on writes are a draft's. @throws Error when one is open */
  openDraft(): void {
    if (this.drafted) throw new Error('A draft is open in these records already.')
    this.drafted = []
  }

  /** Every write of the draft was taken back. */
  closeDraft(): void {
    this.draftValues.clear()
    for (const cell of this.drafted ?? []) cell.drafted = false
    this.drafted = null
  }

  /** A place for what `owner` works out for the open draft; it is empty again after the next write. */
  valuesForDraft(owner: object): Map<string, unknown> {
    let values = this.draftValues.get(owner)
    if (!values) this.draftValues.set(owner, (values = new Map<string, unknown>()))
    return values
  }

  /** Fills an empty store; lists are sorted once at the end. */
  load(table: TableName, records: Iterable<Rec>): void {
    const live = this.tables[table]
    for (const record of records) {
      live.records.set(record.id, record)
      if (record.ordinal !== undefined && record.ordinal > live.maxOrdinal) live.maxOrdinal = record.ordinal
      for (const index of live.indexes) {
        const key = index.key(record)
        if (key === null) continue
        const list = index.lists.get(key)
        if (list) list.push(record)
        else index.lists.set(key, [record])
      }
    }
    for (const index of live.indexes)
      for (const list of index.lists.values()) if (list.length > 1) list.sort(index.compare)
    this.revision++
    for (const cells of [live.cells, ...live.indexes.flatMap((i) => [i.contents, i.orders])])
      for (const cell of cells.all()) this.markChanged(cell)
    this.markChanged(live.cell)
  }

  /** Applies a change in memory. Field by field: an update touches only the fields it names. @throws Error while a draft is open */
  apply(change: Change): void {
    if (this.drafted) throw new Error('A draft is open in these records.')
    this.revision++
    for (const table of tableNames) {
      const removed = change.removed[table]
      if (removed) for (const id of Object.keys(removed)) this.write(table, id, undefined)
      const updated = change.updated[table]
      if (updated) {
        for (const [id, [, after]] of Object.entries(updated)) {
          const record = this.tables[table].records.get(id)
          if (record) this.write(table, id, { ...record, ...after })
        }
      }
      const added = change.added[table]
      if (added) for (const [id, record] of Object.entries(added as Record<string, Rec>)) this.write(table, id, record)
    }
  }

  /** The highest ordinal of each table, for a draft to restore. */
  ordinals(): readonly number[] {
    return tableNames.map((name) => this.tables[name].maxOrdinal)
  }

  restoreOrdinals(marks: readonly number[]): void {
    tableNames.forEach((name, i) => (this.tables[name].maxOrdinal = marks[i] ?? -1))
  }

  /** One write, with the indexes and with the cells of what it touches; answers the record that stood before. */
  write(table: TableName, id: string, next: Rec | undefined): Rec | undefined {
    const live = this.tables[table]
    const before = live.records.get(id)
    const mark = this.drafted ? this.markDrafted : this.markChanged
    this.draftValues.clear()
    if (next) {
      live.records.set(id, next)
      if (next.ordinal !== undefined && next.ordinal > live.maxOrdinal) live.maxOrdinal = next.ordinal
    } else live.records.delete(id)
    mark(live.cell)
    const cell = live.cells.watched(id)
    if (cell) mark(cell)
    for (const index of live.indexes) {
      const from = before ? index.key(before) : null
      const to = next ? index.key(next) : null
      if (from !== null && before) this.removeFrom(index, from, before)
      if (to !== null && next) this.insertInto(index, to, next)
      const stays = from === to && before !== undefined && next !== undefined && index.compare(before, next) === 0
      for (const key of from === to ? [from] : [from, to]) if (key !== null) markList(index, key, stays, mark)
    }
    return before
  }

  private listAt(index: IndexName, key: string): Rec[] | undefined {
    return this.indexes[index]?.lists.get(key)
  }

  private removeFrom(index: LiveIndex, key: string, record: Rec): void {
    const list = index.lists.get(key)
    if (!list) return
    let at = position(list, record, index.compare)
    if (list[at] !== record) at = list.indexOf(record)
    if (at < 0) return
    if (list.length === 1) index.lists.delete(key)
    else this.ownList(index, key, list).splice(at, 1)
  }

  private insertInto(index: LiveIndex, key: string, record: Rec): void {
    const list = index.lists.get(key)
    if (list) this.ownList(index, key, list).splice(position(list, record, index.compare), 0, record)
    else index.lists.set(key, [record])
  }

  /** The list itself while nobody holds it, else a copy in its place. */
  private ownList(index: LiveIndex, key: string, list: Rec[]): Rec[] {
    if (!this.handedOut.has(list)) return list
    const copy = list.slice()
    index.lists.set(key, copy)
    return copy
  }
}

function markList(index: LiveIndex, key: string, stays: boolean, mark: (cell: VersionCell) => void): void {
  const content = index.contents.watched(key)
  if (content) mark(content)
  const order = stays ? undefined : index.orders.watched(key)
  if (order) mark(order)
}

function position(list: readonly Rec[], record: Rec, compare: Compare): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(list[middle]!, record) < 0) low = middle + 1
    else high = middle
  }
  return low
}
