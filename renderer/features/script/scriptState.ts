import { z } from 'zod'
import { remembered } from '../../app/remembered'

const state = remembered(
  'script',
  z.object({
    /** The script is being reviewed: the panel beside it asks about what was read. */
    review: z.boolean().catch(false),
  }),
)
export const useScript = state.use
export const setScript = state.set
