import { z } from 'zod'
import { frameEndSchema, idSchema } from '../model/common'
import {
  markColourSchema,
  markKindSchema,
  markOpacitySchema,
  markPointsSchema,
  markTextSchema,
  markWidthSchema,
} from '../model/mark'

const fields = {
  text: markTextSchema.optional(),
  colour: markColourSchema.optional(),
  width: markWidthSchema.optional(),
  opacity: markOpacitySchema.optional(),
}
const markIds = z.array(idSchema).min(1).max(10_000)
const way = z.number().min(-1).max(1)

/** Input schemas of the commands that draw over stills. */
export const markInputs = {
  'mark.add': z.strictObject({
    shotId: idSchema,
    frame: frameEndSchema,
    kind: markKindSchema,
    points: markPointsSchema,
    ...fields,
  }),
  'mark.update': z.strictObject({
    markIds,
    ...fields,
    /** How far they move, as fractions of the picture. */
    by: z.strictObject({ x: way, y: way }).optional(),
  }),
  'mark.remove': z.strictObject({ markIds }),
}
