import { useEffect, type RefObject } from 'react'
import { formatShortTimecode } from '@shared/domain/time/timecode'
import { counted } from '@shared/language/unitWords'
import { hint } from '../../app/hint'
import { run } from '../../app/projectActions'
import { recordsNow, useProject } from '../../app/projectStore'
import type { MenuName } from '../../app/commands'
import { pickShot, registerMenuPlace } from '../../app/menus'
import { selectShot, setView } from '../../app/viewStore'
import { useDrag, type DragMove, type DragSession } from '../../common/useDrag'
import { useTagStore } from '../../lanes/DragTag'
import type { BarSpan } from '../../lanes/bars'
import { edgeSession } from '../../lanes/edgeSession'
import { placeAt, pxOf, snappedPlace, type PlaceOnAxis } from '../../lanes/snap'
import { activateBar } from './activeBar'
import { changeSession } from './changeDrag'
import { shotSession } from './shotDrag'
import { cutSession } from './cutSession'
import { cellsOfNewBar, type BarGesture } from './barGesture'
import { chooseIn, clearBars, followMoved, isChosenBar, moveOf, toggleBar } from './chosenBars'
import { gatheredBars } from './gathered'
import { movePlayhead } from './playheadActions'
import { openSide } from './SidePopover'
import type { TimelineCanvas, TimelineHit } from './timelineCanvas'
import { player, setTimeline, useTimeline } from './timelineState'

type LaneHit = Extract<TimelineHit, { kind: 'lane' }>

/** Mouse and pen on the timeline. A click never edits: it chooses; a drag moves an end, a bar or the playhead, or makes a bar. */
export function useTimelinePointer(canvas: TimelineCanvas | null, scroller: RefObject<HTMLDivElement | null>): void {
  useDrag(scroller, {
    onStart(event) {
      if (!canvas) return null
      const hit = canvas.hitAt({ x: event.clientX, y: event.clientY })
      canvas.scroller.focus({ preventScroll: true })
      if (hit.kind === 'ruler') {
        if (hit.mark) return markSession(canvas, hit.mark)
        return event.shiftKey ? rangeSession(canvas, hit.frame) : scrubSession(canvas, hit.frame)
      }
      if (hit.kind === 'shot' && hit.cut !== null && !useProject.getState().readOnly)
        return cutSession(canvas, hit.cut, event.clientX)
      if (hit.kind === 'shot') {
        if (!canvas.layout.slim && !useProject.getState().readOnly) return shotSession(canvas, hit.slot)
        const { shot } = canvas.layout.axis.slots[hit.slot]!
        return { move: () => {}, commit: () => {}, cancel: () => {}, click: () => selectShot(shot.id) }
      }
      const gathers = event.shiftKey || event.ctrlKey || event.metaKey
      if (hit.kind === 'ground' || (hit.kind === 'lane' && gathers)) return marqueeSession(canvas, hit, event, gathers)
      if (hit.kind !== 'lane') return null
      if (hit.side) {
        const { assetId, edge, slot } = hit.side
        const { shot } = canvas.layout.axis.slots[slot]!
        const open = () => {
          clearBars(canvas)
          activateBar(canvas, { assetId, shotId: shot.id }, edge)
          openSide({ assetId, shotId: shot.id }, edge)
        }
        return { move: () => {}, commit: () => {}, cancel: () => {}, click: open }
      }
      const still = useProject.getState().readOnly || canvas.layout.slim
      if (hit.change && hit.bar && !still) return changeSession(canvas, hit.change, hit.bar, event.clientX)
      const { end } = hit
      if (hit.bar && !still && isChosenBar(canvas, hit.assetId, hit.bar))
        return severalSession(canvas, hit, hit.bar, event.clientX)
      if (end && !still) {
        const { scene } = canvas.layout.axis.slots[end.slot]!
        return edgeSession(
          canvas,
          end,
          useTimeline.getState().snap ? canvas.snapTargets(scene.id, end) : null,
          (shotId) => activateBar(canvas, { assetId: end.assetId, shotId }, end.edge),
        )
      }
      if (still) return chooseSession(canvas, hit)
      return hit.bar ? barSession(canvas, hit, event.clientX) : newBarSession(canvas, hit, event.clientX)
    },
  })
  useHoverAndWheel(canvas, scroller)
  useEffect(() => (canvas ? registerMenuPlace('timeline', (x, y) => menuAt(canvas, x, y)) : undefined), [canvas])
}

