import type { Look, LookView } from '../../model/asset'
import type { Draft } from '../../records/draft'
import { Refusal } from '../../records/refusal'
import { existingPicture } from '../lookup'

export const viewWords: Record<LookView, string> = {
  front: 'front',
  side: 'side',
  back: 'back',
  expressions: 'expression sheet',
}

const fieldOf = { front: 'frontId', side: 'sideId', back: 'backId', expressions: 'expressionsId' } as const

/** The picture of a look in a view; null = none. */
export const pictureIn = (look: Look, view: LookView): string | null =>
  look.view === view ? look.mediaId : look[fieldOf[view]]

/** All pictures of a look, the one that is sent first. */
export const picturesOf = (look: Look): string[] =>
  [look.mediaId, look.frontId, look.sideId, look.backId, look.expressionsId].filter((id) => id !== null)

/** The fields of a look with other pictures in the place of its own. */
export const withPictures = (
  { mediaId, frontId, sideId, backId, expressionsId }: Look,
  other: (mediaId: string) => string | null,
): Pick<Look, 'mediaId' | 'frontId' | 'sideId' | 'backId' | 'expressionsId'> => {
  const next = (id: string | null) => (id === null ? null : other(id))
  return {
    mediaId: next(mediaId),
    frontId: next(frontId),
    sideId: next(sideId),
    backId: next(backId),
    expressionsId: next(expressionsId),
  }
}

/** A look with no further pictures. */
export const noTurnaround = {
  view: 'front',
  frontId: null,
  sideId: null,
  backId: null,
  expressionsId: null,
} as const satisfies Partial<Look>

/**
 * The fields that a picture for a view, or another view to be sent, changes (domain.md 2.6).
 * @param pictures by view; that of the view that is sent is the reference picture
 * @param send the view that is sent from now on
 * @throws Refusal NO_PICTURE_IN_VIEW
 */
export function turnaroundFields(
  draft: Draft,
  look: Look,
  pictures: Partial<Record<LookView, string | null | undefined>>,
  send: LookView | undefined,
): Partial<Look> {
  let next = look
  for (const [view, mediaId] of Object.entries(pictures) as [LookView, string | null | undefined][]) {
    if (mediaId === undefined) continue
    existingPicture(draft, mediaId)
    next = { ...next, [next.view === view ? 'mediaId' : fieldOf[view]]: mediaId }
  }
  if (send !== undefined && send !== next.view) {
    const mediaId = pictureIn(next, send)
    if (mediaId === null) throw new Refusal('NO_PICTURE_IN_VIEW', { look: look.name, view: viewWords[send] })
    next = { ...next, [fieldOf[next.view]]: next.mediaId, [fieldOf[send]]: null, mediaId, view: send }
  }
  const { view, mediaId, frontId, sideId, backId, expressionsId } = next
  return { view, mediaId, frontId, sideId, backId, expressionsId }
}
