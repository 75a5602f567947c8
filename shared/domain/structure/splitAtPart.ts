import type { DialogueLine, Shot } from '../../model/shot'
import { splitSentences } from '../../language/text/splitSentences'
import type { Draft } from '../../records/draft'
import { Refusal } from '../../records/refusal'
import { existingShot } from '../lookup'
import { splitShot } from './splitShot'

/** A sentence of a shot: in which paragraph or speech it stands, and from where. */
interface Part {
  readonly who: string
  readonly words: string
  readonly block: number
  readonly start: number
}

const paragraphsOf = (text: string) =>
  text
    .split(/\n\s*\n/)
    .map((words) => words.trim())
    .filter(Boolean)

/** What a shot says, sentence by sentence: those of its action's paragraphs, then those of its speeches. */
export function partsOf(shot: Pick<Shot, 'text' | 'dialogue'>): Part[] {
  const blocks = [
    ...paragraphsOf(shot.text).map((words) => ({ who: '', words })),
    ...shot.dialogue.map((d) => ({ who: d.character, words: d.text })),
  ]
  return blocks.flatMap(({ who, words }, block) => {
    const sentences = splitSentences(words)
    return sentences.length
      ? sentences.map(({ text, start }) => ({ who, words: text, block, start }))
      : [{ who, words, block, start: 0 }]
  })
}

/**
 * `shot.split` before a sentence of what the shot says (1 = after the first): words go with the half that shows them, and the halves last as
 * long as their share of the words. Presences, looks and blocking are cut as in any split (domain.md 7).
 * @throws Refusal NO_SENTENCE_BREAK where no sentence ends inside the shot; SHOT_TOO_SHORT
 */
export function splitAtPart(
  draft: Draft,
  { shotId, part }: { shotId: string; part: number },
): { first: Shot; second: Shot } {
  const shot = existingShot(draft, shotId)
  const parts = partsOf(shot)
  const cut = parts[part]
  if (part < 1 || !cut) throw new Refusal('NO_SENTENCE_BREAK', { shot: shot.number })
  if (shot.durationFrames < 2) throw new Refusal('SHOT_TOO_SHORT', { shot: shot.number, why: 'is one frame long' })
  const weight = (list: readonly Part[]) => list.reduce((sum, p) => sum + Math.max(1, p.words.split(/\s+/).length), 0)
  const frames = Math.round((shot.durationFrames * weight(parts.slice(0, part))) / weight(parts))
  const { first, second } = splitShot(draft, {
    shotId,
    at: Math.min(Math.max(frames, 1), shot.durationFrames - 1) / shot.durationFrames,
  })
  const paragraphs = paragraphsOf(shot.text)
  const action = cutBlocks(paragraphs, cut.block, cut.start, (words) => words)
  const speeches = cutBlocks(shot.dialogue, cut.block - paragraphs.length, cut.start, (text, speech) => ({
    ...speech,
    text,
  }))
  return {
    first: draft.update('shots', first.id, { text: action.before.join('\n\n'), dialogue: speeches.before }),
    second: draft.update('shots', second.id, { text: action.after.join('\n\n'), dialogue: speeches.after }),
  }
}

/** Cuts a list of paragraphs or speeches before the sentence that begins at `start` of block `at`. */
function cutBlocks<T extends string | DialogueLine>(
  blocks: readonly T[],
  at: number,
  start: number,
  withWords: (words: string, block: T) => T,
): { before: T[]; after: T[] } {
  const block = blocks[at]
  if (block === undefined || start === 0)
    return { before: blocks.slice(0, Math.max(at, 0)), after: blocks.slice(Math.max(at, 0)) }
  const words = typeof block === 'string' ? block : block.text
  return {
    before: [...blocks.slice(0, at), withWords(words.slice(0, start).trimEnd(), block)],
    after: [withWords(words.slice(start), block), ...blocks.slice(at + 1)],
  }
}
