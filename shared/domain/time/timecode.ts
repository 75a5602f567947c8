import type { FrameRate, Timing } from '../../model/frameRate'
import type { FrameIndex } from '../../model/units'
import { canDropFrames, countedRate, rateText } from './frameRates'

/**
 * Timecode by SMPTE ST 12-1 (domain.md 12.3): hours, minutes, seconds and the frame in the second, counted with the whole rate (24 for 23.976). Without drop
 * frame every label is used, so at NTSC rates it runs 0.1 % slow of the clock. Drop frame skips labels, never frames: the first two of each
 * minute (four at 59.94, eight at 119.88), but not in minutes that ten divides. A drop-frame label has ";" before its frames.
 */
interface Counting {
  /** Labels in a second. */
  readonly base: number
  /** Labels skipped at the start of most minutes; 0 without drop frame. */
  readonly dropped: number
}

function countingOf({ fps, dropFrame }: Timing): Counting {
  const base = countedRate(fps)
  return { base, dropped: dropFrame && canDropFrames(fps) ? base / 15 : 0 }
}

/** A frame's timecode, "01:02:03:04" or "01:02:03;04". Hours go on past 23. @param frame from 0 */
export function formatTimecode(frame: FrameIndex, timing: Timing): string {
  const { hours, minutes, seconds, frames, mark } = labelOf(frame, timing)
  return `${pad(hours)}:${pad(minutes)}:${pad(seconds)}${mark}${frames}`
}

/** A frame's timecode as the window shows it: "02:03:04", with hours only once there are some: "1:02:03:04". */
export function formatShortTimecode(frame: FrameIndex, timing: Timing): string {
  const { hours, minutes, seconds, frames, mark } = labelOf(frame, timing)
  return `${hours ? `${hours}:` : ''}${pad(minutes)}:${pad(seconds)}${mark}${frames}`
}

function labelOf(frame: FrameIndex, timing: Timing) {
  const { base, dropped } = countingOf(timing)
  let label = frame
  if (dropped) {
    const perTenMinutes = base * 600 - dropped * 9
    const perMinute = base * 60 - dropped
    const tens = Math.floor(frame / perTenMinutes)
    // The first minute of ten is whole, the other nine begin with a gap.
    const minutes = Math.max(0, Math.floor(((frame % perTenMinutes) - dropped) / perMinute))
    label += dropped * (tens * 9 + minutes)
  }
  const all = Math.floor(label / base)
  return {
    hours: Math.floor(all / 3600),
    minutes: Math.floor(all / 60) % 60,
    seconds: all % 60,
    frames: pad(label % base, Math.max(2, String(base - 1).length)),
    mark: dropped ? ';' : ':',
  }
}

const pad = (n: number, digits = 2) => String(n).padStart(digits, '0')

/** The frame of a label, whether or not it is one that exists. */
function frameOf([hours, minutes, seconds, frames]: Label, { base, dropped }: Counting): FrameIndex {
  const inMinutes = hours * 60 + minutes
  return (inMinutes * 60 + seconds) * base + frames - dropped * (inMinutes - Math.floor(inMinutes / 10))
}

type Label = readonly [hours: number, minutes: number, seconds: number, frames: number]

/** What a timecode means, or one sentence why it means nothing here. */
export type ReadTimecode = { readonly frame: FrameIndex } | { readonly refused: string }

/**
 * Reads a timecode with frames: "hh:mm:ss:ff" or the short "mm:ss:ff"; numbers may have one digit. ";" before the frames asks for
 * drop frame, whatever the project counts by; ":" leaves it to the project.
 */
export function parseTimecode(text: string, timing: Timing): ReadTimecode {
  const [, left, mark, ff] = /^\s*(\d{1,4}(?::\d{1,2}){1,2})([:;])(\d{1,3})\s*$/.exec(text) ?? []
  if (left === undefined)
    return { refused: `“${text.trim()}” is no timecode. Give hours, minutes, seconds and frames, such as 00:00:06:12.` }
  const drops = mark === ';' || timing.dropFrame
  if (mark === ';' && !canDropFrames(timing.fps))
    return {
      refused: `Timecode with “;” drops frames, and ${rateText(timing.fps)} fps has none to drop. Write ${left}:${ff}.`,
    }
  const counting = countingOf({ fps: timing.fps, dropFrame: drops })
  const parts = left.split(':').map(Number)
  const label = [parts.length > 2 ? parts[0]! : 0, parts.at(-2)!, parts.at(-1)!, Number(ff)] as const
  const refused = labelFault(label, counting, timing.fps)
  return refused === null ? { frame: frameOf(label, counting) } : { refused }
}

function labelFault([, minutes, seconds, frames]: Label, { base, dropped }: Counting, fps: FrameRate): string | null {
  if (minutes > 59 || seconds > 59) return 'A timecode has minutes and seconds from 00 to 59.'
  if (frames >= base)
    return `A second has ${base} frames at ${rateText(fps)} fps: the last part goes from 00 to ${base - 1}.`
  if (dropped && frames < dropped && seconds === 0 && minutes % 10 !== 0)
    return `Drop-frame timecode has no frame ${pad(minutes)}:00;${pad(frames)}: the minute starts with ;${pad(dropped)}.`
  return null
}
