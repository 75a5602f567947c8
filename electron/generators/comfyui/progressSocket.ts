import type { Server } from '../http/callServer'
import { previewPicture } from '../local/previewPicture'
import { frameSchema, previewNoteSchema } from './comfyAnswers'

/** What the socket of a server told: how far our job is, that something happened that is worth asking about, or what the picture looks like by now. */
export interface SocketListener {
  /** Is that the id of our job? The server may call it otherwise than we do. */
  isOurs(id: string): boolean
  progress(share: number): void
  news(): void
  /** A small JPEG in base64. */
  preview(picture: string): void
}

/** Longer frames are none that are of use. */
const longestFrame = 1_000_000
/** Longest picture of a preview; they are half a megabyte at most. */
const longestPreview = 8_000_000
/** Previews come with every step; the eye needs no more. */
const previewEveryMs = 200

/** Kinds of binary frames (backends.md 1.3). */
const plainPreview = 1
const notedPreview = 4

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
  /** The id of the job that runs, as the server says. */
  let running: string | null = null
  let isClosed = false
  let isBusy = false
  let shownAt = -Infinity
  const show = (bytes: Buffer) => {
    if (isBusy || performance.now() - shownAt < previewEveryMs) return
    isBusy = true
    shownAt = performance.now()
    void previewPicture(bytes).then((picture) => {
      isBusy = false
      if (picture !== null && !isClosed) listener.preview(picture)
    })
  }
  // Newer servers then send previews that name their job; older ones read nothing.
  socket.addEventListener('open', () =>
    socket.send(JSON.stringify({ type: 'feature_flags', data: { supports_preview_metadata: true } })),
  )
  socket.addEventListener('message', ({ data }: MessageEvent) => {
    if (data instanceof ArrayBuffer) {
      const preview = previewOf(Buffer.from(data))
      // A preview without a name is of whatever runs.
      if (preview && listener.isOurs(preview.promptId ?? running ?? '')) show(preview.bytes)
      return
    }
    if (typeof data !== 'string' || data.length > longestFrame) return
    const frame = parsedFrame(data)
    if (!frame) return
    const { prompt_id, value, max } = frame.data
    if (/^(?:execution_start|executing|progress)$/.test(frame.type)) running = prompt_id ?? running
    // Ours alone: a server may send what runs for others too.
    if (frame.type === 'progress' && listener.isOurs(prompt_id ?? clientId) && value != null && max)
      listener.progress(Math.min(1, Math.max(0, value / max)))
    if (/^(?:execution_success|execution_error|execution_interrupted|executed)$/.test(frame.type)) listener.news()
  })
  socket.addEventListener('error', () => {})
  return {
    close: () => {
      isClosed = true
      socket.close()
    },
    get isOpen() {
      return socket.readyState === WebSocket.OPEN
    },
  }
}

/** The picture of a binary frame, and whose it is where that is said; null for frames that hold none. */
function previewOf(frame: Buffer): { bytes: Buffer; promptId: string | null } | null {
  if (frame.length < 9 || frame.length > longestPreview) return null
  const kind = frame.readUInt32BE(0)
  if (kind === plainPreview) return { bytes: frame.subarray(8), promptId: null }
  if (kind !== notedPreview) return null
  const end = 8 + frame.readUInt32BE(4)
  if (end >= frame.length) return null
  const note = previewNoteSchema.safeParse(parsed(frame.toString('utf8', 8, end)))
  return note.success ? { bytes: frame.subarray(end), promptId: note.data.prompt_id ?? '' } : null
}

function parsedFrame(text: string) {
  const frame = frameSchema.safeParse(parsed(text))
  return frame.success ? frame.data : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
