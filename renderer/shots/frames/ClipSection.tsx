import { CircleCheck, Clapperboard, Lock, LockOpen, X } from 'lucide-react'
import { chosenTake, settingsOf, takesOf } from '@shared/domain/lookup'
import { clipMaker, type ClipMaker } from '@shared/domain/passes/clipMakers'
import { clipPlan } from '@shared/domain/results/clips'
import { shotFreshness } from '@shared/domain/results/freshness'
import { framesToSeconds } from '@shared/domain/time/frames'
import { secondsBeside } from '@shared/language/unitWords'
import type { Take } from '@shared/model/result'
import type { Shot } from '@shared/model/shot'
import { Refusal } from '@shared/records/refusal'
import type { ReadRecords } from '@shared/records/recordStore'
import { request } from '../../app/hostClient'
import { make, run } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { jobOf, underJob } from '../../app/useFreshness'
import { useRead } from '../../app/useRead'
import { Button, IconButton } from '../../common/Button'
import { ClipPlayer } from '../../common/ClipPlayer'
import { Section } from '../../common/Section'
import { StatusMark } from '../../common/StatusMark'
import { CauseBox } from './CauseBox'
import styles from './ClipSection.module.css'

/** The moving picture of the shot: it plays here; why it is stale, its takes, and the button that makes it. */
export function ClipSection({ shot }: { shot: Shot }) {
  const readOnly = useProject((s) => s.readOnly)
  const job = jobOf(
    useProject((s) => s.jobs),
    shot.id,
    'video',
  )
  const fresh = useRead((reads) => shotFreshness(reads, shot.id).video, [shot.id])
  const { name, reason, aspect, seconds } = useRead((reads) => look(reads, shot), [shot])
  const takes = useRead((reads) => takesOf(reads, shot.id, 'video'), [shot.id])
  const chosen = useRead((reads) => chosenTake(reads, shot.id, 'video'), [shot.id])
  const made = useRead((reads) => (chosen && reads.get('media', chosen.mediaId)?.seconds) ?? null, [chosen])
  const { status } = { ...fresh, ...underJob(fresh, job) }
  const isActive = job?.state === 'queued' || job?.state === 'running'
  const why = fresh.locked ? 'The clip is approved. Unlock it to make it again.' : reason
  return (
    <Section
      title="Clip"
      actions={<StatusMark status={status} locked={fresh.locked} words={words(status, fresh.locked)} />}
    >
      {chosen && (
        <ClipPlayer
          key={chosen.mediaId}
          mediaId={chosen.mediaId}
          seconds={made === null ? seconds : Math.min(seconds, made)}
          label={`clip of shot ${shot.number}`}
          aspect={aspect}
        />
      )}
      {fresh.status === 'stale' && (
        <CauseBox
          causes={fresh.causes.map((text) => ({ text, frame: null }))}
          readOnly={readOnly}
          onAccept={() => void run('result.acceptInputs', { shotId: shot.id, result: 'video' })}
        />
      )}
      {takes.length > 1 && <Takes shot={shot} takes={takes} chosen={chosen} readOnly={readOnly} />}
      {job?.state === 'failed' && <p className={styles.failed}>{job.error}</p>}
      <div className={styles.make}>
        {isActive ? (
          <>
            <Button kind="outline" onClick={() => void request('jobs.cancel', { ids: [job.id] }).catch(() => {})}>
              <X size={12} strokeWidth={2} />
              Cancel
            </Button>
            <progress max={1} value={job.progress} aria-label="Clip being made" />
          </>
        ) : (
          <Button
            kind="outline"
            disabled={readOnly || why !== null}
            {...(why === null ? {} : { tip: why })}
            onClick={() => void make(12, fresh.status === 'fresh' ? 'chosen' : 'all', [shot.id])}
          >
            <Clapperboard size={12} strokeWidth={2} />
            {fresh.status === 'missing' ? 'Make the clip' : 'Make it again'}
          </Button>
        )}
        {chosen && !isActive && (
          <IconButton
            label={fresh.locked ? 'Unlock the clip' : 'Approve the clip'}
            aria-pressed={fresh.locked}
            disabled={readOnly}
            icon={fresh.locked ? <Lock size={12} strokeWidth={2} /> : <LockOpen size={12} strokeWidth={1.75} />}
            onClick={() => void run('take.lock', { takeId: chosen.id, locked: !fresh.locked })}
          />
        )}
        <small>
          {chosen && made !== null && made > seconds + 0.05
            ? `${secondsBeside(seconds, made)} of ${secondsBeside(made, seconds)}`
            : name}
        </small>
      </div>
      {why !== null && !isActive && <p className={styles.why}>{why}</p>}
    </Section>
  )
}

function words(status: string, locked: boolean): string {
  if (status === 'missing') return 'not made'
  if (status === 'running') return 'being made'
  if (locked) return status === 'stale' ? 'approved, inputs changed' : 'approved'
  return status
}

/** Who makes the clip, why it cannot be made, and how it is shown. */
function look(reads: ReadRecords, shot: Shot) {
  const { aspectWidth, aspectHeight, fps } = settingsOf(reads)
  const shown = { aspect: `${aspectWidth} / ${aspectHeight}`, seconds: framesToSeconds(shot.durationFrames, fps) }
  let maker: ClipMaker | null = null
  try {
    maker = clipMaker(reads)
    clipPlan(reads, shot.id, maker)
    return { ...shown, name: makerWords(maker), reason: null }
  } catch (error) {
    if (error instanceof Refusal) return { ...shown, name: maker ? makerWords(maker) : '', reason: error.message }
    throw error
  }
}

const makerWords = ({ kind, name }: ClipMaker) => (kind === 'local' ? 'made on this computer' : `made by ${name}`)

/** Every clip of the shot by its number; the one that is chosen plays. */
function Takes({
  shot,
  takes,
  chosen,
  readOnly,
}: {
  shot: Shot
  takes: readonly Take[]
  chosen: Take | null
  readOnly: boolean
}) {
  return (
    <div className={styles.takes} role="radiogroup" aria-label="Takes of the clip">
      {takes.map((take, i) => (
        <button
          key={take.id}
          type="button"
          role="radio"
          aria-checked={take.id === chosen?.id}
          disabled={readOnly}
          onClick={() => void run('take.choose', { shotId: shot.id, kind: 'video', takeId: take.id })}
        >
          Take {i + 1}
          {take.id === chosen?.id && <CircleCheck size={12} strokeWidth={2} aria-hidden />}
        </button>
      ))}
    </div>
  )
}
