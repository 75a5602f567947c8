import type { Merge, MergeEntry } from '../../model/merge'
import type { Blocking } from '../../model/transformation'
import type { Draft } from '../../records/draft'
import { onlySide } from '../intervals/onlySide'
import { standAt } from '../intervals/standAt'
import type { CutFrames } from '../intervals/splitTimes'

interface Replacing {
  replace(merge: Merge, old: readonly MergeEntry[], next: readonly MergeEntry[]): void
}

interface Recorded {
  readonly entry: MergeEntry
  readonly blocking: Blocking
}

/** The positions a merge took out of a shot, by source. */
function recordedIn(merge: Merge, shotId: string): Map<string, Recorded[]> {
  const out = new Map<string, Recorded[]>()
  for (const entry of merge.entries) {
    if (entry.table !== 'blockings' || entry.action !== 'removed' || entry.before?.['shotId'] !== shotId) continue
    out.set(entry.fromId, [...(out.get(entry.fromId) ?? []), { entry, blocking: entry.before as unknown as Blocking }])
  }
  return out
}

const recorded = (entry: MergeEntry, blocking: Blocking): MergeEntry => ({
  ...entry,
  recordId: blocking.id,
  before: { ...blocking },
})

/**
 * Recorded positions are cut like live ones (domain.md 7, 8).
 * @param staysOf the halves of the source's own stay; null when it had none, so that its positions slept
 */
export function splitRecordedBlockings(
  draft: Draft,
  merge: Merge,
  firstId: string,
  secondId: string,
  cut: CutFrames,
  staysOf: (fromId: string) => { first: unknown; second: unknown } | null,
  rewriting: Replacing,
): void {
  for (const [fromId, records] of recordedIn(merge, firstId)) {
    const stays = staysOf(fromId)
    const old = records.map((r) => r.entry)
    if (stays && !stays.second) continue
    if (stays && !stays.first) {
      rewriting.replace(
        merge,
        old,
        records.map((r) => recorded(r.entry, { ...r.blocking, shotId: secondId })),
      )
      continue
    }
    const start = records.find((r) => r.blocking.frame === 'start')
    const end = records.find((r) => r.blocking.frame === 'end')
    const any = (start ?? end)!
    const at = standAt((start ?? any).blocking, (end ?? any).blocking, cut.first / (cut.first + cut.second))!
    const half = (shotId: string, frame: Blocking['frame']) =>
      recorded(any.entry, { ...any.blocking, ...at, id: draft.newId(), shotId, frame })
    const moved = end ? [recorded(end.entry, { ...end.blocking, shotId: secondId })] : []
    rewriting.replace(merge, end ? [end.entry] : [], [...moved, half(firstId, 'end'), half(secondId, 'start')])
  }
}

/** Recorded positions of two joined shots: the start of the first, the end of the second, or those of the shot the source was in (domain.md 7, 8). */
export function joinRecordedBlockings(
  merge: Merge,
  keptId: string,
  goneId: string,
  inKept: (fromId: string) => boolean,
  inGone: (fromId: string) => boolean,
  rewriting: Replacing,
): void {
  const [kept, gone] = [recordedIn(merge, keptId), recordedIn(merge, goneId)]
  for (const fromId of new Set([...kept.keys(), ...gone.keys()])) {
    const [firsts, seconds] = [kept.get(fromId) ?? [], gone.get(fromId) ?? []]
    const only = onlySide(inKept(fromId), inGone(fromId), firsts, seconds)
    const start = (only ?? firsts).find((r) => r.blocking.frame === 'start')
    const end = (only ?? seconds).find((r) => r.blocking.frame === 'end')
    const stays = [start, end]
      .filter((r) => r !== undefined)
      .map((r) => recorded(r.entry, { ...r.blocking, shotId: keptId }))
    rewriting.replace(
      merge,
      [...firsts, ...seconds].map((r) => r.entry),
      stays,
    )
  }
}
