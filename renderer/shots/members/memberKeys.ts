import type { KeyboardEvent } from 'react'
import { catchFocus } from '../../app/edit/editing'
import { run } from '../../app/projectActions'

const rowsOf = (list: Element) => [...list.querySelectorAll<HTMLElement>('[data-member-row]')]

/** Takes an asset out of the shot; a focus in its row goes on to the row beside it. */
export async function removeMember(shotId: string, assetId: string): Promise<void> {
  if (await run('assignment.remove', { shotId, assetId })) catchFocus('shot.members')
}

/** Arrow keys, Home and End walk the rows; one row is a tab stop. */
export function stepRow(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey) return
  const list = event.currentTarget.closest('ul')
  const rows = list ? rowsOf(list) : []
  const at = rows.indexOf(event.currentTarget)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  focusRow(list, to)
}

/** Gives the focus to a row of the list, or to the last one; false when there is none. */
export function focusRow(list: Element | null, at: number): boolean {
  const rows = list ? rowsOf(list) : []
  const row = rows[Math.max(0, Math.min(rows.length - 1, at))]
  row?.focus()
  return row !== undefined
}

/** The place of the row that has the focus, or -1. */
export const focusedRow = (list: Element): number =>
  rowsOf(list).findIndex((row) => row.closest('li')?.contains(document.activeElement))
