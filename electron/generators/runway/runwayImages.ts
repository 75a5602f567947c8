import { tagOf } from '@shared/domain/prompts/dialect'
import { z } from 'zod'
import { GeneratorError, type CallRequest, type RemoteGenerator } from '../generatorContract'
import { answerFailure, oneLine } from '../http/answerFailure'
import { AnswerLost, callServer, jsonOf, withoutKey, type Call, type Server } from '../http/callServer'
import { fetchResult } from '../http/fetchResult'
import { nearestShape } from '../http/nearestShape'
import { serverOf } from '../http/serverOf'
import { pictureToSend, receivedPicture } from '../local/receivedPicture'

const mostBytes = 60_000_000
/** A data URI of 5 MB holds a quarter less of picture (backends.md 6.1). */
const mostPictureBytes = 3_700_000
/** A task has news once in five seconds at most; a quick one is not waited for so long. */
const pollMs = [1000, 2000, 5000]
const version = { 'x-runway-version': '2024-11-06' }
/** How often a task that is under way may be without an answer before the user is told. */
const askedAgain = 4

/** Shapes of the models that take sixteen references; others are named in the profile as the field "ratio" (backends.md 6.1). */
const shapes =
  '2048:880 1920:1088 1920:1280 1920:1440 1920:1536 1920:1920 1536:1920 1440:1920 1280:1920 1088:1920'.split(' ')

const createdSchema = z.object({
  id: z.string().min(1).max(200),
  estimatedCost: z.object({ credits: z.number() }).nullish(),
})
const taskSchema = z.object({
  status: z.enum(['PENDING', 'THROTTLED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED']),
  progress: z.number().nullish(),
  failure: z.string().nullish(),
  failureCode: z.string().nullish(),
  output: z.array(z.url()).nullish(),
})
type Task = z.infer<typeof taskSchema>

/**
 * Images of the models behind Runway (backends.md 6.1): each picture has a tag, by which the prompt calls it. A task has a name as soon as it was taken; from then on
 * it is asked for and never sent again. Where that name was lost, nobody can be asked, and the user decides.
 */
export const runwayImages: RemoteGenerator = {
  async call(request, report, signal) {
    const server = serverOf(request, true)
    const { host } = new URL(server.baseUrl)
    const deadline = Date.now() + request.profile.timeoutSeconds * 1000
    if (request.maybeSent && request.handle === null)
      throw new GeneratorError('unknownOutcome', lostSentence('The answer was lost.', host))
    let handle = request.maybeSent ? request.handle : null
    try {
      if (handle === null) {
        const { id, estimatedCost } = await submit(server, request, signal)
        handle = id
        report({ type: 'handle', id: request.id, handle })
        const cost = estimatedCost ? `Taken, ${estimatedCost.credits} credits at most` : 'Taken'
        report({ type: 'progress', id: request.id, value: 0.1, text: cost })
      }
      const task = await ended(server, handle, deadline, signal, (share) =>
        report({ type: 'progress', id: request.id, value: 0.1 + 0.8 * share, text: 'Making' }),
      )
      const bytes = await fetchResult(resultOf(task, server), server, 'a picture', mostBytes, signal)
      const kept = await receivedPicture(bytes, request.outFolder, host)
      report({ type: 'passDone', id: request.id, index: request.index, ...kept })
    } catch (error) {
      if (signal.aborted) {
        if (handle !== null) await cancel(server, handle)
        throw new GeneratorError('refused', 'Cancelled.')
      }
      if (error instanceof AnswerLost)
        throw new GeneratorError(
          'unknownOutcome',
          handle === null
            ? lostSentence(error.message, host)
            : `${error.message} The task ${handle} may still be running there. Send it again and it is asked for first.`,
        )
      throw error
    }
  },

  async test({ profile, key }, signal) {
    const server = serverOf({ profile, key }, true)
    const { host } = new URL(server.baseUrl)
    const call = { path: '/organization', headers: version, timeoutMs: 10_000, mostBytes: 5_000_000, signal }
    const answer = await callServer(server, call)
    if (answer.status !== 200) throw answerFailure(answer, server, Date.now())
    const told = z.object({ creditBalance: z.number() }).safeParse(jsonOf(answer))
    if (!told.success)
      throw new GeneratorError('config', `${host} answers, but not as Runway does. Check the address: it ends in /v1.`)
    if (profile.model === '') throw new GeneratorError('config', `${host} answers. Name the model to use.`)
    return { text: `${host} answers; ${told.data.creditBalance} credits are left.` }
  },
}

