import type { Merge, MergeEntry } from '../../model/merge'
import type { Draft } from '../../records/draft'
import { sameValue } from '../../records/canonical'
import { assignmentOf, instanceOf, isInTray } from '../lookup'
import { addAssignment, ensureInstance } from '../presence/setAssignment'
import { stayOf } from '../intervals/stay'

/**
 * Open suggestions of an asset that goes into a look merge count as its presence (domain.md 8.3): they become unconfirmed assignments, so that
 * the change stands where the text tells of it.
 * @returns the shots they are of
 */
export function takeSuggested(draft: Draft, assetId: string): string[] {
  const taken: string[] = []
  for (const s of draft.list('suggestionsOfAsset', assetId)) {
    const shot = s.state === 'open' ? draft.must('shots', s.shotId) : null
    if (!shot || isInTray(draft, shot)) continue
    const known = instanceOf(draft, shot.sceneId, assetId)
    if (known && assignmentOf(draft, shot.id, known.id)) continue
    addAssignment(draft, shot.id, (known ?? ensureInstance(draft, shot.sceneId, assetId)).id, {
      ...stayOf({ ...s, action: '' }),
      origin: 'suggested',
      rank: null,
      evidence: s.evidence,
    })
    taken.push(shot.id)
  }
  return taken
}

/**
 * What the text says of the looks of something, right behind its name: "a GARDEN GNOME with a red pointed hat". Empty when it says nothing.
 * @param texts sentences that name it
 */
export function wordsOfLook(name: string, texts: readonly string[]): string {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s+(?:with|in|wearing|made of) [^.;:,!?“”"()]+`,
    'iu',
  )
  for (const text of texts) {
    const found = pattern.exec(text.normalize('NFC'))?.[0]
    if (found) return `${name.toLowerCase()}${found.slice(name.length)}`.replace(/\s+/g, ' ').trim()
  }
  return ''
}

/** The sentences that were read for an asset: those of its suggestions, and of the question whether it is another. */
export function sentencesOf(draft: Draft, assetId: string): string[] {
  return [
    ...draft.list('aliasProposalsInOrder').filter((p) => p.fromId === assetId),
    ...draft.list('suggestionsOfAsset', assetId),
  ].flatMap((read) => (read.evidence ? [read.evidence.text] : []))
}

/** Taking a merge apart, after everything went back: what was only suggested before, and was not touched since, is a suggestion again. */
export function giveBackSuggested(draft: Draft, merge: Merge, entries: readonly MergeEntry[]): void {
  const added = (table: MergeEntry['table']) => entries.filter((e) => e.table === table && e.action === 'added')
  for (const { recordId, after } of added('assignments')) {
    const now = draft.get('assignments', recordId)
    const instance = now && draft.get('sceneAssetInstances', now.sceneAssetInstanceId)
    if (!now || !after || !instance) continue
    if (![merge.intoId, ...merge.fromIds].includes(instance.assetId)) continue
    const untouched = (['enterAt', 'exitAt', 'enterFrom', 'exitTo', 'action', 'origin', 'rank'] as const).every((key) =>
      sameValue(now[key], after[key]),
    )
    if (untouched) draft.remove('assignments', recordId)
  }
  // After a cut the halves of both are there, cut alike.
  for (const { table, recordId, action } of entries) {
    const s = table === 'suggestions' && action === 'updated' ? draft.get('suggestions', recordId) : undefined
    if (s?.state !== 'open') continue
    const instance = instanceOf(draft, draft.must('shots', s.shotId).sceneId, s.assetId)
    const now = instance && assignmentOf(draft, s.shotId, instance.id)
    if (now?.origin === 'suggested' && sameValue(stayOf(now), stayOf({ ...s, action: '' })))
      draft.remove('assignments', now.id)
  }
  for (const { recordId } of added('sceneAssetInstances')) {
    const lists = ['assignmentsOfInstance', 'transformationsOfInstance', 'blockingsOfInstance'] as const
    if (draft.get('sceneAssetInstances', recordId) && lists.every((list) => draft.list(list, recordId).length === 0))
      draft.remove('sceneAssetInstances', recordId)
  }
}
