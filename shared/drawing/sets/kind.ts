import { hasWord, wordsOf } from '../traitWords'
import type { SceneryKind } from './exterior'
import type { RoomKind } from './interior'
import { wordList } from '../../language/lexicon/wordList'

const roomWords: readonly (readonly [RoomKind, readonly string[]])[] = [
  ['car', ['car', 'truck', 'van', 'taxi', 'cab', 'limousine', 'ambulance', 'cruiser', 'pickup']],
  ['train', ['train', 'bus', 'subway', 'plane', 'airplane', 'tram', 'metro', 'carriage']],
  ['trailer', ['trailer', 'caravan', 'camper', 'rv', 'motorhome']],
  ['spaceship', ['spaceship', 'starship', 'spacecraft', 'bridge', 'cockpit', 'capsule', 'shuttle', 'airlock']],
  ['cave', ['cave', 'cavern', 'mine', 'grotto', 'lair', 'sewer', 'catacomb']],
  ['kitchen', ['kitchen', 'kitchenette', 'galley', 'pantry']],
  ['bathroom', ['bathroom', 'toilet', 'restroom', 'washroom', 'shower', 'lavatory']],
  ['bedroom', ['bedroom', 'motel', 'bed', 'boudoir', 'chamber', 'dormitory', 'nursery', 'guestroom']],
  ['bar', ['bar', 'pub', 'tavern', 'saloon', 'nightclub', 'club', 'brewery']],
  ['restaurant', ['restaurant', 'cafe', 'diner', 'bistro', 'coffeehouse', 'canteen', 'cafeteria', 'coffee', 'dining']],
  ['hospital', ['hospital', 'clinic', 'ward', 'surgery', 'morgue', 'infirmary', 'emergency', 'operating', 'icu']],
  ['stage', ['stage', 'theatre', 'theater', 'backstage', 'cinema', 'opera', 'circus', 'cabaret']],
  ['ballroom', ['ballroom', 'palace', 'throne', 'castle', 'mansion', 'casino', 'hotel', 'banquet', 'manor']],
  ['library', ['library', 'archive', 'bookshop', 'bookstore']],
  ['elevator', ['elevator', 'lift']],
  ['stairwell', ['stairs', 'staircase', 'stairwell']],
  ['school', ['school', 'classroom', 'class', 'lecture', 'auditorium', 'gym']],
  ['church', ['church', 'chapel', 'cathedral', 'temple', 'monastery']],
  ['cell', ['cell', 'jail', 'prison', 'interrogation', 'holding', 'dungeon', 'lockup']],
  ['barn', ['barn', 'stable', 'shed', 'attic', 'loft']],
  [
    'factory',
    wordList(`
      factory warehouse garage basement cellar workshop hangar tunnel bunker lab laboratory brewhouse
    `),
  ],
  ['shack', ['shack', 'cabin', 'hut', 'cottage', 'lodge', 'tent']],
  ['shop', ['shop', 'store', 'supermarket', 'market', 'bakery', 'pharmacy', 'museum', 'gallery', 'boutique']],
  [
    'office',
    wordList(`
      office station studio boardroom newsroom bank court courtroom precinct headquarters reception study control
    `),
  ],
  [
    'living',
    wordList(`
      living lounge house home apartment flat parlour parlor den room condo loft villa residence bungalow suite
      penthouse farmhouse cottage
    `),
  ],
  ['hall', ['hall', 'hallway', 'corridor', 'lobby', 'foyer', 'entrance', 'passage', 'passageway', 'landing']],
]

