import type { ReactNode } from 'react'
import { Button } from '../common/Button'
import { Empty } from '../common/Empty'
import { addShot } from './edit/shotCommands'
import { importScript } from './projectActions'
import { useProject } from './projectStore'

/** What every view shows where there are no shots: of a scene, or of the whole film. */
export function NoShots({ icon, sceneId }: { icon: ReactNode; sceneId: string | null }) {
  const readOnly = useProject((s) => s.readOnly)
  const add = (
    <Button
      large
      kind={sceneId === null ? 'outline' : 'primary'}
      disabled={readOnly}
      onClick={() => void (sceneId === null ? addShot() : addShot(sceneId))}
    >
      Add shot
    </Button>
  )
  return (
    <Empty
      icon={icon}
      title={sceneId === null ? 'No shots in this project yet' : 'No shots in this scene yet'}
      text="Import a script, or add the first shot by hand."
    >
      {sceneId !== null && add}
      <Button
        large
        kind={sceneId === null ? 'primary' : 'outline'}
        disabled={readOnly}
        onClick={() => void importScript()}
      >
        Import a script
      </Button>
      {sceneId === null && add}
    </Empty>
  )
}
