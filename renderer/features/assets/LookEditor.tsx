import { ImagePlus, Trash2, TriangleAlert } from 'lucide-react'
import type { Asset, Look } from '@shared/model/asset'
import { addPicture } from '../../app/pictures'
import { run } from '../../app/projectActions'
import { saveTyped } from '../../app/saveTyped'
import { Button, IconButton } from '../../common/Button'
import { Field } from '../../common/Field'
import { Turnaround } from './Turnaround'
import styles from './LooksSection.module.css'

/** Name, description and picture of one look. */
export function LookEditor({
  asset,
  look,
  only,
  readOnly,
}: {
  asset: Asset
  look: Look
  only: boolean
  readOnly: boolean
}) {
  const isDefault = look.id === asset.defaultLookId
  return (
    <div className={styles.editor}>
      {look.checkDescription && look.mediaId && (
        <div className={styles.flag}>
          <TriangleAlert size={12} strokeWidth={2} />
          <span>Check the description: the picture is newer.</span>
          <Button
            disabled={readOnly}
            onClick={() => void run('look.update', { lookId: look.id, description: look.description })}
          >
            It fits
          </Button>
        </div>
      )}
      <Field
        label="Name of the look"
        value={look.name}
        width="100%"
        disabled={readOnly}
        check={(text) => (text.trim() ? null : 'A look needs a name.')}
        onSave={(name, continues) => saveTyped('look.update', { lookId: look.id, name: name.trim() }, continues)}
      />
      <Field
        label="Description of the look"
        value={look.description}
        multiline
        width="100%"
        placeholder={asset.description ? `As the asset: ${asset.description}` : 'What this look shows'}
        disabled={readOnly}
        onSave={(description, continues) => saveTyped('look.update', { lookId: look.id, description }, continues)}
      />
      <Turnaround asset={asset} look={look} readOnly={readOnly} />
      <div className={styles.buttons}>
        <Button kind="outline" disabled={readOnly} onClick={() => void addPicture(asset.id, look.id)}>
          <ImagePlus size={12} strokeWidth={2} />
          {look.mediaId ? 'Change picture' : 'Choose picture'}
        </Button>
        {!isDefault && (
          <Button
            disabled={readOnly}
            onClick={() => void run('asset.update', { assetId: asset.id, defaultLookId: look.id })}
          >
            Make default
          </Button>
        )}
        <IconButton
          label={`Delete the look ${look.name}`}
          icon={<Trash2 size={12} strokeWidth={2} />}
          disabled={readOnly || only}
          tip={only ? `${look.name} is the only look of ${asset.name}` : 'Delete look'}
          onClick={() => void run('look.delete', { lookId: look.id })}
        />
      </div>
    </div>
  )
}
