import { z } from 'zod'
import { hashSchema, ordinalSchema } from './common'

/** A stored file of the project; its id is the sha-256 of its bytes. Rows are added, never changed. */
export const mediaSchema = z.object({
  id: hashSchema,
  kind: z.enum(['picture', 'video', 'audio']),
  mime: z.string().max(100),
  /** Extension of the stored file, without a dot. */
  ext: z.string().regex(/^[a-z0-9]{1,8}$/),
  bytes: z.number().int().nonnegative(),
  width: z.number().int().nonnegative(),
  height: z.number().int().nonnegative(),
  alpha: z.boolean(),
  /** How long a clip or a sound runs; null = a picture. */
  seconds: z.number().nonnegative().nullable(),
  /** The file it came from, without its path. */
  name: z.string().max(500),
  /** The upright, sRGB, bounded copy everything is drawn from; null = the file itself. */
  workingId: hashSchema.nullable(),
  ordinal: ordinalSchema,
})
export type Media = z.infer<typeof mediaSchema>
