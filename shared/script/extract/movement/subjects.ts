import type { Token } from '../../../language/nameIndex'
import type { MoveVerb } from '../../../language/moveVerb'

/** Whom a movement is told of; names are name keys. The stage (stage.ts) knows who "they" are. */
export interface Who {
  names: string[]
  /** `he`: one, known from before; `they`: several; `all`: everybody there; `others`: all but the last named. */
  pronoun: 'he' | 'she' | 'they' | 'all' | 'others' | null
  /** "All but Robin". */
  except: string[]
  /** "... and the other courtiers". */
  others?: boolean
  /** "with the body": the one who died last, or all the dead. */
  bodies?: 'one' | 'all'
  /** "two Murderers": how many of a group. */
  counts?: Readonly<Record<string, number>>
  /** Not whoever this paragraph tells of: "She turns. He is gone", "Mara watches him go". */
  another?: true
}

const single: Record<string, Who['pronoun']> = { he: 'he', she: 'she' }
const several = /^(?:they|both|two|three|four|men|women|pair|couple|duo|trio|friends|boys|girls|lovers|kids)$/
const everybody = /^(?:all|everyone|everybody|omnes|company)$/
const perception = /^(?:watch|watches|see|sees|hear|hears|let|lets|make|makes|help|helps|as|while|when|until)$/
const filler =
  /^(?:\w+ly|then|now|just|also|again|finally|both|all|each|at|last|once|still|is|are|who|and|but|has|have|already|turns|gets|up|rises|stands)$/
const preposition = /^(?:at|in|on|by|with|near|from|behind|beside|under|above|below|inside|outside|across|without|of)$/
const clauseBreak = /^[;:—!?]$|^--$|^(?:as|while|when|until|because|that|where|if|before|after|since|though|although)$/

export function nobody(): Who {
  return { names: [], pronoun: null, except: [] }
}

/** Who does it: the names or pronoun left of the verb at `i` that no other noun parts from it; null when it is someone else. */
export function subjectOf(tokens: readonly Token[], i: number, verb: Pick<MoveVerb, 'form'>): Who | null {
  let g = i - 1
  // Left to the nearest name or pronoun.
  while (g >= 0 && !isPerson(tokens[g]!)) g--
  if (g < 0 || !reaches(tokens, g, i)) return null
  // "With the lovers still asleep, enter Titania": a base form right after a comma begins anew.
  if (verb.form === 'base' && tokens[i - 1]!.text === ',' && tokens[g + 1]!.text !== ',') return null
  const own = groupEndingAt(tokens, g)
  const who =
    isJoinedVerb(tokens, g, i) && own.start > 0 && !opensClause(tokens, own.start)
      ? (clauseSubject(tokens, own.start) ?? own)
      : own
  const plural = verb.form === 'base'
  if (plural && who.names.length === 1 && who.pronoun === null && !isPluralName(who.names[0]!)) {
    const start = who.start - 1
    if (!perception.test(tokens[start]?.low ?? '')) return null
  }
  if (verb.form === 's' && (who.pronoun === 'they' || who.pronoun === 'all') && tokens[g]!.low === 'they') return null
  return who
}

/** "kisses Otto and leaves": the verb goes on with the doings of the one before. */
function isJoinedVerb(tokens: readonly Token[], g: number, i: number): boolean {
  return tokens.slice(g + 1, i).some((t) => /^(?:and|then|,)$/.test(t.low))
}

