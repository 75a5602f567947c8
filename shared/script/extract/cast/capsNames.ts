import type { CapsRun } from './capsRuns'
import { lookAdjectives } from '../../../language/lexicon/looks'
import { isFirstName } from '../../../language/lexicon/firstNames'
import { livingVerbs, personVerbs } from '../../../language/lexicon/personVerbs'
import { noNouns } from '../../../language/lexicon/handling'
import { propNouns } from '../../../language/lexicon/propNouns'
import { bodyParts } from '../../../language/lexicon/things'
import { doingVerbs, humanVerbs } from '../../../language/lexicon/verbs'
import { isTitle, nameWords } from '../../../language/text/names'
import { traitAfter } from './traits'
import { isGroupNoun, isPersonNoun, neutralTitles } from '../../../language/lexicon/people'
import { languageWords, soundWords, stressWords, toyWords } from '../../../language/lexicon/screenWords'

export type CapsKind = 'character' | 'prop' | 'nothing'

/** What is known of the whole script when a run of capitals is judged. */
export interface KnownNames {
  /** Keys of the cues. */
  cues: ReadonlySet<string>
  /** Words of all cues to the keys that hold them. */
  cueWords: ReadonlyMap<string, readonly string[]>
  /** Words (in capitals) that the text uses as proper names: with a capital in mid-sentence and no article before. */
  proper: ReadonlySet<string>
  /** Words (in capitals) that never stand in small letters. */
  capital: ReadonlySet<string>
  /** Words (in capitals) that somewhere do what only who lives does: "The Moray peers down". */
  living: ReadonlySet<string>
  /** Is the script in English, so that its verbs and articles are known? */
  english: boolean
}

/**
 * Tells characters from things among the capitals of the action (domain.md 11): a person noun, a title, an age, an
 * apposition or the use as a proper name makes a character; an article, number or owner before it a prop; sounds,
 * camera words and words in capitals for stress are neither.
 */
