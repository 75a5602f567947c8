import type { Asset } from '@shared/model/asset'
import type { AliasProposal } from '@shared/model/suggestion'
import type { ReadRecords } from '@shared/records/recordStore'

export interface OpenProposal {
  readonly p: AliasProposal
  readonly from: Asset
  readonly into: Asset
}

/** Pairs that may mean one person, place or thing, and wait for a yes or no. */
export const openProposals = (reads: ReadRecords): readonly OpenProposal[] =>
  reads.list('aliasProposalsInOrder').flatMap((p) => {
    const [from, into] = [reads.get('assets', p.fromId), reads.get('assets', p.intoId)]
    return p.state === 'open' && from && into && !from.deleted && !into.deleted ? [{ p, from, into }] : []
  })

/** A text in parts, those that are one of the names marked: whole words, whatever their case. */
export function markedParts(text: string, names: readonly string[]): { text: string; marked: boolean }[] {
  const wanted = names.filter((n) => n.trim()).map((n) => n.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (!wanted.length) return [{ text, marked: false }]
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${wanted.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  const parts = text.split(pattern)
  return parts.map((part, i) => ({ text: part, marked: i % 2 === 1 })).filter(({ text: part }) => part)
}
