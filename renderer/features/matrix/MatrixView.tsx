import { Check, Plus, RefreshCw, Rows3, Rows4, Sparkles, TableProperties, ZoomIn, ZoomOut } from 'lucide-react'
import { useState } from 'react'
import { numberText } from '@shared/language/unitWords'
import { NoShots } from '../../app/NoShots'
import { useFreshness } from '../../app/useFreshness'
import { keyText, useCommands } from '../../app/commands'
import { addShot } from '../../app/edit/shotCommands'
import { make, run } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { addAssetSheet } from '../../app/sheetKeys'
import { openSheet } from '../../app/sheets'
import { useRead } from '../../app/useRead'
import { Button, IconButton } from '../../common/Button'
import { useWide } from '../../common/useWide'
import { Tip } from '../../common/Tip'
import { Toolbar, ToolbarGap } from '../../common/Toolbar'
import { PresenceMenu, TemplateMenu } from './CellMenus'
import { MatrixGrid } from './MatrixGrid'
import { layOut, size, sizeLimits } from './matrixLayout'
import { densityOf, switchDensity, useMatrix } from './matrixState'
import styles from './MatrixView.module.css'

const icon = { size: 14, strokeWidth: 1.75 } as const

/** Assets by shots: who is in which shot, from when to when. */
export function MatrixView() {
  const readOnly = useProject((s) => s.readOnly)
  const wide = useWide(1360)
  const density = densityOf(
    useMatrix((s) => s.density),
    wide,
  )
  const collapsed = useMatrix((s) => s.collapsed)
  const [filter, setFilter] = useState('')
  const cell = useMatrix((s) => s.cell)
  const [room, setRoom] = useState(0)
  const chosenHead = useMatrix((s) => s.rowHead)
  // A wide window has room for whole names.
  const hasRoom = useWide(1920)
  const rowHead = chosenHead ?? (hasRoom ? 240 : size.rowHead)
  const layout = useRead(
    (reads) => layOut(reads, { density, filter, collapsed, cell, rowHead, room }),
    [density, filter, collapsed, cell, rowHead, room],
  )
  const hasShots = layout.axis.slots.length > 0
  return (
    <>
      <Toolbar name="Matrix">
        <Button tip="Row height" onClick={switchDensity}>
          {density === 'comfortable' ? <Rows3 {...icon} /> : <Rows4 {...icon} />}
          {density === 'comfortable' ? 'Comfortable' : 'Compact'}
        </Button>
        {hasShots && <ColumnZoom cell={layout.cell} />}
        {hasShots && <PresenceMenu />}
        {hasShots && <TemplateMenu />}
        {hasShots && (
          <Button
            tip="A shot after the selected one"
            keys={keyText('Shift+N')}
            disabled={readOnly}
            onClick={() => void addShot()}
          >
            <Plus {...icon} />
            Shot
          </Button>
        )}
        <ToolbarGap />
        <UnconfirmedCount readOnly={readOnly} />
        {hasShots && <MakeStaleButton readOnly={readOnly} />}
      </Toolbar>
      {hasShots ? (
        <MatrixGrid layout={layout} filter={filter} onFilter={setFilter} onAdd={addAsset} onRoom={setRoom} />
      ) : (
        <NoShots icon={<TableProperties size={18} strokeWidth={1.6} />} sceneId={null} />
      )}
    </>
  )
}

/** How wide the columns are. */
function ColumnZoom({ cell }: { cell: number }) {
  const zoom = (id: string) => () =>
    useCommands
      .getState()
      .commands.find((c) => c.id === id)
      ?.run()
  const { least, most } = sizeLimits.cell
  return (
    <span className={styles.zoom}>
      <IconButton
        label="Narrower columns"
        keys="-"
        icon={<ZoomOut {...icon} />}
        disabled={cell <= least}
        onClick={zoom('matrix.zoomOut')}
      />
      <IconButton
        label="Wider columns"
        keys="+"
        icon={<ZoomIn {...icon} />}
        disabled={cell >= most}
        onClick={zoom('matrix.zoomIn')}
      />
    </span>
  )
}

const addAsset = () => openSheet(addAssetSheet, {})

/** How many assignments were read from the text and not looked at yet, with one button to take them all. */
function UnconfirmedCount({ readOnly }: { readOnly: boolean }) {
  const [read, unsure] = useRead((reads) => {
    let [assigned, suggested] = [0, 0]
    for (const a of reads.all('assignments')) if (a.origin === 'suggested') assigned++
    for (const s of reads.all('suggestions')) if (s.state === 'open') suggested++
    return [assigned, suggested] as const
  }, [])
  if (!read && !unsure) return null
  return (
    <>
      <Tip
        text={`${numberText(read)} read from the script${unsure ? `, and ${numberText(unsure)} more that it may mean: thin bars, in no frame yet` : ''}`}
      >
        <span className={styles.chip}>
          <Sparkles size={12} strokeWidth={2} />
          {numberText(read + unsure)} to confirm
        </span>
      </Tip>
      <Button
        tip="Every dashed bar counts as confirmed"
        disabled={readOnly}
        onClick={() => void run('suggestion.accept', { all: true })}
      >
        <Check {...icon} />
        Accept all
      </Button>
    </>
  )
}

function MakeStaleButton({ readOnly }: { readOnly: boolean }) {
  const stale = useFreshness((s) => s.staleShots)
  if (stale > 0)
    return (
      <Button
        kind="outline"
        disabled={readOnly}
        tip="Makes the stale frames again, on this computer"
        onClick={() => void make(10, 'stale')}
      >
        <RefreshCw {...icon} />
        Remake stale · {stale}
      </Button>
    )
  return (
    <Button
      kind="outline"
      disabled={readOnly}
      tip="Makes every frame that is missing, on this computer"
      onClick={() => void make(10, 'all')}
    >
      <RefreshCw {...icon} />
      Make frames
    </Button>
  )
}
