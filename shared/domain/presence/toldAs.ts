import type { Assignment, Depicts, Evidence } from '../../model/assignment'
import type { Asset } from '../../model/asset'
import { readText } from '../../language/reading/readText'
import { NameIndex } from '../../language/text/nameIndex'
import type { ReadRecords } from '../../records/recordStore'
import { membersOf, namesOf } from '../lookup'

type Told = Pick<Assignment, 'presence' | 'enterAt' | 'exitAt'> & { readonly evidence: Evidence | null }

/**
 * How something that was read from the text is there (domain.md 1.8, 1.9, 9.4): "a drawing of Olwen" is a picture of her, and what comes or goes
 * in the words that tell of exactly one person's coming or going is carried by that one.
 */
export function toldAs(
  store: ReadRecords,
  shotId: string,
  asset: Asset,
  told: Told,
): { depicts: Depicts; carriedBy: string | null } {
  const { evidence } = told
  const itself = { depicts: 'self', carriedBy: null } as const
  if (!evidence) return itself
  if (asset.type === 'character')
    return isPictured(asset, evidence.text) ? { depicts: 'image', carriedBy: null } : itself
  // What is pushed or pulled stands on the ground.
  if (
    asset.type !== 'prop' ||
    told.presence === 'throughout' ||
    /\b(?:push|pull|dragg?|wheel|haul)(?:s|ing)?\b/i.test(evidence.text)
  )
    return itself
  const carriers = membersOf(store, shotId).filter(
    ({ asset: { type, deleted }, assignment: a }) =>
      type === 'character' &&
      !deleted &&
      a.presence === told.presence &&
      a.enterAt === told.enterAt &&
      a.exitAt === told.exitAt &&
      a.evidence?.text === evidence.text,
  )
  return carriers.length === 1 ? { depicts: 'self', carriedBy: carriers[0]!.asset.id } : itself
}

function isPictured(asset: Asset, text: string): boolean {
  const names = new NameIndex([], 'any')
  for (const name of namesOf(asset)) names.add(name, asset.id)
  const seen = readText(text, names).flatMap(({ sightings }) => sightings)
  return seen.length > 0 && seen.every(({ doubt }) => doubt === 'pictured')
}