const lostSentence = (why: string, host: string) =>
  `${why} The picture may have been made and charged. Look at the usage page of ${host} before sending it again.`

/** The words and pictures go out, once. */
async function submit(
  server: Server,
  request: CallRequest,
  signal: AbortSignal,
): Promise<z.infer<typeof createdSchema>> {
  const { profile, prompt, references, width, height, seed } = request
  if (profile.model === '') throw new GeneratorError('config', `Name the model that ${profile.name} is to use.`)
  const pictures: { uri: string; tag: string }[] = []
  for (const { index, name, path } of references) {
    const { bytes, mime } = await pictureToSend(path, name, mostPictureBytes)
    pictures.push({ uri: `data:${mime};base64,${bytes.toString('base64')}`, tag: tagOf(index) })
  }
  const fields = new Map<string, unknown>([
    ['model', profile.model],
    ['promptText', prompt],
    ['ratio', nearestShape(width, height, shapes)],
    ...(pictures.length ? [['referenceImages', pictures] as const] : []),
  ])
  // Not every model takes a seed: a profile says so with a field of that name, and "auto" in it.
  for (const { name, value } of profile.extra)
    if (value === '') fields.delete(name)
    else if (name === 'seed' && value === 'auto') fields.set(name, seed)
    else fields.set(name, /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value)
  const answer = await callServer(server, {
    method: 'POST',
    path: '/text_to_image',
    headers: version,
    json: Object.fromEntries(fields),
    timeoutMs: 60_000,
    mostBytes: 1_000_000,
    signal,
  })
  if (answer.status !== 200) throw answerFailure(answer, server, Date.now())
  const created = createdSchema.safeParse(jsonOf(answer))
  if (!created.success) throw new AnswerLost(`${new URL(server.baseUrl).host} answered without the name of a task.`)
  return created.data
}

/** Waits for the end of a task. @throws AnswerLost where it does not come in time */
async function ended(
  server: Server,
  handle: string,
  deadline: number,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Task> {
  const { host } = new URL(server.baseUrl)
  for (let unanswered = 0, asked = 0; ; asked++) {
    try {
      const answer = await callServer(server, at(handle, signal))
      if (answer.status === 404)
        throw new GeneratorError('config', `${host} no longer knows the task; it was deleted there.`)
      if (answer.status !== 200) throw answerFailure(answer, server, Date.now())
      const task = taskSchema.safeParse(jsonOf(answer))
      if (!task.success) throw new AnswerLost(`${host} answered with something that is no task.`)
      unanswered = 0
      if (task.data.status === 'SUCCEEDED' || task.data.status === 'FAILED' || task.data.status === 'CANCELLED')
        return task.data
      onProgress(Math.min(1, Math.max(0, task.data.progress ?? 0)))
    } catch (error) {
      const passes =
        error instanceof AnswerLost ||
        (error instanceof GeneratorError && ['transient', 'rate'].includes(error.errorClass))
      if (!passes || signal.aborted) throw error
      if (++unanswered > askedAgain) throw new AnswerLost(error.message)
    }
    if (Date.now() > deadline) throw new AnswerLost(`${host} was not done in time.`)
    await pause(pollMs[Math.min(asked, pollMs.length - 1)]!, signal)
  }
}

const at = (handle: string, signal: AbortSignal): Call => ({
  path: `/tasks/${encodeURIComponent(handle)}`,
  headers: version,
  timeoutMs: 20_000,
  mostBytes: 1_000_000,
  signal,
})

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(done, ms)
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
  })

async function cancel(server: Server, handle: string): Promise<void> {
  const signal = AbortSignal.timeout(3000)
  await callServer(server, { ...at(handle, signal), method: 'DELETE' }).catch(() => {})
}

/** The address of what a task made. @throws GeneratorError with what the provider says went wrong */
function resultOf({ status, failure, failureCode, output }: Task, server: Server): string {
  const { host } = new URL(server.baseUrl)
  const said = withoutKey([oneLine(failure), oneLine(failureCode)].filter(Boolean).join(', '), server).slice(0, 600)
  if (status === 'CANCELLED') throw new GeneratorError('refused', `The task was stopped on ${host} itself.`)
  if (status === 'FAILED') {
    const code = oneLine(failureCode)
    const errorClass = code.startsWith('SAFETY') || code.startsWith('INPUT_PREPROCESSING.SAFETY') ? 'refused' : 'config'
    throw new GeneratorError(errorClass, `${host} could not make it${said === '' ? '.' : `: ${said}`}`)
  }
  if (!output?.[0]) throw new GeneratorError('config', `${host} finished without a picture.`)
  return output[0]
}
