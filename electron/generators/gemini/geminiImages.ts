import { z } from 'zod'
import { GeneratorError, type CallRequest, type RemoteGenerator } from '../generatorContract'
import { answerFailure, oneLine } from '../http/answerFailure'
import { AnswerLost, callServer, jsonOf, withoutKey, type Answer, type Server } from '../http/callServer'
import { bytesOfBase64 } from '../http/fetchResult'
import { nearestShape } from '../http/nearestShape'
import { serverOf } from '../http/serverOf'
import { pictureToSend } from '../local/receivedPicture'
import { receivedPass } from '../local/receivedPass'

/** All of an answer: a picture of 60 MB in base64. */
const mostBytes = 90_000_000
/** A picture that goes along (backends.md 3). */
const mostPictureBytes = 7_000_000
const longestMs = 290_000

/** The shapes it draws, and what belongs to the picture of what a profile adds; the rest is of the whole answer (backends.md 3). */
const shapes = '1:1 2:3 3:2 3:4 4:3 4:5 5:4 9:16 16:9 21:9'.split(' ')
const pictureFields = new Set(['aspectRatio', 'imageSize'])

const answerSchema = z.object({
  candidates: z
    .array(
      z.object({
        finishReason: z.string().nullish(),
        finishMessage: z.string().nullish(),
        content: z
          .object({
            parts: z
              .array(
                z.object({
                  text: z.string().nullish(),
                  thought: z.boolean().nullish(),
                  inlineData: z.object({ data: z.string().min(1) }).nullish(),
                }),
              )
              .nullish(),
          })
          .nullish(),
      }),
    )
    .nullish(),
  promptFeedback: z.object({ blockReason: z.string().nullish() }).nullish(),
})

/**
 * Images of Gemini (backends.md 3): each picture under its number, then the words. There is no way to ask what became of a call, so it is sent once, and where the
 * answer is lost the user decides.
 */
export const geminiImages: RemoteGenerator = {
  async call(request, report, signal) {
    const server = serverOf(request, false)
    if (request.maybeSent) throw new GeneratorError('unknownOutcome', lostSentence('The answer was lost.', server))
    const { profile } = request
    if (profile.model === '') throw new GeneratorError('config', `Name the model that ${profile.name} is to use.`)
    const json = await bodyOf(request)
    report({ type: 'progress', id: request.id, value: 0.1, text: 'Sent' })
    let answer: Answer
    try {
      answer = await callServer(server, {
        method: 'POST',
        path: `/models/${encodeURIComponent(profile.model)}:generateContent`,
        json,
        timeoutMs: Math.min(profile.timeoutSeconds * 1000, longestMs),
        mostBytes,
        signal,
      })
      if (answer.status !== 200) throw answerFailure(answer, server, Date.now())
    } catch (error) {
      if (error instanceof AnswerLost) throw new GeneratorError('unknownOutcome', lostSentence(error.message, server))
      throw error
    }
    const kept = await receivedPass(pictureOf(answer, server), request, new URL(server.baseUrl).host)
    report({ type: 'passDone', id: request.id, index: request.index, ...kept })
  },

  async test({ profile, key }, signal) {
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
  },
}

const lostSentence = (why: string, { baseUrl }: Server) =>
  `${why} The picture may have been made and charged. Look at the usage page of ${new URL(baseUrl).host} before sending it again.`

async function bodyOf({ profile, prompt, references, width, height }: CallRequest): Promise<object> {
  const parts: object[] = []
  for (const { index, name, path } of references) {
    const { bytes, mime } = await pictureToSend(path, name, mostPictureBytes)
    parts.push({ text: `Image ${index}:` }, { inlineData: { mimeType: mime, data: bytes.toString('base64') } })
  }
  parts.push({ text: prompt })
  const picture = new Map<string, unknown>([
    ['aspectRatio', nearestShape(width, height, shapes)],
    ['imageSize', '2K'],
  ])
  const whole = new Map<string, unknown>([['responseModalities', ['IMAGE', 'TEXT']]])
  // What the profile adds goes over ours; an empty value takes a field away that a model does not know.
  for (const { name, value } of profile.extra) {
    const fields = pictureFields.has(name) ? picture : whole
    if (value === '') fields.delete(name)
    else fields.set(name, /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value)
  }
  return {
    contents: [{ role: 'user', parts }],
    generationConfig: { ...Object.fromEntries(whole), imageConfig: Object.fromEntries(picture) },
  }
}

/** The picture of an answer, or why there is none: Gemini says no with a success (backends.md 3). */
function pictureOf(answer: Answer, server: Server): Buffer {
  const { host } = new URL(server.baseUrl)
  const parsed = answerSchema.safeParse(jsonOf(answer))
  if (!parsed.success) throw new GeneratorError('config', `${host} answered without a picture. Is it an image model?`)
  const { candidates, promptFeedback } = parsed.data
  const blocked = promptFeedback?.blockReason
  if (blocked) throw new GeneratorError('refused', `${host} refused the prompt: ${oneLine(blocked)}.`)
  const candidate = candidates?.[0]
  const parts = candidate?.content?.parts ?? []
  const data = parts.findLast((part) => part.inlineData && !part.thought)?.inlineData?.data
  if (data) return bytesOfBase64(data, host)
  const reason = oneLine(candidate?.finishReason)
  const said = withoutKey(oneLine(candidate?.finishMessage ?? parts.map((part) => part.text ?? '').join(' ')), server)
  const words = said === '' ? '' : ` It says: ${said.slice(0, 500)}`
  if (reason === '' || reason === 'STOP' || reason === 'MAX_TOKENS')
    throw new GeneratorError('config', `${host} answered without a picture.${words || ' Is it an image model?'}`)
  throw new GeneratorError('refused', `${host} made no picture: ${reason}.${words}`)
}