/** Right click: the bar or shot there is selected, and its menu opens. */
function menuAt(canvas: TimelineCanvas, x: number, y: number): MenuName | null {
  const hit = canvas.hitAt({ x, y })
  if (hit.kind === 'shot') {
    pickShot(canvas.layout.axis.slots[hit.slot]!.shot.id)
    return 'shot'
  }
  if (hit.kind !== 'lane') return null
  choose(canvas, hit)
  return 'bar'
}

const cellOf = (canvas: TimelineCanvas, hit: LaneHit) => ({
  assetId: hit.assetId,
  shotId: canvas.layout.axis.slots[hit.slot]!.shot.id,
})

function choose(canvas: TimelineCanvas, hit: LaneHit): void {
  clearBars(canvas)
  activateBar(canvas, cellOf(canvas, hit))
}

/** A rectangle from empty ground, or with Shift or Ctrl from anywhere in the lanes, chooses the bars it touches; with these keys a click adds or takes one out. */
function marqueeSession(canvas: TimelineCanvas, hit: TimelineHit, event: PointerEvent, adds: boolean): DragSession {
  const from = canvas.bodyPoint({ x: event.clientX, y: event.clientY })
  const before = adds ? gatheredBars(canvas).map((one) => one.cell) : []
  const show = (marquee: TimelineCanvas['marquee']) => {
    canvas.marquee = marquee
    canvas.repaint()
  }
  const end = () => {
    show(null)
    hint('')
  }
  return {
    scrolls: canvas.scrollRegion,
    move(at) {
      const to = canvas.bodyPoint(at)
      show({ from, to })
      const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)]
      const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)]
      chooseIn(canvas, { left, right, top, bottom }, before)
      const { length } = gatheredBars(canvas)
      hint(length ? `${counted(length, 'bar')} chosen` : 'Draw over bars to choose them')
    },
    commit: end,
    cancel: end,
    click() {
      if (hit.kind === 'lane' && hit.bar) toggleBar(canvas, cellOf(canvas, hit))
      else if (hit.kind === 'lane') choose(canvas, hit)
      else clearBars(canvas)
    },
  }
}

/** Dragging one of several chosen bars, or its end, moves them all; what is held snaps. */
function severalSession(canvas: TimelineCanvas, hit: LaneHit, bar: BarSpan, fromX: number): DragSession {
  const edge = hit.end?.edge
  const { scene } = canvas.layout.axis.slots[bar.first]!
  const targets = canvas.snapTargets(scene.id, { assetId: hit.assetId, slot: bar.first })
  const start = canvas.bodyPoint({ x: fromX, y: 0 }).x
  return gestureSession(canvas, hit, (at) => {
    const { axis, pxPerFrame } = canvas.layout
    const span = axis.scenes.find((s) => s.scene.id === scene.id)!
    const by = canvas.bodyPoint(at).x - start
    const held = edge === undefined ? [bar.left, bar.right] : [edge === 'enter' ? bar.left : bar.right]
    const ends = held.map((px) => ({ px: px + by, ...snappedPlace(axis, span, px + by, targets) }))
    const near = at.shift || !useTimeline.getState().snap ? [] : ends.filter((end) => end.snappedTo !== null)
    const distance = (end: (typeof ends)[number]) => Math.abs(pxOf(axis, end) - end.px)
    const [best] = near.toSorted((a, b) => distance(a) - distance(b))
    const byFrames = Math.round((by + (best ? pxOf(axis, best) - best.px : 0)) / pxPerFrame)
    return {
      gesture: { kind: 'several', assetId: hit.assetId, input: moveOf(canvas, byFrames, edge) },
      snappedTo: best?.snappedTo ?? null,
    }
  })
}

const chooseSession = (canvas: TimelineCanvas, hit: LaneHit): DragSession => ({
  move: () => {},
  commit: () => {},
  cancel: () => {},
  click: () => choose(canvas, hit),
})

/** Pulling the playhead along the ruler. */
function scrubSession(canvas: TimelineCanvas, frame: number): DragSession {
  const to = (at: DragMove) => {
    player.stop()
    movePlayhead(canvas, canvas.frameAt(canvas.bodyPoint(at).x))
  }
  return {
    scrolls: canvas.scrollRegion,
    move: to,
    commit: to,
    cancel: () => {},
    click: () => movePlayhead(canvas, frame),
  }
}

