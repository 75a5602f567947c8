import { useState } from 'react'
import { scenesInOrder } from '@shared/domain/lookup'
import type { ReadRecords } from '@shared/records/recordStore'
import { perform } from '../../app/projectActions'
import { focusSoon } from '../../app/edit/editing'
import { closeSheet } from '../../app/sheets'
import { useRead } from '../../app/useRead'
import { selectShot, useView } from '../../app/viewStore'
import { Button } from '../../common/Button'
import { Sheet } from '../../common/Sheet'
import { useOnce } from '../../common/useOnce'
import styles from './ScenesList.module.css'

/** Asks for the heading of a new scene. It comes after the selected scene, with a first shot to fill, in one step. */
export function AddScene() {
  const [heading, setHeading] = useState('')
  const first = useRead((reads) => reads.count('shots') === 0, [])
  const after = useRead((reads) => placeAfterSelected(reads), [])
  const title = first ? 'First scene' : 'Add scene'
  const [once] = useOnce()
  const add = () =>
    once(async () => {
      if (!heading.trim()) return
      const answer = await perform('scene.create', {
        heading: heading.trim(),
        firstShot: true,
        ...(after === undefined ? {} : { index: after }),
      })
      const shotId = answer?.created.shots?.[0]
      if (!answer) return
      closeSheet()
      if (shotId !== undefined) selectShot(shotId)
      // One works on in what was just made.
      focusSoon('view')
    })
  return (
    <Sheet
      title={title}
      open
      onClose={closeSheet}
      width={420}
      footer={
        <>
          <Button large onClick={() => closeSheet()}>
            Cancel
          </Button>
          <Button large kind="primary" disabled={!heading.trim()} onClick={add}>
            {first ? 'Add scene and shot' : 'Add scene'}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(e) => {
          e.preventDefault()
          add()
        }}
      >
        <label className={styles.label} htmlFor="scene-heading">
          Heading
          <input
            id="scene-heading"
            className={styles.input}
            value={heading}
            autoFocus
            placeholder="INT. LIVING ROOM - NIGHT"
            onChange={(e) => setHeading(e.target.value)}
          />
        </label>
      </form>
    </Sheet>
  )
}

/** The place behind the scene that is selected as one; without one the new scene comes last. */
function placeAfterSelected(reads: ReadRecords): number | undefined {
  const { selected, sceneId } = useView.getState()
  const at = selected === 'scene' ? scenesInOrder(reads).findIndex((s) => s.id === sceneId) : -1
  return at < 0 ? undefined : at + 1
}
