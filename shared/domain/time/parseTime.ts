import { readNumber } from '../../language/readNumber'
import { longestShotFrames } from '../../model/shot'
import type { Timing } from '../../model/frameRate'
import type { FrameCount } from '../../model/units'
import { framesToSeconds, secondsInFrames } from './frames'
import { parseTimecode } from './timecode'

/** What a user means by a time they typed, counted in frames with what is left of one, or one sentence why it means nothing. */
export type ReadTime = { readonly frames: number } | { readonly refused: string }

/** Longest duration given in seconds; shot lists hold no longer shots. */
const longestSeconds = 36_000

/** Seconds in a unit, or 'frames'. */
const units: readonly (readonly [RegExp, number | 'frames'])[] = [
  [/^(?:s|secs?|seconds?|″|")$/i, 1],
  [/^(?:f|fr|frames?)$/i, 'frames'],
  [/^(?:ms|milliseconds?)$/i, 0.001],
  [/^(?:m|mins?|minutes?|′|')$/i, 60],
  [/^(?:h|hours?)$/i, 3600],
]

/**
 * Reads a time in any form that people type it (domain.md 12.5):
 * - seconds, alone or with a unit, and with a decimal comma: "2.5", "2,5", "2.5 s", "500 ms", "2 min", "1 min 30 s"
 * - frames: "60 f", "60 frames", "2 s 12 f"
 * - minutes and seconds: "1:30", "1:30.5"
 * - timecode at the project's rate: "00:06:12" (minutes, seconds, frames), "01:00:06:12", "00:01:00;02"
 *
 * Below zero is read too; whether it fits is for the caller to say.
 */
export function parseTime(text: string, timing: Timing): ReadTime {
  const bare = text.trim()
  const minutes = /^(\d{1,4}):(\d{1,2}(?:[.,]\d+)?)$/.exec(bare)
  if (minutes) {
    const seconds = readNumber(minutes[2]!)!
    if (seconds >= 60) return { refused: 'A minute has 60 seconds: after the colon stands less than 60.' }
    return { frames: secondsInFrames(Number(minutes[1]) * 60 + seconds, timing.fps) }
  }
  if (/^[\d:;]+$/.test(bare) && /[:;]/.test(bare)) {
    const read = parseTimecode(bare, timing)
    return 'frame' in read ? { frames: read.frame } : read
  }
  const frames = inUnits(bare, timing)
  return frames === null
    ? {
        refused: `${bare ? `“${bare}” is no time. ` : ''}Give 2.5 s, 60 f or 00:02:12.`,
      }
    : { frames }
}

/** "2.5", "60 f", "1 min 30 s" counted in frames; a number alone is seconds. */
function inUnits(text: string, timing: Timing): number | null {
  const alone = readNumber(text)
  if (alone !== null) return secondsInFrames(alone, timing.fps)
  let frames = 0
  let rest = text
  while (rest) {
    const [all, number, word] = /^([+-]?[\d.,]+)\s*([a-z]+|[″"′'])\.?\s*/i.exec(rest) ?? []
    const value = number === undefined ? null : readNumber(number)
    const unit = units.find(([name]) => name.test(word ?? ''))?.[1]
    if (all === undefined || value === null || unit === undefined) return null
    frames += unit === 'frames' ? value : secondsInFrames(value * unit, timing.fps)
    rest = rest.slice(all.length)
  }
  return text ? frames : null
}

/** What a user means by a shot's duration: whole frames, at least one, or one sentence why it is none. */
export function parseDuration(
  text: string,
  timing: Timing,
): { readonly frames: FrameCount } | { readonly refused: string } {
  const read = parseTime(text, timing)
  if ('refused' in read) return read
  if (read.frames <= 0) return { refused: 'A shot lasts at least one frame. Give more than 0 s.' }
  const frames = Math.max(1, Math.round(read.frames))
  if (frames > longestShotFrames || (!/f/i.test(text) && framesToSeconds(read.frames, timing.fps) > longestSeconds))
    return { refused: 'A shot lasts at most ten hours. Give a shorter time.' }
  return { frames }
}
