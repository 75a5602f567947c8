import { useState } from 'react'
import { foldName, scenesInOrder } from '@shared/domain/lookup'
import type { AssetType } from '@shared/model/asset'
import { perform } from '../../app/projectActions'
import type { addAssetSheet } from '../../app/sheetKeys'
import { closeSheet, type ParamsOf } from '../../app/sheets'
import { useRead } from '../../app/useRead'
import { selectAsset } from '../../app/viewStore'
import { Button } from '../../common/Button'
import { Segmented } from '../../common/Segmented'
import { Sheet } from '../../common/Sheet'
import { useOnce } from '../../common/useOnce'
import styles from './AddAsset.module.css'

const types: readonly { value: AssetType; label: string }[] = [
  { value: 'character', label: 'Character' },
  { value: 'location', label: 'Location' },
  { value: 'prop', label: 'Prop' },
]

const isCalled = (set: string, name: string) => set !== '' && foldName(set) === foldName(name)

/** A new asset: type, name and the words it is recognised by. */
export function AddAsset({ type: given }: ParamsOf<typeof addAssetSheet>) {
  const [chosen, setType] = useState<AssetType | undefined>(given)
  const [name, setName] = useState('')
  const isPlace = useRead((reads) => scenesInOrder(reads).some((scene) => isCalled(scene.set, name)), [name])
  // What is called as the place of a heading is that place, until the user says otherwise.
  const type = chosen ?? (isPlace ? 'location' : 'character')
  const [description, setDescription] = useState('')
  const [once] = useOnce()
  const add = () =>
    once(async () => {
      if (!name.trim()) return
      const answer = await perform('asset.create', { type, name: name.trim(), description: description.trim() })
      const assetId = answer?.created.assets?.[0]
      if (!answer) return
      closeSheet()
      if (assetId !== undefined) selectAsset(assetId)
    })
  return (
    <Sheet
      title="Add asset"
      open
      onClose={closeSheet}
      width={440}
      footer={
        <>
          <Button large onClick={() => closeSheet()}>
            Cancel
          </Button>
          <Button large kind="primary" disabled={!name.trim()} onClick={add}>
            Add asset
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(e) => {
          e.preventDefault()
          add()
        }}
      >
        <Segmented label="Type" value={type} options={types} onChange={(next) => setType(next)} />
        <label>
          Name
          <input value={name} autoFocus onChange={(e) => setName(e.target.value)} placeholder="Mrs Finch" />
        </label>
        <label>
          Description
          <textarea
            rows={3}
            value={description}
            onChange={(e) => setDescription(e.target.value)}
            placeholder="old neighbour, grey bun, violet coat"
          />
        </label>
        <button type="submit" className="visually-hidden" tabIndex={-1}>
          Add
        </button>
      </form>
    </Sheet>
  )
}