/** Dragging the in or the out point; Escape puts it back. */
function markSession(canvas: TimelineCanvas, mark: 'in' | 'out'): DragSession {
  const { inAt, outAt } = player.now
  const to = (at: DragMove) => {
    const frame = canvas.frameAt(canvas.bodyPoint(at).x)
    if (mark === 'in') player.markIn(Math.min(frame, (outAt ?? Infinity) - 1))
    else player.markOut(Math.max(frame, (inAt ?? 0) + 1))
    hint(formatShortTimecode(frame, canvas.layout.timing))
  }
  const back = () => {
    player.markIn(inAt)
    player.markOut(outAt)
  }
  return { scrolls: canvas.scrollRegion, move: to, commit: to, cancel: back }
}

/** Shift and drag along the ruler: what is played. */
function rangeSession(canvas: TimelineCanvas, from: number): DragSession {
  const { inAt, outAt } = player.now
  const to = (at: DragMove) => {
    const frame = canvas.frameAt(canvas.bodyPoint(at).x)
    if (frame === from) return
    player.markOut(null)
    player.markIn(Math.min(from, frame))
    player.markOut(Math.max(from, frame))
  }
  const back = () => {
    player.markOut(null)
    player.markIn(inAt)
    player.markOut(outAt)
  }
  return { scrolls: canvas.scrollRegion, move: to, commit: to, cancel: back }
}

/** A gesture on a whole bar: what it would do follows the pointer, one command on release. */
function gestureSession(
  canvas: TimelineCanvas,
  hit: LaneHit,
  gestureAt: (at: DragMove) => { gesture: BarGesture; snappedTo: string | null } | null,
): DragSession {
  const clearTag = () => {
    useTagStore.setState({ tag: null })
    hint('')
  }
  return {
    scrolls: canvas.scrollRegion,
    move(at) {
      const next = gestureAt(at)
      if (!next) return
      canvas.hoverEnd = null
      const draft = canvas.barDraft.draw(next.gesture)
      useTagStore.setState({
        tag: {
          x: at.x,
          y: at.y,
          text: draft.sentence,
          stale: draft.staleResults,
          staleWords: draft.staleWords,
          snappedTo: next.snappedTo,
          refused: draft.refused !== null,
        },
      })
      hint(draft.sentence)
    },
    commit() {
      const draft = canvas.barDraft.now
      clearTag()
      if (!draft || draft.refused || !draft.cells.size) {
        canvas.barDraft.drop()
        return
      }
      const { gesture } = draft
      if (gesture.kind === 'several') {
        canvas.barDraft.commit(async () => {
          const isDone = await run('assignment.moveBars', gesture.input)
          if (isDone) followMoved(canvas, draft.moved)
          return isDone
        })
        return
      }
      canvas.barDraft.commit(() =>
        gesture.kind === 'move'
          ? run('assignment.moveBar', gesture.input)
          : run('assignment.setMany', {
              cells: cellsOfNewBar(canvas.layout, gesture.assetId, gesture.from, gesture.to),
            }),
      )
      const stays = [...draft.cells].find(([, stay]) => stay)
      if (stays) activateBar(canvas, { assetId: gesture.assetId, shotId: stays[0].split('/')[0]! })
    },
    cancel() {
      clearTag()
      canvas.barDraft.drop()
    },
    click: () => choose(canvas, hit),
  }
}

/** Moving a whole bar: its length stays; whichever of its ends comes near something snaps to it. */
function barSession(canvas: TimelineCanvas, hit: LaneHit, fromX: number): DragSession {
  const bar = hit.bar!
  const grip = canvas.bodyPoint({ x: fromX, y: 0 }).x - bar.left
  const { scene, shot } = canvas.layout.axis.slots[bar.first]!
  const targets = canvas.snapTargets(scene.id, { assetId: hit.assetId, slot: bar.first })
  const instanceId = canvas.cells.cell(shot.id, hit.assetId)!.instanceId
  return gestureSession(canvas, hit, (at) => {
    const { axis, pxPerFrame } = canvas.layout
    const span = axis.scenes.find((s) => s.scene.id === scene.id)!
    const length = bar.right - bar.left
    const sceneLeft = axis.leftOf(span.first)
    const sceneRight = axis.leftOf(span.last) + axis.widthOf(span.last)
    const left = Math.min(sceneRight - length, Math.max(sceneLeft, canvas.bodyPoint(at).x - grip))
    const ends = [left, left + length].map((px) => ({ px, ...snappedPlace(axis, span, px, targets) }))
    const near = at.shift || !useTimeline.getState().snap ? [] : ends.filter((end) => end.snappedTo !== null)
    const distance = (end: (typeof ends)[number]) => Math.abs(pxOf(axis, end) - end.px)
    const [best] = near.toSorted((a, b) => distance(a) - distance(b))
    const shift = best ? pxOf(axis, best) - best.px : 0
    const byFrames = Math.round((left + shift - bar.left) / pxPerFrame)
    return {
      gesture: {
        kind: 'move',
        assetId: hit.assetId,
        input: { sceneAssetInstanceId: instanceId, fromShotId: shot.id, byFrames },
      },
      snappedTo: best?.snappedTo ?? null,
    }
  })
}

