import { z } from 'zod'
import { GeneratorError, type RemoteGenerator } from '../generatorContract'
import { answerFailure, oneLine } from '../http/answerFailure'
import { AnswerLost, callServer, jsonOf, withoutKey, type Server } from '../http/callServer'
import { bytesOfBase64 } from '../http/fetchResult'
import { nearestShape } from '../http/nearestShape'
import { serverOf } from '../http/serverOf'
import { throughTask } from '../http/throughTask'
import { receivedClip } from '../local/receivedClip'
import { addExtra, clipShapes, fetchedClip, googleTest, stillsOf } from './googleClips'

/** An interaction with a clip inside the answer holds at most 4 MB of it (backends.md 4.1). */
const mostBytes = 30_000_000

const interactionSchema = z.object({
  id: z.string().min(1).max(500),
  status: z.string(),
  steps: z
    .array(
      z.looseObject({
        type: z.string(),
        content: z
          .array(
            z.looseObject({
              type: z.string(),
              uri: z.url().optional(),
              data: z.string().optional(),
              text: z.string().optional(),
            }),
          )
          .optional(),
      }),
    )
    .nullish(),
  error: z.looseObject({ message: z.string().nullish(), code: z.unknown() }).nullish(),
})
type Interaction = z.infer<typeof interactionSchema>
type Made = { uri: string } | { data: string }

/** Clips of Gemini Omni through interactions, from a first and a last frame (backends.md 4.1). */
export const geminiVideo: RemoteGenerator = {
  clip(request, report, signal) {
    const { profile, prompt, width, height, seconds, outFolder } = request
    const server = serverOf(request, false)
    const { host } = new URL(server.baseUrl)
    const asked = { timeoutMs: 60_000, mostBytes, signal }
    const service = {
      async submit() {
        if (profile.model === '') throw new GeneratorError('config', `Name the model that ${profile.name} is to use.`)
        const stills = await stillsOf(request)
        const format = new Map<string, unknown>([
          ['type', 'video'],
          ['delivery', 'uri'],
          ['aspect_ratio', nearestShape(width, height, clipShapes)],
          ['resolution', '720p'],
          // A bare number is refused: it is a duration.
          ['duration', `${seconds}s`],
        ])
        const json = {
          model: profile.model,
          background: true,
          input: [
            ...stills.map(({ data, mime }) => ({ type: 'image', data, mime_type: mime })),
            { type: 'text', text: prompt },
          ],
          generation_config: { video_config: { task: 'image_to_video' } },
          response_format: addExtra(format, profile),
        }
        const answer = await callServer(server, { method: 'POST', path: '/interactions', json, ...asked })
        if (answer.status !== 200) throw answerFailure(answer, server, Date.now())
        const taken = interactionSchema.safeParse(jsonOf(answer))
        if (!taken.success) throw new AnswerLost(`${host} answered without the name of an interaction.`)
        return { handle: taken.data.id, text: 'Taken' }
      },
      async ask(handle: string) {
        const answer = await callServer(server, { path: `/interactions/${encodeURIComponent(handle)}`, ...asked })
        if (answer.status !== 200) throw askedInVain(answerFailure(answer, server, Date.now()))
        const now = interactionSchema.safeParse(jsonOf(answer))
        if (!now.success) throw new AnswerLost(`${host} answered with something that is no interaction.`)
        if (now.data.status === 'queued' || now.data.status === 'in_progress')
          return { state: 'running' as const, share: null }
        return { state: 'ended' as const, made: madeOf(now.data, server) }
      },
      async cancel(handle: string) {
        await callServer(server, {
          ...asked,
          method: 'POST',
          path: `/interactions/${encodeURIComponent(handle)}/cancel`,
          json: {},
          timeoutMs: 3000,
          signal: AbortSignal.timeout(3000),
        })
      },
      async take(made: Made, onShare: (share: number) => void) {
        const clip =
          'uri' in made
            ? await fetchedClip(made.uri, server, request, signal, onShare)
            : await receivedClip(bytesOfBase64(made.data, host), outFolder, host)
        report({ type: 'clipDone', id: request.id, ...clip })
      },
    }
    return throughTask(server, request, service, 'clip', report, signal)
  },
  test: googleTest,
}

/** A running job was seen to be answered with 400 (backends.md 4.1); only an id that is not known is believed at once. */
function askedInVain(error: GeneratorError | AnswerLost): Error {
  if (!(error instanceof GeneratorError) || error.errorClass !== 'config') return error
  return /Invalid interaction name/i.test(error.message)
    ? new GeneratorError('config', `${error.message} It was deleted there.`)
    : new AnswerLost(error.message)
}

/** What an interaction made; a refusal comes as an answer of words (backends.md 4.1). @throws GeneratorError with what the provider says */
function madeOf({ status, steps, error }: Interaction, server: Server): Made {
  const { host } = new URL(server.baseUrl)
  const content = (steps ?? []).flatMap((step) => (step.type === 'model_output' ? (step.content ?? []) : []))
  const video = content.find(({ type }) => type === 'video')
  if (video?.uri !== undefined) return { uri: video.uri }
  if (video?.data !== undefined) return { data: video.data }
  const words = content.map(({ text }) => text ?? '').join(' ')
  const said = withoutKey(oneLine(error?.message ?? '') || oneLine(words), server).slice(0, 600)
  const tail = said === '' ? '' : ` It says: ${said}`
  if (status === 'cancelled') throw new GeneratorError('refused', `The task was stopped on ${host} itself.`)
  if (status === 'budget_exceeded') throw new GeneratorError('quota', `${host} has no budget left.${tail}`)
  if (status === 'completed') throw new GeneratorError('refused', `${host} made no clip.${tail}`)
  throw new GeneratorError(
    /safety|blocked|prohibited/i.test(said) ? 'refused' : 'config',
    `${host} ended as ${oneLine(status)}.${tail}`,
  )
}
