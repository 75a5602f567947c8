import type { Take, TakeKind } from '../../model/result'
import type { Change } from '../../records/change'
import type { Draft } from '../../records/draft'
import { Refusal } from '../../records/refusal'
import { inputsDigest } from './compareInputs'
import { frameOfTake, inputsOf } from './resultInputs'
import { existingShot } from '../lookup'
import { followSeam } from './sharedStill'

/** No generator has this id; its takes are judged under the local profile, which has no caps. */
const importedBy = 'import'

export interface ImportTakeInput {
  shotId: string
  kind: TakeKind
  mediaId: string
  /** Unix time in ms, told by the host's clock. */
  madeAt: number
}

/**
 * `take.import`: a drawing, photo or video of the user's becomes a take of a shot and stands there. It counts as made from today's inputs, so it is
 * fresh until they change (domain.md 6). Over a shared seam it stands on the other side too. Answers the take, and that copy.
 */
export function importTake(draft: Draft, { shotId, kind, mediaId, madeAt }: ImportTakeInput): Take[] {
  existingShot(draft, shotId)
  const media = draft.get('media', mediaId)
  if (!media) throw new Refusal('NOT_FOUND', { what: 'The picture' })
  const expected = kind === 'video' ? 'video' : 'picture'
  if (media.kind !== expected) throw new Refusal('TAKE_KIND', { file: media.name, kind: expected })
  const inputs = inputsOf(draft, shotId, kind, importedBy)
  const take = draft.add('takes', {
    id: draft.newId(),
    shotId,
    kind,
    ordinal: draft.nextOrdinal('takes'),
    mediaId,
    generatorId: importedBy,
    profileRevision: 0,
    imported: true,
    madeAt,
    prompt: '',
    references: [],
    inputs,
    digest: inputsDigest(inputs),
  })
  draft.add('takePlaces', { id: take.id, shotId, kind, detached: false })
  if (draft.get('takeChoices', `${shotId}:${kind}`))
    draft.update('takeChoices', `${shotId}:${kind}`, { takeId: take.id })
  const copy = kind === 'video' ? null : followSeam(draft, take, { shotId, frame: frameOfTake(kind) })
  if (copy) draft.add('takePlaces', { id: copy.id, shotId: copy.shotId, kind: copy.kind, detached: false })
  return copy ? [take, copy] : [take]
}

/**
 * The part of an import that undo takes back. A take is never undone (architecture.md); undo sets it aside, so that what stood before stands
 * again, and the take stays in the list of takes.
 */
export function undoableImport(change: Change, takes: readonly Take[]): Change {
  const { takeChoices } = change.updated
  const takePlaces = Object.fromEntries(
    takes.map((take): [string, [{ detached: boolean }, { detached: boolean }]] => [
      take.id,
      [{ detached: true }, { detached: false }],
    ]),
  )
  return { added: {}, updated: { takePlaces, ...(takeChoices ? { takeChoices } : {}) }, removed: {} }
}
