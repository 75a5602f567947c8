import { create } from 'zustand'
import type { MergeReport } from '@shared/domain/merging/mergeAssets'
import { counted } from '@shared/language/unitWords'
import { Refusal } from '@shared/records/refusal'
import { preview, staleWords } from '../preview'
import { recordsNow } from '../projectStore'
import type { ScrollRegion } from '../../common/edgeScroll'
import type { MergeKind } from '../sheetKeys'

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
  /** It came from the drawer and goes into shots, not onto another asset. */
  readonly adds: boolean
  /** Alt: the whole scene. */
  readonly wholeScene: boolean
  readonly place: DropPlace | null
  /** Held between two lanes of its kind: it would come to stand there. */
  readonly order: LaneOrder | null
}

/** A place between lanes: beside which one, on which side, and before whom an asset would stand there (null = last of its kind). */
export interface LaneOrder {
  readonly overId: string
  readonly side: 'above' | 'below'
  readonly beforeId: string | null
}

/** Where an asset from the drawer may go: into a shot, there from a moment on (a fraction of it), or into shots of a scene. */
export type DropPlace = { readonly shotId: string; readonly at?: number } | { readonly sceneId: string }
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
  const what =
    as === 'alias' ? `Merge ${name(fromId)} into ${name(intoId)}` : `${name(fromId)} becomes a look of ${name(intoId)}`
  const facts = [counted(assignmentsMoved, 'assignment'), staleWords(outcome, 'shot')]
  return { sentence: `${what}: ${facts.join(', ')}`, staleShots: outcome.staleShots, refused: false }
}

/** A surface with rows that scrolls while an asset is dragged over it. Only the names of assets take a drop: on cells a merge is not what one expects. */
export interface HitSurface {
  /** What scrolls when an asset is held at its rim. */
  readonly region: ScrollRegion
  /** What an asset from the drawer would come into at a point; client pixels. */
  readonly placeAt?: (x: number, y: number) => DropPlace | null
}
const surfaces = new Set<HitSurface>()

export function addHitSurface(surface: HitSurface): () => void {
  surfaces.add(surface)
  return () => surfaces.delete(surface)
}

/** What scrolls at a point: the surface there, or the one whose heads are. Over the heads at the left it scrolls up and down only. */
export function regionAt(x: number, y: number): ScrollRegion | null {
  for (const { region } of surfaces) {
    const { left, right, top, bottom } = region.element.getBoundingClientRect()
    if (x < left || x > right || y < top || y > bottom) continue
    return { ...region, upAndDown: x < left + region.inset.left }
  }
  return null
}

/** What a canvas has at a point, to drop an asset of the drawer into. */
export function surfacePlaceAt(x: number, y: number): DropPlace | null {
  for (const { region, placeAt } of surfaces) {
    const { left, right, top, bottom } = region.element.getBoundingClientRect()
    if (x >= left && x <= right && y >= top && y <= bottom) return placeAt?.(x, y) ?? null
  }
  return null
}
