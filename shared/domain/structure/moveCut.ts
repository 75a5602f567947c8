import { longestShotFrames, type Shot } from '../../model/shot'
import type { Draft } from '../../records/draft'
import { Refusal } from '../../records/refusal'
import { neighbour, storyShot } from '../lookup'

export interface MoveCutInput {
  /** The shot before the cut. */
  shotId: string
  /** How much later; negative is earlier. */
  byFrames: number
  /** The rest of the scene moves along; without it the next shot gives or takes what the first one takes or gives. */
  ripple?: boolean | undefined
}

/**
 * `shot.moveCut`: the end of a shot earlier or later (domain.md 7.10). Rolled, the next shot of the scene gives; rippled, or at the scene's end, the
 * rest moves along. What happens in a shot keeps its part of it.
 * @throws Refusal CUT_TOO_FAR, SHOT_TOO_LONG, IN_TRAY, NOT_FOUND
 */
export function moveCut(draft: Draft, { shotId, byFrames, ripple }: MoveCutInput): void {
  const shot = storyShot(draft, shotId)
  const next = ripple ? undefined : neighbour(draft, shot, 1)
  const lengthen = (which: Shot, by: number) => {
    const durationFrames = which.durationFrames + by
    if (durationFrames < 1) throw new Refusal('CUT_TOO_FAR', { shot: which.number })
    if (durationFrames > longestShotFrames) throw new Refusal('SHOT_TOO_LONG', { shot: which.number })
    draft.update('shots', which.id, { durationFrames })
  }
  lengthen(shot, byFrames)
  if (next) lengthen(next, -byFrames)
}
