import { shotIdsInOrder } from '@shared/domain/lookup'
import type { ReadRecords } from '@shared/records/recordStore'
import { recordsNow } from '../../../app/projectStore'
import { useRead } from '../../../app/useRead'
import { selectShot, selectShots, useView } from '../../../app/viewStore'

/** All selected shots in story order, the active one among them. */
export const chosenShots = (): string[] => {
  const { shotId, shotIds } = useView.getState()
  return chosenAmong(recordsNow(), shotId, shotIds)
}

/** The same, to follow them. */
export function useChosenShots(): string[] {
  const shotId = useView((s) => s.shotId)
  const ids = useView((s) => s.shotIds)
  return useRead((reads) => chosenAmong(reads, shotId, ids), [shotId, ids])
}

/** Whether a shot is one of several that are selected together. */
export const useIsAmong = (shotIds: readonly string[]): boolean =>
  useView((s) => s.selected === 'shots' && s.shotIds.length > 1 && shotIds.some((id) => s.shotIds.includes(id)))

function chosenAmong(records: ReadRecords, shotId: string | null, ids: readonly string[]): string[] {
  if (shotId === null) return []
  return ids.includes(shotId) ? shotIdsInOrder(records).filter((id) => ids.includes(id)) : [shotId]
}

/** A click: alone it selects one shot, with Shift all up to it, with Ctrl or Cmd one more or one less. */
export function clickShot(shotId: string, { shift, mod }: { shift: boolean; mod: boolean }): void {
  const current = useView.getState().shotId
  const chosen = chosenShots()
  if (mod && current !== null) {
    const rest = chosen.filter((id) => id !== shotId)
    if (rest.length === chosen.length) selectShots([...chosen, shotId], shotId)
    else if (rest.length) selectShots(rest, current === shotId ? rest[0]! : current)
  } else if (shift && current !== null) {
    const all = shotIdsInOrder(recordsNow())
    const [a, b] = [all.indexOf(current), all.indexOf(shotId)]
    selectShots(all.slice(Math.min(a, b), Math.max(a, b) + 1), current)
  } else selectShot(shotId)
}

/** Shift+arrow: one more shot below, or above. */
export function extendSelection(way: 1 | -1): void {
  const all = shotIdsInOrder(recordsNow())
  const chosen = chosenShots()
  const edge = all[all.indexOf((way === 1 ? chosen.at(-1) : chosen[0]) ?? '') + way]
  if (edge !== undefined) selectShots([...chosen, edge], useView.getState().shotId ?? edge)
}