/** A new bar, from where the pointer went down to where it is. */
function newBarSession(canvas: TimelineCanvas, hit: LaneHit, fromX: number): DragSession {
  const { scene } = canvas.layout.axis.slots[hit.slot]!
  const targets = canvas.snapTargets(scene.id, null)
  const start = canvas.bodyPoint({ x: fromX, y: 0 }).x
  return gestureSession(canvas, hit, (at) => {
    const { axis } = canvas.layout
    const span = axis.scenes.find((s) => s.scene.id === scene.id)!
    const place = (px: number): PlaceOnAxis & { snappedTo: string | null } =>
      at.shift || !useTimeline.getState().snap
        ? { ...placeAt(axis, span, px), snappedTo: null }
        : snappedPlace(axis, span, px, targets)
    const [a, b] = [place(start), place(canvas.bodyPoint(at).x)]
    const [from, to] = pxOf(axis, a) <= pxOf(axis, b) ? [a, b] : [b, a]
    if (pxOf(axis, from) === pxOf(axis, to)) return null
    const bare = ({ slot, at: fraction }: PlaceOnAxis) => ({ slot, at: fraction })
    return {
      gesture: { kind: 'new', assetId: hit.assetId, from: bare(from), to: bare(to) },
      snappedTo: b.snappedTo,
    }
  })
}

/** The handle of the bar end under the pointer, the pointer's shape, and Ctrl+wheel, which zooms around the pointer. */
function useHoverAndWheel(canvas: TimelineCanvas | null, scroller: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const element = scroller.current
    if (!canvas || !element) return
    const move = (e: PointerEvent) => {
      if (e.buttons) return
      const hit = canvas.hitAt({ x: e.clientX, y: e.clientY })
      const writable = !useProject.getState().readOnly && !canvas.layout.slim
      const side = hit.kind === 'lane' ? hit.side : null
      const end = hit.kind === 'lane' && writable && !side ? hit.end : null
      const over = hit.kind === 'lane' ? (hit.bar ? 'grab' : writable ? 'crosshair' : '') : ''
      const cut = hit.kind === 'shot' && writable ? hit.cut : null
      element.style.cursor =
        cut !== null || end || (hit.kind === 'ruler' && hit.mark) ? 'ew-resize' : side ? 'pointer' : over
      const next = end ? { row: end.row, x: end.x } : null
      const arrow = side && hit.kind === 'lane' ? { row: hit.row, x: side.x } : null
      if (
        next?.row === canvas.hoverEnd?.row &&
        next?.x === canvas.hoverEnd?.x &&
        cut === canvas.hoverCut &&
        arrow?.row === canvas.hoverSide?.row &&
        arrow?.x === canvas.hoverSide?.x
      )
        return
      canvas.hoverSide = arrow
      canvas.hoverEnd = next
      canvas.hoverCut = cut
      canvas.repaint()
    }
    const leave = () => {
      canvas.hoverSide = null
      canvas.hoverEnd = null
      canvas.hoverCut = null
      canvas.repaint()
    }
    const double = (e: MouseEvent) => {
      const hit = canvas.hitAt({ x: e.clientX, y: e.clientY })
      if (hit.kind === 'ruler') setTimeline({ zoom: null })
      const slot = hit.kind === 'shot' ? canvas.layout.axis.slots[hit.slot] : undefined
      if (!slot || !recordsNow().get('shots', slot.shot.id)) return
      selectShot(slot.shot.id)
      setView({ view: 'frames' })
    }
    const wheel = (e: WheelEvent) => {
      if (!e.ctrlKey && !e.metaKey) return
      e.preventDefault()
      canvas.zoomTo(canvas.layout.pxPerFrame * Math.exp(-e.deltaY * zoomPerPixel), e.clientX)
    }
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerleave', leave)
    element.addEventListener('dblclick', double)
    element.addEventListener('wheel', wheel, { passive: false })
    return () => {
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerleave', leave)
      element.removeEventListener('dblclick', double)
      element.removeEventListener('wheel', wheel)
    }
  }, [canvas, scroller])
}

/** How much a pixel of the wheel zooms: a notch of 100 makes a third more. */
const zoomPerPixel = 0.003
