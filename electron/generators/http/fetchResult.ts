import { GeneratorError } from '../generatorContract'
import { AnswerLost, callServer, type Server } from './callServer'

/**
 * What was made and only has an address is fetched at once, without the key where that is elsewhere.
 * @param what "a picture"
 * @throws AnswerLost: it was made and paid for, but is not here
 */
export async function fetchResult(
  url: string,
  server: Server,
  what: string,
  mostBytes: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const { host } = new URL(server.baseUrl)
  const { origin, pathname, search } = new URL(url)
  const isOwn = origin === new URL(server.baseUrl).origin
  if (!isOwn && !origin.startsWith('https://'))
    throw new AnswerLost(`${host} made ${what}, but keeps it at ${origin}, which is not asked for it.`)
  const got = await callServer(
    { baseUrl: origin, key: isOwn ? server.key : null },
    { path: pathname + search, timeoutMs: 60_000, mostBytes, signal, follow: true },
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
