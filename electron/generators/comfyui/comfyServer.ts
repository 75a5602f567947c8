import type { Workflow } from '@shared/model/workflow'
import { GeneratorError } from '../generatorContract'
import { callServer, jsonOf, withoutKey, type Answer, type Call, type Server } from '../http/callServer'
import { multipart } from '../http/multipart'
import { answerFailure, oneLine } from '../http/answerFailure'
import type { PictureToSend } from '../local/receivedPicture'
import type { z } from 'zod'
import {
  classInfoSchema,
  historySchema,
  queuedSchema,
  queueSchema,
  refusedSchema,
  statsSchema,
  uploadedSchema,
  type ComfyFile,
  type HistoryEntry,
  type NodeErrors,
} from './comfyAnswers'

const askMs = 20_000
const uploadMs = 120_000
const mostJson = 50_000_000

/** Where a job is on the server. */
export type Whereabouts =
  | { state: 'pending' | 'running'; id: string }
  | { state: 'ended'; id: string; entry: HistoryEntry }
  | { state: 'unknown' }

/** The routes of a ComfyUI server that are used (backends.md 1), one method each. Throws GeneratorError or AnswerLost. */
export class ComfyServer {
  constructor(
    readonly server: Server,
    private readonly signal: AbortSignal,
    /** No single answer is waited for longer. */
    private readonly longestMs = Infinity,
  ) {}

  get host(): string {
    return new URL(this.server.baseUrl).host
  }

  private async call(call: Omit<Call, 'signal' | 'timeoutMs' | 'mostBytes'> & Partial<Call>): Promise<Answer> {
    const { timeoutMs = askMs } = call
    return callServer(this.server, {
      mostBytes: mostJson,
      signal: this.signal,
      ...call,
      timeoutMs: Math.min(timeoutMs, this.longestMs),
    })
  }

  private async json<S extends z.ZodType>(schema: S, call: Parameters<ComfyServer['call']>[0]): Promise<z.infer<S>> {
    const answer = await this.call(call)
    if (answer.status !== 200) throw answerFailure(answer, this.server, Date.now())
    return this.parsed(schema, answer)
  }

  private parsed<S extends z.ZodType>(schema: S, answer: Answer): z.infer<S> {
    const parsed = schema.safeParse(jsonOf(answer))
    if (parsed.success) return parsed.data
    throw new GeneratorError(
      'config',
      `${this.host} does not answer as ComfyUI does. Check the address in the profile.`,
    )
  }

  /** POST /upload/image; answers the name a node loads it by. The name holds the content's digest, so the same picture lies there once. */
  async upload({ bytes, mime }: PictureToSend, name: string): Promise<string> {
    const form = multipart([
      { name: 'image', value: { bytes, file: name, mime } },
      { name: 'type', value: 'input' },
      { name: 'subfolder', value: 'exeunt' },
      { name: 'overwrite', value: 'true' },
    ])
    const kept = await this.json(uploadedSchema, { method: 'POST', path: '/upload/image', form, timeoutMs: uploadMs })
    return kept.subfolder === '' ? kept.name : `${kept.subfolder}/${kept.name}`
  }

  /**
   * POST /prompt, with our id as client's and as job's: newer servers take it as the job's own. Answers the job's id.
   * @throws GeneratorError config with what the server finds wrong with the workflow
   */
  async queue(graph: Workflow, id: string): Promise<string> {
    const answer = await this.call({
      method: 'POST',
      path: '/prompt',
      json: { prompt: graph, client_id: id, prompt_id: id },
    })
    if (answer.status === 400) throw new GeneratorError('config', this.refusal(answer))
    if (answer.status !== 200) throw answerFailure(answer, this.server, Date.now())
    const queued = this.parsed(queuedSchema, answer)
    const wrong = nodeWords(queued.node_errors)
    if (wrong === '') return queued.prompt_id
    // It would run without the outputs that are wrong, and give something else than was asked for.
    await this.cancel(queued.prompt_id)
    throw new GeneratorError('config', `${this.host} would leave out a part of the workflow: ${wrong}`)
  }

  private refusal(answer: Answer): string {
    const refused = refusedSchema.safeParse(jsonOf(answer))
    if (!refused.success) return `${this.host} does not take the workflow, and does not say why.`
    const { error, node_errors } = refused.data
    const message = oneLine(
      typeof error === 'string' ? error : [error.message, error.details].filter(Boolean).join(': '),
    )
    return withoutKey(
      `${this.host} does not take the workflow: ${[message, nodeWords(node_errors)].filter(Boolean).join('; ')}`.slice(
        0,
        900,
      ),
      this.server,
    )
  }

