import { z } from 'zod'
import { boxFormOf } from '@shared/domain/passes/profileKinds'
import { GeneratorError, type CallRequest, type RemoteGenerator } from '../generatorContract'
import { AnswerLost, callServer, jsonOf, type Answer, type Call, type Server } from '../http/callServer'
import { answerFailure } from '../http/answerFailure'
import { bytesOfBase64, fetchResult, resultLimits } from '../http/fetchResult'
import { multipart, type Part } from '../http/multipart'
import { serverOf } from '../http/serverOf'
import { markupPicture, maskPicture } from '../local/maskPicture'
import { pictureToSend, uprightSize } from '../local/receivedPicture'
import { receivedPass } from '../local/receivedPass'
import { sizeFor } from './sizeFor'

/** All of an answer: a picture of 60 MB in base64. */
const mostBytes = 90_000_000
/** Less than 50 MB a picture (backends.md 2). */
const mostPictureBytes = 49_000_000
/** Node's fetch gives up on an answer's head after 300 s by itself; ours comes first, with a sentence. */
const longestMs = 290_000

const answerSchema = z.object({
  data: z.array(z.object({ b64_json: z.string().min(1).nullish(), url: z.url().nullish() })).min(1),
})

/**
 * Images of OpenAI and of the many servers that speak the same (backends.md 2): edits with the references in order, or a generation where there are none. There is
 * no way to ask what became of a call, so it is sent once, and where the answer is lost the user decides.
 */
export const openaiImages: RemoteGenerator = {
  async call(request, report, signal) {
    const server = serverOf(request, true)
    if (request.maybeSent) throw new GeneratorError('unknownOutcome', lostSentence('The answer was lost.', server))
    const sent = await bodyOf(request)
    report({ type: 'progress', id: request.id, value: 0.1, text: 'Sent' })
    let answer: Answer
    try {
      answer = await callServer(server, {
        method: 'POST',
        ...sent,
        timeoutMs: Math.min(request.profile.timeoutSeconds * 1000, longestMs),
        mostBytes,
        signal,
      })
      if (answer.status !== 200) throw answerFailure(answer, server, Date.now())
    } catch (error) {
      if (error instanceof AnswerLost) throw new GeneratorError('unknownOutcome', lostSentence(error.message, server))
      throw error
    }
    const bytes = await pictureOf(answer, server, request.profile, signal)
    const kept = await receivedPass(bytes, request, new URL(server.baseUrl).host)
    report({ type: 'passDone', id: request.id, index: request.index, ...kept })
  },

  async test({ profile, key }, signal) {
    const server = serverOf({ profile, key }, true)
    const { host } = new URL(server.baseUrl)
    const answer = await callServer(server, { path: '/models', timeoutMs: 10_000, mostBytes: 5_000_000, signal })
    if (answer.status === 404 || answer.status === 405)
      return { text: `${host} answers, but does not list its models; the model cannot be checked.` }
    if (answer.status !== 200) throw answerFailure(answer, server, Date.now())
    const models = z.object({ data: z.array(z.object({ id: z.string() })) }).safeParse(jsonOf(answer))
    if (!models.success)
      throw new GeneratorError(
        'config',
        `${host} answers, but not as such a server does. Check the address: it ends in /v1.`,
      )
    const known = models.data.data.some(({ id }) => id === profile.model)
    if (profile.model === '') throw new GeneratorError('config', `${host} answers. Name the model to use.`)
    if (!known)
      throw new GeneratorError('config', `${host} answers, but has no model called ${profile.model}. Check its name.`)
    return { text: `${host} answers and has ${profile.model}.` }
  },
}

const lostSentence = (why: string, { baseUrl }: Server) =>
  `${why} The picture may have been made and charged. Look at the usage page of ${new URL(baseUrl).host} before sending it again.`

async function bodyOf(request: CallRequest): Promise<Pick<Call, 'path' | 'form' | 'json'>> {
  const { profile, prompt, references, width, height } = request
  if (profile.model === '') throw new GeneratorError('config', `Name the model that ${profile.name} is to use.`)
  const fields = new Map<string, string>([
    ['model', profile.model],
    ['prompt', prompt],
    ['n', '1'],
    ['size', sizeFor(width, height)],
    ['output_format', 'png'],
  ])
  // What the profile adds goes over ours; an empty value takes a field away that a server does not know.
  for (const { name, value } of profile.extra)
    if (value === '') fields.delete(name)
    else fields.set(name, value)
  if (!references.length)
    return {
      path: '/images/generations',
      json: Object.fromEntries([...fields].map(([name, value]) => [name, typed(name, value)])),
    }
  const parts: Part[] = [...fields].map(([name, value]) => ({ name, value }))
  for (const reference of references) {
    const { bytes, mime, ext } = await pictureToSend(reference.path, reference.name, mostPictureBytes)
    parts.push({ name: 'image[]', value: { bytes, mime, file: `image-${reference.index}.${ext}` } })
  }
  parts.push(...(await boxesFor(request)))
  return { path: '/images/edits', form: multipart(parts) }
}

/** Where a pass may change the first picture, in its size: a mask or frames to be laid over it (backends.md 2). */
async function boxesFor({ profile, references, region }: CallRequest): Promise<Part[]> {
  const name = boxFormOf(profile)
  const base = references[0]
  if (name === 'none' || !region || !base) return []
  const { width, height } = await uprightSize(base.path, base.name)
  const bytes = await (name === 'mask' ? maskPicture : markupPicture)(region, width, height)
  return [{ name, value: { bytes, mime: 'image/png', file: `${name}.png` } }]
}

/** In JSON a number is no text; the words of a prompt and the name of a model always are. */
function typed(name: string, value: string): unknown {
  if (name === 'prompt' || name === 'model') return value
  return /^(?:true|false|-?\d+(?:\.\d+)?)$/.test(value) ? (JSON.parse(value) as unknown) : value
}

/** The picture of an answer. It is paid for: one that only has an address is fetched at once, without the key elsewhere. */
async function pictureOf(
  answer: Answer,
  server: Server,
  profile: CallRequest['profile'],
  signal: AbortSignal,
): Promise<Buffer> {
  const { host } = new URL(server.baseUrl)
  const parsed = answerSchema.safeParse(jsonOf(answer))
  const image = parsed.success ? parsed.data.data[0]! : null
  if (image?.b64_json) {
    return bytesOfBase64(image.b64_json, host)
  }
  if (!image?.url) throw new GeneratorError('config', `${host} answered without a picture. Is it an image model?`)
  try {
    return await fetchResult(image.url, server, 'a picture', resultLimits(profile, mostBytes), signal)
  } catch (error) {
    if (error instanceof AnswerLost) throw new GeneratorError('unknownOutcome', lostSentence(error.message, server))
    throw error
  }
}
