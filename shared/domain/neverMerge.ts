import type { Draft } from '../records/draft'
import type { ReadRecords } from '../records/recordStore'
import { Refusal } from '../records/refusal'

/** The two ids in the order they are stored. */
export const orderedPair = (a: string, b: string): [aId: string, bId: string] => (a < b ? [a, b] : [b, a])

export function isNeverMerge(store: ReadRecords, a: string, b: string): boolean {
  return store.first('neverMergesOf', orderedPair(a, b).join('/')) !== undefined
}

/** `asset.neverMerge`: remembered, also for the next import; open proposals of the pair are closed (domain.md 8). */
export function neverMerge(draft: Draft, input: { aId: string; bId: string }): void {
  if (input.aId === input.bId) throw new Refusal('MERGE_SELF')
  for (const id of [input.aId, input.bId]) if (!draft.get('assets', id)) throw new Refusal('NOT_FOUND', { what: 'The asset' })
  const [aId, bId] = orderedPair(input.aId, input.bId)
  for (const p of draft.list('aliasProposalsInOrder')) if (orderedPair(p.intoId, p.fromId).join() === [aId, bId].join() && p.state === 'open') draft.update('aliasProposals', p.id, { state: 'rejected' })
  if (!isNeverMerge(draft, aId, bId)) draft.add('neverMerges', { id: draft.newId(), aId, bId })
}
