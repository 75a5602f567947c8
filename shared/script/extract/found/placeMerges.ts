import { samePlaces } from '../../../language/lexicon/places'
import type { AliasProposalFound, FoundAsset } from '../../scriptTypes'
import type { ScriptLines } from '../cast/aliases'

interface Place {
  asset: FoundAsset
  /** The places around it: the HOUSE of HOUSE - KITCHEN. */
  parents: string[][]
  own: string[]
}

/**
 * Proposals to join two names of one place (domain.md 11.4); nothing is joined here. The words of one are part of exactly one other's, and so are those of
 * the places around it: KITCHEN and HOUSE - KITCHEN, FLAT and OTTO'S FLAT, OTTO'S FLAT and OTTO'S APARTMENT. Numbers and opposite words keep them apart,
 * and a house is not its kitchen.
 */
export function proposePlaces(assets: readonly FoundAsset[], { lines }: ScriptLines): AliasProposalFound[] {
  const places = assets.filter((a) => a.type === 'location').map(placeOf)
  const byWord = new Map<string, Place[]>()
  for (const place of places)
    for (const word of new Set(place.own.map(meaning))) {
      const list = byWord.get(word)
      if (list) list.push(place)
      else byWord.set(word, [place])
    }
  const proposals: AliasProposalFound[] = []
  const joined = new Set<string>()
  for (const place of places) {
    const last = place.own.at(-1)
    const among = last === undefined ? [] : (byWord.get(meaning(last)) ?? [])
    // A word of so many places tells nothing.
    if (among.length > 50) continue
    const holders = among.filter((o) => o !== place && isPartOf(place, o))
    const [holder] = holders
    if (!holder || holders.length > 1) continue
    const pair = [place.asset.key, holder.asset.key].sort().join(' ')
    if (joined.has(pair)) continue
    joined.add(pair)
    const line = holder.asset.firstLine
    const text = lines[line - 1]?.trim() ?? ''
    proposals.push({
      intoKey: holder.asset.key,
      fromKey: place.asset.key,
      as: 'alias',
      reason: `“${place.asset.name}” may be “${holder.asset.name}”, and no other place of the script.`,
      evidence: text === '' ? null : { line, text: text.slice(0, 300) },
    })
  }
  return proposals
}

function placeOf(asset: FoundAsset): Place {
  const parts = asset.key
    .slice('location:'.length)
    .split(' - ')
    .map((part) => part.split(/[^\p{L}\p{N}']+/u).filter((w) => w !== ''))
  return { asset, parents: parts.slice(0, -1), own: parts.at(-1) ?? [] }
}

/** Words for much the same place count as one. */
const meaning = (word: string): string =>
  samePlaces.find((words) => words.includes(word.toLowerCase()))?.[0]?.toUpperCase() ?? word

const apart = new Set(
  'UPSTAIRS DOWNSTAIRS UPPER LOWER FRONT BACK LEFT RIGHT NORTH SOUTH EAST WEST OLD NEW ABANDONED OTHER ANOTHER SECOND THIRD FIRST LADIES MENS OUTSIDE INSIDE NEAR'.split(
    ' ',
  ),
)

/** A ROAD IN THE SWAMP is not the SWAMP, nor a FIELD BY DIRT ROAD the DIRT ROAD; the TOWN OF SPECTRE is SPECTRE. */
function isBeside(part: readonly string[], whole: readonly string[]): boolean {
  const at = whole.findIndex(
    (w, i) =>
      i > 0 && /^(?:BY|IN|AT|NEAR|OUTSIDE|INSIDE|BEHIND|UNDER|ABOVE|BELOW|BESIDE|ON|TO|FROM|OF|OVER|ACROSS)$/.test(w),
  )
  if (at < 0 || part.some((w) => whole.indexOf(w) < at && whole.includes(w))) return false
  return !(whole[at] === 'OF' && /^(?:TOWN|CITY|VILLAGE|PORT|ISLE|ISLAND|KINGDOM|LAND)$/.test(whole[at - 1]!))
}

/** Is one place named by part of the words of the other, or by words for the same? */
function isPartOf(part: Place, whole: Place): boolean {
  const words = (own: readonly string[]) => own.map(meaning)
  const [a, b] = [words(part.own), words(whole.own)]
  if (a.length === 0 || a.at(-1) !== b.at(-1) || !a.every((w) => b.includes(w))) return false
  if (
    a.length === b.length &&
    part.parents.length === whole.parents.length &&
    part.own.join(' ') === whole.own.join(' ')
  )
    return false
  if (isBeside(part.own, whole.own)) return false
  const marks = (own: readonly string[]) => own.filter((w) => /\d/.test(w) || w.length === 1 || apart.has(w)).join(' ')
  if (marks(part.own) !== marks(whole.own)) return false
  const around = whole.parents.map((p) => p.map(meaning).join(' '))
  return part.parents.every((p) => around.includes(p.map(meaning).join(' ')))
}
