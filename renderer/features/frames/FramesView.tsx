import { Image as ImageIcon } from 'lucide-react'
import { useEffect } from 'react'
import { NoShots } from '../../app/NoShots'
import { registerCommands } from '../../app/commands'
import { hint } from '../../app/hint'
import { useRead } from '../../app/useRead'
import { selectShot, useView } from '../../app/viewStore'
import { FrameStage } from './stage/FrameStage'
import { frameCommands } from './frameCommands'
import { FramesToolbar } from './FramesToolbar'
import styles from './FramesView.module.css'
import { setFrames, useFrames } from './model/framesStore'
import { PassesPanel } from './passes/PassesPanel'
import { MarkTools } from './marks/MarkTools'
import { dropMarkWork, setMarkWork, useMarkWork } from './marks/marksState'
import { ShotStrip } from './ShotStrip'
import { CompareTakes } from './takes/CompareTakes'
import { TakesColumn } from './takes/TakesColumn'
import { useFrameModel } from './model/useFrameModel'

/** Start and end frame of the scene's shots: blocking, takes and passes. */
export function FramesView() {
  const model = useFrameModel()
  const sceneId = useView((s) => s.sceneId)
  const shotId = useView((s) => s.shotId)
  const frame = useView((s) => s.frame)
  const compared = useFrames((s) => s.compared)
  const marking = useMarkWork((s) => s.on)
  useEffect(() => registerCommands(frameCommands), [])
  useEffect(() => {
    setFrames({ upTo: null, draft: null, compared: null, zoom: 1, pan: { x: 0, y: 0 } })
    dropMarkWork()
  }, [shotId, frame])
  useEffect(
    () => () => {
      setFrames({ draft: null, compared: null })
      setMarkWork({ on: false })
      hint('')
    },
    [],
  )
  useShotOfScene()
  if (!model || model.scene.id !== sceneId)
    return <NoShots icon={<ImageIcon size={18} strokeWidth={1.6} />} sceneId={sceneId} />
  return (
    <div className={styles.view}>
      <ShotStrip model={model} />
      <div className={styles.work}>
        <FramesToolbar model={model} />
        <div className={styles.stage}>
          {compared ? <CompareTakes model={model} takeIds={compared} /> : <FrameStage model={model} />}
          <TakesColumn model={model} />
        </div>
        {marking ? <MarkTools /> : !compared && <PassesPanel model={model} />}
      </div>
    </div>
  )
}

/** A scene chosen without a shot shows its first one. */
function useShotOfScene(): void {
  const sceneId = useView((s) => s.sceneId)
  const shotId = useView((s) => s.shotId)
  const first = useRead(
    (reads) =>
      sceneId !== null && (shotId === null || reads.get('shots', shotId)?.sceneId !== sceneId)
        ? reads.first('shotsOfScene', sceneId)?.id
        : undefined,
    [sceneId, shotId],
  )
  useEffect(() => {
    if (first !== undefined) selectShot(first)
  }, [first])
}
