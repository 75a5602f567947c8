import { framesToSeconds } from '../domain/time/frames'
import { speechPieces } from '../domain/time/speeches'
import type { Film, FilmShot } from './film'
import type { Handover, HandoverWarning } from './handoverFiles'

/** A subtitle: what is shown from when to when, in seconds from the start of what is exported. */
export interface Subtitle {
  readonly from: number
  readonly to: number
  readonly speaker: string
  readonly text: string
}

/** The speeches of a film as subtitles (`speechPieces`). The speaker is named where another spoke before, or in another scene. */
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
  const at = (part: number) => framesToSeconds(shot.start + shot.frames * part, film.timing.fps)
  return speechPieces(shot.shot.dialogue).map((piece) => ({ ...piece, from: at(piece.from), to: at(piece.to) }))
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
