import type { Dismissal } from '../../model/suggestion'
import { digest } from '../../records/digest'
import type { ReadRecords } from '../../records/recordStore'
import type { Finding } from './finding'

type Facts = Pick<Finding, 'code' | 'key' | 'facts'>

/** The dismissal that was written for a finding, whether or not its facts still hold. */
export function dismissalOf(store: ReadRecords, { code, key }: Pick<Finding, 'code' | 'key'>): Dismissal | undefined {
  return store.first('dismissalsOf', `${code}/${key}`)
}

/**
 * Did the user put this aside on the facts as they are now? Changed facts show the note again; facts changed back (undo, restore) are the ones
 * the user judged, so it is put aside again (domain.md 10).
 */
export function isDismissed(store: ReadRecords, finding: Facts): boolean {
  const dismissal = dismissalOf(store, finding)
  return dismissal !== undefined && dismissal.facts === digest(finding.facts)
}
