import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { clipBytes } from '../clip'
import { testServer, type Reply, type TestServer, type Wire } from './httpServer'

/** A clip that was asked for, as the server understood it. */
export interface MadeGoogle {
  readonly handle: string
  readonly prompt: string
  readonly stills: Buffer[]
  readonly seconds: number
  /** What each next question is answered with, the last for ever. */
  answers: object[]
  isCancelled: boolean
}

export interface FakeGoogleVideo extends TestServer {
  readonly made: MadeGoogle[]
  readonly key: string
  /** What becomes of the clips from now on, instead of one that is there at once. */
  next(...answers: object[]): void
}

const dataSchema = z.base64().max(10_000_000)
const interactionSchema = z.strictObject({
  model: z.literal('omni-test'),
  background: z.literal(true),
  input: z.array(
    z.union([
      z.strictObject({ type: z.literal('image'), data: dataSchema, mime_type: z.string().startsWith('image/') }),
      z.strictObject({ type: z.literal('text'), text: z.string().min(1) }),
    ]),
  ),
  generation_config: z.strictObject({ video_config: z.strictObject({ task: z.literal('image_to_video') }) }),
  response_format: z.strictObject({
    type: z.literal('video'),
    delivery: z.literal('uri'),
    aspect_ratio: z.enum(['16:9', '9:16']),
    resolution: z.enum(['360p', '720p', '1080p']),
    duration: z.string().regex(/^(?:[3-9]|10)s$/),
  }),
})
const stillSchema = z.strictObject({ bytesBase64Encoded: dataSchema, mimeType: z.string().startsWith('image/') })
const veoSchema = z.strictObject({
  instances: z.tuple([
    z.strictObject({ prompt: z.string().min(1), image: stillSchema, lastFrame: stillSchema.optional() }),
  ]),
  parameters: z.strictObject({
    sampleCount: z.literal(1),
    aspectRatio: z.enum(['16:9', '9:16']),
    durationSeconds: z.union([z.literal(4), z.literal(6), z.literal(8)]),
    resolution: z.enum(['720p', '1080p']),
    seed: z.number().int().optional(),
    negativePrompt: z.string().optional(),
  }),
})

/**
 * Interactions of Omni and operations of Veo as backends.md 4 describes them; they check key, model, stills and lengths, and refuse fields they do not know.
 * @param file a clip that is sent whatever was asked for; without it one of the right length that shows nothing
 */
