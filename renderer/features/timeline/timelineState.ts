import { create } from 'zustand'
import { z } from 'zod'
import { wholeRate } from '@shared/domain/time/frameRates'
import { remembered } from '../../app/remembered'
import type { CutDraft } from './cutDraft'
import { Transport, type Reel } from '../../app/transport'
import { mediaTimer } from '../../sound/soundPlayer'

const state = remembered(
  'timeline',
  z.object({
    /** What the axis runs over: the chosen scene or the whole film. */
    scope: z.enum(['scene', 'film']).catch('scene'),
    /** Pixels a frame; null = all of it fits the window. */
    zoom: z.number().positive().nullable().catch(null),
    /** Drags snap to cuts, the playhead, other ends and changes of look. */
    snap: z.boolean().catch(true),
    /** The monitor stands above the lanes. */
    monitor: z.boolean().catch(true),
    /** Groups of lanes that are folded, by asset type. */
    collapsed: z.record(z.string(), z.boolean()).readonly().catch({}),
    /** Assets whose lanes stand first and stay in sight. */
    pinned: z.array(z.string()).readonly().catch([]),
    /** Where the lanes are scrolled to, in CSS pixels. */
    scroll: z.object({ x: z.number(), y: z.number() }).readonly().catch({ x: 0, y: 0 }),
  }),
)
export const useTimeline = state.use
export const setTimeline = state.set

/** The cut that is on its way, for what shows beside the lanes. */
export const useCut = create<{ draft: CutDraft | null }>(() => ({ draft: null }))

let reel: Reel = { total: 0, fps: wholeRate(24) }

/** Plays what the lanes show. Where its playhead stands is never kept with the project. */
export const player = new Transport(() => reel, mediaTimer)
export const usePlayhead = player.use

/** Tells the player what it plays now. */
export function setReel(next: Reel): void {
  reel = next
}
