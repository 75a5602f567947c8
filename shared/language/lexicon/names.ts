import { wordSet } from './wordSet'

/** Small words inside names: "Greta of Holm", "Man with the Scar", "Ludwig van Beethoven". */
export const nameJoiners = wordSet('of the and a an de la van von in at on to with du der des dem den da y')
