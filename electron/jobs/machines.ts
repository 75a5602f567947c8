import type { Profile } from '@shared/model/profile'
import type { AppContext } from '../commit/context'
import type { Job } from '../store/jobStore'
import { readProgress } from './callProgress'

/** How long a machine that did not do what it was given is passed over while another one is there. */
const passedOverMs = 60_000

/** The machines of a generator that stands on several: which one takes the next job. One that failed is passed over for a while. */
export class Machines {
  private readonly passedOver = new Map<string, () => void>()

  /** The machine a job is made at: where its call is out, else a free one; undefined while there is none. A generator that stands on one has one place. */
  forJob(
    job: Pick<Job, 'generatorId' | 'handle'>,
    profile: Pick<Profile, 'baseUrl' | 'moreServers'> | undefined,
    running: ReadonlyMap<string, { generatorId: string; server: string | null }>,
  ): string | null | undefined {
    const busy = [...running.values()].filter(({ generatorId }) => generatorId === job.generatorId)
    const taken = new Set(busy.map(({ server }) => server))
    // The call of a job stays where it was given to, also when that machine is no longer named.
    const { call } = readProgress(job.handle)
    const own = call?.maybeSent ? call.server : null
    if (own !== null) return taken.has(own) ? undefined : own
    return this.choose(profile?.moreServers.length ? [profile.baseUrl, ...profile.moreServers] : [null], taken)
  }

  /** A free machine, one that works before one that failed; undefined where every one that works is busy. */
  private choose(all: readonly (string | null)[], busy: ReadonlySet<string | null>): string | null | undefined {
    const works = all.filter((server) => server === null || !this.passedOver.has(server))
    return (works.length ? works : all).find((server) => !busy.has(server))
  }

  lame(server: string, { after }: Pick<AppContext, 'after'>): void {
    this.passedOver.get(server)?.()
    this.passedOver.set(
      server,
      after(passedOverMs, () => this.passedOver.delete(server)),
    )
  }

  close(): void {
    for (const end of this.passedOver.values()) end()
    this.passedOver.clear()
  }
}