const sceneryWords: readonly (readonly [SceneryKind, readonly string[]])[] = [
  ['trailer', ['trailer', 'caravan', 'camper', 'rv', 'motorhome']],
  ['shack', ['shack', 'cabin', 'hut', 'lodge', 'barn', 'shed', 'farm', 'farmhouse', 'ranch']],
  ['graves', ['graveyard', 'cemetery', 'grave', 'churchyard']],
  ['pool', ['pool', 'swimming', 'jacuzzi']],
  [
    'beach',
    wordList(`
      beach sea ocean coast shore seaside harbour harbor pier island boat ship lighthouse deck surf
    `),
  ],
  ['lake', ['lake', 'river', 'riverbank', 'creek', 'swamp', 'marsh', 'stream', 'dock', 'canal']],
  ['alley', ['alley', 'alleyway', 'backstreet', 'lane', 'courtyard', 'yard']],
  [
    'front',
    wordList(`
      bar pub tavern saloon club restaurant cafe diner bistro shop store supermarket bakery hotel theatre theater
      cinema bank brewery casino market
    `),
  ],
  [
    'lot',
    wordList(`
      parking lot gas petrol station motel airport carpark factory warehouse hospital school prison mall
    `),
  ],
  ['roof', ['roof', 'rooftop', 'terrace', 'balcony', 'skyline', 'skyscraper', 'bridge']],
  ['forest', ['forest', 'wood', 'jungle', 'thicket', 'campsite', 'camp', 'grove', 'bush']],
  ['park', ['park', 'playground', 'square', 'zoo', 'plaza', 'promenade', 'campus']],
  ['garden', ['garden', 'backyard', 'lawn', 'orchard', 'patio', 'porch', 'veranda']],
  ['snow', ['snow', 'snowy', 'glacier', 'alps', 'ski', 'arctic', 'iceberg', 'tundra']],
  ['space', ['space', 'orbit', 'planet', 'moon', 'asteroid', 'galaxy', 'mars']],
  [
    'mountains',
    ['mountain', 'mountainside', 'peak', 'summit', 'cliff', 'foothill', 'ridge', 'valley', 'gorge', 'volcano'],
  ],
  ['desert', ['desert', 'dune', 'sahara', 'wasteland', 'oasis', 'badland']],
  ['road', wordList('road highway freeway motorway crossroads route canyon prairie car truck bus van')],
  [
    'street',
    wordList(`
      street avenue boulevard city town downtown sidewalk intersection village neighbourhood neighborhood suburb
      corner block
    `),
  ],
  [
    'house',
    wordList(`
      house mansion home villa cottage driveway residence castle church apartment building
    `),
  ],
]

export type SetKind =
  { readonly inside: true; readonly room: RoomKind } | { readonly inside: false; readonly scenery: SceneryKind }

/** Which set a place is drawn as: by its words, and by INT or EXT; the last words of "HOUSE - KITCHEN" weigh most. */
export function setKindOf(intExt: string, ...names: readonly string[]): SetKind {
  for (const name of names) {
    const parts = name.split(/\s[-–—/]\s|[,/]/).reverse()
    for (const part of [...parts, name]) {
      const words = wordsOf(part)
      const room = find(roomWords, words)
      const scenery = find(sceneryWords, words)
      if (intExt === 'EXT' ? scenery : intExt === 'INT' ? room : (scenery ?? room)) {
        return isInside(intExt, room, scenery) ? { inside: true, room: room! } : { inside: false, scenery: scenery! }
      }
    }
  }
  return intExt === 'EXT' ? { inside: false, scenery: 'hills' } : { inside: true, room: 'plain' }
}

/** Is the place the inside of a car? */
export function isInCar(intExt: string, set: string): boolean {
  const kind = setKindOf(intExt, set)
  return kind.inside && kind.room === 'car'
}

function isInside(intExt: string, room: RoomKind | null, scenery: SceneryKind | null): boolean {
  if (intExt === 'INT') return true
  if (intExt === 'EXT') return false
  // A car on the road, a bar from its door: the room shows who is where. Without INT or EXT both are guesses.
  return scenery === null || room !== null
}

function find<K>(table: readonly (readonly [K, readonly string[]])[], words: readonly string[]): K | null {
  return table.find(([, wanted]) => hasWord(words, ...wanted))?.[0] ?? null
}
