import { assignmentOf, instanceOf } from '@shared/domain/lookup'
import { presenceWords } from '@shared/domain/presence/presenceTimes'
import type { Assignment, Presence } from '@shared/model/assignment'
import type { AppCommand } from '../commands'
import { done, perform, run } from '../projectActions'
import { recordsNow } from '../projectStore'
import { lookChangeSheet } from '../sheetKeys'
import { cellsWords, selectedCells, selectedShots } from '../selection'
import { openSheet } from '../sheets'
import { announce } from '../toasts'
import type { CellRef } from '../viewStore'
import { acts, catchFocus, some } from './editing'
import { setAssignment } from './setAssignment'

/** Where the letters of presence act: the grid, and the list of a shot's assets. */
const surface = ['matrix', 'shot-assets']
const group = 'Presence'
const cells = () => some(selectedCells())

/** How an asset is in a shot, if it is. */
function assignmentIn({ shotId, assetId }: CellRef): Assignment | undefined {
  const records = recordsNow()
  const shot = records.get('shots', shotId)
  const instance = shot && instanceOf(records, shot.sceneId, assetId)
  return instance && assignmentOf(records, shotId, instance.id)
}

/** What was read from the script for an empty cell and waits for a yes or no. */
const waitingIn = (cell: CellRef) =>
  assignmentIn(cell)
    ? undefined
    : recordsNow()
        .list('suggestionsOfShot', cell.shotId)
        .find((s) => s.assetId === cell.assetId && s.state === 'open')

const presences: readonly { presence: Presence; title: string; key: string }[] = [
  { presence: 'throughout', title: 'Throughout', key: 'T' },
  { presence: 'enters', title: 'Enters', key: 'E' },
  { presence: 'exits', title: 'Exits', key: 'X' },
  { presence: 'passes_through', title: 'Passes through', key: 'P' },
]

/** What is done to the selected cells: how their assets are in their shots. */
export const cellCommands: readonly AppCommand[] = [
  ...presences.map(({ presence, title, key }) =>
    acts(
      {
        id: `presence.${presence}`,
        title,
        group,
        keys: [key],
        surface,
        menus: ['cell', 'bar'],
        does: ['assignment.set', 'assignment.setMany', 'suggestion.accept'],
      },
      cells,
      cellsWords,
      (on) => setPresence(on, presence),
    ),
  ),
  acts(
    {
      id: 'presence.look',
      title: 'Change the look here…',
      group,
      keys: ['D'],
      surface,
      menus: ['cell', 'bar'],
      does: ['transformation.set', 'transformation.remove'],
    },
    () => (selectedCells().length === 1 ? selectedCells()[0] : null),
    (cell) => cellsWords([cell]),
    (cell) => openSheet(lookChangeSheet, cell),
  ),
  acts(
    {
      id: 'presence.accept',
      title: 'Accept what was read from the script',
      group,
      menus: ['cell', 'shot'],
      does: ['suggestion.accept'],
    },
    () => unconfirmed(),
    () => '',
    (input) => run('suggestion.accept', input),
  ),
  acts(
    {
      id: 'presence.remove',
      title: 'Remove from the shot',
      group,
      keys: ['Delete', 'Backspace'],
      surface,
      menus: ['cell'],
      destroys: true,
      does: ['assignment.setMany', 'suggestion.reject'],
    },
    () => some(selectedCells().filter((c) => assignmentIn(c) || waitingIn(c))),
    cellsWords,
    remove,
  ),
]

/** Cells that have the presence keep their times; the others take it. One that was only read from the script is confirmed. */
export async function setPresence(on: readonly CellRef[], presence: Presence): Promise<void> {
  const held = on.map((cell) => ({ cell, assignment: assignmentIn(cell) }))
  const others = held.filter((h) => h.assignment?.presence !== presence).map((h) => h.cell)
  const read = held.flatMap(({ assignment: a }) => (a?.presence === presence && a.origin === 'suggested' ? [a.id] : []))
  const [one] = others
  if (read.length && !others.length) await run('suggestion.accept', { assignmentIds: read })
  if (others.length === 1 && one) {
    if (!(await setAssignment({ ...one, presence }))) return
    announce(`${cellsWords([one])}: ${presenceWords[presence]}.`)
    return
  }
  if (others.length && (await run('assignment.setMany', { cells: others.map((c) => ({ ...c, presence })) })))
    announce(`${cellsWords(on)}: ${presenceWords[presence]}.`)
}

/** What was read for the selected cells or shots and waits. */
function unconfirmed(): { assignmentIds: string[]; suggestionIds: string[] } | null {
  const on = selectedCells()
  const records = recordsNow()
  const shots = on.length ? [] : selectedShots()
  const assignmentIds = [
    ...on.flatMap((c) => assignmentIn(c) ?? []),
    ...shots.flatMap((id) => records.list('assignmentsOfShot', id)),
  ].flatMap((a) => (a.origin === 'suggested' ? [a.id] : []))
  const suggestionIds = [
    ...on.flatMap((c) => waitingIn(c) ?? []),
    ...shots.flatMap((id) => records.list('suggestionsOfShot', id).filter((s) => s.state === 'open')),
  ].map((s) => s.id)
  return assignmentIds.length || suggestionIds.length ? { assignmentIds, suggestionIds } : null
}

async function remove(on: readonly CellRef[]): Promise<void> {
  const filled = on.filter((c) => assignmentIn(c))
  const waiting = on.flatMap((c) => waitingIn(c)?.id ?? [])
  if (!filled.length) {
    await run('suggestion.reject', { suggestionIds: waiting })
    return
  }
  const words = cellsWords(filled)
  const list = document.activeElement?.closest('[data-member]') != null
  const answer = await perform('assignment.setMany', { cells: filled.map((c) => ({ ...c, remove: true })) })
  if (!answer) return
  if (filled.length > 1) done(`Removed: ${words}.`)
  else announce(`Removed: ${words}.`)
  if (list) catchFocus('shot.members')
}
