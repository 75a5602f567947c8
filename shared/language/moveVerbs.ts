import { idiomAt } from './idioms'
import type { MoveVerb } from './moveVerb'
import type { Token } from './nameIndex'
import {
  carrying,
  conditional,
  expelling,
  following,
  goingAfter,
  isMovement,
  motions,
  plain,
  plainForms,
  taken,
  type Form,
} from './verbForms'

const inward = /^(?:in|inside|onstage|on-stage)$/
const outward = /^(?:out|off|away|offstage|off-stage|offscreen|off-screen)$/
const adverb = /^(?:\w+ly|back|quickly|right|straight|just|then|now|again|slowly|over|all|both|together|once|more)$/
const codes =
  /^(?:code|password|number|numbers|data|pin|combination|name|command|coordinates|text|message|details|password|passcode|sequence|browser|app|program|game|menu|website|freeway|highway|motorway|contest|competition|race|war|agreement|plea)$/
const places =
  /^(?:room|house|home|building|bar|shop|store|office|kitchen|hall|hallway|bathroom|bedroom|cell|cabin|car|scene|stage|frame|shot|picture|church|court|courtroom|theater|theatre|restaurant|cafe|diner|hotel|apartment|flat|party|table|area|garden|yard|patio|street|train|bus|plane|ship|boat|tent|cave|castle|palace|tavern|library|gym|school|classroom|club|station|garage|lobby|elevator|lift|tower|place|premises|deck|field|woods|forest|camp|village|town|city|chamber|gate|door|view|porch|mansion|barn|stables?|lab|studio|ward|hospital|saloon|prison)$/

/** The movement verb that stands at `i`, or null. Knows "appears to be", "leaves the gun", "enters the code" as none. */
export function verbAt(tokens: readonly Token[], i: number): MoveVerb | null {
  const word = tokens[i]!.low
  const idiom = tokens[i]!.name === undefined && !isNoVerb(tokens, i) ? idiomAt(tokens, i) : null
  if (idiom) return idiom
  if (!isMovement(word)) return null
  if (tokens[i]!.name !== undefined || tokens[i]!.possessive) return null
  if (word === 'gone') return goneAt(tokens, i)
  const passive = /^(?:is|are|get|gets|being)$/.test(tokens[i - 1]?.low ?? '') ? passiveAt(tokens, i) : null
  if (passive) return passive
  const reveal = revealAt(tokens, i)
  if (reveal) return reveal
  if (isNoVerb(tokens, i)) return null
  const plainForm = plainForms.get(word)
  if (plainForm) return plainAt(tokens, i, plainForm)
  const special = conditional.get(word)
  return (
    (special ? conditionalAt(tokens, i, special) : null) ??
    carryAt(tokens, i) ??
    motionAt(tokens, i) ??
    followAt(tokens, i)
  )
}

