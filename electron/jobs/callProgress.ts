/** A pass whose picture is there. */
export interface KeptPass {
  readonly index: number
  readonly mediaId: string
  readonly digest: string
}

/** A call of a remote generator, written down before it is sent. */
export interface OpenCall {
  readonly index: number
  /** Of everything that is sent. A call of other words or pictures is another one. */
  readonly digest: string
  readonly callId: string
  readonly seed: number
  /** The provider's own name of it. */
  readonly handle: string | null
  /** Of several machines with the same generator the one it was given to; null = the profile's own. */
  readonly server: string | null
  /** It may have arrived. False: it is certain that it did not, or the user said to send it again. */
  readonly maybeSent: boolean
}

/** How far a remote job is; kept as the job's handle, so that a kill at any moment neither loses a picture nor sends a call twice. */
export interface CallProgress {
  readonly passes: readonly KeptPass[]
  readonly call: OpenCall | null
  /** What was asked for when the job began; null where that is asked anew. */
  readonly order: unknown
}

const none: CallProgress = { passes: [], call: null, order: null }

/** What a job's row says; nothing for a new job, and for what cannot be read. */
export function readProgress(handle: string | null): CallProgress {
  if (handle === null) return none
  try {
    const { passes, call, order = null } = JSON.parse(handle) as Partial<CallProgress>
    return Array.isArray(passes) && passes.every(isPass) && (call === null || isCall(call))
      ? { passes, call: call && { ...call, server: call.server ?? null }, order }
      : none
  } catch {
    return none
  }
}

export const writeProgress = (progress: CallProgress): string => JSON.stringify(progress)

/** The user says to send the open call again, although it may have arrived. */
export function sendAgain(handle: string | null): string | null {
  const progress = readProgress(handle)
  const { call } = progress
  return call ? writeProgress({ ...progress, call: { ...call, maybeSent: false } }) : handle
}

const isPass = (value: unknown): value is KeptPass => {
  const { index, mediaId, digest } = (value ?? {}) as Partial<KeptPass>
  return typeof index === 'number' && typeof mediaId === 'string' && typeof digest === 'string'
}
const isCall = (value: unknown): value is OpenCall => {
  const { index, digest, callId, seed, handle, maybeSent } = (value ?? {}) as Partial<OpenCall>
  return (
    typeof index === 'number' &&
    typeof digest === 'string' &&
    typeof callId === 'string' &&
    typeof seed === 'number' &&
    (handle === null || typeof handle === 'string') &&
    typeof maybeSent === 'boolean'
  )
}
