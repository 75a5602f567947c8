import { z } from 'zod'
import { printOptionsSchema } from '@shared/handover/boards/printOptions'
import { cutOptionsSchema } from '@shared/handover/cutPieces'
import { exportFormatNames } from '@shared/handover/formats'
import { imageOptionsSchema } from '@shared/handover/images'
import { movieOptionsSchema } from '@shared/handover/movie/movieOptions'
import { remembered } from '../../app/remembered'

const images = imageOptionsSchema.parse({})
const cut = cutOptionsSchema.parse({})
const print = printOptionsSchema.parse({})
const movie = movieOptionsSchema.parse({})

const schema = z.object({
  format: z.enum(exportFormatNames).catch('otio'),
  range: z.enum(['shot', 'scene', 'film']).catch('film'),
  images: imageOptionsSchema.catch(images),
  cut: cutOptionsSchema.catch(cut),
  print: printOptionsSchema.catch(print),
  movie: movieOptionsSchema.catch(movie),
  /** Ways to lay a PDF out that were given a name. */
  layouts: z
    .array(z.object({ name: z.string().min(1).max(80), print: printOptionsSchema }))
    .max(50)
    .catch([]),
})

/** What was exported last and how, to begin with the next time. */
export const exportState = remembered<z.infer<typeof schema>>('export', schema)
