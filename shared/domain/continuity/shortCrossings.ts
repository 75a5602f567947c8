import type { Shot } from '../../model/shot'
import type { FrameRate } from '../../model/frameRate'
import { roundInput } from '../../records/canonical'
import type { ReadRecords } from '../../records/recordStore'
import { secondsBeside } from '../../language/unitWords'
import { activeMembers, settingsOf } from '../lookup'
import { framesToSeconds, frameToFraction, secondsInFrames } from '../time/frames'
import type { Finding, Fix } from './finding'

/** Shorter crossings cannot be read (domain.md 10). */
const leastSeconds = 0.5

/** Who passes through in less than half a second (domain.md 10). */
export function shortCrossings(store: ReadRecords, shot: Shot): Finding[] {
  const { fps } = settingsOf(store)
  return activeMembers(store, shot.id).flatMap(({ asset, assignment }): Finding[] => {
    const { presence, enterAt, exitAt } = assignment
    const frames = (exitAt - enterAt) * shot.durationFrames
    const seconds = framesToSeconds(frames, fps)
    if (presence !== 'passes_through' || seconds >= leastSeconds - 1e-6) return []
    const set = (label: string, times: object): Fix => ({
      label,
      command: 'assignment.set',
      input: { shotId: shot.id, assetId: asset.id, ...times },
    })
    const wider = halfSecond(enterAt, exitAt, shot.durationFrames, fps)
    const stays = set(`There throughout ${shot.number}`, { presence: 'throughout' })
    return [
      {
        code: 'SHORT_CROSSING',
        key: `${shot.id}/${asset.id}`,
        shotIds: [shot.id],
        assetIds: [asset.id],
        facts: {
          enterAt: roundInput(enterAt),
          exitAt: roundInput(exitAt),
          frames: shot.durationFrames,
          fps: fps.num / fps.den,
        },
        message: () =>
          `${asset.name} passes through ${shot.number} in ${frames < 1 ? 'less than a frame' : secondsBeside(seconds, leastSeconds)}; half a second is the least that can be read.`,
        fixes: () => (wider ? [set('Take half a second', wider), stays] : [stays]),
      },
    ]
  })
}

/** Half a second around the same middle in whole frames, clear of both cuts; null when the shot is too short for it. */
function halfSecond(
  enterAt: number,
  exitAt: number,
  frames: number,
  fps: FrameRate,
): { enterAt: number; exitAt: number } | null {
  const width = Math.ceil(secondsInFrames(leastSeconds, fps))
  const room = frames - 2 - width
  if (room < 0) return null
  const first = Math.min(Math.max(1, Math.round(((enterAt + exitAt) / 2) * frames - width / 2)), 1 + room)
  return { enterAt: frameToFraction(first, frames), exitAt: frameToFraction(first + width, frames) }
}
