import { wordList } from './wordList'

/** "walk", "walks", "walking", and what is done to somebody: "is led". */
export type FormKind = 'base' | 's' | 'ing' | 'done'

/** A form of a verb. */
export interface VerbForm {
  readonly lemma: string
  readonly form: FormKind
}

/** Participles that are not made with -ed: the verb and its participle. */
const participles = new Map(
  wordList(`
  bear:borne beat:beaten bite:bitten blow:blown break:broken bring:brought catch:caught come:come creep:crept
  cut:cut draw:drawn drive:driven fight:fought flee:fled fling:flung fly:flown forget:forgotten get:got give:given
  go:gone hang:hung hide:hidden hit:hit hold:held keep:kept lay:laid lead:led leap:leapt leave:left let:let
  make:made meet:met put:put ride:ridden rise:risen run:run see:seen send:sent set:set shake:shaken shoot:shot
  show:shown shut:shut sit:sat slay:slain slide:slid slink:slunk sneak:sneaked speak:spoken stand:stood
  steal:stolen stick:stuck strike:struck sweep:swept swim:swum swing:swung take:taken tear:torn tell:told
  throw:thrown tread:trodden wear:worn withdraw:withdrawn write:written`).map(
    (pair) => pair.split(':') as [string, string],
  ),
)
/** Verbs of one short syllable that double their last letter: "running", "slipped". */
const doubled = new Set(
  wordList(`
  bar beg chat clap cut dig drag drip drop fit flap flip flop get grab grin hit hop hug jog kid knit let nap nod pad
  pat pin plod plop plug pop prod put rap rip rob rub run scam set ship shop shrug shut sip sit skip slam slap slip
  snap sob spin split spot stab step stir stop strap strip strut stun swim tap tip top trap trek trim trip trot tug
  whip win wrap zip shin skid scud zigzag nip`),
)

/** "leave" to "leaves", "rush" to "rushes", "hurry" to "hurries". */
function thirdPerson(lemma: string): string {
  if (/(?:s|sh|ch|x|z|o)$/.test(lemma)) return `${lemma}es`
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`
}

/** "leave" to "leaving", "run" to "running", "lie" to "lying". */
function gerund(lemma: string): string {
  if (/[^aeiou]ie$/.test(lemma)) return `${lemma.slice(0, -2)}ying`
  if (/[^e]e$/.test(lemma)) return `${lemma.slice(0, -1)}ing`
  return `${doubled.has(lemma) ? lemma + lemma.at(-1)! : lemma}ing`
}

/** "lead" to "led", "hurry" to "hurried", "drag" to "dragged". */
function participle(lemma: string): string {
  const irregular = participles.get(lemma)
  if (irregular !== undefined) return irregular
  if (lemma.endsWith('e')) return `${lemma}d`
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`
  return `${doubled.has(lemma) ? lemma + lemma.at(-1)! : lemma}ed`
}

/** All forms of a verb by the word. Where one word is two forms ("come", "run") it is the plain one. */
export function formsOf(lemma: string): Map<string, VerbForm> {
  return new Map([
    [participle(lemma), { lemma, form: 'done' }],
    [gerund(lemma), { lemma, form: 'ing' }],
    [thirdPerson(lemma), { lemma, form: 's' }],
    [lemma, { lemma, form: 'base' }],
  ])
}
