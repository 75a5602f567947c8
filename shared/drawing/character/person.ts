import { clothColours, colourWords, hairColours, skinColours, trouserColours } from '../drawingColours'
import { Choices } from '../choices'
import { animalHeight, animalOf } from './kindOfCharacter'
import { colourOf, firstColour, hasWord, wordsOf } from '../traitWords'
import { sexOfFirstName } from '../../language/lexicon/firstNames'
import { manNouns, sexOfWord, womanNouns } from '../../language/lexicon/people'
import { wordList } from '../../language/lexicon/wordList'
import { wordSet } from '../../language/lexicon/wordSet'

export type Outfit =
  | 'suit'
  | 'jacket'
  | 'coat'
  | 'dress'
  | 'gown'
  | 'shirt'
  | 'tshirt'
  | 'sweater'
  | 'hoodie'
  | 'uniform'
  | 'waiter'
  | 'robe'
  | 'vest'
export type Hair =
  | 'bald'
  | 'buzz'
  | 'short'
  | 'parted'
  | 'curly'
  | 'tousled'
  | 'receding'
  | 'long'
  | 'bob'
  | 'bun'
  | 'ponytail'
  | 'braids'
  | 'afro'
export type Hat =
  | 'none'
  | 'hat'
  | 'cap'
  | 'police'
  | 'beret'
  | 'helmet'
  | 'hood'
  | 'cowboy'
  | 'tophat'
  | 'beanie'
  | 'scarf'
  | 'crown'
  | 'chef'
  | 'pointed'
export type Beard = 'none' | 'full' | 'long' | 'moustache' | 'stubble' | 'goatee'

/** How a placeholder figure looks: read from the words of its name and traits, else chosen by its id. */
export interface Person {
  readonly woman: boolean
  readonly age: 'child' | 'adult' | 'old'
  /** 1 = ordinary width. */
  readonly girth: number
  readonly skin: string
  readonly hair: Hair
  readonly hairColour: string
  readonly beard: Beard
  readonly glasses: 'none' | 'clear' | 'dark'
  readonly hat: Hat
  readonly hatColour: string
  readonly outfit: Outfit
  readonly cloth: string
  /** Shirt under a jacket, trim of a uniform. */
  readonly second: string
  readonly legs: 'trousers' | 'bare' | 'skirt' | 'shorts'
  readonly legColour: string
  readonly shoes: string
  readonly tie: string | null
  readonly scarf: string | null
  readonly apron: string | null
  readonly bag: string | null
  /** How somebody likes to stand and to talk, 0 to 1. */
  readonly habit: number
  /** Small differences of faces, 0 to 1. */
  readonly face: { readonly brows: number; readonly nose: number; readonly mouth: number; readonly jaw: number }
}

/** Of descriptions, beside the nouns of the lexicon. */
const womanWords = wordSet(womanNouns, 'women female she her miss mrs ms madame housewife nurse dress skirt gown')
const manWords = wordSet(
  manNouns,
  `men male he his mr sir actor bartender cop sheriff soldier butler bearded beard moustache mustache wizard pastor sergeant captain gnome`,
)
function isWoman(words: readonly string[], nameWords: readonly string[], choices: Choices): boolean {
  const first = words.find((word) => womanWords.has(word) || manWords.has(word))
  if (first) return womanWords.has(first)
  const told = nameWords.map((word) => sexOfWord(word) ?? sexOfFirstName(word)).find((sex) => sex !== null)
  if (told) return told === 'she'
  const given = nameWords[0] ?? ''
  if (given.length > 2 && /(?:[^aeiou]a|ette|elle|ine|lyn|ite)$/.test(given)) return true
  if (given.length > 2 && /(?:o|us|as|ard|bert|ick|ulf|win|sky|eel)$/.test(given)) return false
  return choices.number('woman') < 0.42
}

