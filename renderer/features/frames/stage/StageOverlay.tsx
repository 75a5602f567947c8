import { BringToFront, CaretsToAxisDashedVertical, Image as ImageIcon, RotateCcw, SendToBack } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { tiltOf } from '@shared/drawing/drawSubject'
import type { FrameSubject } from '@shared/drawing/frameDescription'
import { subjectBox } from '@shared/drawing/subjectBox'
import { percentText } from '@shared/language/unitWords'
import { clamp } from '@shared/model/numbers'
import { useProject } from '../../../app/projectStore'
import { useRead } from '../../../app/useRead'
import { useView } from '../../../app/viewStore'
import { IconButton } from '../../../common/Button'
import { Empty } from '../../../common/Empty'
import { figureLabel, flipFigure, isPlacedIn, moveInDepth, resetFigure } from './figureActions'
import { frameToView, handleFromFeet, turned, viewScale } from './frameGeometry'
import type { Point } from '../../../common/point'
import styles from './FrameStage.module.css'
import { ghostLabels, labelWidth, type LabelBox } from './ghostLabels'
import type { StageState } from './konva/stageState'
import { MakeButton } from '../takes/MakeButton'
import { frameWord, type FrameModel } from '../model/useFrameModel'

const icon = { size: 14, strokeWidth: 1.75 } as const

/** Words and buttons over the canvas: the selected figure's name and tools, the ghosts' names, what is missing. */
export function StageOverlay({ model, state }: { model: FrameModel; state: StageState }) {
  const { frame, selected, other, take } = state
  const figure = take === undefined ? frame.subjects.find((s) => s.assetId === selected) : undefined
  const otherWord = frameWord(model.frame === 'start' ? 'end' : 'start')
  return (
    <div className={styles.overlay}>
      {other &&
        take !== null &&
        ghostLabels(state.view, frame, other, otherWord, figure ? [selectedLabel(state, figure)] : []).map(
          ({ assetId, text, left, top, width }) => (
            <span key={assetId} className={styles.ghost} style={{ left: left + width / 2, top }}>
              {text}
            </span>
          ),
        )}
      {figure && <Selected state={state} figure={figure} />}
      {take === undefined && frame.subjects.length === 0 && (
        <span className={styles.note}>
          Nobody stands in the {frameWord(model.frame)} frame. Assign characters and props in the matrix.
        </span>
      )}
      {take === null && (
        <div className={styles.empty}>
          <Empty
            icon={<ImageIcon size={18} strokeWidth={1.6} />}
            title="No take yet"
            text={`Make the ${frameWord(model.frame)} frame of shot ${model.shot.number} from its blocking.`}
          >
            <MakeButton model={model} large />
          </Empty>
        </div>
      )}
    </div>
  )
}

function Selected({ state, figure }: { state: StageState; figure: FrameSubject }) {
  const readOnly = useProject((s) => s.readOnly)
  const tools = useRef<HTMLDivElement>(null)
  const shotId = useView((s) => s.shotId)
  const end = useView((s) => s.frame)
  const placed = useRead((reads) => isPlacedIn(reads, shotId, end, figure.assetId), [shotId, end, figure.assetId])
  const [width, setWidth] = useState(208)
  useLayoutEffect(() => setWidth(tools.current?.offsetWidth ?? 208), [])
  const { left, bottom } = outline(state, figure)
  const label = selectedLabel(state, figure)
  const { host } = state.view
  const y = clamp(bottom + 9, 4, host.height - 30)
  const x = (own: number) => clamp(left - 2, 4, Math.max(4, host.width - own - 4))
  return (
    <>
      <span className={styles.label} style={{ left: label.left, top: label.top }}>
        {figureLabel(figure)}
      </span>
      <div
        ref={tools}
        className={styles.tools}
        role="toolbar"
        aria-label={`${figure.name} in this frame`}
        style={{ left: x(width), top: y }}
      >
        <IconButton
          label="Flip"
          keys="F"
          icon={<CaretsToAxisDashedVertical {...icon} />}
          disabled={readOnly}
          onClick={() => void flipFigure(figure.assetId)}
        />
        <IconButton
          label="Send back"
          keys="["
          icon={<SendToBack {...icon} />}
          disabled={readOnly}
          onClick={() => void moveInDepth(figure.assetId, -1)}
        />
        <IconButton
          label="Bring forward"
          keys="]"
          icon={<BringToFront {...icon} />}
          disabled={readOnly}
          onClick={() => void moveInDepth(figure.assetId, 1)}
        />
        <IconButton
          label="Back to the suggested place"
          icon={<RotateCcw {...icon} />}
          disabled={readOnly || !placed}
          onClick={() => void resetFigure(figure.assetId)}
        />
        <span className={styles.divider} />
        <span className={styles.numbers}>
          h {percentText(figure.scale)} · x {percentText(figure.x)}
        </span>
      </div>
    </>
  )
}

/** Where the selected figure's name goes: over its box, inside it where the stage ends. */
function selectedLabel(state: StageState, figure: FrameSubject): LabelBox {
  const { left, top } = outline(state, figure)
  const { host } = state.view
  const width = labelWidth(figureLabel(figure))
  return {
    left: clamp(left, 4, Math.max(4, host.width - width - 4)),
    top: top - 24 >= 4 ? top - 24 : clamp(top + 6, 4, Math.max(4, host.height - 60)),
    width,
  }
}

/** What the figure's box takes up on the screen, its tilt counted; view pixels. */
function outline(
  { view, frame }: StageState,
  figure: FrameSubject,
): { left: number; top: number; right: number; bottom: number } {
  const box = subjectBox(frame, figure)
  const scale = viewScale(view)
  const size = { width: box.width * scale, height: box.height * scale }
  const feet = frameToView(view, { x: figure.x * frame.width, y: figure.y * frame.height })
  const corners = (['nw', 'ne', 'se', 'sw'] as const).map((handle): Point =>
    turned(handleFromFeet(handle, size), tiltOf(frame)),
  )
  const xs = corners.map((c) => c.x + feet.x)
  const ys = corners.map((c) => c.y + feet.y)
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}
