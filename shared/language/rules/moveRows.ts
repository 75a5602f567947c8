import type { MoveRow } from './moveRow'
import { comeAndGo } from './moves/comeAndGo'
import { company } from './moves/company'
import { beyond, elsewhere, inwards, onAndOut, onwards, outwards } from './moves/motions'
import { otherLanguages } from './moves/otherLanguages'
import { arrivals, heaving, paths, removals } from './moves/paths'
import { passives } from './moves/passives'
import { sayings } from './moves/sayings'

/**
 * Every way to tell of coming, going and crossing, in the order they are asked: what is more particular stands first.
 */
export const moveRows: readonly MoveRow[] = [
  ...sayings,
  ...passives,
  ...comeAndGo,
  ...heaving,
  ...removals,
  ...company,
  ...onAndOut,
  ...paths,
  ...elsewhere,
  ...inwards,
  ...onwards,
  ...outwards,
  ...beyond,
  ...arrivals,
  ...otherLanguages,
]

const motions = new Set<MoveRow>([
  ...heaving,
  ...onAndOut,
  ...paths,
  ...arrivals,
  ...elsewhere,
  ...inwards,
  ...onwards,
  ...outwards,
  ...beyond,
  ...otherLanguages,
])

/** Does the row tell how somebody moves, rather than that he comes or goes? */
export const isMotion = (row: MoveRow): boolean => motions.has(row)
