import { Plus } from 'lucide-react'
import { counted } from '@shared/language/unitWords'
import type { Asset, Look } from '@shared/model/asset'
import { addLook } from '../../../app/edit/assetCommands'
import { useProject } from '../../../app/projectStore'
import { useFileDrag } from '../../../app/useDropFiles'
import { useRead } from '../../../app/useRead'
import { selectAsset } from '../../../app/viewStore'
import { mediaUrl, picturedMedia, workingPicture } from '../../../common/AssetPicture'
import { typeClass } from '../../../common/PresenceBar'
import { marks, useCardWords, useDropMark, type CardProps } from './AssetCard'
import card from './AssetCard.module.css'
import { CardFields } from './CardFields'
import { shotCount } from './cardsOf'
import styles from './LooksRow.module.css'

/** An asset with all its looks side by side. */
export function LooksRow({ asset, selected, tabStop, editing, onEdit, onLeave }: CardProps) {
  const looks = useRead((reads) => reads.list('looksOfAsset', asset.id), [asset.id])
  const pictured = useRead((reads) => picturedMedia(reads, asset) !== null, [asset])
  const shots = useRead((reads) => shotCount(reads, asset.id), [asset.id])
  const readOnly = useProject((s) => s.readOnly)
  const dropping = useDropMark(asset.id)
  return (
    <article
      className={marks(card.card, styles.row, selected && card.on, dropping && card.dropping)}
      data-card={asset.id}
      data-drop-asset={asset.id}
      data-menu={`asset:${asset.id}`}
    >
      <button
        type="button"
        className={marks(card.main, styles.all)}
        data-asset-card={asset.id}
        tabIndex={tabStop ? 0 : -1}
        aria-pressed={selected}
        aria-label={useCardWords(asset, pictured)}
        onClick={() => selectAsset(asset.id)}
        onDoubleClick={onEdit}
      />
      <div className={styles.who}>
        {editing ? (
          <CardFields asset={asset} onLeave={onLeave} />
        ) : (
          <div className={styles.words} aria-hidden>
            <strong title={asset.name}>{asset.name}</strong>
            <p className={asset.description ? '' : styles.none} title={asset.description}>
              {asset.description || 'no description yet'}
            </p>
          </div>
        )}
        <span className={styles.shots}>{counted(shots, 'shot')}</span>
      </div>
      <div className={styles.looks}>
        {looks.map((look) => (
          <LookTile key={look.id} asset={asset} look={look} />
        ))}
        <button
          type="button"
          className={styles.add}
          tabIndex={-1}
          aria-label={`Add a look of ${asset.name}`}
          disabled={readOnly}
          onClick={() => void addLook(asset)}
        >
          <Plus size={14} strokeWidth={1.75} />
        </button>
      </div>
    </article>
  )
}

function LookTile({ asset, look }: { asset: Asset; look: Look }) {
  const over = useFileDrag((s) => s.over && s.assetId === asset.id)
  const picture = useRead((reads) => workingPicture(reads, look.mediaId), [look.mediaId])
  return (
    <figure className={`${styles.tile} ${over ? styles.target : ''}`} data-drop-look={look.id}>
      {picture ? (
        <img
          className={asset.type === 'location' ? styles.place : undefined}
          src={mediaUrl(picture, 320)}
          alt={`${look.name} of ${asset.name}`}
          draggable={false}
        />
      ) : (
        <span className={`${styles.empty} ${typeClass[asset.type]}`}>no picture</span>
      )}
      <figcaption title={look.name}>
        {look.name}
        {look.id === asset.defaultLookId && <em>default</em>}
      </figcaption>
    </figure>
  )
}
