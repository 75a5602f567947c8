import type { ScriptElement } from '../../scriptTypes'
import { tokenize } from '../../../language/text/tokens'
import { isTitle, nameWords } from '../../../language/text/names'
import { apartWords, isGroupNoun, isPersonNoun } from '../../../language/lexicon/people'
import { personVerbs } from '../../../language/lexicon/personVerbs'
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
