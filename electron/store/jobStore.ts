import type { ReadDb, WriteDb } from './sqlite'

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'unknownOutcome'

/** One piece of work for a generator, kept until it is finished and for a while after. */
export interface Job {
  readonly id: string
  readonly seq: number
  readonly stage: 9 | 10 | 12
  readonly shotId: string
  readonly result: string
  readonly generatorId: string
  readonly state: JobState
  /** Greater goes first. */
  readonly priority: number
  /** 0 to 1. */
  readonly progress: number
  readonly attempts: number
  /** The provider's own name of the work, stored before polling. */
  readonly handle: string | null
  readonly request: string
  readonly error: string | null
  readonly createdAt: number
  readonly finishedAt: number | null
  /** Unix time in ms before which it is not tried again. */
  readonly waitUntil: number | null
  /** The take that came of it. */
  readonly takeId: string | null
  /** Calls that were sent for it, each of which may cost. */
  readonly calls: number
}

const columns =
  'id, seq, stage, shot_id AS shotId, result, generator_id AS generatorId, state, priority, progress, attempts, handle, request, error, created_at AS createdAt, finished_at AS finishedAt, wait_until AS waitUntil, take_id AS takeId, calls'

/** The queue on disk; it is not part of the undoable records. */
export class JobStore {
  /** @param writable the connection that writes; it throws a Refusal where nothing may be written */
  constructor(
    private readonly db: ReadDb,
    private readonly writable: () => WriteDb,
  ) {}

  add(
    job: Pick<Job, 'id' | 'stage' | 'shotId' | 'result' | 'generatorId' | 'priority' | 'request' | 'createdAt'>,
  ): void {
    this.writable()
      .prepare(
        `INSERT INTO jobs (id, seq, stage, shot_id, result, generator_id, state, priority, progress, attempts, request, created_at)
      VALUES (?, (SELECT COALESCE(MAX(seq), 0) + 1 FROM jobs), ?, ?, ?, ?, 'queued', ?, 0, 0, ?, ?)`,
      )
      .run(job.id, job.stage, job.shotId, job.result, job.generatorId, job.priority, job.request, job.createdAt)
  }

  list(states?: readonly JobState[]): Job[] {
    const where = states ? `WHERE state IN (${states.map(() => '?').join(',')})` : ''
    return this.db
      .prepare(`SELECT ${columns} FROM jobs ${where} ORDER BY priority DESC, seq`)
      .all(...(states ?? [])) as Job[]
  }

  /** Finished ones whose take does not stand, with the reason as their `error`. */
  kept(): Job[] {
    return this.db
      .prepare(`SELECT ${columns} FROM jobs WHERE state = 'done' AND error IS NOT NULL ORDER BY seq DESC LIMIT 50`)
      .all() as Job[]
  }

  /** Those that were done since a time, the newest first. */
  doneSince(time: number, most: number): Job[] {
    return this.db
      .prepare(
        `SELECT ${columns} FROM jobs WHERE state = 'done' AND take_id IS NOT NULL AND finished_at >= ? ORDER BY finished_at DESC, seq DESC LIMIT ?`,
      )
      .all(time, most) as Job[]
  }

  set(
    id: string,
    fields: Partial<
      Pick<
        Job,
        | 'state'
        | 'priority'
        | 'progress'
        | 'attempts'
        | 'handle'
        | 'request'
        | 'error'
        | 'finishedAt'
        | 'waitUntil'
        | 'takeId'
        | 'calls'
      >
    >,
  ): void {
    const names: Record<string, string> = { finishedAt: 'finished_at', waitUntil: 'wait_until', takeId: 'take_id' }
    const keys = Object.keys(fields)
    this.writable()
      .prepare(`UPDATE jobs SET ${keys.map((k) => `${names[k] ?? k} = ?`).join(', ')} WHERE id = ?`)
      .run(...Object.values(fields), id)
  }

  /** Finished jobs older than the newest `keep` go. */
  tidy(keep = 500): void {
    this.writable()
      .prepare(
        `DELETE FROM jobs WHERE state IN ('done', 'cancelled') AND seq <= (SELECT COALESCE(MAX(seq), 0) FROM jobs) - ?`,
      )
      .run(keep)
  }
}

const states: readonly JobState[] = ['queued', 'running', 'done', 'failed', 'cancelled', 'unknownOutcome']

/** Jobs that cannot be done, because what was asked for cannot be read, one line each. */
export function brokenJobs(db: ReadDb): string[] {
  const rows = db.prepare('SELECT id, state, request FROM jobs').all() as {
    id: string
    state: string
    request: string
  }[]
  return rows.flatMap(({ id, state, request }) =>
    !(states as readonly string[]).includes(state)
      ? [`jobs ${id}: there is no state ${state}`]
      : isJson(request)
        ? []
        : [`jobs ${id}: the request cannot be read`],
  )
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
