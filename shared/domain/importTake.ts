import type { Take, TakeKind } from '../model/result'
import type { Draft } from '../records/draft'
import { Refusal } from '../records/refusal'
import { inputsDigest, inputsOf } from './inputs'
import { existingShot } from './lookup'

/** No generator has this id; its takes are judged under the local profile, which has no caps. */
export const importedBy = 'import'

export interface ImportTakeInput {
  shotId: string
  kind: TakeKind
  mediaId: string
  /** Unix time in ms, told by the host's clock. */
  madeAt?: number | undefined
}

/**
 * `take.import`: a drawing, photo or video of the user's becomes a take of a shot. It counts as made from today's inputs, so it is fresh until
 * they change (domain.md 6). A take is never undone; which take stands is.
 */
export function importTake(draft: Draft, { shotId, kind, mediaId, madeAt = 0 }: ImportTakeInput): Take {
  existingShot(draft, shotId)
  const media = draft.get('media', mediaId)
  if (!media) throw new Refusal('NOT_FOUND', { what: 'The picture' })
  if (media.kind !== (kind === 'video' ? 'video' : 'picture')) throw new Refusal('TAKE_KIND', { file: media.name, kind: kind === 'video' ? 'video' : 'picture' })
  const inputs = inputsOf(draft, shotId, kind, importedBy)
  return draft.add('takes', {
    id: draft.newId(), shotId, kind, ordinal: draft.nextOrdinal('takes'), mediaId, generatorId: importedBy, profileRevision: 0, imported: true, madeAt, prompt: '', references: [],
    inputs, digest: inputsDigest(inputs),
  })
}
