import type { GroupOp } from './drawOp'
import type { FrameDescription, FrameSubject } from './frameDescription'
import { INK } from './palette'
import { faceBox, overlap, subjectBox } from './subjectBox'
import type { Box } from './subjectBox'
import { tidy } from './tidy'

/** Sizes as fractions of the frame's height. */
const TEXT = 0.023
const TALL = 0.036
/** Average width of a letter of the frame font, in sizes. */
const LETTER = 0.58
const LONGEST = 26

interface Tag { readonly subject: FrameSubject; readonly text: string; readonly box: Box }

/**
 * Name tags of all subjects: under the feet, else lower on the body, at a place where no face and no other tag is.
 * Placed for the whole frame, so that a pass writes its tags where the finished frame has them.
 */
export function nameTags(frame: FrameDescription): Tag[] {
  const faces = frame.subjects.map((subject) => faceBox(frame, subject)).filter((box): box is Box => box !== null)
  const placed: Tag[] = []
  // Nearest first: their feet are lowest, and they must not be covered by others' tags.
  const order = [...frame.subjects].sort((a, b) => b.depth - a.depth || b.y - a.y)
  for (const subject of order) {
    const box = place(frame, subject, faces, placed)
    if (box) placed.push({ subject, text: shorten(subject.name), box })
  }
  return placed
}

function shorten(name: string): string {
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name
}

function place(frame: FrameDescription, subject: FrameSubject, faces: readonly Box[], placed: readonly Tag[]): Box | null {
  const { width, height } = frame
  const size = height * TEXT
  const w = Math.min(width * 0.4, [...shorten(subject.name)].length * size * LETTER + size * 1.4)
  const h = height * TALL
  const body = subjectBox(frame, subject)
  if (body.x > width || body.x + body.width < 0 || body.y > height || body.y + body.height < 0) return null
  const gap = height * 0.008
  const margin = height * 0.014
  const middle = clamp(body.x + body.width / 2, margin + w / 2, width - margin - w / 2)
  const foot = Math.min(body.y + body.height + gap, height - h - margin)
  const free = (box: Box): boolean => !faces.some((face) => overlap(face, box)) && !placed.some((tag) => overlap(tag.box, box))
  // Down from the feet, then up the body, each time a little to the sides.
  for (let step = 0; step < 16; step++) {
    for (const y of [foot + step * (h + gap) * 0.5, foot - step * (h + gap) * 0.5]) {
      if (y < margin || y + h > height - margin / 2) continue
      for (const aside of [0, -0.35, 0.35]) {
        const box = { x: clamp(middle + aside * w, margin + w / 2, width - margin - w / 2) - w / 2, y, width: w, height: h }
        if (free(box)) return box
      }
    }
  }
  return null
}

/** The tag of one subject as it is drawn. */
export function drawNameTag(frame: FrameDescription, tag: Tag): GroupOp {
  const { box } = tag
  const size = tidy(frame.height * TEXT)
  return {
    op: 'group',
    part: 'name',
    assetId: tag.subject.assetId,
    ops: [
      { op: 'rect', x: tidy(box.x), y: tidy(box.y), width: tidy(box.width), height: tidy(box.height), radius: tidy(box.height * 0.22), fill: INK, alpha: 0.82 },
      { op: 'text', x: tidy(box.x + box.width / 2), y: tidy(box.y + box.height * 0.5 + size * 0.36), text: tag.text, size, weight: 600, align: 'center', fill: '#f6f1e6', maxWidth: tidy(box.width - size * 0.8) },
    ],
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most))
}
