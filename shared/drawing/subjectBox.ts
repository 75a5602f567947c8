import { headShare } from './character/person'
import { headUnder } from './character/figure'
import { animalOf } from './character/kindOfCharacter'
import { dropOf } from './character/dropOf'
import type { FrameDescription, FrameSubject } from './frameDescription'
import { propAspect, propKinds } from './props/propKind'

/** A rectangle in frame pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Width over height of a standing figure with its arms. */
const FIGURE_ASPECT = 0.42
/** How high somebody lies, in figure heights. */
const LYING = 0.3

/**
 * The box of a subject in the frame: its feet in the middle of the lower edge, `scale` of the frame high. What the
 * stage shows as its frame and what is hit by the pointer. Hats and long hair may stick out of it.
 */
export function subjectBox(frame: Pick<FrameDescription, 'width' | 'height'>, subject: FrameSubject): Box {
  const tall = subject.scale * frame.height
  const lies = subject.pose === 'lie' && !subject.picture && animalOf(subject.name, subject.traits) === null
  const height = lies ? tall * LYING : tall
  const width = lies ? tall : height * aspectOf(subject)
  return { x: subject.x * frame.width - width / 2, y: subject.y * frame.height - height, width, height }
}

function aspectOf(subject: FrameSubject): number {
  if (subject.picture) return subject.picture.width / subject.picture.height
  const animal = subject.type === 'character' ? animalOf(subject.name, subject.traits) : null
  if (subject.type === 'character') return animal ? propKinds[animal].aspect : FIGURE_ASPECT
  return subject.type === 'location' ? 16 / 9 : propAspect(subject.name, subject.traits)
}

/** Where the face of a character is; of a picture, where faces usually are. Null for props. */
export function faceBox(
  frame: Pick<FrameDescription, 'width' | 'height'> & { readonly angle?: FrameDescription['angle'] },
  subject: FrameSubject,
): Box | null {
  if (subject.type !== 'character') return null
  const box = subjectBox(frame, subject)
  // A picture wider than high is a portrait or a group: any part of its upper half may be a face.
  if (subject.picture && subject.picture.width > subject.picture.height * 0.8)
    return { x: box.x, y: box.y, width: box.width, height: box.height * 0.55 }
  if (!subject.picture && animalOf(subject.name, subject.traits)) {
    // The head is at the front.
    const wide = Math.min(box.width, box.height * 0.7)
    return { x: subject.flip ? box.x : box.x + box.width - wide, y: box.y, width: wide, height: box.height * 0.55 }
  }
  const drawn = headShare(subject.name, subject.traits) * headUnder(frame.angle ?? null)
  if (subject.pose === 'lie' && !subject.picture)
    return {
      x: subject.flip ? box.x + box.width * (1 - drawn) : box.x,
      y: box.y,
      width: box.width * drawn,
      height: box.height,
    }
  const share = subject.picture ? 0.24 : drawn
  const width = box.height * share * 0.93
  return {
    x: box.x + box.width / 2 - width / 2,
    y: box.y + (subject.picture ? 0 : dropOf(subject.pose, subject.seated) * box.height),
    width,
    height: box.height * share,
  }
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