export async function fakeGoogleVideo(file: string | null = null): Promise<FakeGoogleVideo> {
  const vertex = 'projects/p/locations/l/publishers/google'
  const key = 'AIza-test-0123456789'
  const made: MadeGoogle[] = []
  let planned: object[] | null = null
  const error = (code: number, status: string, message: string): Reply => ({
    status: code,
    body: { error: { code, message, status, details: [] } },
  })
  const take = (handle: string, fields: Pick<MadeGoogle, 'prompt' | 'stills' | 'seconds'>, done: object) =>
    made.push({ handle, ...fields, answers: planned ?? [done], isCancelled: false })
  const bytesOf = (data: string) => Buffer.from(data, 'base64')
  const address = (n: number) => `${server.url}/v1beta/files/clip${n}:download`

  function interact(wire: Wire): Reply {
    const body = interactionSchema.safeParse(JSON.parse(wire.body.toString('utf8')))
    if (!body.success) return error(400, 'INVALID_ARGUMENT', `Invalid JSON payload received. ${body.error.message}`)
    const { input, response_format } = body.data
    const handle = `v1_${made.length}`
    const content = [{ type: 'video', uri: address(made.length), mime_type: 'video/mp4' }]
    const done = { id: handle, status: 'completed', steps: [{ type: 'model_output', content }] }
    take(
      handle,
      {
        prompt: input.flatMap((part) => ('text' in part ? [part.text] : [])).join(''),
        stills: input.flatMap((part) => ('data' in part ? [bytesOf(part.data)] : [])),
        seconds: Number.parseInt(response_format.duration),
      },
      done,
    )
    return { body: { id: handle, status: 'queued' } }
  }

  /** Veo, at the Gemini host or in a project's own place on Vertex. */
  async function operate(wire: Wire, isVertex: boolean): Promise<Reply> {
    const body = veoSchema.safeParse(JSON.parse(wire.body.toString('utf8')))
    if (!body.success) return error(400, 'INVALID_ARGUMENT', `Invalid JSON payload received. ${body.error.message}`)
    const [{ prompt, image, lastFrame }] = body.data.instances
    const handle = `${isVertex ? `${vertex}/` : ''}models/veo-test/operations/op${made.length}`
    const seconds = body.data.parameters.durationSeconds
    const bytes = isVertex ? (await clipBytes({ seconds })).toString('base64') : ''
    const inside = { raiMediaFilteredCount: 0, videos: [{ bytesBase64Encoded: bytes, mimeType: 'video/mp4' }] }
    const video = { uri: address(made.length) }
    take(
      handle,
      {
        prompt,
        stills: [image, ...(lastFrame ? [lastFrame] : [])].map((still) => bytesOf(still.bytesBase64Encoded)),
        seconds,
      },
      {
        name: handle,
        done: true,
        response: isVertex ? inside : { generateVideoResponse: { generatedSamples: [{ video }] } },
      },
    )
    return { body: { name: handle } }
  }

  const route = async (wire: Wire): Promise<Reply> => {
    const { method, path } = wire
    const base = `/v1/${vertex}/models/veo-test`
    if (path.startsWith('/v1/')) {
      if (wire.headers['authorization'] !== `Bearer ${key}`)
        return error(401, 'UNAUTHENTICATED', `Request had invalid credentials: ${wire.headers['authorization'] ?? ''}.`)
      if (method === 'POST' && path === `${base}:predictLongRunning`) return operate(wire, true)
      const asked = z.strictObject({ operationName: z.string() }).safeParse(JSON.parse(wire.body.toString() || '{}'))
      const job = made.find(({ handle }) => handle === asked.data?.operationName)
      if (method !== 'POST' || path !== `${base}:fetchPredictOperation` || !job)
        return error(404, 'NOT_FOUND', 'The operation was not found.')
      return { body: { name: job.handle, ...(job.answers.length > 1 ? job.answers.shift() : job.answers[0]) } }
    }
    if (wire.headers['x-goog-api-key'] !== key)
      return error(401, 'UNAUTHENTICATED', `API key not valid: ${wire.headers['x-goog-api-key'] ?? ''}.`)
    if (method === 'GET' && /^\/v1beta\/models\/(?:omni|veo)-test$/.test(path)) return { body: { name: path.slice(8) } }
    if (method === 'POST' && path === '/v1beta/interactions') return interact(wire)
    if (method === 'POST' && path === '/v1beta/models/veo-test:predictLongRunning') return operate(wire, false)
    const download = /^\/v1beta\/files\/clip(\d+):download$/.exec(path)
    if (method === 'GET' && download && wire.query.get('alt') === 'media')
      return {
        body: file === null ? await clipBytes({ seconds: made[Number(download[1])]!.seconds }) : readFileSync(file),
      }
    const name = path
      .slice('/v1beta/'.length)
      .replace(/^interactions\//, '')
      .replace(/\/cancel$/, '')
    const job = made.find(({ handle }) => handle === name)
    if (!job) return error(400, 'INVALID_ARGUMENT', 'Invalid interaction name')
    if (method === 'POST' && path.endsWith('/cancel')) {
      job.isCancelled = true
      return { body: { id: job.handle, status: 'cancelled' } }
    }
    const now = job.answers.length > 1 ? job.answers.shift()! : job.answers[0]!
    return 'http' in now ? (now.http as Reply) : { body: { id: job.handle, name: job.handle, ...now } }
  }
  const server = await testServer(route)
  return Object.assign(server, { made, key, next: (...answers: object[]) => void (planned = answers) })
}
