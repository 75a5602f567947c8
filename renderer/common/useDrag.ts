import { useEffect, useRef } from 'react'

export interface DragMove {
  readonly x: number
  readonly y: number
  readonly dx: number
  readonly dy: number
  readonly shift: boolean
  readonly alt: boolean
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
  /** Escape, a lost pointer, or a pointer-up without a drag. */
  cancel(): void
  /** Pointer-up without a drag. */
  click?(): void
}

const threshold = 4

/**
 * One way to drag: starts after 4 px, keeps the pointer, Escape cancels at any time with nothing changed, pointer-up commits once.
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
    let moving = false
    const at = (e: PointerEvent): DragMove => ({
      x: e.clientX,
      y: e.clientY,
      dx: e.clientX - origin!.clientX,
      dy: e.clientY - origin!.clientY,
      shift: e.shiftKey,
      alt: e.altKey,
    })
    const end = () => {
      session = null
      origin = null
      moving = false
    }
    const down = (e: PointerEvent) => {
      if (e.button !== 0 || session) return
      session = latest.current.onStart(e)
      if (!session) return
      origin = e
      element.setPointerCapture(e.pointerId)
    }
    const move = (e: PointerEvent) => {
      if (!session || !origin) return
      if (!moving && Math.hypot(e.clientX - origin.clientX, e.clientY - origin.clientY) < threshold) return
      moving = true
      session.move(at(e))
    }
    const up = (e: PointerEvent) => {
      if (!session || !origin) return
      const done = session
      const last = at(e)
      const dragged = moving
      end()
      if (dragged) done.commit(last)
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
      if (e.key !== 'Escape' || !session) return
      e.preventDefault()
      e.stopPropagation()
      cancel()
    }
    element.addEventListener('pointerdown', down)
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerup', up)
    element.addEventListener('pointercancel', cancel)
    window.addEventListener('keydown', key, true)
    return () => {
      element.removeEventListener('pointerdown', down)
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerup', up)
      element.removeEventListener('pointercancel', cancel)
      window.removeEventListener('keydown', key, true)
    }
  }, [target])
}
