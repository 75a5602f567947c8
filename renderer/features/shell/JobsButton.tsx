import { Popover } from 'radix-ui'
import type { ReactNode } from 'react'
import type { JobView } from '@shared/ipc/contract'
import { counted, numberText } from '@shared/language/unitWords'
import { useBatch } from '../../app/batchCount'
import { request } from '../../app/hostClient'
import { priceText } from '../../app/prices'
import { useProject } from '../../app/projectStore'
import { jobsPopup } from '../../app/sheetKeys'
import { usePopup } from '../../app/usePopup'
import { useRead } from '../../app/useRead'
import { Button } from '../../common/Button'
import { Overlay } from '../../common/overlays'
import { StatusMark } from '../../common/StatusMark'
import { JobRow } from './JobRow'
import styles from './JobsButton.module.css'
import { costOfJobs } from './jobCosts'

const most = 60

/** How many results are being made, and what needs the user; opens the list, where each can be cancelled, put first, tried again or forgotten, and what was done today stands. */
export function JobsButton() {
  const jobs = useProject((s) => s.jobs)
  if (!jobs.length) return null
  return <JobsPopup jobs={jobs} />
}

const isLost = ({ state }: JobView) => state === 'failed' || state === 'unknownOutcome'
const isBeside = ({ state, error }: JobView) => state === 'done' && error !== null
const isDone = ({ state, error }: JobView) => state === 'done' && error === null

function JobsPopup({ jobs }: { jobs: readonly JobView[] }) {
  const batch = useBatch()
  const [shown, setShown] = usePopup(jobsPopup)
  const lost = jobs.filter(isLost)
  const beside = jobs.filter(isBeside)
  const running = jobs.filter(({ state }) => state === 'running')
  const queued = jobs.filter(({ state }) => state === 'queued')
  const done = jobs.filter(isDone)
  const active = running.length + queued.length
  const cost = useRead((reads) => costOfJobs(reads, jobs.filter(isDone)), [jobs])
  return (
    <Popover.Root open={shown} onOpenChange={setShown}>
      <Popover.Trigger asChild>
        <Button>
          <StatusMark status={active ? 'running' : lost.length ? 'failed' : beside.length ? 'stale' : 'fresh'} />
          {active
            ? counted(active, 'job')
            : lost.length
              ? `${lost.length} failed`
              : beside.length
                ? `${beside.length} kept beside`
                : `${done.length} done`}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={styles.pop} align="end" sideOffset={6} aria-label="Jobs">
          <Overlay />
          <div className={styles.head}>
            <strong>{active ? `${numberText(batch.done)} of ${numberText(batch.total)} done` : 'Jobs'}</strong>
            {active > 1 && <Button onClick={() => void request('jobs.cancel', {})}>Cancel all</Button>}
            {!active && lost.length > 1 && (
              <Button onClick={() => void request('jobs.retry', { ids: lost.map((j) => j.id) })}>Try all again</Button>
            )}
          </div>
          {active > 1 && (
            <progress className={styles.total} value={batch.done} max={batch.total} aria-label="Progress of all jobs" />
          )}
          <div className={styles.list}>
            <Part title="Needs you" jobs={lost} />
            <Part title="Running" jobs={running} />
            <Part title="Waiting" jobs={queued} />
            <Part title="Kept beside" jobs={beside} />
            <Part title="Done today" jobs={done} note={cost && cost.sum > 0 ? priceText(cost) : null} />
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Part({ title, jobs, note = null }: { title: string; jobs: readonly JobView[]; note?: ReactNode }) {
  if (!jobs.length) return null
  return (
    <section aria-label={title}>
      <h3 className={styles.part}>
        {title} <span>{jobs.length}</span>
        {note !== null && <em>{note}</em>}
      </h3>
      <ul>
        {jobs.slice(0, most).map((job, i) => (
          <JobRow key={job.id} job={job} isFirst={i === 0} />
        ))}
      </ul>
      {jobs.length > most && <p className={styles.more}>And {jobs.length - most} more.</p>}
    </section>
  )
}
