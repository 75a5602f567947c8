import { z } from 'zod'

export const printProfiles = ['boards', 'contact', 'list', 'breakdown'] as const
export type PrintProfile = (typeof printProfiles)[number]

export const printFields = [
  'camera',
  'duration',
  'action',
  'dialogue',
  'who',
  'moves',
  'notes',
  'arrows',
  'marks',
] as const
export type PrintField = (typeof printFields)[number]

/** How fine the pictures are, in dots an inch and as JPEG: to be read on a screen, to be printed, or to be printed large. */
export const printQualities = {
  screen: { dpi: 110, jpeg: 72 },
  print: { dpi: 200, jpeg: 85 },
  fine: { dpi: 300, jpeg: 92 },
} as const
export type PrintQuality = keyof typeof printQualities

/** How a PDF is laid out, as it comes from outside. */
export const printOptionsSchema = z.strictObject({
  /** Boards with words, many small pictures, the shots as a table, or who, what and where of each scene. */
  profile: z.enum(printProfiles).default('boards'),
  paper: z.enum(['a4', 'letter']).default('a4'),
  upright: z.boolean().default(false),
  perPage: z.number().int().min(1).max(12).default(6),
  frames: z.enum(['start', 'end', 'both']).default('both'),
  quality: z.enum(['screen', 'print', 'fine']).default('print'),
  /** What stands over and under each panel of boards, and what is drawn over its pictures. */
  fields: z
    .array(z.enum(printFields))
    .max(printFields.length)
    .default(['camera', 'duration', 'action', 'dialogue', 'who', 'moves', 'arrows', 'marks']),
  /** Over every page; {title} is filled in, nothing is no head. */
  head: z.string().max(200).default('{title}'),
  foot: z.boolean().default(true),
  /** Each scene begins a page. */
  pagePerScene: z.boolean().default(true),
  /** At the foot of every page, as it is written here. */
  date: z.string().max(40).default(''),
})
export type PrintOptions = z.infer<typeof printOptionsSchema>
