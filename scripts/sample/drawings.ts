import { aliceInDress, aliceInRaincoat } from './figures/alice'
import { bobInSuit } from './figures/bob'
import { missFinch, mrsFinch } from './figures/finch'
import { gardenGnome } from './figures/gnome'
import { johnSmith } from './figures/john'
import { waiterInWhite } from './figures/waiter'
import { bistro } from './places/bistro'
import { garden } from './places/garden'
import { livingRoom } from './places/livingRoom'
import type { Sheet } from './sheet'
import { bistroTable, leatherCouch, standingLamp } from './things/furniture'
import { letter, teapot, umbrella } from './things/handheld'

/** Every picture of the sample by its file name. */
export const drawings: Readonly<Record<string, () => Sheet>> = {
  'alice-raincoat': aliceInRaincoat,
  'alice-dress': aliceInDress,
  'bob-suit': bobInSuit,
  'mrs-finch': mrsFinch,
  'miss-finch': missFinch,
  'john-pullover': johnSmith,
  'garden-gnome': gardenGnome,
  'waiter-white': waiterInWhite,
  'leather-couch': leatherCouch,
  'standing-lamp': () => standingLamp(true),
  'standing-lamp-dead': () => standingLamp(false),
  'bistro-table': bistroTable,
  teapot,
  letter,
  umbrella,
  'living-room': () => livingRoom(true),
  'living-room-dark': () => livingRoom(false),
  garden: () => garden(false),
  'garden-flooded': () => garden(true),
  bistro,
}
