import { rm, writeFile } from 'node:fs/promises'
import { createCanvas } from '@napi-rs/canvas'
import type { SKRSContext2D } from '@napi-rs/canvas'
import { execute, fontOf } from '@shared/drawing/execute'
import { markOps, marksGround } from '@shared/drawing/marks'
import type { Measure } from '@shared/drawing/print/wrapText'
import type { CallRequest, MarksRequest } from '../generatorContract'
import { registerFrameFont } from './frameFont'

/** Draws the marks that go along with a call where its references say; they are there while the work runs. */
export async function withMarks<T>(
  { references, width, height }: Pick<CallRequest, 'references' | 'width' | 'height'>,
  work: () => Promise<T>,
): Promise<T> {
  const drawn = references.filter(({ marks }) => marks)
  try {
    for (const { path, marks } of drawn) await writeFile(path, marksPicture(marks!, width, height))
    return await work()
  } finally {
    for (const { path } of drawn) await rm(path, { force: true })
  }
}

/** Draws marks that are handed over instead of sent. */
export const drawMarks = ({ marks, width, height, out }: MarksRequest): Promise<void> =>
  writeFile(out, marksPicture(marks, width, height))

/** Marks as they lie over a still, on grey: every ink of theirs is seen on it. */
export function marksPicture(marks: Parameters<typeof markOps>[0], width: number, height: number): Buffer {
  registerFrameFont()
  const canvas = createCanvas(width, height)
  const context: SKRSContext2D = canvas.getContext('2d')
  const measure: Measure = (text, size, weight) => {
    context.font = fontOf(size, weight)
    return context.measureText(text).width
  }
  context.fillStyle = marksGround
  context.fillRect(0, 0, width, height)
  execute(markOps(marks, { width, height }, measure), context, () => undefined)
  return canvas.toBuffer('image/png')
}
