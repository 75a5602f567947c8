import { picturesOf, type FilmMoment } from '@shared/domain/results/filmMoment'
import { drawnClip, isClipBeingRead } from './clipFrames'
import { drawnPicture, isBeingRead } from './drawingResources'
import { hasPictures } from './filmFrame'

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
