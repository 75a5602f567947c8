import type { Interval } from '@shared/domain/presence/presenceTimes'
import { parseTime } from '@shared/domain/time/parseTime'
import { readPercent } from '@shared/language/readNumber'
import { secondsText } from '@shared/language/unitWords'
import type { Timing } from '@shared/model/frameRate'

export type Edge = 'enter' | 'exit'

/** A moment of a shot that a user typed, as a fraction of it, or one sentence why it is none. */
export type ReadMoment = { readonly at: number } | { readonly refused: string }

/** "35 %" of the shot. */
export function momentInPercent(text: string): ReadMoment {
  const at = readPercent(text)
  return at === null ? { refused: 'Not a part of the shot. Give percent, such as 35 %.' } : { at }
}

/** "1.5 s", "36 f" or "00:01:12" from the shot's start. */
export function momentInTime(text: string, durationFrames: number, timing: Timing): ReadMoment {
  const read = parseTime(text, timing)
  return 'refused' in read ? read : { at: read.frames / durationFrames }
}

/**
 * Why an entrance or exit cannot stand at a fraction of the shot: one sentence with the way out, or null when it can.
 * @param at fraction of the shot
 * @param now the interval that stands, whose other edge stays
 */
export function edgeRefusal(edge: Edge, at: number, now: Interval, shotSeconds: number): string | null {
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
