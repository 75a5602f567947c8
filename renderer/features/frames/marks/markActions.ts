import { marksOf } from '@shared/domain/marks/markRules'
import { counted } from '@shared/language/unitWords'
import type { Mark, MarkColour, MarkPoints } from '@shared/model/mark'
import { roundTo } from '@shared/model/numbers'
import { hint } from '../../../app/hint'
import { run } from '../../../app/projectActions'
import { recordsNow, useProject } from '../../../app/projectStore'
import { announce } from '../../../app/toasts'
import { useView } from '../../../app/viewStore'
import { focusTarget } from '../../../common/focusTargets'
import type { Point } from '../../../common/point'
import { setFrames } from '../model/framesStore'
import { dropMarkWork, setInk, setMarkWork, useInk, useMarkWork, type MarkTool } from './marksState'

export const toolWords: Record<MarkTool, string> = {
  select: 'Select',
  pen: 'Pen',
  arrow: 'Arrow',
  box: 'Box',
  text: 'Text',
  eraser: 'Eraser',
}

const toolHints: Record<MarkTool, string> = {
  select: 'Click a mark, drag it; Delete takes it away',
  pen: 'Draw with the pointer; Shift keeps it straight. Enter draws with the arrow keys',
  arrow: 'Drag from where to where; Shift keeps to eighths of a turn. Enter draws with the arrow keys',
  box: 'Drag from corner to corner; Shift makes a square. Enter draws with the arrow keys',
  text: 'Click where the words begin. Enter places them with the arrow keys',
  eraser: 'Drag over marks to take them away',
}

/** The marks over the still that is shown. */
export function marksNow(): readonly Mark[] {
  const { shotId, frame } = useView.getState()
  return shotId === null ? [] : marksOf(recordsNow(), shotId, frame)
}

export const canMark = (): boolean => useMarkWork.getState().on && !useProject.getState().readOnly

/** Begins or ends drawing over the frame. */
export function toggleMarking(on = !useMarkWork.getState().on): void {
  dropMarkWork()
  setMarkWork({ on })
  if (on) setInk({ shown: true })
  setFrames({ selected: null, draft: null, compared: null })
  hint(on ? toolHints[useInk.getState().tool] : '')
  announce(on ? `Marks: ${toolWords[useInk.getState().tool]}` : 'Marks done')
  requestAnimationFrame(() => focusTarget('frames.stage'))
}

export function chooseTool(tool: MarkTool): void {
  setInk({ tool })
  setMarkWork({ draft: null, touched: [], cursor: null, ...(tool === 'select' ? {} : { selected: [] }) })
  hint(toolHints[tool])
  announce(toolWords[tool])
}

/** A step thinner or thicker: the selected marks, or what is drawn next. */
export function stepWidth(step: 1 | -1): void {
  void setLook({
    width: roundTo(Math.min(0.05, Math.max(0.001, useInk.getState().width * (step > 0 ? 1.25 : 0.8))), 4),
  })
}

/** The ink of what is drawn next, and of what is selected. */
export async function setLook(look: { colour?: MarkColour; width?: number; opacity?: number }): Promise<void> {
  setInk(look)
  const { selected } = useMarkWork.getState()
  if (selected.length && canMark()) await run('mark.update', { markIds: [...selected], ...look })
}

/** Keeps what was drawn. It stays on screen until the project has it. */
export async function keepDraft(): Promise<void> {
  const { draft } = useMarkWork.getState()
  const { shotId, frame } = useView.getState()
  if (!draft || shotId === null) return
  const { kind, points, colour, width, opacity } = draft
  const [first, last] = [points[0]!, points.at(-1)!]
  const isSlip = kind !== 'pen' && Math.hypot(first[0] - last[0], first[1] - last[1]) < 0.005
  if (!isSlip) await run('mark.add', { shotId, frame, kind, points: thinned(points), colour, width, opacity })
  if (useMarkWork.getState().draft === draft) setMarkWork({ draft: null })
}

/** Takes marks away, in one step. */
export async function eraseMarks(ids: readonly string[]): Promise<void> {
  const there = new Set(marksNow().map((mark) => mark.id))
  const markIds = ids.filter((id) => there.has(id))
  if (markIds.length && !useProject.getState().readOnly) {
    await run('mark.remove', { markIds })
    announce(`${counted(markIds.length, 'mark')} erased`)
  }
  setMarkWork({ touched: [], selected: [] })
}

/** Moves the selected marks, in one step. */
export async function moveMarks(by: Point): Promise<void> {
  const { selected } = useMarkWork.getState()
  if (selected.length && (by.x || by.y)) await run('mark.update', { markIds: [...selected], by })
  setMarkWork({ way: null })
}

/** What a list calls a mark: "Arrow to the right". */
export function markName({ kind, text, points }: Pick<Mark, 'kind' | 'text' | 'points'>): string {
  if (kind === 'text') return `“${text}”`
  if (kind === 'pen') return 'Pen line'
  if (kind === 'box') return 'Box'
  const [[ax, ay], [bx, by]] = [points[0]!, points.at(-1)!]
  const way =
    Math.abs(bx - ax) >= Math.abs(by - ay) ? (bx > ax ? 'to the right' : 'to the left') : by > ay ? 'down' : 'up'
  return `Arrow ${way}`
}

export function selectMarks(ids: readonly string[]): void {
  setMarkWork({ selected: ids })
  const names = marksNow()
    .filter((mark) => ids.includes(mark.id))
    .map(markName)
  if (names.length) announce(`${names.join(', ')}: arrow keys move, Delete takes away`)
}

/** The next mark in the order they were drawn; false past the last, so that Tab leaves the stage. */
export function nextMark(step: -1 | 1): boolean {
  const marks = marksNow()
  const { selected } = useMarkWork.getState()
  const at = marks.findIndex((mark) => mark.id === selected[0])
  const next = marks[at < 0 ? (step > 0 ? 0 : marks.length - 1) : at + step]
  if (!next) return false
  selectMarks([next.id])
  return true
}

/** Finer than the eye, as fractions of the frame. */
const finest = 0.0008
/** The points without which the line looks the same (Douglas and Peucker, 1973). */
export function thinned(points: MarkPoints): MarkPoints {
  if (points.length < 3) return points
  const keep = new Set([0, points.length - 1])
  const open: [number, number][] = [[0, points.length - 1]]
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part
    const [[ax, ay], [bx, by]] = [points[from]!, points[to]!]
    const long = Math.hypot(bx - ax, by - ay)
    let [farthest, at] = [finest, -1]
    for (let i = from + 1; i < to; i++) {
      const [x, y] = points[i]!
      const gap = long ? Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / long : Math.hypot(x - ax, y - ay)
      if (gap > farthest) [farthest, at] = [gap, i]
    }
    if (at < 0) continue
    keep.add(at)
    open.push([from, at], [at, to])
  }
  return points.filter((_, i) => keep.has(i))
}
