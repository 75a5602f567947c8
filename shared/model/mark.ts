import { z } from 'zod'
import { fractionSchema, frameEndSchema, idSchema, ordinalSchema } from './common'

const markKinds = ['pen', 'arrow', 'box', 'text'] as const
export const markKindSchema = z.enum(markKinds)
export type MarkKind = z.infer<typeof markKindSchema>

export const markColours = ['blue', 'yellow', 'red', 'white', 'black'] as const
export const markColourSchema = z.enum(markColours)
export type MarkColour = z.infer<typeof markColourSchema>

/** Points of one line at the most: a pen that draws for minutes. */
const mostPoints = 4000
/** Where a line goes, as fractions of the picture's sides. An arrow and a box go from the first to the last of them, words begin at the first. */
export const markPointsSchema = z
  .array(z.tuple([fractionSchema, fractionSchema]))
  .min(1)
  .max(mostPoints)
export type MarkPoints = z.infer<typeof markPointsSchema>

/** How thick a line is, as a share of the picture's shorter side; letters are seven times as high. */
export const markWidthSchema = z.number().min(0.001).max(0.05)
export const markOpacitySchema = z.number().min(0.05).max(1)
export const markTextSchema = z.string().max(500)

/** What somebody drew or wrote over a still; no part of the picture. */
export const markSchema = z.object({
  id: idSchema,
  shotId: idSchema,
  frame: frameEndSchema,
  kind: markKindSchema,
  points: markPointsSchema,
  /** The words of a text; empty for the others. */
  text: markTextSchema,
  colour: markColourSchema,
  width: markWidthSchema,
  opacity: markOpacitySchema,
  ordinal: ordinalSchema,
})
export type Mark = z.infer<typeof markSchema>

/** What is drawn of a mark. */
export const drawnMarkSchema = markSchema.pick({
  kind: true,
  points: true,
  text: true,
  colour: true,
  width: true,
  opacity: true,
})
export type DrawnMark = z.infer<typeof drawnMarkSchema>
