import { z } from 'zod'
import { hashSchema, idSchema, nullableId, ordinalSchema } from './common'

/** Longest sound that is taken in, in seconds: a long feature. */
export const longestSound = 6 * 3600

/** What a stored sound is; its id is that of its media. Rows are added, never changed. */
export const soundSchema = z.object({
  id: hashSchema,
  /** How many samples a second, and how many there are of each channel. */
  sampleRate: z.number().int().min(1000).max(768_000),
  samples: z
    .number()
    .int()
    .min(1)
    .max(768_000 * longestSound),
  channels: z.number().int().min(1).max(64),
})
export type Sound = z.infer<typeof soundSchema>

const secondsSchema = z.number().min(0).max(longestSound)
/** When a clip begins, in seconds from what it belongs to: it may begin before its shot. */
export const clipPlaceSchema = z.number().min(-longestSound).max(10_000_000)
/** How much louder, in decibels; the least is silence to the ear. */
export const gainSchema = z.number().min(-60).max(24)

/** A piece of a sound at a place of the film. Times are seconds, so that another frame rate moves nothing. */
export const soundClipSchema = z.object({
  id: idSchema,
  soundId: hashSchema,
  name: z.string().max(200),
  /** What it belongs to and moves with: a shot, a scene, or the film while both are null. */
  shotId: nullableId,
  sceneId: nullableId,
  /** When it begins, counted from there. */
  at: clipPlaceSchema,
  /** What is played of the sound: from where, and how long. */
  from: secondsSchema,
  length: secondsSchema.gt(0),
  fadeIn: secondsSchema,
  fadeOut: secondsSchema,
  gainDb: gainSchema,
  muted: z.boolean(),
  ordinal: ordinalSchema,
})
export type SoundClip = z.infer<typeof soundClipSchema>
