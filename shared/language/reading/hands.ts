import { noProps } from '../lexicon/handling'
import {
  armfuls,
  bothHands,
  dressing,
  droppingVerbs,
  drivingVerbs,
  firmHolding,
  givingVerbs,
  holdingVerbs,
  lyingVerbs,
  noHandfuls,
  pickedUp,
  ridingVerbs,
  takingVerbs,
  undressing,
} from '../lexicon/hands'
import { garments, lookAdjectives, lookFeatures, wornThings } from '../lexicon/looks'
import { isGroupNoun, isPersonNoun } from '../lexicon/people'
import { soundWords } from '../lexicon/screenWords'
import { determiners, nounEnders } from '../lexicon/smallWords'
import { bodyParts } from '../lexicon/things'
import { doingVerbs } from '../lexicon/verbs'
import type { Token } from '../text/tokens'
import type { ReadSentence } from './readText'

/** How somebody has a thing. */
export type Hold = 'hand' | 'worn' | 'on' | 'in' | 'away'

/** What a sentence tells of a thing and whoever has it. */
export interface HandEvent {
  /** Index of the word that tells it: whoever does it stands before. */
  readonly at: number
  /** takes: from then on; has: already; drops, gives: no more; empties: whoever does it has nothing in hand any more. */
  readonly kind: 'takes' | 'has' | 'drops' | 'gives' | 'empties'
  readonly hold: Hold
  /** Words of the thing with its article, as a range of tokens; null is "it". */
  readonly thing: { readonly from: number; readonly to: number } | null
  /** It is had after the sentence as well: "picks up", "carries", but not "reads". */
  readonly stays: boolean
  /** Of "away": "in her pocket", as a range of tokens. */
  readonly where?: { readonly from: number; readonly to: number }
}

/**
 * What is taken, held, worn and put down in a sentence, in its order (domain.md 4.5).
 * @param isThing is a name found in the text a thing?
 */
