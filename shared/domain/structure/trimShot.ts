import { presenceOf } from '../../model/assignment'
import { longestShotFrames, type Shot } from '../../model/shot'
import type { Draft } from '../../records/draft'
import { Refusal } from '../../records/refusal'
import { neighbour, projectOf, storyShot } from '../lookup'
import { framesToSeconds } from '../time/frames'
import { splitTimes, type AssetTimes, type CutFrames } from '../intervals/splitTimes'
import { splitStay, type Stay } from '../intervals/stay'
import { standAt } from '../intervals/standAt'
import { dropAssignment } from '../presence/removeAssignment'
import { keepOrder } from './splitMembers'

export interface TrimInput {
  shotId: string
  durationFrames: number
  /** Frames cut off the beginning. */
  head?: number | undefined
  /** Whether what happens keeps its times, or its part of the shot. */
  keeps: 'times' | 'parts'
}

/**
 * Another length for a shot (domain.md 7.11). What keeps its times stays at its frame, and goes with the part that is cut off: whoever is only there
 * leaves the shot, a change of look there happens in the cut.
 * @throws Refusal SHOT_TOO_LONG, CUT_TOO_FAR, IN_TRAY, NOT_FOUND
 */
export function trimShot(draft: Draft, { shotId, durationFrames, head = 0, keeps }: TrimInput): void {
  const shot = storyShot(draft, shotId)
  if (durationFrames < 1 || head >= shot.durationFrames) throw new Refusal('CUT_TOO_FAR', { shot: shot.number })
  if (durationFrames > longestShotFrames) throw new Refusal('SHOT_TOO_LONG', { shot: shot.number })
  if (keeps === 'times') {
    const kept = Math.min(shot.durationFrames - head, durationFrames)
    trimStands(draft, shot, head, head + kept)
    const tail = shot.durationFrames - head - kept
    if (tail > 0) cutOff(draft, shot, { first: head + kept, second: tail }, 'first')
    if (head > 0) cutOff(draft, shot, { first: head, second: kept }, 'second')
    if (durationFrames > kept) stretch(draft, shot, kept / durationFrames)
    if (head > 0) moveSounds(draft, shot, head)
  }
  draft.update('shots', shot.id, { durationFrames })
}

/** Blocking at the new ends is where everybody was at that moment. */
function trimStands(draft: Draft, shot: Shot, from: number, to: number): void {
  const all = draft.list('blockingsOfShot', shot.id)
  for (const start of all.filter((one) => one.frame === 'start')) {
    const end = all.find((one) => one.frame === 'end' && one.sceneAssetInstanceId === start.sceneAssetInstanceId)
    if (!end) continue
    const [first, last] = [from, to].map((frame) => standAt(start, end, frame / shot.durationFrames)!)
    if (from > 0) draft.update('blockings', start.id, first!)
    if (to < shot.durationFrames) draft.update('blockings', end.id, last!)
  }
}

/** Keeps one side of a cut through a shot. */
function cutOff(draft: Draft, shot: Shot, cut: CutFrames, kept: 'first' | 'second'): void {
  const assignments = [...draft.list('assignmentsOfShot', shot.id)]
  const events = draft
    .list('transformationsOfShot', shot.id)
    .filter((event) => event.kind === 'within_shot')
    .sort((a, b) => a.at! - b.at! || a.ordinal - b.ordinal)
  const instances = new Set([...assignments, ...events].map((one) => one.sceneAssetInstanceId))
  for (const instanceId of instances) {
    const assignment = assignments.find((one) => one.sceneAssetInstanceId === instanceId)
    const own = events.filter((one) => one.sceneAssetInstanceId === instanceId)
    const times: AssetTimes = { interval: assignment ?? null, events: own.map((one) => one.at!) }
    const split = splitTimes(times, cut)
    const gone: typeof own = []
    const left = own.flatMap((event, i) => {
      const place = split.events[i]!
      if (place.half === kept) return [draft.update('transformations', event.id, { at: place.at })]
      gone.push(event)
      return []
    })
    keepOrder(draft, left)
    // The change happened, so whatever follows shows its outcome.
    const target = kept === 'first' ? shot : neighbour(draft, shot, -1)
    for (const event of gone)
      if (target) {
        const ordinal = draft.nextOrdinal('transformations')
        draft.update('transformations', event.id, { kind: 'between_shots', at: null, shotId: target.id, ordinal })
      } else {
        const { second } = cut
        draft.update('transformations', event.id, { at: second > 1 ? 1 / second : 0.5 })
      }
    if (!assignment) continue
    const stay = splitStay(assignment, split)[kept]
    if (stay) draft.update('assignments', assignment.id, { ...stay, ...handsAfter(assignment, cut, kept) })
    else dropAssignment(draft, assignment)
  }
  cutSuggestions(draft, shot, cut, kept)
}

type Hands = { carriedBy: string | null; handedTo: string | null; handedAt: number | null }

/** Who carries it where it is kept, and whether it is still handed over there. */
function handsAfter({ carriedBy, handedTo, handedAt }: Hands, cut: CutFrames, kept: 'first' | 'second'): Hands {
  if (handedAt === null) return { carriedBy, handedTo, handedAt }
  const at = handedAt * (cut.first + cut.second)
  const none = { handedTo: null, handedAt: null }
  if (kept === 'first')
    return at < cut.first ? { carriedBy, handedTo, handedAt: at / cut.first } : { carriedBy, ...none }
  return at > cut.first
    ? { carriedBy, handedTo, handedAt: (at - cut.first) / cut.second }
    : { carriedBy: handedTo, ...none }
}

function cutSuggestions(draft: Draft, shot: Shot, cut: CutFrames, kept: 'first' | 'second'): void {
  for (const suggestion of draft.list('suggestionsOfShot', shot.id)) {
    const left = splitTimes({ interval: suggestion, events: [] }, cut)[kept]
    // What nobody has confirmed stays a question, about all of what is left.
    draft.update('suggestions', suggestion.id, left ?? { presence: 'throughout', enterAt: 0, exitAt: 1 })
  }
}

/** Sounds keep their place in what is seen; one that began in the part that is gone begins before the shot. */
function moveSounds(draft: Draft, shot: Shot, head: number): void {
  const earlier = framesToSeconds(head, projectOf(draft).fps)
  for (const clip of draft.list('clipsOfShot', shot.id)) draft.update('soundClips', clip.id, { at: clip.at - earlier })
}

/** Time is added at the end: everything keeps its frame, and who was there to the end stays to the end. */
function stretch(draft: Draft, shot: Shot, part: number): void {
  const stayOf = ({ enterAt, exitAt }: Pick<Stay, 'enterAt' | 'exitAt'>) => {
    const times = { enterAt: enterAt * part, exitAt: exitAt === 1 ? 1 : exitAt * part }
    return { ...times, presence: presenceOf(times.enterAt, times.exitAt)! }
  }
  for (const assignment of draft.list('assignmentsOfShot', shot.id))
    draft.update('assignments', assignment.id, {
      ...stayOf(assignment),
      handedAt: assignment.handedAt === null ? null : assignment.handedAt * part,
    })
  for (const event of draft.list('transformationsOfShot', shot.id))
    if (event.at !== null) draft.update('transformations', event.id, { at: event.at * part })
  for (const suggestion of draft.list('suggestionsOfShot', shot.id))
    draft.update('suggestions', suggestion.id, stayOf(suggestion))
}
