import { useEffect, useRef, type RefObject } from 'react'
import { tiltOf } from '@shared/drawing/drawSubject'
import type { FrameSubject } from '@shared/drawing/frameDescription'
import { subjectBox } from '@shared/drawing/subjectBox'
import { percentText } from '@shared/language/unitWords'
import { hint } from '../../../app/hint'
import { useProject } from '../../../app/projectStore'
import { useDrag, type DragMove, type DragSession } from '../../../common/useDrag'
import { commitDraft, draftFigure, dropDraft, placementNow, selectFigure, turningStale } from './figureActions'
import { moved, scaled } from './figureMoves'
import type { Point } from '../../../common/point'
import {
  frameToView,
  handleAt,
  panBy,
  turned,
  viewScale,
  viewToFraction,
  viewToFrame,
  zoomAt,
  type Handle,
} from './frameGeometry'
import { setFrames, useFrames } from '../model/framesStore'
import type { KonvaStage } from './konva/KonvaStage'
import type { StageState } from './konva/stageState'
import { markGesture, markUnder } from '../marks/markGestures'
import { useInk, useMarkWork } from '../marks/marksState'

/** View pixels around a handle's middle that count as it. */
const REACH = 8
const cursors: Record<Handle, string> = {
  nw: 'nwse-resize',
  se: 'nwse-resize',
  ne: 'nesw-resize',
  sw: 'nesw-resize',
  n: 'ns-resize',
  s: 'ns-resize',
  e: 'ew-resize',
  w: 'ew-resize',
}

interface StageRefs {
  readonly host: RefObject<HTMLDivElement | null>
  readonly konva: RefObject<KonvaStage | null>
  readonly state: RefObject<StageState | null>
}

/** Pointer and wheel on the stage: drag a figure, drag a handle, drag the empty stage when zoomed, Ctrl+wheel zooms. */
export function useStageGestures({ host, konva, state }: StageRefs): void {
  const pointer = useRef<Point | null>(null)
  useDrag(host, {
    onStart(event) {
      const now = state.current
      if (!now || !host.current) return null
      const at = inside(host.current, event)
      if (useMarkWork.getState().on) return markGesture(now, at, event.shiftKey)
      const editable = now.take === undefined && !useProject.getState().readOnly
      const handle = editable ? handleUnder(now, at) : null
      if (handle) return scaling(now, handle)
      const assetId = now.take === undefined ? (konva.current?.hit(viewToFrame(now.view, at)) ?? null) : null
      if (assetId === null) return panning(now)
      selectFigure(assetId)
      return editable ? moving(now, assetId) : null
    },
  })
  useEffect(() => {
    const element = host.current
    if (!element) return
    const wheel = (event: WheelEvent) => {
      const now = state.current
      if (!now) return
      event.preventDefault()
      const view =
        event.ctrlKey || event.metaKey
          ? zoomAt(now.view, Math.exp(-event.deltaY * 0.0022), inside(element, event))
          : panBy(now.view, { x: -event.deltaX, y: -event.deltaY })
      setFrames({ zoom: view.zoom, pan: view.pan })
    }
    const hover = (event: PointerEvent) => {
      const now = state.current
      if (!now || event.buttons !== 0) return
      pointer.current = inside(element, event)
      if (useMarkWork.getState().on) {
        element.style.cursor = markCursor(now, pointer.current)
        return
      }
      const handle = handleUnder(now, pointer.current)
      const over = now.take === undefined && konva.current?.hit(viewToFrame(now.view, pointer.current)) != null
      element.style.cursor = useProject.getState().readOnly ? '' : handle ? cursors[handle] : over ? 'move' : ''
    }
    element.addEventListener('wheel', wheel, { passive: false })
    element.addEventListener('pointermove', hover)
    return () => {
      element.removeEventListener('wheel', wheel)
      element.removeEventListener('pointermove', hover)
    }
  }, [host, konva, state])
}

function markCursor(now: StageState, at: Point): string {
  const { tool } = useInk.getState()
  if (useProject.getState().readOnly) return ''
  if (tool === 'text') return 'text'
  if (tool === 'pen' || tool === 'arrow' || tool === 'box') return 'crosshair'
  return markUnder(now, at) === null ? '' : tool === 'select' ? 'move' : 'pointer'
}

function inside(element: HTMLElement, event: { clientX: number; clientY: number }): Point {
  const box = element.getBoundingClientRect()
  return { x: event.clientX - box.left, y: event.clientY - box.top }
}

function selectedIn({ frame, selected, take }: StageState): FrameSubject | null {
  return take === undefined ? (frame.subjects.find((s) => s.assetId === selected) ?? null) : null
}

/** The handle of the selected figure under a point in view pixels. */
function handleUnder(now: StageState, at: Point): Handle | null {
  const subject = selectedIn(now)
  if (!subject) return null
  const feet = frameToView(now.view, { x: subject.x * now.frame.width, y: subject.y * now.frame.height })
  const box = subjectBox(now.frame, subject)
  const scale = viewScale(now.view)
  return handleAt(
    turned({ x: at.x - feet.x, y: at.y - feet.y }, -tiltOf(now.frame)),
    { width: box.width * scale, height: box.height * scale },
    REACH,
  )
}

function moving(start: StageState, assetId: string): DragSession | null {
  const from = placementNow(assetId)
  const name = start.frame.subjects.find((s) => s.assetId === assetId)?.name ?? ''
  if (!from) return null
  const turning = turningStale()
  const follow = (at: DragMove) => {
    const to = moved(from, viewToFraction(start.view, { x: at.dx, y: at.dy }), at.shift)
    draftFigure(assetId, to)
    hint(
      `${name} stands at x ${percentText(to.x)}, y ${percentText(to.y)}.${turning} Shift keeps to one axis, Esc cancels.`,
    )
  }
  return session(follow)
}

function scaling(start: StageState, handle: Handle): DragSession | null {
  const subject = selectedIn(start)
  const from = subject && placementNow(subject.assetId)
  if (!subject || !from) return null
  const box = subjectBox(start.frame, subject)
  const turning = turningStale()
  const follow = (at: DragMove) => {
    const scale = viewScale(start.view)
    const to = scaled(from, handle, box, start.frame, { x: at.dx / scale, y: at.dy / scale }, tiltOf(start.frame))
    draftFigure(subject.assetId, to)
    hint(
      `${subject.name} is ${percentText(to.scale)} of the frame high. ${handle === 's' ? 'The head stays' : 'The feet stay'} in place.${turning} Esc cancels.`,
    )
  }
  return session(follow)
}

function session(follow: (at: DragMove) => void): DragSession {
  return {
    move: follow,
    commit(at) {
      follow(at)
      hint('')
      void commitDraft()
    },
    cancel() {
      hint('')
      dropDraft()
    },
  }
}

/** The empty stage: dragging moves a zoomed frame, clicking lets go of the selection. */
function panning(start: StageState): DragSession {
  const follow = (at: DragMove) => setFrames({ pan: panBy(start.view, { x: at.dx, y: at.dy }).pan })
  return {
    move: follow,
    commit: follow,
    cancel: () => setFrames({ pan: start.view.pan }),
    click: () => selectFigure(null),
  }
}

/** The view zoomed from the keyboard or a button, around its middle. */
export function zoomStage(factor: number): void {
  const { zoom, pan } = useFrames.getState()
  const next = Math.min(8, Math.max(0.25, zoom * factor))
  setFrames({ zoom: next, pan: { x: (pan.x * next) / zoom, y: (pan.y * next) / zoom } })
}

export const fitStage = (): void => setFrames({ zoom: 1, pan: { x: 0, y: 0 } })
