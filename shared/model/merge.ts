import { z } from 'zod'
import { idSchema, ordinalSchema } from './common'

/** One thing a merge did, with what is needed to take it back (domain.md 8). */
export const mergeEntrySchema = z.object({
  fromId: idSchema,
  table: z.string().max(60),
  recordId: idSchema,
  action: z.enum(['added', 'updated', 'removed']),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
})
export type MergeEntry = z.infer<typeof mergeEntrySchema>

export const mergeSchema = z.object({
  id: idSchema,
  intoId: idSchema,
  fromIds: z.array(idSchema).min(1).max(200),
  as: z.enum(['alias', 'look']),
  ordinal: ordinalSchema,
  entries: z.array(mergeEntrySchema),
})
export type Merge = z.infer<typeof mergeSchema>

/** Two assets the user said are different; `aId` < `bId`. */
export const neverMergeSchema = z.object({ id: idSchema, aId: idSchema, bId: idSchema })
export type NeverMerge = z.infer<typeof neverMergeSchema>
