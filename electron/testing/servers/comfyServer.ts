import { createHash, randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import { linkOf, type Workflow } from '@shared/model/workflow'
import { clipBytes } from '../clip'
import { pngBytes } from '../png'
import { formOf, testServer, type Reply, type TestServer, type Wire } from './httpServer'

interface Job {
  id: string
  clientId: string
  graph: Workflow
}

export interface FakeComfy extends TestServer {
  /** Jobs in the order they came, however they ended. */
  readonly queued: Job[]
  /** Bytes of the pictures a job was sent, in the order of the given nodes. */
  pictures(job: Job, nodes: readonly string[]): Buffer[]
  /** Jobs begin and end at once; else `finish` ends the one that runs. */
  runsAtOnce: boolean
  finish(how?: 'success' | 'error' | 'interrupted'): void
  /** Forgets queue and history, as a restart does. */
  forget(): void
  /** Sends a picture of what is being made: by the job's name where the client said that it reads it, else without one. */
  preview(job: Job, picture: Buffer): void
  /** Sends a frame to the client's websocket. */
  tell(clientId: string, type: string, data: object): void
}

/** Classes of nodes this server has, with their inputs; an edit node takes up to three pictures. */
const classes: Record<string, { required: string[]; optional?: string[] }> = {
  CheckpointLoaderSimple: { required: ['ckpt_name'] },
  KSampler: { required: ['seed', 'positive', 'latent_image', 'model'], optional: [] },
  EmptyLatentImage: { required: ['width', 'height'], optional: ['batch_size'] },
  TextEncodeQwenImageEditPlus: { required: ['prompt'], optional: ['image1', 'image2', 'image3'] },
  ImageScale: { required: ['image', 'width'] },
  LoadImage: { required: ['image'] },
  LoadImageMask: { required: ['image', 'channel'] },
  SetLatentNoiseMask: { required: ['samples', 'mask'] },
  SaveImage: { required: ['images', 'filename_prefix'] },
  CLIPTextEncode: { required: ['text'] },
  WanFirstLastFrameToVideo: {
    required: ['positive', 'width', 'height', 'length'],
    optional: ['start_image', 'end_image'],
  },
  SaveVideo: { required: ['video', 'filename_prefix'] },
}

/** A workflow for that server: three pictures, of which the third goes over a node that needs it. */
export const comfyWorkflow: Workflow = {
  '3': { class_type: 'KSampler', inputs: { seed: 5, positive: ['6', 0], latent_image: ['5', 0], model: ['4', 0] } },
  '4': { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: 'any.safetensors' } },
  '5': { class_type: 'EmptyLatentImage', inputs: { width: 64, height: 64, batch_size: 1 } },
  '6': {
    class_type: 'TextEncodeQwenImageEditPlus',
    inputs: { prompt: 'a cat', image1: ['33', 0], image2: ['31', 0], image3: ['40', 0] },
  },
  '9': { class_type: 'SaveImage', inputs: { images: ['3', 0], filename_prefix: 'x' } },
  '31': { class_type: 'LoadImage', inputs: { image: 'author.png' } },
  '32': { class_type: 'LoadImage', inputs: { image: 'author.png' } },
  '33': { class_type: 'LoadImage', inputs: { image: 'author.png' } },
  '40': { class_type: 'ImageScale', inputs: { image: ['32', 0], width: 512 } },
}
/** The same with a mask of where may be drawn. */
export const comfyMaskWorkflow: Workflow = {
  ...comfyWorkflow,
  '3': { class_type: 'KSampler', inputs: { seed: 5, positive: ['6', 0], latent_image: ['51', 0], model: ['4', 0] } },
  '50': { class_type: 'LoadImageMask', inputs: { image: 'author-mask.png', channel: 'red' } },
  '51': { class_type: 'SetLatentNoiseMask', inputs: { samples: ['5', 0], mask: ['50', 0] } },
}
/** One that makes a clip: its second picture is the start, its first the end. */
export const comfyClipWorkflow: Workflow = {
  '1': { class_type: 'LoadImage', inputs: { image: 'author.png' } },
  '2': { class_type: 'LoadImage', inputs: { image: 'author.png' } },
  '3': { class_type: 'KSampler', inputs: { seed: 5, positive: ['5', 0], latent_image: ['5', 2], model: ['4', 0] } },
  '4': { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: 'any.safetensors' } },
  '5': {
    class_type: 'WanFirstLastFrameToVideo',
    inputs: { positive: ['6', 0], end_image: ['1', 0], start_image: ['2', 0], width: 64, height: 64, length: 9 },
  },
  '6': { class_type: 'CLIPTextEncode', inputs: { text: 'a cat' } },
  '9': { class_type: 'SaveVideo', inputs: { video: ['3', 0], filename_prefix: 'x' } },
}
/** The nodes its pictures go to, in order. */
export const comfyImageNodes = ['33', '31', '32']

