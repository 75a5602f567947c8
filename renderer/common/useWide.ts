import { useSyncExternalStore } from 'react'

function onResize(changed: () => void): () => void {
  window.addEventListener('resize', changed)
  return () => window.removeEventListener('resize', changed)
}

/** Is the window at least that wide, in pixels? */
export function useWide(px: number): boolean {
  return useSyncExternalStore(onResize, () => window.innerWidth >= px)
}

/** Width of the window, in pixels. */
export function useWindowWidth(): number {
  return useSyncExternalStore(onResize, () => window.innerWidth)
}
