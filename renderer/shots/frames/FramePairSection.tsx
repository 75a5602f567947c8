import { stageProfile } from '@shared/domain/passes/stageProfile'
import { OctagonX, RefreshCw, X } from 'lucide-react'
import { chosenTake, settingsOf, takeKindOf } from '@shared/domain/lookup'
import { shotFreshness } from '@shared/domain/results/freshness'
import { sameStill } from '@shared/domain/results/sameStill'
import type { FrameEnd } from '@shared/model/common'
import type { Shot } from '@shared/model/shot'
import type { ReadRecords } from '@shared/records/recordStore'
import { request } from '../../app/hostClient'
import { make, run } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { useFileDrag } from '../../app/useDropFiles'
import { jobOf, underJob } from '../../app/useFreshness'
import { useRead } from '../../app/useRead'
import { setView } from '../../app/viewStore'
import { mediaUrl, workingPicture } from '../../common/AssetPicture'
import { Button } from '../../common/Button'
import { Section } from '../../common/Section'
import { StatusMark } from '../../common/StatusMark'
import { CauseBox } from './CauseBox'
import { CutRow } from './CutRow'
import styles from './FramePairSection.module.css'
import { causeLines, frameWork, type FramePair, type FrameState } from './frameWork'

const frames: readonly FrameEnd[] = ['start', 'end']

/** The two frames of the shot with their status, why they are stale, and the button that makes what is not fresh. */
export function FramePairSection({ shot }: { shot: Shot }) {
  const readOnly = useProject((s) => s.readOnly)
  const maker = useRead((reads) => {
    const { kind, name } = stageProfile(reads, 10)
    return kind === 'local' || kind === 'planned' ? 'made on this computer' : `made by ${name}`
  }, [])
  const jobs = useProject((s) => s.jobs).filter(
    (j) => j.shotId === shot.id && (j.result === 'startFrame' || j.result === 'endFrame'),
  )
  const freshness = useRead((reads) => shotFreshness(reads, shot.id), [shot.id])
  const same = useRead((reads) => sameStill(reads, shot.id), [shot.id])
  const state = (frame: FrameEnd): FrameState => {
    const one = freshness[takeKindOf(frame)]
    return { ...one, ...underJob(one, jobOf(jobs, shot.id, takeKindOf(frame))) }
  }
  const pair: FramePair = { start: state('start'), end: state('end') }
  const work = frameWork(pair)
  const accept = async () => {
    for (const frame of frames)
      if (pair[frame].status === 'stale')
        await run('result.acceptInputs', { shotId: shot.id, result: takeKindOf(frame) })
  }
  const saving = work.frames.length === 2 && same
  const active = jobs.filter((j) => j.state === 'queued' || j.state === 'running')
  return (
    <Section>
      <div className={styles.pair}>
        {frames.map((frame) => (
          <FrameThumb key={frame} shot={shot} frame={frame} state={pair[frame]} />
        ))}
      </div>
      <CauseBox causes={causeLines(pair)} readOnly={readOnly} onAccept={() => void accept()} />
      {jobs
        .filter((j) => j.state === 'failed' && j.error)
        .map((job) => (
          <p key={job.id} className={styles.failed}>
            <OctagonX size={12} strokeWidth={2} />
            {job.error}
          </p>
        ))}
      <div className={styles.make}>
        {active.length ? (
          <>
            <Button
              kind="outline"
              className={styles.grow}
              onClick={() => void request('jobs.cancel', { ids: active.map((j) => j.id) }).catch(() => {})}
            >
              <X size={12} strokeWidth={2} />
              Cancel
            </Button>
            <progress
              className={styles.progress}
              max={1}
              value={active.reduce((sum, j) => sum + j.progress, 0) / active.length}
              aria-label="Frames being made"
            />
          </>
        ) : (
          <Button
            kind="outline"
            className={styles.grow}
            disabled={readOnly || !work.frames.length}
            {...(work.reason ? { tip: work.reason } : {})}
            onClick={() => void make(10, 'all', [shot.id], work.frames)}
          >
            <RefreshCw size={12} strokeWidth={2} />
            {work.label}
          </Button>
        )}
        <span className={styles.price}>
          {active.length ? 'being made' : saving ? 'one still for both ends' : maker}
        </span>
      </div>
      <CutRow shot={shot} />
    </Section>
  )
}

const titles = { start: 'Start', end: 'End' } as const

function words({ status, locked }: FrameState): string {
  if (status === 'missing') return 'not made'
  if (status === 'running') return 'running'
  if (locked) return status === 'stale' ? 'approved, inputs changed' : 'approved'
  return status
}

/** The picture that stands at an end of a shot, to be shown; null while there is none. */
function pictureOf(reads: ReadRecords, shotId: string, frame: FrameEnd): string | null {
  const take = chosenTake(reads, shotId, takeKindOf(frame))
  return take && (workingPicture(reads, take.mediaId) ?? take.mediaId)
}

function FrameThumb({ shot, frame, state }: { shot: Shot; frame: FrameEnd; state: FrameState }) {
  const project = useRead(settingsOf, [])
  const picture = useRead((reads) => pictureOf(reads, shot.id, frame), [shot.id, frame])
  const said = `${titles[frame]}, ${words(state)}`
  const over = useFileDrag((s) => s.frame === `${shot.id}/${frame}`)
  return (
    <button
      type="button"
      data-drop-frame={`${shot.id}/${frame}`}
      className={`${styles.thumb} ${over ? styles.over : ''} ${state.status === 'stale' ? styles.stale : ''} ${picture ? '' : styles.none}`}
      style={{ aspectRatio: `${project.aspectWidth} / ${project.aspectHeight}` }}
      aria-label={`${said}. Show in Frames.`}
      title={said}
      onClick={() => setView({ view: 'frames', frame })}
    >
      {picture && <img src={mediaUrl(picture, 400)} alt="" draggable={false} />}
      <span
        className={`${styles.chip} ${state.status === 'stale' && !state.locked ? styles.chipStale : ''} ${state.status === 'failed' ? styles.chipFailed : ''}`}
        aria-hidden
      >
        <StatusMark status={state.status} locked={state.locked} />
        <span>{said}</span>
      </span>
    </button>
  )
}
