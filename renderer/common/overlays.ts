import { useLayoutEffect, useRef } from 'react'

let open = 0

/**
 * While the component is there, it lies over the window: the window's own keys rest.
 * @param onGone runs once it is gone, before any further event: where it gives the focus back, the next key finds it there
 */
export function useOverlay(onGone?: () => void): void {
  const latest = useRef(onGone)
  useLayoutEffect(() => {
    latest.current = onGone
  })
  useLayoutEffect(() => {
    open++
    return () => {
      open--
      // It is still in the document, and holds the focus until it is not.
      queueMicrotask(() => latest.current?.())
    }
  }, [])
}

/** For an overlay that is drawn by somebody else: rendered inside it. */
export function Overlay({ onGone }: { onGone?: () => void }): null {
  useOverlay(onGone)
  return null
}

export const overlayOpen = (): boolean => open > 0
