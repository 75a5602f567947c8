import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication } from 'playwright-core'
import { buildBigProject } from './bigProject'
import { closeRows, inTurns, percentile, tell } from './rows'
import { emptyPage, framesWhile, launch, writeApplication, type Frames } from './window'

const home = mkdtempSync(join(tmpdir(), 'exeunt-bench-'))
const big = join(home, 'big.exeunt')
const huge = join(home, 'huge.exeunt')
buildBigProject(big)
buildBigProject(huge, { scenes: 500, shots: 10_000, perShot: 12 })

/** A window of the same runtime with nothing in it. */
const empty = writeApplication(join(home, 'empty'), { page: emptyPage })

await start()
await scrolling('1,000 shots', big)
await scrolling('10,000 shots', huge)
closeRows()
rmSync(home, { recursive: true, force: true })

/** Memory of all processes of an application, in MB. */
function memory(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().reduce((sum, { memory: used }) => sum + used.workingSetSize / 1000, 0),
  )
}

async function start(): Promise<void> {
  // As somebody starts it who has done so before: what Chromium keeps of an application is there for both.
  const open = async (application: string, user: string) => {
    const { app } = await launch(home, application, [], user)
    await app.close()
  }
  const times = await inTurns(
    5,
    () => open(process.cwd(), 'ours'),
    () => open(empty, 'other'),
  )
  tell({
    what: 'from start to a window that can be used, and closed',
    ...times,
    beside: 'an empty window',
    unit: 'ms',
    goal: 1.5,
  })
}

async function scrolling(name: string, folder: string): Promise<void> {
  const bare = await launch(home, empty)
  const p95 = ({ gaps }: Frames) => percentile(gaps, 0.95)
  const bareFrames = await framesWhile(bare, null)
  const bareMemory = await memory(bare.app)
  const { app, page, cdp } = await launch(home, process.cwd(), [folder])
  await page.getByRole('button', { name: 'Matrix', exact: true }).click()
  await page.waitForSelector('[data-cell]', { state: 'attached', timeout: 60_000 })
  const ours = { app, page, cdp }
  const scroll = { x: 160, y: 40, wheel: 0 }
  const matrix = await framesWhile(ours, { selector: '[role="grid"]', ...scroll })
  const beside = { other: p95(bareFrames), beside: 'an empty window', unit: 'ms', goal: null } as const
  tell({ what: `matrix scrolled, ${name}: 95 % of frames within`, ours: p95(matrix), ...beside })

  await page.getByRole('button', { name: 'Timeline', exact: true }).click()
  await page.waitForSelector('[data-bar]', { state: 'attached', timeout: 60_000 })
  const lanes = await framesWhile(ours, { selector: '[role="application"]', ...scroll })
  tell({ what: `timeline scrolled, ${name}: 95 % of frames within`, ours: p95(lanes), ...beside })

  tell({
    what: `memory of all processes, ${name}`,
    ours: await memory(app),
    other: bareMemory,
    beside: 'an empty window',
    unit: 'MB',
    goal: null,
  })

  await page.getByRole('button', { name: 'Animatic', exact: true }).click()
  await page.getByRole('application', { name: 'The film over time' }).focus()
  await page.keyboard.press('Space')
  const film = await framesWhile(ours, null)
  tell({ what: `film played, ${name}: 95 % of frames within`, ours: p95(film), ...beside })
  await app.close()
  await bare.app.close()
}
