import { ntscBases, type FrameRate, type Timing } from '../../model/frameRate'

/** A rate as it may be given: 24, 23.976, "29.97 drop frame", "24000/1001", {num, den}. */
export type FrameRateInput = number | string | { readonly num: number; readonly den: number }

/** A rate that was given, and whether drop-frame timecode was asked for or ruled out with it. */
export interface GivenRate {
  readonly fps: FrameRate
  readonly dropFrame?: boolean
}

/** A whole number of frames a second. @param fps 1 to 240 */
export const wholeRate = (fps: number): FrameRate => ({ num: fps, den: 1 })

export const sameRate = (a: FrameRate, b: FrameRate): boolean => a.num === b.num && a.den === b.den

/** How many frames a timecode counts in its second: 24 for 23.976, 30 for 29.97. */
export const countedRate = ({ num, den }: FrameRate): number => Math.round(num / den)

/** Rates whose timecode can drop frames to keep up with the clock: 29.97, 59.94 and 119.88 (SMPTE ST 12-1, ST 12-3). */
export const canDropFrames = (rate: FrameRate): boolean => rate.den !== 1 && [30, 60, 120].includes(countedRate(rate))

/** A rate as people write it: "24", "23.976", "119.88". `parseFrameRate` reads each back as the same rate. */
export const rateText = (rate: FrameRate): string => String(rateNumber(rate))

/** A rate as a number, rounded as people write it: 23.976. For showing and for answers; count with the fraction. */
export const rateNumber = ({ num, den }: FrameRate): number => Math.round((num / den) * 1000) / 1000

/** A rate with what counts it: "24 fps", "29.97 fps drop frame". */
export function timingText({ fps, dropFrame }: Timing): string {
  return `${rateText(fps)} fps${dropFrame ? ' drop frame' : ''}`
}

/** What a rate may be, for refusals. */
export const frameRateExpectation =
  'a whole number from 1 to 240 or an NTSC rate such as 23.976, 29.97, "29.97 drop frame" or 24000/1001'

/** Reads a rate in any of the forms it may be given in (domain.md 12.1); null for what is none. */
export function parseFrameRate(input: FrameRateInput): GivenRate | null {
  if (typeof input === 'object') return given(fromFraction(input.num, input.den))
  if (typeof input === 'number') return given(fromDecimal(String(input)))
  const [, rate, words] = /^\s*([\d.,]+(?:\s*\/\s*\d+)?)\s*(?:fps)?\s*,?\s*\(?([a-z -]*)\)?\s*$/i.exec(input) ?? []
  if (rate === undefined) return null
  const [num, den] = rate.split('/')
  const fps = den === undefined ? fromDecimal(num!.replace(',', '.')) : fromFraction(Number(num), Number(den))
  const counting = words!.toLowerCase().replace(/[^a-z]/g, '')
  if (!counting) return given(fps)
  if (/^(ndf|nondrop(frame)?)$/.test(counting)) return given(fps, false)
  return /^(df|drop(frame)?)$/.test(counting) && fps && canDropFrames(fps) ? { fps, dropFrame: true } : null
}

function given(fps: FrameRate | null, dropFrame?: boolean): GivenRate | null {
  return fps && { fps, ...(dropFrame === undefined ? {} : { dropFrame }) }
}

function fromFraction(num: number, den: number): FrameRate | null {
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den) || num < 1 || den < 1) return null
  const whole = num / den
  if (Number.isInteger(whole)) return whole <= 240 ? wholeRate(whole) : null
  const base = ntscBases.find((n) => num * 1001 === n * 1000 * den)
  return base === undefined ? null : { num: base * 1000, den: 1001 }
}

/** NTSC rates are written with two decimals or more, rounded or cut off: 23.98, 23.97, 23.976. */
function fromDecimal(text: string): FrameRate | null {
  if (!/^\d+(\.\d+)?$/.test(text)) return null
  const value = Number(text)
  if (Number.isInteger(value)) return fromFraction(value, 1)
  const scale = 10 ** Math.min(text.length - text.indexOf('.') - 1, 9)
  if (scale < 100) return null
  const at = Math.round(value * scale)
  const base = ntscBases.find((n) => {
    const exact = ((n * 1000) / 1001) * scale
    return at === Math.round(exact) || at === Math.floor(exact)
  })
  return base === undefined ? null : { num: base * 1000, den: 1001 }
}
