import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cli, cliLines, launch, query, temporaryFolder, type Running } from './support'

/** Twice as many stills: more than the list of jobs shows, and enough to be cancelled and closed in between. */
const count = 40
interface Made {
  created: Record<string, string[]>
}
interface Freshness {
  shotId: string
  startFrame: { status: string }
  endFrame: { status: string }
}

describe('a batch over many shots in the real window', () => {
  const home = temporaryFolder()
  const folder = join(home, 'Forty.exeunt')
  const userData = join(home, 'user')
  const stills = (status: string) =>
    query<Freshness[]>(folder, 'freshness')
      .flatMap((f) => [f.startFrame.status, f.endFrame.status])
      .filter((s) => s === status).length
  let running: Running
  beforeAll(async () => {
    cli(['new', folder])
    const scene = cli<Made>(['do', folder, 'scene.create', '{"heading":"INT. HALL - DAY"}']).created['scenes']![0]!
    const bob = cli<Made>(['do', folder, 'asset.create', '{"name":"Bob","type":"character"}']).created['assets']![0]!
    const shots = Array.from({ length: count }, (_, i) => ({
      verb: 'do',
      command: 'shot.create',
      input: { sceneId: scene, text: `Bob waits, ${i}.`, durationSeconds: 2 },
    }))
    const toScene = { verb: 'do', command: 'asset.addToScene', input: { assetId: bob, sceneId: scene } }
    cliLines(['batch', folder], [...shots, toScene])
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
