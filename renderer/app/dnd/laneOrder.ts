import { Refusal } from '@shared/records/refusal'
import { preview, staleWords } from '../preview'
import { done, run } from '../projectActions'
import { recordsNow } from '../projectStore'
import type { AssetDrag, LaneOrder } from './assetDrag'

/** Others of its kind, in their order. */
function alike(assetId: string) {
  const records = recordsNow()
  const asset = records.must('assets', assetId)
  const all = records.list('assetsOfType', asset.type)
  return { asset, all, at: all.findIndex((a) => a.id === assetId), others: all.filter((a) => a.id !== assetId) }
}

/** The place between two lanes near a point of the window: the outer quarters of a lane's head. Client pixels; null = none. */
export function laneOrderUnder(assetId: string, x: number, y: number): LaneOrder | null {
  const head = document.elementsFromPoint(x, y)[0]?.closest<HTMLElement>('[data-lane-head]')
  const overId = head?.dataset['laneHead']
  if (!head || overId === undefined || overId === assetId) return null
  const { others } = alike(assetId)
  const at = others.findIndex((a) => a.id === overId)
  const { top, height } = head.getBoundingClientRect()
  const down = (y - top) / height
  if (at < 0 || (down > 0.27 && down < 0.73)) return null
  return down < 0.5
    ? { overId, side: 'above', beforeId: overId }
    : { overId, side: 'below', beforeId: others[at + 1]?.id ?? null }
}

/** What putting an asset before another does: "Alice goes before Bob: 3 results turn stale". */
export function orderWords(
  assetId: string,
  beforeId: string | null,
): Pick<AssetDrag, 'sentence' | 'staleShots' | 'refused'> {
  const nothing = { staleShots: new Set<string>(), refused: false }
  const { asset, all, at } = alike(assetId)
  if ((all[at + 1]?.id ?? null) === beforeId) return { ...nothing, sentence: `${asset.name} stands there already` }
  const outcome = preview('asset.move', { assetId, beforeId })
  if (outcome instanceof Refusal) return { ...nothing, sentence: outcome.message, refused: true }
  return {
    ...nothing,
    sentence: `${placeWords(assetId, beforeId)}: ${staleWords(outcome)}`,
    staleShots: outcome.staleShots,
  }
}

function placeWords(assetId: string, beforeId: string | null): string {
  const { asset } = alike(assetId)
  const before = beforeId === null ? undefined : recordsNow().get('assets', beforeId)
  return before ? `${asset.name} goes before ${before.name}` : `${asset.name} goes last of the ${asset.type}s`
}

/** Puts an asset before another of its kind, in lanes and references. */
export async function moveAsset(assetId: string, beforeId: string | null): Promise<void> {
  const { all, at } = alike(assetId)
  if ((all[at + 1]?.id ?? null) === beforeId) return
  const words = placeWords(assetId, beforeId)
  if (await run('asset.move', { assetId, beforeId })) done(`${words}.`)
}

/** Before whom an asset stands one place up or down among its kind; undefined where there is none. */
export function steppedOrder(assetId: string, way: 1 | -1): string | null | undefined {
  const { all, at } = alike(assetId)
  if (way === -1) return all[at - 1]?.id
  return at >= 0 && at < all.length - 1 ? (all[at + 2]?.id ?? null) : undefined
}
