import type { Server } from '../http/callServer'
import { frameSchema } from './comfyAnswers'

/** What the socket of a server told: how far our job is, or that something happened that is worth asking about. */
export interface SocketListener {
  progress(share: number): void
  news(): void
}

/** Longer frames are previews of pictures, which nothing here looks at. */
const longestFrame = 1_000_000

/**
 * Listens to the progress of one job (backends.md 1: GET /ws?clientId=). Only a help: without it the server is asked every second all the same, so nothing that goes
 * wrong here is an error. @returns how to stop, and whether it stands
 */
export function progressSocket(
  { baseUrl, key }: Server,
  clientId: string,
  listener: SocketListener,
): { close(): void; readonly isOpen: boolean } {
  const url = `${baseUrl.replace(/^http/, 'ws')}/ws?clientId=${encodeURIComponent(clientId)}`
  let socket: WebSocket | null = null
  try {
    // Node's own WebSocket takes headers; the type of the browser's does not know them.
    const options = { headers: key ? { [key.header]: key.value } : {} } as unknown as string[]
    socket = new WebSocket(url, options)
  } catch {
    return { close() {}, isOpen: false }
  }
  socket.binaryType = 'arraybuffer'
  socket.addEventListener('message', ({ data }: MessageEvent) => {
    if (typeof data !== 'string' || data.length > longestFrame) return
    const frame = parsedFrame(data)
    if (!frame) return
    const { prompt_id, value, max } = frame.data
    // Ours alone: the client's id is that of the job, but a server may send what runs for others too.
    if (frame.type === 'progress' && (prompt_id ?? clientId) === clientId && value != null && max)
      listener.progress(Math.min(1, Math.max(0, value / max)))
    if (/^(?:execution_success|execution_error|execution_interrupted|executed)$/.test(frame.type)) listener.news()
  })
  socket.addEventListener('error', () => {})
  return {
    close: () => socket.close(),
    get isOpen() {
      return socket.readyState === WebSocket.OPEN
    },
  }
}

function parsedFrame(text: string) {
  try {
    const parsed = frameSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
