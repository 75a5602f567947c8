import { wordSet } from './wordSet'

/** Pronouns and nouns that stand for persons named before, with what they agree with. */

/** One person: the sex it agrees with. */
export const singlePronouns: Readonly<Record<string, 'he' | 'she'>> = { he: 'he', she: 'she' }
/** As an object: whom somebody lets in, throws out, watches. */
export const objectPronouns = wordSet('him her them')
/** Whose, of a person. */
export const possessives = wordSet('his her their')
/** As the object of one's own doing: "lets himself in". */
export const reflexives = wordSet('himself herself themselves')
/** Several persons, with or without "the". */
export const severalWords = wordSet(
  'they both two three four men women pair couple duo trio friends boys girls lovers kids',
)
/** Everybody there. */
export const everybodyWords = wordSet('all everyone everybody omnes company')
/** All but those told of. */
export const othersWords = wordSet('others other rest')
/** With "the" before it, everybody who is told of: "the two drink". */
export const theseWords = wordSet('two three four men women boys girls couple others group gang crowd')
/** As the first word of a sentence it means somebody named before. */
export const leadingPronouns = wordSet('he she they his her their both all')
