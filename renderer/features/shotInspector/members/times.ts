import type { Interval } from '@shared/domain/presence/presenceTimes'

export type Edge = 'enter' | 'exit'

/** A number a user typed, with the units left out: "43 %", "1,5 s". null when it is none. */
export function parseNumber(text: string): number | null {
  const bare = text
    .trim()
    .replace(/\s*(%|s|sec|seconds?|f|frames?)$/i, '')
    .replace(',', '.')
    .trim()
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(bare)) return null
  return Number(bare)
}

export const percentText = (fraction: number) => `${Math.round(fraction * 100)} %`
export const secondsText = (seconds: number) => `${seconds.toFixed(1)} s`

/** A number as it is typed over: at most `digits` decimals, no unit. */
export const plainNumber = (value: number, digits: number) => String(Number(value.toFixed(digits)))

/**
 * Why an entrance or exit cannot stand at a fraction of the shot: one sentence with the way out, or null when it can.
 * @param at fraction of the shot; null when no number was typed
 * @param now the interval that stands, whose other edge stays
 */
export function edgeRefusal(edge: Edge, at: number | null, now: Interval, shotSeconds: number): string | null {
  if (at === null) return 'Not a time. Give a number, such as 1.5.'
  const alone = edge === 'enter' ? now.exitAt === 1 : now.enterAt === 0
  if (edge === 'enter') {
    if (at <= 0) return `Not an entrance: the shot starts at 0 s. For that, choose ${alone ? 'Through' : 'Exits'}.`
    if (at >= 1) return `The shot ends at ${secondsText(shotSeconds)}. Give an earlier time.`
    return at < now.exitAt ? null : `It leaves at ${secondsText(now.exitAt * shotSeconds)}. Give an earlier time.`
  }
  if (at >= 1)
    return `Not an exit: the shot ends at ${secondsText(shotSeconds)}. For that, choose ${alone ? 'Through' : 'Enters'}.`
  if (at <= 0) return 'The shot starts at 0 s. Give a later time.'
  return at > now.enterAt ? null : `It enters at ${secondsText(now.enterAt * shotSeconds)}. Give a later time.`
}

const longest = { seconds: 36_000, frames: 10_000_000 }

/** A duration a user typed: seconds, or whole frames as "84 f". Answers whole frames, or null. */
export function parseDuration(text: string, fps: number): number | null {
  const value = parseNumber(text)
  if (value === null || value <= 0) return null
  if (/f(rames?)?$/i.test(text.trim())) return value >= 1 && value <= longest.frames ? Math.round(value) : null
  return value <= longest.seconds ? Math.max(1, Math.round(value * fps)) : null
}
