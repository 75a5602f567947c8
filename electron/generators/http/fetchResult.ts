import type { Profile } from '@shared/model/profile'
import { GeneratorError } from '../generatorContract'
import { AnswerLost, callServer, type Server } from './callServer'

/** How long what was made may take to come, and how long nothing of it. */
export interface ResultLimits {
  readonly mostBytes: number
  readonly timeoutMs: number
  readonly idleMs: number
}

/** A large file over a slow line is worth as much patience as its making; a line that sends nothing for a minute is dead. */
export const resultLimits = ({ timeoutSeconds }: Pick<Profile, 'timeoutSeconds'>, mostBytes: number): ResultLimits => ({
  mostBytes,
  timeoutMs: timeoutSeconds * 1000,
  idleMs: Math.min(60, timeoutSeconds) * 1000,
})

/**
 * What was made and only has an address is fetched at once, without the key where that is elsewhere.
 * @param what "a picture"
 * @param onShare told how much of it is here
 * @throws AnswerLost: it was made and paid for, but is not here
 */
export async function fetchResult(
  url: string,
  server: Server,
  what: string,
  limits: ResultLimits,
  signal: AbortSignal,
  onShare?: (share: number) => void,
): Promise<Buffer> {
  const { host } = new URL(server.baseUrl)
  const { origin, pathname, search } = new URL(url)
  const isOwn = origin === new URL(server.baseUrl).origin
  if (!isOwn && !origin.startsWith('https://'))
    throw new AnswerLost(`${host} made ${what}, but keeps it at ${origin}, which is not asked for it.`)
  const got = await callServer(
    { baseUrl: origin, key: isOwn ? server.key : null },
    { path: pathname + search, ...limits, signal, follow: true, ...(onShare ? { onShare } : {}) },
  )
  if (got.status === 200) return got.bytes
  throw new AnswerLost(`${host} made ${what}, but it could not be fetched from ${origin}.`)
}

/** The bytes of a picture that came as text. @throws GeneratorError config */
export function bytesOfBase64(text: string, host: string): Buffer {
  if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text))
    throw new GeneratorError('config', `${host} sent back a picture that cannot be read.`)
  return Buffer.from(text, 'base64')
}
