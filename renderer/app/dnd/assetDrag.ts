import { create } from 'zustand'
import type { MergeReport } from '@shared/domain/merging/mergeAssets'
import { counted, turnStale } from '@shared/language/unitWords'
import { Refusal } from '@shared/records/refusal'
import { preview } from '../preview'
import { recordsNow } from '../projectStore'
import type { MergeKind } from '../merge'

/** An asset on its way: what it is over, and what a drop there would do. Client pixels. */
export interface AssetDrag {
  readonly fromId: string
  readonly overId: string | null
  readonly as: MergeKind
  readonly x: number
  readonly y: number
  readonly sentence: string
  readonly staleShots: ReadonlySet<string>
  readonly refused: boolean
}
export const useAssetDrag = create<{ drag: AssetDrag | null }>(() => ({ drag: null }))

/** "Merge “John” into “John Smith”: 6 assignments, 2 shots turn stale." */
export function mergeSentence(
  fromId: string,
  intoId: string,
  as: MergeKind,
): { sentence: string; staleShots: ReadonlySet<string>; refused: boolean } {
  const records = recordsNow()
  const outcome = preview('asset.merge', { intoId, fromIds: [fromId], as })
  if (outcome instanceof Refusal) return { sentence: outcome.message, staleShots: new Set(), refused: true }
  const { assignmentsMoved } = outcome.answer as MergeReport
  const name = (id: string) => `“${records.must('assets', id).name}”`
  const stale = outcome.staleShots.size
  const what =
    as === 'alias' ? `Merge ${name(fromId)} into ${name(intoId)}` : `${name(fromId)} becomes a look of ${name(intoId)}`
  const facts = [counted(assignmentsMoved, 'assignment'), turnStale(stale, 'shot')]
  return { sentence: `${what}: ${facts.join(', ')}`, staleShots: outcome.staleShots, refused: false }
}

/** Answers the asset at a point of a surface that paints its rows itself; client pixels. */
export type HitSurface = (x: number, y: number) => string | null
const surfaces = new Set<HitSurface>()

export function addHitSurface(surface: HitSurface): () => void {
  surfaces.add(surface)
  return () => surfaces.delete(surface)
}

export function hitSurfaces(x: number, y: number): string | null {
  for (const surface of surfaces) {
    const id = surface(x, y)
    if (id) return id
  }
  return null
}
