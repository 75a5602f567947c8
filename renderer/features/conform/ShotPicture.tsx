import { describeFrame } from '@shared/domain/blocking/describeFrame'
import { chosenTake } from '@shared/domain/lookup'
import { useRead } from '../../app/useRead'
import { mediaUrl, workingPicture } from '../../common/AssetPicture'
import { FrameCanvas } from '../../drawing/FrameCanvas'

/** A small picture of how a shot begins: its chosen still, else its drawing. */
export function ShotPicture({ shotId, width }: { shotId: string; width: number }) {
  const picture = useRead(
    (reads) => {
      const take = chosenTake(reads, shotId, 'startFrame')
      return take && (workingPicture(reads, take.mediaId) ?? take.mediaId)
    },
    [shotId],
  )
  const drawn = useRead(
    (reads) => (picture || !reads.get('shots', shotId) ? null : describeFrame(reads, shotId, 'start')),
    [picture, shotId],
  )
  if (picture) return <img src={mediaUrl(picture, 160)} alt="" draggable={false} />
  return drawn && <FrameCanvas frame={drawn} width={width} />
}
