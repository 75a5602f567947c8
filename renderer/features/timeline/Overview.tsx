import { canvasFont } from '../../common/canvasText'
import { memo, useCallback, useRef } from 'react'
import { formatShortTimecode } from '@shared/domain/time/timecode'
import { recordsNow, useProject } from '../../app/projectStore'
import { hasStale, useFreshness } from '../../app/useFreshness'
import { useView } from '../../app/viewStore'
import { useDrag, type DragSession } from '../../common/useDrag'
import type { Slot } from '../../lanes/axis'
import type { Palette } from '../../lanes/paint/palette'
import { usePaintedCanvas, type Painting } from '../../lanes/paint/usePaintedCanvas'
import type { TimelineCanvas } from './timelineCanvas'
import { size, type TimelineLayout } from './timelineLayout'
import { player, setTimeline, usePlayhead } from './timelineState'
import styles from './Overview.module.css'

const height = 24
/** Its words follow so long after the last scroll or zoom, in ms. */
const settleMs = 160
/** How near the window's rim it is taken by that rim, in pixels. */
const rim = 5

/** All of the axis in one line, and the window on it: dragged it scrolls, by its rims it zooms. The arrows, + and - do the same. */
export const Overview = memo(function Overview({ canvas, total }: { canvas: TimelineCanvas; total: number }) {
  const box = useRef<HTMLDivElement>(null)
  const picture = useRef<HTMLCanvasElement>(null)
  const painting = useCallback(
    (repaint: () => void): Painting => {
      const shots = document.createElement('canvas')
      let drawn: ShotsPicture | null = null
      let told: ReturnType<typeof setTimeout> | undefined
      const tell = () => {
        box.current?.setAttribute('aria-valuetext', windowWords(canvas))
        box.current?.setAttribute('aria-valuenow', String(Math.round(seen(canvas).from)))
      }
      const anew = () => {
        drawn = null
        repaint()
      }
      return {
        paint(ctx, width, palette) {
          // A scroll moves only the window over the shots.
          const of = { slots: canvas.layout.axis.slots, width, palette, ratio: ctx.getTransform().a }
          if (!drawn || keysOf(of).some((key) => of[key] !== drawn![key])) paintShots(shots, of, canvas.layout)
          drawn = of
          paint(ctx, width, palette, canvas, shots)
          clearTimeout(told)
          told = setTimeout(tell, settleMs)
        },
        stops: [
          () => clearTimeout(told),
          canvas.onScroll(repaint),
          canvas.onLayout(repaint),
          usePlayhead.subscribe(repaint),
          ...[useProject, useView, useFreshness].map((store) => store.subscribe(anew)),
        ],
      }
    },
    [canvas],
  )
  usePaintedCanvas(picture, box, height, painting)
  useDrag(box, { onStart: (event) => startDrag(canvas, box.current!, event.clientX) })
  const words = windowWords(canvas)
  return (
    <div
      ref={box}
      className={styles.overview}
      role="slider"
      tabIndex={0}
      data-surface="timelineView"
      aria-label="What the lanes show"
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={Math.round(seen(canvas).from)}
      aria-valuetext={words}
      title="Drag the frame to scroll, its rims to zoom; double click shows all"
      onDoubleClick={() => setTimeline({ zoom: null })}
      onWheel={(e) => canvas.scroller.scrollBy(e.deltaX || e.deltaY, 0)}
      onKeyDown={(e) => {
        if (e.altKey || e.ctrlKey || e.metaKey || !onKey(canvas, e.key)) return
        e.preventDefault()
      }}
    >
      <canvas ref={picture} aria-hidden />
    </div>
  )
})

/** What of the axis the lanes show, in frames. */
function seen({ scroller, layout }: TimelineCanvas): { from: number; to: number } {
  const view = scroller.clientWidth - size.laneHead
  const from = scroller.scrollLeft / layout.pxPerFrame
  return { from, to: Math.min(layout.clock.total, from + view / layout.pxPerFrame) }
}

function windowWords(canvas: TimelineCanvas): string {
  const { timing, clock } = canvas.layout
  const { from, to } = seen(canvas)
  const time = (frame: number) => formatShortTimecode(Math.round(frame), timing)
  return `${time(from)} to ${time(to)} of ${time(clock.total)}`
}

/** A step of the window by a key; false for a key that means nothing here. */
function onKey(canvas: TimelineCanvas, key: string): boolean {
  const { scroller, layout } = canvas
  const view = scroller.clientWidth - size.laneHead
  const steps: Record<string, () => void> = {
    ArrowLeft: () => (scroller.scrollLeft -= view / 10),
    ArrowRight: () => (scroller.scrollLeft += view / 10),
    PageUp: () => (scroller.scrollLeft -= view),
    PageDown: () => (scroller.scrollLeft += view),
    Home: () => (scroller.scrollLeft = 0),
    End: () => (scroller.scrollLeft = scroller.scrollWidth),
    '+': () => canvas.zoomTo(layout.pxPerFrame * 1.5),
    '-': () => canvas.zoomTo(layout.pxPerFrame / 1.5),
  }
  const step = steps[key]
  step?.()
  return step !== undefined
}

