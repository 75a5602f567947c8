import type { Breakdown } from '../../../model/project'
import type { DialogueLine } from '../../../model/shot'
import { countWords, speechSeconds } from './durations'
import { splitSentences } from '../../../language/text/splitSentences'

/** A stretch of one speech with the lines of the script it stands in. */
export interface SpokenLine {
  said: DialogueLine
  startLine: number
  endLine: number
  /** Of the cue; repeated where a speech is cut. */
  cueLine: number
}

/** What may not be cut apart: one speech, or the two of a dual dialogue. */
export interface Speech {
  lines: SpokenLine[]
  dual: boolean
}

export interface DialogueRun {
  lines: SpokenLine[]
  seconds: number
}

/** Of one shot; only a run of cues without words has more. */
const maxLines = 500

/**
 * Cuts a run of speeches into shots of at most `dialogueMaxSeconds`: between speeches, a longer speech between sentences,
 * a longer sentence at a line end or comma, in need between words (domain.md 11).
 */
export function cutDialogue(speeches: readonly Speech[], options: Breakdown): DialogueRun[] {
  const runs: DialogueRun[] = []
  let open: DialogueRun = { lines: [], seconds: 0 }
  const add = (lines: SpokenLine[], seconds: number, joins: boolean): void => {
    if (
      open.lines.length > 0 &&
      (open.seconds + seconds > options.dialogueMaxSeconds + 1e-9 || open.lines.length >= maxLines)
    ) {
      runs.push(open)
      open = { lines: [], seconds: 0 }
    }
    for (const line of lines) append(open.lines, line, joins)
    open.seconds += seconds
  }
  for (const speech of speeches) {
    const seconds = secondsOf(speech, options)
    if (seconds <= options.dialogueMaxSeconds || speech.dual) add(speech.lines, seconds, false)
    else {
      if (open.lines.length > 0) runs.push(open)
      open = { lines: [], seconds: 0 }
      for (const line of speech.lines) {
        cutLine(line, options).forEach((part, i) =>
          add([part], speechSeconds(countWords(part.said.text), options), i > 0),
        )
      }
    }
  }
  if (open.lines.length > 0) runs.push(open)
  return runs
}

/** In a dual dialogue both speak at once: the longer side counts. */
function secondsOf(speech: Speech, options: Breakdown): number {
  const byCue = new Map<number, number>()
  for (const line of speech.lines) byCue.set(line.cueLine, (byCue.get(line.cueLine) ?? 0) + countWords(line.said.text))
  const words = speech.dual ? Math.max(0, ...byCue.values()) : [...byCue.values()].reduce((a, b) => a + b, 0)
  return speechSeconds(words, options)
}

/** With `joins` the added part goes on where the last one ended. */
function append(lines: SpokenLine[], added: SpokenLine, joins: boolean): void {
  const last = lines.at(-1)
  if (last && joins) {
    const gap = added.startLine > last.endLine ? '\n' : ' '
    lines[lines.length - 1] = {
      ...last,
      said: { ...last.said, text: `${last.said.text}${gap}${added.said.text}` },
      endLine: added.endLine,
    }
  } else lines.push(added)
}

function cutLine(line: SpokenLine, options: Breakdown): SpokenLine[] {
  const limit = Math.max(1, Math.floor(options.dialogueMaxSeconds * options.dialogueWordsPerSecond + 1e-9))
  const text = line.said.text
  if (countWords(text) === 0) return [line]
  const parts: SpokenLine[] = []
  let at = 0
  let startLine = line.startLine
  for (const sentence of splitSentences(text)) {
    for (const piece of cutSentence(sentence.text, limit)) {
      const start = text.indexOf(piece, at)
      startLine += lineBreaks(text.slice(at, start))
      const first = parts.length === 0
      const endLine = Math.min(line.endLine, startLine + lineBreaks(piece))
      const part: SpokenLine = {
        said: { ...line.said, parenthetical: first ? line.said.parenthetical : '', text: piece },
        startLine: Math.min(startLine, line.endLine),
        endLine,
        cueLine: line.cueLine,
      }
      parts.push(part)
      startLine += lineBreaks(piece)
      at = start + piece.length
    }
  }
  return parts
}

function lineBreaks(text: string): number {
  let count = 0
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) count++
  return count
}

/** A sentence in pieces of at most `limit` words, cut where a speaker breathes. */
function cutSentence(sentence: string, limit: number): string[] {
  if (countWords(sentence) <= limit) return [sentence]
  const pieces: string[] = []
  let open = ''
  let openWords = 0
  const breaths = sentence.match(/[^,;:—\n]*(?:[,;:—\n]+\s*|$)/g) ?? [sentence]
  for (const breath of breaths.flatMap((b) => cutWords(b, limit))) {
    const words = countWords(breath)
    if (openWords > 0 && openWords + words > limit) {
      pieces.push(open.trim())
      open = ''
      openWords = 0
    }
    open += breath
    openWords += words
  }
  if (open.trim() !== '') pieces.push(open.trim())
  return pieces
}

function cutWords(text: string, limit: number): string[] {
  if (countWords(text) <= limit) return [text]
  const pieces: string[] = []
  let open = ''
  let openWords = 0
  for (const token of text.match(/\S+\s*/g) ?? []) {
    const words = countWords(token)
    if (openWords > 0 && openWords + words > limit) {
      pieces.push(open)
      open = ''
      openWords = 0
    }
    open += token
    openWords += words
  }
  if (open !== '') pieces.push(open)
  return pieces
}
