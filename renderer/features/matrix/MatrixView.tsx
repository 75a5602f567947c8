import { Check, RefreshCw, Rows3, Rows4, Sparkles, TableProperties } from 'lucide-react'
import { useMemo, useState } from 'react'
import { numberText } from '@shared/language/unitWords'
import { useFreshness } from '../../app/freshnessCache'
import { importScript, make, run } from '../../app/projectActions'
import { useProject, useVersion } from '../../app/projectStore'
import { setView, useView } from '../../app/viewStore'
import { Button } from '../../common/Button'
import { useWide } from '../../common/useWide'
import { Empty } from '../../common/Empty'
import { AddAsset } from './AddAsset'
import { PresenceMenu, TemplateMenu } from './CellMenus'
import { MatrixGrid } from './MatrixGrid'
import { layOut } from './matrixLayout'
import styles from './MatrixView.module.css'

const icon = { size: 14, strokeWidth: 1.75 } as const

/** Assets by shots: who is in which shot, from when to when. */
export function MatrixView() {
  const version = useVersion('scenes', 'shots', 'assets')
  const records = useProject((s) => s.records)
  const readOnly = useProject((s) => s.readOnly)
  const wide = useWide(1360)
  const density = useView((s) => s.density) ?? (wide ? 'comfortable' : 'compact')
  const collapsed = useView((s) => s.collapsed)
  const sceneId = useView((s) => s.sceneId)
  const [filter, setFilter] = useState('')
  const [adding, setAdding] = useState(false)
  // The version stands for the records, which are updated in place.
  const layout = useMemo(
    () => layOut(records, { density, filter, collapsed }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [records, version, density, filter, collapsed],
  )
  const hasShots = layout.columns.length > 0
  return (
    <>
      <div className={styles.toolbar} role="toolbar" aria-label="Matrix">
        <h1>Matrix</h1>
        <span className={styles.divider} />
        <Button
          tip="Row height"
          onClick={() => setView({ density: density === 'comfortable' ? 'compact' : 'comfortable' })}
        >
          {density === 'comfortable' ? <Rows3 {...icon} /> : <Rows4 {...icon} />}
          {density === 'comfortable' ? 'Comfortable' : 'Compact'}
        </Button>
        {hasShots && <PresenceMenu layout={layout} />}
        {hasShots && <TemplateMenu layout={layout} />}
        <span className={styles.grow} />
        <Unconfirmed readOnly={readOnly} />
        {hasShots && <MakeButton readOnly={readOnly} />}
      </div>
      {hasShots ? (
        <MatrixGrid layout={layout} filter={filter} onFilter={setFilter} onAdd={() => setAdding(true)} />
      ) : (
        <Empty
          icon={<TableProperties size={18} strokeWidth={1.6} />}
          title="No shots in this project yet"
          text="Import a script, or add the first shot by hand."
        >
          <Button large kind="primary" onClick={() => void importScript()}>
            Import a script
          </Button>
          <Button large kind="outline" disabled={readOnly} onClick={() => void addFirstShot(sceneId)}>
            Add shot
          </Button>
        </Empty>
      )}
      <AddAsset open={adding} onClose={() => setAdding(false)} />
    </>
  )
}

async function addFirstShot(sceneId: string | null): Promise<void> {
  const { records } = useProject.getState()
  const scene = sceneId ?? records.list('scenesInOrder')[0]?.id
  if (scene) await run('shot.create', { sceneId: scene })
  else if (await run('scene.create', { heading: 'INT. NEW PLACE - DAY' })) await addFirstShot(null)
}

/** How many assignments were read from the text and not looked at yet, with one button to take them all. */
function Unconfirmed({ readOnly }: { readOnly: boolean }) {
  const version = useVersion('assignments', 'suggestions')
  const records = useProject((s) => s.records)
  const count = useMemo(() => {
    void version
    let n = 0
    for (const a of records.all('assignments')) if (a.origin === 'suggested') n++
    for (const s of records.all('suggestions')) if (s.state === 'open') n++
    return n
  }, [records, version])
  if (!count) return null
  return (
    <>
      <span className={styles.chip}>
        <Sparkles size={12} strokeWidth={2} />
        {numberText(count)} to confirm
      </span>
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

function MakeButton({ readOnly }: { readOnly: boolean }) {
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
