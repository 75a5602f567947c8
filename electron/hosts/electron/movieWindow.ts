import { BrowserWindow } from 'electron'
import { open, type FileHandle } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { movieCodecs } from '@shared/handover/movie/movieOptions'
import type { MovieEnd, MovieJob } from '@shared/ipc/movieBridge'
import { tableNames } from '@shared/model/tableNames'
import { Refusal } from '@shared/records/refusal'
import type { MovieMaker } from '../../commit/context'
import { diskRefusal, worldRefusal } from '../../store/worldErrors'
import { appOrigin } from './security'

const preload = fileURLToPath(new URL('../preload/moviePreload.cjs', import.meta.url))

const count = z.number().int().nonnegative()
const codec = z.enum(movieCodecs)
const endSchema: z.ZodType<MovieEnd> = z.union([
  z.object({ made: z.object({ frames: count, width: count, height: count, codec, unread: count }) }),
  z.object({ failed: z.string().max(2000) }),
  z.object({ noEncoder: z.enum(['auto', ...movieCodecs]) }),
])
const tellSchema = z.tuple([z.number().min(0).max(1), z.string().max(200)])
/** No piece of a file is larger, and no file. */
const writeSchema = z.tuple([
  count.max(2 ** 45),
  z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= 64 * 1024 * 1024),
])

/** Makes movies in a window that nobody sees, because that is where encoders are. Its page can read the project's media and write one file. */
export const windowMovies: MovieMaker = {
  async make({ project, scope, options, out }, { onProgress, signal }) {
    const tables = Object.fromEntries(tableNames.map((table) => [table, [...project.records.all(table)]]))
    const job = { tables, scope, options } as unknown as MovieJob
    const file = await opened(out)
    const window = new BrowserWindow({
      show: false,
      width: 320,
      height: 200,
      skipTaskbar: true,
      webPreferences: {
        preload,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webSecurity: true,
        spellcheck: false,
        backgroundThrottling: false,
      },
    })
    try {
      const end = await ended(window, job, file, onProgress, signal)
      if ('noEncoder' in end) throw new Refusal('NO_ENCODER', { codec: codecWords[end.noEncoder] })
      if ('failed' in end) throw new Refusal('NOT_FILMED', { reason: end.failed })
      await file.sync()
      return end.made
    } catch (error) {
      throw error instanceof Refusal ? error : (worldRefusal(error) ?? error)
    } finally {
      if (!window.isDestroyed()) window.destroy()
      await file.close()
    }
  },
}

const codecWords = { auto: 'H.264, VP9 or AV1', h264: 'H.264', vp9: 'VP9', av1: 'AV1' } as const

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'w')
  } catch (error) {
    const reason = 'the movie cannot be written there'
    throw worldRefusal(error) ?? diskRefusal({ kind: 'badName', reason, wayOut: 'Choose another place.' }, 'saved')
  }
}

/** Loads the page and answers how it ended. @throws Refusal EXPORT_CANCELLED, NOT_FILMED and what the disk says */
function ended(
  window: BrowserWindow,
  job: MovieJob,
  file: FileHandle,
  onProgress: (value: number, text: string) => void,
  signal: AbortSignal,
): Promise<MovieEnd> {
  return new Promise((resolve, reject) => {
    const contents = window.webContents
    const stopped = () => reject(new Refusal('EXPORT_CANCELLED'))
    if (signal.aborted) return stopped()
    signal.addEventListener('abort', stopped, { once: true })
    contents.on('render-process-gone', (_event, { reason }) =>
      reject(new Refusal('NOT_FILMED', { reason: `The page that makes it has gone (${reason}).` })),
    )
    window.on('closed', stopped)
    contents.ipc.handle('movie.job', () => job)
    contents.ipc.handle('movie.write', async (_event, ...given) => {
      try {
        const [at, bytes] = writeSchema.parse(given)
        await file.write(bytes, 0, bytes.byteLength, at)
      } catch (error) {
        // A full disk, say: its own words reach the user, and the page need not wait for anything.
        reject(error instanceof Error ? error : new Error(String(error)))
        throw error
      }
    })
    contents.ipc.on('movie.tell', (_event, ...given) => {
      const told = tellSchema.safeParse(given)
      if (told.success) onProgress(...told.data)
    })
    contents.ipc.on('movie.end', (_event, end) => {
      const parsed = endSchema.safeParse(end)
      resolve(parsed.success ? parsed.data : { failed: 'The page gave no answer.' })
    })
    window.loadURL(`${appOrigin}/movie.html`).catch(reject)
  })
}
