import { tokenize } from '../../../language/text/tokens'
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
    if (!mover || movers.length > 1 || !isBrought(thing.evidence.text, names.get(thing.assetKey)!)) return thing
    const { presence, enterAt, exitAt, enterFrom, exitTo } = mover
    return { ...thing, presence, enterAt, exitAt, enterFrom, exitTo }
  })
}

function isBrought(sentence: string, thing: FoundAsset): boolean {
  const head = nameWords(thing.name).at(-1)?.toLowerCase() ?? ''
  const words = tokenize(sentence).map(({ low }) => low)
  return words.some((word, at) => {
    if (word.replace(/e?s$/, '') !== head.replace(/e?s$/, '')) return false
    const from = words.slice(Math.max(0, at - reach), at)
    const by = from.findLastIndex((one) => bringing.test(one))
    // "leaves with the man, drops the gun": nothing else begins in between.
    return by >= 0 && !from.slice(by + 1).some((one) => /^(?:[,.;:—]|and|at|on|to|behind|beside|past)$/.test(one))
  })
}
