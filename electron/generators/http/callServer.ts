import { serverAddress } from '@shared/domain/passes/address'
import { GeneratorError } from '../generatorContract'
import type { Multipart } from './multipart'

/** A provider's server, and the key it takes. */
export interface Server {
  /** Without a slash at its end. */
  readonly baseUrl: string
  readonly key: { readonly header: string; readonly value: string } | null
}

export interface Call {
  method?: 'GET' | 'POST' | 'DELETE'
  /** More headers; none of them is secret. */
  headers?: Readonly<Record<string, string>>
  /** Below the server's address, with a slash. */
  path: string
  /** A form, or what is sent as JSON. */
  form?: Multipart | undefined
  json?: object | undefined
  timeoutMs: number
  /** So long nothing may come while the answer is read; all of `timeoutMs` where nothing is said. */
  idleMs?: number
  /** Told how much of the answer is here, where its length is known. */
  onShare?: (share: number) => void
  /** More than this is not read. */
  mostBytes: number
  signal: AbortSignal
  /** Follow redirects, without the key as soon as they lead to another place. Only for what is read. */
  follow?: boolean
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Buffer
}

/** The request may have arrived, and what came of it is not known. */
export class AnswerLost extends Error {
  override readonly name = 'AnswerLost'
}

/** There was no connection, so nothing was sent. */
export class NotReached extends GeneratorError {}

/** Failures of a connection that never stood: nothing was sent. */
const unsent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
])
const isCertificate = (code: string) => /^(?:CERT_|ERR_TLS_|ERR_SSL_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_)/.test(code)

const mostRedirects = 3

/**
 * One request to a provider, sent exactly once: nothing here repeats it. The key goes to the server's own origin only.
 * @throws GeneratorError where it certainly was not done (transient, config) or was cancelled · AnswerLost where nobody knows
 */
export async function callServer(server: Server, call: Call): Promise<Answer> {
  let url = serverAddress(server.baseUrl, server.key !== null).href + call.path
  const { origin } = new URL(url)
  for (let redirects = 0; ; redirects++) {
    const key = server.key !== null && new URL(url).origin === origin ? server.key : null
    const stop = new AbortController()
    const response = await send(url, call, key, stop.signal)
    if (response.status < 300 || response.status > 399 || response.status === 304) return read(response, call, stop)
    await response.body?.cancel()
    const next = response.headers.get('location')
    url = nextPlace(url, next, call, redirects)
  }
}

/** Where a redirect leads. @throws GeneratorError where it is not followed */
function nextPlace(from: string, location: string | null, { follow, method }: Call, redirects: number): string {
  const host = new URL(from).host
  const to = location === null ? null : URL.parse(location, from)
  if (!to) throw new GeneratorError('config', `${host} sends on to nowhere. Check the address in the profile.`)
  if (!follow || method === 'POST')
    throw new GeneratorError(
      'config',
      `${host} sends on to ${to.origin}, which is not followed. Put that address into the profile.`,
    )
  if (redirects >= mostRedirects) throw new GeneratorError('config', `${host} sends on again and again.`)
  // Neither down to plain text nor into this machine or its network: nobody but the profile names places there.
  if (to.protocol !== 'https:' && to.origin !== new URL(from).origin)
    throw new GeneratorError('config', `${host} sends on to ${to.origin}, where it could be read on the way.`)
  return to.href
}

async function send(url: string, call: Call, key: Server['key'], stop: AbortSignal): Promise<Response> {
  const { method = 'GET', headers = {}, form, json, timeoutMs, signal } = call
  const host = new URL(url).host
  const contentType = form?.contentType ?? (json && 'application/json')
  const body = form ? new Uint8Array(form.bytes) : json && JSON.stringify(json)
  try {
    return await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.any([signal, stop, AbortSignal.timeout(timeoutMs)]),
      // A connection that is kept open can break just as a request goes into it, and then nobody knows.
      headers: {
        connection: 'close',
        ...headers,
        ...(contentType === undefined ? {} : { 'content-type': contentType }),
        ...(key ? { [key.header]: key.value } : {}),
      },
      ...(body === undefined ? {} : { body }),
    })
  } catch (error) {
    throw failureOf(error, host, call)
  }
}

/** @param stop ends the connection: more than a server sends now and then is not waited for */
async function read(response: Response, call: Call, stop: AbortController): Promise<Answer> {
  const { status, headers, body } = response
  const whole = Number(headers.get('content-length'))
  const host = response.url ? new URL(response.url).host : 'The server'
  const parts: Uint8Array[] = []
  let size = 0
  let waiting: NodeJS.Timeout | undefined
  const wait = () => {
    clearTimeout(waiting)
    const { idleMs } = call
    if (idleMs !== undefined)
      waiting = setTimeout(
        () => stop.abort(new AnswerLost(`${host} sent nothing more for ${idleMs / 1000} s.`)),
        idleMs,
      )
  }
  try {
    wait()
    for await (const part of body ?? []) {
      wait()
      parts.push(part as Uint8Array)
      size += (part as Uint8Array).length
      if (whole > 0) call.onShare?.(Math.min(1, size / whole))
      if (size > call.mostBytes)
        throw new GeneratorError(
          'config',
          `${host} answered with more than ${Math.round(call.mostBytes / 1e6)} MB, which is not read.`,
        )
    }
  } catch (error) {
    if (error instanceof GeneratorError || error instanceof AnswerLost) throw error
    throw failureOf(error, host, call)
  } finally {
    clearTimeout(waiting)
  }
  return { status, headers, bytes: Buffer.concat(parts) }
}

/** What a failed request means. */
function failureOf(error: unknown, host: string, { signal, timeoutMs }: Call): GeneratorError | AnswerLost {
  if (signal.aborted) return new GeneratorError('refused', 'Cancelled.')
  if ((error as Error).name === 'TimeoutError')
    return new AnswerLost(`${host} gave no answer within ${Math.round(timeoutMs / 1000)} s.`)
  const codes = codesOf(error)
  if (codes.some(isCertificate))
    return new GeneratorError(
      'config',
      `${host} has no certificate that can be trusted. Check the address in the profile.`,
    )
  if (codes.length && codes.every((code) => unsent.has(code)))
    return new NotReached('transient', `${host} does not answer. Is it running, and is the address right?`)
  return new AnswerLost(`The connection to ${host} broke before the answer was there.`)
}

/** Codes of an error and what is behind it; a name with several addresses fails with one for each. */
function codesOf(error: unknown): string[] {
  const { code, cause, errors } = (error ?? {}) as { code?: unknown; cause?: unknown; errors?: unknown }
  if (Array.isArray(errors) && errors.length) return errors.flatMap(codesOf)
  return [...(typeof code === 'string' ? [code] : []), ...(cause === undefined ? [] : codesOf(cause))]
}

/** An answer as JSON; undefined where it is none. */
export function jsonOf({ bytes }: Answer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown
  } catch {
    return undefined
  }
}

/** A sentence for the user, in which no key stands: providers repeat what they were sent. */
export function withoutKey(text: string, { key }: Server): string {
  if (!key) return text
  const bare = key.value.replace(/^\S+\s+/, '')
  return [key.value, bare].filter((part) => part.length > 3).reduce((told, part) => told.replaceAll(part, '…'), text)
}
