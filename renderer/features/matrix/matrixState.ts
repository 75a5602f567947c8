import { z } from 'zod'
import { remembered } from '../../app/remembered'
import { sizeLimits } from './matrixLayout'

const state = remembered(
  'matrix',
  z.object({
    /** Row height; null while the user chose none: then the window's width decides. */
    density: z.enum(['comfortable', 'compact']).nullable().catch(null),
    /** Width of a column and of the row heads, in CSS pixels; null while the user chose none: then the window's width decides. */
    cell: z.number().min(sizeLimits.cell.least).max(sizeLimits.cell.most).nullable().catch(null),
    rowHead: z.number().min(sizeLimits.rowHead.least).max(sizeLimits.rowHead.most).nullable().catch(null),
    /** Groups of rows that are folded, by asset type or `results`. */
    collapsed: z.record(z.string(), z.boolean()).readonly().catch({}),
    /** Where the grid is scrolled to, in CSS pixels. */
    scroll: z.object({ x: z.number(), y: z.number() }).readonly().catch({ x: 0, y: 0 }),
  }),
)
export const useMatrix = state.use
export const setMatrix = state.set

/** The row height that shows: the chosen one, else by the width of the window. */
export const densityOf = (chosen: 'comfortable' | 'compact' | null, wide: boolean): 'comfortable' | 'compact' =>
  chosen ?? (wide ? 'comfortable' : 'compact')

/** The other row height. */
export function switchDensity(): void {
  const now = densityOf(useMatrix.getState().density, matchMedia('(min-width: 1360px)').matches)
  setMatrix({ density: now === 'comfortable' ? 'compact' : 'comfortable' })
}
