import { useRef, useState } from 'react'

/** Work that is not begun again while it runs: a second press of Enter, or of its button, does nothing. @returns what does some work, and whether it does */
export function useOnce(): readonly [once: (work: () => Promise<unknown>) => void, busy: boolean] {
  const runs = useRef(false)
  const [busy, setBusy] = useState(false)
  const once = (work: () => Promise<unknown>) => {
    if (runs.current) return
    runs.current = true
    setBusy(true)
    void work().finally(() => {
      runs.current = false
      setBusy(false)
    })
  }
  return [once, busy]
}
