import { ChevronLeft, ChevronRight } from 'lucide-react'
import { settingsOf } from '@shared/domain/lookup'
import type { Shot } from '@shared/model/shot'
import type { ReadRecords } from '@shared/records/recordStore'
import { useRead } from '../../app/useRead'
import { IconButton } from '../../common/Button'
import { PanelHead } from '../../common/Section'
import { goBeside, shotBeside } from '../../shots/shotActions'
import { cameraLine } from '../../common/cameraNames'

const icon = { size: 14, strokeWidth: 1.75 } as const

/** "Shot 4  Wide · 24 mm · 3.5 s" and the way to its neighbours, across scenes. */
export function ShotHead({ shot }: { shot: Shot }) {
  const { fps } = useRead(settingsOf, [])
  const [isFirst, isLast] = useRead((reads) => endsOf(reads, shot.id), [shot.id])
  return (
    <PanelHead title={<span style={{ whiteSpace: 'nowrap' }}>Shot {shot.number}</span>} meta={cameraLine(shot, fps)}>
      <IconButton
        label="Previous shot"
        icon={<ChevronLeft {...icon} />}
        disabled={isFirst}
        onClick={() => goBeside(shot.id, -1)}
      />
      <IconButton
        label="Next shot"
        icon={<ChevronRight {...icon} />}
        disabled={isLast}
        onClick={() => goBeside(shot.id, 1)}
      />
    </PanelHead>
  )
}

/** Is it the first shot of the story, and is it the last? */
const endsOf = (reads: ReadRecords, shotId: string) =>
  [-1, 1].map((step) => shotBeside(reads, shotId, step as 1 | -1) === null) as [boolean, boolean]