export function readHands(sentence: ReadSentence, isThing: (name: string) => boolean): HandEvent[] {
  const { tokens } = sentence
  const events: HandEvent[] = []
  const add = (at: number, kind: HandEvent['kind'], hold: Hold, from: number, where?: HandEvent['where']): boolean => {
    const thing = tokens[from]?.low === 'it' ? null : thingAt(tokens, from, isThing)
    if (thing === undefined) return false
    if (thing && hold === 'hand' && noHandfuls.has(tokens[thing.to - 1]!.low.split(' ').at(-1)!)) return false
    const stays =
      hold !== 'hand' || kind === 'takes' || !holdingVerbs.has(tokens[at]!.low) || firmHolding.has(tokens[at]!.low)
    events.push({ at, kind, hold, thing, stays, ...(where ? { where } : {}) })
    return true
  }
  /** What is taken off is in the hand then; clothes are put somewhere. */
  const takenOff = (worn: HandEvent): void => {
    const head = worn.thing === null ? '' : tokens[worn.thing.to - 1]!.low.split(' ').at(-1)!
    events.push({ ...worn, kind: 'takes', hold: 'hand', stays: !garments.has(head) })
  }
  tokens.forEach(({ low, name }, i) => {
    if (name !== undefined) return
    const next = tokens[i + 1]?.low ?? ''
    // "counting the take"
    if (determiners.has(tokens[i - 1]?.low ?? '')) return
    if (/^(?:off|on)$/.test(next) && add(i, next === 'on' ? 'takes' : 'has', 'worn', i + 2)) {
      if (next === 'off' && undressing.has(low)) takenOff(events.at(-1)!)
      else if (!(next === 'on' && dressing.has(low))) events.pop()
      return
    }
    if (dressing.has(low) && isHere(tokens, i, 'on') && add(i, 'takes', 'worn', i + 1)) return
    if (undressing.has(low) && isHere(tokens, i, 'off') && add(i, 'has', 'worn', i + 1)) {
      takenOff(events.at(-1)!)
      return
    }
    if (pickedUp.has(low)) {
      if (next === 'up') add(i, 'takes', 'hand', i + 2)
      else if (isHere(tokens, i, 'up')) add(i, 'takes', 'hand', i + 1)
      return
    }
    if (givingVerbs.has(low)) {
      gives(tokens, i, add)
      return
    }
    const hold = ridingVerbs.has(low) ? 'on' : drivingVerbs.has(low) ? 'in' : null
    if (hold) {
      add(i, 'has', hold, i + 1)
      return
    }
    // "leaves the man", "sets out".
    const from = /^(?:out|up|down|back|away|from|off|in)$/.test(next) ? i + 2 : i + 1
    if (takingVerbs.has(low)) add(i, 'takes', 'hand', from)
    else if (droppingVerbs.has(low)) add(i, 'drops', 'hand', from)
    else if (holdingVerbs.has(low)) add(i, 'has', 'hand', fromThing(tokens, i) ?? from)
    // "climbs into the van"
    else if (/^(?:into|aboard)$/.test(low) && /^(?:gets?|climbs?|jumps?|hops?)$/.test(tokens[i - 1]?.low ?? ''))
      add(i, 'takes', 'in', i + 1)
    // "comes in with a tray": with whoever comes or goes.
    else if (/^(?:with|carrying|holding|clutching)$/.test(low)) {
      const moved = sentence.moves.some((move) => move.at < tokens[i]!.start)
      if ((low !== 'with' || moved) && opensThing(tokens, i + 1, isThing)) add(i, 'has', 'hand', i + 1)
      // "enters with wood"
      else if (moved && armfuls.has(next) && !/^\p{L}/u.test(tokens[i + 2]?.text ?? ''))
        events.push({ at: i, kind: 'has', hold: 'hand', thing: { from: i + 1, to: i + 2 }, stays: true })
    } else if (/^(?:wears|wear|wearing)$/.test(low) || (low === 'in' && isWornHere(tokens, i, isThing))) {
      // "in a silk robe and a wig"
      for (let from = i + 1; add(i, 'has', 'worn', from);) {
        const end = events.at(-1)!.thing?.to ?? tokens.length
        if (tokens[end]?.low !== 'and') break
        from = end + 1
      }
    }
  })
  tokens.forEach(({ low }, i) => {
    // "A bucket in each hand"
    if (!/^(?:in|under)$/.test(low) || !/^(?:each|one|both|either)$/.test(tokens[i + 1]?.low ?? '')) return
    if (!/^(?:hands?|fists?|arms?)$/.test(tokens[i + 2]?.low ?? '')) return
    for (let from = i - 1; from >= Math.max(0, i - 4); from--)
      if (thingAt(tokens, from, isThing)?.to === i) {
        add(i, 'has', 'hand', from)
        return
      }
  })
  tokens.forEach((token, i) => {
    // "The phone buzzes in his hand", "the bottle under her coat"
    if (token.name === undefined || !isThing(token.name) || token.possessive) return
    for (let k = i + 1; k < Math.min(tokens.length - 1, i + 6); k++) {
      if (/^(?:[,;:.]|and|but)$/.test(tokens[k]!.low)) return
      // "with the phone to his ear"
      if (
        k === i + 1 &&
        /^(?:to|at|against|before)$/.test(tokens[k]!.low) &&
        /^(?:his|her|their)$/.test(tokens[k + 1]!.low)
      ) {
        const near = /^(?:ears?|lips|mouth|chest|cheek|eyes?|face|nose|temple|heart)$/.test(tokens[k + 2]?.low ?? '')
        if (near) add(i, 'has', 'hand', determiners.has(tokens[i - 1]?.low ?? '') ? i - 1 : i)
        return
      }
      // "pulls the gun from under her coat"
      if (/^(?:from|out)$/.test(tokens[k]!.low)) return
      if (!/^(?:in|under|inside|behind|at|between|over|on|round|around)$/.test(tokens[k]!.low)) continue
      if (!/^(?:his|her|their)$/.test(tokens[k + 1]!.low)) return
      const noun = tokens[k + 2]?.low ?? ''
      const inHand = /^(?:hands?|arms|fist|fingers|palm)$/.test(noun)
      if (
        !inHand &&
        !/^(?:pocket|pockets|belt|back|feet|knees|lap|shoulders?|neck|teeth)$/.test(noun) &&
        !wornThings.has(noun)
      )
        return
      if (noun === 'feet') return
      const from = determiners.has(tokens[i - 1]?.low ?? '') ? i - 1 : i
      if (inHand) add(i, 'has', 'hand', from)
      else add(i, 'has', 'away', from, { from: k, to: k + 3 })
      return
    }
  })
  tokens.forEach(({ low, name }, i) => {
    if (name !== undefined) return
    if (bothHands.has(low) && tokens[i - 1]?.low !== 'to')
      events.push({ at: i, kind: 'empties', hold: 'hand', thing: null, stays: false })
    if (!lyingVerbs.has(low)) return
    // "The letter lies on the table", but not "in his hand".
    for (let from = i - 1; from >= Math.max(0, i - 4); from--) {
      const thing = thingAt(tokens, from, isThing)
      if (thing?.to !== i) continue
      if (!events.some((one) => one.thing?.to === i)) add(i, 'drops', 'hand', from)
      return
    }
  })
  return events.sort((a, b) => a.at - b.at)
}

