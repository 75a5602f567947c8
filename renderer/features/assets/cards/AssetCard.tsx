import { useDraggable } from '@dnd-kit/core'
import { ImagePlus } from 'lucide-react'
import { counted } from '@shared/language/unitWords'
import type { Asset, Look } from '@shared/model/asset'
import { useAssetDrag } from '../../../app/dnd/assetDrag'
import { addPicture } from '../../../app/pictures'
import { useProject } from '../../../app/projectStore'
import { useFileDrag } from '../../../app/useDropFiles'
import { useRead } from '../../../app/useRead'
import { selectAsset } from '../../../app/viewStore'
import { mediaUrl, picturedMedia, workingPicture } from '../../../common/AssetPicture'
import { Button } from '../../../common/Button'
import { typeClass } from '../../../common/PresenceBar'
import styles from './AssetCard.module.css'
import { CardFields } from './CardFields'
import { shotCount } from './cardsOf'

export interface CardProps {
  asset: Asset
  selected: boolean
  /** It is the one card that Tab leads to. */
  tabStop: boolean
  editing: boolean
  onEdit: () => void
  onLeave: () => void
}

/** An asset as a card: picture, name, words, its looks, and in how many shots it is. A picture dropped on it, or on a look, is taken. */
export function AssetCard({ asset, selected, tabStop, editing, onEdit, onLeave }: CardProps) {
  const picture = useRead((reads) => picturedMedia(reads, asset), [asset])
  const looks = useRead((reads) => reads.list('looksOfAsset', asset.id), [asset.id])
  const dropping = useDropMark(asset.id)
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: `asset:${asset.id}` })
  return (
    <article
      className={marks(styles.card, selected && styles.on, dropping && styles.dropping, isDragging && styles.dragged)}
      data-card={asset.id}
      data-drop-asset={asset.id}
      data-menu={`asset:${asset.id}`}
    >
      <button
        ref={setNodeRef}
        {...listeners}
        type="button"
        className={styles.main}
        data-asset-card={asset.id}
        tabIndex={tabStop ? 0 : -1}
        aria-pressed={selected}
        aria-label={useCardWords(asset, picture !== null)}
        onClick={() => selectAsset(asset.id)}
        onDoubleClick={onEdit}
      >
        {picture ? (
          <img
            className={marks(
              styles.picture,
              asset.type === 'location' && styles.place,
              asset.type === 'prop' && styles.thing,
            )}
            src={mediaUrl(picture, 480)}
            alt=""
            draggable={false}
          />
        ) : (
          <Initial asset={asset} />
        )}
      </button>
      {!picture && <AddPicture asset={asset} />}
      {editing ? <CardFields asset={asset} onLeave={onLeave} /> : <Words asset={asset} />}
      <Foot asset={asset} looks={looks} />
    </article>
  )
}

/** True while a drop would land on this asset: files from outside, or another asset. */
export function useDropMark(assetId: string): boolean {
  const files = useFileDrag((s) => s.over && s.assetId === assetId)
  const other = useAssetDrag((s) => s.drag?.overId === assetId && s.drag.fromId !== assetId)
  return files || other
}

export const marks = (...classes: (string | false | undefined)[]): string => classes.filter(Boolean).join(' ')

/** "Alice, character, in 11 shots, 2 looks, no picture" */
export function useCardWords(asset: Asset, pictured: boolean): string {
  const shots = useRead((reads) => shotCount(reads, asset.id), [asset.id])
  const looks = useRead((reads) => reads.sizeOf('looksOfAsset', asset.id), [asset.id])
  return [
    asset.name,
    asset.type,
    `in ${counted(shots, 'shot')}`,
    ...(looks > 1 ? [counted(looks, 'look')] : []),
    ...(pictured ? [] : ['no picture']),
  ].join(', ')
}

/** What stands for a picture that is not there yet. */
const Initial = ({ asset }: { asset: Asset }) => (
  <span className={`${styles.initial} ${typeClass[asset.type]}`} aria-hidden>
    {asset.name[0]?.toUpperCase()}
  </span>
)

function AddPicture({ asset }: { asset: Asset }) {
  const readOnly = useProject((s) => s.readOnly)
  return (
    <Button
      kind="outline"
      className={styles.add}
      tabIndex={-1}
      disabled={readOnly}
      aria-label={`Add a picture of ${asset.name}`}
      onClick={() => void addPicture(asset.id)}
    >
      <ImagePlus size={14} strokeWidth={1.75} />
      Add picture
    </Button>
  )
}

const Words = ({ asset }: { asset: Asset }) => (
  <div className={styles.words} aria-hidden>
    <strong title={asset.name}>{asset.name}</strong>
    <p className={asset.description ? '' : styles.none} title={asset.description}>
      {asset.description || 'no description yet'}
    </p>
  </div>
)

/** The looks as small pictures, how many shots, and another name. */
function Foot({ asset, looks }: { asset: Asset; looks: readonly Look[] }) {
  const shots = useRead((reads) => shotCount(reads, asset.id), [asset.id])
  const also = asset.aliases.map((a) => a.name)
  const shown = looks.length > mostLooks ? ofMany : looks.length
  return (
    <div className={styles.foot}>
      {looks.length > 1 && (
        <span className={styles.looks}>
          {looks.slice(0, shown).map((look) => (
            <LookThumb key={look.id} asset={asset} look={look} />
          ))}
          {looks.length > shown && <span>+{looks.length - shown}</span>}
        </span>
      )}
      <span>{counted(shots, 'shot')}</span>
      {also.length > 0 && (
        <span className={styles.also} title={`Also called ${also.join(', ')}`}>
          also {also[0]}
          {also.length > 1 ? ` +${also.length - 1}` : ''}
        </span>
      )}
    </div>
  )
}

/** So many looks stand in a row on a card; of more the first few, and how many there are else. */
const [mostLooks, ofMany] = [3, 2]

function LookThumb({ asset, look }: { asset: Asset; look: Look }) {
  const picture = useRead((reads) => workingPicture(reads, look.mediaId), [look.mediaId])
  return picture ? (
    <img
      className={styles.thumb}
      src={mediaUrl(picture, 80)}
      alt={look.name}
      title={look.name}
      data-drop-look={look.id}
      draggable={false}
    />
  ) : (
    <span
      className={`${styles.thumb} ${styles.empty} ${typeClass[asset.type]}`}
      title={`${look.name}, no picture`}
      data-drop-look={look.id}
    />
  )
}
