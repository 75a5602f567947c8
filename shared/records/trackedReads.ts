import type { TableName, Tables } from '../model/tables'
import { indexes, type IndexedTable, type IndexName } from './indexes'
import type { ReadRecords, RecordStore } from './recordStore'
import { Refusal } from './refusal'
import type { VersionCell } from './versionCell'

/** A value worked out of records. */
export interface Watched {
  /** The revision of the store at which it became what it is. */
  readonly version: number
  /** Works the value out again when something it read changed. */
  refresh(): void
  /** Has it another value in the open draft? @param asked answers so far, as values share what they read */
  differsInDraft(asked: Map<Watched, boolean>): boolean
}
const none: readonly never[] = Object.freeze([])
const nothing = new Set<never>()

/**
 * Reads that note what they served: a record, a list with all in it, only the order of a list, a whole table, or another value that was worked
 * out of records. What was made of these reads holds until one of those cells moves on.
 */
export class TrackedReads implements ReadRecords {
  private cells = new Set<VersionCell>()
  private values = new Set<Watched>()
  private over = false

  constructor(readonly base: RecordStore) {}

  get<T extends TableName>(table: T, id: string): Tables[T] | undefined {
    this.note(this.base.recordCell(table, id))
    return this.base.get(table, id)
  }

  must<T extends TableName>(table: T, id: string): Tables[T] {
    const record = this.get(table, id)
    if (!record) throw new Refusal('NOT_FOUND', { what: `${table} ${id}` })
    return record
  }

  list<I extends IndexName>(index: I, key = ''): readonly Tables[IndexedTable<I>][] {
    this.note(this.base.listCell(index, key))
    return this.base.list(index, key)
  }

  first<I extends IndexName>(index: I, key: string): Tables[IndexedTable<I>] | undefined {
    this.note(this.base.listCell(index, key))
    return this.base.first(index, key)
  }

  beside<I extends IndexName>(
    index: I,
    key: string,
    record: Tables[IndexedTable<I>],
    step: 1 | -1,
  ): Tables[IndexedTable<I>] | undefined {
    return this.inOrder(index, key, this.base.beside(index, key, record, step))
  }

  nth<I extends IndexName>(index: I, key: string, n: number): Tables[IndexedTable<I>] | undefined {
    return this.inOrder(index, key, this.base.nth(index, key, n))
  }

  sizeOf(index: IndexName, key = ''): number {
    this.note(this.base.orderCell(index, key))
    return this.base.sizeOf(index, key)
  }

  positionIn<I extends IndexName>(index: I, key: string, record: Tables[IndexedTable<I>]): number {
    this.note(this.base.orderCell(index, key))
    return this.base.positionIn(index, key, record)
  }

  all<T extends TableName>(table: T): Iterable<Tables[T]> {
    this.note(this.base.tableCell(table))
    return this.base.all(table)
  }

  count(table: TableName): number {
    this.note(this.base.tableCell(table))
    return this.base.count(table)
  }

  /** Notes a value that is read; answers it brought up to date. */
  through<W extends Watched>(value: W): W {
    this.live()
    this.values.add(value)
    value.refresh()
    return value
  }

  /** Ends the reading; answers what was read. Reading on is a fault: nobody would notice when it changes. */
  finish(): { readonly cells: readonly VersionCell[]; readonly values: readonly Watched[] } {
    const read = { cells: [...this.cells], values: this.values.size ? [...this.values] : none }
    this.over = true
    // What was made may hold on to its reads: they hold on to nothing.
    this.cells = nothing
    this.values = nothing
    return read
  }

  /** One record of a list depends on the order of the list and on that record, not on the others. */
  private inOrder<I extends IndexName>(
    index: I,
    key: string,
    record: Tables[IndexedTable<I>] | undefined,
  ): Tables[IndexedTable<I>] | undefined {
    this.note(this.base.orderCell(index, key))
    if (record) this.note(this.base.recordCell(indexes[index].table, record.id))
    return record
  }

  private note(cell: VersionCell): void {
    this.live()
    this.cells.add(cell)
  }

  private live(): void {
    if (this.over) throw new Error('These reads are over; read anew.')
  }
}
