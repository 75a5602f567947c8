import type { MoveRow } from './moveRow'
import { comeAndGo } from './moves/comeAndGo'
import { company } from './moves/company'
import { beyond, elsewhere, inwards, onwards, outwards } from './moves/motions'
import { otherLanguages } from './moves/otherLanguages'
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
  ...elsewhere,
  ...inwards,
  ...onwards,
  ...outwards,
  ...beyond,
  ...otherLanguages,
]

const motions = new Set<MoveRow>([...elsewhere, ...inwards, ...onwards, ...outwards, ...beyond, ...otherLanguages])

/** Does the row tell how somebody moves, rather than that he comes or goes? */
export const isMotion = (row: MoveRow): boolean => motions.has(row)
