import { describeFrame } from '../../domain/blocking/describeFrame'
import { drawnMarksOf } from '../../domain/marks/markRules'
import { resolveLook, transformationsInOrder } from '../../domain/looks/resolveLook'
import { instanceOf, projectOf } from '../../domain/lookup'
import { sizeWords, angleWords } from '../../domain/prompts/shotPhrases'
import { framesToSeconds } from '../../domain/time/frames'
import type { FrameDescription } from '../../drawing/frameDescription'
import type { PrintDocument, PrintPanel, PrintPicture, PrintRow, PrintSection } from '../../drawing/print/printDocument'
import { counted, lengthText, secondsText } from '../../language/unitWords'
import { assetTypes, type Asset, type AssetType } from '../../model/asset'
import type { FrameEnd } from '../../model/common'
import type { Media } from '../../model/media'
import type { Scene } from '../../model/scene'
import type { ReadRecords } from '../../records/recordStore'
import type { Film, FilmShot } from '../film'
import { aboutShots, type HandoverWarning } from '../handoverFiles'
import { spokenText } from '../spokenText'
import type { PrintField, PrintOptions } from './printOptions'

/** What is printed of a film, and what the reader should know of it. */
export interface PrintedFilm {
  readonly document: PrintDocument
  readonly warnings: readonly HandoverWarning[]
}

interface Reader {
  readonly store: ReadRecords
  readonly film: Film
  readonly options: PrintOptions
  /** The picture of an end: its still, or the drawing of its blocking. */
  picture(shot: FilmShot, end: FrameEnd): PrintPicture
}

/** Sizes of paper lying, in points. */
const papers = { a4: [841.89, 595.28], letter: [792, 612] } as const
/** Panels on a page of the contact sheet. */
const onContactSheet = 30

/**
 * The boards, the contact sheet, the shot list or the breakdown of a film, to be laid out on pages. An end without a still shows the drawing of its blocking, and is
 * named in a warning.
 * @param has whether the file of a picture is there
 * @param describe the stills that are drawn, by `frameKey`; left out where whoever draws asks for them one by one
 */
export function printedFilm(
  store: ReadRecords,
  film: Film,
  options: PrintOptions,
  has: (media: Media) => boolean = () => true,
  describe = false,
): PrintedFilm {
  const frames: Record<string, FrameDescription> = {}
  const drawn = new Set<FilmShot>()
  const picture = (shot: FilmShot, end: FrameEnd): PrintPicture => {
    const still = end === 'start' ? shot.startStill : shot.endStill
    const shown = printable(store, still, has)
    if (shown) return shown
    drawn.add(shot)
    const key = frameKey(shot.shot.id, end)
    if (describe) frames[key] ??= describeFrame(store, shot.shot.id, end, false)
    return { frame: key }
  }
  const reader: Reader = { store, film, options, picture }
  const made = profiles[options.profile](reader, has)
  const [long, short] = papers[options.paper]
  const document: PrintDocument = {
    title: film.title,
    logo: logoOf(store, has),
    head: options.head.replaceAll('{title}', film.title).trim(),
    foot: options.foot,
    date: options.date,
    width: options.upright ? short : long,
    height: options.upright ? long : short,
    aspect: film.width / film.height,
    pagePerSection: options.pagePerScene && options.profile !== 'contact',
    frames,
    ...made,
  }
  return {
    document,
    warnings: aboutShots('NO_PICTURE', 'Shots without all their stills, drawn from their blocking', [...drawn]),
  }
}

const frameKey = (shotId: string, end: FrameEnd): string => `${end} ${shotId}`

/** The still behind a key of a document whose stills are asked for one by one; null where its shot has gone. */
export function frameOfKey(store: ReadRecords, key: string): FrameDescription | null {
  const [end, shotId] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)]
  return store.get('shots', shotId) ? describeFrame(store, shotId, end as FrameEnd, false) : null
}

function printable(store: ReadRecords, media: Media | null, has: (media: Media) => boolean): PrintDocument['logo'] {
  const shown = media && ((media.workingId !== null && store.get('media', media.workingId)) || media)
  if (!shown || shown.kind !== 'picture' || !shown.width || !shown.height || !has(shown)) return null
  return { mediaId: shown.id, width: shown.width, height: shown.height }
}

