import { z } from 'zod'
import { remembered } from '../../app/remembered'

const state = remembered(
  'board',
  z.object({
    /** Panels in a row. */
    perRow: z.number().int().min(1).max(6).catch(4),
    /** Which pictures a panel shows. */
    ends: z.enum(['start', 'end', 'both']).catch('both'),
    text: z.boolean().catch(true),
    camera: z.boolean().catch(true),
    /** Who is in the shot. */
    who: z.boolean().catch(true),
    /** How the camera moves, and what was drawn, over the pictures. */
    arrows: z.boolean().catch(true),
    marks: z.boolean().catch(true),
    /** Scenes that are folded, by id. */
    folded: z.record(z.string(), z.boolean()).readonly().catch({}),
    /** How far down it is scrolled, in CSS pixels. */
    scroll: z.number().catch(0),
  }),
)
export const useBoard = state.use
export const setBoard = state.set

export const foldScene = (sceneId: string, folded: boolean): void =>
  setBoard({ folded: { ...useBoard.getState().folded, [sceneId]: folded } })
