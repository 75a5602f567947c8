import { useEffect, useRef, useState } from 'react'
import { describeFrame } from '@shared/domain/blocking/describeFrame'
import { chosenTake, takeKindOf } from '@shared/domain/lookup'
import { marksOf } from '@shared/domain/marks/markRules'
import type { OverPicture } from '@shared/drawing/overPicture'
import type { FrameEnd } from '@shared/model/common'
import type { ReadRecords } from '@shared/records/recordStore'
import { useFileDrag } from '../../app/useDropFiles'
import { useStatus } from '../../app/useFreshness'
import { useRead } from '../../app/useRead'
import { useView } from '../../app/viewStore'
import { mediaUrl, workingPicture } from '../../common/AssetPicture'
import { StatusMark, statusWords } from '../../common/StatusMark'
import { OverPictureCanvas } from '../../drawing/OverPictureCanvas'
import { FrameCanvas } from '../../drawing/FrameCanvas'
import styles from './Panel.module.css'
import { useBoard } from './boardState'
import { whenQuiet } from './quiet'

/** One end of a shot: the chosen take, or while there is none the drawing of the blocking. A picture that is dropped on it becomes a take. */
export function PanelPicture({
  shotId,
  frame,
  width,
  height,
  active,
}: {
  shotId: string
  frame: FrameEnd
  width: number
  height: number
  /** The shot is the one that the keys start from. */
  active: boolean
}) {
  const kind = takeKindOf(frame)
  const picture = useRead((reads) => pictureOf(reads, shotId, frame), [shotId, frame])
  const marks = useBoard((s) => s.marks)
  const arrows = useBoard((s) => s.arrows && (s.ends !== 'both' || frame === 'start'))
  const drawn = useRead(
    (reads): OverPicture | null => overOf(reads, shotId, frame, { marks, arrows }),
    [shotId, frame, marks, arrows],
  )
  const { status, locked } = useStatus(shotId, kind)
  const over = useFileDrag((s) => s.frame === `${shotId}/${frame}`)
  const looked = useView((s) => s.frame === frame) && active
  const words = `${frame === 'start' ? 'Start' : 'End'} frame, ${statusWords[status]}`
  const quiet = status === 'fresh' && !locked
  return (
    <div
      className={`${styles.picture} ${status === 'stale' && picture ? styles.stalePicture : ''} ${over ? styles.over : ''} ${looked ? styles.looked : ''}`}
      style={{ width, height }}
      data-drop-frame={`${shotId}/${frame}`}
      data-frame={frame}
      title={words}
    >
      {picture ? (
        <img src={mediaUrl(picture, widthOf(width))} alt="" loading="lazy" draggable={false} />
      ) : (
        <Drawing shotId={shotId} frame={frame} width={Math.round(width)} />
      )}
      {drawn && <OverPictureCanvas over={drawn} width={width} height={height} className={styles.marks} />}
      {!quiet && (
        <span className={styles.badge}>
          <StatusMark status={status} locked={locked} size={11} />
        </span>
      )}
    </div>
  )
}

/** Pictures are fetched in few sizes, so that another number of panels in a row finds them again. */
const widthOf = (width: number) => [160, 320, 640, 1280].find((w) => w >= width * window.devicePixelRatio) ?? 1920

function pictureOf(reads: ReadRecords, shotId: string, frame: FrameEnd): string | null {
  const take = chosenTake(reads, shotId, takeKindOf(frame))
  return take && (workingPicture(reads, take.mediaId) ?? take.mediaId)
}

/** What is drawn over the picture of a panel; null = nothing. */
function overOf(
  reads: ReadRecords,
  shotId: string,
  frame: FrameEnd,
  shows: { marks: boolean; arrows: boolean },
): OverPicture | null {
  const marks = shows.marks ? marksOf(reads, shotId, frame) : []
  const camera = (shows.arrows && reads.get('cameraMoves', shotId)) || null
  return marks.length || camera ? { marks, camera } : null
}

/** Drawn once it is in sight and there is time for it, one at a time, so that scrolling never waits. */
function Drawing({ shotId, frame, width }: { shotId: string; frame: FrameEnd; width: number }) {
  const place = useRef<HTMLSpanElement>(null)
  const [ready, setReady] = useState(false)
  useEffect(() => {
    let giveUp = () => {}
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      observer.disconnect()
      giveUp = whenQuiet(() => setReady(true))
    })
    if (place.current) observer.observe(place.current)
    return () => {
      observer.disconnect()
      giveUp()
    }
  }, [])
  return ready ? <Drawn shotId={shotId} frame={frame} width={width} /> : <span ref={place} className={styles.waits} />
}

function Drawn({ shotId, frame, width }: { shotId: string; frame: FrameEnd; width: number }) {
  const description = useRead(
    (reads) => (reads.get('shots', shotId) ? describeFrame(reads, shotId, frame) : null),
    [shotId, frame],
  )
  return description && <FrameCanvas frame={description} width={width} className={styles.drawn} />
}
