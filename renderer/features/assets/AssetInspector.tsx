import { ArrowLeft, MapPin, Package, RotateCcw, Trash2, User } from 'lucide-react'
import type { Asset, AssetType } from '@shared/model/asset'
import { done, run } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { useRead } from '../../app/useRead'
import { useFileDrag } from '../../app/useDropFiles'
import { leaveAsset, useView } from '../../app/viewStore'
import { Button, IconButton } from '../../common/Button'
import { Empty } from '../../common/Empty'
import { typeClass } from '../../common/PresenceBar'
import { PanelBody, PanelHead, Section } from '../../common/Section'
import { AssetFields } from './AssetFields'
import styles from './AssetInspector.module.css'
import { AssetUse } from './AssetUse'
import { LooksSection } from './LooksSection'
import { MergeSection } from './MergeSection'

const icons: Record<AssetType, typeof User> = { character: User, location: MapPin, prop: Package }
const icon = { size: 14, strokeWidth: 1.75 } as const

/** One asset of the project: its looks, name, type, description and other names, and where it is used. */
export function AssetInspector({ assetId }: { assetId: string }) {
  const asset = useRead((reads) => reads.get('assets', assetId), [assetId])
  // Beside the assets the inbox comes back, elsewhere the shot.
  const shot = useView((s) => (s.view === 'assets' ? null : s.shotId))
  const shotNumber = useRead((reads) => (shot ? reads.get('shots', shot)?.number : undefined), [shot])
  const over = useFileDrag((s) => s.over)
  const back = (
    <IconButton
      label={shotNumber ? `Back to shot ${shotNumber}` : 'Close the asset'}
      icon={<ArrowLeft {...icon} />}
      className={styles.back}
      onClick={leaveAsset}
    />
  )
  if (!asset) {
    return (
      <>
        <PanelHead lead={back} title="Asset" />
        <Empty
          icon={<Package size={18} strokeWidth={1.75} />}
          title="No longer in the project"
          text="The asset was taken back. Redo brings it again."
        />
      </>
    )
  }
  const Icon = icons[asset.type]
  return (
    <>
      <PanelHead
        lead={
          <>
            {back}
            <Icon {...icon} className={`${typeClass[asset.type]} ${styles.type}`} aria-label={asset.type} />
          </>
        }
        title={<span title={asset.name}>{asset.name}</span>}
        {...(asset.deleted ? { meta: 'deleted' } : {})}
      />
      <PanelBody data-drop-asset={asset.id}>
        {over && !asset.deleted && (
          <p className={styles.drop}>
            A picture dropped here becomes the default look of {asset.name}; on a look, that look’s.
          </p>
        )}
        {asset.deleted && <Deleted asset={asset} />}
        <LooksSection asset={asset} />
        <AssetFields asset={asset} />
        <AssetUse asset={asset} />
        {!asset.deleted && <MergeSection asset={asset} />}
        {!asset.deleted && <DeleteSection asset={asset} />}
      </PanelBody>
    </>
  )
}

function Deleted({ asset }: { asset: Asset }) {
  const readOnly = useProject((s) => s.readOnly)
  const into = useRead(
    (reads) => (asset.mergedIntoId ? reads.get('assets', asset.mergedIntoId)?.name : undefined),
    [asset.mergedIntoId],
  )
  return (
    <Section>
      <p className={styles.note}>
        {into
          ? `${asset.name} was merged into ${into}.`
          : `${asset.name} is deleted. Its assignments and pictures are kept.`}
      </p>
      <Button
        kind="primary"
        disabled={readOnly || asset.mergedIntoId !== null}
        onClick={() => void run('asset.restore', { assetId: asset.id })}
      >
        <RotateCcw size={12} strokeWidth={2} />
        Restore
      </Button>
    </Section>
  )
}

function DeleteSection({ asset }: { asset: Asset }) {
  const readOnly = useProject((s) => s.readOnly)
  const remove = async () => {
    if (await run('asset.delete', { assetId: asset.id })) done(`${asset.name} deleted.`)
  }
  return (
    <Section>
      <Button kind="outline" disabled={readOnly} onClick={() => void remove()}>
        <Trash2 size={12} strokeWidth={2} />
        Delete asset
      </Button>
    </Section>
  )
}
