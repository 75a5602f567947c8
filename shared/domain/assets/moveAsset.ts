import type { Asset } from '../../model/asset'
import type { Draft } from '../../records/draft'
import { Refusal } from '../../records/refusal'
import { livingAsset } from '../lookup'

/**
 * `asset.move`: an asset stands before another of its type, or last, in lanes and references alike. Ranks are what says so, and no more of them
 * are written than it takes (domain.md 3.1).
 * @throws Refusal OTHER_TYPE
 */
export function moveAsset(draft: Draft, input: { assetId: string; beforeId: string | null }): void {
  const asset = livingAsset(draft, input.assetId)
  const before = input.beforeId === null ? null : livingAsset(draft, input.beforeId)
  if (before && before.type !== asset.type)
    throw new Refusal('OTHER_TYPE', { asset: asset.name, type: asset.type, before: before.name })
  if (before?.id === asset.id) return
  const all = draft.list('assetsOfType', asset.type)
  const others = all.filter((a) => a.id !== asset.id)
  const at = before ? others.findIndex((a) => a.id === before.id) : others.length
  if (all[at]?.id === asset.id) return
  for (const [id, rank] of ranksFor(asset, others.slice(0, at), others[at])) draft.update('assets', id, { rank })
}

/** The ranks that put an asset behind some and before the next one. */
function ranksFor(
  asset: Asset,
  before: readonly Asset[],
  next: Asset | undefined,
): [id: string, rank: number | null][] {
  const last = before.at(-1)
  // Where nobody is ranked on either side, the first appearance may say it already.
  const behindUnranked = !last || last.rank === null
  if (last && behindUnranked && last.ordinal < asset.ordinal && (!next || asset.ordinal < next.ordinal))
    return [[asset.id, null]]
  if (!behindUnranked || !last) {
    const [low, high] = [last?.rank ?? null, next?.rank ?? null]
    const rank = low === null ? (high === null ? 1 : high - 1) : high === null ? low + 1 : (low + high) / 2
    if (rank !== low && rank !== high) return [[asset.id, rank]]
  }
  const first = (next?.rank ?? 1) - before.length - 1
  return [...before, asset].map((a, i): [string, number] => [a.id, first + i])
}
