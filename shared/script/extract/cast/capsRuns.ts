import type { Token } from '../../../language/text/tokens'
import { tokenize } from '../../../language/text/tokens'
import { isGroupNoun, isPersonNoun } from '../../../language/lexicon/people'
import { socialVerbs } from '../../../language/lexicon/personVerbs'
import { bodyParts } from '../../../language/lexicon/things'
import { isTitle, withNicknames } from '../../../language/text/names'
import {
  cameraWords,
  leadIns,
  namedThings,
  noAdjectives,
  shoutedVerbs,
  soundWords,
  stressWords,
} from '../../../language/lexicon/screenWords'
import { foreignArticles } from '../../../language/lexicon/foreignWords'
import { pluralDeterminers, singleDeterminers } from '../../../language/lexicon/smallWords'

/** A run of capitals in an action paragraph: what may be a new character or a prop. */
export interface CapsRun {
  /** In capitals, without article, camera words and trailing sounds: "SCREEN DOOR". */
  key: string
  /** As in the text. */
  form: string
  line: number
  /** What leads up to it: "the GUN", "two BEERS", "Mom's PORSCHE", "COGNITO". */
  lead: 'article' | 'number' | 'owner' | 'none'
  /** Comes after "named" or "called", and what is so called is no vehicle or place. */
  called: boolean
  /** Comes right after "and" or a comma and another run without article. */
  joined: boolean
  /** Told as somebody: "Behind him: QUILL", "We meet JORUN", "his wife WANJA", "Otto greets ULF". */
  met: boolean
  /** "OLAV's hand trembles". */
  embodied: boolean
  /** No word of it is a sound, a word of stress or a verb form. */
  plain: boolean
  /** The words after it. */
  after: Token[]
  /** The text after it, up to 300 characters. */
  rest: string
}

/**
 * The runs of capitals of an action paragraph. Paragraphs all in capitals and quoted signs have none: there capitals
 * say nothing.
 * @param cues names in capitals of who speaks: such a name is whole, whatever its last word means ("NINA BLACK", "JON CRANE")
 */
export function findCapsRuns(text: string, line: number, cues: ReadonlySet<string> = noCues): CapsRun[] {
  if (!/\p{Lu}{2}/u.test(text) || !/\p{Ll}/u.test(text)) return []
  text = withNicknames(text)
  const tokens = tokenize(text)
  const words = tokens.filter((t) => /\p{L}/u.test(t.text))
  const shouting = words.filter((t) => isCaps(t)).length
  if (words.length >= 6 && shouting > words.length * 0.8) return []
  const lines = new LineCounter(text, line)
  const runs: CapsRun[] = []
  let quoted = false
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i]!
    // "an apron that says BOSS"
    if (isCaps(token) && writing.test(tokens[i - 1]?.low ?? '')) {
      while (i < tokens.length && isCaps(tokens[i]!)) i++
      continue
    }
    if (token.text === '“') quoted = true
    else if (token.text === '”') quoted = false
    else if (token.text === '"') quoted = !quoted
    if (quoted || !isCaps(token)) {
      i++
      continue
    }
    let end = i + 1
    while (
      end < tokens.length &&
      (isCaps(tokens[end]!) || isInside(tokens, end) || /^#?\d{1,2}$|^#\p{Lu}$/u.test(tokens[end]!.text))
    )
      end++
    for (const run of readRun(tokens, i, end, text, cues)) runs.push({ ...run, line: lines.at(run.start) })
    i = end
  }
  return runs
}

const noCues: ReadonlySet<string> = new Set()

/** Before words in capitals that stand written somewhere. */
const writing = /^(?:says?|saying|reads?|reading|marked|labell?ed|spells?|spelling|titled|lettered|stamped|emblazoned)$/

/** A connector or title dot between two words in capitals. */
function isInside(tokens: Token[], i: number): boolean {
  const next = tokens[i + 1]
  if (!next || !isCaps(next)) return false
  const text = tokens[i]!.text
  const before = tokens[i - 1]!
  const abbreviated =
    before.text.length === 1 || isTitle(before.low.toUpperCase()) || /^(?:ST|JR|SR|MT|FT)$/i.test(before.text)
  return text === '&' || (text === '.' && abbreviated && before.end === tokens[i]!.start) || text === '#'
}

