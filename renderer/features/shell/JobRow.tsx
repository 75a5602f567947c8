import { ArrowUpToLine, Image as ImageIcon, RotateCw, X } from 'lucide-react'
import { chosenTake } from '@shared/domain/lookup'
import { stageProfile } from '@shared/domain/passes/stageProfile'
import type { JobView } from '@shared/ipc/contract'
import type { TakeKind } from '@shared/model/result'
import type { ReadRecords } from '@shared/records/recordStore'
import { counted } from '@shared/language/unitWords'
import { request } from '../../app/hostClient'
import { useJobPreview } from '../../app/jobPreviews'
import { priceText } from '../../app/prices'
import { useRead } from '../../app/useRead'
import { mediaUrl, workingPicture } from '../../common/AssetPicture'
import { IconButton } from '../../common/Button'
import { StatusMark } from '../../common/StatusMark'
import { costOfJob } from './jobCosts'
import styles from './JobsButton.module.css'

const words: Record<string, string> = { startFrame: 'start frame', endFrame: 'end frame', video: 'clip' }

/** One job: its picture, as far as there is one, what became of it, and what can be done about it. */
export function JobRow({ job, isFirst }: { job: JobView; isFirst: boolean }) {
  const { id, state } = job
  const { number, picture, maker, takeNumber, isChosen, cost } = useRead((reads) => look(reads, job), [job])
  const preview = useJobPreview(state === 'running' ? id : null)
  const candidate = job.candidate ? `, candidate ${job.candidate.nth} of ${job.candidate.of}` : ''
  const name = `shot ${number}, ${words[job.result]}${candidate}`
  const isLost = state === 'failed' || state === 'unknownOutcome'
  const isBeside = state === 'done' && job.error !== null
  const made = takeNumber === null ? '' : `take ${takeNumber}${isChosen ? ', chosen' : ''}`
  return (
    <li className={styles.job}>
      <span className={`${styles.picture} ${preview ? styles.large : ''}`}>
        {preview ? (
          <img src={preview} alt={`Preview of ${name}`} draggable={false} />
        ) : picture ? (
          <img src={mediaUrl(picture, 160)} alt="" draggable={false} loading="lazy" />
        ) : (
          <ImageIcon size={14} strokeWidth={1.75} aria-hidden />
        )}
      </span>
      <span className={styles.name}>
        <strong>
          <StatusMark
            status={
              isBeside
                ? 'stale'
                : isLost
                  ? 'failed'
                  : state === 'done'
                    ? 'fresh'
                    : state === 'running'
                      ? 'running'
                      : 'missing'
            }
            words={
              isBeside
                ? 'kept beside'
                : isLost
                  ? 'failed'
                  : state === 'done'
                    ? 'done'
                    : state === 'running'
                      ? 'being made'
                      : 'waiting'
            }
          />
          {name[0]!.toUpperCase() + name.slice(1)}
        </strong>
        <small>{[made, maker, job.calls ? counted(job.calls, 'call') : ''].filter(Boolean).join(' · ')}</small>
        {state === 'unknownOutcome' && <em>Nobody knows whether it was made. {job.error}</em>}
        {(state === 'failed' || isBeside) && <em>{job.error}</em>}
        {state === 'queued' && job.error && (
          <em>
            {job.waitUntil === null ? 'Waits' : `Waits until ${new Date(job.waitUntil).toLocaleTimeString()}`}:{' '}
            {job.error}
          </em>
        )}
        {state === 'running' && <progress value={job.progress} max={1} aria-label={`Progress of ${name}`} />}
      </span>
      {state === 'done' && cost && <span className={styles.cost}>{priceText(cost, false)}</span>}
      {state === 'queued' && !isFirst && (
        <IconButton
          label={`Make ${name} next`}
          icon={<ArrowUpToLine size={12} strokeWidth={2} />}
          onClick={() => void request('jobs.makeNext', { id })}
        />
      )}
      {(isLost || (state === 'queued' && job.error)) && (
        <IconButton
          label={`Try ${name} again`}
          icon={<RotateCw size={12} strokeWidth={2} />}
          onClick={() => void request('jobs.retry', { ids: [id] })}
        />
      )}
      {(state !== 'done' || isBeside) && (
        <IconButton
          label={isLost || isBeside ? `Forget ${name}` : `Cancel ${name}`}
          icon={<X size={12} strokeWidth={2} />}
          onClick={() =>
            void (isLost || isBeside ? request('jobs.forget', { ids: [id] }) : request('jobs.cancel', { ids: [id] }))
          }
        />
      )}
    </li>
  )
}

/** What is known of a job from the records: its shot, who makes it, the take that came of it, and the picture that stands. */
function look(reads: ReadRecords, job: JobView) {
  const kind = job.result as TakeKind
  const number = reads.get('shots', job.shotId)?.number ?? 'gone'
  const standing = reads.get('shots', job.shotId) ? chosenTake(reads, job.shotId, kind) : null
  const own = job.takeId === null ? undefined : reads.get('takes', job.takeId)
  const still =
    kind === 'video' ? reads.get('shots', job.shotId) && chosenTake(reads, job.shotId, 'startFrame') : (own ?? standing)
  const numbers = own ? reads.list('takesMadeFor', `${own.shotId}/${own.kind}`) : []
  return {
    number,
    picture: workingPicture(reads, still?.mediaId ?? null),
    maker: reads.get('profiles', job.generatorId)?.name ?? stageProfile(reads, 10, job.generatorId).name,
    takeNumber: own ? numbers.findIndex(({ id }) => id === own.id) + 1 : null,
    isChosen: own !== undefined && standing?.id === own.id,
    cost: costOfJob(reads, job),
  }
}
