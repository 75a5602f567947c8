import { z } from 'zod'
import { idSchema, ordinalSchema } from './common'
import { breakdownSchema } from './project'

/** The text of an imported script, for the Script view and for re-import. */
export const scriptSchema = z.object({
  id: idSchema,
  fileName: z.string().max(500),
  format: z.enum(['fountain', 'fdx', 'text', 'csv', 'storyboarder']),
  /** Line by line as line numbers count it; FDX is written out as Fountain lines. */
  text: z.string(),
  /** The rule it was broken down by. */
  breakdown: breakdownSchema,
  ordinal: ordinalSchema,
})
export type Script = z.infer<typeof scriptSchema>
