import { useEffect, useRef } from 'react'
import { EdgeScroll, type ScrollRegion } from './edgeScroll'

export interface DragMove {
  readonly x: number
  readonly y: number
  readonly dx: number
  readonly dy: number
  readonly shift: boolean
  readonly alt: boolean
  /** Ctrl, or Cmd on macOS. */
  readonly mod: boolean
}
export interface DragHandlers {
  /** Asked at pointer-down; null = no drag here. */
  onStart(event: PointerEvent): DragSession | null
}
export interface DragSession {
  /** Called once the pointer has moved 4 px, then for every move. Coordinates are client pixels. */
  move(at: DragMove): void
  /** Pointer-up after a drag: the one commit. */
  commit(at: DragMove): void
  /** Escape, the right button, a lost pointer, or a pointer-up without a drag. */
  cancel(): void
  /** Pointer-up without a drag. */
  click?(): void
  /** What scrolls while the drag is held at its rim; the drag moves along with it, and with the wheel. */
  readonly scrolls?: ScrollRegion
}

const threshold = 4
/** Bits of `buttons`. */
const leftButton = 1
const rightButton = 2

/**
 * One way to drag: starts after 4 px, keeps the pointer, Escape or the right button cancels at any time with nothing changed, pointer-up commits
 * once.
 */
export function useDrag(target: React.RefObject<HTMLElement | null>, handlers: DragHandlers): void {
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  useEffect(() => {
    const element = target.current
    if (!element) return
    let session: DragSession | null = null
    let origin: PointerEvent | null = null
    /** The last move of a drag under way; null before the pointer has left the threshold. */
    let last: DragMove | null = null
    const edges = new EdgeScroll()
    const at = (e: PointerEvent): DragMove => ({
      x: e.clientX,
      y: e.clientY,
      dx: e.clientX - origin!.clientX,
      dy: e.clientY - origin!.clientY,
      shift: e.shiftKey,
      alt: e.altKey,
      mod: e.ctrlKey || e.metaKey,
    })
    /** The same place again: something else changed under the pointer. */
    const again = () => {
      if (session && last) session.move(last)
    }
    const end = () => {
      session?.scrolls?.element.removeEventListener('scroll', again)
      edges.stop()
      session = null
      origin = null
      last = null
    }
    const down = (e: PointerEvent) => {
      if (e.button !== 0 || session) return
      session = latest.current.onStart(e)
      if (!session) return
      origin = e
      session.scrolls?.element.addEventListener('scroll', again)
      element.setPointerCapture(e.pointerId)
    }
    const move = (e: PointerEvent) => {
      if (!session || !origin) return
      // Another button that is pressed during a drag comes as a move.
      if (e.buttons & rightButton) return cancel()
      if (!last && Math.hypot(e.clientX - origin.clientX, e.clientY - origin.clientY) < threshold) return
      last = at(e)
      if (session.scrolls) edges.at(last, session.scrolls)
      session.move(last)
    }
    const up = (e: PointerEvent) => {
      if (!session || !origin) return
      const done = session
      const there = at(e)
      const dragged = last !== null
      end()
      if (dragged) done.commit(there)
      else {
        done.cancel()
        done.click?.()
      }
    }
    const cancel = () => {
      const lost = session
      end()
      lost?.cancel()
    }
    const key = (e: KeyboardEvent) => {
      if (!session) return
      if (e.key === 'Escape' && e.type === 'keydown') {
        e.preventDefault()
        e.stopPropagation()
        cancel()
      } else if (
        last &&
        (last.shift !== e.shiftKey || last.alt !== e.altKey || last.mod !== (e.ctrlKey || e.metaKey))
      ) {
        last = { ...last, shift: e.shiftKey, alt: e.altKey, mod: e.ctrlKey || e.metaKey }
        again()
      }
    }
    /** The right button that cancels, or is pressed before the drag has moved, opens no menu. */
    const menu = (e: MouseEvent) => {
      if (!(e.buttons & leftButton)) return
      e.preventDefault()
      e.stopPropagation()
    }
    element.addEventListener('pointerdown', down)
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerup', up)
    element.addEventListener('pointercancel', cancel)
    element.addEventListener('contextmenu', menu)
    window.addEventListener('keydown', key, true)
    window.addEventListener('keyup', key, true)
    return () => {
      element.removeEventListener('pointerdown', down)
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerup', up)
      element.removeEventListener('pointercancel', cancel)
      element.removeEventListener('contextmenu', menu)
      window.removeEventListener('keydown', key, true)
      window.removeEventListener('keyup', key, true)
      edges.stop()
    }
  }, [target])
}
