import { escapeRegExp } from '../../language/text/escapeRegExp'
import type { Asset } from '../../model/asset'
import type { FrameEnd } from '../../model/common'
import type { Shot } from '../../model/shot'
import { foldName, namesOf } from '../lookup'
import { clausesOf, postureIn, type Posture } from '../../language/reading/posture'

/** How somebody is to be staged in a still: by the words of the shot, which are inputs of every still (domain.md 6), and by nothing else. */
export interface Staging extends Posture {
  /** Is heard first in the first still, last in the last. */
  readonly speaks: boolean
  /** Whom a close shot or the look over a shoulder is of. */
  readonly focus: boolean
  /** "OVER ALICE'S SHOULDER" */
  readonly shoulder: boolean
}

/** The words for a still: the state the user wrote for it, else the action. */
export const wordsOfStill = (shot: Shot, frame: FrameEnd): string =>
  (frame === 'start' ? shot.startState : shot.endState).trim() || shot.text

/** The staging of each of the people seen in a still, by asset id. */
export function stagingOf(shot: Shot, frame: FrameEnd, people: readonly Asset[]): Map<string, Staging> {
  const text = wordsOfStill(shot, frame)
  const clauses = clausesOf(
    text,
    people.map((one) => ({ id: one.id, names: namesOf(one) })),
  )
  const cues = shot.dialogue
    .filter((line) => !/^(?:V\.? ?O|O\.? ?S)/i.test(line.extension))
    .map((line) => foldName(line.character))
  const seen = people.map((one) => ({ one, names: namesOf(one).map(foldName) }))
  const saying = cues.flatMap((cue) => seen.find(({ names }) => names.includes(cue))?.one.id ?? [])
  const speaker = frame === 'start' ? saying[0] : saying.at(-1)
  const shown = seen.find(({ names }) => names.some((name) => name && opensOn(foldName(shot.text), name)))?.one.id
  const only = people.filter((one) => clauses.get(one.id)!.length > 0)
  // The same at both ends: a camera does not move because somebody else speaks.
  const focus = shown ?? saying[0] ?? (only.length === 1 ? only[0]!.id : undefined)
  return new Map(
    seen.map(({ one, names }) => [
      one.id,
      {
        ...postureIn(clauses.get(one.id)!, frame),
        speaks: one.id === speaker,
        focus: one.id === focus,
        shoulder: names.some(
          (name) => name && new RegExp(`\\bover ${escapeRegExp(name)}(?:['’]?s?)? shoulder`).test(foldName(shot.text)),
        ),
      },
    ]),
  )
}

/** "CLOSE ON ALICE", "ANGLE ON the ALICE", "ON ALICE": the camera is said to be on somebody. */
function opensOn(text: string, name: string): boolean {
  return new RegExp(
    `\\b(?:close(?:r|[- ]?up)?|tight|angle|cu|ecu|mcu|shot|push in|back|reverse|insert|pov)[ :–—-]*(?:on|of|to)? *(?:the |his |her )?${escapeRegExp(name)}\\b|^on (?:the )?${escapeRegExp(name)}\\b|\\b${escapeRegExp(name)}['’]s (?:face|eyes|expression)\\b`,
  ).test(text)
}

/** Do the words bring faces near: a scope, "from inches away", a face that fills the picture? */
export function bringsNear(text: string): boolean {
  return (
    /\bfaces?\b[^.]*\bfills?\b|\bfills? the (?:whole )?(?:frame|screen|scope|lens|picture)\b|\binches away\b/i.test(
      text,
    ) || glassIn(text) !== null
  )
}

/** What a POV looks through, if it says so. */
export function glassIn(text: string): 'scope' | 'binoculars' | null {
  if (/\bbinoculars\b/i.test(text)) return 'binoculars'
  return /\b(?:scope|telescope|cross-?hairs|gun ?sight|keyhole|peephole|spyglass|periscope)\b/i.test(text)
    ? 'scope'
    : null
}