  /** Where a job is, by the id the server gave it or the one we sent: GET /queue, then /history. */
  async find(ourId: string, theirId: string | null): Promise<Whereabouts> {
    const isIt = (job: { id: string; clientId: string | null }) =>
      job.id === theirId || job.id === ourId || job.clientId === ourId
    const { queue_running, queue_pending } = await this.json(queueSchema, { path: '/queue' })
    const running = queue_running.find(isIt)
    if (running) return { state: 'running', id: running.id }
    const pending = queue_pending.find(isIt)
    if (pending) return { state: 'pending', id: pending.id }
    const ended = (await this.ended(theirId ?? ourId)) ?? (theirId === null ? await this.endedOf(ourId) : null)
    return ended ? { state: 'ended', ...ended } : { state: 'unknown' }
  }

  /** GET /history/{id}; null while it is not finished, and for ids that are not known. */
  private async ended(id: string): Promise<{ id: string; entry: HistoryEntry } | null> {
    const history = await this.json(historySchema, { path: `/history/${encodeURIComponent(id)}` })
    const entry = Object.hasOwn(history, id) ? history[id] : undefined
    return entry ? { id, entry } : null
  }

  /** Among the newest jobs the one we sent: servers before 0.25 give it an id of their own. */
  private async endedOf(clientId: string): Promise<{ id: string; entry: HistoryEntry } | null> {
    const history = await this.json(historySchema, { path: '/history?max_items=64' })
    const found = Object.entries(history).find(([, entry]) => entry.prompt === clientId)
    return found ? { id: found[0], entry: found[1] } : null
  }

  /** GET /view: the bytes of a finished picture or clip. A hosted server may send on to where it keeps them; the key stays here. */
  async download({ filename, subfolder, type }: ComfyFile, mostBytes: number): Promise<Buffer> {
    const query = new URLSearchParams({ filename, subfolder, type })
    const answer = await this.call({
      path: `/view?${query.toString()}`,
      mostBytes,
      timeoutMs: uploadMs,
      follow: true,
    })
    if (answer.status !== 200) throw answerFailure(answer, this.server, Date.now())
    return answer.bytes
  }

  /** Ends a job, by its id alone and never another's: the new route, else out of the queue, or an interrupt if it is the one that runs. */
  async cancel(id: string): Promise<void> {
    const quick = new ComfyServer(this.server, AbortSignal.timeout(4000))
    const asked = await quick
      .call({ method: 'POST', path: `/api/jobs/${encodeURIComponent(id)}/cancel`, json: {} })
      .catch(() => null)
    if (asked?.status === 200) return
    const { queue_running, queue_pending } = await quick.json(queueSchema, { path: '/queue' })
    if (queue_pending.some((job) => job.id === id))
      await quick.call({ method: 'POST', path: '/queue', json: { delete: [id] } })
    if (queue_running.some((job) => job.id === id))
      await quick.call({ method: 'POST', path: '/interrupt', json: { prompt_id: id } })
  }

  /** GET /object_info/{Class}: the inputs of a class of nodes; null where the server has no such class. */
  async inputsOf(classType: string): Promise<{ required: Set<string>; all: Set<string> } | null> {
    const answer = await this.call({ path: `/object_info/${encodeURIComponent(classType)}` })
    if (answer.status === 404) return null
    if (answer.status !== 200) throw answerFailure(answer, this.server, Date.now())
    const info = this.parsed(classInfoSchema, answer)
    if (!Object.hasOwn(info, classType)) return null
    const { required = {}, optional = {} } = info[classType]!.input
    return {
      required: new Set(Object.keys(required)),
      all: new Set([...Object.keys(required), ...Object.keys(optional)]),
    }
  }

  /** GET /system_stats: version and memory. */
  async stats(): Promise<z.infer<typeof statsSchema>> {
    return this.json(statsSchema, { path: '/system_stats', timeoutMs: 8000 })
  }

  /** How many jobs are before ours. */
  async queueLength(): Promise<number> {
    const { queue_running, queue_pending } = await this.json(queueSchema, { path: '/queue' })
    return queue_running.length + queue_pending.length
  }
}

/** What is wrong with which nodes: "KSampler (3): Value not in list: sampler_name". */
function nodeWords(errors: NodeErrors): string {
  return Object.entries(errors ?? {})
    .map(([id, { class_type = 'node', errors: list = [] }]) => {
      const said = list.map(({ message, details }) => oneLine([message, details].filter(Boolean).join(': ')))
      return `${class_type} (${id}): ${said.filter(Boolean).join(', ') || 'not valid'}`
    })
    .join('; ')
    .slice(0, 800)
}
