import type { Scene } from '../../model/scene'
import { cached } from '../../records/cached'
import type { ReadRecords } from '../../records/recordStore'

/** A heading that only tells how its scene follows: "CONTINUOUS", "MOMENTS LATER", "SAME TIME". */
const follows =
  /^(?:(?:a|an|the|few|little|short|while|moments?|minutes?|seconds?|just|at|that|same|time|after|much|continuous|continuing|continous|cont'?d?|continued|later|meanwhile|simultaneous)[\s,.-]*)+$/i
/** After days or hours it may be any time. */
const leap = /\b(?:(?:hours?|days|weeks?|months?|years?)\b|day (?:later|after|before|earlier)\b)/i

const isRelative = ({ timeOfDay }: Pick<Scene, 'timeOfDay'>): boolean => follows.test(timeOfDay.trim())

/** Nobody follows scene upon scene for longer. */
const farthest = 200

/** The time of day of the nearest scene before that tells one, of the story or of the flashbacks in it. */
const carriedTime = cached<string>((store, sceneId) => {
  const scene = store.must('scenes', sceneId)
  let before = store.beside('scenesInOrder', '', scene, -1)
  for (let steps = 0; before && steps < farthest; steps++) {
    if (before.outOfStoryOrder === scene.outOfStoryOrder && before.timeOfDay !== '' && !isRelative(before))
      return leap.test(before.timeOfDay) ? '' : before.timeOfDay
    before = store.beside('scenesInOrder', '', before, -1)
  }
  return ''
})

/** What time of day a scene takes from the one before it; null where its heading tells one, or none at all. */
export function timeFromBefore(store: ReadRecords, sceneId: string): string | null {
  return isRelative(store.must('scenes', sceneId)) ? carriedTime(store, sceneId) : null
}

/** The time of day of a scene (domain.md 4.2): "CONTINUOUS" is the time of the scene before. Empty when nothing tells it. */
export function dayTimeOf(store: ReadRecords, sceneId: string): string {
  const { timeOfDay } = store.must('scenes', sceneId)
  const before = timeFromBefore(store, sceneId)
  return before ?? (leap.test(timeOfDay) ? '' : timeOfDay)
}
