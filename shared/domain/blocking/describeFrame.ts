import type { FrameEnd } from '../../model/common'
import type { ReadRecords } from '../../records/recordStore'
import { dayTimeOf } from '../time/dayTime'
import { actingIn, drawnAt, inHandOf, type Acting } from './acting'
import type { Pose } from '../../language/lexicon/poses'
import type { Shot } from '../../model/shot'
import { heldIn } from '../told/heldIn'
import type { Held } from '../told/inHands'
import type { FrameDescription, FrameLocation, FrameSubject } from '../../drawing/frameDescription'
import { isInCar } from '../../drawing/sets/kind'
import { titleLines } from '../../language/reading/titleCard'
import { viewOf } from '../../language/reading/view'
import { wordsOfSet } from '../../language/reading/ways'
import { weatherOf } from '../../language/reading/weather'
import { existingShot, foldName, namesOf, settingsOf } from '../lookup'
import { subjectsOf, type Subject } from '../manifest/manifest'
import { pictureOf } from './pictureOf'
import { sizeIn } from './blockingFacts'
import { placements } from './placement'
import { restingIn } from './resting'
import { posturesIn, shownWords, stagingOf, stillWords } from './staging'

/** The longer side of a still. */
const longSidePx = 1920

/** The project's picture size in even pixels (domain.md 5.10). */
export function frameSize(aspectWidth: number, aspectHeight: number): { width: number; height: number } {
  const even = (px: number) => Math.max(2, Math.round(px / 2) * 2)
  if (aspectWidth >= aspectHeight) return { width: longSidePx, height: even((longSidePx * aspectHeight) / aspectWidth) }
  return { width: even((longSidePx * aspectWidth) / aspectHeight), height: longSidePx }
}

/** "Beer raised", as a parenthetical tells of who speaks first, or last. */
function asidePoses(shot: Shot, frame: FrameEnd, people: readonly Subject[]): Map<string, Pose> {
  const lines = frame === 'start' ? shot.dialogue : shot.dialogue.toReversed()
  const out = new Map<string, Pose>()
  for (const { asset } of people) {
    const said = lines.find((line) => namesOf(asset).some((name) => foldName(name) === foldName(line.character)))
    const aside = said?.parenthetical.replace(/[()]/g, '').trim()
    if (!aside) continue
    const words = { text: `${asset.name}, ${aside}.`, state: '', cues: [] }
    const pose = posturesIn(words, frame, [asset], new Set()).get(asset.id)?.pose
    if (pose) out.set(asset.id, pose)
  }
  return out
}

/** What a drawn figure has in hand; whoever drinks or phones has that there. */
function handful(acting: Acting | undefined, held: readonly Held[], id: string): Pick<FrameSubject, 'inHand'> {
  const words = acting && acting.pose !== 'drink' && acting.pose !== 'phone' ? inHandOf(held, id) : null
  return words === null ? {} : { inHand: words }
}

/**
 * One still as the drawing sees it: who is visible, in which look and where. Everything the compositor needs, nothing
 * it would look up.
 */
export function describeFrame(store: ReadRecords, shotId: string, frame: FrameEnd, showNames = true): FrameDescription {
  const shot = existingShot(store, shotId)
  const scene = store.must('scenes', shot.sceneId)
  const project = settingsOf(store)
  const subjects = subjectsOf(store, shotId, frame)
  const people = subjects.filter((s) => s.asset.type === 'character')
  const words = stillWords(shot, frame)
  const staging = stagingOf(
    words,
    frame,
    people.map((s) => s.asset),
    wordsOfSet(`${scene.intExt} ${scene.set}`),
  )
  const places = placements(store, shotId, frame, subjects)
  const resting = restingIn(store, shotId, frame, people)
  const held = heldIn(store, shot, frame, subjects, new Map())
  const acting = actingIn(
    store,
    shot,
    people,
    staging,
    resting,
    asidePoses(shot, frame, people),
    places,
    isInCar(scene.intExt, scene.set),
  )
  const aspect = project.aspectWidth / project.aspectHeight
  const at = drawnAt(store, shot, frame, subjects, acting, held, places, aspect)
  const locations = subjects
    .filter((s) => s.asset.type === 'location')
    .map((s): FrameLocation => ({
      assetId: s.asset.id,
      name: s.asset.name,
      intExt: scene.intExt,
      timeOfDay: dayTimeOf(store, scene.id),
      traits: s.description,
      picture: pictureOf(store, s.look.mediaId),
    }))
  const location = locations[0] ?? null
  const title = titleLines(scene.heading, shot.text)
  const text = shownWords(words)
  const seenThrough = shot.size === 'pov' ? (viewOf(`${scene.set} ${text}`).glass ?? 'eyes') : undefined
  const weather = location?.picture
    ? null
    : weatherOf(scene.set, dayTimeOf(store, scene.id), location?.traits ?? '', text)
  return {
    ...frameSize(project.aspectWidth, project.aspectHeight),
    size: sizeIn(shot, frame),
    angle: shot.angle,
    setName: scene.set,
    showNames,
    ...(seenThrough ? { seenThrough } : {}),
    ...(title && people.length === 0 ? { title: title.slice(0, 12).map((line) => line.slice(0, 200)) } : {}),
    ...(weather ? { weather } : {}),
    location,
    ...(locations.length > 1 ? { moreLocations: locations.slice(1) } : {}),
    subjects: subjects
      .filter((s) => at.has(s.asset.id))
      .map((s) => ({
        ...acting.get(s.asset.id),
        ...handful(acting.get(s.asset.id), held, s.asset.id),
        assetId: s.asset.id,
        name: s.asset.name,
        type: s.asset.type,
        lookName: s.look.name,
        traits: s.description,
        ...at.get(s.asset.id)!,
        picture: pictureOf(store, s.look.mediaId),
      })),
  }
}
