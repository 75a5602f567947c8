import { LayoutGrid } from 'lucide-react'
import { importScript, run } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { useRead } from '../../app/useRead'
import { Button } from '../../common/Button'
import { Empty } from '../../common/Empty'
import { BoardPanels } from './BoardPanels'
import { BoardToolbar } from './BoardToolbar'
import { addShot } from './shotActions'

/** The storyboard: all shots as panels, by scene. */
export function BoardView() {
  const folder = useProject((s) => s.folder)
  const scenes = useRead((reads) => reads.sizeOf('scenesInOrder'), [])
  return (
    <>
      <BoardToolbar onAdd={() => void addShot()} />
      {scenes ? <BoardPanels key={folder} /> : <NoScenes />}
    </>
  )
}

function NoScenes() {
  const readOnly = useProject((s) => s.readOnly)
  return (
    <Empty
      icon={<LayoutGrid size={18} strokeWidth={1.6} />}
      title="No shots in this project yet"
      text="Import a script, or begin with a first scene and its first shot."
    >
      <Button large kind="primary" disabled={readOnly} onClick={() => void importScript()}>
        Import a script
      </Button>
      <Button
        large
        kind="outline"
        disabled={readOnly}
        onClick={() => void run('scene.create', { heading: 'INT. NEW PLACE - DAY', firstShot: true })}
      >
        Add shot
      </Button>
    </Empty>
  )
}
