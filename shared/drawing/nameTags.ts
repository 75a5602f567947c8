import { clamp } from '../model/numbers'
import type { GroupOp } from './drawOp'
import type { FrameDescription, FrameSubject } from './frameDescription'
import { INK } from './drawingColours'
import { faceBox, overlap, subjectBox } from './subjectBox'
import type { Box } from './subjectBox'
import { tidy } from './tidy'

/** Height of the writing, as a share of the frame's height, of upright frames by their width; where many stand in one frame it is smaller. */
const TEXT = 0.042
const TEXT_OF_MANY = 0.034
const MANY = 5
/** Height of a tag, in sizes of its writing. */
const TALL = 1.5
/** Longest names, in letters, before they are cut. */
const LONGEST = 22
const LONGEST_OF_MANY = 14

interface NameTag {
  readonly subject: FrameSubject
  readonly text: string
  readonly box: Box
  readonly size: number
}

/**
 * Name tags of the drawn placeholders (a subject with a picture is known by it): under the feet, else lower on the body, at a place where no face and no other tag is.
 * Placed for the whole frame, so that a pass writes its tags where the finished frame has them. Large enough to be read on a small picture.
 */
export function nameTags(frame: FrameDescription): NameTag[] {
  const faces = frame.subjects.map((subject) => faceBox(frame, subject)).filter((box): box is Box => box !== null)
  const placed: NameTag[] = []
  const unknown = frame.subjects.filter((subject) => subject.picture === null)
  const many = unknown.length > MANY
  const size = Math.min(frame.height, frame.width * 0.7) * (many ? TEXT_OF_MANY : TEXT)
  // Nearest first: their feet are lowest, and they must not be covered by others' tags.
  const order = unknown.sort((a, b) => b.depth - a.depth || b.y - a.y)
  for (const subject of order) {
    const text = shorten(subject.name, many ? LONGEST_OF_MANY : LONGEST)
    // Better small than nowhere.
    for (const smaller of [1, 0.75, 0.55]) {
      const box = place(frame, subject, text, size * smaller, faces, placed)
      if (!box) continue
      placed.push({ subject, text, box, size: size * smaller })
      break
    }
  }
  return placed
}

/** Cut after whole letters: accents and joined signs stay with theirs. Of many words the first that fit. */
function shorten(name: string, longest: number): string {
  const text = name.replace(/\s+/g, ' ').trim()
  const letters = [...new Intl.Segmenter().segment(text)].map((s) => s.segment)
  if (letters.length <= longest) return text
  return `${letters
    .slice(0, longest - 1)
    .join('')
    .trimEnd()}…`
}

/** Average widths of letters of the frame font, in sizes: East Asian signs and pictures are as wide as high. */
const LETTER = 0.58
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u

function widthOf(text: string): number {
  let width = 0
  for (const letter of text)
    width += WIDE.test(letter) ? 1.02 : /\p{M}/u.test(letter) ? 0 : /[A-ZMW@]/.test(letter) ? 0.7 : LETTER
  return width
}

function place(
  frame: FrameDescription,
  subject: FrameSubject,
  text: string,
  size: number,
  faces: readonly Box[],
  placed: readonly NameTag[],
): Box | null {
  const { width, height } = frame
  const w = Math.min(width * 0.46, widthOf(text) * size + size * 1.1)
  const h = size * TALL
  const body = subjectBox(frame, subject)
  if (body.x > width || body.x + body.width < 0 || body.y > height || body.y + body.height < 0) return null
  const gap = size * 0.25
  const margin = size * 0.4
  const middle = clamp(body.x + body.width / 2, margin + w / 2, width - margin - w / 2)
  const foot = Math.min(body.y + body.height + gap, height - h - margin)
  const free = (box: Box): boolean =>
    !faces.some((face) => overlap(face, box)) && !placed.some((tag) => overlap(tag.box, box))
  // Down from the feet, then up the body, each time a little to the sides.
  for (let step = 0; step < 14; step++) {
    for (const y of [foot + step * (h + gap) * 0.5, foot - step * (h + gap) * 0.5]) {
      if (y < margin || y + h > height - margin / 2) continue
      for (const aside of [0, -0.2, 0.2, -0.4, 0.4]) {
        const box = {
          x: clamp(middle + aside * w, margin + w / 2, width - margin - w / 2) - w / 2,
          y,
          width: w,
          height: h,
        }
        if (free(box)) return box
      }
    }
  }
  return null
}

/** The tag of one subject as it is drawn. */
export function drawNameTag(tag: NameTag): GroupOp {
  const { box } = tag
  const size = tidy(tag.size)
  return {
    op: 'group',
    part: 'name',
    assetId: tag.subject.assetId,
    ops: [
      {
        op: 'rect',
        x: tidy(box.x),
        y: tidy(box.y),
        width: tidy(box.width),
        height: tidy(box.height),
        radius: tidy(box.height * 0.22),
        fill: INK,
        alpha: 0.82,
      },
      {
        op: 'text',
        x: tidy(box.x + box.width / 2),
        y: tidy(box.y + box.height * 0.5 + size * 0.36),
        text: tag.text,
        size,
        weight: 600,
        align: 'center',
        fill: '#f6f1e6',
        maxWidth: tidy(box.width - size * 0.6),
      },
    ],
  }
}
