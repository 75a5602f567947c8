import { z } from 'zod'
import { frameEndSchema, fractionSchema, idSchema, nullableId, ordinalSchema, positionSchema } from './common'

/** A look change inside a shot or in the cut after it (domain.md 2). */
export const transformationSchema = z
  .object({
    id: idSchema,
    sceneAssetInstanceId: idSchema,
    kind: z.enum(['within_shot', 'between_shots']),
    /** The shot it happens in, or the shot it happens after. */
    shotId: idSchema,
    /** Fraction of the shot; null for between_shots. */
    at: fractionSchema.nullable(),
    fromLookId: nullableId,
    toLookId: nullableId,
    carries: z.enum(['scene', 'story']),
    /** Breaks ties of equal `at`. */
    ordinal: ordinalSchema,
    /** Asleep: its assignment was taken away, or a recast has no look for it yet. */
    suspended: z.enum(['', 'uncovered', 'no_look']),
    /** The merge that made it, while nobody edited it. */
    mergeId: nullableId,
  })
  .refine((t) => (t.kind === 'within_shot') === (t.at !== null && t.at > 0 && t.at < 1), {
    message: 'within_shot needs 0 < at < 1, between_shots none',
    path: ['at'],
  })
export type Transformation = z.infer<typeof transformationSchema>

export const shownSchema = z.enum(['full', 'part', 'hidden'])
export type Shown = z.infer<typeof shownSchema>

/** Where an asset stands in a still. Kept by shot and scene instance, so it sleeps while the assignment is away. */
export const blockingSchema = z.object({
  id: idSchema,
  shotId: idSchema,
  sceneAssetInstanceId: idSchema,
  frame: frameEndSchema,
  /** Where the feet (or the base) stand, fractions of the frame. */
  x: positionSchema,
  y: positionSchema,
  /** Height as a fraction of the frame's height. */
  scale: z.number().positive().max(10),
  flip: z.boolean(),
  /** Greater is nearer to the camera. */
  depth: z.number().min(-1000).max(1000),
  /** How much of the figure is seen: whole, in part ("hands only"), or hidden (domain.md 5.8). */
  shown: shownSchema,
  /** The second half of the split that stored it, to hold somebody in place; joining them lets it go (domain.md 7.4). Null = placed by hand. */
  heldBy: nullableId,
})
export type Blocking = z.infer<typeof blockingSchema>

/** A figure that is seen whole, placed by hand. */
export const wholeFigure = { shown: 'full', heldBy: null } as const satisfies Partial<Blocking>

/** The cut where one shot's end frame and the next shot's start frame are the same picture. */
export const seamSchema = z.object({ id: idSchema, fromShotId: idSchema, toShotId: idSchema })
export type Seam = z.infer<typeof seamSchema>
