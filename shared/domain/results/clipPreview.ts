import type { Shot } from '../../model/shot'
import type { ReadRecords } from '../../records/recordStore'
import { existingShot, shotsInOrder } from '../lookup'
import type { ClipMaker } from '../passes/clipMakers'
import { clipToMake, type ClipPlan } from './clips'
import { freshnessOf } from './freshness'

/** A clip as it would be asked for. */
export interface SendClip {
  readonly shot: Shot
  readonly plan: ClipPlan
  readonly status: 'missing' | 'stale' | 'fresh'
  readonly causes: readonly string[]
  /** Stills it is made from although they are stale. */
  readonly staleStills: readonly ('start' | 'end')[]
}

/** Everything that sending clips would do, before it is done. */
export interface ClipPreview {
  readonly clips: readonly SendClip[]
  readonly refused: readonly { readonly shot: Shot; readonly reason: string }[]
  readonly fresh: number
  readonly approved: number
  /** All of them together, as they are made. */
  readonly seconds: number
}

export interface ClipSendRequest {
  readonly scope: 'chosen' | 'stale' | 'all'
  /** All shots of the story where none are named. */
  readonly shotIds?: readonly string[] | undefined
}

/** What a request for clips would send, and what it leaves alone (domain.md 5.12): the same choices that making them takes. */
export function clipPreview(store: ReadRecords, { scope, shotIds }: ClipSendRequest, maker: ClipMaker): ClipPreview {
  const clips: SendClip[] = []
  const refused: { shot: Shot; reason: string }[] = []
  let fresh = 0
  let approved = 0
  for (const shot of shotIds?.map((id) => existingShot(store, id)) ?? shotsInOrder(store)) {
    const todo = clipToMake(store, shot.id, scope, maker)
    if (!todo) continue
    const { plan, status, causes, reason, locked } = todo
    if (plan) {
      const staleStills = plan.keyframes.flatMap(({ frame }) =>
        freshnessOf(store, shot.id, frame === 'start' ? 'startFrame' : 'endFrame').status === 'stale' ? [frame] : [],
      )
      const shown = status === 'missing' || status === 'fresh' ? status : 'stale'
      clips.push({ shot, plan, status: shown, causes, staleStills })
    } else if (locked) approved++
    else if (status === 'fresh') fresh++
    else refused.push({ shot, reason })
  }
  return { clips, refused, fresh, approved, seconds: clips.reduce((sum, { plan }) => sum + plan.madeSeconds, 0) }
}
