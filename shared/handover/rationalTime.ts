import type { FrameRate, Timing } from '../model/frameRate'
import type { FrameCount, FrameIndex } from '../model/units'
import { parseTimecode } from '../domain/time/timecode'

/** Cutting rooms begin films at one hour, so that what lies before the first picture has a place; the frame that label means. */
export function startFrame(timing: Timing): FrameIndex {
  const read = parseTimecode(`01:00:00${timing.dropFrame ? ';' : ':'}00`, timing)
  return 'frame' in read ? read.frame : 0
}

/** Frames as a fraction of seconds in FCPXML's form: "4s", "96096/24000s". */
export function rationalSeconds(frames: FrameCount | FrameIndex, { num, den }: FrameRate): string {
  const above = frames * den
  return above % num === 0 ? `${above / num}s` : `${above}/${num}s`
}
