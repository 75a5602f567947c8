import { create } from 'zustand'
import type { SoundLane } from '@shared/domain/sound/soundRows'

/** What is chosen among the sounds, and the lane that is heard alone; nobody else's business, so it is not kept. */
export const useSoundView = create<{
  readonly chosen: readonly string[]
  readonly solo: SoundLane | null
  /** The end of a clip that the keys trim. */
  readonly end: 'start' | 'end'
  /** A recording is under way. */
  readonly recording: boolean
}>(() => ({ chosen: [], solo: null, end: 'end', recording: false }))
