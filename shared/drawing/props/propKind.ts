import { wordsOf } from '../traitWords'
import { wordList } from '../../language/lexicon/wordList'

/** Kinds of props that have a drawing; `aspect` is width over height, `height` that of the thing beside a figure of 1. */
export const propKinds = {
  cup: { words: ['cup', 'mug', 'tea', 'coffee', 'espresso'], aspect: 1.3, height: 0.13 },
  teapot: { words: ['teapot', 'kettle', 'pot', 'jug', 'thermos'], aspect: 1.4, height: 0.18 },
  bottle: {
    words: wordList('bottle beer wine whisky whiskey vodka rum champagne flask stubby rye bourbon'),
    aspect: 0.36,
    height: 0.24,
  },
  glass: { words: ['glass', 'drink', 'cocktail', 'goblet', 'martini', 'wineglass'], aspect: 0.6, height: 0.16 },
  plate: {
    words: wordList(`
      plate dish food meal pizza cake sandwich bread burger bowl tray steak soup pie egg
    `),
    aspect: 2.3,
    height: 0.12,
  },
  lamp: { words: ['lamp', 'lampshade', 'light'], aspect: 0.4, height: 0.86 },
  lantern: { words: ['lantern', 'torch', 'flashlight', 'candle', 'candlestick', 'lighter'], aspect: 0.5, height: 0.24 },
  sofa: { words: ['couch', 'sofa', 'settee', 'bench', 'loveseat', 'chesterfield'], aspect: 2.25, height: 0.5 },
  armchair: { words: ['armchair', 'recliner', 'throne'], aspect: 1.05, height: 0.55 },
  chair: { words: ['chair', 'stool', 'seat', 'wheelchair'], aspect: 0.58, height: 0.55 },
  table: { words: ['table', 'desk', 'counter', 'workbench'], aspect: 1.6, height: 0.45 },
  bed: { words: ['bed', 'mattress', 'cot', 'bunk', 'hammock', 'stretcher', 'gurney'], aspect: 2.1, height: 0.42 },
  letter: {
    words: wordList(`
      letter paper note envelope map document contract newspaper poster card photo photograph ticket cheque check
      file postcard picture papers page list script money cash bill passport
    `),
    aspect: 0.85,
    height: 0.2,
  },
  book: {
    words: ['book', 'diary', 'bible', 'notebook', 'journal', 'magazine', 'novel', 'ledger', 'album'],
    aspect: 1.15,
    height: 0.17,
  },
  phone: {
    words: ['phone', 'telephone', 'cellphone', 'mobile', 'smartphone', 'receiver', 'payphone'],
    aspect: 1.25,
    height: 0.16,
  },
  laptop: {
    words: ['laptop', 'computer', 'tablet', 'terminal', 'keyboard', 'screen', 'monitor'],
    aspect: 1.35,
    height: 0.24,
  },
  television: { words: ['television', 'tv', 'telly', 'set'], aspect: 1.2, height: 0.4 },
  radio: {
    words: ['radio', 'stereo', 'jukebox', 'speaker', 'boombox', 'gramophone', 'recorder', 'walkie', 'speakers'],
    aspect: 1.5,
    height: 0.22,
  },
  camera: { words: ['camera', 'camcorder'], aspect: 1.25, height: 0.18 },
  gun: { words: ['gun', 'pistol', 'revolver', 'handgun', 'weapon', 'firearm'], aspect: 1.5, height: 0.16 },
  rifle: { words: ['rifle', 'shotgun', 'musket', 'carbine'], aspect: 4.2, height: 0.17 },
  knife: { words: ['knife', 'dagger', 'blade', 'machete', 'scalpel'], aspect: 3.4, height: 0.08 },
  sword: {
    words: wordList(`
      sword sabre saber katana cane stick staff broom spear bat axe shovel spade mop rake wand crowbar hammer
    `),
    aspect: 0.2,
    height: 0.55,
  },
  car: {
    words: wordList(`
      car taxi cab sedan jeep limousine vehicle cruiser convertible mercedes cadillac chevy ford porsche bmw audi ferrari volvo toyota honda mustang buick suv
    `),
    aspect: 2.5,
    height: 0.78,
  },
  truck: {
    words: ['truck', 'van', 'bus', 'pickup', 'lorry', 'ambulance', 'trailer', 'caravan', 'ute', 'camper'],
    aspect: 2.05,
    height: 1.15,
  },
  bicycle: {
    words: ['bicycle', 'bike', 'motorbike', 'motorcycle', 'scooter', 'moped', 'cycle'],
    aspect: 1.6,
    height: 0.6,
  },
  boat: { words: ['boat', 'canoe', 'ship', 'raft', 'dinghy', 'kayak', 'yacht'], aspect: 2.6, height: 0.5 },
  door: {
    words: ['door', 'gate', 'doorway', 'wardrobe', 'closet', 'fridge', 'refrigerator', 'locker'],
    aspect: 0.5,
    height: 1.25,
  },
  window: { words: ['window', 'mirror', 'painting', 'portrait', 'frame'], aspect: 0.9, height: 0.5 },
  umbrella: { words: ['umbrella', 'parasol'], aspect: 1.15, height: 0.55 },
  statue: {
    words: ['gnome', 'statue', 'statuette', 'figurine', 'dwarf', 'doll', 'puppet', 'mannequin', 'idol'],
    aspect: 0.6,
    height: 0.42,
  },
  bear: { words: ['teddy', 'bear', 'toy', 'plush', 'stuffed'], aspect: 0.8, height: 0.26 },
  bag: {
    words: ['bag', 'handbag', 'purse', 'backpack', 'satchel', 'sack', 'rucksack', 'duffel'],
    aspect: 1.05,
    height: 0.28,
  },
  suitcase: {
    words: ['suitcase', 'briefcase', 'case', 'luggage', 'trunk', 'toolbox', 'esky', 'cooler'],
    aspect: 1.35,
    height: 0.28,
  },
  key: { words: ['key', 'keys'], aspect: 2.2, height: 0.08 },
  ring: {
    words: wordList(`
      ring necklace jewel bracelet pendant diamond amulet locket coin watch medal badge
    `),
    aspect: 0.9,
    height: 0.11,
  },
  hat: { words: ['hat', 'cap', 'helmet', 'fedora', 'beret'], aspect: 1.7, height: 0.14 },
  flowers: { words: ['flower', 'bouquet', 'rose', 'roses', 'vase', 'tulip', 'lily'], aspect: 0.68, height: 0.32 },
  plant: { words: ['plant', 'tree', 'bush', 'cactus', 'fern', 'shrub'], aspect: 0.8, height: 0.6 },
  dog: { words: ['dog', 'puppy', 'hound', 'terrier', 'wolf'], aspect: 1.3, height: 0.4 },
  cat: { words: ['cat', 'kitten', 'fox', 'rabbit'], aspect: 1.1, height: 0.24 },
  bird: {
    words: ['bird', 'parrot', 'owl', 'crow', 'raven', 'chicken', 'pigeon', 'duck', 'seagull'],
    aspect: 1.0,
    height: 0.2,
  },
  horse: { words: ['horse', 'pony', 'cow', 'donkey', 'bull'], aspect: 1.35, height: 1.05 },
  guitar: { words: ['guitar', 'violin', 'banjo', 'ukulele', 'cello'], aspect: 0.4, height: 0.55 },
  piano: { words: ['piano', 'organ'], aspect: 1.3, height: 0.65 },
  clock: { words: ['clock', 'alarm', 'timer'], aspect: 1, height: 0.2 },
  ball: { words: ['ball', 'football', 'basketball', 'globe', 'balloon', 'crystal'], aspect: 1, height: 0.17 },
  cigarette: { words: ['cigarette', 'cigar', 'pipe', 'ashtray', 'smoke', 'joint'], aspect: 1.8, height: 0.1 },
  rope: { words: ['rope', 'chain', 'hose', 'cable', 'wire'], aspect: 1.4, height: 0.18 },
  box: {
    words: wordList(`
      box package parcel crate chest present gift carton safe bomb barrel bucket basket coffin machine device
    `),
    aspect: 1.12,
    height: 0.3,
  },
} as const satisfies Record<string, { words: readonly string[]; aspect: number; height: number }>

