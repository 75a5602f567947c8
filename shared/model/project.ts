import { z } from 'zod'
import { idSchema, nullableId, textSchema, fractionSchema, nameSchema } from './common'
import { frameRateSchema } from './frameRate'

/** How a script is cut into shots on import (domain.md 11). */
export const breakdownSchema = z.object({
  dialogueWordsPerSecond: z.number().positive().max(20),
  dialogueMaxSeconds: z.number().positive().max(600),
  actionBaseSeconds: z.number().nonnegative().max(60),
  actionSecondsPerTenWords: z.number().nonnegative().max(60),
  minSeconds: z.number().positive().max(60),
})
export type Breakdown = z.infer<typeof breakdownSchema>
export const defaultBreakdown: Breakdown = {
  dialogueWordsPerSecond: 2.5,
  dialogueMaxSeconds: 12,
  actionBaseSeconds: 3,
  actionSecondsPerTenWords: 0.3,
  minSeconds: 2,
}

/** The times a user last gave to each presence (domain.md 1: missing times come from them). */
const lastTimesSchema = z.object({
  enterAt: fractionSchema.nullable(),
  exitAt: fractionSchema.nullable(),
  passes: z.tuple([fractionSchema, fractionSchema]).nullable(),
})

/** The one row of project settings; its id is always `project`. */
/** Pictures that are the film's own. */
export const filmPictures = ['style', 'logo'] as const
export type FilmPicture = (typeof filmPictures)[number]

export const projectSchema = z.object({
  id: z.literal('project'),
  title: nameSchema,
  fps: frameRateSchema,
  /** Timecode drops frames; only at rates that have drop frame. */
  dropFrame: z.boolean(),
  aspectWidth: z.number().int().min(1).max(100_000),
  aspectHeight: z.number().int().min(1).max(100_000),
  styleText: textSchema,
  stylePictureId: nullableId,
  /** The picture in the head of printed pages. */
  logoId: nullableId,
  stage9GeneratorId: idSchema,
  stage10GeneratorId: idSchema,
  stage12GeneratorId: nullableId,
  /** A batch that costs more by the prices of its profile is asked about first; null = none is. */
  askAbove: z.number().nonnegative().max(1_000_000).nullable(),
  breakdown: breakdownSchema,
  lastTimes: lastTimesSchema,
})
export type Project = z.infer<typeof projectSchema>
