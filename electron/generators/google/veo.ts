import { z } from 'zod'
import { GeneratorError, type RemoteGenerator } from '../generatorContract'
import { answerFailure, oneLine } from '../http/answerFailure'
import { AnswerLost, callServer, jsonOf, withoutKey, type Call, type Server } from '../http/callServer'
import { bytesOfBase64 } from '../http/fetchResult'
import { nearestShape } from '../http/nearestShape'
import { serverOf } from '../http/serverOf'
import { throughTask } from '../http/throughTask'
import { mostClipBytes, receivedClip } from '../local/receivedClip'
import { addExtra, clipShapes, fetchedClip, googleTest, stillsOf } from './googleClips'

const mostBytes = 2_000_000
/** On Vertex the clip itself stands in the answer, in base64. */
const mostWithClip = Math.ceil(mostClipBytes * 1.4)

const operationSchema = z.object({
  name: z.string().min(1).max(500),
  done: z.boolean().nullish(),
  error: z.looseObject({ code: z.unknown(), message: z.string().nullish() }).nullish(),
  response: z
    .looseObject({
      generateVideoResponse: z
        .looseObject({
          generatedSamples: z.array(z.looseObject({ video: z.looseObject({ uri: z.url() }) })).nullish(),
          raiMediaFilteredReasons: z.array(z.string()).nullish(),
        })
        .nullish(),
      videos: z
        .array(z.looseObject({ bytesBase64Encoded: z.string().nullish(), gcsUri: z.string().nullish() }))
        .nullish(),
      raiMediaFilteredReasons: z.array(z.string()).nullish(),
    })
    .nullish(),
})
type Operation = z.infer<typeof operationSchema>

/** Names of operations as they may stand in an address. */
const operationName = /^[\w.-]+(?:\/[\w.-]+)*$/

type Made = { uri: string } | { data: string }

/** A project's own place on Vertex asks by another call than the Gemini host, with an access token (backends.md 4.2). */
const isVertex = ({ baseUrl }: Pick<Server, 'baseUrl'>): boolean =>
  /\/publishers\/[^/]+$/.test(new URL(baseUrl).pathname)

/** How the state of an operation is asked for. */
function asking(server: Server, handle: string): Pick<Call, 'method' | 'path' | 'json' | 'mostBytes'> {
  if (!isVertex(server)) return { path: `/${handle}`, mostBytes }
  const [, model = ''] = /\/models\/([^/]+)\/operations\//.exec(handle) ?? []
  const path = `/models/${model}:fetchPredictOperation`
  return { method: 'POST', path, json: { operationName: handle }, mostBytes: mostWithClip }
}

/** Clips of Veo as a long-running operation, from a first and a last frame (backends.md 4.2). */
export const veo: RemoteGenerator = {
  clip(request, report, signal) {
    const { profile, prompt, width, height, seconds, seed } = request
    const server = serverOf(request, true)
    const { host } = new URL(server.baseUrl)
    const asked = { timeoutMs: 60_000, mostBytes, signal }
    const service = {
      async submit() {
        if (profile.model === '') throw new GeneratorError('config', `Name the model that ${profile.name} is to use.`)
        const [first, last] = (await stillsOf(request)).map(({ data, mime }) => ({
          bytesBase64Encoded: data,
          mimeType: mime,
        }))
        const parameters = new Map<string, unknown>([
          ['sampleCount', 1],
          ['aspectRatio', nearestShape(width, height, clipShapes)],
          ['durationSeconds', seconds],
          ['resolution', '720p'],
          ['seed', seed],
        ])
        const json = {
          instances: [{ prompt, image: first, ...(last ? { lastFrame: last } : {}) }],
          parameters: addExtra(parameters, profile),
        }
        const path = `/models/${encodeURIComponent(profile.model)}:predictLongRunning`
        const answer = await callServer(server, { method: 'POST', path, json, ...asked })
        if (answer.status !== 200) throw answerFailure(answer, server, Date.now())
        const taken = operationSchema.safeParse(jsonOf(answer))
        if (!taken.success || !operationName.test(taken.data.name) || taken.data.name.includes('..'))
          throw new AnswerLost(`${host} answered without the name of an operation.`)
        return { handle: taken.data.name, text: 'Taken' }
      },
      async ask(handle: string) {
        const answer = await callServer(server, { ...asked, ...asking(server, handle) })
        if (answer.status !== 200) throw answerFailure(answer, server, Date.now())
        const now = operationSchema.safeParse(jsonOf(answer))
        if (!now.success) throw new AnswerLost(`${host} answered with something that is no operation.`)
        if (now.data.done !== true) return { state: 'running' as const, share: null }
        return { state: 'ended' as const, made: madeOf(now.data, server) }
      },
      // An operation of Veo cannot be called off; it is left alone and not fetched.
      cancel: () => Promise.resolve(),
      async take(made: Made, onShare: (share: number) => void) {
        const clip =
          'uri' in made
            ? await fetchedClip(made.uri, server, request, signal, onShare)
            : await receivedClip(bytesOfBase64(made.data, host), request.outFolder, host)
        report({ type: 'clipDone', id: request.id, ...clip })
      },
    }
    return throughTask(server, request, service, 'clip', report, signal)
  },
  async test(request, signal) {
    const { profile } = request
    const server = serverOf(request, true)
    if (!isVertex(server)) return googleTest(request, signal)
    const { host } = new URL(server.baseUrl)
    if (profile.model === '') throw new GeneratorError('config', 'Name the model to use.')
    // Nothing lists what a project may use; an operation that cannot be is asked for, which costs nothing.
    const operation = `${new URL(server.baseUrl).pathname.replace(/^\/v\w+\//, '')}/models/${encodeURIComponent(profile.model)}/operations/0`
    const answer = await callServer(server, { ...asking(server, operation), timeoutMs: 10_000, signal })
    const isWrong = answer.status === 401 || answer.status === 403 || answer.status >= 500
    if (isWrong) throw answerFailure(answer, server, Date.now())
    return {
      text: `${host} answers and takes the access token; whether it has ${profile.model} shows with the first clip.`,
    }
  },
}

/** The clip of a finished operation, or where it is kept. @throws GeneratorError with what the provider says went wrong */
function madeOf({ error, response }: Operation, server: Server): Made {
  const { host } = new URL(server.baseUrl)
  if (error) {
    const said = withoutKey(oneLine(error.message ?? ''), server).slice(0, 600)
    throw new GeneratorError(
      /safety|blocked|prohibited|responsible ai|violat/i.test(said) ? 'refused' : 'config',
      `${host} could not make it${said === '' ? '.' : `: ${said}`}`,
    )
  }
  const made = response?.generateVideoResponse
  const uri = made?.generatedSamples?.[0]?.video.uri
  if (uri !== undefined) return { uri }
  const [video] = response?.videos ?? []
  if (video?.bytesBase64Encoded) return { data: video.bytesBase64Encoded }
  if (video?.gcsUri)
    throw new GeneratorError(
      'config',
      `${host} put the clip into ${oneLine(video.gcsUri)}, where the key does not lead. Get it from there, and take the field storageUri out of the profile.`,
    )
  const reasons = (made?.raiMediaFilteredReasons ?? response?.raiMediaFilteredReasons ?? [])
    .map(oneLine)
    .join(' ')
    .slice(0, 600)
  if (reasons !== '') throw new GeneratorError('refused', `${host} made no clip: ${withoutKey(reasons, server)}`)
  throw new GeneratorError('config', `${host} finished without a clip.`)
}
