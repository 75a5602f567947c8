import { Grid3x3, Layers2, PenLine } from 'lucide-react'
import { percentText } from '@shared/language/unitWords'
import { setView } from '../../app/viewStore'
import { Button } from '../../common/Button'
import { Segmented } from '../../common/Segmented'
import { Toolbar, ToolbarGap } from '../../common/Toolbar'
import styles from './FramesView.module.css'
import { setFrames, useFrames } from './model/framesStore'
import type { FrameModel } from './model/useFrameModel'
import { toggleMarking } from './marks/markActions'
import { useMarkWork } from './marks/marksState'
import { useMarksOf } from './marks/useStageMarks'
import { fitStage } from './stage/useStageGestures'

const icon = { size: 14, strokeWidth: 1.75 } as const
const ends = [
  { value: 'start', label: 'Start' },
  { value: 'end', label: 'End' },
] as const
const previews = [
  { value: 'blocking', label: 'Blocking' },
  { value: 'take', label: 'Take' },
] as const

/** Which still, how it is shown, and how large. */
export function FramesToolbar({ model }: { model: FrameModel }) {
  const { preview, onion, thirds, zoom, pan } = useFrames()
  const { width, height } = model.description
  const marking = useMarkWork((s) => s.on)
  const marks = useMarksOf(model.shot.id, model.frame).length
  const fitted = zoom === 1 && pan.x === 0 && pan.y === 0
  return (
    <Toolbar name="Frames">
      <Segmented label="Frame" value={model.frame} options={ends} onChange={(frame) => setView({ frame })} />
      <Segmented
        label="Shown"
        value={preview}
        options={previews}
        onChange={(value) => setFrames({ preview: value, draft: null })}
      />
      <Button
        aria-pressed={onion}
        tip={
          marking
            ? `The ${model.frame === 'start' ? 'frame before' : 'start frame'} and its marks, faintly under the pen`
            : `The figures of the ${model.frame === 'start' ? 'end' : 'start'} frame as ghosts`
        }
        keys="O"
        onClick={() => setFrames({ onion: !onion })}
      >
        <Layers2 {...icon} />
        Onion skin
      </Button>
      <Button
        aria-pressed={thirds}
        tip="Lines at the thirds of the frame"
        onClick={() => setFrames({ thirds: !thirds })}
      >
        <Grid3x3 {...icon} />
        Thirds
      </Button>
      <Button
        aria-pressed={marking}
        tip="Draw and write over the frame; the pictures stay as they are"
        keys="M"
        onClick={() => toggleMarking()}
      >
        <PenLine {...icon} />
        Marks
        {marks > 0 && <span className={styles.count}>{marks}</span>}
      </Button>
      <ToolbarGap />
      <span className={styles.size}>
        {width} × {height}
      </span>
      <Button tip="Fit the frame into the stage; Ctrl and the wheel zoom" keys="0" onClick={fitStage}>
        {fitted ? 'Fit' : `${percentText(zoom)} · Fit`}
      </Button>
    </Toolbar>
  )
}
