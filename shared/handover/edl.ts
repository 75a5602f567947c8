import { countedRate, rateText } from '../domain/time/frameRates'
import { formatTimecode } from '../domain/time/timecode'
import { Refusal } from '../records/refusal'
import { aboutPictures, cutPieces, pictureFiles, type CutOptions, type CutPiece } from './cutPieces'
import type { Film, FilmMarker } from './film'
import type { Handover } from './handoverFiles'
import { startFrame } from './rationalTime'
import { soundLeftOut, soundsIn } from './soundFiles'

/** What an event number has room for; a longer cut goes on in a further list. */
const mostEvents = 999
const markerColours: Record<FilmMarker['kind'], string> = { enters: 'GREEN', exits: 'RED', changes: 'MAGENTA' }

/**
 * The cut as CMX3600 lists (backends.md 8.2): one event a shot, source from 00:00:00:00, record from 01:00:00:00, entrances, exits and changes of
 * look as locators. It has the pictures alone. A list holds 999 events; the rest follows in lists of their own whose record times go on.
 * @throws Refusal RATE_UNKNOWN_TO_FORMAT for rates whose frame numbers have three digits
 */
export function writeEdl(film: Film, name: string, options: CutOptions): Handover {
  if (countedRate(film.timing.fps) > 99)
    throw new Refusal('RATE_UNKNOWN_TO_FORMAT', { format: 'An EDL', rate: rateText(film.timing.fps) })
  const folder = `${name}_media`
  const pieces = cutPieces(film, options, folder)
  const lists: CutPiece[][] = []
  for (let i = 0; i < Math.max(1, pieces.length); i += mostEvents) lists.push(pieces.slice(i, i + mostEvents))
  return {
    files: [
      ...lists.map((events, i) => ({
        path: `${name}${i ? `_${i + 1}` : ''}.edl`,
        text: listOf(film, events, lists.length > 1 ? `${film.title} ${i + 1}` : film.title),
      })),
      ...pictureFiles(pieces),
    ],
    warnings: [
      ...aboutPictures(pieces, 'black'),
      ...soundLeftOut('An EDL', { ...film.sounds, tooShort: [] }, [
        soundsIn([...film.sounds.clips.filter((clip) => !clip.muted), ...film.sounds.tooShort]),
      ]),
      ...(lists.length > 1
        ? [
            {
              code: 'SEVERAL_LISTS' as const,
              message: `An EDL holds ${mostEvents} shots, so there are ${lists.length} lists, one to follow the other.`,
            },
          ]
        : []),
    ],
  }
}

function listOf(film: Film, pieces: readonly CutPiece[], title: string): string {
  const zero = startFrame(film.timing)
  const at = (frame: number) => formatTimecode(frame, film.timing)
  const lines = [`TITLE: ${oneLine(title)}`, `FCM: ${film.timing.dropFrame ? 'DROP FRAME' : 'NON-DROP FRAME'}`, '']
  // A list of some shots says which, so that the others are not missed in it.
  if (!film.isWhole) lines.push(...film.shots.map(({ shot }) => `* EXEUNT RANGE: ${shot.id}`))
  pieces.forEach(({ shot, media, from, frames, markers }, i) => {
    const starts = zero + shot.start
    const event = String(i + 1).padStart(3, '0')
    const reel = (media ? 'AX' : 'BL').padEnd(8)
    lines.push(
      `${event}  ${reel} V     C        ${at(from)} ${at(from + frames)} ${at(starts + from)} ${at(starts + from + frames)}`,
    )
    lines.push(`* FROM CLIP NAME: ${oneLine(shot.name)}`)
    if (media) lines.push(`* SOURCE FILE: ${media.path}`)
    lines.push(`* EXEUNT SHOT: ${shot.shot.id}`)
    for (const marker of markers)
      lines.push(`* LOC: ${at(starts + marker.frame)} ${markerColours[marker.kind].padEnd(7)} ${oneLine(marker.words)}`)
  })
  return `${lines.join('\r\n')}\r\n`
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
