import type { ScriptElement } from '../../scriptTypes'
import { tokenize } from '../../../language/text/tokens'
import { isTitle, nameWords } from '../../../language/text/names'
import { apartWords, isGroupNoun, isPersonNoun } from '../../../language/lexicon/people'
import { englishWords, foreignArticles, foreignPronouns } from '../../../language/lexicon/foreignWords'
import { livingVerbs, personVerbs } from '../../../language/lexicon/personVerbs'
import { capitalOpeners, soundWords, stressWords } from '../../../language/lexicon/screenWords'

/** Words (in capitals) that the text uses as proper names: with a capital in mid-sentence, after no article. */
export function properWords(actions: readonly ScriptElement[]): Set<string> {
  const proper = new Set<string>()
  const [leading, small] = [new Set<string>(), new Set<string>()]
  for (const action of actions) {
    const tokens = tokenize(action.text)
    tokens.forEach((token, i) => {
      const before = tokens[i - 1]
      if (
        before &&
        /^\p{Lu}\p{Ll}+/u.test(token.text) &&
        /^[\p{Ll},]/u.test(before.text) &&
        !/^(?:the|a|an|this|that|every|on|in|of)$/.test(before.low)
      ) {
        proper.add(token.low.toUpperCase().replace(/'S?$/, ''))
      } else if (
        // "Ida swings the case": at the head of a sentence only before what a person does.
        /^\p{Lu}\p{Ll}{2,}$/u.test(token.text) &&
        (before === undefined || /^[.!?:;]$/.test(before.text)) &&
        personVerbs.has(tokens[i + 1]?.low ?? '') &&
        !capitalOpeners.has(token.low)
      )
        leading.add(token.low.toUpperCase())
      else if (/^\p{Ll}/u.test(token.text)) small.add(token.low.toUpperCase())
    })
  }
  for (const word of leading) if (!small.has(word)) proper.add(word)
  return proper
}

/** Words (in capitals) that do, behind "the", what only who lives does: "The Moray peers down". */
export function livingWords(actions: readonly ScriptElement[]): Set<string> {
  const living = new Set<string>()
  for (const { text } of actions)
    for (const [, word, verb] of text.matchAll(/\bthe (\p{L}{3,}) (\p{Ll}{3,}s)\b/giu))
      if (livingVerbs.has(verb!)) living.add(word!.toUpperCase())
  return living
}

/** Is a script in English? In any other its paragraphs hold small words or letters of another language. */
export function isInEnglish(actions: readonly ScriptElement[]): boolean {
  let foreign = 0
  let english = 0
  for (const { text } of actions.slice(0, 200)) {
    const tokens = tokenize(text)
    if (tokens.some(({ low }) => englishWords.has(low))) english++
    else if (
      /[^\p{ASCII}’“”‘–—…é]/u.test(text) ||
      tokens.some(
        ({ low }) =>
          !/^(?:on|o|due|dos|die|den|des)$/.test(low) && (foreignArticles.has(low) || low in foreignPronouns),
      )
    )
      foreign++
  }
  return foreign <= english
}

/** Words (in capitals) that begin with a capital in the text and never stand in small letters. */
export function capitalWords(actions: readonly ScriptElement[]): Set<string> {
  const [capital, small] = [new Set<string>(), new Set<string>()]
  for (const { text } of actions)
    for (const [word] of text.matchAll(/\p{L}[\p{L}\p{M}'’-]*/gu)) {
      if (/^\p{Lu}\p{Ll}/u.test(word)) capital.add(word.toUpperCase().replace(/['’]S?$/, ''))
      else if (/^\p{Ll}/u.test(word)) small.add(word.toUpperCase())
    }
  return new Set([...capital].filter((word) => !small.has(word)))
}

/**
 * Single words that can only mean one name: "Toby" where SIR TOBY is the only Toby. They count as mentions of that
 * name; no asset is made or merged by them.
 */
export function shortForms(names: readonly string[], proper: ReadonlySet<string>): [word: string, name: string][] {
  const owner = new Map<string, string | null>()
  for (const name of names) for (const word of new Set(nameWords(name))) owner.set(word, owner.has(word) ? null : name)
  return [...owner].flatMap(([word, name]): [string, string][] => {
    if (name === null || word === name || word.length < 3 || /\d/.test(word) || !proper.has(word)) return []
    const common =
      isTitle(word) ||
      apartWords.has(word) ||
      isPersonNoun(word) ||
      isGroupNoun(word) ||
      soundWords.has(word) ||
      stressWords.has(word)
    return common ? [] : [[word, name]]
  })
}