const outfitWords: readonly (readonly [Outfit, readonly string[]])[] = [
  ['waiter', ['waiter', 'bartender', 'butler', 'chef', 'cook', 'steward']],
  ['gown', ['gown', 'ballgown', 'sari', 'kimono']],
  ['dress', ['dress', 'sundress', 'nightgown', 'frock']],
  [
    'coat',
    wordList(`
      coat raincoat trenchcoat overcoat trench parka labcoat doctor scientist detective cloak cape
    `),
  ],
  ['robe', ['robe', 'bathrobe', 'cassock', 'habit', 'toga', 'pajamas', 'pyjamas', 'priest', 'monk', 'nun', 'wizard']],
  [
    'uniform',
    wordList(`
      uniform police policeman policewoman cop officer sheriff deputy guard soldier sergeant captain pilot nurse
      marine general colonel lieutenant trooper
    `),
  ],
  ['suit', ['suit', 'tuxedo', 'blazer', 'lawyer', 'banker', 'agent', 'businessman', 'gentleman', 'tie']],
  ['hoodie', ['hoodie', 'hooded', 'sweatshirt', 'tracksuit']],
  ['vest', ['vest', 'waistcoat', 'overalls', 'dungarees', 'gilet']],
  ['sweater', ['sweater', 'jumper', 'pullover', 'cardigan', 'turtleneck', 'jersey', 'knit']],
  ['jacket', ['jacket', 'anorak', 'windbreaker', 'leather', 'bomber', 'biker']],
  ['tshirt', ['tshirt', 'tee', 'tank', 'singlet', 'top']],
  ['shirt', ['shirt', 'blouse', 'flannel', 'polo']],
]

function outfitOf(
  words: readonly string[],
  woman: boolean,
  age: Person['age'],
  choices: Choices,
): { outfit: Outfit; cloth: string | null } {
  for (const [outfit, wanted] of outfitWords) {
    if (!hasWord(words, ...wanted)) continue
    // "t-shirt" is split into t and shirt
    const kind = outfit === 'shirt' && words.includes('t') ? 'tshirt' : outfit
    return { outfit: kind, cloth: colourOf(words, wanted) }
  }
  const usual: readonly Outfit[] =
    age === 'child'
      ? ['tshirt', 'sweater', 'hoodie', woman ? 'dress' : 'shirt']
      : woman
        ? ['dress', 'sweater', 'jacket', 'shirt', 'coat', 'tshirt', 'suit']
        : ['jacket', 'shirt', 'sweater', 'tshirt', 'suit', 'coat', 'hoodie', 'vest']
  return { outfit: choices.pick('outfit', usual), cloth: null }
}

const hairThings = wordList('hair haired hairs bun ponytail braid curls bob head headed pigtail locks')
const hairWordColours: Readonly<Record<string, string>> = {
  red: '#b5482c',
  ginger: '#bf5f2c',
  auburn: '#8a4228',
  copper: '#b0592e',
  blond: '#d6b06a',
  blonde: '#d6b06a',
  fair: '#d1ad72',
  golden: '#d0a557',
  brown: '#6a4630',
  brunette: '#5a3b2b',
  chestnut: '#7a4a30',
  dark: '#352a2a',
  black: '#2b272b',
  grey: '#a3a3a3',
  gray: '#a3a3a3',
  silver: '#b9bcc0',
  white: '#dedad2',
  pink: '#cf7f9c',
  blue: '#54739e',
  green: '#5f8a60',
  purple: '#7b5c92',
  sandy: '#c19c63',
}

/** The colour word before "hair", "bun" and the like, else before "beard". */
function hairWord(words: readonly string[]): string | null {
  for (const things of [hairThings, ['beard', 'bearded', 'moustache', 'mustache']]) {
    const at = words.findIndex((word) => things.includes(word))
    for (let i = at - 1; at > 0 && i >= Math.max(0, at - 3); i--) {
      if (words[i]! in hairWordColours) return words[i]!
      if (['and', 'with', 'in'].includes(words[i]!)) break
    }
  }
  return null
}

function hairColourOf(words: readonly string[], skin: string, age: Person['age'], choices: Choices): string {
  const said = hairWord(words)
  if (said) return hairWordColours[said]!
  for (const sure of ['redhead', 'blonde', 'blond', 'brunette', 'ginger', 'auburn']) {
    if (words.includes(sure)) return hairWordColours[sure === 'redhead' ? 'red' : sure]!
  }
  if (age === 'old') return choices.pick('hairColour', ['#b5b3ae', '#d6d2ca', '#9b9995'])
  const deep = [skinColours[3], skinColours[4]].includes(skin as never)
  return choices.pick('hairColour', deep ? ['#2c282c', '#2b272b', '#352a2a', '#3b2c28'] : hairColours)
}

