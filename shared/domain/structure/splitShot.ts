import { clamp } from '../../model/numbers'
import type { Shot } from '../../model/shot'
import type { Fraction } from '../../model/units'
import type { Draft } from '../../records/draft'
import type { ReadRecords } from '../../records/recordStore'
import { Refusal } from '../../records/refusal'
import { activeMembers, existingShot, neighbour, projectOf } from '../lookup'
import { fractionToFrame, framesToSeconds } from '../time/frames'
import { keyAfter } from './ordering'
import { addSecondHalf, shotSplit } from './shotPlaces'
import { splitMembers } from './splitMembers'
import { splitNumbers } from './splitNumbers'
import { holdPlaces, wholePlaces } from './splitPlaces'
import { splitResults } from './splitResults'
import { splitTimes, type CutFrames } from '../intervals/splitTimes'

/** Where a shot is split when nobody said: in the middle of its first crossing, else of the shot (domain.md 7). */
function defaultSplitAt(store: ReadRecords, shotId: string): Fraction {
  const crossing = activeMembers(store, shotId).find((m) => m.assignment.presence === 'passes_through')?.assignment
  return crossing ? (crossing.enterAt + crossing.exitAt) / 2 : 0.5
}

/**
 * The cut at a fraction of a shot, on the nearest frame. A default cut gives way to leave each half a frame.
 * @throws Refusal SHOT_TOO_SHORT when a half would be shorter than a frame
 */
function cutAt(store: ReadRecords, shot: Shot, at: Fraction | undefined): CutFrames {
  const frames = shot.durationFrames
  if (frames < 2) throw new Refusal('SHOT_TOO_SHORT', { shot: shot.number, why: 'is one frame long' })
  const first =
    at === undefined
      ? clamp(fractionToFrame(defaultSplitAt(store, shot.id), frames), 1, frames - 1)
      : fractionToFrame(at, frames)
  if (first < 1)
    throw new Refusal('SHOT_TOO_SHORT', { shot: shot.number, why: 'has less than one frame before that point' })
  if (first > frames - 1)
    throw new Refusal('SHOT_TOO_SHORT', { shot: shot.number, why: 'has less than one frame after that point' })
  return { first, second: frames - first }
}

/**
 * `shot.split` (domain.md 7). The first half keeps the id, the start state, the start takes and the old video; the second gets the end
 * state, the end takes, look changes after the shot and the seam to the next one. Text, notes, camera and source range stand
 * in both until edited, dialogue where it is spoken; nothing is said of the state at the cut. Both halves share one still at the cut when they agree there. A time
 * jump before the shot stays before its first half. Suggestions are cut like assignments.
 * @param input `at`: fraction of the shot; the middle of a crossing, else of the shot by default
 */
export function splitShot(
  draft: Draft,
  input: { shotId: string; at?: Fraction | undefined },
): { first: Shot; second: Shot } {
  const whole = existingShot(draft, input.shotId)
  const cut = cutAt(draft, whole, input.at)
  const next = neighbour(draft, whole, 1)
  const places = wholePlaces(draft, whole.id, cut)
  const lines = splitDialogue(whole.dialogue, framesToSeconds(cut.first, projectOf(draft).fps))
  const [firstNumber, secondNumber] = splitNumbers(draft, whole.number)
  const second = addSecondHalf(draft, {
    ...whole,
    id: draft.newId(),
    orderKey: keyAfter(whole, next),
    number: secondNumber,
    durationFrames: cut.second,
    startState: '',
    dialogue: lines.second,
    timeJump: false,
  })
  const first = draft.update('shots', whole.id, {
    number: firstNumber,
    dialogue: lines.first,
    durationFrames: cut.first,
    endState: '',
    endSize: null,
  })
  const standing = [...draft.list('assignmentsOfShot', first.id)]
  const { ids, made, agrees } = splitMembers(draft, first, second, cut, places)
  const suggestions = splitSuggestions(draft, first.id, second.id, cut)
  splitResults(draft, first.id, second.id)
  holdPlaces(draft, first, second, places)
  shotSplit(draft, first, second, { cut, whole: standing, ids, made: [...made, ...suggestions], agrees })
  return { first, second }
}

/** How fast people speak (domain.md 7.4, 11.2). */
const wordsPerSecond = 2.5

/** Lines go to the half in which most of them is spoken, from the start of the shot on. */
function splitDialogue(
  lines: Shot['dialogue'],
  cutSeconds: number,
): { first: Shot['dialogue']; second: Shot['dialogue'] } {
  let spoken = 0
  const inFirst = lines.filter(({ text }) => {
    const seconds = text.split(/\s+/).filter(Boolean).length / wordsPerSecond
    spoken += seconds
    return spoken - seconds / 2 < cutSeconds
  })
  return { first: inFirst, second: lines.slice(inFirst.length) }
}

/** @returns of each one that is in both halves, its id and that of the new one */
function splitSuggestions(draft: Draft, firstId: string, secondId: string, cut: CutFrames): [string, string][] {
  const made: [string, string][] = []
  for (const whole of draft.list('suggestionsOfShot', firstId)) {
    const { first, second } = splitTimes({ interval: whole, events: [] }, cut)
    if (first && second) {
      draft.update('suggestions', whole.id, { ...first, exitTo: null })
      const id = draft.newId()
      made.push([whole.id, id])
      draft.add('suggestions', {
        ...whole,
        ...second,
        id,
        shotId: secondId,
        enterFrom: null,
        ordinal: draft.nextOrdinal('suggestions'),
      })
    } else if (first) draft.update('suggestions', whole.id, first)
    else if (second) draft.update('suggestions', whole.id, { ...second, shotId: secondId })
  }
  return made
}
