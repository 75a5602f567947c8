import { Camera, PenLine, Plus, Printer, Proportions, Text, Users } from 'lucide-react'
import { useProject } from '../../app/projectStore'
import { exportSheet } from '../../app/sheetKeys'
import { openSheet } from '../../app/sheets'
import { Button, IconButton } from '../../common/Button'
import { Segmented } from '../../common/Segmented'
import { Toolbar, ToolbarGap } from '../../common/Toolbar'
import { setBoard, useBoard } from './boardState'
import styles from './BoardView.module.css'

const icon = { size: 14, strokeWidth: 1.75 } as const
const ends = [
  { value: 'start', label: 'Start' },
  { value: 'end', label: 'End' },
  { value: 'both', label: 'Both' },
] as const

/** What the panels show, and how many stand in a row. */
export function BoardToolbar({ onAdd }: { onAdd: () => void }) {
  const { ends: shown, text, camera, who, arrows, marks, perRow } = useBoard()
  const readOnly = useProject((s) => s.readOnly)
  return (
    <Toolbar name="Board">
      <Segmented label="Pictures" value={shown} options={ends} onChange={(value) => setBoard({ ends: value })} />
      <Button aria-pressed={text} tip="What is seen and said" onClick={() => setBoard({ text: !text })}>
        <Text {...icon} />
        Text
      </Button>
      <Button aria-pressed={camera} tip="Angle, movement and lens" onClick={() => setBoard({ camera: !camera })}>
        <Camera {...icon} />
        Camera
      </Button>
      <Button aria-pressed={who} tip="Who and what is in the shot" onClick={() => setBoard({ who: !who })}>
        <Users {...icon} />
        Who
      </Button>
      <IconButton
        label="Moves"
        tip="First and last framing of camera moves, drawn over the pictures"
        icon={<Proportions {...icon} />}
        aria-pressed={arrows}
        onClick={() => setBoard({ arrows: !arrows })}
      />
      <IconButton
        label="Marks"
        tip="What was drawn and written over the frames"
        icon={<PenLine {...icon} />}
        aria-pressed={marks}
        onClick={() => setBoard({ marks: !marks })}
      />
      <ToolbarGap />
      <label className={styles.perRow}>
        per row
        <input
          type="range"
          min={1}
          max={6}
          value={perRow}
          aria-label="Panels in a row"
          onChange={(e) => setBoard({ perRow: Number(e.target.value) })}
        />
        <output>{perRow}</output>
      </label>
      <Button
        tip="The same panels on pages, to print or to send as PDF"
        onClick={() => openSheet(exportSheet, { format: 'pdf' })}
      >
        <Printer {...icon} />
        Print…
      </Button>
      <Button kind="outline" disabled={readOnly} tip="After the chosen shot" keys="N" onClick={onAdd}>
        <Plus {...icon} />
        Add shot
      </Button>
    </Toolbar>
  )
}