function hairOf(words: readonly string[], woman: boolean, age: Person['age'], choices: Choices): Hair {
  const said: readonly (readonly [Hair, readonly string[]])[] = [
    ['bald', ['bald', 'balding', 'shaven', 'hairless']],
    ['bun', ['bun', 'chignon', 'updo']],
    ['ponytail', ['ponytail']],
    ['braids', ['braid', 'plait', 'pigtail', 'braided']],
    ['afro', ['afro']],
    ['curly', ['curly', 'curl', 'frizzy', 'wavy']],
    ['buzz', ['buzz', 'crewcut', 'cropped', 'soldier', 'shaved']],
    ['bob', ['bob']],
    ['receding', ['receding', 'thinning']],
    ['tousled', ['tousled', 'messy', 'unkempt', 'wild', 'shaggy']],
  ]
  for (const [hair, wanted] of said) if (hasWord(words, ...wanted)) return hair
  const at = words.findIndex((word) => word === 'hair' || word === 'haired')
  const before = at > 0 ? words.slice(Math.max(0, at - 3), at) : []
  if (before.includes('long')) return 'long'
  if (before.includes('short')) return woman ? 'bob' : 'short'
  if (woman)
    return age === 'old'
      ? choices.pick('hair', ['bun', 'curly', 'bob'])
      : age === 'child'
        ? choices.pick('hair', ['braids', 'ponytail', 'bob', 'long'])
        : choices.pick('hair', ['long', 'bob', 'bun', 'ponytail', 'curly', 'long'])
  return age === 'old'
    ? choices.pick('hair', ['bald', 'receding', 'short', 'tousled'])
    : choices.pick('hair', ['short', 'parted', 'tousled', 'curly', 'buzz', 'parted'])
}

const hats: readonly (readonly [Hat, readonly string[]])[] = [
  ['pointed', ['gnome', 'wizard', 'witch', 'elf', 'dwarf']],
  ['chef', ['chef', 'cook']],
  ['cowboy', ['cowboy', 'stetson', 'sheriff', 'rancher']],
  ['tophat', ['tophat', 'topper', 'magician']],
  [
    'police',
    ['police', 'policeman', 'policewoman', 'cop', 'pilot', 'captain', 'general', 'colonel', 'trooper', 'chauffeur'],
  ],
  ['helmet', ['helmet', 'hardhat', 'soldier', 'firefighter', 'fireman', 'astronaut', 'knight']],
  ['beanie', ['beanie', 'toque', 'woolly']],
  ['beret', ['beret']],
  ['cap', ['cap', 'baseball']],
  ['crown', ['crown', 'tiara', 'king', 'queen']],
  ['scarf', ['headscarf', 'hijab', 'kerchief', 'nun']],
  ['hood', ['hood', 'hooded', 'cloak']],
  ['hat', ['hat', 'fedora', 'bowler', 'trilby', 'detective']],
]

function hatOf(words: readonly string[]): { hat: Hat; colour: string | null } {
  const top = words.indexOf('top')
  if (top >= 0 && words[top + 1] === 'hat') return { hat: 'tophat', colour: '#3a3740' }
  for (const [hat, wanted] of hats) if (hasWord(words, ...wanted)) return { hat, colour: colourOf(words, wanted) }
  return { hat: 'none', colour: null }
}

function beardOf(words: readonly string[], woman: boolean, age: Person['age'], choices: Choices): Beard {
  if (hasWord(words, 'beard', 'bearded'))
    return hasWord(words, 'long', 'wizard', 'gnome') && !hasWord(words, 'hair', 'coat') ? 'long' : 'full'
  if (hasWord(words, 'gnome', 'wizard', 'dwarf')) return 'long'
  if (hasWord(words, 'moustache', 'mustache', 'moustached')) return 'moustache'
  if (hasWord(words, 'goatee')) return 'goatee'
  if (hasWord(words, 'stubble', 'unshaven', 'scruffy')) return 'stubble'
  if (woman || age === 'child' || hasWord(words, 'clean', 'shaven')) return 'none'
  return choices.pick('beard', ['none', 'none', 'none', 'none', 'stubble', 'moustache', 'full'])
}