export function judgeRun(run: CapsRun, known: KnownNames): CapsKind {
  if (known.cues.has(run.key)) return 'character'
  const words = nameWords(run.key)
  const joiner = words.findIndex((w, i) => i > 0 && /^(?:OF|IN|AT|WITH|FROM|ON)$/.test(w))
  // "A BEARDED MAN IN A KILT" is a man.
  const head = joiner > 0 ? words[joiner - 1] : words.at(-1)
  if (head === undefined || words.length > 6) return 'nothing'
  if (bodyParts.has(head)) return 'nothing'
  if (words.every((w) => languageWords.has(w) || w === 'WITH')) return 'nothing'
  if (words.every((w) => soundWords.has(w) || stressWords.has(w))) return 'nothing'
  // A hot dog, a teddy bear.
  if (words.length > 1 && toyWords.has(words[0]!) && !isTitle(head)) return run.lead === 'none' ? 'nothing' : 'prop'
  if (
    isPersonNoun(head) ||
    isGroupNoun(head) ||
    /^(?:MAN|WOMAN|BOY|GIRL|GUARD|COP|SOLDIER) ?(?:#?\d+|[A-D])$/.test(words.slice(-2).join(' '))
  )
    return 'character'
  if (words.length > 1 && (isTitle(words[0]!) || neutralTitles.has(words[0]!)) && run.lead !== 'article')
    return 'character'
  if (hasAge(run.rest) || run.called) return 'character'
  const doing = run.after[0]?.low ?? ''
  const sounds = words.some((w) => soundWords.has(w) || stressWords.has(w))
  if (run.lead !== 'none' && livingVerbs.has(doing) && !sounds) return 'character'
  if (run.lead === 'none' && !sounds && !isVerbForm(head) && (run.met || run.embodied)) return 'character'
  if (run.lead !== 'none' && words.length === 1 && known.living.has(head) && !sounds) return 'character'
  // "SAM, who passes it on".
  if (!sounds && (doing === 'who' || (doing === ',' && run.after[1]?.low === 'who'))) return 'character'
  if (run.lead === 'none' && !sounds && known.capital.has(words[0]!) && isFirstName(words[0]!)) return 'character'
  // "TEODORO whistles." of whom the text goes on to say "Teodoro backs away".
  if (run.lead === 'none' && run.plain && !sounds && words.length === 1 && known.capital.has(head) && isDeed(doing))
    return 'character'
  if (!known.english && !sounds && namesSomebodyAbroad(run, words)) return 'character'
  // "MARTEN: tall, quiet".
  if (run.lead === 'none' && doing === ':' && lookAdjectives.has(run.after[1]?.low ?? '') && !sounds) return 'character'
  if (run.lead === 'article' || run.lead === 'number' || run.lead === 'owner')
    return (words.length === 1 &&
      ((isVerbForm(head) && head.endsWith('ED')) || (noNouns.has(head) && !propNouns.has(head)))) ||
      isDoing(words) ||
      /^(?:\p{L}\.)+\p{L}?$/u.test(run.key)
      ? 'nothing'
      : 'prop'
  if (holdsCue(words, known) || words.every((w) => known.proper.has(w))) return 'character'
  if (/^\s*,\s+(?:an?|the|his|her|their|\d\d)\s/i.test(run.rest) && traitAfter(run.rest) !== '') return 'character'
  if (stressWords.has(words[0]!) || isVerbForm(head)) return 'nothing'
  // "MARA VANCE, retired detective, is sitting": a trait between commas and a person's verb.
  const verb = /^\s*,[^,.;]{3,80},\s+(\p{Ll}+)/u.exec(run.rest)?.[1]
  if (verb !== undefined && humanVerbs.has(verb) && !soundWords.has(head) && traitAfter(run.rest) !== '')
    return 'character'
  if (soundWords.has(head)) return 'nothing'
  return humanVerbs.has(doing) || (personVerbs.has(doing) && run.plain) ? 'character' : 'nothing'
}

const isDeed = (word: string): boolean =>
  /^\p{Ll}{2,}s$/u.test(word) && !/^(?:is|was|has|does|as|this|his|its)$/.test(word)

/** Capitals in the text of another language, where no article stands before them and somebody does something behind: "PAN ROMAN czyta". */
function namesSomebodyAbroad(run: CapsRun, words: readonly string[]): boolean {
  if (run.lead !== 'none' || words.length > 3 || !run.plain) return false
  const next = run.after[0]?.text ?? ''
  return next === ',' ? /^\s*,\s+\p{Ll}/u.test(run.rest) : /^\p{Ll}{2,}$/u.test(next) || /^[.:]?$/.test(next)
}

/** "SARAH (30s, tall)", "JOHN, 45,". */
function hasAge(rest: string): boolean {
  return /^\s*(?:\(\s*|,\s*)(?:(?:both|also|only|now|barely|early|mid|late|about|around|in (?:his|her|their))[\s-]*)*\d{1,3}(?:'?s|\s*[-–]\s*\d+|\s*(?:years?|yrs?|y\/o|ish))?\s*[,.;)\s]/i.test(
    rest,
  )
}

/** "BRICK BRADDOCK" where BRICK speaks, "SMITH" where JOHN SMITH does. */
function holdsCue(words: readonly string[], known: KnownNames): boolean {
  const names = words.filter((w) => !isTitle(w))
  return names.some((w) =>
    (known.cueWords.get(w) ?? []).some(
      (key) =>
        nameWords(key)
          .filter((k) => !isTitle(k))
          .every((k) => names.includes(k)) || names.every((n) => nameWords(key).includes(n)),
    ),
  )
}

/** "A FIGHT BREAKS out", "his PITCH DROPS": the last word is what it does. */
const isDoing = (words: readonly string[]): boolean =>
  words.length > 1 &&
  /[^S]S$/.test(words.at(-1)!) &&
  !words.at(-2)!.endsWith('S') &&
  doingVerbs.has(words.at(-1)!) &&
  !propNouns.has(words.at(-1)!.replace(/S$/, ''))

function isVerbForm(word: string): boolean {
  return word.length > 3 && /(?:ING|ED)$/.test(word)
}
