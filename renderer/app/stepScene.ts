import { useEffect, type KeyboardEvent } from 'react'
import { focusSoon } from './edit/editing'
import { stopRenaming, useRenaming } from './rename'
import { selectScene } from './viewStore'

/** Arrow keys walk the rows of a list of scenes, and open what they come to. */
export function stepScene(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const list = event.currentTarget.closest('[data-surface="scenes"]')
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-scene]') ?? [])]
  const at = rows.indexOf(event.currentTarget)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  const row = to === undefined ? undefined : rows[to]
  if (to === undefined) return
  event.preventDefault()
  row?.focus()
  row?.click()
}

/** Without room for a field in its row, a scene that is to be named anew has its heading in the inspector focused. */
export function useNamedInInspector(here: boolean): void {
  const wanted = useRenaming((s) => (s.what === 'scene' && here ? s.id : null))
  useEffect(() => {
    if (wanted === null) return
    stopRenaming()
    selectScene(wanted)
    focusSoon('scene.heading')
  }, [wanted])
}
