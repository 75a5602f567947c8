import { z } from 'zod'
import { idSchema, lineSchema, longestNumber, nullableId, orderKeySchema, textSchema } from './common'

export const shotSizes = [
  'extreme_wide',
  'wide',
  'full',
  'medium_wide',
  'medium',
  'medium_close',
  'close',
  'extreme_close',
  'insert',
  'two_shot',
  'over_shoulder',
  'pov',
] as const
export const shotAngles = ['eye', 'low', 'high', 'overhead', 'dutch'] as const
export const shotSizeSchema = z.enum(shotSizes)
export const shotAngleSchema = z.enum(shotAngles)
export type ShotSize = z.infer<typeof shotSizeSchema>
export type ShotAngle = z.infer<typeof shotAngleSchema>

export const longestShotFrames = 10_000_000

export const dialogueLineSchema = z.object({
  /** The cue without its extension: "STEEL". */
  character: z.string().max(200),
  /** "V.O.", "O.S." or empty. */
  extension: z.string().max(100),
  parenthetical: z.string().max(1000),
  text: textSchema,
})
export type DialogueLine = z.infer<typeof dialogueLineSchema>

export const shotSchema = z.object({
  id: idSchema,
  sceneId: idSchema,
  orderKey: orderKeySchema,
  number: z.string().min(1).max(longestNumber),
  durationFrames: z.number().int().min(1).max(longestShotFrames),
  /** What is seen: the action. */
  text: textSchema,
  dialogue: z.array(dialogueLineSchema).max(1000),
  size: shotSizeSchema.nullable(),
  /** The framing that a move ends in ("pull back"); null = as it began. */
  endSize: shotSizeSchema.nullable(),
  angle: shotAngleSchema.nullable(),
  lens: z.string().max(100),
  movement: z.string().max(200),
  /** State of the action in the first and in the last picture; empty = the writer derives it from the text. */
  startState: textSchema,
  endState: textSchema,
  /** True: time has passed since the shot before, so continuity is not checked across the cut (domain.md 10). */
  timeJump: z.boolean(),
  /** The end frame is built on the chosen start take (domain.md 5); null = nobody said so, and it is not. */
  endFromStart: z.boolean().nullable(),
  notes: textSchema,
  scriptId: nullableId,
  sourceStart: lineSchema.nullable(),
  sourceEnd: lineSchema.nullable(),
})
export type Shot = z.infer<typeof shotSchema>
