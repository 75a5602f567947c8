import { copyFileSync, existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerDialog, cell, drag, launch, pointIn, query, temporaryFolder, type Running } from './support'

interface Manifest {
  entries: { name: string }[]
  alsoInFrame: { name: string }[]
  leftOut: { name: string; reason: string }[]
}
interface Assignment {
  shotId: string
  assetId: string
  presence: string
  enterAt: number
  exitAt: number
}

const corpus = resolve('../shared/corpus/scripts/Brick-and-Steel.fountain')
/** The real script where it is at hand, else our own. */
const given = existsSync(corpus)
  ? { script: corpus, enters: { asset: 'Jack', shot: '11' }, crosses: { asset: 'Cognito', shot: '2' } }
  : {
      script: resolve('resources/sample/number-nine.fountain'),
      enters: { asset: 'Bob', shot: '2' },
      crosses: { asset: 'Waiter', shot: '2' },
    }

describe('a script becomes frames in the real window', () => {
  const home = temporaryFolder()
  const userData = join(home, 'user')
  const script = join(home, 'Film.fountain')
  const folder = join(home, 'Film.exeunt')
  let running: Running
  beforeAll(async () => {
    copyFileSync(given.script, script)
    running = await launch(userData)
  })
  afterAll(() => running.app.close())

  const shotId = (number: string) =>
    query<{ id: string; number: string }[]>(folder, 'shots').find((s) => s.number === number)!.id
  const assetId = (name: string) =>
    query<{ id: string; name: string }[]>(folder, 'assets').find((a) => a.name === name)!.id
  const manifest = (number: string, frame: 'start' | 'end') =>
    query<Manifest>(folder, 'manifest', { shot: shotId(number), frame })
  const inFrame = (m: Manifest, name: string) => [...m.entries, ...m.alsoInFrame].some((e) => e.name === name)
  const presence = (number: string, name: string) =>
    query<Assignment[]>(folder, 'assignments', { shot: shotId(number) }).find((a) => a.assetId === assetId(name))

  test('the script is imported through the dialog, and the report is shown', async () => {
    const { app, page } = running
    await answerDialog(app, [script])
    await page.getByRole('button', { name: /Start from a script/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Show the matrix' }).click()
    await expect.poll(() => page.locator('[data-cell]').count()).toBeGreaterThan(20)
    expect(query<unknown[]>(folder, 'scenes').length).toBeGreaterThan(2)
  })

  test('a key sets one assignment to enters, and both manifests change', async () => {
    const { page } = running
    const { asset, shot } = given.enters
    expect(inFrame(manifest(shot, 'start'), asset)).toBe(true)
    const at = await pointIn(cell(page, asset, shot))
    await page.mouse.click(at.x, at.y)
    await page.keyboard.press('e')
    await expect.poll(() => presence(shot, asset)?.presence).toBe('enters')
    expect(inFrame(manifest(shot, 'start'), asset)).toBe(false)
    expect(manifest(shot, 'start').leftOut.find((l) => l.name === asset)?.reason).toBe('enters_later')
    expect(inFrame(manifest(shot, 'end'), asset)).toBe(true)
  })

  test('dragging both ends of a bar makes it pass through, in neither frame', async () => {
    const { page } = running
    const { asset, shot } = given.crosses
    const target = cell(page, asset, shot)
    const at = await pointIn(target)
    await page.mouse.click(at.x, at.y)
    await expect.poll(() => presence(shot, asset)?.presence).toBe('throughout')
    await drag(page, await pointIn(target, 0.01), await pointIn(target, 0.3))
    await expect.poll(() => presence(shot, asset)?.presence).toBe('enters')
    await drag(page, await pointIn(target, 0.99), await pointIn(target, 0.75))
    await expect.poll(() => presence(shot, asset)?.presence).toBe('passes_through')
    const crossing = presence(shot, asset)!
    expect(crossing.enterAt).toBeCloseTo(0.3, 1)
    expect(crossing.exitAt).toBeCloseTo(0.75, 1)
    for (const frame of ['start', 'end'] as const) {
      expect(inFrame(manifest(shot, frame), asset)).toBe(false)
      expect(manifest(shot, frame).leftOut.find((l) => l.name === asset)?.reason).toBe('passes_through')
    }
  })

  test('Escape leaves a drag without a trace', async () => {
    const { page } = running
    const { asset, shot } = given.crosses
    const before = presence(shot, asset)
    const target = cell(page, asset, shot)
    const from = await pointIn(target, 0.3)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 8, from.y, { steps: 4 })
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await page.waitForTimeout(200)
    expect(presence(shot, asset)).toEqual(before)
  })

  test('frames are made and seen', async () => {
    const { page } = running
    const { shot } = given.crosses
    await page
      .getByRole('button', { name: /Make frames/ })
      .last()
      .click()
    await expect
      .poll(
        () =>
          query<{ startFrame: { status: string }; endFrame: { status: string } }[]>(folder, 'freshness', {
            shot: shotId(shot),
          }).map((f) => [f.startFrame.status, f.endFrame.status])[0],
        { timeout: 30_000 },
      )
      .toEqual(['fresh', 'fresh'])
    await page.getByRole('button', { name: 'Frames', exact: true }).click()
    await expect
      .poll(() =>
        page.evaluate(() =>
          [...document.images].some((i) => i.src.startsWith('media://') && i.complete && i.naturalWidth > 0),
        ),
      )
      .toBe(true)
  })

  test('after quitting and starting again everything is there, and undo still works', async () => {
    const { enters, crosses } = given
    const before = query<Assignment[]>(folder, 'assignments')
    await running.app.close()
    expect(running.problems).toEqual([])
    running = await launch(userData, [folder])
    const { page } = running
    await page.getByRole('button', { name: 'Matrix', exact: true }).click()
    await expect.poll(() => page.locator('[data-cell]').count()).toBeGreaterThan(20)
    expect(query<Assignment[]>(folder, 'assignments')).toEqual(before)
    await cell(page, crosses.asset, crosses.shot).waitFor({ state: 'attached' })
    expect(await cell(page, crosses.asset, crosses.shot).textContent()).toMatch(/passes through/)
    await page.keyboard.press('Control+z')
    await expect.poll(() => presence(crosses.shot, crosses.asset)?.presence).toBe('enters')
    await page.keyboard.press('Control+z')
    await expect.poll(() => presence(crosses.shot, crosses.asset)?.presence).toBe('throughout')
    expect(presence(enters.shot, enters.asset)?.presence).toBe('enters')
  })
})
