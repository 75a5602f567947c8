import { create } from 'zustand'
import { shotsInOrder } from '@shared/domain/lookup'
import { recordsNow } from '../../../app/projectStore'
import { selectShot, useView } from '../../../app/viewStore'

/** Shots chosen together in the script, besides the one in the inspector. */
export const useShotSelection = create<{ ids: readonly string[] }>(() => ({ ids: [] }))

/** All chosen shots in story order; the chosen one alone when no others are. */
export function chosenShots(): string[] {
  const { shotId } = useView.getState()
  const ids = new Set(useShotSelection.getState().ids)
  if (shotId === null) return []
  if (!ids.has(shotId)) return [shotId]
  return shotsInOrder(recordsNow()).flatMap((s) => (ids.has(s.id) ? [s.id] : []))
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
    const all = shotsInOrder(recordsNow()).map((s) => s.id)
    const [a, b] = [all.indexOf(current), all.indexOf(shotId)]
    useShotSelection.setState({ ids: all.slice(Math.min(a, b), Math.max(a, b) + 1) })
    return
  } else useShotSelection.setState({ ids: [shotId] })
  if (!mod || !chosen.includes(shotId)) selectShot(shotId)
}

/** Shift+arrow: one more shot below, or above. */
export function extendSelection(way: 1 | -1): void {
  const all = shotsInOrder(recordsNow()).map((s) => s.id)
  const chosen = chosenShots()
  const edge = all.indexOf((way === 1 ? chosen.at(-1) : chosen[0]) ?? '') + way
  if (all[edge]) useShotSelection.setState({ ids: [...chosen, all[edge]] })
}
