import { create } from 'zustand'
import type { CommandName } from '@shared/ipc/inputSchemas'
import { overlayOpen } from '../common/overlays'

/** What a menu stands on: what was clicked with the right button, or is selected when the menu key is pressed. */
export type MenuName = 'cell' | 'bar' | 'asset' | 'shot' | 'scene' | 'project'

/** One thing a user can do: the palette, the shortcuts, the menus and the tooltips all come from here. */
export interface AppCommand {
  readonly id: string
  readonly title: string
  /** "Mod+K", "Shift+Mod+Z", "T"; Mod is Ctrl, on macOS Cmd. */
  readonly keys?: readonly string[]
  readonly group: string
  /** Single letters act only while one of these surfaces has the focus; without any the command acts everywhere. */
  readonly surface?: string | readonly string[]
  /** Commands of the contract that it runs, by itself or at the end of the sheet it opens. */
  readonly does?: readonly CommandName[]
  /** The menus it stands in, in the order in which the commands are registered. */
  readonly menus?: readonly MenuName[]
  /** It takes something away: last in a menu, after a line. */
  readonly destroys?: boolean
  /** False: a step of the cursor, which nobody looks for by name. */
  readonly palette?: false
  /** What it would act on now: "Niko", "shot 53A"; null where nothing fits. */
  about?(): string | null
  enabled?(): boolean
  /** Narrower than `enabled`: whether its keys mean it now, where another command has them too. */
  byKey?(): boolean
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

/** "Shift+Mod+Z" in its parts; the last one is the key. */
const partsOf = (keys: string): string[] =>
  keys.endsWith('+') ? [...keys.slice(0, -1).split('+').filter(Boolean), '+'] : keys.split('+')

const arrows = { ArrowRight: '→', ArrowLeft: '←', ArrowUp: '↑', ArrowDown: '↓' }
const named: Readonly<Record<string, string>> = isMac
  ? { ...arrows, Mod: '⌘', Shift: '⇧', Alt: '⌥', Delete: '⌦', Backspace: '⌫', Enter: '↩', Escape: '⎋' }
  : { ...arrows, Mod: 'Ctrl', Escape: 'Esc', PageUp: 'Page Up', PageDown: 'Page Down', ContextMenu: 'Menu' }

/** How a key is shown: "Ctrl K", "Alt →"; on macOS "⌘K". */
export function keyText(keys: string): string {
  return partsOf(keys)
    .map((part) => named[part] ?? part)
    .join(isMac ? '' : ' ')
}

/** Whether an event is this key, e.g. `Shift+Mod+Z`. */
function matchesKey(event: KeyboardEvent, keys: string): boolean {
  const parts = partsOf(keys)
  const key = parts.at(-1)!
  const mod = isMac ? event.metaKey : event.ctrlKey
  if (
    parts.includes('Mod') !== mod ||
    parts.includes('Shift') !== event.shiftKey ||
    parts.includes('Alt') !== event.altKey
  )
    return false
  return (event.key === ' ' ? 'space' : event.key.toLowerCase()) === key.toLowerCase()
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** The space bar presses it. */
const isButton = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('button, summary, [role="button"]') !== null

const isOn = (surfaces: string | readonly string[], focused: string | undefined) =>
  focused !== undefined && (typeof surfaces === 'string' ? surfaces === focused : surfaces.includes(focused))

/** In a text field keys without Mod are text, and some with it are the field's own. */
const actsInFields = (key: string) =>
  key.includes('Mod') ? !/^(?:Mod\+[ZACVX]|Shift\+Mod\+Z)$/.test(key) : /(?:^|\+)F\d+$/.test(key)

/** The one key listener of the window. Of several commands with one key the first acts that fits what is selected. */
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
      if (key === 'Space' && isButton(event.target)) continue
      if (overlayOpen() && command.id !== 'palette') continue
      if (command.enabled?.() === false || command.byKey?.() === false) continue
      event.preventDefault()
      command.run()
      return
    }
  }
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}
