import { useEffect, type RefObject } from 'react'
import { create } from 'zustand'
import { recordsNow, useProject } from '../../app/projectStore'
import { selectShot, setView } from '../../app/viewStore'
import { fillHandleAt } from './fillHandleAt'
import type { GridController } from './gridController'
import { hoverWords, type HoverWords } from './hoverWords'

/** What the tag by the pointer says, once it rests. Client pixels. */
export const useHoverTag = create<{ tag: (HoverWords & { readonly x: number; readonly y: number }) | null }>(() => ({
  tag: null,
}))

/** So long the pointer rests before the tag comes, in ms. */
const restMs = 500
/** How much a pixel of the wheel zooms: a notch of 100 makes a third more. */
const zoomPerPixel = 0.003

/** The handle of the bar end under the pointer, what a click would do and what lies there, the pointer's shape; and Ctrl+wheel, which zooms around the pointer. */
export function useHover(grid: GridController | null, scroller: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const element = scroller.current
    if (!grid || !element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const hush = () => {
      clearTimeout(timer)
      if (useHoverTag.getState().tag) useHoverTag.setState({ tag: null })
    }
    const show = (end: typeof grid.hoverEnd, ghost: typeof grid.ghost) => {
      const same = (a: object | null, b: object | null) => JSON.stringify(a) === JSON.stringify(b)
      if (same(end, grid.hoverEnd) && same(ghost, grid.ghost)) return
      grid.hoverEnd = end
      grid.ghost = ghost
      grid.repaint()
    }
    const move = (e: PointerEvent) => {
      hush()
      if (e.buttons) return show(grid.hoverEnd, null)
      const hit = grid.hitAt(e.clientX, e.clientY)
      const writable = !useProject.getState().readOnly
      const fills = fillHandleAt(grid, e.clientX, e.clientY) !== null
      const end = hit.kind === 'cell' && !fills ? hit.end : null
      element.style.cursor = fills ? 'crosshair' : end ? 'ew-resize' : hit.kind === 'cell' ? 'cell' : ''
      const empty = hit.kind === 'cell' && !fills && !end && !grid.cells.cell(hit.shotId, hit.assetId)
      const waits = hit.kind === 'cell' && grid.cells.waiting(hit.shotId, hit.assetId) !== undefined
      const { clientX: x, clientY: y } = e
      show(
        end ? { row: end.row, x: end.x } : null,
        empty && !waits && writable && !e.shiftKey && !e.ctrlKey ? { row: hit.row, column: hit.column } : null,
      )
      timer = setTimeout(() => {
        const words = hoverWords(recordsNow(), grid.layout, hit, writable)
        useHoverTag.setState({ tag: words && { ...words, x, y } })
      }, restMs)
    }
    const leave = () => {
      hush()
      show(null, null)
    }
    const double = (e: MouseEvent) => {
      const hit = grid.hitAt(e.clientX, e.clientY)
      if (hit.kind !== 'shot') return
      selectShot(hit.shotId)
      setView({ view: 'frames' })
    }
    const wheel = (e: WheelEvent) => {
      hush()
      if (!e.ctrlKey && !e.metaKey) return
      e.preventDefault()
      grid.zoomTo(grid.layout.cell * Math.exp(-e.deltaY * zoomPerPixel), e.clientX)
    }
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerdown', hush)
    element.addEventListener('pointerleave', leave)
    element.addEventListener('scroll', leave, { passive: true })
    element.addEventListener('dblclick', double)
    element.addEventListener('wheel', wheel, { passive: false })
    window.addEventListener('keydown', hush)
    return () => {
      hush()
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerdown', hush)
      element.removeEventListener('pointerleave', leave)
      element.removeEventListener('scroll', leave)
      element.removeEventListener('dblclick', double)
      element.removeEventListener('wheel', wheel)
      window.removeEventListener('keydown', hush)
    }
  }, [grid, scroller])
}
