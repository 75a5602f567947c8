import { z } from 'zod'
import { clipBytes } from '../clip'
import { pngBytes } from '../png'
import { testServer, type Reply, type TestServer, type Wire } from './httpServer'

/** A task as the server keeps it; a test may change what becomes of it. */
export interface RunwayTask {
  readonly id: string
  readonly body: z.infer<typeof bodySchema> | z.infer<typeof clipSchema>
  readonly images: { tag: string; bytes: Buffer }[]
  /** What each next question is answered with, the last for ever. */
  answers: object[]
  isDeleted: boolean
}

export interface FakeRunway extends TestServer {
  readonly tasks: RunwayTask[]
  readonly key: string
  /** What becomes of the tasks from now on, instead of a picture. */
  next(...answers: object[]): void
}

const bodySchema = z.strictObject({
  model: z.literal('gpt_image_test'),
  promptText: z.string().min(1).max(32_000),
  ratio: z.enum(['2048:880', '1920:1088', '1920:1440', '1920:1920', '1088:1920']),
  quality: z.enum(['low', 'medium', 'high']).optional(),
  referenceImages: z
    .array(
      z.strictObject({
        uri: z
          .string()
          .max(5_000_000)
          .regex(/^data:image\/(?:png|jpeg|webp);base64,/),
        tag: z.string().regex(/^[A-Za-z]\w{2,15}$/),
      }),
    )
    .min(1)
    .max(16)
    .optional(),
})

const uriSchema = z
  .string()
  .max(5_000_000)
  .regex(/^data:image\/(?:png|jpeg|webp);base64,/)
const clipSchema = z.strictObject({
  model: z.literal('veo_test'),
  promptImage: z
    .array(z.strictObject({ uri: uriSchema, position: z.enum(['first', 'last']) }))
    .min(1)
    .max(2),
  promptText: z.string().min(1).max(1000),
  ratio: z.enum(['1280:720', '720:1280']),
  duration: z.union([z.literal(4), z.literal(6), z.literal(8)]),
})

/** Tasks as backends.md 6.1 describes them: it checks key, version, tags and sizes, refuses fields it does not know, and never makes two of one task. */
export async function fakeRunway(key = 'key_test0123456789'): Promise<FakeRunway> {
  const tasks: RunwayTask[] = []
  let planned: object[] | null = null
  const clips = new Map<string, Buffer>()
  const route = async (wire: Wire): Promise<Reply> => {
    if (wire.method === 'GET' && clips.has(wire.path)) return { body: clips.get(wire.path) }
    if (wire.method === 'GET' && wire.path.startsWith('/result/'))
      return { body: pngBytes(1920, 1088, [wire.path.length, 40, 60]) }
    if (wire.headers['authorization'] !== `Bearer ${key}`)
      return { status: 401, body: { error: `The API key ${wire.headers['authorization'] ?? ''} is not valid.` } }
    if (wire.headers['x-runway-version'] !== '2024-11-06')
      return { status: 400, body: { error: 'This version of the API is not known.' } }
    if (wire.path === '/v1/organization') return { body: { creditBalance: 420, tier: {}, usage: {} } }
    const isClip = wire.path === '/v1/image_to_video'
    if (wire.method === 'POST' && (isClip || wire.path === '/v1/text_to_image')) {
      const body = (isClip ? clipSchema : bodySchema).safeParse(JSON.parse(wire.body.toString('utf8')))
      if (!body.success) return { status: 400, body: { error: 'Validation of body failed', issues: body.error.issues } }
      const id = `17f20503-0000-4000-8000-${String(tasks.length).padStart(12, '0')}`
      const { data } = body
      const sent =
        'promptImage' in data
          ? data.promptImage.map(({ uri, position }) => ({ uri, tag: position }))
          : (data.referenceImages ?? [])
      const images = sent.map(({ uri, tag }) => ({
        tag,
        bytes: Buffer.from(uri.slice(uri.indexOf(',') + 1), 'base64'),
      }))
      if ('duration' in data) clips.set(`/result/${id}.mp4`, await clipBytes({ seconds: data.duration }))
      const done = {
        status: 'SUCCEEDED',
        output: [`${server.url}/result/${id}.${isClip ? 'mp4' : 'png'}`],
        cost: { credits: 5 },
      }
      tasks.push({ id, body: data, images, answers: planned ?? [done], isDeleted: false })
      return { body: { id, estimatedCost: { credits: 5 } } }
    }
    const task = tasks.find(({ id }) => wire.path === `/v1/tasks/${id}`)
    if (!task || task.isDeleted) return { status: 404, body: { error: 'Not found' } }
    if (wire.method === 'DELETE') {
      task.isDeleted = true
      return { status: 204 }
    }
    const now = task.answers.length > 1 ? task.answers.shift()! : task.answers[0]!
    return { body: { id: task.id, createdAt: '2026-11-30T08:00:00Z', ...now } }
  }
  const server = await testServer(route)
  return Object.assign(server, { tasks, key, next: (...answers: object[]) => void (planned = answers) })
}
