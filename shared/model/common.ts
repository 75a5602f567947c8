import { z } from 'zod'

/** Record ids are opaque strings; a look, a shot and an asset never share one. */
export const idSchema = z.string().min(1).max(80)
export const nullableId = idSchema.nullable()

/** Names shown in lists: one line, not empty. */
export const nameSchema = z
  .string()
  // Pasted names bring tabs and line ends along, which nothing could show.
  .overwrite((name) => name.replace(/\p{Cc}+/gu, ' '))
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\n\r]*$/, 'expected one line')
/** Free text of a user: descriptions, action, dialogue. */
export const textSchema = z.string().max(100_000)
/** A position within a shot's duration or a frame's side, 0 to 1. */
export const fractionSchema = z.number().min(0).max(1)
/** The farthest below the picture's upper edge that feet may stand, in frame heights: those of an extreme close-up. */
export const lowestPosition = 6
/** A position on the film picture; figures may stand partly outside it. */
export const positionSchema = z.number().min(-2).max(lowestPosition)
/** Longest number of a shot or scene, in characters. */
export const longestNumber = 20
/** A key of fractional-indexing; sorts as plain text. */
export const orderKeySchema = z.string().min(1).max(10_000)
export const ordinalSchema = z.number().int().nonnegative()
/** sha-256 of a stored file, lower-case hex. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/, 'expected a sha-256 in hex')
/** 1-based line numbers of the imported script. */
export const lineSchema = z.number().int().positive()

export const frameEndSchema = z.enum(['start', 'end'])
/** Which still of a shot: its first or its last picture. */
export type FrameEnd = z.infer<typeof frameEndSchema>
