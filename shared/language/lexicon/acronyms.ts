import { wordSet } from './wordSet'

/** Short forms that stay in capitals, in names as in sentences. */
export const acronyms = wordSet(`
  aka ai atm atv apc cctv ceo cia cnn dea dna dvd ems emt fbi gps hq icu id irs lapd mri nasa nato nypd pov suv swat tnt ufo uk usa usb vhs
  vip`)
