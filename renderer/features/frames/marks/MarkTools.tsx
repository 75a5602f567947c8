import { Eraser, MousePointer2, MoveUpRight, Pencil, Square, Type } from 'lucide-react'
import type { ReactNode } from 'react'
import { markInks } from '@shared/drawing/marks'
import { markColours } from '@shared/model/mark'
import { percentText } from '@shared/language/unitWords'
import { useProject } from '../../../app/projectStore'
import { Button, IconButton } from '../../../common/Button'
import { Tip } from '../../../common/Tip'
import { chooseTool, setLook, toggleMarking, toolWords } from './markActions'
import styles from './Marks.module.css'
import { useInk, type MarkTool } from './marksState'
import { Slider } from './Slider'

const icon = { size: 16, strokeWidth: 1.75 } as const
const tools: readonly (readonly [MarkTool, string, ReactNode])[] = [
  ['select', 'V', <MousePointer2 {...icon} key="icon" />],
  ['pen', 'B', <Pencil {...icon} key="icon" />],
  ['arrow', 'A', <MoveUpRight {...icon} key="icon" />],
  ['box', 'R', <Square {...icon} key="icon" />],
  ['text', 'T', <Type {...icon} key="icon" />],
  ['eraser', 'E', <Eraser {...icon} key="icon" />],
]

/** With what marks are drawn: tools, colours, thickness and opacity. */
export function MarkTools() {
  const { tool, colour, width, opacity } = useInk()
  const readOnly = useProject((s) => s.readOnly)
  return (
    <div className={styles.bar} role="toolbar" aria-label="Marks" data-surface="mark-tools">
      {tools.map(([one, keys, picture]) => (
        <IconButton
          key={one}
          label={toolWords[one]}
          keys={keys}
          icon={picture}
          large
          aria-pressed={one === tool}
          disabled={readOnly}
          onClick={() => chooseTool(one)}
        />
      ))}
      <span className={styles.divider} />
      {markColours.map((one, i) => (
        <Tip key={one} text={one[0]!.toUpperCase() + one.slice(1)} keys={String(i + 1)}>
          <button
            type="button"
            className={styles.ink}
            style={{ background: markInks[one] }}
            aria-label={`${one} ink`}
            aria-pressed={one === colour}
            disabled={readOnly}
            onClick={() => void setLook({ colour: one })}
          />
        </Tip>
      ))}
      <span className={styles.divider} />
      <Slider
        label="Thickness"
        value={width}
        least={0.002}
        most={0.024}
        step={0.001}
        words={`${(width * 100).toFixed(1)} % of the frame`}
        disabled={readOnly}
        onSet={(next) => setLook({ width: next })}
      />
      <Slider
        label="Opacity"
        value={opacity}
        least={0.1}
        most={1}
        step={0.05}
        words={percentText(opacity)}
        disabled={readOnly}
        onSet={(next) => setLook({ opacity: next })}
      />
      <span className={styles.divider} />
      <Button tip="Back to the figures" keys="Esc" onClick={() => toggleMarking(false)}>
        Done
      </Button>
    </div>
  )
}
