import type { Take } from '../../model/result'
import type { ReadRecords } from '../../records/recordStore'

/** How far a take is that was stopped after one of its passes, to be picked and gone on with (domain.md 5.17); null for a whole one. */
export function unfinished(store: ReadRecords, take: Pick<Take, 'id' | 'inputs'>): { made: number; of: number } | null {
  const plan = take.inputs['frame/plan']
  const of = Array.isArray(plan) ? plan.length : 0
  const made = store.list('passesOfTake', take.id).length
  return made > 0 && made < of ? { made, of } : null
}

/** Why such a take is not the still that was asked for. */
export const unfinishedCause = ({ made, of }: { made: number; of: number }): string =>
  `Only ${made === 1 ? 'pass 1' : `passes 1 to ${made}`} of ${of} ${made === 1 ? 'is' : 'are'} made.`
