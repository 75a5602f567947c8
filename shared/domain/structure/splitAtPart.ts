import type { Shot } from '../../model/shot'
import type { Draft } from '../../records/draft'
import { InvalidInput, Refusal } from '../../records/refusal'
import { existingShot } from '../lookup'
import { splitShot } from './splitShot'

/** What a shot says, piece by piece: the paragraphs of its action, then its speeches. */
export function partsOf(shot: Pick<Shot, 'text' | 'dialogue'>): { who: string; words: string }[] {
  const action = shot.text
    .split(/\n\s*\n/)
    .map((words) => words.trim())
    .filter(Boolean)
  return [
    ...action.map((words) => ({ who: '', words })),
    ...shot.dialogue.map((d) => ({ who: d.character, words: d.text })),
  ]
}

/**
 * `shot.split` before a piece of the text (1 = after the first piece): words go with the half that shows them, and the halves last as long as
 * their share of the words. Presences, looks and blocking are cut as in any split (domain.md 7).
 * @throws InvalidInput for a piece that is not inside; Refusal SHOT_TOO_SHORT
 */
export function splitAtPart(
  draft: Draft,
  { shotId, part }: { shotId: string; part: number },
): { first: Shot; second: Shot } {
  const shot = existingShot(draft, shotId)
  const parts = partsOf(shot)
  if (part >= parts.length) throw new InvalidInput('part', `expected a number from 1 to ${parts.length - 1}`)
  if (shot.durationFrames < 2) throw new Refusal('SHOT_TOO_SHORT', { shot: shot.number })
  const weight = (list: readonly { words: string }[]) =>
    list.reduce((sum, p) => sum + Math.max(1, p.words.split(/\s+/).length), 0)
  const frames = Math.round((shot.durationFrames * weight(parts.slice(0, part))) / weight(parts))
  const { first, second } = splitShot(draft, {
    shotId,
    at: Math.min(Math.max(frames, 1), shot.durationFrames - 1) / shot.durationFrames,
  })
  const paragraphs = parts.length - shot.dialogue.length
  const action = parts.slice(0, paragraphs).map((p) => p.words)
  const said = Math.max(0, part - paragraphs)
  return {
    first: draft.update('shots', first.id, {
      text: action.slice(0, part).join('\n\n'),
      dialogue: shot.dialogue.slice(0, said),
    }),
    second: draft.update('shots', second.id, {
      text: action.slice(part).join('\n\n'),
      dialogue: shot.dialogue.slice(said),
    }),
  }
}
