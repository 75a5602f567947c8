import type { Beat } from '../shots/beats'
import type { CutScene } from '../shots/scenes'
import type { CueNames } from '../cast/cues'
import { readCue } from '../cast/cues'
import type { NameIndex } from '../../../language/nameIndex'
import type { SentenceReading } from '../movement/moves'
import { readSentence } from '../movement/moves'
import { maxParagraph, readableSentences } from '../../../language/sentences'

/** A sentence of action, read. */
export interface ReadSentence extends SentenceReading {
  text: string
  line: number
  /** Offsets in the beat's text. */
  start: number
  end: number
}

/** A beat with what it says of persons. */
export interface ReadBeat {
  beat: Beat
  cue: CueNames | null
  sentences: ReadSentence[]
  /** Length of the text the offsets run in. */
  length: number
}

/** Reads all beats of a scene once; `first` is told the line of every name met. */
export function readBeats(cut: CutScene, index: NameIndex, first: (name: string, line: number) => void): ReadBeat[] {
  return cut.beats.map((beat) => {
    if (beat.kind === 'cue') return { beat, cue: readCue(beat.text, beat.extension), sentences: [], length: 1 }
    const text = beat.text.slice(0, maxParagraph)
    let line = beat.line
    let counted = 0
    const sentences = readableSentences(text).map((sentence) => {
      for (let i = text.indexOf('\n', counted); i >= 0 && i < sentence.start; i = text.indexOf('\n', i + 1)) {
        line++
        counted = i + 1
      }
      const tokens = index.read(sentence.text, sentence.start)
      if (beat.kind === 'action') for (const token of tokens) if (token.name !== undefined) first(token.name, line)
      const reading = readSentence(tokens, beat.kind === 'aside')
      return {
        ...reading,
        text: sentence.text,
        line,
        start: sentence.start,
        end: sentence.start + sentence.text.length,
      }
    })
    return { beat, cue: null, sentences, length: Math.max(1, text.length) }
  })
}
