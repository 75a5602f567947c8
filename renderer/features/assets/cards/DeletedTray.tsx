import { RotateCcw, Trash2 } from 'lucide-react'
import { counted } from '@shared/language/unitWords'
import type { Asset } from '@shared/model/asset'
import { restoreAsset } from '../../../app/edit/assetCommands'
import { useProject } from '../../../app/projectStore'
import { useRead } from '../../../app/useRead'
import { AssetPicture, picturedMedia } from '../../../common/AssetPicture'
import { Button } from '../../../common/Button'
import styles from './DeletedTray.module.css'
import { deletedAssets, shotCount } from './cardsOf'

/** What was deleted, each with the way back; nothing is shown while there is none. */
export function DeletedTray() {
  const deleted = useRead(deletedAssets, [])
  if (!deleted.length) return null
  return (
    <section className={styles.tray} aria-label="Deleted assets">
      <h2>
        <Trash2 size={14} strokeWidth={1.75} />
        Deleted <span>{deleted.length}</span>
      </h2>
      <ul tabIndex={0} aria-label="Deleted assets">
        {deleted.toReversed().map((asset) => (
          <Deleted key={asset.id} asset={asset} />
        ))}
      </ul>
      <p>Kept with their shots, looks and pictures.</p>
    </section>
  )
}

function Deleted({ asset }: { asset: Asset }) {
  const readOnly = useProject((s) => s.readOnly)
  const media = useRead((reads) => picturedMedia(reads, asset), [asset])
  const shots = useRead((reads) => shotCount(reads, asset.id), [asset.id])
  return (
    <li>
      <AssetPicture asset={asset} mediaId={media} size={24} />
      <span className={styles.words}>
        <strong title={asset.name}>{asset.name}</strong>
        <span>{shots ? `was in ${counted(shots, 'shot')}` : 'was in no shot'}</span>
      </span>
      <Button disabled={readOnly} aria-label={`Restore ${asset.name}`} onClick={() => void restoreAsset(asset)}>
        <RotateCcw size={12} strokeWidth={2} />
        Restore
      </Button>
    </li>
  )
}
