import type { FrameEnd } from '../../model/common'
import type { ReadRecords } from '../../records/recordStore'
import { dayTimeOf } from '../time/dayTime'
import { actingIn, drawnAt } from './acting'
import type { FrameDescription, FrameLocation } from '../../drawing/frameDescription'
import { isInCar } from '../../drawing/sets/kind'
import { titleLines } from '../../language/reading/titleCard'
import { viewOf } from '../../language/reading/view'
import { wordsOfSet } from '../../language/reading/ways'
import { weatherOf } from '../../language/reading/weather'
import { existingShot, settingsOf } from '../lookup'
import { subjectsOf } from '../manifest/manifest'
import { pictureOf } from './pictureOf'
import { sizeIn } from './blockingFacts'
import { placements } from './placement'
import { restingIn } from './resting'
import { shownWords, stagingOf, stillWords } from './staging'

/** The longer side of a still. */
const longSidePx = 1920

/** The project's picture size in even pixels (domain.md 5.10). */
export function frameSize(aspectWidth: number, aspectHeight: number): { width: number; height: number } {
  const even = (px: number) => Math.max(2, Math.round(px / 2) * 2)
  if (aspectWidth >= aspectHeight) return { width: longSidePx, height: even((longSidePx * aspectHeight) / aspectWidth) }
  return { width: even((longSidePx * aspectWidth) / aspectHeight), height: longSidePx }
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
  const acting = actingIn(store, shot, people, staging, resting, places, isInCar(scene.intExt, scene.set))
  const at = drawnAt(store, shot, frame, people, acting, places, project.aspectWidth / project.aspectHeight)
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
