import { useState, useSyncExternalStore } from 'react'
import { CachedValue } from '@shared/records/cached'
import type { ReadRecords, RecordStore } from '@shared/records/recordStore'
import { useProject } from './projectStore'

interface Held<T> {
  readonly records: RecordStore
  readonly deps: readonly unknown[]
  readonly now: () => T
}

/**
 * What a reading of the project answers. Renders again exactly when something it read changed, and answers the very same value until then; two
 * lists of the same things are the same value.
 *
 * @example const shots = useRead((reads) => shotsOfScene(reads, sceneId), [sceneId])
 * @param read reads only through what it is given, and only while it runs
 * @param deps what it uses beside the project; the linter checks them as it does those of `useMemo`
 */
export function useRead<T>(read: (reads: ReadRecords) => T, deps: readonly unknown[]): T {
  const records = useProject((s) => s.records)
  const hold = (): Held<T> => {
    const value = new CachedValue<T>(records, { work: read, same: sameItems })
    return { records, deps, now: () => value.now() }
  }
  const [held, setHeld] = useState(hold)
  const stands = held.records === records && sameItems(held.deps, deps)
  const current = stands ? held : hold()
  if (!stands) setHeld(current)
  return useSyncExternalStore(useProject.subscribe, current.now)
}

function sameItems(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => Object.is(item, b[i]))
}
