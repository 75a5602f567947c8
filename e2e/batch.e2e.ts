import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, query, temporaryFolder, type Running } from './support'

const count = 100
interface Freshness {
  shotId: string
  startFrame: { status: string }
  endFrame: { status: string }
}

describe('a batch over a hundred shots in the real window', () => {
  const home = temporaryFolder()
  const folder = join(home, 'Hundred.exeunt')
  const userData = join(home, 'user')
  const cli = (args: string[], input?: string) =>
    execFileSync(process.execPath, [join(process.cwd(), 'out/main/cli.js'), ...args], {
      encoding: 'utf8',
      ...(input === undefined ? {} : { input }),
    })
  const stills = (status: string) =>
    query<Freshness[]>(folder, 'freshness')
      .flatMap((f) => [f.startFrame.status, f.endFrame.status])
      .filter((s) => s === status).length
  let running: Running
  beforeAll(async () => {
    cli(['new', folder])
    const {
      created: { scenes },
    } = JSON.parse(cli(['do', folder, 'scene.create', '{"heading":"INT. HALL - DAY"}'])) as {
      created: { scenes: string[] }
    }
    const {
      created: { assets },
    } = JSON.parse(
      cli(['do', folder, 'asset.create', '{"name":"Bob","type":"character","description":"tall man"}']),
    ) as { created: { assets: string[] } }
    cli(
      ['batch', folder],
      Array.from({ length: count }, (_, i) =>
        JSON.stringify({
          verb: 'do',
          command: 'shot.create',
          input: { sceneId: scenes[0], text: `Bob waits, ${i}.`, durationSeconds: 2 },
        }),
      ).join('\n'),
    )
    cli(['do', folder, 'asset.addToScene', JSON.stringify({ assetId: assets[0], sceneId: scenes[0] })])
    running = await launch(userData, [folder])
  }, 60_000)
  afterAll(() => running.app.close())

  test('cancelled in between, what is made stays; closed in between, it goes on with the next start to the end', async () => {
    await running.page
      .getByRole('button', { name: /Make frames/ })
      .first()
      .click()
    await expect.poll(() => stills('fresh'), { timeout: 30_000 }).toBeGreaterThan(5)
    await running.page.getByRole('button', { name: /\d+ jobs/ }).click()
    await running.page.getByRole('button', { name: 'Cancel all' }).click()
    await expect
      .poll(
        () =>
          query<{ state: string }[]>(folder, 'jobs').filter((j) => j.state === 'queued' || j.state === 'running')
            .length,
      )
      .toBe(0)
    await running.page.keyboard.press('Escape')
    const made = stills('fresh')
    expect(made).toBeGreaterThan(5)
    expect(stills('missing')).toBe(count * 2 - made)
    await running.page
      .getByRole('button', { name: /Make frames/ })
      .first()
      .click()
    await expect.poll(() => stills('fresh'), { timeout: 30_000 }).toBeGreaterThan(made + 5)
    await running.app.close()
    expect(stills('fresh')).toBeGreaterThanOrEqual(made)
    running = await launch(userData, [folder])
    await expect.poll(() => stills('fresh'), { timeout: 90_000, interval: 500 }).toBe(count * 2)
    expect(running.problems).toEqual([])
  }, 180_000)
})
