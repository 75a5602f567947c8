import { useRef } from 'react'
import { recordsNow, useProject } from '../../app/projectStore'
import { useFreshness } from '../../app/useFreshness'
import { selectShot, setView, useView } from '../../app/viewStore'
import { useFocusTarget } from '../../common/focusTargets'
import { useDrag, type DragMove, type DragSession } from '../../common/useDrag'
import { Thumbs } from '../../lanes/paint/thumbs'
import { usePaintedCanvas, type Painting } from '../../lanes/paint/usePaintedCanvas'
import { stripHead } from '../../sound/stripView'
import { filmClock, player, useAnimatic, usePlayhead } from './animaticState'
import styles from './AnimaticView.module.css'
import { paintOverview, paintStrip, rulerHeight, stripHeight } from './paintStrip'
import { movePlayhead } from './playing'
import { setStripWidth, strip } from './strip'

/** Ruler, shots and dialogue over time; its keys are those of the player. */
export function FilmStrip() {
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  useFocusTarget('animatic.strip', box)
  usePaintedCanvas(canvas, box, stripHeight, stripPainting)
  useDrag(box, {
    onStart(event) {
      box.current?.focus({ preventScroll: true })
      const rect = box.current!.getBoundingClientRect()
      const [x, y] = [event.clientX - rect.left - stripHead, event.clientY - rect.top]
      if (x < 0) return null
      if (y <= rulerHeight) {
        const marked = markAt(x)
        return marked
          ? markDrag(box.current!, marked)
          : event.shiftKey
            ? rangeDrag(box.current!, frameAt(x))
            : scrub(box.current!, frameAt(x))
      }
      return { move: () => {}, commit: () => {}, cancel: () => {}, click: () => pick(x) }
    },
  })
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application has keys of its own
    <div
      ref={box}
      className={styles.strip}
      style={{ height: stripHeight }}
      role="application"
      aria-label="The film over time"
      data-surface="animatic"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- its keys play the film
      tabIndex={0}
      onWheel={(e) => {
        if (e.ctrlKey || e.metaKey)
          strip.zoomAt(
            Math.exp(-e.deltaY * 0.003),
            e.clientX - e.currentTarget.getBoundingClientRect().left - stripHead,
          )
        else strip.scrollBy(Math.abs(e.deltaX) > Math.abs(e.deltaY) ? e.deltaX : e.deltaY)
      }}
      onDoubleClick={(e) => {
        const rect = e.currentTarget.getBoundingClientRect()
        if (e.clientY - rect.top <= rulerHeight) strip.zoomAt(1e-9, 0)
        else if (pick(e.clientX - rect.left - stripHead)) setView({ view: 'frames' })
      }}
    >
      <canvas ref={canvas} aria-hidden />
    </div>
  )
}

/** The whole film in one line; dragging moves what the strip shows. */
export function Overview() {
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  usePaintedCanvas(canvas, box, 26, overviewPainting)
  useDrag(box, {
    onStart() {
      const to = (at: { x: number }) => {
        const rect = box.current!.getBoundingClientRect()
        const part = (at.x - rect.left - stripHead) / Math.max(1, rect.width - stripHead)
        strip.centre(part * filmClock(recordsNow()).total)
      }
      return { move: to, commit: to, cancel: () => {} }
    },
  })
  return (
    <div ref={box} className={styles.strip} style={{ height: 26 }}>
      <canvas ref={canvas} role="img" aria-label="The whole film" />
    </div>
  )
}

const frameAt = (x: number): number => {
  const { pxPerFrame, scrollX } = strip.now()
  return Math.max(0, Math.min(filmClock(recordsNow()).total, Math.round((x + scrollX) / pxPerFrame)))
}

/** Chooses the shot at a pixel and puts the playhead at its start. */
function pick(x: number): boolean {
  const shot = filmClock(recordsNow()).shotAt(frameAt(x))
  if (!shot) return false
  selectShot(shot.shotId)
  if (!player.playing) movePlayhead(shot.start)
  return true
}

const inBox = (box: HTMLElement, at: DragMove) => frameAt(at.x - box.getBoundingClientRect().left - stripHead)

function scrub(box: HTMLElement, frame: number): DragSession {
  const to = (at: DragMove) => {
    player.stop()
    movePlayhead(inBox(box, at))
  }
  return { move: to, commit: to, cancel: () => {}, click: () => movePlayhead(frame) }
}

function markAt(x: number): 'in' | 'out' | null {
  const { pxPerFrame, scrollX } = strip.now()
  const near = (frame: number | null) => frame !== null && Math.abs(frame * pxPerFrame - scrollX - x) <= 6
  return near(player.now.inAt) ? 'in' : near(player.now.outAt) ? 'out' : null
}

/** Dragging the in or the out point; Escape puts it back. */
function markDrag(box: HTMLElement, mark: 'in' | 'out'): DragSession {
  const { inAt, outAt } = player.now
  const to = (at: DragMove) => {
    const frame = inBox(box, at)
    if (mark === 'in') player.markIn(Math.min(frame, (outAt ?? Infinity) - 1))
    else player.markOut(Math.max(frame, (inAt ?? 0) + 1))
  }
  return { move: to, commit: to, cancel: () => restore(inAt, outAt) }
}

/** Shift and drag in the ruler: what is played. */
function rangeDrag(box: HTMLElement, from: number): DragSession {
  const { inAt, outAt } = player.now
  const to = (at: DragMove) => {
    const frame = inBox(box, at)
    if (frame === from) return
    player.markOut(null)
    player.markIn(Math.min(from, frame))
    player.markOut(Math.max(from, frame))
  }
  return { move: to, commit: to, cancel: () => restore(inAt, outAt) }
}

function restore(inAt: number | null, outAt: number | null): void {
  player.markOut(null)
  player.markIn(inAt)
  player.markOut(outAt)
}

/** A strip is painted again when anything of the film, of what is selected or of the player has changed. */
const painting =
  (paint: typeof paintStrip) =>
  (repaint: () => void): Painting => {
    const thumbs = new Thumbs(repaint)
    return {
      paint(ctx, width, palette) {
        setStripWidth(width - stripHead)
        paint(ctx, width, palette, thumbs)
      },
      stops: [
        strip.subscribe(repaint),
        ...[usePlayhead, useProject, useView, useFreshness, useAnimatic].map((store) => store.subscribe(repaint)),
      ],
    }
  }
const stripPainting = painting(paintStrip)
const overviewPainting = painting(paintOverview)
