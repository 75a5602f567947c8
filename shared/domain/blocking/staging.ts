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

/** Whom a still is of. */
export interface Focus {
  /** Whom a close shot or the look over a shoulder is of. */
  readonly focus: boolean
  /** "OVER ALICE'S SHOULDER" */
  readonly shoulder: boolean
}

/** How somebody is to be staged in a still. */
export interface Staging extends Posture {
  /** Is heard first in the first still, last in the last. */
  readonly speaks: boolean
}

/** The words of a shot that a still is staged by; all of them are inputs of the still (domain.md 6). */
export interface StillWords {
  readonly text: string
  /** The state that the user wrote for this still. */
  readonly state: string
  readonly cues: readonly Pick<Shot['dialogue'][number], 'character' | 'extension'>[]
}
/** Somebody as the words may call them. */
export type Person = Pick<Asset, 'id' | 'name'> & { readonly aliases: readonly { readonly name: string }[] }

/** The words for the still at one end of a shot. */
export function stillWords(shot: Shot, frame: FrameEnd): StillWords {
  return {
    text: shot.text,
    state: frame === 'start' ? shot.startState : shot.endState,
    cues: shot.dialogue.map(({ character, extension }) => ({ character, extension })),
  }
}

/** What a still shows in words: the state the user wrote for it, else the action. */
export const shownWords = ({ state, text }: StillWords): string => state.trim() || text

/**
 * Whom a still is of, of the people seen in it, by their ids. The same at both ends: a camera does not move because
 * somebody else speaks.
 */
export function focusIn(words: StillWords, people: readonly Person[]): Map<string, Focus> {
  const names = namesIn(people)
  const { shown, shoulders } = focusOf(readText(words.text, names))
  const told = peopleToldOf(
    readText(shownWords(words), names),
    people.map((one) => one.id),
  )
  const focus = shown ?? speakersOf(words, people)[0] ?? (told.length === 1 ? told[0] : undefined)
  return new Map(people.map(({ id }) => [id, { focus: id === focus, shoulder: shoulders.has(id) }]))
}

/**
 * The staging of each of the people seen in a still, by their ids.
 * @param set words of the scene's place (language/reading/ways)
 */
export function stagingOf(
  words: StillWords,
  frame: FrameEnd,
  people: readonly Person[],
  set: ReadonlySet<string>,
): Map<string, Staging> {
  const postures = posturesIn(words, frame, people, set)
  const saying = speakersOf(words, people)
  const speaker = frame === 'start' ? saying[0] : saying.at(-1)
  return new Map(people.map(({ id }) => [id, { ...postures.get(id)!, speaks: id === speaker }]))
}

/** What the words of a still tell of each of some people, by their ids. */
export const posturesIn = (
  words: StillWords,
  frame: FrameEnd,
  people: readonly Person[],
  set: ReadonlySet<string>,
): Map<string, Posture> =>
  posturesOf(
    readText(shownWords(words), namesIn(people)),
    people.map((one) => one.id),
    frame,
    set,
  )

function namesIn(people: readonly Person[]): NameIndex {
  const names = new NameIndex([], 'any')
  for (const one of people) addNames(names, one, false)
  return names
}

/** Those of the people whose cues are seen, in order. */
function speakersOf({ cues }: StillWords, people: readonly Person[]): string[] {
  const byName = new Map(people.toReversed().flatMap((one) => namesOf(one).map((name) => [foldName(name), one.id])))
  return cues.flatMap(({ character, extension }) =>
    isUnseen(extension) ? [] : (byName.get(foldName(character)) ?? []),
  )
}