function opensClause(tokens: readonly Token[], k: number): boolean {
  return k === 0 || /^(?:[.,;:!?—(]|--|and|but|then|as|while|when|until|where|that)$/.test(tokens[k - 1]!.low)
}

/** The group that opens the clause before `from`, with nothing but words of its doing between. */
function clauseSubject(tokens: readonly Token[], from: number): (Who & { start: number }) | null {
  for (let k = from - 1; k >= 0; k--) {
    if (clauseBreak.test(tokens[k]!.low)) return null
    if (!isPerson(tokens[k]!)) continue
    const group = groupEndingAt(tokens, k)
    if (opensClause(tokens, group.start)) return group
    k = group.start
  }
  return null
}

function isPluralName(key: string): boolean {
  return /(?:[^S]S|MEN|PEOPLE|CHILDREN|POLICE|FOLK|CREW|GANG|CROWD|TRAIN)$/.test(key)
}

function isPerson(token: Token): boolean {
  return (
    (token.name !== undefined && !token.possessive) ||
    token.low in single ||
    several.test(token.low) ||
    everybody.test(token.low) ||
    /^(?:others|rest)$/.test(token.low)
  )
}

/** May the words between the subject at `g` and the verb at `i` stand there without being a subject themselves? */
function reaches(tokens: readonly Token[], g: number, i: number): boolean {
  const between = tokens.slice(g + 1, i)
  if (between.every((t) => filler.test(t.low))) return true
  const first = between[0]!.text
  const last = between.at(-1)!.text
  if ((first === ',' || first === '(' || first === '—') && (last === ',' || last === ')' || last === '—')) return true
  if (first === ',' && between[1]?.low === 'who') return !between.slice(2).some((t) => clauseBreak.test(t.low))
  let lastJoin = -1
  between.forEach((t, k) => {
    if (/^(?:and|then|but|or|,)$/.test(t.low) || clauseBreak.test(t.low)) lastJoin = k
  })
  if (lastJoin < 0) return preposition.test(between[0]!.low)
  if (clauseBreak.test(between[lastJoin]!.low)) return false
  const tail = between.slice(lastJoin + 1)
  return tail.every((t) => filler.test(t.low)) && !between.some((t) => clauseBreak.test(t.low))
}

/** The coordinated group whose last member is the token at `g`: "Theseus and his train, including Hippolyta". */
export function groupEndingAt(tokens: readonly Token[], g: number): Who & { start: number } {
  const who: Who & { start: number } = { ...nobody(), start: g }
  let k = g
  for (;;) {
    const token = tokens[k]!
    addPerson(who, token, tokens[k - 1])
    const count = token.name === undefined ? undefined : countBefore(tokens, k)
    if (count !== undefined) who.counts = { ...who.counts, [token.name!]: count }
    who.start = k
    let before = k - 1
    // The determiner and adjectives of "his faithful servants".
    while (
      before >= 0 &&
      /^(?:the|a|an|his|her|their|its|one|two|three|four|five|six|another|\p{Ll}+)$/u.test(tokens[before]!.text) &&
      !/^(?:and|or|with|including|but|except|save|as|while|when|who|of|to|at|in|by|from|for|is|are|like|then|watches?|sees?|follows?|leads?|on|into)$/.test(
        tokens[before]!.low,
      ) &&
      k - before < 4
    ) {
      if (tokens[before]!.low === 'other' || tokens[before]!.low === 'others') break
      before--
    }
    const exceptWord = tokens[before]?.low ?? ''
    if (
      /^(?:but|except|save)$/.test(exceptWord) &&
      before > 0 &&
      (everybody.test(tokens[before - 1]!.low) || tokens[before - 1]!.low === 'exeunt')
    ) {
      return { names: [], pronoun: 'all', except: who.names, start: before - 1 }
    }
    if (tokens[before]?.text === ',' && /^(?:and|or)$/.test(tokens[before + 1]?.low ?? '')) before--
    let join = before
    // A list ends with "and": in "As Mara turns to Otto, Rosa walks in" Otto is no subject.
    if (k === g && tokens[join]?.text === ',') return who
    if (/^(?:and|or|&)$/.test(tokens[join]?.low ?? '')) join--
    if (tokens[join]?.text === ',') join--
    else if (/^(?:including|with)$/.test(tokens[join]?.low ?? '')) {
      join--
      if (tokens[join]?.low === 'along' || tokens[join]?.low === 'together') join--
      if (tokens[join]?.text === ',') join--
    }
    // "Mercutio, supported by Benvolio, exits"
    else if (
      tokens[join]?.low === 'by' &&
      /^(?:supported|followed|accompanied|attended|assisted|helped|led|pursued|guarded|joined)$/.test(
        tokens[join - 1]?.low ?? '',
      )
    ) {
      join -= 2
      if (tokens[join]?.text === ',') join--
    }
    if (tokens[join]?.text === ')') {
      while (join > 0 && tokens[join]!.text !== '(') join--
      join--
    }
    if (join === before || join < 0 || !isPerson(tokens[join]!) || tokens[join]!.low in single) return who
    k = join
  }
}

const numbers: Record<string, number> = { two: 2, both: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8 }

/** The number before a name: "two Murderers", "the other two Murderers". */
export function countBefore(tokens: readonly Token[], k: number): number | undefined {
  const word = tokens[k - 1]?.low ?? ''
  return numbers[word]
}

function addPerson(who: Who, token: Token, before: Token | undefined): void {
  if (token.name !== undefined) {
    if (!who.names.includes(token.name)) who.names.unshift(token.name)
  } else if (token.low in single) who.pronoun = single[token.low]!
  else if (everybody.test(token.low)) who.pronoun = 'all'
  else if (/^(?:others|rest)$/.test(token.low)) who.pronoun = 'others'
  else if (token.low === 'they' || token.low === 'both') who.pronoun = 'they'
  else if (before && /^(?:the|all|both|these|those)$/.test(before.low)) who.pronoun ??= 'they'
}

/** The names in a list that begins at `from`: "X, Y, and Z", up to anything that is no list. */
export function namesFrom(tokens: readonly Token[], from: number, to = tokens.length): string[] {
  const names: string[] = []
  for (let k = from; k < to; k++) {
    const token = tokens[k]!
    if (token.name !== undefined && !token.possessive) names.push(token.name)
    else if (
      !/^(?:,|and|&|or|the|a|an|his|her|their|other|all|both|some|one|two|three|four|\p{Ll}+(?:ed|ing)?)$/u.test(
        token.low,
      ) ||
      /^(?:as|who|while|to|at|like|of|in|on|from|is|are)$/.test(token.low)
    )
      break
  }
  return names
}
