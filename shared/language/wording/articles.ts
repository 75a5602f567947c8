import { isGroupNoun, isPersonNoun } from '../lexicon/people'
import { wordSet } from '../lexicon/wordSet'

/** As names they stand alone: "Mother waits". */
const kin = wordSet(
  'mother father mom mum mama dad daddy papa grandma grandpa granny grandmother grandfather aunt auntie uncle nanny',
)

/** Is a name a common noun that needs "the": "the Waiter", "the Old Men", "the Letter", but "Mr Plum", "Bob's Coat"? */
export function takesArticle(name: string, isThing: boolean): boolean {
  if (/['’]|\d|^(?:an?|the|my|our|his|her|their|its)\s/i.test(name) || !/^[\p{Script=Latin}\s.-]+$/u.test(name))
    return false
  if (isThing) return true
  const words = name.split(/\s+/)
  // "Men in Suits"
  const noun = words.find((_, i) => /^(?:in|of|with|at|from|on)$/i.test(words[i + 1] ?? '')) ?? words.at(-1)!
  return (
    !(words.length === 1 && kin.has(noun)) &&
    (isPersonNoun(noun.toLowerCase()) || isGroupNoun(noun.toLowerCase()) || /(?:monger|gnome)$/i.test(noun))
  )
}

/** "the Waiter", "Alice": a name as it stands in a sentence. */
export const withThe = (name: string, isThing: boolean, mention: string): string =>
  takesArticle(name, isThing) ? `the ${mention}` : mention

/** With a capital at its beginning, also before a name that is a mention. */
export const upperFirst = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
