import { z } from 'zod'
import { remembered } from '../../app/remembered'
import { groupings } from './review/groups'

const state = remembered(
  'script',
  z.object({
    /** The script is being reviewed: the panel beside it asks about what was read. */
    review: z.boolean().catch(false),
    /** How what waits is put together. */
    grouping: z.enum(groupings).catch('doubt'),
  }),
)
export const useScript = state.use
export const setScript = state.set
