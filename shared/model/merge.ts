import { z } from 'zod'
import { idSchema, ordinalSchema } from './common'

/**
 * One thing a merge did, with what is needed to take it back (domain.md 8).
 * `updated`: `before` and `after` hold the fields the merge wrote. `removed`: `before` is the whole record. `added`: `after` is the whole record.
 * `owned`: the record came with `fromId` and was not written; `before` is the whole record at the merge.
 */
export const mergeEntrySchema = z.object({
  fromId: idSchema,
  table: z.string().max(60),
  recordId: idSchema,
  action: z.enum(['added', 'updated', 'removed', 'owned']),
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
  /** In the order they were done. */
  entries: z.array(mergeEntrySchema),
})
export type Merge = z.infer<typeof mergeSchema>

/** Two assets the user said are different; `aId` < `bId`. */
export const neverMergeSchema = z.object({ id: idSchema, aId: idSchema, bId: idSchema })
export type NeverMerge = z.infer<typeof neverMergeSchema>
