import type { Shot } from '../../model/shot'
import type { FrameCount } from '../../model/units'
import type { Draft } from '../../records/draft'
import { projectOf } from '../lookup'
import { framesToSeconds } from '../time/frames'

/** Clips that begin after the cut of a split belong to the second half; one that sounds across it stays and sounds on (domain.md 13.4). */
export function splitClipsOf(draft: Draft, first: Shot, second: Shot, firstFrames: FrameCount): void {
  const cut = framesToSeconds(firstFrames, projectOf(draft).fps)
  for (const clip of draft.list('clipsOfShot', first.id))
    if (clip.at >= cut - 1e-6)
      draft.update('soundClips', clip.id, { shotId: second.id, at: Math.max(0, clip.at - cut) })
}

/** Clips of a shot that was joined onto another stay at their time. */
export function joinClipsOf(draft: Draft, kept: Shot, gone: Shot, keptFrames: FrameCount): void {
  const cut = framesToSeconds(keptFrames, projectOf(draft).fps)
  for (const clip of draft.list('clipsOfShot', gone.id))
    draft.update('soundClips', clip.id, { shotId: kept.id, at: clip.at + cut })
}

/** The clips of a shot, for its copy. */
export function copyClipsOf(draft: Draft, shotId: string, copyId: string): void {
  for (const clip of draft.list('clipsOfShot', shotId))
    draft.add('soundClips', {
      ...clip,
      id: draft.newId(),
      shotId: copyId,
      ordinal: draft.nextOrdinal('soundClips'),
    })
}
