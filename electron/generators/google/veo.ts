import { z } from 'zod'
import { GeneratorError, type RemoteGenerator } from '../generatorContract'
import { answerFailure, oneLine } from '../http/answerFailure'
import { AnswerLost, callServer, jsonOf, withoutKey, type Server } from '../http/callServer'
import { nearestShape } from '../http/nearestShape'
import { serverOf } from '../http/serverOf'
import { throughTask } from '../http/throughTask'
import { addExtra, clipShapes, fetchedClip, googleTest, stillsOf } from './googleClips'

const mostBytes = 2_000_000

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
    })
    .nullish(),
})
type Operation = z.infer<typeof operationSchema>

/** Names of operations as they may stand in an address. */
const operationName = /^[\w.-]+(?:\/[\w.-]+)*$/

/** Clips of Veo as a long-running operation, from a first and a last frame (backends.md 4.2). */
export const veo: RemoteGenerator = {
  clip(request, report, signal) {
    const { profile, prompt, width, height, seconds, seed } = request
    const server = serverOf(request, false)
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
        const answer = await callServer(server, { path: `/${handle}`, ...asked })
        if (answer.status !== 200) throw answerFailure(answer, server, Date.now())
        const now = operationSchema.safeParse(jsonOf(answer))
        if (!now.success) throw new AnswerLost(`${host} answered with something that is no operation.`)
        if (now.data.done !== true) return { state: 'running' as const, share: null }
        return { state: 'ended' as const, made: uriOf(now.data, server) }
      },
      // An operation of Veo cannot be called off; it is left alone and not fetched.
      cancel: () => Promise.resolve(),
      async take(uri: string, onShare: (share: number) => void) {
        report({ type: 'clipDone', id: request.id, ...(await fetchedClip(uri, server, request, signal, onShare)) })
      },
    }
    return throughTask(server, request, service, 'clip', report, signal)
  },
  test: googleTest,
}

/** Where a finished operation keeps its clip. @throws GeneratorError with what the provider says went wrong */
function uriOf({ error, response }: Operation, server: Server): string {
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
  if (uri !== undefined) return uri
  const reasons = (made?.raiMediaFilteredReasons ?? []).map(oneLine).join(' ').slice(0, 600)
  if (reasons !== '') throw new GeneratorError('refused', `${host} made no clip: ${withoutKey(reasons, server)}`)
  throw new GeneratorError('config', `${host} finished without a clip.`)
}
