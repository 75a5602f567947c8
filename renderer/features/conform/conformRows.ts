import { existingScene } from '@shared/domain/lookup'
import { framesToSeconds } from '@shared/domain/time/frames'
import type { ChangedDuration, ChangedPlace, CutDifference } from '@shared/handover/conform/compareCut'
import type { ConformChoice } from '@shared/handover/conform/conformPlan'
import { allChanges } from '@shared/handover/conform/conformPlan'
import { counted, secondsText } from '@shared/language/unitWords'
import type { FrameRate } from '@shared/model/frameRate'
import type { ReadRecords } from '@shared/records/recordStore'

/** What was chosen, as the sheet keeps it: what is listed is left out, or taken beyond the rest. */
export interface Chosen {
  /** Places and lengths that stay as they are. */
  readonly left: ReadonlySet<string>
  /** Shots whose new length keeps the parts of what happens. */
  readonly parts: ReadonlySet<string>
  readonly trayed: ReadonlySet<string>
  readonly added: ReadonlySet<number>
}

export const nothingChosen: Chosen = { left: new Set(), parts: new Set(), trayed: new Set(), added: new Set() }
export const placeKey = ({ kind, id }: ChangedPlace) => `place ${kind} ${id}`
export const lengthKey = ({ shotId }: ChangedDuration) => `length ${shotId}`

/** The choice as `conformPlan` takes it. */
export function choiceOf(difference: CutDifference, chosen: Chosen): ConformChoice {
  const all = allChanges(difference)
  return {
    places: new Set(difference.places.filter((place) => !chosen.left.has(placeKey(place))).map(({ id }) => id)),
    durations: new Map(
      difference.durations
        .filter((one) => !chosen.left.has(lengthKey(one)))
        .map(({ shotId }) => [shotId, chosen.parts.has(shotId) ? 'parts' : all.durations.get(shotId)!]),
    ),
    trayed: chosen.trayed,
    added: chosen.added,
  }
}

/** How many changes a choice takes. */
export const changesIn = ({ places, durations, trayed, added }: ConformChoice): number =>
  places.size + durations.size + trayed.size + added.size

/** The same with something in or out. */
export function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(value)) next.add(value)
  return next
}

/** "3.5 s", by the rate of the film. */
export const lengthWords = (frames: number, fps: FrameRate): string => secondsText(framesToSeconds(frames, fps))

/** "longer by 18 frames", "shorter at the tail", "shorter, head and tail cut". */
export function changeWords({ from, to, head }: ChangedDuration): string {
  const tail = from - head - to
  if (head > 0) return tail > 0 ? 'shorter, head and tail cut' : 'shorter at the head'
  return to > from
    ? `longer by ${counted(to - from, 'frame')}`
    : `shorter by ${counted(from - to, 'frame')}, at the tail`
}

/** Where something was and where it is in the edit, as "after 2". */
export function placeWords(
  reads: ReadRecords,
  difference: CutDifference,
  { kind, id, afterId }: ChangedPlace,
): { name: string; was: string; now: string } {
  const numberOf = (one: string) =>
    kind === 'scene' ? existingScene(reads, one).number : (reads.get('shots', one)?.number ?? '')
  const row =
    kind === 'shot'
      ? difference.shotIds
      : [...new Set(difference.shotIds.flatMap((shotId) => reads.get('shots', shotId)?.sceneId ?? []))]
  const before = row[row.indexOf(id) - 1]
  const after = (one: string | undefined | null) =>
    one === undefined || one === null ? 'at the beginning' : `after ${numberOf(one)}`
  return { name: `${kind === 'scene' ? 'Scene' : 'Shot'} ${numberOf(id)}`, was: after(before), now: after(afterId) }
}

/** Shots that came back as they are. */
export function sameShots(difference: CutDifference): number {
  const changed = new Set([
    ...difference.durations.map(({ shotId }) => shotId),
    ...difference.places.map(({ id }) => id),
    ...difference.dropped,
    ...difference.repeated.map(({ shotId }) => shotId),
  ])
  return difference.shotIds.filter((id) => !changed.has(id)).length
}
