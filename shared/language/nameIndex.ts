import { isTitle, nameWords } from './names'
import { isGroupNoun, isPersonNoun } from './words'

/** A word, name or punctuation mark of a sentence. */
export interface Token {
  text: string
  low: string
  /** Offsets in the text it was read from. */
  start: number
  end: number
  /** The key of the name that stands here. */
  name?: string
  /** "Steel's". */
  possessive?: boolean
}

interface Node {
  next: Map<string, Node>
  key?: string
}

const determiner =
  /^(?:the|a|an|his|her|their|its|our|my|your|this|that|these|those|two|three|four|five|six|more|other|another|one|several|some|certain|divers|many|few|no|every|each|both|all)$/

/**
 * Finds names in running text, longest first. A name must begin with a capital where it stands; roles ("the minion",
 * "two fairies", "the handsome man") also match in small letters after a determiner. One pass, whatever the number of names.
 */
export class NameIndex {
  private readonly root: Node = { next: new Map() }

  /** With `things` names of any kind also match in small letters ("the gnome"), not only roles. */
  constructor(
    keys: Iterable<string>,
    private readonly things = false,
  ) {
    for (const key of keys) {
      let node = this.root
      for (const word of nameWords(key)) {
        let next = node.next.get(word)
        if (!next) node.next.set(word, (next = { next: new Map() }))
        node = next
      }
      if (node !== this.root) node.key ??= key
    }
  }

  /** Makes a single word stand for a name too ("Toby" for SIR TOBY), unless it is a name itself. */
  addForm(word: string, key: string): void {
    let node = this.root.next.get(word)
    if (!node) this.root.next.set(word, (node = { next: new Map() }))
    node.key ??= key
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
      } else out.push(words[i++]!)
    }
    out.forEach((token, i) => this.readWife(out, token, i))
    return out
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
    for (const title of ['LADY', 'MRS', 'MISTRESS', 'MADAM', 'MADAME']) {
      const key = nameWords(`${title} ${owner}`).reduce(
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
      const upper: string = words[i]!.low.toUpperCase()
      const bare: string = upper.replace(/'S?$/, '')
      const whole: Node | undefined = node.next.get(upper)
      const owner: Node | undefined = bare !== upper ? node.next.get(bare) : undefined
      capitals &&= /^[\p{Lu}\p{N}#]/u.test(words[i]!.text)
      const hit = whole?.key !== undefined ? whole : owner
      if (hit?.key !== undefined && (capitals || this.isRoleMention(words, from, i, hit.key)))
        best = { key: hit.key, end: i + 1, possessive: hit === owner && whole === undefined }
      node = whole
      if (!node) break
    }
    return best
  }

  /** Small letters: only after a determiner, and only names that are nouns for persons or have several words. */
  private isRoleMention(words: Token[], from: number, to: number, key: string): boolean {
    const parts = nameWords(key)
    const head = words[to]!.low.toUpperCase()
    if (!this.things && !isPersonNoun(head) && !isGroupNoun(head)) return false
    let before = from - 1
    for (
      let skipped = 0;
      skipped < 2 &&
      before >= 0 &&
      /^\p{Ll}/u.test(words[before]!.text) &&
      !determiner.test(words[before]!.low) &&
      !/['’]s$/.test(words[before]!.low);
      skipped++
    )
      before--
    const det = words[before]
    // "Brutus's servant"
    if (/^\p{Lu}.*['’]s$/u.test(words[from]!.text) && to > from) return true
    return (
      (this.things || to - from + 1 === parts.length) &&
      det !== undefined &&
      (determiner.test(det.low) || det.low.endsWith("'s"))
    )
  }
}

function isAbbreviation(token: Token): boolean {
  return token.text.length === 1 || isTitle(token.low.toUpperCase())
}

/** Words and punctuation; a word keeps apostrophes, hyphens and dots inside it. */
export function tokenize(text: string, offset = 0): Token[] {
  const out: Token[] = []
  for (const m of text.matchAll(
    /[\p{L}\p{N}#](?:[\p{L}\p{N}\p{M}#]|['’.-](?=[\p{L}\p{N}]))*['’]?|--|[^\s\p{L}\p{N}]/gu,
  )) {
    const word = m[0]
    out.push({
      text: word,
      low: word.replaceAll('’', "'").toLowerCase(),
      start: offset + m.index,
      end: offset + m.index + word.length,
    })
  }
  return out
}