/** "drinks long and well from the beers": the thing stands behind the "from". */
function fromThing(tokens: readonly Token[], verb: number): number | null {
  for (let k = verb + 1; k < Math.min(tokens.length, verb + 6); k++) {
    if (tokens[k]!.low === 'from') return k + 1
    if (!/^(?:and|long|\p{L}+ly|deep|well|deeply|again|once|more|straight)$/u.test(tokens[k]!.low)) return null
  }
  return null
}

/** "puts the coat on": the word stands behind the thing. */
function isHere(tokens: readonly Token[], verb: number, word: string): boolean {
  for (let k = verb + 2; k < Math.min(tokens.length, verb + 6); k++) {
    if (tokens[k]!.low === word) return !/^\p{L}/u.test(tokens[k + 1]?.text ?? '') || tokens[k + 1]!.low === 'and'
    if (!/^[\p{L}'’-]+$/u.test(tokens[k]!.text)) return false
  }
  return false
}

/** "hands him the bottle", "gives the bottle to her", "hands it back" */
function gives(
  tokens: readonly Token[],
  verb: number,
  add: (at: number, kind: HandEvent['kind'], hold: Hold, from: number) => boolean,
): void {
  const next = tokens[verb + 1]
  const isSomebody = /^(?:him|her|them)$/.test(next?.low ?? '') || (next?.name !== undefined && !next.possessive)
  if (isSomebody && add(verb, 'gives', 'hand', verb + 2)) return
  // "slides a glass across": whoever it is for takes it or not.
  const to = tokens.slice(verb + 1, verb + 8).some(({ low }) => low === 'to')
  add(verb, tokens[verb]!.low.startsWith('slid') && !to ? 'drops' : 'gives', 'hand', verb + 1)
}

/** "in the wig and the corset", behind a name or a comma. */
function isWornHere(tokens: readonly Token[], at: number, isThing: (name: string) => boolean): boolean {
  const before = tokens[at - 1]
  if (before !== undefined && before.name === undefined && !/^(?:,|is|are|dressed|and|now)$/.test(before.low))
    return false
  const thing = thingAt(tokens, at + 1, isThing)
  if (!thing) return false
  const head = tokens[thing.to - 1]!.low
  return wornThings.has(head) || (lookFeatures.has(head) && tokens[thing.to - 1]!.name !== undefined)
}

const opensThing = (tokens: readonly Token[], from: number, isThing: (name: string) => boolean): boolean => {
  const first = tokens[from]
  if (!first) return false
  return (
    (first.name !== undefined && isThing(first.name)) || /^(?:an?|the|two|three|four|his|her|their)$/.test(first.low)
  )
}

/** The words of the thing that begins there; undefined of anything else. */
function thingAt(
  tokens: readonly Token[],
  from: number,
  isThing: (name: string) => boolean,
): { from: number; to: number } | undefined {
  const first = tokens[from]
  if (!first) return undefined
  const isNamed = (t: Token | undefined) =>
    t?.name !== undefined && !t.possessive && isThing(t.name) && isHandy(t.low.split(' ').at(-1)!)
  if (isNamed(first)) return { from, to: from + 1 }
  const owner = /^\p{Lu}/u.test(first.text) && /['’]s?$/.test(first.text)
  if (
    !owner &&
    !determiners.has(first.low) &&
    !/^(?:an?|the|his|her|their|its|two|three|four|some|both)$/.test(first.low)
  )
    return undefined
  let to = from + 1
  while (to < Math.min(tokens.length, from + 6)) {
    const token = tokens[to]!
    if (isNamed(token)) return { from, to: to + 1 }
    // "a canvas BAG" that is not there is no canvas.
    if (token.name !== undefined && !token.possessive) return undefined
    if (
      token.name !== undefined ||
      !/^(?:\p{Ll}[\p{L}'’-]*|\p{Lu}{3,})$/u.test(token.text) ||
      nounEnders.has(token.low)
    )
      break
    if (
      to > from + 1 &&
      (doingVerbs.has(token.low) ||
        /^(?:back|up|down|out|away|off|over|under|to|around|that|who|which|against|across|toward|towards|near|beside|inside|onto|\p{L}+ly)$/u.test(
          token.low,
        ))
    )
      break
    to++
  }
  const head = tokens[to - 1]!.low
  return to > from + 1 && isHandy(head) ? { from, to } : undefined
}

/** Something that fits in a hand, as far as one word tells. */
function isHandy(head: string): boolean {
  const one = head.replace(/s$/, '')
  return !(
    noProps.has(head) ||
    noProps.has(one) ||
    bodyParts.has(head) ||
    bodyParts.has(one) ||
    (soundWords.has(head) && !/^(?:rings?|bells?|whistles?|horns?)$/.test(head)) ||
    lookAdjectives.has(head) ||
    isPersonNoun(head) ||
    isGroupNoun(head) ||
    /(?:ness|tion|sion|ment|ship|hood|ence|ance|ism|ity|ing|ly)$/.test(head)
  )
}
