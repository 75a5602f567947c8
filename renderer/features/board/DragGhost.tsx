import { chosenTake } from '@shared/domain/lookup'
import { counted } from '@shared/language/unitWords'
import { recordsNow } from '../../app/projectStore'
import { mediaUrl, workingPicture } from '../../common/AssetPicture'
import { DragTag, useDragTag } from '../../lanes/DragTag'
import styles from './BoardView.module.css'
import { useShotDrag } from './moveActions'

/** What is dragged, lifted beside the pointer, and what a drop would do. */
export function DragGhost() {
  const { shotIds, x, y } = useShotDrag()
  const tag = useDragTag()
  const [first] = shotIds
  const records = recordsNow()
  const shot = first === undefined ? undefined : records.get('shots', first)
  if (!shot || !tag) return null
  const take = chosenTake(records, shot.id, 'startFrame') ?? chosenTake(records, shot.id, 'endFrame')
  return (
    <>
      <div className={`${styles.ghost} ${shotIds.size > 1 ? styles.pile : ''}`} style={{ left: x - 132, top: y - 76 }}>
        <strong>{shotIds.size > 1 ? counted(shotIds.size, 'shot') : shot.number}</strong>
        {take && <img src={mediaUrl(workingPicture(records, take.mediaId) ?? take.mediaId, 160)} alt="" />}
      </div>
      <DragTag tag={tag} keys={[['Alt', 'copy']]} />
    </>
  )
}

/** Where a drop would put them: a line between panels, or around the head of a folded scene. */
export function DropMark() {
  const mark = useShotDrag((s) => s.mark)
  if (!mark) return null
  const { x, y, width, height } = mark
  return (
    <div
      className={width > 4 && height > 4 ? styles.dropHead : styles.dropLine}
      style={{ left: x, top: y, width, height }}
    />
  )
}