/** "to leave", "can't enter", "the exit", "about to go": no event. */
function isNoVerb(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.low ?? ''
  if (
    /^(?:to|can|can't|cannot|could|would|should|will|won't|not|don't|doesn't|didn't|never|may|might|must|if|the|a|an|his|her|their|this|that|no|my|your|dead|dry|fallen|of|for)$/.test(
      before,
    )
  )
    return true
  if (/^(?:not|never|n't)$/.test(tokens[i - 2]?.low ?? '') && adverb.test(before)) return true
  return before === '-' || tokens[i + 1]?.text === '-'
}

function plainAt(tokens: readonly Token[], i: number, { lemma, form }: Form): MoveVerb | null {
  const next = objectNoun(tokens, i + 1)
  if ((lemma === 'enter' || lemma === 'exit') && next && codes.test(next)) return null
  if (form === 'ing' && !opensPhrase(tokens, i)) return null
  const kind = plain[lemma]!
  // "emerges", "arrives" of someone seen before is no second entrance.
  const weak = lemma === 'arrive' || lemma === 'emerge'
  if (next && places.test(next) && lemma === 'enter') return { kind, form, end: i + 1, weak, into: next }
  if (next && places.test(next) && lemma === 'exit') return { kind, form, end: i + 1, weak, outOf: next }
  const side = /^(?:vanish|disappear|materiali[sz]e)$/.test(lemma) ? { side: 'in_place' as const } : {}
  return { kind, form, end: i + 1, weak, ...side }
}

function opensPhrase(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.text
  return (
    before === undefined ||
    before === ',' ||
    before === ';' ||
    before === '—' ||
    before === '--' ||
    before === '(' ||
    /^(?:and|is|are)$/i.test(before)
  )
}

/** The noun of the phrase right after a verb: "enters the secret CODE". */
function objectNoun(tokens: readonly Token[], from: number): string | null {
  if (!/^(?:the|a|an|his|her|their|its|this|that|my|your)$/.test(tokens[from]?.low ?? '')) {
    const bare = tokens[from]
    return bare && /^\p{Ll}/u.test(bare.text) ? bare.low : null
  }
  let noun: string | null = null
  for (let i = from + 1; i < from + 5 && tokens[i] && /^[\p{L}]/u.test(tokens[i]!.text); i++) {
    if (/^(?:and|with|in|on|to|of|from|through|as|at|into|for|behind|by|while|without|alone)$/.test(tokens[i]!.low))
      break
    noun = tokens[i]!.low
  }
  return noun
}

function endsPhrase(token: Token | undefined): boolean {
  return (
    token === undefined ||
    /^[.,;:!?…—)]$|^--$/.test(token.text) ||
    /^(?:and|with|in|at|on|from|through|by|as|while|carrying|holding|without|via|together|alone|again|behind|beside|out|above|below|left|right|stage|screen|next|near|before|after|then|who|severally|dressed|followed|into|for|\w+ing|\w+ly)$/.test(
      token.low,
    )
  )
}

function conditionalAt(tokens: readonly Token[], i: number, { lemma, form }: Form): MoveVerb | null {
  const next = tokens[i + 1]
  if (form === 'ing' && (!opensPhrase(tokens, i) || lemma === 'pass' || lemma === 'cross')) return null
  switch (lemma) {
    case 'appear':
    case 'reappear':
      return endsPhrase(next) && !/^\w+ly$/.test(next?.low ?? '')
        ? { kind: 'enter', form, end: i + 1, weak: lemma === 'appear', side: 'in_place' }
        : null
    case 'return':
      if (/^to$/.test(next?.low ?? '')) return { kind: 'enter', form, end: i + 1, weak: true }
      return endsPhrase(next) || next?.low === 'home' ? { kind: 'enter', form, end: i + 1, weak: false } : null
    case 'join':
      return next && (next.name !== undefined || /^(?:him|her|them|it|the|his|in)$/.test(next.low))
        ? { kind: 'enter', form, end: i + 1, weak: true }
        : null
    case 'approach':
      return { kind: 'enter', form, end: i + 1, weak: true }
    case 'leave':
      if (endsPhrase(next) && next?.low !== 'behind') return { kind: 'exit', form, end: i + 1, weak: false }
      return places.test(objectNoun(tokens, i + 1) ?? '') && leavesNothingThere(tokens, i)
        ? { kind: 'exit', form, end: i + 1, weak: false, outOf: objectNoun(tokens, i + 1)! }
        : null
    case 'descend':
    case 'ascend':
      // A spirit from above, or down through the trap: in if not there, out if there.
      return next === undefined || /^[.,;]$/.test(next.text)
        ? { kind: 'enter', form, end: i + 1, weak: true, side: 'top' }
        : null
    case 'escape':
      return next === undefined || /^(?:[.,;!]|through|out|into|with)$/.test(next.low)
        ? { kind: 'exit', form, end: i + 1, weak: false }
        : null
    case 'cross':
      if (
        next &&
        /^(?:to|toward|towards|over|himself|herself|his|her|their|arms|legs|out|off)$/.test(next.low) &&
        !/^(?:frame|path)$/.test(tokens[i + 2]?.low ?? '')
      )
        return null
      return { kind: 'cross', form, end: i + 1, weak: true }
    case 'pass':
      return next &&
        (/^(?:by|through|behind|across|past|between|overhead)$/.test(next.low) ||
          (next.low === 'in' && tokens[i + 2]?.low === 'front'))
        ? { kind: 'cross', form, end: i + 2, weak: true }
        : null
    default:
      return null
  }
}

/** "leaves the house" goes; "leaves the gun in the house" was sorted out by its object, "leaves the car running" here. */
function leavesNothingThere(tokens: readonly Token[], i: number): boolean {
  for (let k = i + 2; k < i + 6 && tokens[k]; k++)
    if (/^(?:running|open|unlocked|empty|alone|behind|dark)$/.test(tokens[k]!.low)) return false
  return true
}

/** "When she turns, Eli is gone", "He's gone": he has left unseen. */
function goneAt(tokens: readonly Token[], i: number): MoveVerb | null {
  const before = tokens[i - 1]?.low ?? ''
  const next = tokens[i + 1]
  if (!/^(?:is|are|has|have|already|he's|she's|they're)$/.test(before)) return null
  return next === undefined || /^[.,;!…—]$/.test(next.text) || /^(?:when|by|without|again|now)$/.test(next.low)
    ? { kind: 'exit', form: 'passive', end: i + 1, weak: false, unseen: true, side: 'in_place' }
    : null
}

/** "Otto follows", "Otto follows her", "Otto and Rosa follow Mara": but not "follows her gaze". */
function followAt(tokens: readonly Token[], i: number): MoveVerb | null {
  const chases =
    tokens[i + 1]?.low === 'after' || (adverb.test(tokens[i + 1]?.low ?? '') && tokens[i + 2]?.low === 'after')
  const verb = goingAfter.get(tokens[i]!.low) ?? (chases ? motions.get(tokens[i]!.low) : undefined)
  if (!verb || verb.form === 'ing' || /^(?:come|get|go)$/.test(verb.lemma)) return null
  let k = i + 1
  while (
    k < i + 6 &&
    tokens[k] &&
    ((tokens[k]!.name !== undefined && !tokens[k]!.possessive) ||
      /^(?:him|her|them|and|,|after|suit|close|closely|behind|quickly|slowly)$/.test(tokens[k]!.low))
  )
    k++
  return tokens[k] === undefined || /^[.,;!…)]$/.test(tokens[k]!.text)
    ? { kind: 'exit', form: verb.form, end: k, weak: false, follows: true }
    : null
}

function passiveAt(tokens: readonly Token[], i: number): MoveVerb | null {
  const next = tokens[i + 1]?.low ?? ''
  if (/^(?:discovered|revealed)$/.test(tokens[i]!.low))
    return /^(?:to|that|by)$/.test(next)
      ? null
      : { kind: 'enter', form: 'passive', end: i + 1, weak: true, side: 'in_place' }
  if (
    /^(?:assisted|helped)$/.test(tokens[i]!.low) &&
    next === 'to' &&
    /^(?:leave|exit)$/.test(tokens[i + 2]?.low ?? '')
  )
    return { kind: 'exit', form: 'passive', end: i + 3, weak: false }
  if (!taken.has(tokens[i]!.low)) return null
  if (inward.test(next)) return { kind: 'enter', form: 'passive', end: i + 2, weak: false }
  if (outward.test(next)) return { kind: 'exit', form: 'passive', end: i + 2, weak: false }
  return null
}

/** "The door opens to reveal Brick": he comes into sight. */
function revealAt(tokens: readonly Token[], i: number): MoveVerb | null {
  const form = /^(?:reveal|discover)(s|ing)?$/.exec(tokens[i]!.low)
  if (!form || isNoVerb(tokens, i) !== (tokens[i - 1]?.low === 'to')) return null
  let k = i + 1
  while (
    k < i + 4 &&
    tokens[k] &&
    tokens[k]!.name === undefined &&
    /^(?:the|a|an|that|both|,|—|:|\p{Ll}+)$/u.test(tokens[k]!.low)
  )
    k++
  if (tokens[k]?.name === undefined || tokens[k]!.possessive) return null
  return {
    kind: 'enter',
    form: 's',
    end: i + 1,
    weak: true,
    moved: 'other',
    object: [k, Math.min(tokens.length, k + 8)],
    side: 'in_place',
  }
}

/** "leads Brick off", "throws him out". */
function carryAt(tokens: readonly Token[], i: number): MoveVerb | null {
  const both = carrying.get(tokens[i]!.low)
  const other = expelling.get(tokens[i]!.low)
  const self = following.get(tokens[i]!.low)
  const verb = self ?? both ?? other
  if (!verb || verb.form === 'ing') return null
  let k = i + 1
  while (
    k < i + 12 &&
    tokens[k] &&
    (tokens[k]!.name !== undefined || /^(?:him|her|them|it|and|,|the|a|his|two|both|others)$/.test(tokens[k]!.low))
  )
    k++
  const particle = tokens[k]?.low ?? ''
  // "leads out Brick"
  const first = /^(?:the|a|an)$/.test(tokens[k + 1]?.low ?? '') ? k + 2 : k + 1
  if (
    k === i + 1 &&
    (inward.test(particle) || outward.test(particle)) &&
    tokens[first]?.name !== undefined &&
    !tokens[first].possessive &&
    both
  ) {
    return {
      kind: inward.test(particle) ? 'enter' : 'exit',
      form: verb.form,
      end: k + 1,
      weak: false,
      moved: 'both',
      object: [first, Math.min(tokens.length, k + 8)],
    }
  }
  if (k === i + 1 || !(inward.test(particle) || outward.test(particle))) return null
  const after = tokens[k + 1]?.low
  const through = /^(?:door|back|window|front|gate|exit)$/.test(objectNoun(tokens, k + 1) ?? '')
  if (!endsPhrase(tokens[k + 1]) && after !== 'of' && !through) return null
  if (after === 'from' || (after === 'of' && !places.test(objectNoun(tokens, k + 2) ?? ''))) return null
  const kind = inward.test(particle) ? 'enter' : 'exit'
  if (self) return { kind, form: verb.form, end: k + 1, weak: false }
  return { kind, form: verb.form, end: k + 1, weak: false, moved: both ? 'both' : 'other', object: [i + 1, k] }
}

function motionAt(tokens: readonly Token[], i: number): MoveVerb | null {
  const verb = motions.get(tokens[i]!.low)
  if (!verb || (verb.form === 'ing' && !opensPhrase(tokens, i))) return null
  const { lemma, form } = verb
  let k = i + 1
  while (k < i + 4 && tokens[k] && adverb.test(tokens[k]!.low) && !/^(?:over|all|both)$/.test(tokens[k]!.low)) k++
  const particle = tokens[k]?.low ?? ''
  const after = tokens[k + 1]
  const soft = /^(?:step|move|back|turn|pull|push|get|fall|slide|roll|break|tear|draw|peel|pop)$/.test(lemma)
  const backAgain = tokens.slice(i + 1, k).some((t) => t.low === 'back')
  if (inward.test(particle)) {
    if (/^(?:get|fall|break|pull|push|go|move)$/.test(lemma) && !endsPhrase(after)) return null
    // "walks in circles", "runs in the rain", "runs in place": no way in.
    if (particle === 'in' && after?.low === 'place') return null
    if (
      particle === 'in' &&
      !endsPhrase(after) &&
      after!.name === undefined &&
      !places.test(objectNoun(tokens, k + 1) ?? '')
    )
      return null
    return { kind: 'enter', form, end: k + 1, weak: soft || lemma === 'go', ...(lemma === 'come' ? {} : { into: '' }) }
  }
  if (particle === 'into' || particle === 'onto') return intoAt(tokens, k, lemma, form)
  if (backAgain && /^(?:come|walk|run|stroll|hurry|rush|wander)$/.test(lemma) && endsPhrase(tokens[k]))
    return { kind: 'enter', form, end: k, weak: true }
  const onward = /^(?:past|by|through|across|down|up|along|over|toward|towards)$/.test(particle)
    ? outFurther(tokens, k + 1)
    : -1
  if (onward > 0) {
    const open = /^(?:into|onto)$/.test(tokens[onward + 1]?.low ?? '') ? objectNoun(tokens, onward + 2) : null
    return open
      ? { kind: 'enter', form, end: onward + 1, weak: true, outInto: open }
      : { kind: 'exit', form, end: onward + 1, weak: false }
  }
  if (/^(?:up|down|along|forward|forth|over|home)$/.test(particle))
    return lemma === 'come' || backAgain ? { kind: 'enter', form, end: k + 1, weak: true } : null
  if (outward.test(particle)) {
    if (particle === 'out' && /^(?:from|onto|into|on)$/.test(after?.low ?? '')) {
      const open = /^(?:into|onto)$/.test(after!.low) ? objectNoun(tokens, k + 2) : null
      return { kind: 'enter', form, end: k + 1, weak: true, ...(open ? { outInto: open } : {}) }
    }
    if (lemma === 'come' || lemma === 'pop')
      return particle === 'out' ? { kind: 'enter', form, end: k + 1, weak: true } : null
    const thing = particle === 'out' && after?.low === 'of' ? (objectNoun(tokens, k + 2) ?? '') : ''
    if (/^(?:bed|bath|shower|pool|water|car|truck|van|chair|seat|tub|cab|taxi|hole|bag|box)$/.test(thing))
      return { kind: 'exit', form, end: k + 1, weak: true, outOf: thing }
    if (particle === 'away' && soft) return null
    if (
      particle === 'out' &&
      after?.low === 'of' &&
      /^(?:shadows?|dark|darkness|gloom|fog|mist|smoke|bushes|trees|crowd|hiding|nowhere)$/.test(thing)
    )
      return { kind: 'enter', form, end: k + 1, weak: true }
    if (
      soft &&
      particle === 'out' &&
      after?.low === 'of' &&
      (!places.test(thing) || /^(?:get|fall|roll|break|tear|peel|pull)$/.test(lemma))
    )
      return null
    if (
      /^(?:get|fall|pull|push|peel|tear|break|take|roll|slide|go)$/.test(lemma) &&
      particle === 'off' &&
      !endsPhrase(after)
    )
      return null
    if (/^(?:get|fall|pull|push|peel|tear|slide)$/.test(lemma) && particle !== 'out') return null
    if (/^(?:get|fall|roll)$/.test(lemma) || (lemma === 'drift' && particle === 'off')) return null
    const from = particle === 'out' && after?.low === 'of' ? objectNoun(tokens, k + 2) : null
    return { kind: 'exit', form, end: k + 1, weak: false, ...(from && places.test(from) ? { outOf: from } : {}) }
  }
  if (/^(?:upstairs|downstairs)$/.test(particle)) return { kind: 'enter', form, end: k + 1, weak: true, into: particle }
  if (/^(?:past|by|across|through)$/.test(particle) && !soft && !/^(?:go|come|get|break|push)$/.test(lemma)) {
    if (particle === 'through')
      return /^(?:door|doors|doorway|gate|entrance|window|curtain|curtains)$/.test(objectNoun(tokens, k + 1) ?? '')
        ? { kind: 'enter', form, end: k, weak: true }
        : { kind: 'cross', form, end: k + 1, weak: true }
    return { kind: 'cross', form, end: k + 1, weak: true }
  }
  if (lemma === 'go' && (tokens[i + 1] === undefined || /^[.;!]$/.test(tokens[i + 1]!.text)))
    return { kind: 'exit', form, end: i + 1, weak: false }
  if (lemma === 'come' && /^(?:to|toward|towards|from)$/.test(particle))
    return { kind: 'enter', form, end: k, weak: true }
  if (lemma === 'head' && particle === 'for' && /^(?:door|exit|stairs|gate)$/.test(objectNoun(tokens, k + 1) ?? ''))
    return null
  return null
}

/** "pushes past him, out into the street", "runs across the lawn and out of sight": where the "out" stands, or -1. */
function outFurther(tokens: readonly Token[], from: number): number {
  for (let k = from; k < Math.min(tokens.length, from + 7); k++) {
    if (/^[.;:—]$/.test(tokens[k]!.text) || isMovement(tokens[k]!.low)) return -1
    if (tokens[k]!.low === 'out' && /^(?:,|and|him|her|them|\p{L}+)$/u.test(tokens[k - 1]!.low)) {
      return /^(?:into|onto|of|the|through)$/.test(tokens[k + 1]?.low ?? '') ||
        tokens[k + 1] === undefined ||
        /^[.,]$/.test(tokens[k + 1]!.text)
        ? k
        : -1
    }
  }
  return -1
}

/** "into the room / frame / view" comes in; into a thing ("gets into the car") stays in sight. */
function intoAt(tokens: readonly Token[], k: number, lemma: string, form: Form['form']): MoveVerb | null {
  const noun = objectNoun(tokens, k + 1)
  if (noun && /^(?:frame|view|shot|sight)$/.test(noun)) return { kind: 'enter', form, end: k, weak: false }
  if (
    noun &&
    places.test(noun) &&
    !/^(?:car|train|bus|plane|boat|ship|table|door|elevator|lift)$/.test(noun) &&
    !/^(?:get|fall|crash|pull|push|back)$/.test(lemma)
  )
    return { kind: 'enter', form, end: k, weak: true, ...(lemma === 'come' ? {} : { into: noun }) }
  return null
}
