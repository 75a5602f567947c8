import { create } from 'zustand'
import { counted } from '@shared/language/unitWords'
import { hint } from '../../app/hint'
import { recordsNow } from '../../app/projectStore'
import { selectShot, setView, useView } from '../../app/viewStore'

/** The shots that are chosen on the board. The chosen shot of the window is one of them; chosen elsewhere it is the only one. */
export interface Selection {
  readonly ids: ReadonlySet<string>
  /** Where a range begins. */
  readonly anchor: string | null
  /** The window's shot when this was chosen. */
  readonly active: string | null
}

export const useSelection = create<Selection>(() => ({ ids: new Set(), anchor: null, active: null }))

/** How a shot is chosen: alone, beside the others (or no more), or with all up to it. */
export type Choice = 'alone' | 'toggle' | 'range'

/** The chosen shots, as long as the window still shows the one they were chosen with. */
export const idsOf = ({ ids, active }: Selection, shotId: string | null): ReadonlySet<string> =>
  shotId !== null && active === shotId && ids.has(shotId) ? ids : new Set(shotId === null ? [] : [shotId])

/** The selection after another choice. @param order the shots on the board */
export function chosen(
  from: Selection,
  order: readonly string[],
  shotId: string,
  choice: Choice,
): Selection & { readonly active: string } {
  if (choice === 'toggle') {
    const ids = new Set(from.ids)
    if (!ids.delete(shotId) || !ids.size) return { ids: ids.add(shotId), anchor: shotId, active: shotId }
    const active = order.findLast((id) => ids.has(id)) ?? [...ids].at(-1)!
    return { ids, anchor: active, active }
  }
  const [a, b] = [order.indexOf(from.anchor ?? from.active ?? shotId), order.indexOf(shotId)]
  if (choice === 'alone' || a < 0 || b < 0) return { ids: new Set([shotId]), anchor: shotId, active: shotId }
  return { ids: new Set(order.slice(Math.min(a, b), Math.max(a, b) + 1)), anchor: order[a]!, active: shotId }
}

/** What stands chosen now, with the window's shot as its active one. */
export function selectionNow(): Selection {
  const { shotId } = useView.getState()
  const state = useSelection.getState()
  const ids = idsOf(state, shotId)
  return { ids, anchor: ids === state.ids ? state.anchor : shotId, active: shotId }
}

/** The chosen shots in the order of the board. */
export const selectedIn = (order: readonly string[]): string[] => {
  const { ids } = selectionNow()
  return order.filter((id) => ids.has(id))
}

/** Chooses a shot on the board; the inspector shows it. */
export function choose(order: readonly string[], shotId: string, choice: Choice = 'alone'): void {
  take(chosen(selectionNow(), order, shotId, choice))
}

/** Chooses several shots at once; the last is the one that the inspector shows. */
export function chooseAll(shotIds: readonly string[]): void {
  const active = shotIds.at(-1)
  if (active !== undefined) take({ ids: new Set(shotIds), anchor: shotIds[0]!, active })
}

/** Chooses a scene with its first shot. */
export function chooseScene(sceneId: string): void {
  const first = recordsNow().first('shotsOfScene', sceneId)
  if (first) take({ ids: new Set([first.id]), anchor: first.id, active: first.id })
  else setView({ sceneId, shotId: null, assetId: null })
}

function take(next: Selection & { readonly active: string }): void {
  useSelection.setState(next)
  selectShot(next.active)
  hint(next.ids.size > 1 ? `${counted(next.ids.size, 'shot')} selected` : '')
}

/** Is a shot chosen, and is it the one that the keys start from? */
export function useSelected(shotId: string): { selected: boolean; active: boolean } {
  const active = useView((s) => s.shotId === shotId)
  const current = useView((s) => s.shotId)
  const selected = useSelection((s) => idsOf(s, current).has(shotId))
  return { selected, active }
}
