import { copyFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drag, launch, launchWithScript, temporaryFolder, type Running } from './support'

const home = temporaryFolder()
const userData = join(home, 'user')
const folder = join(home, 'Film.exeunt')
let running: Running

beforeAll(async () => {
  const script = join(home, 'Film.fountain')
  copyFileSync(resolve('resources/sample/number-nine.fountain'), script)
  running = await launchWithScript(userData, script)
})
afterAll(() => running.app.close())

const edge = (of: string) => running.page.getByRole('separator', { name: `Width of ${of}` })
const widthOf = async (of: string) => Number(await edge(of).getAttribute('aria-valuenow'))
const size = (width: number, height: number) =>
  running.app.evaluate(
    ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]!.setSize(w!, h!),
    [width, height],
  )

test('panels are made wider by mouse and by key, go back by double click, close, and are remembered', async () => {
  const { page } = running
  expect(await widthOf('the inspector')).toBe(288)
  const box = (await edge('the inspector').boundingBox())!
  const from = { x: box.x + 3, y: box.y + 200 }
  await drag(page, from, { x: from.x - 100, y: from.y })
  await expect.poll(() => widthOf('the inspector')).toBe(388)
  await edge('the inspector').press('ArrowRight')
  await expect.poll(() => widthOf('the inspector')).toBe(372)
  await edge('the inspector').dblclick()
  await expect.poll(() => widthOf('the inspector')).toBe(288)
  await edge('the list of scenes').press('Shift+ArrowRight')
  await expect.poll(() => widthOf('the list of scenes')).toBe(216)
  await page.keyboard.press('Control+Shift+B')
  await page.getByRole('complementary', { name: 'Inspector' }).waitFor({ state: 'hidden' })
  await running.app.close()
  running = await launch(userData, [folder])
  await expect.poll(() => widthOf('the list of scenes')).toBe(216)
  expect(await running.page.getByRole('complementary', { name: 'Inspector' }).count()).toBe(0)
  await running.page.getByRole('button', { name: 'Show the inspector' }).click()
  await running.page.getByRole('complementary', { name: 'Inspector' }).waitFor()
})

test('in the smallest window everything of the toolbar can be reached', async () => {
  const { page } = running
  await size(960, 600)
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(960)
  const main = (await page.getByRole('main').boundingBox())!
  for (const name of ['Comfortable', 'Accept all', 'Make frames']) {
    const button = page
      .getByRole('toolbar', { name: 'Matrix' })
      .getByRole('button', { name: new RegExp(`${name}|Compact`) })
    const box = (await button.first().boundingBox())!
    expect(box.x).toBeGreaterThanOrEqual(main.x)
    expect(box.x + box.width).toBeLessThanOrEqual(main.x + main.width)
  }
  expect(running.problems).toEqual([])
})
