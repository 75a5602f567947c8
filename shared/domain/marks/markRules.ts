import type { FrameEnd } from '../../model/common'
import type { DrawnMark, Mark, MarkColour, MarkKind, MarkPoints } from '../../model/mark'
import { clamp } from '../../model/numbers'
import type { Shot } from '../../model/shot'
import type { Draft } from '../../records/draft'
import { Refusal } from '../../records/refusal'
import type { ReadRecords } from '../../records/recordStore'
import { existingShot } from '../lookup'

/** What a mark looks like where nobody said otherwise. */
export const usualMark = { colour: 'blue', width: 0.006, opacity: 1 } as const satisfies Partial<Mark>

/** The marks over a still, those drawn last on top. */
export const marksOf = (store: ReadRecords, shotId: string, frame: FrameEnd): readonly Mark[] =>
  store.list('marksOf', `${shotId}/${frame}`)

/** What is drawn of the marks over a still. */
export const drawnMarksOf = (store: ReadRecords, shotId: string, frame: FrameEnd): DrawnMark[] =>
  marksOf(store, shotId, frame).map(({ kind, points, text, colour, width, opacity }) => ({
    kind,
    points,
    text,
    colour,
    width,
    opacity,
  }))

export interface AddMarkInput {
  shotId: string
  frame: FrameEnd
  kind: MarkKind
  points: MarkPoints
  text?: string | undefined
  colour?: MarkColour | undefined
  width?: number | undefined
  opacity?: number | undefined
}

/** `mark.add`: one more mark over a still (domain.md 15.1). @throws Refusal NOT_FOUND, MARK_EMPTY */
export function addMark(draft: Draft, input: AddMarkInput): Mark {
  const shot = existingShot(draft, input.shotId)
  const { kind, points } = input
  const text = kind === 'text' ? (input.text ?? '').trim() : ''
  if (kind === 'text' ? !text : kind !== 'pen' && isPoint(points)) throw new Refusal('MARK_EMPTY')
  return draft.add('marks', {
    id: draft.newId(),
    shotId: shot.id,
    frame: input.frame,
    kind,
    points: points.map(rounded),
    text,
    colour: input.colour ?? usualMark.colour,
    width: input.width ?? usualMark.width,
    opacity: input.opacity ?? usualMark.opacity,
    ordinal: draft.nextOrdinal('marks'),
  })
}

const isPoint = (points: MarkPoints): boolean => {
  const [[ax, ay], [bx, by]] = [points[0]!, points.at(-1)!]
  return ax === bx && ay === by
}

const rounded = ([x, y]: readonly [number, number]): [number, number] => [
  Math.round(x * 1e4) / 1e4,
  Math.round(y * 1e4) / 1e4,
]

export interface UpdateMarksInput {
  markIds: readonly string[]
  colour?: MarkColour | undefined
  width?: number | undefined
  opacity?: number | undefined
  /** Of texts alone. */
  text?: string | undefined
  /** How far they move, as fractions of the picture; they stay in it. */
  by?: { readonly x: number; readonly y: number } | undefined
}

/** `mark.update`: some marks otherwise, in one step. @throws Refusal NOT_FOUND, MARK_EMPTY */
export function updateMarks(draft: Draft, { markIds, by, text, ...fields }: UpdateMarksInput): void {
  const marks = markIds.map((id) => existingMark(draft, id))
  const way = by && wayOf(marks, by)
  for (const mark of marks)
    draft.update('marks', mark.id, {
      ...fields,
      ...(way ? { points: movedBy(mark.points, way) } : {}),
      ...(text !== undefined && mark.kind === 'text' ? { text: wordsOf(text) } : {}),
    })
}

function wordsOf(text: string): string {
  if (!text.trim()) throw new Refusal('MARK_EMPTY')
  return text.trim()
}

/** How far marks go together when they are to move so far: none of them leaves the picture. */
export function wayOf(
  marks: readonly Pick<Mark, 'points'>[],
  by: { readonly x: number; readonly y: number },
): { readonly x: number; readonly y: number } {
  const all = marks.flatMap((mark) => mark.points)
  const along = (side: 0 | 1, way: number) => {
    const at = all.map((point) => point[side])
    return clamp(way, -Math.min(...at), 1 - Math.max(...at))
  }
  return { x: along(0, by.x), y: along(1, by.y) }
}

export const movedBy = (points: MarkPoints, way: { readonly x: number; readonly y: number }): MarkPoints =>
  points.map(([x, y]) => rounded([clamp(x + way.x, 0, 1), clamp(y + way.y, 0, 1)]))

/** `mark.remove`: marks are erased, each as a whole. @throws Refusal NOT_FOUND */
export function removeMarks(draft: Draft, { markIds }: { markIds: readonly string[] }): void {
  for (const id of new Set(markIds)) draft.remove('marks', existingMark(draft, id).id)
}

function existingMark(draft: Draft, id: string): Mark {
  const mark = draft.get('marks', id)
  if (!mark) throw new Refusal('NOT_FOUND', { what: 'The mark' })
  return mark
}

/** Marks stay with the end they lie over (domain.md 15.2). */
export function splitMarks(draft: Draft, first: Shot, second: Shot): void {
  for (const mark of marksOf(draft, first.id, 'end')) draft.update('marks', mark.id, { shotId: second.id })
}

/** What lay over the stills at the cut goes with them, and is named; the outer ends keep theirs. */
export function joinMarks(draft: Draft, kept: Shot, gone: Shot): void {
  const inner = [...marksOf(draft, kept.id, 'end'), ...marksOf(draft, gone.id, 'start')]
  const outer = [...marksOf(draft, gone.id, 'end')]
  if (inner.length) draft.warn('MARKS_GONE', { kept: kept.number, gone: gone.number })
  for (const mark of inner) draft.remove('marks', mark.id)
  for (const mark of outer) draft.update('marks', mark.id, { shotId: kept.id })
}

/** The marks of a shot, for its copy. */
export function copyMarks(draft: Draft, shotId: string, copyId: string): void {
  for (const frame of ['start', 'end'] as const)
    for (const mark of marksOf(draft, shotId, frame))
      draft.add('marks', { ...mark, id: draft.newId(), shotId: copyId, ordinal: draft.nextOrdinal('marks') })
}

/** The marks of a shot that is being removed. */
export function dropMarks(draft: Draft, shotId: string): void {
  for (const frame of ['start', 'end'] as const)
    for (const mark of marksOf(draft, shotId, frame)) draft.remove('marks', mark.id)
}
