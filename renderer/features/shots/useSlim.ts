import { useSyncExternalStore } from 'react'

const query = window.matchMedia?.('(max-width: 1359px)')

/** True in a window where panels and rows are compact. */
export function useSlim(): boolean {
  return useSyncExternalStore(
    (listener) => {
      query?.addEventListener('change', listener)
      return () => query?.removeEventListener('change', listener)
    },
    () => query?.matches ?? false,
  )
}
