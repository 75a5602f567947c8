import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A request as it came over the wire. */
export interface Wire {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export interface Reply {
  status?: number
  headers?: Record<string, string>
  body?: unknown
}

/** What a test does to a request: before it is handled, or with its answer. */
export interface Trouble {
  /** Method and path it meets, as "POST /prompt". */
  readonly at: string
  /** How often; once where nothing is said, Infinity for always. */
  readonly times?: number
  /**
   * `refuse`: the connection breaks before anything is done · `lose`: it is done, and the connection breaks before the answer · `hang`: nothing comes · `stall`: it is done, and nothing comes ·
   * `cut`: half of the answer comes · `halt`: half of it, and then nothing · `drip`: a byte now and then · a promise: it is done, and answered when that is kept ·
   * a reply: that comes, and nothing is done
   */
  readonly does: 'refuse' | 'lose' | 'hang' | 'stall' | 'cut' | 'halt' | 'drip' | Promise<void> | Reply
}

export interface TestServer {
  readonly url: string
  /** Everything that came, in its order. */
  readonly requests: Wire[]
  readonly sockets: Set<Socket>
  trouble(trouble: Trouble): void
  onUpgrade: ((request: IncomingMessage, socket: Socket) => void) | null
  stop(): Promise<void>
  /** Listens again at the same port, as after a restart. */
  start(): Promise<void>
}

/** An HTTP server of a test on this machine; it goes with the test. */
export async function testServer(handle: (wire: Wire) => Reply | Promise<Reply>): Promise<TestServer> {
  const troubles: { trouble: Trouble; left: number }[] = []
  const requests: Wire[] = []
  const sockets = new Set<Socket>()
  let port = 0
  const server = createServer((request, response) => void answer(request, response))
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
  })
  server.on('upgrade', (request, socket) => {
    socket.on('error', () => {})
    if (test.onUpgrade) test.onUpgrade(request, socket as Socket)
    else socket.destroy()
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const { pathname, searchParams } = new URL(request.url!, 'http://test')
    const wire: Wire = {
      method: request.method!,
      path: pathname,
      query: searchParams,
      headers: request.headers as Record<string, string>,
      body: Buffer.concat(parts),
    }
    requests.push(wire)
    const found = troubles.find((t) => t.left > 0 && t.trouble.at === `${wire.method} ${wire.path}`)
    if (found) found.left--
    const does = found?.trouble.does
    if (does === 'refuse') return void request.socket.destroy()
    if (does === 'hang') return
    const isLate = does instanceof Promise
    const reply = typeof does === 'object' && !isLate ? does : await handle(wire)
    if (isLate) await does
    if (does === 'lose') return void request.socket.destroy()
    if (does === 'stall') return
    const { status = 200, headers = {}, body } = reply
    const isBytes = Buffer.isBuffer(body)
    const bytes = isBytes
      ? body
      : Buffer.from(typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body))
    response.writeHead(status, {
      'content-type': isBytes ? 'application/octet-stream' : 'application/json',
      'content-length': String(bytes.length),
      ...headers,
    })
    if (does === 'drip') return drip(response, bytes)
    if (does !== 'cut' && does !== 'halt') return void response.end(bytes)
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)))
    if (does === 'halt') return
    setTimeout(() => request.socket.destroy(), 20)
  }

  const test: TestServer = {
    get url() {
      return `http://127.0.0.1:${port}`
    },
    requests,
    sockets,
    onUpgrade: null,
    trouble: (trouble) => void troubles.push({ trouble, left: trouble.times ?? 1 }),
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      await closed
    },
    async start() {
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
      port = (server.address() as AddressInfo).port
    },
  }
  await test.start()
  onTestFinished(() => test.stop())
  return test
}

function drip(response: ServerResponse, bytes: Buffer): void {
  let at = 0
  const timer = setInterval(() => {
    if (response.destroyed || at >= bytes.length) clearInterval(timer)
    else response.write(bytes.subarray(at, ++at))
  }, 50)
  timer.unref()
}

/** The parts of a multipart body in their order. */
export async function formOf({ headers, body }: Wire): Promise<[name: string, value: string | File][]> {
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': headers['content-type']! },
  }).formData()
  return [...form] as [string, string | File][]
}
