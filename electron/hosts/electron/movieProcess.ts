import { app } from 'electron'
import { readFileSync, writeSync } from 'node:fs'
import { z } from 'zod'
import { movieOptionsSchema } from '@shared/handover/movie/movieOptions'
import { clockScopeSchema } from '@shared/ipc/scopeSchema'
import { mimeOfEnding } from '@shared/model/fileKinds'
import { reportedError } from '../../commit/reportedError'
import { openProject } from '../../store/openProject'
import type { OpenProject } from '../../store/project'
import { windowMovies } from './movieWindow'
import { declareSchemes, serveSchemes } from './protocols'
import { lockDown } from './security'

/** What the command line orders, in a file of its own. */
const orderSchema = z.strictObject({
  folder: z.string(),
  scope: clockScopeSchema,
  options: movieOptionsSchema,
  out: z.string(),
})

/** The desktop application as the command line's movie maker: no window to be seen, one movie, an answer in lines of JSON. @param file the order */
export function startMovieProcess(file: string): void {
  declareSchemes()
  lockDown()
  // The window is closed before the answer is told: without a listener Electron would end then.
  app.on('window-all-closed', () => {})
  void app.whenReady().then(async () => {
    let project: OpenProject | undefined
    try {
      const { folder, ...order } = orderSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
      const opened = openProject(folder, 'read')
      project = opened
      serveSchemes({
        mediaFile: (name) => {
          const media = /^[0-9a-f]{64}$/.test(name) ? opened.records.get('media', name) : undefined
          if (!media || !opened.media.has(media)) return Promise.resolve(null)
          const mime = mimeOfEnding(media.ext) ?? 'application/octet-stream'
          return Promise.resolve({ path: opened.media.pathOf(media), mime })
        },
      })
      const made = await windowMovies.make(
        { project, ...order },
        { onProgress: (value, text) => say({ progress: { value, text } }), signal: new AbortController().signal },
      )
      say({ made })
    } catch (error) {
      say({ error: reportedError(error) })
    } finally {
      project?.close()
      app.exit(0)
    }
  })
}

const say = (line: unknown) => writeSync(1, `${JSON.stringify(line)}\n`)
