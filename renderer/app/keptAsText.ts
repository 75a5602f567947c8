import { z } from 'zod'
import { remembered } from './remembered'

const kept = remembered('keptAsText', z.object({ ids: z.array(z.string()).readonly().catch([]) }))

/** Crossings whose warning was read and put aside, by assignment. */
export const useKeptAsText = kept.use
export const keepAsText = (assignmentId: string) => kept.set({ ids: [...kept.use.getState().ids, assignmentId] })

/** The warning of a crossing that was put aside comes back, with what splitting would make. */
export const askAboutCrossing = (assignmentId: string) =>
  kept.set({ ids: kept.use.getState().ids.filter((id) => id !== assignmentId) })
