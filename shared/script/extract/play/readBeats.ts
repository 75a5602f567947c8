import type { Beat } from '../shots/beats'
import type { CutScene } from '../shots/scenes'
import type { CueNames } from '../cast/cues'
import { readCue } from '../cast/cues'
import { unseenPlaces } from '../../../language/lexicon/smallWords'
import { isPersonNoun } from '../../../language/lexicon/people'
import { readSentence, readText, type ReadSentence } from '../../../language/reading/readText'
import { withNicknames } from '../../../language/text/names'
import type { NameIndex } from '../../../language/text/nameIndex'
import { maxParagraph } from '../../../language/text/splitSentences'

/** "His phone speaks." "The radio crackles:" right before a cue: who does nothing in the scene is at the other end. */
const deviceSpeaks =
  /\b(?:(?:cell|smart|tele)?phone|radio|intercom|walkie(?:-talkie)?|loudspeaker|speakers?|tannoy|answering machine|sat-?nav|gps|television|tv)\b[^.;!?]{0,60}\b(?:speaks?|says?|reads? aloud|crackles?|announces?|squawks?|blares?|buzzes to life)\b[^.;!?]{0,60}[.:…]*\s*$/i

/** A sentence of a beat and the line it begins in; offsets run in the beat's text. */
export interface BeatSentence extends ReadSentence {
  readonly line: number
}

/** A beat with what it says of persons. */
export interface ReadBeat {
  beat: Beat
  cue: CueNames | null
  sentences: BeatSentence[]
  /** Length of the text the offsets run in. */
  length: number
}

/** Reads all beats of a scene once; `first` is told the line of every name met. */
export function readBeats(
  cut: CutScene,
  index: NameIndex,
  cues: ReadonlySet<string>,
  first: (name: string, line: number) => void,
): ReadBeat[] {
  /** Those whose voice has come out of a device in this scene. */
  const heard = new Set<string>()
  /** Those whom the scene has shown. */
  const met = new Set<string>()
  const out: ReadBeat[] = []
  const read = (beat: Beat, i: number): ReadBeat => {
    if (beat.kind === 'cue') {
      const cue = readCue(beat.text, beat.extension, cues)
      const before = cut.beats[i - 1]
      const said = out.at(-1)?.sentences ?? []
      for (const name of cue.names) if (!met.has(name) && isToldAway(said, name)) heard.add(name)
      if (before?.kind === 'action' && deviceSpeaks.test(before.text.slice(-300)))
        for (const name of cue.names) heard.add(name)
      const phone = cue.phone || cue.names.some((name) => heard.has(name))
      if (cue.seen && !phone) for (const name of cue.names) met.add(name)
      return { beat, cue: { ...cue, phone }, sentences: [], length: 1 }
    }
    if (beat.kind === 'mark') return { beat, cue: null, sentences: [], length: 1 }
    const text = withNicknames(beat.text.slice(0, maxParagraph))
    let line = beat.line
    let counted = 0
    const sentences = namedLater(readText(text, index, beat.kind === 'aside'), index).map((sentence) => {
      for (let i = text.indexOf('\n', counted); i >= 0 && i < sentence.start; i = text.indexOf('\n', i + 1)) {
        line++
        counted = i + 1
      }
      if (beat.kind === 'action')
        for (const token of sentence.tokens) if (token.name !== undefined) first(token.name, line)
      return Object.assign(sentence, { line })
    })
    for (const { sightings } of sentences) for (const one of sightings) if (!isAway(one)) met.add(one.name)
    return { beat, cue: null, sentences, length: Math.max(1, text.length) }
  }
  cut.beats.forEach((beat, i) => out.push(read(beat, i)))
  return out
}

/** "A tall woman enters. Her name is RONJA.": the woman is she. */
function namedLater(sentences: ReadSentence[], index: NameIndex): ReadSentence[] {
  sentences.forEach(({ tokens }, i) => {
    const at = tokens.findIndex(
      (t, k) => t.low === 'name' && /^(?:his|her|their|whose)$/.test(tokens[k - 1]?.low ?? ''),
    )
    const name = at < 0 ? undefined : tokens.slice(at + 1, at + 4).find((t) => t.name !== undefined)?.name
    if (name === undefined) return
    for (let k = i; k >= 0; k--) {
      const before = sentences[k]!
      const role = before.tokens.findLast(
        (t) => /^\p{Ll}+$/u.test(t.text) && isPersonNoun(t.low) && (k < i || t.start < tokens[at]!.start),
      )
      if (!role) continue
      const named = {
        read: (text: string, offset?: number) =>
          index.read(text, offset).map((t) => (t.start === role.start ? { ...t, name } : t)),
      }
      sentences[k] = readSentence(before.text, before.start, named)
      return
    }
  })
  return sentences
}

/** Do the words before a line have its speaker elsewhere: "Mara shouts from outside", "The minion approaches offscreen"? */
function isToldAway(sentences: readonly ReadSentence[], name: string): boolean {
  const sightings = sentences.flatMap((sentence) => sentence.sightings).filter((one) => one.name === name)
  if (sightings.length > 0) return sightings.every(isAway)
  return sentences.some(
    ({ tokens }) => tokens.some((t) => t.name === name && !t.possessive) && tokens.some((t) => unseenPlaces.has(t.low)),
  )
}

/** Is somebody only heard there, or seen somewhere else? */
const isAway = ({ doubt }: ReadSentence['sightings'][number]): boolean => doubt === 'heard' || doubt === 'elsewhere'
