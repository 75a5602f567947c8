import { create } from 'zustand'
import { z } from 'zod'
import { remembered } from '../../app/remembered'

const state = remembered(
  'timeline',
  z.object({
    /** What the axis runs over: the chosen scene or the whole film. */
    scope: z.enum(['scene', 'film']).catch('scene'),
    /** Pixels a frame; null = all of it fits the window. */
    zoom: z.number().positive().nullable().catch(null),
    /** Drags snap to cuts, the playhead, other ends and changes of look. */
    snap: z.boolean().catch(true),
    /** Groups of lanes that are folded, by asset type. */
    collapsed: z.record(z.string(), z.boolean()).readonly().catch({}),
    /** Where the lanes are scrolled to, in CSS pixels. */
    scroll: z.object({ x: z.number(), y: z.number() }).readonly().catch({ x: 0, y: 0 }),
  }),
)
export const useTimeline = state.use
export const setTimeline = state.set

/** Where the playhead stands: a frame of the clock on screen. Never kept with the project. */
export const usePlayhead = create<{ frame: number }>(() => ({ frame: 0 }))
