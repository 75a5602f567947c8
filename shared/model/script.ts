import { z } from 'zod'
import { idSchema, ordinalSchema } from './common'
import { breakdownSchema } from './project'

/** How a text is read: as Fountain, every line as typed; as a screenplay with the furniture of its pages; or in another form of script. */
export const textReadings = ['fountain', 'screenplay', 'shooting', 'multicam', 'transcript', 'play'] as const
export type TextReading = (typeof textReadings)[number]

export const scriptFormats = [...textReadings, 'fdx', 'csv', 'storyboarder'] as const
export type ScriptFormat = (typeof scriptFormats)[number]

/** The text of an imported script, for the Script view and for re-import. */
export const scriptSchema = z.object({
  id: idSchema,
  fileName: z.string().max(500),
  /** What it is and how it was read. */
  format: z.enum(scriptFormats),
  /** Line by line as line numbers count it; FDX is written out as Fountain lines. */
  text: z.string(),
  /** The rule it was broken down by. */
  breakdown: breakdownSchema,
  ordinal: ordinalSchema,
})
export type Script = z.infer<typeof scriptSchema>
