import { create } from 'zustand'

/** One thing a user can do: the palette, the shortcuts, the menus and the tooltips all come from here. */
export interface AppCommand {
  readonly id: string
  readonly title: string
  /** "Mod+K", "Shift+Mod+Z", "T"; Mod is Ctrl, on macOS Cmd. */
  readonly keys?: readonly string[]
  readonly group: string
  /** Single letters act only while this surface has the focus; without one the command acts everywhere. */
  readonly surface?: string
  enabled?(): boolean
  run(): void
}

export const useCommands = create<{ commands: readonly AppCommand[]; paletteOpen: boolean }>(() => ({
  commands: [],
  paletteOpen: false,
}))

/** Adds commands while a feature is on screen; answers how to take them away. */
export function registerCommands(commands: readonly AppCommand[]): () => void {
  useCommands.setState((s) => ({
    commands: [...s.commands.filter((c) => !commands.some((d) => d.id === c.id)), ...commands],
  }))
  return () => useCommands.setState((s) => ({ commands: s.commands.filter((c) => !commands.includes(c)) }))
}

export const isMac = navigator.platform.startsWith('Mac')

/** How a key is shown: "Ctrl K", on macOS "⌘K". */
export function keyText(keys: string): string {
  const parts = keys
    .split('+')
    .map((p) => (p === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : p === 'Shift' && isMac ? '⇧' : p === 'Alt' && isMac ? '⌥' : p))
  return parts.join(isMac ? '' : ' ')
}

/** The first key of a command, for tooltips. */
export function keyOf(id: string): string | undefined {
  const keys = useCommands.getState().commands.find((c) => c.id === id)?.keys?.[0]
  return keys && keyText(keys)
}

export function matchesKey(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1)!
  const mod = isMac ? event.metaKey : event.ctrlKey
  if (
    parts.includes('Mod') !== mod ||
    parts.includes('Shift') !== event.shiftKey ||
    parts.includes('Alt') !== event.altKey
  )
    return false
  return event.key.toLowerCase() === key.toLowerCase()
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** The one key listener of the window. Keys without Mod do nothing in a text field. */
export function listenForKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const surface =
      event.target instanceof HTMLElement
        ? event.target.closest<HTMLElement>('[data-surface]')?.dataset['surface']
        : undefined
    for (const command of useCommands.getState().commands) {
      const key = command.keys?.find((k) => matchesKey(event, k))
      if (!key || (command.surface !== undefined && command.surface !== surface)) continue
      if (isField(event.target) && (!key.includes('Mod') || /^Mod\+(Z|A|C|V|X)$/.test(key) || key === 'Shift+Mod+Z'))
        continue
      if (document.querySelector('[role="dialog"]') && command.id !== 'palette') continue
      if (command.enabled?.() === false) return
      event.preventDefault()
      command.run()
      return
    }
  }
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}
