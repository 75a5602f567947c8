import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { movieCodecs } from '@shared/handover/movie/movieOptions'
import type { MovieMade } from '@shared/ipc/movieBridge'
import { Refusal } from '@shared/records/refusal'
import type { MovieMaker } from '../../commit/context'
import { linesOf } from './lines'

/** The folder of the built application, which Electron is started with. */
const application = fileURLToPath(new URL('../..', import.meta.url))

const count = z.number().int().nonnegative()
const lineSchema = z.union([
  z.object({ progress: z.object({ value: z.number(), text: z.string() }) }),
  z.object({
    made: z.object({ frames: count, width: count, height: count, codec: z.enum(movieCodecs), unread: count }),
  }),
  z.object({ error: z.object({ code: z.string(), message: z.string() }) }),
])

/**
 * Movies made by the desktop application, started for each without a window to be seen. It needs Electron, at EXEUNT_ELECTRON_PATH with the switches of
 * EXEUNT_ELECTRON_SWITCHES, and a display; null where one of them is missing.
 */
export function processMovies(environment: NodeJS.ProcessEnv): MovieMaker | null {
  const electron = environment['EXEUNT_ELECTRON_PATH']
  const hasDisplay = process.platform !== 'linux' || environment['DISPLAY'] || environment['WAYLAND_DISPLAY']
  return electron && hasDisplay ? madeBy(electron, environment) : null
}

const madeBy = (electron: string, environment: NodeJS.ProcessEnv): MovieMaker => ({
  async make({ project, scope, options, out }, { onProgress, signal }) {
    const folder = mkdtempSync(join(tmpdir(), 'exeunt-movie-'))
    const order = join(folder, 'order.json')
    writeFileSync(order, JSON.stringify({ folder: project.folder, scope, options, out }))
    const switches = (environment['EXEUNT_ELECTRON_SWITCHES'] ?? '').split(' ').filter(Boolean)
    const child = spawn(
      electron,
      [...switches, `--user-data-dir=${join(folder, 'user')}`, application, `--make-movie=${order}`],
      { stdio: ['ignore', 'pipe', 'ignore'], env: environment },
    )
    const end = () => child.kill('SIGKILL')
    signal.addEventListener('abort', end)
    const gone = new Promise<void>((resolve) => {
      child.once('error', () => resolve())
      child.once('close', () => resolve())
    })
    try {
      let made: MovieMade | undefined
      for await (const line of linesOf(child.stdout)) {
        const said = readLine(line)
        if (!said) continue
        if ('error' in said) throw new Refusal('NOT_FILMED', { reason: said.error.message })
        if ('progress' in said) onProgress(said.progress.value, said.progress.text)
        else made = said.made
      }
      await gone
      if (signal.aborted) throw new Refusal('EXPORT_CANCELLED')
      if (!made) throw new Refusal('NOT_FILMED', { reason: 'The desktop application gave no answer.' })
      return made
    } finally {
      signal.removeEventListener('abort', end)
      end()
      rmSync(folder, { recursive: true, force: true })
    }
  },
})

/** What a line says; Chromium has some of its own. */
function readLine(line: string | null): z.infer<typeof lineSchema> | null {
  if (!line?.startsWith('{')) return null
  try {
    return lineSchema.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}
