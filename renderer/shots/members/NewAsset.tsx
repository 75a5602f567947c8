import { useState } from 'react'
import type { AssetType } from '@shared/model/asset'
import { perform } from '../../app/projectActions'
import { closeSheet } from '../../app/sheets'
import { Button } from '../../common/Button'
import { Segmented } from '../../common/Segmented'
import { Sheet } from '../../common/Sheet'
import { useOnce } from '../../common/useOnce'
import styles from './AddToShot.module.css'
import { selectMember } from '../shotActions'

const types = [
  { value: 'character', label: 'Character' },
  { value: 'location', label: 'Location' },
  { value: 'prop', label: 'Prop' },
] as const

const focusFirst = (field: HTMLInputElement | null) => field?.focus()

/** Asks for name and type of a new asset and puts it into the shot. */
export function NewAsset({ name: given, shotId }: { name: string; shotId: string }) {
  const [name, setName] = useState(given)
  const [type, setType] = useState<AssetType>('character')
  const [description, setDescription] = useState('')
  const ready = name.trim() !== ''
  const [once] = useOnce()
  const create = () =>
    once(async () => {
      if (!ready) return
      const answer = await perform('asset.create', {
        name: name.trim(),
        type,
        description: description.trim(),
        shotIds: [shotId],
      })
      const assetId = answer?.created.assets?.[0]
      if (assetId === undefined) return
      selectMember(shotId, assetId)
      closeSheet()
    })
  return (
    <Sheet
      title="New asset"
      open
      onClose={closeSheet}
      width={420}
      footer={
        <>
          <Button large onClick={() => closeSheet()}>
            Cancel
          </Button>
          <Button large kind="primary" disabled={!ready} onClick={create}>
            Add to shot
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(e) => {
          e.preventDefault()
          create()
        }}
      >
        <label className={styles.label}>
          Name
          <input
            className={styles.text}
            value={name}
            maxLength={200}
            ref={focusFirst}
            onChange={(e) => setName(e.target.value)}
          />
        </label>
        <div className={styles.label}>
          Type
          <span>
            <Segmented label="Type" value={type} options={types} onChange={(next) => setType(next)} />
          </span>
        </div>
        <label className={styles.label}>
          Description
          <input
            className={styles.text}
            value={description}
            placeholder="red-haired woman, blue dress"
            onChange={(e) => setDescription(e.target.value)}
          />
        </label>
        <button type="submit" hidden>
          Add to shot
        </button>
      </form>
    </Sheet>
  )
}
