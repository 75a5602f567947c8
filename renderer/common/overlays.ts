import { useEffect } from 'react'

let open = 0

/** While the component is there, it lies over the window: the window's own keys rest. */
export function useOverlay(): void {
  useEffect(() => {
    open++
    return () => {
      open--
    }
  }, [])
}

/** For an overlay that is drawn by somebody else: rendered inside it. */
export function Overlay(): null {
  useOverlay()
  return null
}

export const overlayOpen = (): boolean => open > 0
