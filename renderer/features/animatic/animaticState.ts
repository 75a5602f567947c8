import { z } from 'zod'
import { StoryClock } from '@shared/domain/time/storyClock'
import { wholeRate } from '@shared/domain/time/frameRates'
import { cached } from '@shared/records/cached'
import { remembered } from '../../app/remembered'
import { Transport, type Reel } from '../../app/transport'
import { mediaTimer } from '../../sound/soundPlayer'

const state = remembered(
  'animatic',
  z.object({
    /** What is played while no in and out points are set. */
    scope: z.enum(['film', 'scene', 'selection']).catch('film'),
    subtitles: z.boolean().catch(true),
    slate: z.boolean().catch(false),
    names: z.boolean().catch(false),
    /** Pixels a frame in the strip; null = all of it fits. */
    zoom: z.number().positive().nullable().catch(null),
  }),
)
export const useAnimatic = state.use
export const setAnimatic = state.set

/** The clock of the whole film. Remembered. */
export const filmClock = cached<StoryClock>((records) => StoryClock.of(records, 'film'))

let reel: Reel = { total: 0, fps: wholeRate(24) }

/** Plays the film; sound keeps its time. Where its playhead stands is never kept with the project. */
export const player = new Transport(() => reel, mediaTimer)
export const usePlayhead = player.use

/** Tells the player what it plays now. */
export function setReel(next: Reel): void {
  reel = next
}
