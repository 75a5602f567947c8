import { canAsk } from '@shared/domain/passes/profileKinds'
import type { Profile } from '@shared/model/profile'
import type { AppContext } from '../commit/context'
import {
  GeneratorError,
  type CallRequest,
  type ClipRequest,
  type GeneratorEvent,
} from '../generators/generatorContract'
import { GeneratorLost } from '../generators/startGeneratorProcess'
import { readProgress, writeProgress, type CallProgress, type OpenCall } from '../jobs/callProgress'
import type { OpenProject } from '../store/project'

/** How far a job is, as its row says, and how to write down the next step. */
export interface ProgressRow {
  readonly now: CallProgress
  /** @param calls how many more calls made something */
  write(next: Partial<CallProgress>, calls?: number): void
}

export function progressRow(project: OpenProject, jobId: string): ProgressRow {
  const job = project.jobs.list(['running']).find(({ id }) => id === jobId)
  let now = readProgress(job?.handle ?? null)
  let made = job?.calls ?? 0
  return {
    get now() {
      return now
    },
    write(next, calls = 0) {
      now = { ...now, ...next }
      made += calls
      project.transaction(() => project.jobs.set(jobId, { handle: writeProgress(now), calls: made }))
    },
  }
}

type Kept = 'type' | 'id' | 'profile' | 'key' | 'callId' | 'handle' | 'maybeSent' | 'seed'
/** What a call asks for, beside what is known of every call. */
export type Asked = ({ type: 'call' } & Omit<CallRequest, Kept>) | ({ type: 'clip' } & Omit<ClipRequest, Kept>)

/**
 * Makes one call of a service. Before it is sent it is written down, so that the job can be taken up at every moment: nothing is sent twice and nothing that was made is lost.
 * @param taken picks what was made from what is told
 * @throws GeneratorError; the row says what is left of the call
 */
export async function sendCall<T>(
  context: AppContext,
  row: ProgressRow,
  { jobId, profile, call, asked }: { jobId: string; profile: Profile; call: OpenCall; asked: Asked },
  taken: (event: GeneratorEvent) => T | null,
  onProgress: (value: number) => void,
  onPreview?: (picture: string) => void,
): Promise<T> {
  const what = asked.type === 'call' ? 'picture' : 'clip'
  const at = profileAt(profile, call.server)
  let done: T | null = null
  let { handle } = call
  row.write({ call: { ...call, maybeSent: true } })
  try {
    const own = {
      id: jobId,
      profile: at,
      callId: call.callId,
      seed: call.seed,
      handle,
      maybeSent: call.maybeSent,
      key: at.keyHeader === null ? null : context.keys.keyOf(profile),
    }
    await context.generators.run({ ...asked, ...own }, (event) => {
      if (event.type === 'progress') onProgress(event.value)
      if (event.type === 'preview') onPreview?.(event.picture)
      if (event.type === 'handle') {
        handle = event.handle
        try {
          row.write({ call: { ...call, handle, maybeSent: true } })
        } catch {
          // Our own name of the call is written down already; by that it is found as well.
        }
      }
      done ??= taken(event)
    })
  } catch (error) {
    if (!(error instanceof GeneratorError)) throw error
    const asks = canAsk(profile.kind, handle)
    const isOpen =
      error.errorClass === 'unknownOutcome' ||
      error instanceof GeneratorLost ||
      (asks && error.errorClass === 'transient' && !error.unsent)
    row.write({ call: isOpen ? { ...call, handle, maybeSent: true } : null })
    // The process ended while the call was out; only who can be asked is tried again.
    if (error instanceof GeneratorLost && !asks)
      throw new GeneratorError('unknownOutcome', `${error.message} The ${what} may have been made and charged.`)
    throw error
  }
  if (!done) throw new GeneratorError('unknownOutcome', `${profile.name} ended without a ${what}.`)
  return done
}

/** A profile as it is at one of its machines. The key belongs to the profile's own address and goes nowhere else (domain.md 5.11). */
function profileAt(profile: Profile, server: string | null): Profile {
  return server === null || server === profile.baseUrl ? profile : { ...profile, baseUrl: server, keyHeader: null }
}
