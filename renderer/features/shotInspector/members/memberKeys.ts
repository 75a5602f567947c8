import type { KeyboardEvent } from 'react'
import type { AppCommand } from '../../../app/commands'
import { useProject } from '../../../app/projectStore'
import { lookChangeSheet } from '../../../app/sheetKeys'
import { openSheet } from '../../../app/sheets'
import { useView } from '../../../app/viewStore'
import { removeFromShot, setPresence } from '../shotActions'
import { presences } from '../choiceNames'

const rowsOf = (list: Element) => [...list.querySelectorAll<HTMLElement>('[data-member-row]')]

/** The asset a key is meant for: the one whose row has the focus, else the chosen one. */
function target(): { shotId: string; assetId: string } | null {
  const { shotId, cell } = useView.getState()
  const focused = document.activeElement?.closest<HTMLElement>('[data-member]')?.dataset['member']
  const assetId = focused ?? (cell?.shotId === shotId ? cell?.assetId : undefined)
  return shotId !== null && assetId !== undefined ? { shotId, assetId } : null
}

const enabled = () => !useProject.getState().readOnly && target() !== null
const titles = {
  throughout: 'In this shot throughout',
  enters: 'Enters this shot',
  exits: 'Exits this shot',
  passes_through: 'Passes through this shot',
} as const

/** T, E, X, P and Delete on the list of a shot's assets. */
export const memberCommands: readonly AppCommand[] = [
  ...presences.map(({ presence, key }): AppCommand => ({
    id: `shotAssets.${presence}`,
    title: titles[presence],
    group: 'Shot',
    keys: [key],
    surface: 'shot-assets',
    enabled,
    run: () => {
      const at = target()
      if (at) setPresence(at.shotId, at.assetId, presence)
    },
  })),
  {
    id: 'shotAssets.look',
    title: 'Change the look in this shot…',
    group: 'Shot',
    keys: ['D'],
    surface: 'shot-assets',
    enabled,
    run: () => {
      const at = target()
      if (at) openSheet(lookChangeSheet, at)
    },
  },
  {
    id: 'shotAssets.remove',
    title: 'Remove from this shot',
    group: 'Shot',
    keys: ['Delete', 'Backspace'],
    surface: 'shot-assets',
    enabled,
    run: () => void removeTarget(),
  },
]

async function removeTarget(): Promise<void> {
  const at = target()
  if (at) await removeMember(at.shotId, at.assetId)
}

/** Takes an asset out of the shot; a focus in its row goes on to the row beside it. */
export async function removeMember(shotId: string, assetId: string): Promise<void> {
  const item = document.activeElement?.closest<HTMLElement>(`[data-member="${CSS.escape(assetId)}"]`)
  const list = item?.parentElement
  const at = list ? rowsOf(list).findIndex((row) => item.contains(row)) : -1
  if (!(await removeFromShot(shotId, assetId)) || !list) return
  requestAnimationFrame(() => {
    const rows = rowsOf(list)
    rows[Math.min(at, rows.length - 1)]?.focus()
  })
}

/** Arrow keys, Home and End walk the rows; one row is a tab stop. */
export function stepRow(event: KeyboardEvent<HTMLElement>): void {
  const list = event.currentTarget.closest('ul')
  const rows = list ? rowsOf(list) : []
  const at = rows.indexOf(event.currentTarget)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  rows[Math.max(0, Math.min(rows.length - 1, to))]?.focus()
}
