import { useState } from 'react'
import { request } from '../../app/hostClient'
import { saveEverything } from '../../app/projectActions'
import { closeSheet } from '../../app/sheets'
import { failure, toast } from '../../app/toasts'
import { Button } from '../../common/Button'
import { Sheet } from '../../common/Sheet'
import styles from './RecoverySheet.module.css'

/** Asks for the name of a snapshot that stays for ever. */
export function KeepSnapshotSheet() {
  const [label, setLabel] = useState('')
  const keep = async () => {
    closeSheet()
    try {
      await saveEverything()
      await request('snapshots.keep', { label })
      toast('done', label.trim() ? `Snapshot “${label.trim()}” kept.` : 'Snapshot kept.')
    } catch (error) {
      failure(error)
    }
  }
  return (
    <Sheet
      title="Keep a snapshot"
      description="The film as it is now, to come back to at any time. Snapshots that you keep are never removed."
      open
      onClose={closeSheet}
      width={440}
      footer={
        <>
          <Button large onClick={() => closeSheet()}>
            Cancel
          </Button>
          <Button large kind="primary" onClick={() => void keep()}>
            Keep
          </Button>
        </>
      }
    >
      <form
        onSubmit={(e) => {
          e.preventDefault()
          void keep()
        }}
      >
        <label className={styles.label} htmlFor="snapshot-name">
          Name
        </label>
        <input
          id="snapshot-name"
          className={styles.input}
          value={label}
          autoFocus
          maxLength={60}
          placeholder="First cut"
          onChange={(e) => setLabel(e.target.value)}
        />
      </form>
    </Sheet>
  )
}
