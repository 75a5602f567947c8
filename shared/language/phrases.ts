import type { Scene } from '../model/scene'
import { wordList } from './wordList'

export const lowerFirst = (text: string) => (/^[A-Z][a-z]/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text)

/** "LIVING ROOM" to "Living Room"; text that is not all capitals stays. */
export function titleCase(text: string): string {
  if (text !== text.toUpperCase()) return text
  return text
    .toLowerCase()
    .replace(/(^|[\s\-/(“"])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

export function sentenceEnd(text: string): string {
  const trimmed = text.trim().replace(/[\s:;,–—-]+$/, '')
  return /[.!?…"”]$/.test(trimmed) ? trimmed : `${trimmed}.`
}

export function listWords(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

const acronyms = new Set(
  wordList(`
  AKA ATM CCTV CEO CIA DNA DVD EMT FBI GPS LAPD MRI NASA NATO NYPD POV SUV TNT UFO UK USA VHS VIP
`),
)

/** Script capitals ("Steel SMACKS him", "the SCREEN DOOR") as plain words; mentions and well-known short forms stay. */
export function withoutCapitals(text: string): string {
  return text
    .split(/(\{\{[^{}]*\}\})/)
    .map((part, i) =>
      i % 2
        ? part
        : part.replace(
            /(?<![\p{L}\p{N}'’])\p{Lu}[\p{Lu}'’]*(?:[ -]\p{Lu}[\p{Lu}'’]*)*(?![\p{L}\p{N}])/gu,
            (run: string, at: number) => {
              if (!run.split(/[ -]/).some((word) => word.length > 2 && !acronyms.has(word))) return run
              const plain = run.replace(/[\p{Lu}'’]+/gu, (word) =>
                acronyms.has(word) || word === 'I' ? word : word.toLowerCase(),
              )
              return startsSentence(part, at, i === 0) ? plain[0]!.toUpperCase() + plain.slice(1) : plain
            },
          ),
    )
    .join('')
}

const startsSentence = (text: string, at: number, first: boolean) =>
  at === 0 ? first : /(?:^|[.!?:]\s+["“‘(]?)$/.test(text.slice(0, at))

/** Names of many: "Mariners", "the Guards", "Rosencrantz and Guildenstern". "Iris" and "Brooks" are one. */
export function isPlural(name: string): boolean {
  return (
    /\s(?:and|&)\s/i.test(name) ||
    /(?:men|women|people|children|kids|boys|girls|ladies|[^aeiouy]ers|ors|ists|ians|cops|police|guards|spirits|nymphs|twins|guests|friends|students|kings|lords|monks|nuns|pirates|slaves|servants|attendants|nurses|knights|ghosts|witches|dogs|cats|horses|birds|shapes|zombies|robots|aliens|crowd members)$/i.test(
      name.trim(),
    )
  )
}

const manyVerbs: readonly (readonly [RegExp, string])[] = [
  [/^walks /, 'walk '],
  [/^comes /, 'come '],
  [/^goes /, 'go '],
  [/^leaves\b/, 'leave'],
  [/^appears\b/, 'appear'],
  [/^disappears\b/, 'disappear'],
  [/^is /, 'are '],
  [/^crosses /, 'cross '],
  [/^passes /, 'pass '],
  [/^says\b/, 'say'],
  [/^changes /, 'change '],
]

/** "walks into frame" for many: "walk into frame". */
export function ofMany(predicate: string): string {
  const [one, many] = manyVerbs.find(([verb]) => verb.test(predicate)) ?? [/^/, '']
  return predicate.replace(one, many)
}

/** Places that English puts "the" before; a place of somebody's or with a name of its own has none. */
const commonPlaces =
  /\b(room|hall|hallway|kitchen|garden|bistro|bar|cafe|café|restaurant|street|road|house|home|office|cellar|basement|attic|roof|bedroom|bathroom|corridor|lobby|park|forest|wood|woods|beach|field|lake|river|bridge|station|train|car|bus|shop|store|church|school|hospital|hotel|apartment|flat|yard|backyard|patio|porch|garage|barn|farm|castle|palace|tower|library|theatre|theater|stage|studio|court|courtroom|cell|prison|plain|plains|hills|foothills|shack|mansion|cabin|hut|villa|cottage|manor|clinic|airport|harbour|pier|deck|terminal|platform|driveway|parking lot|lot|parking garage|jungle|swamp|shore|coast|island|cliff|ledge|rooftop|playground|stadium|arena|museum|gallery|embassy|monastery|temple|mosque|ballroom|dining hall|den|study|pantry|closet|elevator|lift|van|truck|limousine|plane|cockpit|bunker|trench|battlefield|camp|ranch|stable|saloon|motel|highway|freeway|motorway|path|trail|tree|ocean|sea|alley|square|market|harbour|harbor|dock|ship|boat|desert|cave|diner|gym|lab|laboratory|warehouse|factory|cemetery|chapel|tent|tunnel|staircase|stairs|balcony|terrace|pub|club|bank|clearing|valley|mountain|pool|pond|heath|tavern|inn)$/i

/** "the Living Room", "Brick's Patio", "Paris" */
export function placeName(name: string, mention: string): string {
  const own = /['’]|^(a|an|the|my|our|his|her)\s/i.test(name) || /\d/.test(name) || /\s(of|in|at)\s/i.test(name)
  return !own && commonPlaces.test(name.trim()) ? `the ${mention}` : mention
}

const onPlaces =
  /\b(?:patio|porch|roof|rooftop|terrace|balcony|deck|beach|shore|coast|bridge|pier|platform|stage|street|road|highway|freeway|motorway|path|trail|hill|hills|mountain|plain|plains|heath|island|cliff|ledge|stairs|staircase|ship|boat|train|bus|plane|battlefield|driveway|lot)$/i
const openPlaces =
  /\b(?:garden|park|forest|wood|woods|field|jungle|swamp|desert|valley|clearing|alley|yard|backyard|square|market|camp|cemetery|courtyard|playground|trench|city|town|village|mountains|foothills)$/i

/** "in the Living Room", "on Brick's Patio", "at the Mansion" from outside; null for names no preposition fits, such as "Stage - Act 1". */
export function whereWords(name: string, mention: string, intExt: Scene['intExt']): string | null {
  if (/\s[-–—/]\s|\d/.test(name)) return null
  const place = placeName(name, mention)
  if (onPlaces.test(name.trim())) return `on ${place}`
  return intExt === 'EXT' && !openPlaces.test(name.trim()) ? `at ${place}` : `in ${place}`
}
