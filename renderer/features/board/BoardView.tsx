import { LayoutGrid } from 'lucide-react'
import { NoShots } from '../../app/NoShots'
import { useProject } from '../../app/projectStore'
import { useRead } from '../../app/useRead'
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
      {scenes ? (
        <BoardPanels key={folder} />
      ) : (
        <NoShots icon={<LayoutGrid size={18} strokeWidth={1.6} />} sceneId={null} />
      )}
    </>
  )
}
