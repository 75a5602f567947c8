import { useState } from 'react'
import { counted } from '@shared/language/unitWords'
import { run } from '../../app/projectActions'
import { recordsNow } from '../../app/projectStore'
import { closeSheet } from '../../app/sheets'
import { Button } from '../../common/Button'
import { Sheet } from '../../common/Sheet'
import { useOnce } from '../../common/useOnce'
import styles from './AddAsset.module.css'

/** "Alice over 3 shots" */
export function overWords(assetIds: readonly string[], shots: number): string {
  const who =
    assetIds.length === 1 ? (recordsNow().get('assets', assetIds[0]!)?.name ?? '') : counted(assetIds.length, 'asset')
  return `${who} over ${counted(shots, 'shot')}`
}

/** Asks what a template of the selected comings and goings is called. */
export function SaveTemplate({ assetId, shotIds }: { assetId: string; shotIds: string[] }) {
  const [name, setName] = useState('')
  const [once] = useOnce()
  const save = () =>
    once(async () => {
      if (name.trim() && (await run('template.save', { name: name.trim(), assetId, shotIds }))) closeSheet()
    })
  return (
    <Sheet
      title="Save as a template"
      description={`${overWords([assetId], shotIds.length)}: its comings and goings, to use again over any shots.`}
      open
      onClose={closeSheet}
      width={400}
      footer={
        <>
          <Button large onClick={() => closeSheet()}>
            Cancel
          </Button>
          <Button large kind="primary" disabled={!name.trim()} onClick={save}>
            Save
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(e) => {
          e.preventDefault()
          save()
        }}
      >
        <label>
          Name
          <input
            value={name}
            autoFocus
            maxLength={200}
            placeholder="Comes in late"
            onChange={(e) => setName(e.target.value)}
          />
        </label>
        <button type="submit" className="visually-hidden" tabIndex={-1}>
          Save
        </button>
      </form>
    </Sheet>
  )
}