function skinOf(words: readonly string[], choices: Choices): string {
  if (words.includes('zombie') || words.includes('alien')) return '#9db08a'
  if (hasWord(words, 'ghost', 'vampire')) return '#e9e6df'
  const at = words.findIndex((word) => word === 'skin' || word === 'skinned' || word === 'complexion')
  if (at > 0) {
    const tone = words[at - 1]!
    if (['dark', 'black', 'brown', 'deep'].includes(tone)) return skinColours[4]
    if (['olive', 'tan', 'tanned', 'bronze'].includes(tone)) return skinColours[2]
    if (['pale', 'fair', 'light', 'white'].includes(tone)) return skinColours[5]
  }
  const fair = ['red', 'ginger', 'auburn', 'blond', 'blonde', 'fair', 'sandy'].includes(hairWord(words) ?? '')
  return choices.pick('skin', fair ? [skinColours[0], skinColours[1], skinColours[5]] : skinColours)
}

/** "retired police detective", "ex-cop", "the former nurse in a red coat": nobody wears the clothes of work that is behind them. */
const withoutFormerWork = (text: string): string =>
  text.replace(
    /\b(?:retired|former|formerly|ex|erstwhile|one-?time|disgraced|sacked|suspended)(?:[ -]+(?!(?:in|with|wearing|and|who|now)\b)[\p{L}'’]+){1,4}/giu,
    ' ',
  )

/** How the figure of that character looks. Equal input, equal person. `tone` sets apart those of whose clothes nothing is said. */
export function personOf(assetId: string, name: string, traits: string, tone?: number): Person {
  const choices = new Choices(assetId)
  const nameWords = wordsOf(name)
  // A man called Bob has no bob.
  const words = [...wordsOf(traits), ...nameWords.filter((word) => word !== 'bob')]
  const today = [...wordsOf(withoutFormerWork(traits)), ...wordsOf(withoutFormerWork(name))]
  const woman = isWoman(words, nameWords, choices)
  const age = ageOf(words)
  const skin = skinOf(words, choices)
  const { outfit, cloth } = outfitOf(today, woman, age, choices)
  const { hat, colour: hatColour } = hatOf(today)
  const usualCloth =
    outfit === 'waiter'
      ? colourWords.white!
      : hasWord(today, 'police', 'policeman', 'policewoman', 'cop', 'trooper')
        ? '#3d4f78'
        : hasWord(today, 'soldier', 'sergeant', 'marine', 'general', 'colonel')
          ? '#6b7048'
          : hasWord(today, 'doctor', 'scientist', 'labcoat', 'nurse')
            ? '#e4e2da'
            : hasWord(today, 'sheriff', 'deputy')
              ? '#a08a5c'
              : hasWord(today, 'priest', 'nun', 'monk')
                ? '#3c3a42'
                : null
  const own =
    cloth ??
    usualCloth ??
    clothWithoutHair(words) ??
    (tone === undefined ? choices.pick('cloth', clothColours) : clothColours[tone % clothColours.length]!)
  const skirt = hasWord(words, 'skirt', 'kilt')
  const shorts = hasWord(words, 'shorts')
  const trousers = colourOf(words, ['trousers', 'trouser', 'jeans', 'pants', 'slacks', 'leggings'])
  const dressed = outfit === 'dress' || outfit === 'coat'
  const legs = skirt
    ? 'skirt'
    : shorts
      ? 'shorts'
      : dressed && woman && trousers === null && !hasWord(words, 'jeans', 'trousers', 'pants')
        ? 'bare'
        : 'trousers'
  const suited = outfit === 'suit' || outfit === 'uniform'
  return {
    woman,
    age,
    girth: hasWord(words, 'fat', 'stout', 'heavy', 'large', 'big', 'burly', 'plump', 'chubby', 'overweight', 'round')
      ? 1.28
      : hasWord(words, 'thin', 'slim', 'skinny', 'lanky', 'slender', 'gaunt', 'lean', 'petite')
        ? 0.88
        : choices.between('girth', 0.94, 1.12),
    skin,
    hair: hairOf(words, woman, age, choices),
    hairColour: hairColourOf(words, skin, age, choices),
    beard: beardOf(words, woman, age, choices),
    glasses: hasWord(words, 'sunglasses', 'shades')
      ? 'dark'
      : hasWord(words, 'glasses', 'spectacles', 'bespectacled', 'eyeglasses')
        ? 'clear'
        : choices.number('glasses') < (age === 'old' ? 0.3 : 0.07)
          ? 'clear'
          : 'none',
    hat,
    hatColour:
      hatColour ??
      (hat === 'pointed'
        ? '#b8473a'
        : hat === 'chef'
          ? '#ece8de'
          : hat === 'police'
            ? own
            : hat === 'crown'
              ? '#cda349'
              : choices.pick('hat', ['#5a5148', '#474a57', '#74303c', '#7d7f49'])),
    outfit,
    cloth: own,
    second: suited
      ? '#e6e2d8'
      : (colourOf(words, ['shirt', 'blouse']) ?? choices.pick('second', ['#e6e2d8', '#b9c4cf', '#d8cdb4', '#c9b7ae'])),
    legs,
    legColour:
      trousers ??
      (skirt ? colourOf(words, ['skirt', 'kilt']) : null) ??
      (suited ? own : outfit === 'waiter' ? '#3a3740' : choices.pick('legs', trouserColours)),
    shoes:
      colourOf(words, ['shoes', 'boots', 'heels', 'sneakers']) ??
      (hasWord(words, 'barefoot') ? skin : choices.pick('shoes', ['#3a3236', '#4a382f', '#2f323b', '#5c4436'])),
    tie: hasWord(words, 'tie', 'necktie')
      ? (colourOf(words, ['tie', 'necktie']) ?? '#8d3a3f')
      : outfit === 'suit' && !woman
        ? choices.pick('tie', ['#8d3a3f', '#34456e', '#5d6b45', '#5a4660'])
        : outfit === 'waiter'
          ? '#2f2c33'
          : null,
    scarf: hasWord(words, 'scarf', 'shawl') ? (colourOf(words, ['scarf', 'shawl']) ?? '#b8473a') : null,
    apron: hasWord(words, 'apron') ? (colourOf(words, ['apron']) ?? '#e6e2d8') : null,
    bag: hasWord(words, 'bag', 'handbag', 'purse', 'satchel', 'briefcase')
      ? (colourOf(words, ['bag', 'handbag', 'purse', 'satchel', 'briefcase']) ?? '#6b4a35')
      : null,
    habit: choices.number('habit'),
    face: {
      brows: choices.number('brows'),
      nose: choices.number('nose'),
      mouth: choices.number('mouth'),
      jaw: choices.number('jaw'),
    },
  }
}

/** Share of a figure's height from the top of the head to the chin. */
export function headShare(name: string, traits: string): number {
  if (animalOf(name, traits)) return 0.55
  return ageOf([...wordsOf(traits), ...wordsOf(name)]) === 'child' ? 0.31 : 0.24
}

/** Height of a person beside a grown one of 1. */
export function personHeight(name: string, traits: string): number {
  const animal = animalOf(name, traits)
  if (animal) return animalHeight(animal)
  const words = [...wordsOf(traits), ...wordsOf(name)]
  if (hasWord(words, 'gnome', 'dwarf', 'elf', 'toddler', 'baby')) return 0.5
  return ageOf(words) === 'child'
    ? 0.72
    : hasWord(words, 'tall', 'giant')
      ? 1.04
      : hasWord(words, 'short', 'small', 'little', 'petite') && !hasWord(words, 'hair', 'haired')
        ? 0.92
        : 1
}

/** No two people are drawn equally tall, though they may stand in equal boxes. */
export function ownHeight(name: string): number {
  return new Choices(name).between('height', 0.955, 1.02)
}

function ageOf(words: readonly string[]): Person['age'] {
  if (
    hasWord(
      words,
      'old',
      'elderly',
      'aged',
      'grandmother',
      'grandma',
      'granny',
      'grandfather',
      'grandpa',
      'senior',
      'ancient',
      'wrinkled',
      'retired',
    )
  )
    return 'old'
  if (['grey', 'gray', 'white', 'silver'].includes(hairWord(words) ?? '')) return 'old'
  if (hasWord(words, 'boy', 'girl', 'child', 'kid', 'toddler', 'schoolboy', 'schoolgirl', 'baby', 'children'))
    return 'child'
  return 'adult'
}

/** A colour that belongs neither to hair nor to a hat: "in green". */
function clothWithoutHair(words: readonly string[]): string | null {
  const at = words.findIndex(
    (word, i) => (word === 'in' || word === 'wearing') && colourWords[words[i + 1] ?? ''] !== undefined,
  )
  return at >= 0 ? firstColour(words.slice(at)) : null
}
