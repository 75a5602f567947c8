import { create } from 'zustand'
import { useCommands, type AppCommand, type MenuName } from './commands'
import { useProject } from './projectStore'
import { chosenAsset, chosenScene, chosenShots, selectedCells } from './selection'
import { selectAsset, selectCell, selectScene, selectShot, useView } from './viewStore'

/** The menu that is open, and where; client pixels. */
interface OpenMenu {
  readonly name: MenuName
  readonly x: number
  readonly y: number
  /** What had the focus, and gets it back. */
  readonly from: Element | null
}
export const useMenu = create<{ open: OpenMenu | null }>(() => ({ open: null }))

/** Selects what lies at a point of a place and answers which menu stands there; null for none. Client pixels. */
type Pick = (x: number, y: number, target: Element) => MenuName | null

const places = new Map<string, Pick>()

/** Makes `data-menu="name"` a place with a menu of its own, as a canvas is. Answers how to take it away. */
export function registerMenuPlace(name: string, pick: Pick): () => void {
  places.set(name, pick)
  return () => {
    if (places.get(name) === pick) places.delete(name)
  }
}

/** The commands that a menu shows: those that can be done to what is selected. */
export function menuCommands(name: MenuName): readonly AppCommand[] {
  const fitting = useCommands.getState().commands.filter((c) => c.menus?.includes(name) && c.enabled?.() !== false)
  return [...fitting.filter((c) => !c.destroys), ...fitting.filter((c) => c.destroys)]
}

function openMenu(name: MenuName, x: number, y: number): void {
  if (!useProject.getState().readOnly && menuCommands(name).length)
    useMenu.setState({ open: { name, x, y, from: document.activeElement } })
}

/** The one listener for the right mouse button: the nearest element with `data-menu` says what was meant. */
export function listenForMenus(): () => void {
  const onMenu = (event: MouseEvent) => {
    const { target } = event
    if (!(target instanceof Element) || target.closest('input, textarea, select')) return
    const place = target.closest<HTMLElement>('[data-menu]')
    if (!place) return
    event.preventDefault()
    if (fromKey(event)) return
    const name = pick(place.dataset['menu'] ?? '', event.clientX, event.clientY, target)
    if (name) openMenu(name, event.clientX, event.clientY)
  }
  window.addEventListener('contextmenu', onMenu)
  return () => window.removeEventListener('contextmenu', onMenu)
}

/** The menu key has a command of its own, which knows where the selection is. */
const fromKey = (event: MouseEvent) => event.button !== 2 && !event.ctrlKey

/** "asset:ID", "shot:ID", "scene:ID", "member:ID", "project", or a registered place. */
function pick(menu: string, x: number, y: number, target: Element): MenuName | null {
  const [kind = '', id = ''] = menu.split(':')
  const own = places.get(kind)
  if (own) return own(x, y, target)
  if (kind === 'asset') selectAsset(id)
  if (kind === 'shot') pickShot(id)
  if (kind === 'scene') selectScene(id)
  if (kind === 'member') return pickMember(id)
  return kind === 'asset' || kind === 'shot' || kind === 'scene' || kind === 'project' ? kind : null
}

function pickMember(assetId: string): MenuName | null {
  const { shotId } = useView.getState()
  if (shotId === null) return null
  selectCell({ shotId, assetId })
  return 'cell'
}

/** A shot that is selected with others keeps them. */
export function pickShot(shotId: string): void {
  if (!chosenShots().includes(shotId)) selectShot(shotId)
}

/** The menu of what is selected, or of the row that has the focus, beside it. */
export function openMenuOfSelection(): void {
  const focused = document.activeElement
  const place = focused?.closest<HTMLElement>('[data-menu]')
  if (!focused || !place) return
  const at = (
    document.getElementById(focused.getAttribute('aria-activedescendant') ?? '') ?? focused
  ).getBoundingClientRect()
  const menu = place.dataset['menu'] ?? ''
  const name = places.has(menu) ? nameOfSelection() : pick(menu, at.left, at.top, focused)
  if (name) openMenu(name, at.left + Math.min(24, at.width / 2), at.top + Math.min(at.height, 40) / 2)
}

function nameOfSelection(): MenuName | null {
  if (selectedCells().length) return 'cell'
  if (chosenAsset()) return 'asset'
  if (chosenScene()) return 'scene'
  return chosenShots().length ? 'shot' : null
}
