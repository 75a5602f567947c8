import { z } from 'zod'
import type { ClockScope } from '../domain/time/storyClock'

const id = z.string().max(4096)

/** A part of the film as it comes from outside. */
export const clockScopeSchema: z.ZodType<ClockScope> = z.union([
  z.literal('film'),
  z.object({ sceneId: id }),
  z.object({ shotIds: z.array(id).max(100_000) }),
])
