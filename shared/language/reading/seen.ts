import type { FrameEnd } from '../../model/common'
import { formsOf, type FormKind } from '../lexicon/verbForms'
import { wordList } from '../lexicon/wordList'

/** What a sentence is to a picture and to a film of it. */
export type Showing =
  /** Something to be seen. */
  | 'seen'
  /** Heard, lasting or not happening: the film has it, a still does not. */
  | 'film'
  /** Said to the reader of the script; nobody could draw or play it. */
  | 'reader'

interface Row {
  readonly match: RegExp
  readonly means: Exclude<Showing, 'seen'>
}

const it = '(?:this|that|it)'
/** What goes on in somebody's head, and nobody sees. */
const inner = wordList(
  'contemplate ponder wonder remember realize realise consider hope imagine reminisce muse brood know believe regret dread decide think understand recall recognize recognise wish',
).flatMap((verb) => [...formsOf(verb)])
const innerWords = (form: FormKind): string =>
  `(?:${inner.flatMap(([word, of]) => (of.form === form ? [word] : [])).join('|')})`
const does = innerWords('s')
const doing = innerWords('ing')
/** Does not show what it tells, by the form of the whole sentence. The first row that fits counts. */
const rows: readonly Row[] = [
  // "Beat." "And then there's a long, awkward beat." "Silence."
  {
    match:
      /^(?:and |but )?(?:then )?(?:there(?:['’]s| is) )?(?:an? |the )?(?:[\p{L}-]+,? ){0,3}(?:beat|pause|moment|silence)$/u,
    means: 'film',
  },
  { match: /^(?:slow(?: |-)motion|freeze(?: |-)frame|time(?: |-)lapse|split(?: |-)screen)$/, means: 'film' },
  {
    match: /^(?:the )?(?:screen|picture|image) (?:goes|fades|cuts|turns) (?:to )?(?:dark|black|white)$/,
    means: 'film',
  },
  // "Years later.", "That night."
  {
    match:
      /^(?:(?:[\p{L}-]+|\d+) )?(?:years?|months?|weeks?|days?|hours?|minutes?|moments?|seconds?) (?:later|earlier|pass|go by)$|^(?:much |some time |a little )?later$|^(?:meanwhile|(?:that|the next|the following) (?:night|evening|morning|afternoon|day))$/u,
    means: 'reader',
  },
  { match: /^not an? \p{L}+/u, means: 'film' },
  { match: /^(?:from [^,]+, )?(?:an?|the) (?:[\p{L}-]+ )?(?:\p{L}+['’]s )?voice \p{L}+/u, means: 'film' },
  { match: /^(?:nothing|nobody|no ?one|no answer|no reply|no response|gone)$/, means: 'film' },
  { match: /^(?:nobody|no ?one|none of them|neither of them|neither) \p{L}/u, means: 'film' },
  {
    match: /^(?:[\p{L}'’.-]+ ){1,4}(?:doesn['’]t|does not|don['’]t|do not|didn['’]t|did not|never)(?: \p{L}|$)/u,
    means: 'film',
  },
  // "Longer than is funny." "Long enough to be depressing."
  {
    match:
      /^(?:(?:much |far |even )?(?:longer|shorter|worse|better|stranger)(?: than|$)|(?:long|good|bad|old|close) enough\b|too (?:late|early|much|bad|long)$|or (?:so|does|is)\b|not (?:that|quite|yet|even)\b|maybe\b|perhaps\b|sort of\b|kind of\b|at least$|for now$|just like that$)/,
    means: 'reader',
  },
  // "Otto realises the truth." "She thinks about it."
  {
    match: new RegExp(`^(?:[\\p{L}'’.-]+ ){1,3}(?:[\\p{Ll}]+ly )?${does}\\b(?!.*(?:,| and | then ))`, 'u'),
    means: 'film',
  },
  // "This is going to be bad." "She will regret it."
  {
    match: new RegExp(
      `^(?:${it}|things?|he|she|they|[\\p{L}'’]+)(?:['’]s| is| are)? (?:going to|gonna|will|won['’]t|would|could have|must have|might|may)\\b`,
      'u',
    ),
    means: 'reader',
  },
  // "This is the home of the boy band." "It is worse than he thought."
  {
    match: new RegExp(
      `^${it}(?:['’]s| is| was) (?:only |just |really |all |clearly )?(?:(?:the|an?|his|her|their|our|[\\p{L}]+['’]s) (?:[\\p{L}-]+ )?(?:home|house|end|beginning|story|life|world|way|kind|sort|first|last|moment|place where|reason|same|work of|part of)\\b|worse\\b|better\\b|too (?:late|early|much)\\b|over\\b|no (?:use|good|joke)\\b|not (?:going|easy|good|funny)\\b|bad\\b|hopeless\\b|useless\\b|time\\b|now or never\\b)`,
      'u',
    ),
    means: 'reader',
  },
  {
    match:
      /^(?:has|have|he has|she has|they have|\S+(?: \S+)? has) (?:come (?:about|for|to)|been (?:read|told|expecting|waiting))\b/,
    means: 'reader',
  },
  { match: /^to \p{L}+!$/u, means: 'reader' },
  // "40, her son, wet to the knee." describes whoever was named; "Bob does that." says nothing anew.
  { match: /^(?:(?:early|mid|late)[ -])?\d{1,3}(?:'?s)?,\s/, means: 'reader' },
  { match: /^(?:[\p{L}'.-]+ ){1,3}(?:does|do) (?:that|so|it|this|the same)$/u, means: 'reader' },
  { match: /^(?:[\p{L}'.-]+ ){1,3}(?:obeys?|complies|comply)$/u, means: 'reader' },
]

/** "A knock", "Footsteps", "From the kitchen, a crash", "Distant thunder", but not "Otto screams". */
const noiseAlone = new RegExp(
  `^(?:(?:from|in|on|behind|above|below|outside|inside|upstairs|downstairs|somewhere)[^,]*, )?(?:an? |the |another |more |two |three |some )?(?:(?:distant|faint|loud|heavy|muffled|sudden|soft|far-off|approaching|police|church|hurried|slow|sharp|low|terrible|deafening|dull)(?: |, ))*(?:${[
    'knock|knocks|knocking|footsteps?|steps|crash|bang|thud|click|clicks|horns?|sirens?|screams?|gunshots?|shots?|laughter',
    'applause|cheers|music|thunder|doorbell|bells?|voices|whispers|whistle|howl|creak|buzz|beeps?|ringing|explosion',
    'shouting|static|barking|heartbeat|ringtone|gunfire',
  ].join('|')})$`,
)

/** What can be seen of a sentence as it stands in a script. */
export function showing(sentence: string): Showing {
  const bare = sentence
    .trim()
    .replace(/[.…:;,\s]+$/u, '')
    .replace(/[’]/g, "'")
  if (bare.length > 200) return 'seen'
  const low = bare.toLowerCase()
  const row = rows.find(({ match }) => match.test(low))
  if (row) return row.means
  return noiseAlone.test(low) ? 'film' : 'seen'
}

/** "The seal is broken and so is the writer" */
const alsoSo = /,?\s+and so (?:is|are|was|were|do|does|has|have|will) [^.,;!?]{1,60}(?=[.!?…]*$)/iu
const comments =
  'unfortunately|of course|obviously|naturally|mercifully|luckily|thankfully|apparently|needless to say|as always|as usual|so to speak|for once|ironically|oddly enough|sure enough|it seems|we learn'
const leading = new RegExp(`^(?:${comments}),?\\s+(?=\\S)`, 'iu')
/** "sits quietly, contemplating -- something": to be seen is that she sits; "-- something" is nothing. */
const thoughts = new RegExp(`,\\s+(?:and\\s+)?(?:\\p{Ll}+ly\\s+)?${doing}\\b[^,;.!?…]*(?=[,;.!?…]|$)`, 'giu')
const vague =
  /\s+(?:--|—|–)\s*(?:something|anything|nothing|whatever|somehow|maybe|almost|sort of)\b[^,;.!?…]*(?=[.!?…]|$)/iu
const closing = new RegExp(`,\\s*(?:${comments})(?=[.!?…]*$)`, 'iu')
const between = new RegExp(`,\\s*(?:${comments}),`, 'giu')

/**
 * A sentence without what is said to the reader of the script only: "- ", "unfortunately", "(?)", "but mercifully we...".
 */
export function withoutAsides(sentence: string): string {
  let text = sentence
    .replace(/^\s*(?:[-–—•*]+\s+|\d{1,2}[.)]\s+|[A-Za-z]\)\s+)/u, '')
    .replace(/\s*\((?:\?|!|sic)\)/g, '')
    .replace(/,?\s*\b(?:but|and|as|until)\s+(?:\p{Ll}+ly,?\s+)?we\s*(?:\.\.\.|…|--|—)\s*$/iu, '.')
    .replace(alsoSo, '')
    .replace(thoughts, '')
    .replace(vague, '')
    .replace(between, '')
    .replace(closing, '')
  for (let bare = text.replace(leading, ''); bare !== text; bare = text.replace(leading, '')) text = bare
  text = text
    .replace(/^(?:it['’]s|it is)\s+(?=[^.]*,\s+\p{Ll}+ing\b)/iu, '')
    .replace(/^(He|She|They) (?:too|also),? (?=\p{Ll})/u, '$1 ')
  return text.replace(/^\p{Ll}/u, (letter) => (sentence.startsWith(letter) ? letter : letter.toUpperCase()))
}

/** Answers what was said before, or tells when it happens after it: alone a sentence needs none of them. */
const links =
  /^(?:(?:and|but) then|and so|but|and|then|meanwhile|or(?=,)|(?:so|yet|still|now|next|again|also|instead|however|therefore|besides|anyway|finally|eventually|afterwards?)(?=,)),?\s+(?=\S)/iu
/** Sudden or late: nothing of it is seen in a still. */
const moments =
  /^(?:suddenly|all of a sudden|all at once|just then|at (?:that|this|the same) (?:very )?moment|right then|in that moment|without warning|abruptly|out of nowhere|(?:soon|moments later|a moment later|seconds later|a beat later|finally|eventually|at last)(?=,)),?\s+(?=\S)/iu

/**
 * A sentence without what ties it to the one before: "But Otto sits" is "Otto sits"; in a still it is not sudden either.
 * @param still the words tell one picture
 */
export function standingAlone(sentence: string, still: boolean): string {
  let text = sentence
  for (let bare = ''; bare !== text;) {
    bare = text
    text = text.replace(links, '')
    if (still) text = text.replace(moments, '')
  }
  return text === sentence ? text : text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

const opening =
  /\b(?:opens|(?:slides|swings|bursts|flies|springs|creaks|slams|falls|pops|rolls) open)\b(?:,? by (?:it|them)sel(?:f|ves))?/u
const shutting = /\b(?:(?:slams|bangs|falls|swings|clicks|slides) shut|closes)\b(?:,? by (?:it|them)sel(?:f|ves))?/u
const leaf =
  /\b(?:doors?|gates?|trapdoor|hatch|window|windows|curtains?|lid|drawer|blinds|shutters?|portal)\b[^,.;:]{0,30}$/iu

/**
 * How a thing stands at one end of what a sentence tells: "The screen door slides open" finds it shut and leaves it open; null of
 * anything else.
 */
export function standingAt(sentence: string, end: FrameEnd): string | null {
  for (const [pattern, before, after] of [
    [opening, 'is shut', 'stands open'],
    [shutting, 'stands open', 'is shut'],
  ] as const) {
    const found = pattern.exec(sentence)
    if (!found || !leaf.test(sentence.slice(0, found.index))) continue
    // "Tobin opens the door" tells of Tobin, "opens onto a hall" of more than the door.
    const rest = sentence.slice(found.index + found[0].length)
    if (!/^[.!,;]?\s*$/u.test(rest)) continue
    return `${sentence.slice(0, found.index)}${end === 'start' ? before : after}.`
  }
  return null
}
