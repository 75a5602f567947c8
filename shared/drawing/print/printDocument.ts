import { z } from 'zod'
import { idSchema, textSchema } from '../../model/common'
import { framingSchema } from '../../model/cameraMove'
import { drawnMarkSchema } from '../../model/mark'
import { frameDescriptionSchema } from '../frameDescription'

/** What is drawn over a picture, by choice. */
const overSchema = z
  .object({
    marks: z.array(drawnMarkSchema).max(10_000),
    camera: z.object({ first: framingSchema, last: framingSchema }).nullable(),
  })
  .optional()

/** A picture on paper: a stored one, or the still of a shot that is drawn from its description, by a key of `frames`. */
export const printPictureSchema = z.union([
  z.object({ mediaId: idSchema, width: z.number().positive(), height: z.number().positive(), over: overSchema }),
  z.object({ frame: z.string().max(200), over: overSchema }),
])
export type PrintPicture = z.infer<typeof printPictureSchema>

const styles = ['body', 'spoken', 'quiet'] as const
export type PrintStyle = (typeof styles)[number]

const panelSchema = z.object({
  /** What it is called: "4". */
  name: z.string().max(500),
  /** Beside its name, and at the right end of the line; both may be empty. */
  detail: z.string().max(2000),
  right: z.string().max(500),
  /** null = there is none: an empty frame. */
  pictures: z.array(printPictureSchema.nullable()).min(1).max(2),
  texts: z.array(z.object({ style: z.enum(styles), text: textSchema })).max(3000),
})
export type PrintPanel = z.infer<typeof panelSchema>

const rowSchema = z.object({ cells: z.array(z.union([textSchema, printPictureSchema, z.null()])).max(20) })
export type PrintRow = z.infer<typeof rowSchema>

const sectionSchema = z.object({
  heading: z.string().max(2000),
  panels: z.array(panelSchema).max(100_000),
  rows: z.array(rowSchema).max(100_000),
})
export type PrintSection = z.infer<typeof sectionSchema>

/** What is printed, before it is known what fits on a page. Sizes are points. */
export const printDocumentSchema = z.object({
  title: z.string().max(1000),
  /** Over every page; empty = no head. */
  head: z.string().max(1000),
  /** Before it, small; null = none. */
  logo: z.object({ mediaId: idSchema, width: z.number().positive(), height: z.number().positive() }).nullable(),
  /** Page numbers and the name of what is printed at the foot. */
  foot: z.boolean(),
  /** At the right end of the foot. */
  date: z.string().max(100),
  width: z.number().min(200).max(3000),
  height: z.number().min(200).max(3000),
  /** Width by height of the pictures of panels. */
  aspect: z.number().positive().max(20),
  /** Panels a page at the most, and pictures in each; or columns of a table with their shares of the width. */
  body: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('grid'),
      perPage: z.number().int().min(1).max(60),
      pictures: z.union([z.literal(1), z.literal(2)]),
    }),
    z.object({
      kind: z.literal('table'),
      columns: z
        .array(z.object({ title: z.string().max(200), share: z.number().positive() }))
        .min(1)
        .max(20),
    }),
  ]),
  /** Every section begins a page. */
  pagePerSection: z.boolean(),
  sections: z.array(sectionSchema).max(100_000),
  frames: z.record(z.string(), frameDescriptionSchema),
})
export type PrintDocument = z.infer<typeof printDocumentSchema>
