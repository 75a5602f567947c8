import { frameAt, stillAt } from '@shared/domain/blocking/shotPlay'
import { neighbour } from '@shared/domain/lookup'
import { formatShortTimecode } from '@shared/domain/time/timecode'
import { framesToSeconds } from '@shared/domain/time/frames'
import { secondsText } from '@shared/language/unitWords'
import type { Shot } from '@shared/model/shot'
import { useRead } from '../../app/useRead'
import { mediaUrl, workingPicture } from '../../common/AssetPicture'
import { useAspect } from './useAspect'
import { FrameCanvas } from '../../drawing/FrameCanvas'
import type { CutDraft } from './cutDraft'
import styles from './Monitor.module.css'
import type { TimelineContents } from './timelineLayout'

/** While a cut is dragged: the frame it leaves, the frame it comes to, and what gets which length. */
export function CutMonitor({ contents, draft }: { contents: TimelineContents; draft: CutDraft }) {
  const { shotId } = draft.input
  const [shot, next] = useRead(
    (reads) => {
      const before = reads.must('shots', shotId)
      return [before, neighbour(reads, before, 1)] as const
    },
    [shotId],
  )
  const { clock, timing } = contents
  const total = [...draft.lengths].reduce(
    (sum, [id, frames]) => sum + frames - (id === shot.id ? shot : next!).durationFrames,
    clock.total as number,
  )
  const cut = (clock.startOf(shot) ?? 0) + (draft.lengths.get(shot.id) ?? shot.durationFrames)
  const seconds = (frames: number) => secondsText(framesToSeconds(frames, timing.fps), 2)
  return (
    <section className={styles.row} aria-label="This cut">
      <Side
        shot={shot}
        frame={shot.durationFrames - 1}
        words="last frame"
        time={formatShortTimecode(cut - 1, timing)}
      />
      {next && <Side shot={next} frame={0} words="first frame" time={formatShortTimecode(cut, timing)} />}
      <div className={styles.panel}>
        <h2>
          This cut <span>one undo step</span>
        </h2>
        <table className={styles.cutTable}>
          <tbody>
            {[shot, ...(next ? [next] : [])].map((s) => (
              <Row
                key={s.id}
                name={`Shot ${s.number}`}
                was={s.durationFrames}
                now={draft.lengths.get(s.id)}
                words={seconds}
              />
            ))}
            <Row
              name={contents.sceneId === null ? 'Film' : 'Scene'}
              was={clock.total}
              now={total === clock.total ? undefined : total}
              words={(frames) => formatShortTimecode(frames, timing)}
            />
          </tbody>
        </table>
        <p>{draft.refused ?? `${draft.staleWords}. Times inside the shots keep their percentage.`}</p>
      </div>
    </section>
  )
}

function Row({
  name,
  was,
  now,
  words,
}: {
  name: string
  was: number
  now: number | undefined
  words: (frames: number) => string
}) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{words(was)}</td>
      <td>{now === undefined ? 'stays' : <strong>→ {words(now)}</strong>}</td>
    </tr>
  )
}

/** A frame at the cut: the chosen still where there is one, else the blocking. */
function Side({ shot, frame, words, time }: { shot: Shot; frame: number; words: string; time: string }) {
  const mediaId = useRead(
    (reads) => workingPicture(reads, stillAt(reads, shot.id, frame)?.take.mediaId ?? null),
    [shot.id, frame],
  )
  const aspect = useAspect()
  const drawn = useRead((reads) => (mediaId ? null : frameAt(reads, shot.id, frame)), [mediaId, shot.id, frame])
  return (
    <div className={`${styles.monitor} ${styles.side}`}>
      <div className={styles.screen} style={{ aspectRatio: aspect }}>
        {mediaId ? <img src={mediaUrl(mediaId, 900)} alt="" /> : drawn && <FrameCanvas frame={drawn} width={480} />}
        <span className={styles.chip}>
          Shot {shot.number}, {words}
        </span>
      </div>
      <div className={styles.cut}>
        <strong>{time}</strong>
      </div>
    </div>
  )
}
