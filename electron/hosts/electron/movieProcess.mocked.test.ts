import type fs from 'node:fs'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { movieOptionsSchema } from '@shared/handover/movie/movieOptions'
import { storedProject } from '../../testing/testFolder'
import { tempFolder } from '../../testing/tempFolder'
import { startMovieProcess } from './movieProcess'

/** Electron's application: it ends by itself when the last window is closed, unless somebody listens to that. */
const app = vi.hoisted(() => ({
  ended: false,
  closed: [] as (() => void)[],
  said: [] as string[],
  whenReady: () => Promise.resolve(),
  on(event: string, listener: () => void) {
    if (event === 'window-all-closed') this.closed.push(listener)
  },
  exit() {
    this.ended = true
  },
  closeLastWindow() {
    if (this.closed.length) for (const listener of this.closed) listener()
    else this.exit()
  },
}))
vi.mock('electron', () => ({ app }))
vi.mock('./protocols', () => ({ declareSchemes: () => {}, serveSchemes: () => {} }))
vi.mock('./security', () => ({ lockDown: () => {} }))
vi.mock('./movieWindow', () => ({
  windowMovies: {
    async make() {
      app.closeLastWindow()
      await new Promise((resolve) => setTimeout(resolve, 5))
      return { frames: 80 }
    },
  },
}))
vi.mock('node:fs', async (original) => ({
  ...(await original<typeof fs>()),
  writeSync: (_to: number, line: string) => void (app.ended || app.said.push(line)),
}))

test('the answer is told although the window of the movie is closed before it', async () => {
  const { folder } = storedProject()
  const order = join(tempFolder(), 'order.json')
  writeFileSync(order, JSON.stringify({ folder, scope: 'film', options: movieOptionsSchema.parse({}), out: 'x.mp4' }))
  startMovieProcess(order)
  await vi.waitFor(() => expect(app.ended).toBe(true))
  expect(app.said).toEqual(['{"made":{"frames":80}}\n'])
})
