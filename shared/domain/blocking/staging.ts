import { peopleToldOf, posturesOf, type Posture } from '../../language/reading/posture'
import { readText } from '../../language/reading/readText'
import { focusOf } from '../../language/reading/view'
import { NameIndex } from '../../language/text/nameIndex'
import { isUnseen } from '../../language/text/unseenVoice'
import type { Asset } from '../../model/asset'
import type { FrameEnd } from '../../model/common'
import type { Shot } from '../../model/shot'
import { foldName, namesOf } from '../lookup'
import { addNames } from '../manifest/storyNames'

/** Whom a still is of, by the words of the shot: they are inputs of every still (domain.md 6). */
export interface Focus {
  /** Whom a close shot or the look over a shoulder is of. */
  readonly focus: boolean
  /** "OVER ALICE'S SHOULDER" */
  readonly shoulder: boolean
}

/** How somebody is to be staged in a still: by the words of the shot and by nothing else. */
export interface Staging extends Posture {
  /** Is heard first in the first still, last in the last. */
  readonly speaks: boolean
}

/** The words of a shot that staging goes by. */
export type StagingWords = Pick<Shot, 'text' | 'startState' | 'endState'> & {
  readonly dialogue: readonly Pick<Shot['dialogue'][number], 'character' | 'extension'>[]
}
type Named = Pick<Asset, 'id' | 'name' | 'aliases'>

/** The words for a still: the state the user wrote for it, else the action. */
export const wordsOfStill = (shot: Pick<StagingWords, 'text' | 'startState' | 'endState'>, frame: FrameEnd): string =>
  (frame === 'start' ? shot.startState : shot.endState).trim() || shot.text

/** Whom a still is of, of the people seen in it, by asset id. The same at both ends: a camera does not move because somebody else speaks. */
export function focusIn(shot: StagingWords, frame: FrameEnd, people: readonly Named[]): Map<string, Focus> {
  const names = namesIn(people)
  const { shown, shoulders } = focusOf(readText(shot.text, names))
  const told = peopleToldOf(
    readText(wordsOfStill(shot, frame), names),
    people.map((one) => one.id),
  )
  const focus = shown ?? speakersOf(shot, people)[0] ?? (told.length === 1 ? told[0] : undefined)
  return new Map(people.map(({ id }) => [id, { focus: id === focus, shoulder: shoulders.has(id) }]))
}

/** The staging of each of the people seen in a still, by asset id. @param set words of the scene's place (language/reading/ways) */
export function stagingOf(
  shot: StagingWords,
  frame: FrameEnd,
  people: readonly Named[],
  set: ReadonlySet<string>,
): Map<string, Staging> {
  const ids = people.map((one) => one.id)
  const postures = posturesOf(readText(wordsOfStill(shot, frame), namesIn(people)), ids, frame, set)
  const saying = speakersOf(shot, people)
  const speaker = frame === 'start' ? saying[0] : saying.at(-1)
  return new Map(ids.map((id) => [id, { ...postures.get(id)!, speaks: id === speaker }]))
}

function namesIn(people: readonly Named[]): NameIndex {
  const names = new NameIndex([], 'any')
  for (const one of people) addNames(names, one, false)
  return names
}

/** Those of the people whose cues are seen, in order. */
function speakersOf({ dialogue }: StagingWords, people: readonly Named[]): string[] {
  const byName = new Map(people.toReversed().flatMap((one) => namesOf(one).map((name) => [foldName(name), one.id])))
  return dialogue.flatMap(({ character, extension }) =>
    isUnseen(extension) ? [] : (byName.get(foldName(character)) ?? []),
  )
}
