import { z } from 'zod'
import { printOptionsSchema } from '@shared/handover/boards/printOptions'
import { exportFormatNames } from '@shared/handover/formats'
import { imageOptionsSchema } from '@shared/handover/images'
import { remembered } from '../../app/remembered'

const images = imageOptionsSchema.parse({})
const print = printOptionsSchema.parse({})

const schema = z.object({
  format: z.enum(exportFormatNames).catch('otio'),
  range: z.enum(['shot', 'scene', 'film']).catch('film'),
  images: imageOptionsSchema.catch(images),
  print: printOptionsSchema.catch(print),
})

/** What was exported last and how, to begin with the next time. */
export const exportState = remembered<z.infer<typeof schema>>('export', schema)
