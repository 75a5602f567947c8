import { picturesOf, type FilmMoment } from '@shared/domain/results/filmMoment'
import { drawnClip, isClipBeingRead, type ClipPicture } from './clipFrames'
import { drawnPicture, isBeingRead } from './drawingResources'
import { hasPictures, type FilmPictures } from './filmFrame'
import { KeptBackdrop } from './keptBackdrop'

type WindowPictures = FilmPictures<ImageBitmap | ClipPicture, CanvasRenderingContext2D>

/** The pictures of the film as the window has them. */
export const windowPictures: WindowPictures = { pictureOf: drawnPicture, clipOf: drawnClip }

/** The same for one canvas that plays. */
export const playedPictures = (): WindowPictures => ({ ...windowPictures, backdrop: new KeptBackdrop() })

/** Has the moment to wait for a picture that is on its way? Who plays repeats the last one; time never waits. */
export function isLate(moment: FilmMoment): boolean {
  if (moment.clip) {
    if (drawnClip(moment.clip)) return false
    if (isClipBeingRead(moment.clip)) return true
  }
  return !hasPictures(moment, drawnPicture) && picturesOf(moment).some(isBeingRead)
}

/** Has the pictures of a moment read before it comes. */
export function readForMoment(moment: FilmMoment): void {
  if (moment.clip) drawnClip(moment.clip)
  hasPictures(moment, drawnPicture)
}
