import { picturesOf, type FilmMoment } from '@shared/domain/results/filmMoment'
import { formatTimecode } from '@shared/domain/time/timecode'
import { drawList } from '@shared/drawing/drawList'
import { fontOf, execute, type CanvasLike } from '@shared/drawing/execute'
import type { FrameDescription } from '@shared/drawing/frameDescription'
import { isRightToLeft, wrapText } from '@shared/drawing/print/wrapText'
import type { Timing } from '@shared/model/frameRate'

/** What is written over the film: what is said, and a slate of timecode and shot number. */
export interface FilmFrameOptions {
  readonly subtitles: boolean
  readonly slate: boolean
  /** Names over those who are drawn. */
  readonly names: boolean
}

/** A context that a frame of the film can be drawn on: the window's, an off-screen one, or a test's. */
export interface FilmCanvas<Image> extends CanvasLike<Image> {
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void
  fillRect(x: number, y: number, width: number, height: number): void
  measureText(text: string): { readonly width: number }
  imageSmoothingEnabled: boolean
  imageSmoothingQuality: string
  direction: string
}

/** A decoded picture with its own size. */
interface Sized {
  readonly width: number
  readonly height: number
}

/** Paints what lies behind the people, or lays down what was painted for an equal key. A key is equal only where every pixel is. */
export interface FilmBackdrop<Image, Canvas> {
  draw(canvas: Canvas, key: string, paint: (canvas: CanvasLike<Image>) => void): void
}

/** Where the pictures of a film come from. */
export interface FilmPictures<Image, Canvas> {
  /** The decoded picture of a media id; one that it does not give is left out. */
  readonly pictureOf: (mediaId: string) => Image | undefined
  /** The picture of a clip; where it gives none, what shows without the clip does. */
  readonly clipOf?: (clip: NonNullable<FilmMoment['clip']>) => Image | undefined
  /** What keeps drawn places between frames; without it each frame is painted whole. */
  readonly backdrop?: FilmBackdrop<Image, Canvas>
}

const ground = '#16181c'
const words = '#f2f3f5'
const quiet = '#9aa0a8'
const plate = 'rgba(10, 11, 13, 0.72)'

/**
 * Draws one frame of the film over a whole canvas of `width` by `height` pixels; the only function that does, for the window and for a movie alike.
 * What it draws depends on its arguments alone. Who needs it whole reads `picturesOf(moment)` first. A text needs the frame font
 * (`frameFontReady`).
 *
 * Where the canvas has another shape than the film, the film lies in its middle with bars beside it.
 * @param moment what shows, of `filmMoment`; null = black
 */
export function filmFrame<Image extends Sized, Canvas extends FilmCanvas<Image>>(
  canvas: Canvas,
  size: Sized,
  film: Sized & { readonly timing: Timing },
  moment: FilmMoment | null,
  pictures: FilmPictures<Image, Canvas>,
  options: FilmFrameOptions,
): void {
  const { width, height } = size
  canvas.setTransform(1, 0, 0, 1, 0, 0)
  canvas.imageSmoothingEnabled = true
  canvas.imageSmoothingQuality = 'high'
  canvas.globalAlpha = 1
  canvas.fillStyle = '#000'
  canvas.fillRect(0, 0, width, height)
  if (!moment) return
  const scale = Math.min(width / film.width, height / film.height)
  const left = (width - film.width * scale) / 2
  const top = (height - film.height * scale) / 2
  canvas.save()
  canvas.setTransform(scale, 0, 0, scale, left, top)
  canvas.beginPath()
  canvas.rect(0, 0, film.width, film.height)
  canvas.clip()
  const clip = moment.clip && pictures.clipOf?.(moment.clip)
  // A clip is what the camera saw.
  if (clip) cover(canvas, film, clip)
  else if (moment.card === null) {
    // The camera's framing fills the picture.
    const { x, y, width: part } = moment.framing
    canvas.save()
    canvas.transform(1 / part, 0, 0, 1 / part, (-x * film.width) / part, (-y * film.height) / part)
    picture(canvas, film, moment, pictures, options)
    canvas.restore()
  } else drawCard(canvas, film, moment.number, moment.card)
  // Letters keep their size beside the picture's shorter side.
  const unit = Math.min(film.width, film.height) / 1080
  if (options.subtitles && moment.subtitle) subtitle(canvas, film, moment.subtitle.text, unit)
  if (options.slate) slate(canvas, film, moment, unit)
  canvas.restore()
}

/** Are all the pictures there that the moment is drawn from? Asking has them read. */
export const hasPictures = (moment: FilmMoment, pictureOf: (mediaId: string) => unknown): boolean =>
  picturesOf(moment)
    .map((mediaId) => pictureOf(mediaId) !== undefined)
    .every(Boolean)

