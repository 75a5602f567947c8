import { z } from 'zod'
import { GeneratorError, type GeneratorEvent, type CallRequest, type RemoteGenerator } from '../generatorContract'
import { answerFailure, oneLine } from '../http/answerFailure'
import { AnswerLost, callServer, jsonOf, withoutKey, type Call, type Server } from '../http/callServer'
import { serverOf } from '../http/serverOf'
import { throughTask } from '../http/throughTask'
import { pictureToSend } from '../local/receivedPicture'

/** A data URI of 5 MB holds a quarter less of picture (backends.md 6.1). */
const mostPictureBytes = 3_700_000
const version = { 'x-runway-version': '2024-11-06' }

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

/** A picture as Runway takes it. */
export async function dataUri(path: string, name: string): Promise<string> {
  const { bytes, mime } = await pictureToSend(path, name, mostPictureBytes)
  return `data:${mime};base64,${bytes.toString('base64')}`
}

/** What a profile adds goes over ours; an empty value takes a field away that a model does not know, and "auto" as a seed stands for that of the call. */
export function withExtra(
  fields: ReadonlyMap<string, unknown>,
  { profile, seed }: Pick<CallRequest, 'profile' | 'seed'>,
): object {
  const all = new Map(fields)
  for (const { name, value } of profile.extra)
    if (value === '') all.delete(name)
    else if (name === 'seed' && value === 'auto') all.set(name, seed)
    else all.set(name, /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value)
  return Object.fromEntries(all)
}

/** Makes something by a task of Runway (backends.md 6.1). */
export function runwayTask(
  request: Pick<CallRequest, 'id' | 'profile' | 'key' | 'handle' | 'maybeSent'>,
  {
    path,
    body,
    what,
    kept,
  }: {
    path: string
    body: () => Promise<object>
    what: string
    kept: (url: string, server: Server, onShare: (share: number) => void) => Promise<void>
  },
  report: (event: GeneratorEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  const { profile } = request
  const server = serverOf(request, true)
  const { host } = new URL(server.baseUrl)
  const service = {
    async submit() {
      if (profile.model === '') throw new GeneratorError('config', `Name the model that ${profile.name} is to use.`)
      const json = await body()
      const limits = { headers: version, timeoutMs: 60_000, mostBytes: 1_000_000 }
      const answer = await callServer(server, { method: 'POST', path, json, signal, ...limits })
      if (answer.status !== 200) throw answerFailure(answer, server, Date.now())
      const created = createdSchema.safeParse(jsonOf(answer))
      if (!created.success) throw new AnswerLost(`${host} answered without the name of a task.`)
      const { id, estimatedCost } = created.data
      return { handle: id, text: estimatedCost ? `Taken, ${estimatedCost.credits} credits at most` : 'Taken' }
    },
    async ask(handle: string) {
      const answer = await callServer(server, at(handle, signal))
      if (answer.status === 404)
        throw new GeneratorError('config', `${host} no longer knows the task; it was deleted there.`)
      if (answer.status !== 200) throw answerFailure(answer, server, Date.now())
      const task = taskSchema.safeParse(jsonOf(answer))
      if (!task.success) throw new AnswerLost(`${host} answered with something that is no task.`)
      if (['SUCCEEDED', 'FAILED', 'CANCELLED'].includes(task.data.status))
        return { state: 'ended' as const, made: resultOf(task.data, server, what) }
      return { state: 'running' as const, share: task.data.progress ?? null }
    },
    async cancel(handle: string) {
      await callServer(server, { ...at(handle, AbortSignal.timeout(3000)), method: 'DELETE' })
    },
    take: (url: string, onShare: (share: number) => void) => kept(url, server, onShare),
  }
  return throughTask(server, request, service, what, report, signal)
}

const at = (handle: string, signal: AbortSignal): Call => ({
  path: `/tasks/${encodeURIComponent(handle)}`,
  headers: version,
  timeoutMs: 20_000,
  mostBytes: 1_000_000,
  signal,
})

/** The address of what a task made. @throws GeneratorError with what the provider says went wrong */
function resultOf({ status, failure, failureCode, output }: Task, server: Server, what: string): string {
  const { host } = new URL(server.baseUrl)
  const said = withoutKey([oneLine(failure), oneLine(failureCode)].filter(Boolean).join(', '), server).slice(0, 600)
  if (status === 'CANCELLED') throw new GeneratorError('refused', `The task was stopped on ${host} itself.`)
  if (status === 'FAILED') {
    const code = oneLine(failureCode)
    const errorClass = code.startsWith('SAFETY') || code.startsWith('INPUT_PREPROCESSING.SAFETY') ? 'refused' : 'config'
    throw new GeneratorError(errorClass, `${host} could not make it${said === '' ? '.' : `: ${said}`}`)
  }
  if (!output?.[0]) throw new GeneratorError('config', `${host} finished without a ${what}.`)
  return output[0]
}

/** Has the account credits, and does the server speak as Runway does? */
export const runwayTest: RemoteGenerator['test'] = async ({ profile, key }, signal) => {
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
}
