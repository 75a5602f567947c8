import type { Draft } from '../../records/draft'
import type { ReadRecords } from '../../records/recordStore'
import { Refusal } from '../../records/refusal'

/** The two ids in the order they are stored. */
const orderedPair = (a: string, b: string): [aId: string, bId: string] => (a < b ? [a, b] : [b, a])

function isNeverMerge(store: ReadRecords, a: string, b: string): boolean {
  return store.first('neverMergesOf', orderedPair(a, b).join('/')) !== undefined
}

/** The asset and everything merged into it, also by way of others. */
function mergedIn(store: ReadRecords, assetId: string): string[] {
  return [assetId, ...store.list('assetsMergedInto', assetId).flatMap((a) => mergedIn(store, a.id))]
}

/** A pair of the two, or of what was merged into them, that the user said is never to be merged. */
export function keptApart(store: ReadRecords, a: string, b: string): [a: string, b: string] | null {
  const others = mergedIn(store, b)
  for (const one of mergedIn(store, a))
    for (const other of others) if (isNeverMerge(store, one, other)) return [one, other]
  return null
}

/** @throws Refusal KEPT_APART */
export function refuseKeptApart(store: ReadRecords, a: string, b: string): void {
  const pair = keptApart(store, a, b)
  if (pair)
    throw new Refusal('KEPT_APART', { a: store.must('assets', pair[0]).name, b: store.must('assets', pair[1]).name })
}

/** `asset.neverMerge`: remembered, also for the next import; open proposals of the pair are closed (domain.md 8). `never: false` lifts it. @throws Refusal MERGED while one stands merged into the other */
export function neverMerge(draft: Draft, input: { aId: string; bId: string; never?: boolean | undefined }): void {
  if (input.aId === input.bId) throw new Refusal('MERGE_SELF')
  for (const id of [input.aId, input.bId])
    if (!draft.get('assets', id)) throw new Refusal('NOT_FOUND', { what: 'The asset' })
  const [aId, bId] = orderedPair(input.aId, input.bId)
  if (input.never === false) {
    for (const n of draft.list('neverMergesOf', `${aId}/${bId}`)) draft.remove('neverMerges', n.id)
    return
  }
  for (const [from, into] of [
    [aId, bId],
    [bId, aId],
  ] as const)
    if (mergedIn(draft, into).includes(from))
      throw new Refusal('MERGED', { asset: draft.must('assets', from).name, into: draft.must('assets', into).name })
  for (const p of draft.list('aliasProposalsInOrder'))
    if (orderedPair(p.intoId, p.fromId).join() === [aId, bId].join() && p.state === 'open')
      draft.update('aliasProposals', p.id, { state: 'rejected' })
  if (!isNeverMerge(draft, aId, bId)) draft.add('neverMerges', { id: draft.newId(), aId, bId })
}
