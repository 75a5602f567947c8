import {
  englishWords,
  foreignNegations,
  foreignPronouns,
  foreignRelatives,
  foreignSubordinators,
} from '../lexicon/foreignWords'
import type { Token } from '../text/tokens'
import { groupEndingAt, namesFrom } from './subjects'
import { nobody, type Who } from './who'

/** Is the sentence English? Words of other languages are asked for elsewhere alone. */
export const isEnglish = (tokens: readonly Token[]): boolean => tokens.some(({ low }) => englishWords.has(low))

const isJoin = ({ low }: Token): boolean =>
  /^(?:und|et|y|e|ed|i|a|и|а|ve|en|och|og|dann|puis|luego|poi|,|，|、)$/u.test(low)
const isComma = ({ text }: Token): boolean => /^[,，、]$/.test(text)
/** A comma, or a word that opens a clause: "Mara sieht, dass Otto geht". */
const isCut = (token: Token | undefined): boolean =>
  token !== undefined && (isComma(token) || foreignSubordinators.has(token.low))
const isStop = ({ text }: Token): boolean => /^(?:[.;:!?…。；：！？—–(]|--)$/u.test(text)
const isName = (token: Token | undefined): token is Token => token?.name !== undefined && !token.possessive

/** "nie wychodzi", "ne sort pas", "geht nicht": it does not happen. */
export function isDenied(tokens: readonly Token[], i: number, end: number): boolean {
  const before = [tokens[i - 1]?.low ?? '', tokens[i - 2]?.low ?? '']
  if (before.some((low) => foreignNegations.has(low))) return true
  return tokens.slice(i + 1, end + 2).some(({ low }) => /^(?:nicht|pas|niet|inte|ikke)$/.test(low))
}

/**
 * Who does what a verb of another language tells: named before it in its clause, or behind it ("Входит Отто", "Llega Otto"), or told by a pronoun, or left
 * out ("Esce."), which is whoever was told of last. Null when it is someone else.
 * @param i index of the verb
 * @param end index behind what belongs to it
 */
export function foreignSubject(tokens: readonly Token[], i: number, end: number): Who | null {
  let from = i
  while (from > 0 && !isStop(tokens[from - 1]!)) from--
  // "Als Mara sich umdreht, ist Otto verschwunden."
  const inside = isCut(tokens[i - 1]) ? tokens.slice(i + 1, end).find(isName) : undefined
  if (inside) return { ...nobody(), names: [inside.name!] }
  return before(tokens, from, i) ?? behind(tokens, i, end) ?? leftOut(tokens, from, i)
}

/** The subject of the last part of the clause that has one: "Otto umarmt Greta, nimmt den Hut und geht hinaus". */
function before(tokens: readonly Token[], from: number, i: number): Who | null {
  for (let to = i; to > from;) {
    let start = to
    while (start > from && !isCut(tokens[start - 1])) start--
    if (start === to) {
      to--
      continue
    }
    const first = skipLeads(tokens, start, to)
    // "Greta, qui sort"
    if (foreignRelatives.has(tokens[start]!.low) && start > from) {
      const noun = tokens.slice(from, start).findLast(isName)
      if (noun) return { ...nobody(), names: [noun.name!] }
    }
    const who = personAt(tokens, first, to)
    if (who) return who
    to = start - 1
  }
  // "Z domu wybiega Otto" has nobody before; "Vom Balkon sieht Otto zu und geht" has.
  const last = tokens.slice(from, i).findLast(isName)
  if (!last) return pronounIn(tokens, from, i)
  return tokens.slice(tokens.indexOf(last) + 1, i).length <= 6 ? { ...nobody(), names: [last.name!] } : null
}

/** Past "während", "und", "dann" and an article. */
function skipLeads(tokens: readonly Token[], start: number, to: number): number {
  let k = start
  while (
    k < to - 1 &&
    k - start < 3 &&
    (isJoin(tokens[k]!) ||
      foreignSubordinators.has(tokens[k]!.low) ||
      /^(?:der|die|das|le|la|el|il|lo|plötzlich|soudain|de|pronto|nagle|вдруг|birden)$/u.test(tokens[k]!.low))
  )
    k++
  return k
}

/** The names and those joined to them that begin here, or a pronoun. */
function personAt(tokens: readonly Token[], k: number, to: number): Who | null {
  const token = tokens[k]
  if (!token || k >= to) return null
  if (isName(token)) {
    let last = k
    while (
      last + 2 < to &&
      /^(?:und|et|y|e|ed|i|и|ve|en|och|og|,|、|和|と)$/u.test(tokens[last + 1]!.low) &&
      isName(tokens[last + 2])
    )
      last += 2
    const names = tokens.slice(k, last + 1).flatMap((t) => (isName(t) ? [t.name!] : []))
    return { ...nobody(), names }
  }
  return pronounIn(tokens, k, Math.min(k + 2, to))
}

function pronounIn(tokens: readonly Token[], from: number, to: number): Who | null {
  for (let k = from; k < to; k++) {
    // Small letters of "İ" are two signs.
    const pronoun = foreignPronouns[tokens[k]!.low.replace('\u0307', '')]
    // 两人, 二人, 他们
    if (/^[两二兩]$/.test(tokens[k]!.text) && tokens[k + 1]?.text === '人') return { ...nobody(), pronoun: 'they' }
    if (/^[他她彼]$/.test(tokens[k]!.text) && /^[们們ら]$/.test(tokens[k + 1]?.text ?? ''))
      return { ...nobody(), pronoun: 'they' }
    if (tokens[k]!.text === '彼' && tokens[k + 1]?.text === '女') return { ...nobody(), pronoun: 'she' }
    if (pronoun !== undefined) return { ...nobody(), pronoun }
  }
  return null
}

/** "Llega Otto en bicicleta", "Da kommt Otto herein". */
function behind(tokens: readonly Token[], i: number, end: number): Who | null {
  const inside = tokens.slice(i + 1, end).findIndex(isName)
  let at = inside < 0 ? end : i + 1 + inside
  for (let k = 0; k < 2 && !isName(tokens[at]) && /^\p{Ll}+$/u.test(tokens[at]?.text ?? ''); k++) at++
  if (!isName(tokens[at])) return null
  const names = [...new Set([tokens[at]!.name!, ...namesFrom(tokens, at)])]
  return { ...nobody(), names: groupEndingAt(tokens, at).names.length > 0 ? names : [] }
}

/** What several do at once. */
const together = /^(?:razem|juntos|juntas|insieme|ensemble|вместе|birlikte|zusammen|beide|tillsammans|samen)$/u
/** Ends as what several do: "odchodzą", "уходят", "girerler". */
const plurals = /(?:ą|ят|ют|ут|ат|l[ae]r|ono|ano)$/u

/** "Esce.", "odadan çıkar": nobody is named; words that could be English are asked to open the clause. */
function leftOut(tokens: readonly Token[], from: number, i: number): Who | null {
  const opens = i === from || isJoin(tokens[i - 1]!) || /^(?:se|si|s'en|ne|y)$/.test(tokens[i - 1]!.low)
  if (!opens && !/[^a-z']/.test(tokens[i]!.low)) return null
  const several =
    tokens.slice(Math.max(from, i - 3), i + 4).some(({ low }) => together.test(low)) || plurals.test(tokens[i]!.low)
  return several ? { ...nobody(), pronoun: 'they' } : { ...nobody(), pronoun: 'he', either: true }
}
