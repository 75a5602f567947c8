import { create } from 'zustand'
import { shotIdsInOrder } from '@shared/domain/lookup'
import type { ReadRecords } from '@shared/records/recordStore'
import { recordsNow } from '../../../app/projectStore'
import { useRead } from '../../../app/useRead'
import { selectShot, useView } from '../../../app/viewStore'

/** Shots chosen together in the script, besides the one in the inspector. */
export const useShotSelection = create<{ ids: readonly string[] }>(() => ({ ids: [] }))

/** All chosen shots in story order; the chosen one alone when no others are. */
export const chosenShots = (): string[] =>
  chosenAmong(recordsNow(), useView.getState().shotId, useShotSelection.getState().ids)

/** The same, to follow them. */
export function useChosenShots(): string[] {
  const shotId = useView((s) => s.shotId)
  const ids = useShotSelection((s) => s.ids)
  return useRead((reads) => chosenAmong(reads, shotId, ids), [shotId, ids])
}

function chosenAmong(records: ReadRecords, shotId: string | null, ids: readonly string[]): string[] {
  if (shotId === null) return []
  return ids.includes(shotId) ? shotIdsInOrder(records).filter((id) => ids.includes(id)) : [shotId]
}

/** A click: alone it chooses one shot, with Shift all up to it, with Ctrl or Cmd one more or one less. */
export function clickShot(shotId: string, { shift, mod }: { shift: boolean; mod: boolean }): void {
  const current = useView.getState().shotId
  const chosen = chosenShots()
  if (mod && current !== null)
    useShotSelection.setState({
      ids: chosen.includes(shotId) && chosen.length > 1 ? chosen.filter((id) => id !== shotId) : [...chosen, shotId],
    })
  else if (shift && current !== null) {
    const all = shotIdsInOrder(recordsNow())
    const [a, b] = [all.indexOf(current), all.indexOf(shotId)]
    useShotSelection.setState({ ids: all.slice(Math.min(a, b), Math.max(a, b) + 1) })
    return
  } else useShotSelection.setState({ ids: [shotId] })
  if (!mod || !chosen.includes(shotId)) selectShot(shotId)
}

/** Shift+arrow: one more shot below, or above. */
export function extendSelection(way: 1 | -1): void {
  const all = shotIdsInOrder(recordsNow())
  const chosen = chosenShots()
  const edge = all.indexOf((way === 1 ? chosen.at(-1) : chosen[0]) ?? '') + way
  if (all[edge]) useShotSelection.setState({ ids: [...chosen, all[edge]] })
}
