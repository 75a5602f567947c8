import { create } from 'zustand'
import type { CellRef } from '../../app/viewStore'
import { barAt, type BarSpan } from '../../lanes/bars'
import type { CellIndex } from '../../lanes/cellIndex'
import type { TimelineLayout } from './timelineLayout'

/** The lanes with what is in them. */
interface Shown {
  readonly layout: TimelineLayout
  readonly cells: CellIndex
}

/** A bar that is chosen with others, and a shot of it. */
export interface ChosenBar {
  readonly cell: CellRef
  readonly bar: BarSpan
}

/** The bars that are gathered, each by a shot that it covers. */
export const useChosenBars = create<{ cells: readonly CellRef[] }>(() => ({ cells: [] }))

/** The bar over a shot of a lane. */
export const barOf = ({ layout, cells }: Shown, { assetId, shotId }: CellRef): BarSpan | null => {
  const slot = layout.rowOfAsset.has(assetId) ? layout.axis.slotOfShot.get(shotId) : undefined
  return slot === undefined ? null : barAt(layout, cells, assetId, slot)
}

/** The gathered bars that are still there, each once. */
export function gatheredBars(shown: Shown): readonly ChosenBar[] {
  const found = new Map<string, ChosenBar>()
  for (const cell of useChosenBars.getState().cells) {
    const bar = barOf(shown, cell)
    if (bar) found.set(`${cell.assetId}/${bar.first}`, { cell, bar })
  }
  return [...found.values()]
}
