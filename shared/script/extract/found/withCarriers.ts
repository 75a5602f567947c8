import { tokenize } from '../../../language/text/tokens'
import { droppingVerbs, givingVerbs, pickedUp, takingVerbs, undressing } from '../../../language/lexicon/hands'
import { lookFeatures, wornThings } from '../../../language/lexicon/looks'
import { nameWords } from '../../../language/text/names'
import type { FoundAsset, FoundPresence } from '../../scriptTypes'

/** Words by which somebody who comes or goes brings a thing along. */
const bringing =
  /^(?:with|carrying|holding|pushing|pulling|dragging|bringing|wheeling|bearing|clutching|swinging|waving|hugging|cradling|balancing|shouldering|brandishing|lugging|hauling|carries|brings|pushes|pulls|drags|wheels|bears|lugs|hauls|under|mit|avec|con|com)$/
/** Between that word and the thing: "with two cold BEERS". */
const reach = 5

/** Things that somebody brings in or takes away are there as long as that one is (domain.md 1.9): "Dick emerges with two cold beers". */
export function withCarriers(
  things: readonly FoundPresence[],
  people: readonly FoundPresence[],
  assets: readonly FoundAsset[],
): FoundPresence[] {
  const names = new Map(assets.map((asset) => [asset.key, asset]))
  return things.map((thing) => {
    const movers = people.filter(
      (one) =>
        one.shotIndex === thing.shotIndex && one.presence !== 'throughout' && one.evidence.text === thing.evidence.text,
    )
    const [mover] = movers
    const asset = names.get(thing.assetKey)!
    if (!mover) return broughtBefore(thing, people, asset)
    if (movers.length > 1) return thing
    if (
      !isBrought(thing.evidence.text, asset) &&
      !(mover.presence === 'enters' && isOwnTaken(thing.evidence.text, asset)) &&
      !(mover.presence === 'exits' && isTakenAlong(thing.evidence.text, asset))
    )
      return thing
    const { presence, enterAt, exitAt, enterFrom, exitTo } = mover
    return { ...thing, presence, enterAt, exitAt, enterFrom, exitTo }
  })
}

/** "Juno limps in. She drops the envelope on the desk.": what somebody who comes in puts down then came in with them. */
function broughtBefore(thing: FoundPresence, people: readonly FoundPresence[], asset: FoundAsset): FoundPresence {
  const comers = people.filter((one) => one.shotIndex === thing.shotIndex && one.presence === 'enters')
  const [comer] = comers
  const words = tokenize(thing.evidence.text).map(({ low }) => low)
  if (!comer || comers.length > 1 || !/^(?:he|she|they)$/.test(words[0] ?? '')) return thing
  const isPutDown = placesOf(words, asset).some((at) =>
    words.slice(Math.max(0, at - reach), at).some((one) => droppingVerbs.has(one) || givingVerbs.has(one)),
  )
  const { presence, enterAt, exitAt, enterFrom, exitTo, evidence } = comer
  return isPutDown ? { ...thing, presence, enterAt, exitAt, enterFrom, exitTo, evidence } : thing
}

/** Where in the words of a sentence a thing stands. */
function placesOf(words: readonly string[], { name }: FoundAsset): number[] {
  const head = nameWords(name).at(-1)?.toLowerCase() ?? ''
  return words.flatMap((word, at) => (word.replace(/e?s$/, '') === head.replace(/e?s$/, '') ? [at] : []))
}

function isBrought(sentence: string, thing: FoundAsset): boolean {
  const words = tokenize(sentence).map(({ low }) => low)
  return placesOf(words, thing).some((at) => {
    const from = words.slice(Math.max(0, at - reach), at)
    const isWorn = wornThings.has(words[at]!) || lookFeatures.has(words[at]!)
    const by = from.findLastIndex((one) => bringing.test(one) || (isWorn && /^(?:wearing|in)$/.test(one)))
    // "a shoebox in her arms", "a rifle over his shoulder"
    if (
      /^(?:in|under|over|on) (?:his|her|their|one|each|both) (?:\p{L}+ )?(?:arms?|hands?|shoulders?|fists?|back|heads?)\b/u.test(
        words.slice(at + 1, at + 5).join(' '),
      )
    )
      return true
    // "leaves with the man, drops the gun": nothing else begins in between.
    return by >= 0 && !from.slice(by + 1).some((one) => /^(?:[,.;:—]|and|at|on|to|behind|beside|past)$/.test(one))
  })
}

/** "gets out and draws his gun": what is his came with him. */
function isOwnTaken(sentence: string, thing: FoundAsset): boolean {
  const words = tokenize(sentence).map(({ low }) => low)
  return placesOf(words, thing).some((at) => {
    const own = /^(?:his|her)$/.test(words[at - 1]!) ? at - 1 : /^(?:his|her)$/.test(words[at - 2]!) ? at - 2 : -1
    return own > 0 && takingVerbs.has(words[own - 1]!)
  })
}

/** "picks up the suitcase and leaves", "takes off her hat and exits": taken in the words that tell of leaving, and not put down again. */
function isTakenAlong(sentence: string, thing: FoundAsset): boolean {
  const words = tokenize(sentence).map(({ low }) => low)
  return placesOf(words, thing).some((at) => {
    const from = words.slice(Math.max(0, at - reach), at)
    const by = from.findLastIndex((one) => takingVerbs.has(one) || pickedUp.has(one) || undressing.has(one))
    const between = from.slice(by + 1)
    const isTaken = by >= 0 && !between.some((one) => /^(?:[,.;:—]|and|at|on|to|from|behind|beside|past)$/.test(one))
    return isTaken && !words.slice(at + 1).some((_, i) => isLetGo(words, at + 1 + i))
  })
}

/** "puts it on the shelf", "hands it back", but not "stuffs it into her jacket". */
function isLetGo(words: readonly string[], at: number): boolean {
  const verb = words[at]!
  if (/^(?:leaves?|leaving)$/.test(verb) || !(droppingVerbs.has(verb) || givingVerbs.has(verb))) return false
  return !/\b(?:in|into|under|inside) (?:his|her|their) (?:coat|jacket|pockets?|bag|belt|shirt|apron|purse|boot|sleeve|backpack)\b/.test(
    words.slice(at + 1, at + 8).join(' '),
  )
}
