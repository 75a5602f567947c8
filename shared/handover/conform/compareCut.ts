import { scenesInOrder, shotsOfScene } from '../../domain/lookup'
import type { ReadRecords } from '../../records/recordStore'
import type { EditedCut, Piece } from './editedCut'
import { clipMatcher } from './matchClips'
import { movedIn } from './order'

/** A shot that came back with another length, in frames. */
export interface ChangedDuration {
  readonly shotId: string
  readonly from: number
  readonly to: number
  /** How many frames were cut off its beginning; what is more or less is at its end. */
  readonly head: number
}

/** A shot, or a whole scene, that came back at another place. */
export interface ChangedPlace {
  readonly kind: 'shot' | 'scene'
  readonly id: string
  /** What it came back behind; null = at the beginning of what was exported. */
  readonly afterId: string | null
}

/** A clip that is no shot of the film. */
export interface ForeignClip {
  readonly name: string
  /** In frames, from the start of the timeline. */
  readonly start: number
  readonly frames: number
  /** The shot it came back behind; null = before all of them. */
  readonly afterShotId: string | null
}

/** How an edited timeline differs from the film. */
export interface CutDifference {
  /** The shots that were compared, as the film has them. */
  readonly shotIds: readonly string[]
  /** What came back, each shot once, in the order of the edit; null when that is the order of the film. */
  readonly order: readonly string[] | null
  /** The fewest moves that lead there. */
  readonly places: readonly ChangedPlace[]
  readonly durations: readonly ChangedDuration[]
  /** Shots that did not come back. */
  readonly dropped: readonly string[]
  /** Shots that came back more than once; the first time counts for the order, their length stays. */
  readonly repeated: readonly { readonly shotId: string; readonly times: number }[]
  readonly foreign: readonly ForeignClip[]
  /** What was seen, by the shot it stands for. */
  readonly clips: readonly MatchedClip[]
}

export interface MatchedClip {
  /** Null for a clip that is no shot of the film. */
  readonly shotId: string | null
  readonly name: string
  readonly start: number
  readonly frames: number
  readonly from: number
}

/** Compares what came back with the film as it is now. Shots that were not exported, or made since, are left alone. */
export function compareCut(store: ReadRecords, cut: EditedCut): CutDifference {
  const match = clipMatcher(store)
  const clips = joined(cut.pieces.map((piece) => ({ piece, shotId: match(piece) })))
  const compared = shotsCompared(store, cut, clips)
  const inRange = new Set(compared)
  // What is of the film but was not exported with this timeline came from elsewhere.
  const matched = clips.map((clip) => ({
    ...clip,
    shotId: clip.shotId !== null && inRange.has(clip.shotId) ? clip.shotId : null,
  }))
  const times = new Map<string, number>()
  for (const { shotId } of matched) if (shotId !== null) times.set(shotId, (times.get(shotId) ?? 0) + 1)
  const wanted = [...times.keys()]
  const film = compared.filter((id) => times.has(id))
  const isInOrder = film.every((id, i) => wanted[i] === id)
  return {
    shotIds: compared,
    order: isInOrder ? null : wanted,
    places: isInOrder ? [] : placesOf(store, film, wanted),
    durations: matched.flatMap((clip) =>
      clip.shotId !== null && times.get(clip.shotId) === 1 ? changedDuration(store, clip.shotId, clip) : [],
    ),
    dropped: compared.filter((id) => !times.has(id)),
    repeated: [...times].flatMap(([shotId, n]) => (n > 1 ? [{ shotId, times: n }] : [])),
    foreign: foreignOf(matched),
    clips: matched,
  }
}

