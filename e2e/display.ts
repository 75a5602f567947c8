import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { afterAll, beforeAll } from 'vitest'
import { hasDisplay } from '../scripts/setup/display.mjs'

// Files run side by side, and windows on one display take the focus from each other: without a real one each file has its own.
let server: ChildProcess | undefined

beforeAll(async () => {
  if (hasDisplay()) return
  server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const [number] = (await Promise.race([
    once(server.stdio[3] as Readable, 'data'),
    once(server, 'exit').then(() => Promise.reject(new Error('Xvfb ended before it had a display'))),
  ])) as [Buffer]
  process.env['DISPLAY'] = `:${number.toString().trim()}`
})

afterAll(() => {
  if (!server) return
  server.removeAllListeners('exit')
  server.kill()
  delete process.env['DISPLAY']
})
