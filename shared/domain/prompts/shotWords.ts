import { titleLines } from '../../language/reading/titleCard'
import { wordsOfSet } from '../../language/reading/ways'
import type { Shot } from '../../model/shot'
import type { ReadRecords } from '../../records/recordStore'

/** The words of a shot that is nothing but a card with words on it, quoted. */
export function titleCard(store: ReadRecords, shot: Shot): string | null {
  const lines = titleLines(store.must('scenes', shot.sceneId).heading, shot.text)
  return lines && `“${lines.join(' ')}”`
}

/** Words of the place that a shot's scene is set in. */
export function setOf(store: ReadRecords, shot: Shot): ReadonlySet<string> {
  const { intExt, set } = store.must('scenes', shot.sceneId)
  return wordsOfSet(`${intExt} ${set}`)
}

/** With a space between, which Chinese and Japanese do without. */
export const joinSentences = (sentences: readonly string[]): string =>
  sentences.join(' ').replace(/([。！？」』]) /gu, '$1')