function startDrag(canvas: TimelineCanvas, box: HTMLElement, clientX: number): DragSession {
  const rect = box.getBoundingClientRect()
  const { total } = canvas.layout.clock
  const room = Math.max(1, rect.width - size.laneHead)
  const frameOf = (x: number) => Math.max(0, Math.min(total, ((x - rect.left - size.laneHead) / room) * total))
  const px = (frame: number) => rect.left + size.laneHead + (frame / Math.max(1, total)) * room
  const before = seen(canvas)
  const scrollTo = (from: number) => (canvas.scroller.scrollLeft = from * canvas.layout.pxPerFrame)
  const [onLeft, onRight] = [Math.abs(clientX - px(before.from)) <= rim, Math.abs(clientX - px(before.to)) <= rim]
  if (onLeft || onRight) {
    const least = (canvas.scroller.clientWidth - size.laneHead) / 60
    const show = (x: number) => {
      const at = frameOf(x)
      if (onLeft && !onRight) canvas.showFrames(Math.min(at, before.to - least), before.to)
      else canvas.showFrames(before.from, Math.max(at, before.from + least))
    }
    return {
      move: (at) => show(at.x),
      commit: (at) => show(at.x),
      cancel: () => canvas.showFrames(before.from, before.to),
    }
  }
  const inside = clientX > px(before.from) && clientX < px(before.to)
  const grip = inside ? frameOf(clientX) - before.from : (before.to - before.from) / 2
  const show = (x: number) => void scrollTo(frameOf(x) - grip)
  return {
    move: (at) => show(at.x),
    commit: (at) => show(at.x),
    cancel: () => void scrollTo(before.from),
    click: () => show(clientX),
  }
}

const keysOf = (of: ShotsPicture) => Object.keys(of) as (keyof ShotsPicture)[]

interface ShotsPicture {
  readonly slots: readonly Slot[]
  readonly width: number
  readonly palette: Palette
  readonly ratio: number
}

/** Scenes of the film or shots of the scene, and those that are stale, from the lane heads on. */
function paintShots(
  picture: HTMLCanvasElement,
  { width, palette: { color }, ratio }: ShotsPicture,
  layout: TimelineLayout,
): void {
  const { axis } = layout
  const room = width - size.laneHead
  picture.width = Math.max(1, Math.round(room * ratio))
  picture.height = Math.round(height * ratio)
  const ctx = picture.getContext('2d', { alpha: false })!
  ctx.scale(ratio, ratio)
  ctx.fillStyle = color['surface-2']
  ctx.fillRect(0, 0, room, height)
  const records = recordsNow()
  const scale = room / Math.max(1, axis.width)
  const chosen = useView.getState().shotId
  for (const [i, { shot, firstOfScene }] of axis.slots.entries()) {
    const x = axis.leftOf(i) * scale
    const wide = axis.widthOf(i) * scale
    ctx.fillStyle = shot.id === chosen ? color.accent : color['surface-4']
    ctx.fillRect(x, 5, Math.max(1, wide - (wide > 3 ? 1 : 0)), 14)
    if (firstOfScene && i > 0) {
      ctx.fillStyle = color.bg
      ctx.fillRect(x - 1, 3, 2, 18)
    }
    if (hasStale(records, shot.id)) {
      ctx.fillStyle = color.stale
      ctx.fillRect(x, 17, Math.max(1, wide - 1), 2)
    }
  }
}

/** The shots, the playhead, and the window. */
function paint(
  ctx: CanvasRenderingContext2D,
  width: number,
  { color }: Palette,
  canvas: TimelineCanvas,
  shots: HTMLCanvasElement,
): void {
  const { clock, timing, sceneId } = canvas.layout
  const total = Math.max(1, clock.total)
  const room = width - size.laneHead
  const at = (frame: number) => size.laneHead + (frame / total) * room
  ctx.fillStyle = color['surface-2']
  ctx.fillRect(0, 0, size.laneHead, height)
  ctx.drawImage(shots, size.laneHead, 0, room, height)
  ctx.fillStyle = color['line-2']
  ctx.fillRect(0, 0, width, 1)
  ctx.textBaseline = 'middle'
  ctx.font = canvasFont(440, 11)
  ctx.fillStyle = color['text-3']
  ctx.fillText(sceneId === null ? 'Whole film' : 'Whole scene', 12, 12.5)
  ctx.textAlign = 'right'
  ctx.fillText(formatShortTimecode(Number(clock.total), timing), size.laneHead - 10, 12.5)
  ctx.textAlign = 'left'
  const { from, to } = seen(canvas)
  const [left, right] = [at(from), at(to)]
  if (to - from < total - 1) {
    ctx.globalAlpha = 0.62
    ctx.fillStyle = color.bg
    ctx.fillRect(size.laneHead, 1, left - size.laneHead, height - 1)
    ctx.fillRect(right, 1, width - right, height - 1)
    ctx.globalAlpha = 1
  }
  ctx.strokeStyle = color['text-2']
  ctx.lineWidth = 1
  ctx.beginPath()
  ctx.roundRect(left + 0.5, 2.5, Math.max(6, right - left - 1), height - 4, 3)
  ctx.stroke()
  ctx.fillStyle = color.playhead
  ctx.fillRect(Math.round(at(player.now.frame)), 1, 1, height - 1)
}
