// `npm start` on a machine without a display: starts the real app with the sample project on a
// virtual one, writes a picture of its window and ends.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { electronLaunchOptions } from './setup/launch.mjs'
import { ROOT } from './setup/paths.mjs'

const READY_TIMEOUT_MS = 60_000
const picture = join(ROOT, 'test-results', 'start.png')

/** @type {import('playwright-core').ElectronApplication | undefined} */
let app
let log = ''
try {
  app = await _electron.launch({
    ...electronLaunchOptions({ args: [ROOT, '--sample', ...process.argv.slice(2)] }),
    timeout: READY_TIMEOUT_MS,
  })
  app.process().stderr?.on('data', (text) => (log += text))
  const page = await app.firstWindow({ timeout: READY_TIMEOUT_MS })
  page.on('pageerror', (error) => (log += `${error.message}\n`))
  await page.locator('body[data-ready="true"]').waitFor({ state: 'attached', timeout: READY_TIMEOUT_MS })
  mkdirSync(join(ROOT, 'test-results'), { recursive: true })
  await page.screenshot({ path: picture })
  process.stdout.write(`This machine has no display, so Exeunt was started on a virtual one with the sample project.
A picture of its window: ${picture}
Without a display, use the command line: npm run -s exeunt -- --help
`)
} catch (error) {
  process.stderr.write(
    `${log}exeunt: the window did not become ready on the virtual display (${String(error instanceof Error ? error.message : error).split('\n')[0]}).\n`,
  )
  process.exitCode = 1
} finally {
  await close(app)
}

/**
 * Closes the app; one that does not answer is ended.
 * @param {import('playwright-core').ElectronApplication | undefined} electronApp
 */
async function close(electronApp) {
  if (!electronApp) return
  const child = electronApp.process()
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await electronApp.close().catch(() => {})
  clearTimeout(timer)
}
