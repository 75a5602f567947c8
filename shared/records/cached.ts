import type { ReadRecords, RecordStore } from './recordStore'
import { TrackedReads, type Watched } from './trackedReads'
import type { VersionCell } from './versionCell'

/** How a value is worked out of records, and when two values of it are the same one. */
export interface Recipe<V> {
  readonly work: (reads: ReadRecords, key: string) => V
  readonly same: (before: V, now: V) => boolean
}

/**
 * A value worked out of the records of one store and kept while everything it read stands. Worked out again it may be the same: then it keeps
 * its identity, and what was worked out of it stands too.
 */
export class CachedValue<V> implements Watched {
  version = 0
  private value: V | undefined
  private cells: readonly VersionCell[] = []
  private values: readonly Watched[] = []
  /** The store's revision at which the value was last known to hold; -1 before the first time. */
  private checkedAt = -1

  constructor(
    private readonly store: RecordStore,
    private readonly recipe: Recipe<V>,
    private readonly key = '',
  ) {}

  /** The value as of now; while a draft is open it is worked out for the draft and not kept. */
  now(): V {
    if (this.store.drafting) return forDraft(this.store, this.recipe, this.key)
    this.refresh()
    return this.value as V
  }

  /** The value as it was last worked out, however much has changed since; worked out when it never was. */
  last(): V {
    return this.checkedAt < 0 ? this.now() : (this.value as V)
  }

  /** The value as it was last worked out; undefined when it never was. */
  known(): V | undefined {
    return this.checkedAt < 0 ? undefined : this.value
  }

  /** Is it known as of now? Looks at what it read without working it out again. */
  isCurrent(): boolean {
    if (this.checkedAt === this.store.revision) return true
    if (this.checkedAt < 0 || !this.holds()) return false
    this.checkedAt = this.store.revision
    return true
  }

  refresh(): void {
    if (this.isCurrent()) return
    this.workOut()
    this.checkedAt = this.store.revision
  }

  /** The value from before the open draft, if it was known and the draft touches what it was worked out of. */
  beforeDraft(asked: Map<Watched, boolean>): { readonly value: V } | null {
    const known = this.checkedAt === this.store.revision
    return known && this.isTouched(asked) ? { value: this.value as V } : null
  }

  differsInDraft(asked: Map<Watched, boolean>): boolean {
    let differs = asked.get(this)
    if (differs !== undefined) return differs
    differs = this.isTouched(asked) && !this.isSameInDraft()
    asked.set(this, differs)
    return differs
  }

  private isTouched(asked: Map<Watched, boolean>): boolean {
    return this.cells.some((cell) => cell.drafted) || this.values.some((value) => value.differsInDraft(asked))
  }

  private isSameInDraft(): boolean {
    try {
      return this.recipe.same(this.value as V, forDraft(this.store, this.recipe, this.key))
    } catch {
      return false
    }
  }

  private holds(): boolean {
    for (const cell of this.cells) if (cell.version > this.checkedAt) return false
    for (const value of this.values) {
      try {
        value.refresh()
      } catch {
        // It can be read no more: who reads it now hears why.
        return false
      }
      if (value.version > this.checkedAt) return false
    }
    return true
  }

  private workOut(): void {
    const reads = new TrackedReads(this.store)
    try {
      const value = this.recipe.work(reads, this.key)
      if (this.checkedAt < 0 || !this.recipe.same(this.value as V, value)) {
        this.value = value
        this.version = this.store.revision
      }
    } catch (error) {
      this.checkedAt = -1
      throw error
    } finally {
      const { cells, values } = reads.finish()
      this.cells = cells
      this.values = values
    }
  }
}

/** A value for the open draft, kept until the draft writes again. */
function forDraft<V>(store: RecordStore, recipe: Recipe<V>, key: string): V {
  const values = store.valuesForDraft(recipe) as Map<string, V>
  if (values.has(key)) return values.get(key)!
  const value = recipe.work(store, key)
  values.set(key, value)
  return value
}

/** A function of records that remembers: call it with any reads, plain or tracked, inside a draft or outside. */
export interface Cached<V> {
  (reads: ReadRecords, key?: string): V
  /** The value as last worked out, for painters; worked out when it never was. */
  last(store: RecordStore, key?: string): V
  /** The value as last worked out, undefined when it never was; never works it out. */
  known(store: RecordStore, key?: string): V | undefined
  /** Is it known as of now, without working it out? */
  isCurrent(store: RecordStore, key?: string): boolean
  /** The values from before the open draft that were worked out of something it changes. Only of those that were known when it began. */
  drafted(store: RecordStore): Iterable<readonly [key: string, before: V]>
}

/**
 * Makes a function of records one that remembers its value by store and key until something it read changes. Called with tracked reads it
 * passes on what it read. While a draft is open nothing remembered is answered, and what is worked out is forgotten when the draft writes again.
 * @param same tells when a value worked out again is the same one, so that who read it need not work again
 */
export function cached<V>(work: Recipe<V>['work'], same: Recipe<V>['same'] = Object.is): Cached<V> {
  const recipe: Recipe<V> = { work, same }
  const stores = new WeakMap<RecordStore, Map<string, CachedValue<V>>>()
  const valueOf = (store: RecordStore, key: string): CachedValue<V> => {
    let values = stores.get(store)
    if (!values) stores.set(store, (values = new Map<string, CachedValue<V>>()))
    let value = values.get(key)
    if (!value) values.set(key, (value = new CachedValue(store, recipe, key)))
    return value
  }
  const read = (reads: ReadRecords, key = ''): V => {
    const store = reads.base
    if (store.drafting) return forDraft(store, recipe, key)
    const value = valueOf(store, key)
    try {
      return reads instanceof TrackedReads ? reads.through(value).now() : value.now()
    } catch (error) {
      stores.get(store)?.delete(key)
      throw error
    }
  }
  return Object.assign(read, {
    last: (store: RecordStore, key = '') => valueOf(store, key).last(),
    known: (store: RecordStore, key = '') => stores.get(store)?.get(key)?.known(),
    isCurrent: (store: RecordStore, key = '') => stores.get(store)?.get(key)?.isCurrent() ?? false,
    *drafted(store: RecordStore): Iterable<readonly [string, V]> {
      const asked = new Map<Watched, boolean>()
      for (const [key, cachedValue] of stores.get(store) ?? []) {
        const before = cachedValue.beforeDraft(asked)
        if (before) yield [key, before.value] as const
      }
    },
  })
}
