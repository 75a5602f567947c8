import { projectOf, shotsInOrder } from '@shared/domain/lookup'
import { framesToSeconds } from '@shared/domain/time/frames'
import { counted, secondsText } from '@shared/language/unitWords'
import type { Change } from '@shared/records/change'
import type { ReadRecords } from '@shared/records/recordStore'
import type { Project } from '@shared/model/project'

/** What another frame rate does to the cuts and the length of the film: "was 24: every cut stays on its frame, the film runs 0.083 s longer". */
export function rateWords(reads: ReadRecords, change: Change, was: string): string {
  const before = projectOf(reads).fps
  const after = (change.updated.project?.['project']?.[1] as Partial<Project> | undefined)?.fps ?? before
  const shots = shotsInOrder(reads)
  const patches = change.updated.shots ?? {}
  let framesBefore = 0
  let framesAfter = 0
  let moved = 0
  for (const shot of shots) {
    const next = patches[shot.id]?.[1]['durationFrames'] as number | undefined
    framesBefore += shot.durationFrames
    framesAfter += next ?? shot.durationFrames
    if (next !== undefined) moved++
  }
  const cuts = moved
    ? `${counted(moved, 'shot gets', 'shots get')} another number of frames`
    : 'every cut stays on its frame'
  const longer = framesToSeconds(framesAfter, after) - framesToSeconds(framesBefore, before)
  const length =
    Math.abs(longer) < 0.0005
      ? 'the film keeps its length'
      : `the film runs ${secondsText(Math.abs(longer), 3)} ${longer > 0 ? 'longer' : 'shorter'}`
  return `was ${was}: ${cuts}, ${length}`
}
