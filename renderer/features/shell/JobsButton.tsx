import { ArrowUpToLine, RotateCw, X } from 'lucide-react'
import { Popover } from 'radix-ui'
import type { JobView } from '@shared/ipc/contract'
import { counted, numberText } from '@shared/language/unitWords'
import { useBatch } from '../../app/batchCount'
import { request } from '../../app/hostClient'
import { useProject } from '../../app/projectStore'
import { jobsPopup } from '../../app/sheetKeys'
import { usePopup } from '../../app/usePopup'
import { useRead } from '../../app/useRead'
import { Button, IconButton } from '../../common/Button'
import { Overlay } from '../../common/overlays'
import { StatusMark } from '../../common/StatusMark'
import styles from './JobsButton.module.css'

const words: Record<string, string> = { startFrame: 'start frame', endFrame: 'end frame', video: 'clip' }

/** How many results are being made, and what needs the user; opens the list, where each can be cancelled, put first, tried again or forgotten. */
export function JobsButton() {
  const jobs = useProject((s) => s.jobs)
  const active = jobs.filter((j) => j.state === 'queued' || j.state === 'running')
  const open = jobs.filter((j) => j.state !== 'queued' && j.state !== 'running')
  if (!active.length && !open.length) return null
  return <JobsPopup active={active} open={open} />
}

function JobsPopup({ active, open }: { active: readonly JobView[]; open: readonly JobView[] }) {
  const batch = useBatch()
  const [shown, setShown] = usePopup(jobsPopup)
  return (
    <Popover.Root open={shown} onOpenChange={setShown}>
      <Popover.Trigger asChild>
        <Button>
          <StatusMark status={active.length ? 'running' : open.some(isLost) ? 'failed' : 'stale'} />
          {active.length ? counted(active.length, 'job') : openWords(open)}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={styles.pop} align="end" sideOffset={6} aria-label="Jobs">
          <Overlay />
          <div className={styles.head}>
            <strong>
              {active.length ? `${doneWords(batch)} done` : open.some(isLost) ? 'Not made' : 'Kept beside'}
            </strong>
            {active.length > 1 && <Button onClick={() => void request('jobs.cancel', {})}>Cancel all</Button>}
            {!active.length && open.filter(isLost).length > 1 && (
              <Button onClick={() => void request('jobs.retry', { ids: open.filter(isLost).map((j) => j.id) })}>
                Try all again
              </Button>
            )}
          </div>
          {active.length > 1 && (
            <progress className={styles.total} value={batch.done} max={batch.total} aria-label="Progress of all jobs" />
          )}
          <ul className={styles.list}>
            {[...active, ...open].slice(0, 60).map((job, i) => (
              <JobRow key={job.id} job={job} first={i === 0} />
            ))}
          </ul>
          {active.length + open.length > 60 && (
            <p className={styles.more}>And {active.length + open.length - 60} more.</p>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

const isLost = ({ state }: JobView) => state !== 'done'

/** "2 failed", "1 kept beside" */
function openWords(open: readonly JobView[]): string {
  const lost = open.filter(isLost).length
  return lost ? `${lost} failed` : `${open.length} kept beside`
}

/** "60 of 1,016" */
const doneWords = ({ done, total }: { done: number; total: number }) => `${numberText(done)} of ${numberText(total)}`

function JobRow({ job, first }: { job: JobView; first: boolean }) {
  const { id, state } = job
  const number = useRead((reads) => reads.get('shots', job.shotId)?.number ?? 'gone', [job.shotId])
  const name = `shot ${number}, ${words[job.result]}`
  const ended = state !== 'queued' && state !== 'running'
  const isBeside = state === 'done'
  return (
    <li className={styles.job}>
      <StatusMark
        status={isBeside ? 'stale' : ended ? 'failed' : state === 'running' ? 'running' : 'missing'}
        words={isBeside ? 'kept beside' : ended ? 'failed' : state === 'running' ? 'being made' : 'waiting'}
      />
      <span className={styles.name}>
        {name[0]!.toUpperCase() + name.slice(1)}
        {state === 'unknownOutcome' && <em>Nobody knows whether it was made. {job.error}</em>}
        {(state === 'failed' || isBeside) && <em>{job.error}</em>}
        {state === 'queued' && job.error && (
          <em>
            {job.waitUntil === null ? 'Waits' : `Waits until ${new Date(job.waitUntil).toLocaleTimeString()}`}:{' '}
            {job.error}
          </em>
        )}
      </span>
      {state === 'running' && <progress value={job.progress} max={1} aria-label={`Progress of ${name}`} />}
      {state === 'queued' && !first && (
        <IconButton
          label={`Make ${name} next`}
          icon={<ArrowUpToLine size={12} strokeWidth={2} />}
          onClick={() => void request('jobs.makeNext', { id })}
        />
      )}
      {((ended && !isBeside) || (state === 'queued' && job.error)) && (
        <IconButton
          label={`Try ${name} again`}
          icon={<RotateCw size={12} strokeWidth={2} />}
          onClick={() => void request('jobs.retry', { ids: [id] })}
        />
      )}
      <IconButton
        label={ended ? `Forget ${name}` : `Cancel ${name}`}
        icon={<X size={12} strokeWidth={2} />}
        onClick={() => void (ended ? request('jobs.forget', { ids: [id] }) : request('jobs.cancel', { ids: [id] }))}
      />
    </li>
  )
}
