import { framesToSeconds } from '../domain/time/frames'
import type { DialogueLine } from '../model/shot'
import type { Film, FilmShot } from './film'
import type { Handover, HandoverWarning } from './handoverFiles'

/** A subtitle: what is shown from when to when, in seconds from the start of what is exported. */
export interface Subtitle {
  readonly from: number
  readonly to: number
  readonly speaker: string
  readonly text: string
}

/** What a reader can take in at once: two lines of some 42 letters. */
const mostLetters = 84

/**
 * The speeches of a film as subtitles. A shot's speeches share its time by their length in letters; a long speech is cut at its sentences, else between words. The
 * speaker is named where another spoke before, or in another scene.
 */
export function subtitlesOf(film: Film): Subtitle[] {
  let last = ''
  return film.shots.flatMap((shot, i) => {
    if (film.shots[i - 1]?.scene !== shot.scene) last = ''
    return subtitlesOfShot(film, shot).map((subtitle) => {
      const known = subtitle.speaker === last
      last = subtitle.speaker
      return known ? { ...subtitle, speaker: '' } : subtitle
    })
  })
}

function subtitlesOfShot(film: Film, shot: FilmShot): Subtitle[] {
  const pieces = shot.shot.dialogue.flatMap((line) => cut(line).map((text) => ({ speaker: line.character, text })))
  const letters = pieces.reduce((sum, piece) => sum + piece.text.length, 0)
  let spoken = 0
  const at = (part: number) => framesToSeconds(shot.start + (shot.frames * part) / letters, film.timing.fps)
  return pieces.map((piece) => {
    const from = at(spoken)
    spoken += piece.text.length
    return { ...piece, from, to: at(spoken) }
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

/** The speeches as SubRip. */
export function writeSrt(film: Film, name: string): Handover {
  const text = subtitlesOf(film)
    .map((s, i) => `${i + 1}\r\n${clock(s.from, ',')} --> ${clock(s.to, ',')}\r\n${lineOf(s)}\r\n`)
    .join('\r\n')
  return { files: [{ path: `${name}.srt`, text }], warnings: silent(film) }
}

/** The speeches as WebVTT, with the speaker as voice. */
export function writeVtt(film: Film, name: string): Handover {
  const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  const cues = subtitlesOf(film).map(
    (s) =>
      `${clock(s.from, '.')} --> ${clock(s.to, '.')}\n${s.speaker ? `<v ${escape(s.speaker)}>` : ''}${escape(s.text)}\n`,
  )
  return { files: [{ path: `${name}.vtt`, text: ['WEBVTT\n', ...cues].join('\n') }], warnings: silent(film) }
}

const lineOf = ({ speaker, text }: Subtitle) => (speaker ? `${speaker}: ${text}` : text)
const silent = (film: Film): HandoverWarning[] =>
  film.shots.some((shot) => shot.shot.dialogue.length)
    ? []
    : [{ code: 'NO_DIALOGUE', message: 'Nobody speaks in these shots, so there are no subtitles.' }]

/** "01:02:03,004" @param seconds from 0 */
function clock(seconds: number, mark: ',' | '.'): string {
  const ms = Math.round(seconds * 1000)
  const part = (n: number, digits = 2) => String(Math.floor(n)).padStart(digits, '0')
  return `${part(ms / 3_600_000)}:${part((ms / 60_000) % 60)}:${part((ms / 1000) % 60)}${mark}${part(ms % 1000, 3)}`
}
