import type { GridController } from './gridController'
import { fillHandle } from './matrixLayout'
import type { Range } from './selection'

/** Half of the fill handle's hit area, in pixels. */
const handleReach = 5

/** The range whose fill handle lies under the pointer. */
export function fillHandleAt(grid: GridController, x: number, y: number): Range | null {
  const range = document.activeElement === grid.scroller ? grid.range() : null
  const at = range && fillHandle(grid.layout, range)
  if (!at) return null
  const body = grid.bodyPoint({ x, y })
  return Math.abs(body.x - at.x) <= handleReach && Math.abs(body.y - at.y) <= handleReach ? range : null
}
