import { wayOf } from '@shared/domain/marks/markRules'
import { distanceToMark } from '@shared/drawing/marks'
import type { DrawnMark, MarkPoints } from '@shared/model/mark'
import { clamp } from '@shared/model/numbers'
import { counted } from '@shared/language/unitWords'
import { hint } from '../../../app/hint'
import type { DragMove, DragSession } from '../../../common/useDrag'
import type { Point } from '../../../common/point'
import { measureWords } from '../../../drawing/measureWords'
import { viewScale, viewToFraction, viewToFrame } from '../stage/frameGeometry'
import type { StageState } from '../stage/konva/stageState'
import { canMark, eraseMarks, keepDraft, marksNow, moveMarks, selectMarks } from './markActions'
import { setMarkWork, useInk, useMarkWork } from './marksState'

/** View pixels around a mark's ink that count as it. */
const reach = 6
/** Points of a line at the most while it is drawn. */
const most = 4000

/** A point of the stage as a fraction of the frame, kept in it. */
function fractionAt({ view, frame }: StageState, at: Point): [number, number] {
  const { x, y } = viewToFrame(view, at)
  return [clamp(x / frame.width, 0, 1), clamp(y / frame.height, 0, 1)]
}

/** The topmost mark under a point in view pixels. */
export function markUnder({ view, frame }: StageState, at: Point): string | null {
  const point = viewToFrame(view, at)
  const near = reach / viewScale(view)
  return marksNow().findLast((mark) => distanceToMark(mark, point, frame, measureWords) <= near)?.id ?? null
}

/** What a press on the stage begins while marks are drawn. @param at view pixels */
export function markGesture(now: StageState, at: Point, shift: boolean): DragSession | null {
  if (!canMark()) return null
  setMarkWork({ cursor: null })
  const { tool } = useInk.getState()
  if (tool === 'text') return placing(now, at)
  if (tool === 'eraser') return erasing(now, at)
  return tool === 'select' ? selecting(now, at, shift) : drawing(now, at, tool)
}

/** The mark that a tool draws from here. */
export function newDraft(kind: DrawnMark['kind'], points: MarkPoints): DrawnMark {
  const { colour, width, opacity } = useInk.getState()
  return { kind, points, text: '', colour, width, opacity }
}

function drawing(now: StageState, at: Point, kind: 'pen' | 'arrow' | 'box'): DragSession {
  const from = fractionAt(now, at)
  const line: [number, number][] = [from]
  const to = (moved: DragMove) => fractionAt(now, { x: at.x + moved.dx, y: at.y + moved.dy })
  const follow = (moved: DragMove) => {
    const here = to(moved)
    if (kind !== 'pen' || moved.shift) {
      setMarkWork({ draft: newDraft(kind, [from, moved.shift ? straightened(now, kind, from, here) : here]) })
      return
    }
    if (line.length < most) line.push(here)
    setMarkWork({ draft: newDraft(kind, [...line]) })
  }
  return {
    move: follow,
    commit(moved) {
      follow(moved)
      void keepDraft()
    },
    cancel: () => setMarkWork({ draft: null }),
    click() {
      if (kind !== 'pen') return
      setMarkWork({ draft: newDraft(kind, [from]) })
      void keepDraft()
    },
  }
}

/** A pen and an arrow keep to eighths of a turn, a box to a square, both as they are seen. */
function straightened(
  { frame }: Pick<StageState, 'frame'>,
  kind: DrawnMark['kind'],
  [fx, fy]: readonly [number, number],
  [tx, ty]: readonly [number, number],
): [number, number] {
  const [dx, dy] = [(tx - fx) * frame.width, (ty - fy) * frame.height]
  const inFrame = (x: number, y: number): [number, number] => [
    clamp(fx + x / frame.width, 0, 1),
    clamp(fy + y / frame.height, 0, 1),
  ]
  if (kind === 'box') {
    const side = Math.max(Math.abs(dx), Math.abs(dy))
    return inFrame(Math.sign(dx) * side, Math.sign(dy) * side)
  }
  const way = (Math.round((Math.atan2(dy, dx) * 4) / Math.PI) * Math.PI) / 4
  const long = Math.abs(dx * Math.cos(way) + dy * Math.sin(way))
  return inFrame(Math.cos(way) * long, Math.sin(way) * long)
}

function placing(now: StageState, at: Point): DragSession {
  const place = (moved?: DragMove) => {
    const [x, y] = fractionAt(now, moved ? { x: at.x + moved.dx, y: at.y + moved.dy } : at)
    setMarkWork({ typing: { x, y } })
  }
  return { move() {}, commit: place, cancel() {}, click: () => place() }
}

function erasing(now: StageState, at: Point): DragSession {
  const touch = (point: Point) => {
    const id = markUnder(now, point)
    const { touched } = useMarkWork.getState()
    if (id === null || touched.includes(id)) return
    setMarkWork({ touched: [...touched, id] })
    hint(`Erases ${counted(touched.length + 1, 'mark')}. Esc keeps them.`)
  }
  let last = at
  const follow = (moved: DragMove) => {
    const next = { x: at.x + moved.dx, y: at.y + moved.dy }
    // What lies between two events of a quick hand is touched too.
    const steps = Math.ceil(Math.hypot(next.x - last.x, next.y - last.y) / reach)
    for (let i = 1; i <= steps; i++)
      touch({ x: last.x + ((next.x - last.x) * i) / steps, y: last.y + ((next.y - last.y) * i) / steps })
    last = next
  }
  touch(at)
  const done = () => {
    hint('')
    void eraseMarks(useMarkWork.getState().touched)
  }
  return {
    move: follow,
    commit(moved) {
      follow(moved)
      done()
    },
    cancel() {
      hint('')
      setMarkWork({ touched: [] })
    },
    click() {
      touch(at)
      done()
    },
  }
}

function selecting(now: StageState, at: Point, shift: boolean): DragSession | null {
  const id = markUnder(now, at)
  const { selected } = useMarkWork.getState()
  if (id === null) return { move() {}, commit() {}, cancel() {}, click: () => selectMarks([]) }
  if (shift) selectMarks(selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id])
  else if (!selected.includes(id)) selectMarks([id])
  const moving = marksNow().filter((mark) => useMarkWork.getState().selected.includes(mark.id))
  if (!moving.length) return null
  const way = (moved: DragMove) => wayOf(moving, viewToFraction(now.view, { x: moved.dx, y: moved.dy }))
  return {
    move: (moved) => setMarkWork({ way: way(moved) }),
    commit(moved) {
      setMarkWork({ way: way(moved) })
      void moveMarks(way(moved))
    },
    cancel: () => setMarkWork({ way: null }),
  }
}
