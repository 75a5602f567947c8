import { X } from 'lucide-react'
import { Popover } from 'radix-ui'
import { request } from '../../app/hostClient'
import { recordsNow, useProject } from '../../app/projectStore'
import { Button, IconButton } from '../../common/Button'
import { StatusMark } from '../../common/StatusMark'
import styles from './JobsButton.module.css'

const words: Record<string, string> = { startFrame: 'start frame', endFrame: 'end frame', video: 'video' }

/** How many results are being made; opens the list with progress and Cancel. */
export function JobsButton() {
  const jobs = useProject((s) => s.jobs)
  const active = jobs.filter((j) => j.state === 'queued' || j.state === 'running')
  const failed = jobs.filter((j) => j.state === 'failed')
  if (!active.length && !failed.length) return null
  const shotNumber = (id: string) => recordsNow().get('shots', id)?.number ?? 'gone'
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button>
          <StatusMark status={active.length ? 'running' : 'failed'} />
          {active.length ? `${active.length} ${active.length === 1 ? 'job' : 'jobs'}` : `${failed.length} failed`}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={styles.pop} align="end" sideOffset={6} aria-label="Jobs">
          <div className={styles.head}>
            <strong>Being made</strong>
            {active.length > 1 && <Button onClick={() => void request('jobs.cancel', {})}>Cancel all</Button>}
          </div>
          <ul className={styles.list}>
            {[...active, ...failed].slice(0, 60).map((job) => (
              <li key={job.id} className={styles.job}>
                <StatusMark status={job.state === 'failed' ? 'failed' : 'running'} />
                <span className={styles.name}>
                  Shot {shotNumber(job.shotId)}, {words[job.result]}
                  {job.state === 'failed' && <em>{job.error}</em>}
                </span>
                {job.state === 'running' && <progress value={job.progress} max={1} aria-label="Progress" />}
                {job.state !== 'failed' && <IconButton label="Cancel" icon={<X size={12} strokeWidth={2} />} onClick={() => void request('jobs.cancel', { ids: [job.id] })} />}
              </li>
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