/** Pieces of one shot that follow each other without a frame missing are one clip. */
function joined(found: readonly { piece: Piece; shotId: string | null }[]): MatchedClip[] {
  const clips: MatchedClip[] = []
  for (const { piece, shotId } of found) {
    const { name, start, frames, from } = piece
    const last = clips.at(-1)
    const goesOn =
      last &&
      shotId !== null &&
      last.shotId === shotId &&
      last.start + last.frames === start &&
      last.from + last.frames === from
    if (goesOn) clips[clips.length - 1] = { ...last, frames: last.frames + frames }
    else clips.push({ shotId, name, start, frames, from })
  }
  return clips
}

/** The shots that were there to be edited: as the file says, else all from the first to the last scene that came back. */
function shotsCompared(store: ReadRecords, cut: EditedCut, clips: readonly MatchedClip[]): string[] {
  const scenes = scenesInOrder(store)
  const inStory = scenes.flatMap((scene) => shotsOfScene(store, scene.id).map((shot) => shot.id))
  const back = new Set(clips.flatMap(({ shotId }) => shotId ?? []))
  if (cut.range) {
    const range = new Set([...cut.range, ...back])
    return inStory.filter((id) => range.has(id))
  }
  const holds = scenes.map((scene) => shotsOfScene(store, scene.id).some((shot) => back.has(shot.id)))
  const [first, last] = [holds.indexOf(true), holds.lastIndexOf(true)]
  return scenes
    .slice(Math.max(0, first), last + 1)
    .flatMap((scene) => shotsOfScene(store, scene.id).map((shot) => shot.id))
}

/** A length that changed, and how much of it at the beginning; stills that editing programs begin anywhere count from their end. */
function changedDuration(store: ReadRecords, shotId: string, clip: MatchedClip): ChangedDuration[] {
  const from = store.must('shots', shotId).durationFrames
  const head = clip.from > 0 && clip.from + clip.frames <= from ? clip.from : 0
  return clip.frames === from ? [] : [{ shotId, from, to: clip.frames, head }]
}

function foreignOf(clips: readonly MatchedClip[]): ForeignClip[] {
  let afterShotId: string | null = null
  return clips.flatMap(({ shotId, name, start, frames }) => {
    if (shotId === null) return [{ name, start, frames, afterShotId }]
    afterShotId = shotId
    return []
  })
}

/**
 * What has to be moved: whole scenes first, by where most of each lies together, then shots. A shot that came back among those of another scene
 * belongs to it from then on.
 */
function placesOf(store: ReadRecords, film: readonly string[], wanted: readonly string[]): ChangedPlace[] {
  const sceneOf = (id: string) => store.must('shots', id).sceneId
  const homes = homeRuns(wanted, sceneOf)
  const scenesNow = [...new Set(film.map(sceneOf))]
  const scenesWanted = [...homes].sort(([, a], [, b]) => a - b).map(([id]) => id)
  const movedScenes = movedIn(scenesNow, scenesWanted)
  const places: ChangedPlace[] = scenesWanted.flatMap((id, i) =>
    movedScenes.has(id) ? [{ kind: 'scene' as const, id, afterId: scenesWanted[i - 1] ?? null }] : [],
  )
  const moved = movedIn(
    scenesWanted.flatMap((scene) => film.filter((id) => sceneOf(id) === scene)),
    wanted,
  )
  wanted.forEach((id, i) => {
    if (moved.has(id)) places.push({ kind: 'shot', id, afterId: wanted[i - 1] ?? null })
  })
  return places
}

/** Where the longest unbroken row of each scene begins. */
function homeRuns(wanted: readonly string[], sceneOf: (id: string) => string): Map<string, number> {
  const best = new Map<string, { at: number; length: number }>()
  for (let i = 0; i < wanted.length;) {
    const scene = sceneOf(wanted[i]!)
    let end = i + 1
    while (end < wanted.length && sceneOf(wanted[end]!) === scene) end++
    if (end - i > (best.get(scene)?.length ?? 0)) best.set(scene, { at: i, length: end - i })
    i = end
  }
  return new Map([...best].map(([scene, { at }]) => [scene, at]))
}
