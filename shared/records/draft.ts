import type { TableName, Tables } from '../model/tables'
import { tableNames } from '../model/tableNames'
import type { IndexedTable, IndexName } from './indexes'
import { ChangeRecorder, diffRecords, type Change, type Patch } from './change'
import type { ReadRecords, RecordStore } from './recordStore'
import { Refusal, warning, type Params, type RefusalCode, type Warning } from './refusal'

/** Gives ids for new records; the host makes them, so that rules stay deterministic. */
export type NewId = () => string

/**
 * The project as a rule sees it while it works: reads see the rule's own writes. Nothing outside sees them;
 * `propose` takes them back and answers the Change.
 */
export class Draft implements ReadRecords {
  private readonly recorder = new ChangeRecorder()
  private readonly parts: ChangeRecorder[] = []
  readonly warnings: Warning[] = []
  private readonly log: [TableName, string, { readonly id: string } | undefined][] = []
  private readonly ordinals: readonly number[]

  constructor(
    readonly base: RecordStore,
    readonly newId: NewId,
  ) {
    base.openDraft()
    this.ordinals = base.ordinals()
  }

  get<T extends TableName>(table: T, id: string): Tables[T] | undefined {
    return this.base.get(table, id)
  }
  must<T extends TableName>(table: T, id: string): Tables[T] {
    return this.base.must(table, id)
  }
  list<I extends IndexName>(index: I, key?: string): readonly Tables[IndexedTable<I>][] {
    return this.base.list(index, key)
  }
  first<I extends IndexName>(index: I, key: string): Tables[IndexedTable<I>] | undefined {
    return this.base.first(index, key)
  }
  beside<I extends IndexName>(
    index: I,
    key: string,
    record: Tables[IndexedTable<I>],
    step: 1 | -1,
  ): Tables[IndexedTable<I>] | undefined {
    return this.base.beside(index, key, record, step)
  }
  sizeOf(index: IndexName, key?: string): number {
    return this.base.sizeOf(index, key)
  }
  nth<I extends IndexName>(index: I, key: string, n: number): Tables[IndexedTable<I>] | undefined {
    return this.base.nth(index, key, n)
  }
  positionIn<I extends IndexName>(index: I, key: string, record: Tables[IndexedTable<I>]): number {
    return this.base.positionIn(index, key, record)
  }
  all<T extends TableName>(table: T): Iterable<Tables[T]> {
    return this.base.all(table)
  }
  count(table: TableName): number {
    return this.base.count(table)
  }
  nextOrdinal(table: TableName): number {
    return this.base.nextOrdinal(table)
  }

  add<T extends TableName>(table: T, record: Tables[T]): Tables[T] {
    this.write(table, record.id, record)
    for (const r of [this.recorder, ...this.parts]) r.add(table, record)
    return record
  }

  /** Writes the given fields; fields that stay equal are no change. Undefined fields are passed over. */
  update<T extends TableName>(
    table: T,
    id: string,
    fields: { [K in keyof Tables[T]]?: Tables[T][K] | undefined },
  ): Tables[T] {
    const before = this.must(table, id)
    const next: Record<string, unknown> = { ...before }
    for (const [key, value] of Object.entries(fields)) if (value !== undefined) next[key] = value
    const patch = diffRecords(before, next as never)
    if (!patch) return before
    this.write(table, id, next as never)
    for (const r of [this.recorder, ...this.parts]) r.update(table, id, patch[0], patch[1])
    return next as Tables[T]
  }

  remove(table: TableName, id: string): void {
    const record = this.get(table, id)
    if (!record) return
    this.write(table, id, undefined)
    for (const r of [this.recorder, ...this.parts]) r.remove(table, record)
  }

  /** Does everything a change says, as part of the rule's work. */
  apply(change: Change): void {
    for (const table of tableNames) this.applyTo(table, change)
  }

  private applyTo<T extends TableName>(table: T, change: Change): void {
    for (const id of Object.keys(change.removed[table] ?? {})) this.remove(table, id)
    for (const [id, [, after]] of Object.entries<readonly [Patch, Patch]>(change.updated[table] ?? {}))
      if (this.get(table, id)) this.update(table, id, after as Partial<Tables[T]>)
    for (const record of Object.values<Tables[T]>(change.added[table] ?? {})) this.add(table, record)
  }

  warn(code: RefusalCode, params: Params = {}): void {
    this.warnings.push(warning(code, params))
  }

  private write(table: TableName, id: string, next: { readonly id: string } | undefined): void {
    this.log.push([table, id, this.base.write(table, id, next)])
  }

  /** Takes every write back, newest first: the draft is over. */
  takeBack(): void {
    for (const [table, id, before] of this.log.reverse()) this.base.write(table, id, before)
    this.log.length = 0
    this.base.restoreOrdinals(this.ordinals)
    this.base.closeDraft()
  }

  /** The change that a part of the rule's work makes. */
  during(work: () => void): Change {
    const part = new ChangeRecorder()
    this.parts.push(part)
    try {
      work()
    } finally {
      this.parts.splice(this.parts.indexOf(part), 1)
    }
    return part.change()
  }

  /** The change so far. */
  change(): Change {
    return this.recorder.change()
  }
}

export interface Proposal<A = unknown> {
  readonly change: Change
  readonly warnings: readonly Warning[]
  /** What the rule answered, e.g. the id of what it made. */
  readonly answer: A
}

/**
 * Runs a rule and answers what it would change; the store is as before afterwards.
 * @param inspect reads the project with the change in place (impact previews), before it is taken back.
 */
export function propose<A, L = undefined>(
  store: RecordStore,
  newId: NewId,
  rule: (draft: Draft) => A,
  inspect?: (draft: Draft, change: Change) => L,
): (Proposal<A> & { inspected: L }) | Refusal {
  const draft = new Draft(store, newId)
  try {
    const answer = rule(draft)
    const change = draft.change()
    return { change, warnings: draft.warnings, answer, inspected: inspect?.(draft, change) as L }
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  } finally {
    draft.takeBack()
  }
}
