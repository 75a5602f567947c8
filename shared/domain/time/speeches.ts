import type { DialogueLine } from '../../model/shot'

/** What is shown of a speech at once, and when: parts of the shot's time, from 0 to 1. */
export interface SpeechPiece {
  readonly speaker: string
  readonly text: string
  readonly from: number
  readonly to: number
}

/** What a reader can take in at once: two lines of some 42 letters. */
const mostLetters = 84

/**
 * A shot's speeches in pieces that can be read at once. They share its time by their length in letters; a long speech is cut at its sentences, else
 * between words.
 */
export function speechPieces(dialogue: readonly DialogueLine[]): SpeechPiece[] {
  const pieces = dialogue.flatMap((line) => cut(line).map((text) => ({ speaker: line.character, text })))
  const letters = pieces.reduce((sum, piece) => sum + piece.text.length, 0)
  let spoken = 0
  return pieces.map((piece) => {
    const from = spoken / letters
    spoken += piece.text.length
    return { ...piece, from, to: spoken / letters }
  })
}

function cut({ text }: DialogueLine): string[] {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= mostLetters) return plain ? [plain] : []
  const sentences = plain.split(/(?<=[.!?…。！？]["”’)]?)\s+/)
  const pieces: string[] = []
  for (const part of sentences.flatMap(words)) {
    const last = pieces.at(-1)
    if (last !== undefined && last.length + 1 + part.length <= mostLetters)
      pieces[pieces.length - 1] = `${last} ${part}`
    else pieces.push(part)
  }
  return pieces
}

/** A sentence that is too long in pieces of whole words, as even as they come; a word longer than a subtitle stands alone. */
function words(sentence: string): string[] {
  if (sentence.length <= mostLetters) return [sentence]
  const most = sentence.length / Math.ceil(sentence.length / mostLetters) + 8
  const pieces: string[] = []
  for (const word of sentence.split(' ')) {
    const last = pieces.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= Math.min(most, mostLetters))
      pieces[pieces.length - 1] = `${last} ${word}`
    else pieces.push(word)
  }
  return pieces
}
