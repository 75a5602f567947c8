import { z } from 'zod'

/**
 * Whole rates that also exist slowed by 1000/1001 for NTSC: 24 is then 24000/1001, shown as 23.976 (SMPTE ST 12-1, and ST 12-3
 * above 60). No other division by 1001 is a rate.
 */
export const ntscBases = [24, 30, 48, 60, 72, 96, 120, 240] as const

/**
 * Frames a second as an exact fraction: a whole number from 1 to 240 over 1, or an NTSC rate over 1001. Always written in this form, so
 * that equal rates have equal fields.
 */
export const frameRateSchema = z.union([
  z.strictObject({ num: z.number().int().min(1).max(240), den: z.literal(1) }),
  z.strictObject({ num: z.literal(ntscBases.map((base) => base * 1000)), den: z.literal(1001) }),
])
export type FrameRate = z.infer<typeof frameRateSchema>

/** How a film's frames are counted: how many a second, and by which timecode they are called. */
export interface Timing {
  readonly fps: FrameRate
  /** Drop-frame timecode; only for rates that have one. */
  readonly dropFrame: boolean
}
