import { z } from 'zod'
import { handoverFormatNames } from '@shared/handover/formats'
import { imageOptionsSchema } from '@shared/handover/images'
import { remembered } from '../../app/remembered'

const images = imageOptionsSchema.parse({})

const schema = z.object({
  format: z.enum(handoverFormatNames).catch('otio'),
  range: z.enum(['shot', 'scene', 'film']).catch('film'),
  images: imageOptionsSchema.catch(images),
})

/** What was exported last and how, to begin with the next time. */
export const exportState = remembered<z.infer<typeof schema>>('export', schema)
