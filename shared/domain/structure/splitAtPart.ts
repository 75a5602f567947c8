import { splitSentences } from '../../language/text/splitSentences'
import type { DialogueLine, Shot } from '../../model/shot'
import type { Draft } from '../../records/draft'
import { InvalidInput, Refusal } from '../../records/refusal'
import { existingShot } from '../lookup'
import { splitShot } from './splitShot'

/** A piece of what a shot says: a sentence of its action, or of a speech. */
export interface ShotPart {
  /** Who speaks; empty for action. */
  readonly who: string
  readonly words: string
  /** The speech it belongs to, counted from 0; null for action. */
  readonly speech: number | null
  /** Where it begins in the action, or in its speech. */
  readonly start: number
}

/** What a shot says, piece by piece: the sentences of its action, then those of its speeches. */
export function partsOf(shot: Pick<Shot, 'text' | 'dialogue'>): ShotPart[] {
  const sentences = (text: string, who: string, speech: number | null): ShotPart[] =>
    splitSentences(text).map((piece) => ({ who, words: piece.text, speech, start: piece.start }))
  return [
    ...sentences(shot.text, '', null),
    ...shot.dialogue.flatMap((line, i) => sentences(line.text, line.character, i)),
  ]
}

/**
 * `shot.split` before a piece of the text (1 = after the first piece): words go with the half that shows them, and the halves last as long as
 * their share of the words. A speech that is cut keeps its cue in both halves. Presences, looks and blocking are cut as in any split (domain.md 7).
 * @throws InvalidInput for a piece that is not inside; Refusal ONE_PIECE, SHOT_TOO_SHORT
 */
export function splitAtPart(
  draft: Draft,
  { shotId, part }: { shotId: string; part: number },
): { first: Shot; second: Shot } {
  const shot = existingShot(draft, shotId)
  const parts = partsOf(shot)
  if (parts.length < 2) throw new Refusal('ONE_PIECE', { shot: shot.number })
  const from = parts[part]
  if (!from || part < 1) throw new InvalidInput('part', `expected a number from 1 to ${parts.length - 1}`)
  if (shot.durationFrames < 2) throw new Refusal('SHOT_TOO_SHORT', { shot: shot.number, why: 'is one frame long' })
  const weight = (list: readonly ShotPart[]) =>
    list.reduce((sum, p) => sum + Math.max(1, p.words.split(/\s+/).length), 0)
  const frames = Math.round((shot.durationFrames * weight(parts.slice(0, part))) / weight(parts))
  const { first, second } = splitShot(draft, {
    shotId,
    at: Math.min(Math.max(frames, 1), shot.durationFrames - 1) / shot.durationFrames,
  })
  const [before, after] = wordsAround(shot, from)
  return { first: draft.update('shots', first.id, before), second: draft.update('shots', second.id, after) }
}

type Words = Pick<Shot, 'text' | 'dialogue'>

/** A shot's words before a piece, and from it on. */
function wordsAround({ text, dialogue }: Words, { speech, start }: ShotPart): [before: Words, after: Words] {
  if (speech === null)
    return [
      { text: text.slice(0, start).trimEnd(), dialogue: [] },
      { text: text.slice(start), dialogue },
    ]
  const line = dialogue[speech]!
  const begun: DialogueLine[] = start ? [{ ...line, text: line.text.slice(0, start).trimEnd() }] : []
  const rest = start ? { ...line, parenthetical: '', text: line.text.slice(start) } : line
  return [
    { text, dialogue: [...dialogue.slice(0, speech), ...begun] },
    { text: '', dialogue: [rest, ...dialogue.slice(speech + 1)] },
  ]
}