/**
 * A ComfyUI server as backends.md 1 describes it, which checks what it is sent as the real one does and refuses fields it does not know.
 * @param version `old`: before 0.25, with ids of its own and without /api/jobs
 */
export async function fakeComfy(version: 'new' | 'old' = 'new'): Promise<FakeComfy> {
  const uploads = new Map<string, Buffer>()
  const outputs = new Map<string, () => Buffer | Promise<Buffer>>()
  const queued: Job[] = []
  let pending: Job[] = []
  let running: Job | null = null
  const history = new Map<string, object>()
  const clients = new Map<string, Socket>()
  /** Clients that read previews with a name. */
  const named = new Set<string>()

  const advance = (): void => {
    while (!running && pending.length) {
      running = pending.shift()!
      if (server.runsAtOnce) server.finish()
    }
  }

  async function upload(wire: Wire): Promise<Reply> {
    const form = await formOf(wire)
    const unknown = form.find(([name]) => !['image', 'type', 'subfolder', 'overwrite'].includes(name))
    const image = form.find(([name]) => name === 'image')?.[1]
    if (unknown || !(image instanceof File)) return { status: 400, body: { error: `unknown field ${unknown?.[0]}` } }
    const subfolder = (form.find(([name]) => name === 'subfolder')?.[1] as string | undefined) ?? ''
    uploads.set(subfolder ? `${subfolder}/${image.name}` : image.name, Buffer.from(await image.arrayBuffer()))
    return { body: { name: image.name, subfolder, type: 'input' } }
  }

  /** What execution.validate_prompt finds: classes, required inputs, links, files. */
  function faults(graph: Workflow): Record<string, object> {
    const found: Record<string, object> = {}
    const fault = (id: string, message: string, details: string) =>
      (found[id] = { class_type: graph[id]!.class_type, errors: [{ message, details }], dependent_outputs: ['9'] })
    for (const [id, { class_type, inputs }] of Object.entries(graph)) {
      const known = classes[class_type]
      if (!known) return { [id]: { class_type, errors: [{ message: 'Node not found', details: class_type }] } }
      for (const name of known.required) if (!(name in inputs)) fault(id, 'Required input is missing', name)
      for (const [name, value] of Object.entries(inputs)) {
        const link = linkOf(value)
        if (link && !graph[link.node]) fault(id, 'Bad linked input', name)
      }
      if (/^LoadImage(?:Mask)?$/.test(class_type) && !uploads.has(String(inputs['image'])))
        fault(id, 'Invalid image file', String(inputs['image']))
    }
    return found
  }

  function prompt(wire: Wire): Reply {
    const body = JSON.parse(wire.body.toString('utf8')) as Record<string, unknown>
    const bad = (type: string, message: string, node_errors: object = {}) => ({
      status: 400,
      body: { error: { type, message, details: '', extra_info: {} }, node_errors },
    })
    const unknown = Object.keys(body).find((f) => !['prompt', 'client_id', 'prompt_id', 'front', 'number'].includes(f))
    if (unknown) return bad('unknown_field', `unknown field ${unknown}`)
    const given = body['prompt_id'] as string | undefined
    if (version === 'new' && given !== undefined && !/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(given))
      return bad('invalid_prompt_id', 'prompt_id is no uuid')
    const graph = body['prompt'] as Workflow
    if (!graph) return { status: 400, body: { error: 'no prompt' } }
    const found = faults(graph)
    if (Object.keys(found).length)
      return bad('prompt_outputs_failed_validation', 'Prompt outputs failed validation', found)
    const id = version === 'new' && given !== undefined ? given : randomUUID()
    const job = { id, clientId: String(body['client_id']), graph }
    queued.push(job)
    pending.push(job)
    setTimeout(advance, 5)
    return { body: { prompt_id: id, number: queued.length, node_errors: {} } }
  }

  const item = (job: Job) => [1, job.id, job.graph, { client_id: job.clientId }, ['9']]
  const drop = (id: string) => {
    const was = pending.length
    pending = pending.filter((job) => job.id !== id)
    return pending.length < was
  }

  async function route(wire: Wire): Promise<Reply> {
    const { method, path, query, body } = wire
    const json = () => JSON.parse(body.toString('utf8') || '{}') as Record<string, unknown>
    const last = decodeURIComponent(path.split('/').at(-1)!)
    if (method === 'POST' && path === '/upload/image') return upload(wire)
    if (method === 'POST' && path === '/prompt') return prompt(wire)
    if (method === 'GET' && path === '/queue')
      return { body: { queue_running: running ? [item(running)] : [], queue_pending: pending.map(item) } }
    if (method === 'POST' && path === '/queue') {
      for (const id of (json()['delete'] as string[] | undefined) ?? []) drop(id)
      return {}
    }
    if (method === 'POST' && path === '/interrupt') {
      const id = json()['prompt_id']
      if (running && (id === undefined || id === running.id)) server.finish('interrupted')
      return {}
    }
    if (version === 'new' && method === 'POST' && /^\/api\/jobs\/[^/]+\/cancel$/.test(path)) {
      const id = path.split('/')[3]!
      const cancelled = drop(id) || running?.id === id
      if (running?.id === id) server.finish('interrupted')
      return { body: { cancelled } }
    }
    if (method === 'GET' && path === '/history')
      return { body: Object.fromEntries([...history].slice(-Number(query.get('max_items') ?? 200))) }
    if (method === 'GET' && path.startsWith('/history/'))
      return { body: history.has(last) ? { [last]: history.get(last) } : {} }
    if (method === 'GET' && path === '/view') {
      const bytes = query.get('type') === 'output' ? outputs.get(query.get('filename')!) : undefined
      return bytes ? { body: await bytes(), headers: { 'content-type': 'image/png' } } : { status: 404 }
    }
    if (method === 'GET' && path === '/system_stats')
      return {
        body: { system: { comfyui_version: '0.36.0' }, devices: [{ name: 'cuda:0', vram_total: 24 * 2 ** 30 }] },
      }
    if (method === 'GET' && path.startsWith('/object_info/')) {
      const info = classes[last]
      const inputs = (names: string[] = []) => Object.fromEntries(names.map((name) => [name, ['*', {}]]))
      return {
        body: info
          ? { [last]: { input: { required: inputs(info.required), optional: inputs(info.optional) }, output: ['*'] } }
          : {},
      }
    }
    return { status: 404, body: '404: Not Found' }
  }

  /** A frame of the websocket, of text (1) or bytes (2); RFC 6455, 5.2. */
  const send = (clientId: string, kind: 1 | 2, data: Buffer): void => {
    const head = data.length < 126 ? [data.length] : data.length < 65_536 ? [126] : [127, 0, 0, 0, 0]
    const size = Buffer.alloc(data.length < 126 ? 0 : data.length < 65_536 ? 2 : 4)
    if (size.length === 2) size.writeUInt16BE(data.length)
    if (size.length === 4) size.writeUInt32BE(data.length)
    clients.get(clientId)?.write(Buffer.concat([Buffer.from([0x80 | kind, ...head]), size, data]))
  }

  const base = await testServer(route)
  base.onUpgrade = (request, socket) => {
    const clientId = new URL(request.url!, 'http://test').searchParams.get('clientId')!
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64')
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    )
    clients.set(clientId, socket)
    // The first text of a client says what it reads; it is short and masked (RFC 6455, 5.2).
    socket.once('data', (data: Buffer) => {
      const size = data[1]! & 127
      const [mask, at] = size < 126 ? [data.subarray(2, 6), 6] : [data.subarray(4, 8), 8]
      const text = Buffer.from(data.subarray(at).map((byte, i) => byte ^ mask[i % 4]!)).toString('utf8')
      if (version === 'new' && text.includes('"supports_preview_metadata":true')) named.add(clientId)
    })
    server.tell(clientId, 'status', { status: { exec_info: { queue_remaining: 0 } }, sid: clientId })
  }
  const server: FakeComfy = Object.assign(base, {
    queued,
    runsAtOnce: true,
    pictures: (job: Job, nodes: readonly string[]) =>
      nodes.filter((id) => job.graph[id]).map((id) => uploads.get(String(job.graph[id]!.inputs['image']))!),
    finish(how: 'success' | 'error' | 'interrupted' = 'success') {
      // What came a moment ago begins now.
      if (!running && pending.length) {
        const isOver = server.runsAtOnce
        advance()
        if (isOver) return
      }
      const job = running
      if (!job) throw new Error('nothing runs')
      running = null
      const clip = job.graph['9']?.class_type === 'SaveVideo' ? job.graph['5']!.inputs : null
      const filename = `${job.id}.${clip ? 'mp4' : 'png'}`
      const { width, height, seed } = { ...job.graph['5']?.inputs, ...job.graph['3']!.inputs } as Record<string, number>
      if (how === 'success' && clip)
        outputs.set(filename, () => clipBytes({ width: width!, height: height!, seconds: Number(clip['length']) / 24 }))
      else if (how === 'success') outputs.set(filename, () => pngBytes(width!, height!, [seed! % 256, 90, 120]))
      const end = {
        success: ['execution_success', { prompt_id: job.id }],
        error: [
          'execution_error',
          { prompt_id: job.id, node_type: 'KSampler', exception_message: 'CUDA out of memory' },
        ],
        interrupted: ['execution_interrupted', { prompt_id: job.id, node_type: 'KSampler' }],
      }[how] as [string, object]
      history.set(job.id, {
        prompt: item(job),
        outputs:
          how === 'success'
            ? { '9': { images: [{ filename, subfolder: '', type: 'output' }], ...(clip ? { animated: [true] } : {}) } }
            : {},
        status: {
          status_str: how === 'success' ? 'success' : 'error',
          completed: how === 'success',
          messages: [['execution_start', { prompt_id: job.id }], end],
        },
      })
      server.tell(job.clientId, end[0], end[1])
      setTimeout(advance, 0)
    },
    forget() {
      pending = []
      running = null
      history.clear()
    },
    preview(job: Job, picture: Buffer) {
      const numbers = (...all: number[]) => Buffer.concat(all.map((n) => Buffer.from([n >> 24, n >> 16, n >> 8, n])))
      server.tell(job.clientId, 'executing', { node: '3', prompt_id: job.id })
      if (!named.has(job.clientId)) return send(job.clientId, 2, Buffer.concat([numbers(1, 2), picture]))
      const note = Buffer.from(JSON.stringify({ node_id: '3', prompt_id: job.id, image_type: 'image/png' }))
      send(job.clientId, 2, Buffer.concat([numbers(4, note.length), note, picture]))
    },
    tell: (clientId: string, type: string, data: object) =>
      send(clientId, 1, Buffer.from(JSON.stringify({ type, data }))),
  })
  return server
}
