import { acronyms } from '../lexicon/acronyms'
import { isPluralNoun } from '../lexicon/people'

/** "Push in" inside a sentence: "push in"; "OK" and "I" stay. */
export const lowerFirst = (text: string) => (/^[A-Z][a-z]/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text)

/** "LIVING ROOM" to "Living Room"; text that is not all capitals stays. */
export function titleCase(text: string): string {
  if (text !== text.toUpperCase()) return text
  return text
    .toLowerCase()
    .replace(/(^|[\s\-/(“"])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

/** With a stop at its end, and no dash, colon or comma before it. */
export function sentenceEnd(text: string): string {
  const trimmed = text.trim().replace(/[\s:;,–—-]+$/, '')
  return /[.!?…"”。！？」』]$/u.test(trimmed) ? trimmed : `${trimmed}.`
}

/** "Ann, Bob and Cem" */
export function listWords(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

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
              if (isQuoted(part, at)) return run
              if (isRead(part, at)) return `“${run}”`
              if (isNewName(part, at, run.length)) return titleCase(run)
              if (!run.split(/[ -]/).some((word) => word.length > 2 && !acronyms.has(word))) return run
              const plain = run.replace(/[\p{Lu}'’]+/gu, (word) =>
                (acronyms.has(word) && word.length > 1) || word === 'I' ? word : word.toLowerCase(),
              )
              return startsSentence(part, at, i === 0) ? plain[0]!.toUpperCase() + plain.slice(1) : plain
            },
          ),
    )
    .join('')
    .replace(/(?<=[\p{Ll}}])(['’])S\b/gu, '$1s')
}

/** Words to be read stand as they are: the letter says "DO NOT BEND". */
const isQuoted = (text: string, at: number): boolean => ((text.slice(0, at).match(/["“”]/g) ?? []).length & 1) === 1

/** "An apron that says BOSS": words that stand on something. */
const isRead = (text: string, at: number): boolean =>
  /\b(?:that|which|reading|labell?ed|marked|spelling|stamped|words?)\s+(?:says?|reads?|spells?)?:?\s*$/.test(
    text.slice(0, at),
  ) ||
  /\b(?:sign|label|note|letters?|screen|tattoo|poster|plaque|banner|display) (?:says|reads|spells):?\s*$/.test(
    text.slice(0, at),
  )

/** "A dog, RUFUS, runs": between commas it is what somebody is called. */
const isNewName = (text: string, at: number, length: number): boolean =>
  /\p{Ll},\s$/u.test(text.slice(0, at)) && /^[,(]/.test(text.slice(at + length).trimStart()) && length > 2

const startsSentence = (text: string, at: number, first: boolean) =>
  at === 0 ? first : /(?:^|[.!?:]\s+["“‘(]?)$/.test(text.slice(0, at))

/** Names of many: "Mariners", "the Guards", "Rosencrantz and Guildenstern". "Iris" and "Brooks" are one. */
export function isPlural(name: string): boolean {
  // The MEN IN SUITS are many by their men.
  const last =
    /[\p{L}\p{M}]+$/u.exec(name.trim().replace(/(?<=\p{L})\s(?:in|of|with|from|on|at)\s.*$/iu, ''))?.[0] ?? ''
  return /\s(?:and|&)\s/i.test(name) || isPluralNoun(last) || /(?:[^aeiouy]ers|ors|ists|ians)$/i.test(last)
}

/** "walks into frame" for many: "walk into frame"; adverbs before the verb stay. */
export function ofMany(predicate: string): string {
  return predicate.replace(/^((?:\p{Ll}+ly\s+)*)(\p{Ll}+)/u, (_, lead: string, verb: string) => lead + pluralVerb(verb))
}

function pluralVerb(verb: string): string {
  const own = { is: 'are', has: 'have', was: 'were' }[verb]
  if (own) return own
  if (/[^aeiou]ies$/.test(verb)) return verb.replace(/ies$/, 'y')
  if (/(?:ss|sh|ch|x|zz|[^o]o)es$/.test(verb)) return verb.slice(0, -2)
  return verb.replace(/([^s])s$/, '$1')
}
