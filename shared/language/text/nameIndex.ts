import { nameJoiners } from '../lexicon/names'
import { isGroupNoun, isPersonNoun, wifeTitles } from '../lexicon/people'
import { determiners } from '../lexicon/smallWords'
import { isTitle, nameWords } from './names'
import { tokenize, type Token } from './tokens'

interface Node {
  next: Map<string, Node>
  key?: string
  /** Needs a capital where it stands, whatever the index allows. */
  capital?: boolean
}

/**
 * How a name may be written where it stands. `capital`: with capitals; roles ("the minion", "two fairies", "the
 * handsome man") also in small letters after a determiner. `thing`: so names of any kind ("the gnome"). `any`: anyhow
 * and anywhere, for who must not be overlooked.
 */
export type NameStyle = 'capital' | 'thing' | 'any'

/** Finds names in running text, longest first. One pass, whatever the number of names. */
export class NameIndex {
  private readonly root: Node = { next: new Map() }

  constructor(
    keys: Iterable<string> = [],
    private readonly style: NameStyle = 'capital',
  ) {
    for (const key of keys) this.add(key, key)
  }

  /**
   * Makes a name stand for a key; what is in the index already stays.
   * @param capital only where it is written with a capital
   */
  add(name: string, key: string, capital = false): void {
    let node = this.root
    for (const word of wordsOfName(name)) {
      let next = node.next.get(word)
      if (!next) node.next.set(word, (next = { next: new Map() }))
      node = next
    }
    if (node !== this.root && node.key === undefined) {
      node.key = key
      if (capital) node.capital = true
    }
    if (this.style === 'any' && name.includes('-')) this.add(name.replaceAll('-', ' '), key, capital)
  }

  /** The tokens of a text, names of several words as one token. `offset` is added to all positions. */
  read(text: string, offset = 0): Token[] {
    const words = tokenize(text, offset)
    const out: Token[] = []
    for (let i = 0; i < words.length;) {
      const match = this.match(words, i)
      if (match) {
        const last = words[match.end - 1]!
        const first = words[i]!
        const whole = text.slice(first.start - offset, last.end - offset)
        out.push({
          text: whole,
          low: whole.toLowerCase(),
          start: first.start,
          end: last.end,
          name: match.key,
          ...(match.possessive ? { possessive: true } : {}),
        })
        i = match.end
      } else out.push(this.withNameInside(words[i++]!))
    }
    if (this.style === 'capital') out.forEach((token, i) => this.readWife(out, token, i))
    return out
  }

  /** "Otto-like" speaks of Otto, and is nobody. */
  private withNameInside(word: Token): Token {
    if (this.style !== 'any' || !word.text.includes('-')) return word
    const parts = tokenize(word.text.replaceAll('-', ' '))
    const inside = parts.map((_, i) => this.match(parts, i)).find((match) => match !== null)
    return inside ? { ...word, name: inside.key, possessive: true } : word
  }

  /** "Capulet and his Wife", "Macduff's Wife": LADY CAPULET, if there is one. */
  private readWife(tokens: readonly Token[], token: Token, i: number): void {
    if (token.low !== 'wife' || token.name !== undefined) return
    const before = tokens[i - 1]
    const owner = before?.possessive
      ? before.name
      : before?.low === 'his'
        ? tokens.slice(0, i).findLast((t) => t.name !== undefined)?.name
        : undefined
    if (owner === undefined) return
    for (const title of wifeTitles) {
      const key = wordsOfName(`${title} ${owner}`).reduce(
        (node: Node | undefined, word) => node?.next.get(word),
        this.root,
      )?.key
      if (key !== undefined) token.name = key
    }
  }

  private match(words: Token[], from: number): { key: string; end: number; possessive: boolean } | null {
    let node: Node | undefined = this.root
    let best: { key: string; end: number; possessive: boolean } | null = null
    let capitals = true
    for (let i = from; i < words.length; i++) {
      // "Mr. Smith", "J. Edgar"
      if (i > from && words[i]!.text === '.' && isAbbreviation(words[i - 1]!)) continue
      const word = foldWord(words[i]!.low)
      if (i > from && innerArticles.has(word) && !node.next.has(word)) continue
      const bare = word.replace(/'s?$/, '')
      const whole: Node | undefined = node.next.get(word)
      const owner: Node | undefined = bare !== word ? node.next.get(bare) : undefined
      capitals &&= /^[\p{Lu}\p{Lo}\p{N}#]/u.test(words[i]!.text) || (i > from && nameJoiners.has(word))
      const hit = whole?.key !== undefined ? whole : owner
      if (hit?.key !== undefined && (capitals || this.fitsInSmall(words, from, i, hit)))
        best = { key: hit.key, end: i + 1, possessive: hit === owner && whole === undefined }
      node = whole
      if (!node) break
    }
    return best
  }

  private fitsInSmall(words: Token[], from: number, to: number, { key, capital }: Node): boolean {
    if (this.style === 'any') return !capital || words.slice(from, to + 1).some((word) => /^\p{Lu}/u.test(word.text))
    return this.isRoleMention(words, from, to, key!)
  }

  /** Small letters: only after a determiner, and only names that are nouns for persons or have several words. */
  private isRoleMention(words: Token[], from: number, to: number, key: string): boolean {
    const things = this.style === 'thing'
    const head = words[to]!.low
    if (!things && !isPersonNoun(head) && !isGroupNoun(head)) return false
    let before = from - 1
    for (
      let skipped = 0;
      skipped < 2 &&
      before >= 0 &&
      /^\p{Ll}/u.test(words[before]!.text) &&
      !determiners.has(words[before]!.low) &&
      !/['’]s$/.test(words[before]!.low);
      skipped++
    )
      before--
    const det = words[before]
    // "Brutus's servant"
    if (/^\p{Lu}.*['’]s$/u.test(words[from]!.text) && to > from) return true
    return (
      (things || withoutArticles(words, from, to).length === wordsOfName(key).length) &&
      det !== undefined &&
      (determiners.has(det.low) || det.low.endsWith("'s"))
    )
  }
}

/** The words of a name as the index holds them: what is written without spaces by the letter, and no articles inside. */
function wordsOfName(name: string): string[] {
  const words = nameWords(name).flatMap((word) => tokenize(word).map((token) => foldWord(token.low)))
  return words.filter((word, i) => i === 0 || i === words.length - 1 || !innerArticles.has(word))
}
const innerArticles = new Set(['the', 'a', 'an'])
const withoutArticles = (words: readonly Token[], from: number, to: number): Token[] =>
  words.slice(from, to + 1).filter((word, i) => i === 0 || !innerArticles.has(word.low))

/** Without accents, so that "Zoe" finds "Zoë", and "Οδυσσεύς" ΟΔΥΣΣΕΥΣ. */
function foldWord(low: string): string {
  if (!/[\u00c0-\uffff]/.test(low)) return low
  // Turkish dotless i and final sigma fold as their capitals do.
  return low.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ı', 'i').replaceAll('ς', 'σ')
}

function isAbbreviation(token: Token): boolean {
  return token.text.length === 1 || isTitle(token.low)
}
