import { create } from 'zustand'
import { overlayOpen } from '../common/overlays'

/** One thing a user can do: the palette, the shortcuts, the menus and the tooltips all come from here. */
export interface AppCommand {
  readonly id: string
  readonly title: string
  /** "Mod+K", "Shift+Mod+Z", "T"; Mod is Ctrl, on macOS Cmd. */
  readonly keys?: readonly string[]
  readonly group: string
  /** Single letters act only while one of these surfaces has the focus; without any the command acts everywhere. */
  readonly surface?: string | readonly string[]
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

const signs: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
}

/** How a key is shown: "Ctrl K", on macOS "⌘K". */
export function keyText(keys: string): string {
  const parts = keys
    .split('+')
    .map(
      (p) =>
        signs[p] ??
        (p === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : p === 'Shift' && isMac ? '⇧' : p === 'Alt' && isMac ? '⌥' : p),
    )
  return parts.join(isMac ? '' : ' ')
}

/** Whether an event is this key, e.g. `Shift+Mod+Z`. */
function matchesKey(event: KeyboardEvent, keys: string): boolean {
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

const isOn = (surfaces: string | readonly string[], focused: string | undefined) =>
  focused !== undefined && (typeof surfaces === 'string' ? surfaces === focused : surfaces.includes(focused))

/** In a text field keys without Mod are text, and some with it are the field's own. */
const actsInFields = (key: string) =>
  key.includes('Mod') ? !/^(?:Mod\+[ZACVX]|Shift\+Mod\+Z)$/.test(key) : /(?:^|\+)F\d+$/.test(key)

/** The one key listener of the window. */
export function listenForKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const surface =
      event.target instanceof HTMLElement
        ? event.target.closest<HTMLElement>('[data-surface]')?.dataset['surface']
        : undefined
    for (const command of useCommands.getState().commands) {
      const key = command.keys?.find((k) => matchesKey(event, k))
      if (!key || (command.surface !== undefined && !isOn(command.surface, surface))) continue
      if (isField(event.target) && !actsInFields(key)) continue
      if (overlayOpen() && command.id !== 'palette') continue
      if (command.enabled?.() === false) return
      event.preventDefault()
      command.run()
      return
    }
  }
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}