function picture<Image extends Sized, Canvas extends FilmCanvas<Image>>(
  canvas: Canvas,
  film: Sized,
  { still, drawn, framing }: FilmMoment,
  { pictureOf, backdrop }: FilmPictures<Image, Canvas>,
  { names }: FilmFrameOptions,
): void {
  const image = still && pictureOf(still.mediaId)
  if (image) cover(canvas, film, image)
  if (drawn) {
    const scale = film.width / drawn.width
    canvas.save()
    canvas.transform(scale, 0, 0, scale, 0, 0)
    const keeper = still || drawn.title || isWithoutPicture(drawn.location, pictureOf) ? undefined : backdrop
    if (keeper) {
      const { seenThrough: _, ...place } = { ...drawn, subjects: [], showNames: false }
      keeper.draw(canvas, JSON.stringify([place, framing, film.width]), (on) => execute(drawList(place), on, pictureOf))
    }
    const part = still || keeper ? { location: false, assetIds: drawn.subjects.map((one) => one.assetId) } : undefined
    execute(drawList({ ...drawn, showNames: names }, part), canvas, pictureOf)
    canvas.restore()
  }
  if (still && !image && !drawn) {
    canvas.fillStyle = ground
    canvas.fillRect(0, 0, film.width, film.height)
  }
}

/** Is the picture of a place still on its way? */
const isWithoutPicture = (location: FrameDescription['location'], pictureOf: (mediaId: string) => unknown): boolean =>
  location?.picture !== null && location?.picture !== undefined && pictureOf(location.picture.mediaId) === undefined

/** A picture over the whole film, what is too much cut off evenly. */
function cover<Image extends Sized>(canvas: FilmCanvas<Image>, film: Sized, image: Image): void {
  const scale = Math.max(film.width / image.width, film.height / image.height)
  const [w, h] = [film.width / scale, film.height / scale]
  canvas.drawImage(image, (image.width - w) / 2, (image.height - h) / 2, w, h, 0, 0, film.width, film.height)
}

function textIn<Image>(canvas: FilmCanvas<Image>, size: number, weight: 400 | 600, align: string): void {
  canvas.font = fontOf(size, weight)
  canvas.textAlign = align
  canvas.textBaseline = 'alphabetic'
}

/** A shot that has no picture: its number and its words on a quiet ground. */
function drawCard<Image>(canvas: FilmCanvas<Image>, film: Sized, number: string, text: string): void {
  const unit = Math.min(film.width, film.height) / 1080
  canvas.fillStyle = ground
  canvas.fillRect(0, 0, film.width, film.height)
  const middle = film.width / 2
  textIn(canvas, 40 * unit, 400, 'left')
  const lines = wrapText(text, film.width * 0.62, (part) => canvas.measureText(part).width)
  const shown = lines.slice(0, 6)
  if (lines.length > shown.length) shown[5] = `${shown[5]!.slice(0, -1)}…`
  let y = film.height / 2 - (shown.length * 58 * unit) / 2
  textIn(canvas, 64 * unit, 600, 'center')
  canvas.fillStyle = words
  canvas.fillText(`Shot ${number}`, middle, y)
  textIn(canvas, 40 * unit, 400, 'center')
  canvas.fillStyle = quiet
  y += 90 * unit
  for (const line of shown) {
    canvas.direction = isRightToLeft(line) ? 'rtl' : 'ltr'
    canvas.fillText(line, middle, y)
    y += 58 * unit
  }
  canvas.direction = 'ltr'
}

/** What is said, at the foot of the picture, in two lines at most. */
function subtitle<Image>(canvas: FilmCanvas<Image>, film: Sized, text: string, unit: number): void {
  let size = 44 * unit
  let lines: string[] = []
  // A long line gets smaller before it gets a third line.
  for (let tries = 0; tries < 6; tries++, size *= 0.88) {
    textIn(canvas, size, 600, 'center')
    lines = wrapText(text, film.width * 0.86, (part) => canvas.measureText(part).width)
    if (lines.length <= 2) break
  }
  const lead = size * 1.35
  const wide = Math.max(...lines.map((line) => canvas.measureText(line).width)) + size
  const bottom = film.height - 56 * unit
  const height = lines.length * lead + size * 0.4
  canvas.fillStyle = plate
  canvas.beginPath()
  canvas.roundRect((film.width - wide) / 2, bottom - height, wide, height, 8 * unit)
  canvas.fill()
  canvas.fillStyle = words
  lines.forEach((line, i) => {
    canvas.direction = isRightToLeft(line) ? 'rtl' : 'ltr'
    canvas.fillText(line, film.width / 2, bottom - height + size * 0.2 + lead * i + size * 1.02)
  })
  canvas.direction = 'ltr'
}

/** Timecode and shot number, in the upper left. */
function slate<Image>(
  canvas: FilmCanvas<Image>,
  { timing }: { readonly timing: Timing },
  { frame, number }: FilmMoment,
  unit: number,
): void {
  const text = `${formatTimecode(frame, timing)}   Shot ${number}`
  const size = 32 * unit
  textIn(canvas, size, 600, 'left')
  canvas.fillStyle = plate
  canvas.beginPath()
  canvas.roundRect(28 * unit, 28 * unit, canvas.measureText(text).width + size, size * 1.6, 6 * unit)
  canvas.fill()
  canvas.fillStyle = words
  canvas.fillText(text, 28 * unit + size / 2, 28 * unit + size * 1.15)
}