export type PropKind = keyof typeof propKinds

/** The kind a prop's name tells, else its traits; the last word of a name weighs most ("coffee table"). Null = a crate with its name. */
export function propKindOf(name: string, traits: string): PropKind | null {
  const nameWords = wordsOf(name)
  for (let i = nameWords.length - 1; i >= 0; i--) {
    const kind = kindOf(nameWords[i]!)
    if (kind) return kind
  }
  // Of a description only its first thing counts: "old sedan with a guitar in the boot".
  for (const word of wordsOf(traits)) {
    const kind = kindOf(word)
    if (kind) return kind
  }
  return null
}

/** Each word with its kind; a word of two kinds is of the first. */
const kindOfWord = new Map<string, PropKind>()
for (const [kind, { words }] of Object.entries(propKinds).reverse())
  for (const word of words) kindOfWord.set(word, kind as PropKind)
const kindsInOrder = Object.keys(propKinds)

/** The kind of a word in its plain or plural form. */
function kindOf(word: string): PropKind | null {
  const plain = kindOfWord.get(word)
  const single = word.endsWith('s') ? kindOfWord.get(word.slice(0, -1)) : undefined
  if (!plain || !single) return plain ?? single ?? null
  return kindsInOrder.indexOf(plain) <= kindsInOrder.indexOf(single) ? plain : single
}

const CRATE = { aspect: 1.12, height: 0.3 }

export function propAspect(name: string, traits: string): number {
  const kind = propKindOf(name, traits)
  return kind ? propKinds[kind].aspect : CRATE.aspect
}

/** Height of a prop beside a grown figure of 1, for placing it where nobody said how large it is. */
export function propHeight(name: string, traits: string): number {
  const kind = propKindOf(name, traits)
  return kind ? propKinds[kind].height : CRATE.height
}
