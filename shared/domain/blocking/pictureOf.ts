import type { ReadRecords } from '../../records/recordStore'
import type { PictureRef } from '../../drawing/frameDescription'

/** The working copy a picture is drawn from; null without one. */
export function pictureOf(store: ReadRecords, mediaId: string | null): PictureRef | null {
  const media = mediaId === null ? undefined : store.get('media', mediaId)
  const working = media?.workingId ? store.get('media', media.workingId) : media
  return working ? { mediaId: working.id, width: working.width, height: working.height, alpha: working.alpha } : null
}
