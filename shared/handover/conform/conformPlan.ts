import type { ConformInput } from '../../domain/structure/conformFilm'
import type { ReadRecords } from '../../records/recordStore'
import type { CutDifference } from './compareCut'

/** What the user takes of a difference, by the ids of shots and scenes and the numbers of foreign clips. */
export interface ConformChoice {
  readonly places: ReadonlySet<string>
  /** How each shot gets its new length; one that is not named keeps the old one. */
  readonly durations: ReadonlyMap<string, 'times' | 'parts'>
  /** Dropped shots that go to the tray. */
  readonly trayed: ReadonlySet<string>
  /** Foreign clips that become shots, by their place among the foreign ones. */
  readonly added: ReadonlySet<number>
}

/** Everything that can be taken without losing anything: what did not come back is kept, foreign clips are left. */
export const allChanges = (difference: CutDifference): ConformChoice => ({
  places: new Set(difference.places.map(({ id }) => id)),
  durations: new Map(difference.durations.map(({ shotId }) => [shotId, 'times'])),
  trayed: new Set(),
  added: new Set(),
})

/** What `film.conform` is given for a choice; null when nothing is taken. */
export function conformPlan(store: ReadRecords, difference: CutDifference, choice: ConformChoice): ConformInput | null {
  const scenes = difference.places.filter(({ kind, id }) => kind === 'scene' && choice.places.has(id))
  const input = {
    durations: difference.durations.flatMap(({ shotId, to, head }) => {
      const keeps = choice.durations.get(shotId)
      return keeps ? [{ shotId, durationFrames: to, head: keeps === 'times' ? head : 0, keeps }] : []
    }),
    scenes: scenes.map(({ id, afterId }) => ({
      sceneId: id,
      ...(afterId === null ? { beforeSceneId: firstScene(store, difference, id) } : { afterSceneId: afterId }),
    })),
    shots: shotPlaces(store, difference, choice),
    added: difference.foreign.flatMap(({ name, frames, afterShotId }, i) => {
      if (!choice.added.has(i)) return []
      const [first] = difference.order ?? difference.shotIds
      const beside = afterShotId === null ? { beforeShotId: first } : { afterShotId }
      return first === undefined ? [] : [{ text: name, durationFrames: frames, ...beside }]
    }),
    trayedShotIds: difference.dropped.filter((id) => choice.trayed.has(id)),
  }
  // Several clips behind one shot stand in their order when the last is put there first.
  input.added.reverse()
  return Object.values(input).some((list) => list.length) ? input : null
}

/** The scene that what was exported begins with, before anything was moved. */
function firstScene(store: ReadRecords, difference: CutDifference, other: string): string | undefined {
  return difference.shotIds.map((id) => store.must('shots', id).sceneId).find((id) => id !== other)
}

/** Each moved shot behind the one that it came back behind, and in its own scene where that is at one side of it. */
function shotPlaces(store: ReadRecords, { order, places }: CutDifference, choice: ConformChoice) {
  const moved = new Set(places.flatMap(({ kind, id }) => (kind === 'shot' ? [id] : [])))
  const scene = new Map<string, string>()
  const sceneOf = (id: string) => scene.get(id) ?? store.must('shots', id).sceneId
  // What is moved and not taken has no say in where the others are.
  const row = (order ?? []).filter((id) => !moved.has(id) || choice.places.has(id))
  return row.flatMap((id, i) => {
    if (!moved.has(id)) return []
    const before = row[i - 1]
    const after = row.slice(i + 1).find((one) => !moved.has(one))
    const own = store.must('shots', id).sceneId
    const isFirst = before === undefined || (sceneOf(before) !== own && after !== undefined && sceneOf(after) === own)
    const beside = isFirst ? after : before
    if (beside === undefined) return []
    scene.set(id, sceneOf(beside))
    return [{ shotId: id, ...(isFirst ? { beforeShotId: beside } : { afterShotId: beside }) }]
  })
}
