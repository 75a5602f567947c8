import { Columns2, ImagePlus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { unfinished, unfinishedCause } from '@shared/domain/results/unfinished'
import type { Take } from '@shared/model/result'
import { useProject } from '../../../app/projectStore'
import { importTake, run } from '../../../app/projectActions'
import { useResultPreview } from '../../../app/jobPreviews'
import { useFileDrag } from '../../../app/useDropFiles'
import { useRead } from '../../../app/useRead'
import { IconButton } from '../../../common/Button'
import { mediaUrl } from '../../../common/AssetPicture'
import { setFrames, useFrames } from '../model/framesStore'
import { ClipTakes } from './ClipTakes'
import { MakeButton } from './MakeButton'
import { TakeFoot } from './TakeFoot'
import styles from './TakesColumn.module.css'
import { takesToCompare, withTake } from './compared'
import { takeTime } from './takeTime'
import type { FrameModel } from '../model/useFrameModel'
import { useFrameStatus } from './useFrameStatus'

/** Every take of the still, newest first; one is chosen, approved ones are locked. */
export function TakesColumn({ model }: { model: FrameModel }) {
  const { takes } = model
  const { status } = useFrameStatus(model)
  const now = useMinute()
  const readOnly = useProject((s) => s.readOnly)
  const compared = useFrames((s) => s.compared)
  const over = useFileDrag((s) => s.frame === `${model.shot.id}/${model.frame}`)
  return (
    <section
      className={`${styles.column} ${over ? styles.over : ''}`}
      aria-label="Takes"
      data-drop-frame={`${model.shot.id}/${model.frame}`}
    >
      <header className={styles.head}>
        <h2>Takes</h2>
        {takes.length > 0 && <span className={styles.count}>{takes.length}</span>}
        {takes.length > 1 && (
          <IconButton
            label={compared ? 'Back to the stage' : 'Takes side by side'}
            tip={compared ? 'Back to the stage' : 'Side by side, with the inputs that differ'}
            aria-pressed={compared !== null}
            icon={<Columns2 size={14} strokeWidth={1.75} />}
            onClick={() => setFrames({ compared: compared ? null : takesToCompare(model) })}
          />
        )}
        <IconButton
          className={styles.import}
          label="Take a picture from a file"
          tip="A drawing or photo of yours as a take"
          icon={<ImagePlus size={14} strokeWidth={1.75} />}
          disabled={readOnly}
          onClick={() => void importTake(model.shot.id, model.frame)}
        />
      </header>
      <div className={styles.list}>
        {status === 'running' && <BeingMade model={model} />}
        {takes
          .map((take, i) => ({ take, number: i + 1 }))
          .reverse()
          .map(({ take, number }) => (
            <TakeCard key={take.id} model={model} take={take} number={number} now={now} />
          ))}
        {!takes.length && status !== 'running' && (
          <div className={styles.none}>
            <p>No take yet. Make it, or drop a picture.</p>
            <MakeButton model={model} />
          </div>
        )}
        <ClipTakes shot={model.shot} now={now} />
      </div>
    </section>
  )
}

/** The take that is coming: how far it is, and what the service shows of it. */
function BeingMade({ model }: { model: FrameModel }) {
  const { progress, candidate } = useFrameStatus(model)
  const picture = useResultPreview(model.shot.id, model.result)
  return (
    <div className={styles.running}>
      {picture && <img src={picture} alt="" draggable={false} className={styles.preview} />}
      <span className={styles.track}>
        <span className={styles.fill} style={{ width: `${Math.round(progress * 100)}%` }} />
      </span>
      {candidate ? `Candidate ${candidate.nth} of ${candidate.of}` : 'Being made'}
    </div>
  )
}

/** The time now, to the minute. */
function useMinute(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

function TakeCard({ model, take, number, now }: { model: FrameModel; take: Take; number: number; now: number }) {
  const readOnly = useProject((s) => s.readOnly)
  const preview = useFrames((s) => s.preview)
  const { shot, chosen, result, description } = model
  const isChosen = chosen?.id === take.id
  const locked = useRead((reads) => reads.get('resultMarks', take.id)?.locked ?? false, [take.id])
  const part = useRead((reads) => unfinished(reads, take), [take])
  const when = takeTime(take.madeAt, now)
  const compared = useFrames((s) => s.compared)
  const choose = () => {
    if (compared) return setFrames({ compared: withTake(compared, take.id) })
    setFrames({ preview: isChosen && preview === 'take' ? 'blocking' : 'take', upTo: null, draft: null })
    if (!isChosen && !readOnly) void run('take.choose', { shotId: shot.id, kind: result, takeId: take.id })
  }
  return (
    <div className={`${styles.take} ${(compared ? compared.includes(take.id) : isChosen) ? styles.on : ''}`}>
      <button
        type="button"
        className={styles.choose}
        aria-pressed={compared ? compared.includes(take.id) : isChosen}
        aria-label={`Take ${number}, ${when}${part ? `, pass ${part.made} of ${part.of}` : ''}${isChosen ? ', chosen' : ''}${locked ? ', approved' : ''}`}
        onClick={choose}
      >
        <img
          src={mediaUrl(take.mediaId, 280)}
          alt=""
          draggable={false}
          loading="lazy"
          style={{ aspectRatio: `${description.width} / ${description.height}` }}
        />
      </button>
      {part && (
        <span className={styles.part} title={`${unfinishedCause(part)} Choose it and make it again to go on.`}>
          pass {part.made} of {part.of}
        </span>
      )}
      <TakeFoot take={take} what="take" number={number} when={when} locked={locked} isChosen={isChosen} />
    </div>
  )
}
