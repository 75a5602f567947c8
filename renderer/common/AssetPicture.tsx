import { useState } from 'react'
import type { Asset } from '@shared/model/asset'
import type { ReadRecords } from '@shared/records/recordStore'
import { typeClass } from './PresenceBar'
import styles from './AssetPicture.module.css'

/** Address of a stored picture, `width` pixels wide at most. */
export const mediaUrl = (mediaId: string, width?: number) => `media://project/${mediaId}${width ? `?w=${width}` : ''}`

/** The working copy of an asset's default look, or null. */
export function picturedMedia(records: ReadRecords, asset: Asset): string | null {
  return workingPicture(records, records.get('looks', asset.defaultLookId)?.mediaId ?? null)
}

/** The copy a stored picture is shown and drawn from, or null. */
export function workingPicture(records: ReadRecords, mediaId: string | null): string | null {
  const media = mediaId ? records.get('media', mediaId) : undefined
  return media ? (media.workingId ?? media.id) : null
}

/** The square picture of an asset, or its initial on a hatched ground. */
export function AssetPicture({
  asset,
  mediaId,
  size = 22,
}: {
  asset: Pick<Asset, 'name' | 'type'>
  mediaId: string | null
  size?: number
}) {
  // A file that is missing has its place taken by the initial, as if there were no picture.
  const [broken, setBroken] = useState<string | null>(null)
  if (mediaId && broken !== mediaId)
    return (
      <img
        onError={() => setBroken(mediaId)}
        className={styles.picture}
        src={mediaUrl(mediaId, size * 3)}
        width={size}
        height={size}
        alt=""
        draggable={false}
      />
    )
  return (
    <span className={`${styles.initial} ${typeClass[asset.type]}`} style={{ width: size, height: size }} aria-hidden>
      {asset.name[0]?.toUpperCase()}
    </span>
  )
}