type Run = Omit<CapsRun, 'line'> & { start: number }

function readRun(tokens: Token[], from: number, to: number, text: string, cues: ReadonlySet<string>): Run[] {
  const out: Run[] = []
  let start = from
  for (let i = from; i <= to; i++) {
    const upper = i < to ? tokens[i]!.low.toUpperCase() : ''
    const owner = /'S$|S'$/.test(upper) && i + 1 < to
    const verb = i > start && shoutedVerbs.has(upper)
    if (
      i < to &&
      !verb &&
      upper !== 'AND' &&
      upper !== 'OR' &&
      upper !== '&' &&
      upper !== 'AKA' &&
      upper !== 'WITH' &&
      !owner
    )
      continue
    // "BRICK'S GUN" is Brick's gun; the owner is read as a name of his own.
    const run = trimRun(tokens, start, owner ? i + 1 : i, text, start > from, cues)
    if (run) out.push(run)
    start = i + 1
  }
  return out
}

function trimRun(
  tokens: Token[],
  from: number,
  to: number,
  text: string,
  inner: boolean,
  cues: ReadonlySet<string>,
): Run | null {
  let start = from
  let end = to
  const word = (i: number): string => tokens[i]!.low.toUpperCase()
  const empty = (w: string): boolean =>
    cameraWords.has(w) ||
    stressWords.has(w) ||
    singleDeterminers.has(w) ||
    pluralDeterminers.has(w) ||
    !/[\p{L}\p{N}]/u.test(w)
  if (tokens.slice(start, end).every((t) => empty(t.low.toUpperCase()))) return null
  while (
    start < end &&
    (leadIns.has(word(start)) || singleDeterminers.has(word(start)) || pluralDeterminers.has(word(start)))
  )
    start++
  const speaks = () =>
    end - start > 1 &&
    cues.has(
      tokens
        .slice(start, end)
        .map((t) => t.low.toUpperCase())
        .join(' ')
        .replace(/'S$/, ''),
    )
  while (
    start < end &&
    !speaks() &&
    (empty(word(end - 1)) || soundWords.has(word(end - 1)) || leadIns.has(word(end - 1)))
  )
    end--
  // Of "EXTREMELY HANDSOME MAN SCREAMS" the sound is cut off; a sound in front ("SLAMS THE DOOR") makes a verb of it.
  if (start >= end || soundWords.has(word(start))) return null
  const key = tokens
    .slice(start, end)
    .map((t) => t.low.toUpperCase())
    .join(' ')
    .replace(/ \. /g, '. ')
    .replace(/'S$/, '')
  if (key.replace(/[^\p{L}]/gu, '').length < 2) return null
  const last = tokens[end - 1]!
  return {
    key,
    form: text.slice(tokens[start]!.start, last.end).replace(/['’][Ss]$/, ''),
    start: tokens[start]!.start,
    lead: leadOf(tokens, start),
    called: isCalled(tokens, start),
    met: isMet(tokens, start, end),
    embodied: /['’]s$/i.test(last.text) && bodyParts.has(tokens[end]?.low ?? ''),
    joined: inner || (tokens[start - 1]?.low === 'and' && start >= 2),
    plain: tokens
      .slice(start, end)
      .every(
        (t) =>
          !soundWords.has(t.low.toUpperCase()) && !stressWords.has(t.low.toUpperCase()) && !/(?:ing|ed)$/.test(t.low),
      ),
    after: tokens.slice(end, end + 12),
    rest: text.slice(last.end, last.end + 300),
  }
}

function isCalled(tokens: Token[], start: number): boolean {
  const before = tokens[start - 1]?.low ?? ''
  const isName = /^(?:is|:)$/.test(before) && tokens[start - 2]?.low === 'name'
  if (!isName && !/^(?:named|called|meet)$/.test(before)) return false
  return !tokens.slice(Math.max(0, start - 6), start - 1).some((t) => namedThings.has(t.low))
}

/** Introduced as somebody: by a verb of meeting, a place in the sentence where people stand, or a noun for a person. */
function isMet(tokens: Token[], start: number, end: number): boolean {
  const low = (k: number): string => tokens[k]?.low ?? ''
  const closed = end >= tokens.length || /^[.,;:!?—–]$|^--$/.test(tokens[end]!.text)
  const before = low(start - 1)
  // "We meet JORUN", "This is KASPAR.", "There is LORNA, asleep".
  if (closed && /^(?:meet|meets|introducing)$/.test(before)) return true
  if (closed && /^(?:is|are)$/.test(before) && /^(?:this|that|there|here|it|him|her|them)$/.test(low(start - 2)))
    return true
  if (/^(?:it's|here's|there's)$/.test(before) && closed) return true
  // "Behind him: QUILL."
  if (closed && /^[:—–]$|^--$/.test(before) && /^(?:him|her|them|it|us|frame)$/.test(low(start - 2))) return true
  // "In the corner, PETRA."
  if (
    closed &&
    before === ',' &&
    /^(?:in|at|on|by|behind|beside|next|near|across|under|among|outside|inside)$/.test(low(0))
  ) {
    const stop = end >= tokens.length || tokens[end]!.text === '.'
    if (stop && !tokens.slice(0, start - 1).some((t) => /^[,.;]$/.test(t.text))) return true
  }
  // "Next to Otto is VERENA".
  if (closed && before === 'is' && /^(?:next|beside|behind|opposite|among|with|between)$/.test(low(0))) return true
  // "his wife WANJA", "A tall woman, INGRA,".
  const noun = before === ',' ? start - 2 : start - 1
  const listed = low(end) === 'and' && /^\p{Lu}{2}/u.test(tokens[end + 1]?.text ?? '')
  if (
    /^\p{Ll}+$/u.test(tokens[noun]?.text ?? '') &&
    (isPersonNoun(low(noun)) || isGroupNoun(low(noun))) &&
    (before !== ',' || closed || listed)
  )
    return true
  // "Otto bumps into TILDA".
  for (let k = start - 1; k >= Math.max(0, start - 3); k--) {
    if (socialVerbs.has(low(k))) return true
    if (!/^(?:to|into|with|at|the|and)$/.test(low(k))) break
  }
  return false
}

/** "the rusty old KEY" counts; "the phone RINGS" does not: there the small word is the noun. */
function leadOf(tokens: Token[], start: number): CapsRun['lead'] {
  const verbLike = /(?:S|ED|ING)$/.test(tokens[start]!.low.toUpperCase())
  for (let i = start - 1, adjectives = 0; i >= 0; i--, adjectives++) {
    const token = tokens[i]!
    const upper = token.low.toUpperCase()
    const far = adjectives > 0 && verbLike
    if (singleDeterminers.has(upper) || (foreignArticles.has(token.low) && i === start - 1))
      return far ? 'none' : 'article'
    if (pluralDeterminers.has(upper) || /^\d+$/.test(upper)) return 'number'
    if (/'S$|S'$/.test(upper)) return far ? 'none' : 'owner'
    if (adjectives >= 2 || !/^\p{Ll}/u.test(token.text) || isNoAdjective(token.low) || endsAsVerb(token.low))
      return 'none'
  }
  return 'none'
}

/** "rings", but not "canvas". */
const endsAsVerb = (word: string): boolean => /[^su]s$/.test(word) && !/^(?:canvas|gas|christmas|iris)$/.test(word)

const isNoAdjective = (word: string): boolean => noAdjectives.has(word) || /^\w+ly$/.test(word)

/** All capitals (or capitals and digits), at least two characters; single letters only as initials. */
function isCaps(token: Token): boolean {
  const t = token.text.replace(/['’]s$/, '')
  return /\p{Lu}/u.test(t) && !/\p{Ll}/u.test(t) && (t.length > 1 || /^[AI]$/.test(t))
}

/** Line numbers of growing offsets. */
class LineCounter {
  private offset = 0

  constructor(
    private readonly text: string,
    private line: number,
  ) {}

  at(offset: number): number {
    for (let i = this.text.indexOf('\n', this.offset); i >= 0 && i < offset; i = this.text.indexOf('\n', i + 1)) {
      this.line++
      this.offset = i + 1
    }
    return this.line
  }
}