function logoOf(store: ReadRecords, has: (media: Media) => boolean): PrintDocument['logo'] {
  const { logoId } = projectOf(store)
  return printable(store, (logoId !== null && store.get('media', logoId)) || null, has)
}

type Made = Pick<PrintDocument, 'body' | 'sections'>

const profiles: Record<PrintOptions['profile'], (reader: Reader, has: (media: Media) => boolean) => Made> = {
  boards: (reader) => ({
    body: { kind: 'grid', perPage: reader.options.perPage, pictures: reader.options.frames === 'both' ? 2 : 1 },
    sections: sectionsOf(reader, (shot) => panelOf(reader, shot)),
  }),
  contact: (reader) => ({
    body: { kind: 'grid', perPage: onContactSheet, pictures: 1 },
    sections: [
      {
        heading: '',
        rows: [],
        panels: reader.film.shots.map((shot) => ({
          name: shot.name,
          detail: '',
          right: secondsOf(reader, shot),
          pictures: [reader.picture(shot, reader.options.frames === 'end' ? 'end' : 'start')],
          texts: [],
        })),
      },
    ],
  }),
  list: (reader) => ({
    body: { kind: 'table', columns: listColumns },
    sections: scenesOf(reader.film).map(([scene, shots]) => ({
      heading: headingOf(reader, scene, shots),
      panels: [],
      rows: shots.map((shot) => listRow(reader, shot)),
    })),
  }),
  breakdown: (reader, has) => ({
    body: { kind: 'table', columns: breakdownColumns },
    sections: scenesOf(reader.film).map(([scene, shots]) => ({
      heading: headingOf(reader, scene, shots),
      panels: [],
      rows: breakdownRows(reader, scene, shots, has),
    })),
  }),
}

function sectionsOf(reader: Reader, panel: (shot: FilmShot) => PrintPanel): PrintSection[] {
  return scenesOf(reader.film).map(([scene, shots]) => ({
    heading: headingOf(reader, scene, shots),
    panels: shots.map(panel),
    rows: [],
  }))
}

/** Scenes with their shots, in the order of the film. */
function scenesOf(film: Film): [Scene, FilmShot[]][] {
  const scenes: [Scene, FilmShot[]][] = []
  for (const shot of film.shots) {
    const last = scenes.at(-1)
    if (last?.[0] === shot.scene) last[1].push(shot)
    else scenes.push([shot.scene, [shot]])
  }
  return scenes
}

function headingOf({ film }: Reader, scene: Scene, shots: readonly FilmShot[]): string {
  const frames = shots.reduce((sum, shot) => sum + shot.frames, 0)
  const length = lengthText(framesToSeconds(frames, film.timing.fps))
  return `${[scene.number, scene.heading].filter(Boolean).join('  ')}  ·  ${counted(shots.length, 'shot')}, ${length}`
}

const secondsOf = ({ film }: Reader, shot: FilmShot) => secondsText(framesToSeconds(shot.frames, film.timing.fps))

function cameraOf({ shot }: FilmShot): string {
  const parts = [
    shot.size ? sizeWords[shot.size] : '',
    shot.angle ? angleWords[shot.angle] : '',
    shot.lens,
    shot.movement,
  ]
  return parts.filter(Boolean).join(' · ')
}

function panelOf(reader: Reader, shot: FilmShot): PrintPanel {
  const { fields, frames } = reader.options
  const shows = (field: PrintField) => fields.includes(field)
  const texts: PrintPanel['texts'] = []
  if (shows('action')) texts.push({ style: 'body', text: shot.shot.text })
  if (shows('dialogue')) for (const line of shot.shot.dialogue) texts.push({ style: 'spoken', text: spokenText(line) })
  if (shows('who')) texts.push({ style: 'quiet', text: shot.members.map((member) => member.asset.name).join(', ') })
  if (shows('moves')) texts.push({ style: 'quiet', text: movesOf(reader, shot) })
  if (shows('notes') && shot.shot.notes) texts.push({ style: 'quiet', text: `Note: ${shot.shot.notes}` })
  const ends: FrameEnd[] = frames === 'both' ? ['start', 'end'] : [frames]
  return {
    name: shot.name,
    detail: shows('camera') ? cameraOf(shot) : '',
    right: shows('duration') ? secondsOf(reader, shot) : '',
    pictures: ends.map((end, i) => ({ ...reader.picture(shot, end), ...overOf(reader, shot, end, i === 0) })),
    texts: texts.filter(({ text }) => text),
  }
}

