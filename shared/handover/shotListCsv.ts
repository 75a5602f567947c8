import { sizeWords, angleWords } from '../domain/prompts/shotPhrases'
import { framesToSeconds } from '../domain/time/frames'
import { formatTimecode } from '../domain/time/timecode'
import { plainNumber } from '../language/unitWords'
import type { AssetType } from '../model/asset'
import { writeCsv } from './csv'
import type { Film, FilmShot } from './film'
import type { Handover } from './handoverFiles'
import { startFrame } from './rationalTime'
import { spokenText } from './spokenText'

const columns = [
  'Scene',
  'Heading',
  'Shot',
  'Description',
  'Dialogue',
  'Characters',
  'Props',
  'Entrances and exits',
  'Size',
  'Angle',
  'Lens',
  'Movement',
  'Duration (s)',
  'Frames',
  'Timecode in',
  'Timecode out',
  'Notes',
] as const

/** The shots as a table, one row a shot, under names that shot lists are read back by. */
export function writeShotListCsv(film: Film, name: string): Handover {
  const zero = startFrame(film.timing)
  const at = (frame: number) => formatTimecode(zero + frame, film.timing)
  const rows = film.shots.map((one) => {
    const { shot, scene } = one
    return [
      scene.number,
      scene.heading,
      shot.number,
      shot.text,
      shot.dialogue.map(spokenText).join('\n'),
      namesOf(one, 'character'),
      namesOf(one, 'prop'),
      movesOf(film, one),
      shot.size ? sizeWords[shot.size] : '',
      shot.angle ? angleWords[shot.angle] : '',
      shot.lens,
      shot.movement,
      plainNumber(framesToSeconds(one.frames, film.timing.fps), 3),
      one.frames,
      at(one.start),
      at(one.start + one.frames),
      shot.notes,
    ]
  })
  return { files: [{ path: `${name}.csv`, text: writeCsv([columns, ...rows]) }], warnings: [] }
}

const namesOf = (shot: FilmShot, type: AssetType): string =>
  shot.members
    .filter((m) => m.asset.type === type)
    .map((m) => m.asset.name)
    .join(', ')

/** "Alice enters at 1.4 s from the left; Bob exits at 3 s". */
function movesOf(film: Film, shot: FilmShot): string {
  return shot.markers
    .map(({ words, note, frame }) => {
      const seconds = plainNumber(framesToSeconds(frame, film.timing.fps), 2)
      return `${words} at ${seconds} s${note ? ` ${note}` : ''}`
    })
    .join('; ')
}
