import { useState } from 'react'
import { assignmentOf, instanceOf, shotsOfScene } from '@shared/domain/lookup'
import { counted } from '@shared/language/unitWords'
import { Refusal } from '@shared/records/refusal'
import { preview, staleWords, useWhatPreviewsNeed } from '../../../app/preview'
import { done, run } from '../../../app/projectActions'
import type { addToSceneSheet } from '../../../app/sheetKeys'
import { closeSheet, type ParamsOf } from '../../../app/sheets'
import { ShotChoice } from '../../../app/ShotChoice'
import { useRead } from '../../../app/useRead'
import { Button } from '../../../common/Button'
import { Sheet } from '../../../common/Sheet'
import { useOnce } from '../../../common/useOnce'
import styles from '../recast/RecastSheet.module.css'

/** An asset comes into a scene: in which of its shots. All are checked; the scene and the shots are one step. */
export function AddToSceneSheet({ assetId, sceneId }: ParamsOf<typeof addToSceneSheet>) {
  useWhatPreviewsNeed()
  const asset = useRead((reads) => reads.get('assets', assetId), [assetId])
  const scene = useRead((reads) => reads.get('scenes', sceneId), [sceneId])
  const shots = useRead(
    (reads) => {
      const instance = instanceOf(reads, sceneId, assetId)
      return shotsOfScene(reads, sceneId).filter((shot) => !instance || !assignmentOf(reads, shot.id, instance.id))
    },
    [assetId, sceneId],
  )
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [once] = useOnce()
  if (!asset || !scene) return null
  const shotIds = shots.filter((s) => !left.has(s.id)).map((s) => s.id)
  const input = { assetId, sceneId, shotIds }
  const outcome = shotIds.length ? preview('asset.addToScene', input) : null
  const add = () =>
    once(async () => {
      if (!shotIds.length || !(await run('asset.addToScene', input))) return
      closeSheet()
      done(`${asset.name} is in ${counted(shotIds.length, 'shot')} more of scene ${scene.number}.`)
    })
  return (
    <Sheet
      title={`Add ${asset.name} to scene ${scene.number}`}
      description={scene.heading}
      open
      onClose={closeSheet}
      width={440}
      footer={
        <>
          <span className={styles.step}>one undo step</span>
          <Button large kind="outline" onClick={() => closeSheet()}>
            Cancel
          </Button>
          <Button large kind="primary" autoFocus disabled={!shotIds.length || outcome instanceof Refusal} onClick={add}>
            Add to {counted(shotIds.length, 'shot')}
          </Button>
        </>
      }
    >
      {shots.length ? (
        <ShotChoice
          shots={shots}
          left={left}
          onChange={setLeft}
          all={`All ${counted(shots.length, 'shot')}, throughout`}
        />
      ) : (
        <p>{asset.name} is in every shot of the scene already.</p>
      )}
      {outcome && (
        <p className={outcome instanceof Refusal ? styles.refused : styles.impact} role="status">
          {outcome instanceof Refusal
            ? outcome.message
            : `${counted(shotIds.length, 'assignment')}, ${staleWords(outcome)}. Nothing is made by itself.`}
        </p>
      )}
    </Sheet>
  )
}
