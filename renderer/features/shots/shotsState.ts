import { z } from 'zod'
import { remembered } from '../../app/remembered'

const state = remembered(
  'shots',
  z.object({
    scope: z.enum(['scene', 'film']).catch('scene'),
    /** Shots that are open, by id. */
    open: z.record(z.string(), z.boolean()).readonly().catch({}),
  }),
)
export const useShots = state.use
export const setShots = state.set

/** Opens or closes shots; the others stay as they are. */
export function setOpen(shotIds: readonly string[], isOpen: boolean): void {
  const open = Object.fromEntries(Object.entries(useShots.getState().open).filter(([id]) => !shotIds.includes(id)))
  setShots({ open: isOpen ? { ...open, ...Object.fromEntries(shotIds.map((id) => [id, true])) } : open })
}
