import type { MoveKind } from './moveVerb'

/** A form of a movement verb: "walk", "walks", "walking". */
export interface Form {
  lemma: string
  form: 'base' | 's' | 'ing'
}

function formsOf(lemmas: string): Map<string, Form> {
  const out = new Map<string, Form>()
  for (const lemma of lemmas.trim().split(/\s+/)) {
    const s = /(?:s|sh|ch|x|z|o)$/.test(lemma)
      ? `${lemma}es`
      : /[^aeiou]y$/.test(lemma)
        ? `${lemma.slice(0, -1)}ies`
        : `${lemma}s`
    const stem = /[^e]e$/.test(lemma)
      ? lemma.slice(0, -1)
      : /^(?:run|step|slip|hop|skip|strut|trot|limp|zip|swim|jog|get|drop|drag|ship)$/.test(lemma) && lemma !== 'limp'
        ? lemma + lemma.at(-1)!
        : lemma
    out.set(lemma, { lemma, form: 'base' })
    out.set(s, { lemma, form: 's' })
    out.set(`${stem}ing`, { lemma, form: 'ing' })
  }
  return out
}

/** Movement in general; a particle tells where to. */
export const motions = formsOf(`
  walk run step storm rush hurry slip sneak stride march burst crash stumble stagger drive ride fly crawl climb jump hop sail head dash dart
  race speed saunter shuffle wander barge swagger tiptoe limp float roll move go come charge troop swim skate creep trot gallop bolt scurry
  scuttle scamper skip stomp tramp trudge strut stroll amble bound leap sprint jog lurch waltz sweep glide drift pour file squeeze push
  plod pad peel pull slide zoom fall get pop duck dive hobble lope bustle flounce prance slink sidle steal break tear hustle scoot back fade trail retreat withdraw`)
export const carrying = formsOf(
  'lead drag carry escort haul bring take pull draw bear help guide march walk wheel hustle',
)
export const expelling = formsOf(
  'usher throw push kick shove send chase drive toss shoo wave hurl force order boot whisk',
)
/** The follower goes where the other went before. */
export const following = formsOf('follow trail chase pursue join')
export const plain: Record<string, MoveKind> = {
  enter: 'enter',
  're-enter': 'enter',
  reenter: 'enter',
  arrive: 'enter',
  emerge: 'enter',
  materialize: 'enter',
  materialise: 'enter',
  exit: 'exit',
  depart: 'exit',
  vanish: 'exit',
  disappear: 'exit',
  exeunt: 'exit',
  flee: 'exit',
}
export const plainForms = formsOf(Object.keys(plain).join(' '))
export const conditional = formsOf('appear reappear return join approach leave descend ascend cross pass escape')
/** "Mara leaves. Otto follows her." */
export const goingAfter = formsOf('follow trail pursue')

export const taken = new Set(
  'led driven dragged carried taken escorted hauled ushered brought thrown pushed chased shown pulled drawn borne marched wheeled kicked shoved hustled whisked swept rushed'.split(
    ' ',
  ),
)
/** Every form that may be a movement; any other word is passed over at once. */
const verbForms = new Set([
  ...[motions, carrying, expelling, following, plainForms, conditional].flatMap((forms) => [...forms.keys()]),
  ...taken,
  ...goingAfter.keys(),
  'gone',
  'discovered',
  'revealed',
  'assisted',
  'helped',
  'reveal',
  'reveals',
  'revealing',
  'discover',
  'discovers',
  'discovering',
])

/** May the word be a form of a movement verb? */
export function isMovement(word: string): boolean {
  return verbForms.has(word)
}
