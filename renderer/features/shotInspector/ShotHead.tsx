import { ChevronLeft, ChevronRight } from 'lucide-react'
import { projectOf } from '@shared/domain/lookup'
import type { Shot } from '@shared/model/shot'
import { useProject } from '../../app/projectStore'
import { IconButton } from '../../common/Button'
import { PanelHead } from '../../common/Section'
import { goBeside, shotBeside } from './shotActions'
import { cameraLine } from './words'

const icon = { size: 14, strokeWidth: 1.75 } as const

/** "Shot 4  Wide · 24 mm · 3.5 s" and the way to its neighbours, across scenes. */
export function ShotHead({ shot }: { shot: Shot }) {
  const { fps } = projectOf(useProject((s) => s.records))
  return (
    <PanelHead title={<span style={{ whiteSpace: 'nowrap' }}>Shot {shot.number}</span>} meta={cameraLine(shot, fps)}>
      <IconButton
        label="Previous shot"
        icon={<ChevronLeft {...icon} />}
        disabled={shotBeside(shot.id, -1) === null}
        onClick={() => goBeside(shot.id, -1)}
      />
      <IconButton
        label="Next shot"
        icon={<ChevronRight {...icon} />}
        disabled={shotBeside(shot.id, 1) === null}
        onClick={() => goBeside(shot.id, 1)}
      />
    </PanelHead>
  )
}
