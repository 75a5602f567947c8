import { StoryClock } from '@shared/domain/time/storyClock'
import type { CutDifference, MatchedClip } from '@shared/handover/conform/compareCut'
import { framesToSeconds } from '@shared/domain/time/frames'
import { projectOf } from '@shared/domain/lookup'
import { counted, lengthText } from '@shared/language/unitWords'
import { useRead } from '../../app/useRead'
import styles from './CutStrips.module.css'
import { ShotPicture } from './ShotPicture'

interface Block {
  readonly key: string
  readonly shotId: string | null
  readonly name: string
  readonly start: number
  readonly frames: number
}

/** Wider rows show pictures; in narrower ones there is room for the number only. */
const mostPictured = 40
const ribbonHeight = 44

/** The film and the edit as two rows over the same time, each shot tied to where it came back. */
export function CutStrips({ difference, changed }: { difference: CutDifference; changed: ReadonlySet<string> }) {
  const { yours, total, fps, numbers } = useRead(
    (reads) => {
      const clock = StoryClock.of(reads, { shotIds: difference.shotIds })
      const shots = [...clock.shotsFrom(0)]
      return {
        yours: shots.map(({ shotId, start, frames }): Block => ({
          key: shotId,
          shotId,
          name: reads.must('shots', shotId).number,
          start,
          frames,
        })),
        numbers: new Map(shots.map(({ shotId }) => [shotId, reads.must('shots', shotId).number])),
        total: clock.total,
        fps: projectOf(reads).fps,
      }
    },
    [difference],
  )
  const back = difference.clips.map((clip, i): Block => ({ ...clip, key: String(i), name: nameOf(clip, numbers) }))
  const last = back.at(-1)
  const end = last ? last.start + last.frames : 0
  const length = Math.max(total, end, 1)
  const dropped = new Set(difference.dropped)
  const foreign = difference.foreign.length
  return (
    <div className={styles.strips}>
      <p className={styles.head}>
        <strong>Yours</strong> {counted(yours.length, 'shot')}, {lengthText(framesToSeconds(total, fps))}
      </p>
      <Row blocks={yours} length={length} changed={changed} dropped={dropped} />
      <svg className={styles.ribbons} viewBox={`0 0 ${length} ${ribbonHeight}`} preserveAspectRatio="none" aria-hidden>
        {back.map((block) => {
          const from = yours.find(({ shotId }) => shotId === block.shotId)
          return (
            from && (
              <path key={block.key} d={ribbon(from, block)} className={changed.has(from.key) ? styles.changed : ''} />
            )
          )
        })}
      </svg>
      <Row blocks={back} length={length} changed={changed} dropped={dropped} />
      <p className={styles.head}>
        <strong>Came back</strong> {counted(back.length - foreign, 'clip')} of yours
        {foreign ? ` and ${counted(foreign, 'other clip')}` : ''}, {lengthText(framesToSeconds(end, fps))}
      </p>
    </div>
  )
}

const nameOf = ({ shotId, name }: MatchedClip, numbers: ReadonlyMap<string, string>) =>
  shotId === null ? name : (numbers.get(shotId) ?? name)

function ribbon(from: Block, to: Block): string {
  const [a, b, c, d] = [from.start, from.start + from.frames, to.start + to.frames, to.start]
  const half = ribbonHeight / 2
  return `M${a} 0 C${a} ${half} ${d} ${half} ${d} ${ribbonHeight} L${c} ${ribbonHeight} C${c} ${half} ${b} ${half} ${b} 0 Z`
}

function Row({
  blocks,
  length,
  changed,
  dropped,
}: {
  blocks: readonly Block[]
  length: number
  changed: ReadonlySet<string>
  dropped: ReadonlySet<string>
}) {
  const pictured = blocks.length <= mostPictured
  return (
    <div className={styles.row}>
      {blocks.map(({ key, shotId, name, start, frames }) => (
        <span
          key={key}
          title={name}
          className={[
            styles.block,
            shotId === null && styles.foreign,
            shotId !== null && changed.has(shotId) && styles.changedBlock,
            shotId !== null && dropped.has(shotId) && styles.dropped,
          ]
            .filter(Boolean)
            .join(' ')}
          style={{ left: `${(start / length) * 100}%`, width: `calc(${(frames / length) * 100}% - 2px)` }}
        >
          {pictured && shotId !== null && <ShotPicture shotId={shotId} width={80} />}
          <span className={styles.number}>{shotId === null ? '?' : name}</span>
        </span>
      ))}
    </div>
  )
}
