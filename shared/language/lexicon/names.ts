import { wordSet } from './wordSet'

/** Small words inside names: "Greta of Holm", "Man with the Scar", "Ludwig van Beethoven". */
export const nameJoiners = wordSet('of the and de la van von in at to with du der da y')
