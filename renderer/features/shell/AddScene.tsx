import { useState } from 'react'
import { run } from '../../app/projectActions'
import { closeSheet } from '../../app/sheets'
import { Button } from '../../common/Button'
import { Sheet } from '../../common/Sheet'
import styles from './ScenesList.module.css'

/** Asks for the heading of a new scene. */
export function AddScene() {
  const [heading, setHeading] = useState('')
  const add = async () => {
    if (heading.trim() && (await run('scene.create', { heading: heading.trim() }))) closeSheet()
  }
  return (
    <Sheet
      title="Add scene"
      open
      onClose={closeSheet}
      width={420}
      footer={
        <>
          <Button large onClick={() => closeSheet()}>
            Cancel
          </Button>
          <Button large kind="primary" disabled={!heading.trim()} onClick={() => void add()}>
            Add scene
          </Button>
        </>
      }
    >
      <form
        onSubmit={(e) => {
          e.preventDefault()
          void add()
        }}
      >
        <label className={styles.label} htmlFor="scene-heading">
          Heading
        </label>
        <input
          id="scene-heading"
          className={styles.input}
          value={heading}
          autoFocus
          placeholder="INT. LIVING ROOM - NIGHT"
          onChange={(e) => setHeading(e.target.value)}
        />
      </form>
    </Sheet>
  )
}
