import { isFirstName } from '../../../language/lexicon/firstNames'
import { isGroupNoun, isPersonNoun } from '../../../language/lexicon/people'
import { livingVerbs, personVerbs } from '../../../language/lexicon/personVerbs'
import { places } from '../../../language/lexicon/places'
import {
  capitalOpeners,
  languageWords,
  soundWords,
  stressWords,
  unnamedMovers,
} from '../../../language/lexicon/screenWords'
import { isTitle, nameKey, nameWords } from '../../../language/text/names'
import { tokenize, type Token } from '../../../language/text/tokens'
import { lineBreaks } from '../../../language/text/splitSentences'
import type { ScriptElement } from '../../scriptTypes'
import type { FoundName } from './longerNames'

/** 美咲（28）: a name that is written without spaces, and its age. */
const aged = /(\p{Script=Han}{1,4}|[\p{Script=Katakana}ー]{2,8})[（(]\d{1,2}[^（）()]{0,12}[)）]/gu

interface Seen {
  form: string
  line: number
  /** How often it does something that persons do. */
  does: number
  /** ... that only who lives does. */
  lives: number
  /** How often it stands inside a sentence, after no article. */
  inside: number
}

/**
 * Persons whom the text never writes in capitals and who never speak: "Ronja wipes her brow. Otto helps Ronja." A word counts when it has a capital
 * wherever it stands, does what persons do, and is no word of anything else.
 */
export function findPlainNames(actions: readonly ScriptElement[], names: readonly string[]): FoundName[] {
  const known = new Set(names.flatMap(nameWords))
  const seen = new Map<string, Seen>()
  const dense: FoundName[] = []
  const small = new Set<string>()
  for (const action of actions) {
    const tokens = tokenize(action.text)
    tokens.forEach((token, k) => {
      if (/^\p{Ll}/u.test(token.text)) {
        small.add(token.low)
        return
      }
      const bare = token.low.replace(/['’]s?$/, '')
      if (!isCandidate(token, bare) || known.has(bare.toUpperCase())) return
      const before = tokens[k - 1]
      const opens = before === undefined || /^[.!?:;"“(]$|^--$/.test(before.text)
      // Part of a longer name, or of one with an article: "the Thames", "Mount Everest".
      if (/^\p{Lu}/u.test(before?.text ?? '') && !opens) return
      if (/^(?:the|a|an|this|that|every|in|on|at|of|from|to)$/.test(before?.low ?? '') && !isFirstName(bare)) return
      let own = seen.get(bare)
      if (!own) {
        own = {
          form: token.text.replace(/['’]s?$/i, ''),
          line: action.line + lineBreaks(action.text, token.start),
          does: 0,
          lives: 0,
          inside: 0,
        }
        seen.set(bare, own)
      }
      const verb = tokens[k + 1]?.low ?? ''
      if (personVerbs.has(verb) && verb.endsWith('s')) own.does++
      if (livingVerbs.has(verb)) own.lives++
      if (!opens) own.inside++
    })
  }
  for (const { text, line } of actions)
    for (const match of text.matchAll(aged)) {
      const form = match[1]!
      if (!known.has(form)) dense.push({ key: nameKey(form), form, line: line + lineBreaks(text, match.index) })
    }
  return [
    ...dense,
    ...[...seen].flatMap(([word, { form, line, does, lives, inside }]) => {
      if (small.has(word)) return []
      const sure = isFirstName(word) ? does + inside > 0 : does > 1 || lives > 1 || (does > 0 && inside > 0)
      return sure ? [{ key: nameKey(form), form, line }] : []
    }),
  ]
}

function isCandidate({ text }: Token, bare: string): boolean {
  if (!/^\p{Lu}\p{Ll}{2,}(?:['’]s?)?$/u.test(text)) return false
  return !(
    capitalOpeners.has(bare) ||
    unnamedMovers.has(bare) ||
    languageWords.has(bare) ||
    soundWords.has(bare) ||
    stressWords.has(bare) ||
    places.has(bare) ||
    isTitle(bare) ||
    isPersonNoun(bare) ||
    isGroupNoun(bare) ||
    personVerbs.has(bare) ||
    /(?:ly|ing|day|tion|ness)$/.test(bare)
  )
}
