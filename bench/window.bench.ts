import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { electronLaunchOptions } from '../scripts/setup/launch.mjs'
import { buildBigProject } from './bigProject'
import { closeRows, inTurns, percentile, tell } from './rows'

const home = mkdtempSync(join(tmpdir(), 'exeunt-bench-'))
const big = join(home, 'big.exeunt')
const huge = join(home, 'huge.exeunt')
buildBigProject(big)
buildBigProject(huge, { scenes: 500, shots: 10_000, perShot: 12 })

/** A window of the same runtime with nothing in it. */
const empty = join(home, 'empty')
writeEmptyApp()

await start()
await scrolling('1,000 shots', big)
await scrolling('10,000 shots', huge)
closeRows()
rmSync(home, { recursive: true, force: true })

function writeEmptyApp(): void {
  buildFolder(empty, {
    'package.json': JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.cjs' }),
    'main.cjs': `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1440, height: 900 }).loadFile('index.html'))`,
    'index.html':
      '<!doctype html><title>empty</title><body data-ready="true"><canvas width="1400" height="860"></canvas>',
  })
}

function buildFolder(folder: string, files: Record<string, string>): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
}

let users = 0
async function launch(
  application: string,
  args: readonly string[] = [],
): Promise<{ app: ElectronApplication; page: Page }> {
  const user = join(home, `user${users++}`)
  const app = await _electron.launch(electronLaunchOptions({ args: [application, `--user-data-dir=${user}`, ...args] }))
  const page = await app.firstWindow()
  await page.waitForSelector('body[data-ready]')
  return { app, page }
}

/** Memory of all processes of an application, in MB. */
function memory(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().reduce((sum, { memory: used }) => sum + used.workingSetSize / 1000, 0),
  )
}

async function start(): Promise<void> {
  const open = async (application: string, args: readonly string[] = []) => {
    const { app } = await launch(application, args)
    await app.close()
  }
  const times = await inTurns(
    5,
    () => open(process.cwd()),
    () => open(empty),
  )
  tell({
    what: 'from start to a window that can be used, and closed',
    ...times,
    beside: 'an empty window',
    unit: 'ms',
    goal: 1.5,
  })
}

/** Time between frames while something scrolls by itself, in ms. */
function framesWhile(page: Page, scroller: string, by: number): Promise<number[]> {
  return page.evaluate(
    ([selector, step]) =>
      new Promise<number[]>((done) => {
        const element = selector ? document.querySelector<HTMLElement>(selector) : null
        const gaps: number[] = []
        let last = performance.now()
        const next = (now: number) => {
          gaps.push(now - last)
          last = now
          if (gaps.length > 90) return done(gaps.slice(5))
          element?.scrollBy(step, gaps.length % 9 === 0 ? 40 : 0)
          requestAnimationFrame(next)
        }
        requestAnimationFrame(next)
      }),
    [scroller, by] as const,
  )
}

async function scrolling(name: string, folder: string): Promise<void> {
  const bare = await launch(empty)
  const bareFrames = await framesWhile(bare.page, '', 0)
  const bareMemory = await memory(bare.app)
  const { app, page } = await launch(process.cwd(), [folder])
  await page.getByRole('button', { name: 'Matrix', exact: true }).click()
  await page.waitForSelector('[data-cell]', { state: 'attached', timeout: 60_000 })
  const p95 = (frames: readonly number[]) => percentile(frames, 0.95)
  const matrix = await framesWhile(page, '[role="grid"]', 160)
  const beside = { other: p95(bareFrames), beside: 'an empty window', unit: 'ms', goal: null } as const
  tell({ what: `matrix scrolled, ${name}: 95 % of frames within`, ours: p95(matrix), ...beside })

  await page.getByRole('button', { name: 'Timeline', exact: true }).click()
  await page.waitForSelector('[data-bar]', { state: 'attached', timeout: 60_000 })
  const lanes = await framesWhile(page, '[role="application"]', 160)
  tell({ what: `timeline scrolled, ${name}: 95 % of frames within`, ours: p95(lanes), ...beside })

  tell({
    what: `memory of all processes, ${name}`,
    ours: await memory(app),
    other: bareMemory,
    beside: 'an empty window',
    unit: 'MB',
    goal: null,
  })
  await app.close()
  await bare.app.close()
}
