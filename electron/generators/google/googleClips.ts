import { z } from 'zod'
import { GeneratorError, type ClipRequest, type RemoteGenerator } from '../generatorContract'
import { answerFailure } from '../http/answerFailure'
import { callServer, jsonOf, type Server } from '../http/callServer'
import { fetchResult, resultLimits } from '../http/fetchResult'
import { serverOf } from '../http/serverOf'
import { mostClipBytes, receivedClip, type ReceivedClip } from '../local/receivedClip'
import { pictureToSend } from '../local/receivedPicture'

/** A picture that goes along (backends.md 3). */
const mostPictureBytes = 7_000_000

/** The shapes that Google's models of clips draw (backends.md 4). */
export const clipShapes = ['16:9', '9:16']

/** The stills of a clip as base64, in their order. */
export async function stillsOf({ keyframes }: ClipRequest): Promise<{ data: string; mime: string; at: number }[]> {
  const stills: { data: string; mime: string; at: number }[] = []
  for (const { at, path } of keyframes) {
    const { bytes, mime } = await pictureToSend(path, at === 0 ? 'the first frame' : 'the last frame', mostPictureBytes)
    stills.push({ data: bytes.toString('base64'), mime, at })
  }
  return stills
}

/** Fields that a profile adds, by the places they belong to; an empty value takes one away. */
export function addExtra(fields: Map<string, unknown>, { extra }: ClipRequest['profile']): object {
  for (const { name, value } of extra)
    if (value === '') fields.delete(name)
    else fields.set(name, /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value)
  return Object.fromEntries(fields)
}

/** A clip that has an address: at the server's own place it is fetched with the key and `alt=media` (backends.md 4.1), anywhere else without. */
export async function fetchedClip(
  uri: string,
  server: Server,
  { profile, outFolder }: Pick<ClipRequest, 'profile' | 'outFolder'>,
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<ReceivedClip> {
  const url = new URL(uri)
  if (url.origin === new URL(server.baseUrl).origin) url.searchParams.set('alt', 'media')
  const bytes = await fetchResult(url.href, server, 'a clip', resultLimits(profile, mostClipBytes), signal, onShare)
  return receivedClip(bytes, outFolder, new URL(server.baseUrl).host)
}

/** Does the server know the model? */
export const googleTest: RemoteGenerator['test'] = async ({ profile, key }, signal) => {
  const server = serverOf({ profile, key }, false)
  const { host } = new URL(server.baseUrl)
  if (profile.model === '') throw new GeneratorError('config', 'Name the model to use.')
  const path = `/models/${encodeURIComponent(profile.model)}`
  const answer = await callServer(server, { path, timeoutMs: 10_000, mostBytes: 5_000_000, signal })
  if (answer.status === 404)
    throw new GeneratorError('config', `${host} answers, but has no model called ${profile.model}. Check its name.`)
  if (answer.status !== 200) throw answerFailure(answer, server, Date.now())
  if (!z.object({ name: z.string() }).safeParse(jsonOf(answer)).success)
    throw new GeneratorError('config', `${host} answers, but not as Gemini does. Check the address.`)
  return { text: `${host} answers and has ${profile.model}.` }
}
