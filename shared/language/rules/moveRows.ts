import type { MoveRow } from './moveRow'
import { comeAndGo } from './moves/comeAndGo'
import { company } from './moves/company'
import { beyond, inwards, onwards, outwards } from './moves/motions'
import { passives } from './moves/passives'
import { sayings } from './moves/sayings'

/**
 * Every way to tell of coming, going and crossing, in the order they are asked: what is more particular stands first.
 */
export const moveRows: readonly MoveRow[] = [
  ...sayings,
  ...passives,
  ...comeAndGo,
  ...company,
  ...inwards,
  ...onwards,
  ...outwards,
  ...beyond,
]