/** What is drawn over a picture of a panel: its marks, and on the first one how the camera moves. */
function overOf({ store, options }: Reader, { shot }: FilmShot, end: FrameEnd, isFirst: boolean) {
  const shows = (field: PrintField) => options.fields.includes(field)
  const marks = shows('marks') ? drawnMarksOf(store, shot.id, end) : []
  const move = isFirst && shows('arrows') ? store.get('cameraMoves', shot.id) : undefined
  const camera = move ? { first: move.first, last: move.last } : null
  return marks.length || camera ? { over: { marks, camera } } : {}
}

/** "Alice enters 1.4 s from the left · Bob exits 3.0 s". */
function movesOf({ film }: Reader, shot: FilmShot): string {
  return shot.markers
    .map(({ words, note, frame }) =>
      [words, secondsText(framesToSeconds(frame, film.timing.fps)), note].filter(Boolean).join(' '),
    )
    .join(' · ')
}

const listColumns = [
  { title: 'Shot', share: 6 },
  { title: 'Start', share: 14 },
  { title: 'Camera', share: 15 },
  { title: 'What happens', share: 30 },
  { title: 'Dialogue', share: 20 },
  { title: 'Who is in it', share: 16 },
  { title: 'Length', share: 7 },
]

function listRow(reader: Reader, shot: FilmShot): PrintRow {
  return {
    cells: [
      shot.name,
      reader.picture(shot, reader.options.frames === 'end' ? 'end' : 'start'),
      cameraOf(shot),
      [shot.shot.text, movesOf(reader, shot), shot.shot.notes && `Note: ${shot.shot.notes}`].filter(Boolean).join('\n'),
      shot.shot.dialogue.map(spokenText).join('\n'),
      shot.members.map((member) => member.asset.name).join(', '),
      secondsOf(reader, shot),
    ],
  }
}

const breakdownColumns = [
  { title: '', share: 12 },
  { title: 'Who, what, where', share: 22 },
  { title: 'Look', share: 40 },
  { title: 'Shots', share: 26 },
]
const kinds: Record<AssetType, string> = { character: 'Character', location: 'Location', prop: 'Prop' }

/** Everybody and everything of a scene: their picture, their looks there, and the shots they are in. */
function breakdownRows(
  { store }: Reader,
  scene: Scene,
  shots: readonly FilmShot[],
  has: (media: Media) => boolean,
): PrintRow[] {
  const found = new Map<string, { asset: Asset; shots: string[] }>()
  for (const shot of shots)
    for (const { asset } of shot.members) {
      const known = found.get(asset.id)
      if (known) known.shots.push(shot.name)
      else found.set(asset.id, { asset, shots: [shot.name] })
    }
  const inOrder = [...found.values()].sort(
    (a, b) => assetTypes.indexOf(a.asset.type) - assetTypes.indexOf(b.asset.type),
  )
  return inOrder.map(({ asset, shots: names }) => {
    const instance = instanceOf(store, scene.id, asset.id)
    const look = instance && resolveLook(store, instance, { shotId: shots[0]!.shot.id, at: 0 })
    const later = instance
      ? transformationsInOrder(store, instance).flatMap((t) =>
          t.toLookId && t.suspended === '' ? [store.get('looks', t.toLookId)?.name] : [],
        )
      : []
    const looks = [...new Set([look?.name, ...later])].filter(Boolean).join(', then ')
    return {
      cells: [
        printable(store, (look?.mediaId && store.get('media', look.mediaId)) || null, has),
        `${asset.name}\n${kinds[asset.type]}`,
        [looks, look?.description || asset.description].filter(Boolean).join('\n'),
        names.join(', '),
      ],
    }
  })
}
