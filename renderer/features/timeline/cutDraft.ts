import { framesToSeconds } from '@shared/domain/time/frames'
import { neighbour, shotsOfScene } from '@shared/domain/lookup'
import type { CommandInputs } from '@shared/ipc/inputSchemas'
import { counted, secondsText, upperFirst } from '@shared/language/unitWords'
import { Refusal } from '@shared/records/refusal'
import { preview, staleWords } from '../../app/preview'
import { recordsNow } from '../../app/projectStore'
import type { TimelineLayout } from './timelineLayout'

export type MoveCut = CommandInputs['shot.moveCut']

/** What moving a cut would do: drawn with the lengths it would give, said in one sentence, sent on release. */
export interface CutDraft {
  readonly input: MoveCut
  /** New lengths in frames by shot. */
  readonly lengths: ReadonlyMap<string, number>
  readonly staleShots: ReadonlySet<string>
  readonly staleResults: number
  readonly staleWords: string
  readonly sentence: string
  readonly refused: string | null
}

/** Works out what moving a cut would do. */
export function draftOfCut({ timing }: TimelineLayout, input: MoveCut): CutDraft {
  const records = recordsNow()
  const outcome = preview('shot.moveCut', input)
  if (outcome instanceof Refusal)
    return {
      input,
      lengths: new Map(),
      staleShots: new Set(),
      staleResults: 0,
      staleWords: '',
      sentence: outcome.message,
      refused: outcome.message,
    }
  const lengths = new Map<string, number>()
  for (const [id, [, after]] of Object.entries(outcome.change.updated.shots ?? {}))
    if ('durationFrames' in after) lengths.set(id, after.durationFrames as number)
  return {
    input,
    lengths,
    staleShots: outcome.staleShots,
    staleResults: outcome.staleResults,
    staleWords: upperFirst(staleWords(outcome)),
    sentence: sentenceOf(input, lengths),
    refused: null,
  }

  function sentenceOf({ shotId, byFrames, ripple }: MoveCut, now: ReadonlyMap<string, number>): string {
    const shot = records.must('shots', shotId)
    const seconds = (frames: number) => secondsText(framesToSeconds(frames, timing.fps), 2)
    const length = now.get(shotId)
    if (length === undefined) return `Shot ${shot.number} runs ${seconds(shot.durationFrames)} as before.`
    const main = `Shot ${shot.number} runs ${seconds(length)}, was ${seconds(shot.durationFrames)}`
    const next = neighbour(records, shot, 1)
    if (!next) return `${main}.`
    if (!ripple)
      return `${main}; shot ${next.number} ${byFrames > 0 ? 'gives' : 'takes'} ${counted(Math.abs(byFrames), 'frame')}.`
    const last = shotsOfScene(records, shot.sceneId).at(-1)!
    return `${main}; ${next.id === last.id ? `${next.number} moves` : `${next.number} to ${last.number} move`} along.`
  }
}
