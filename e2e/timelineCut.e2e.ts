import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchSample, picture, temporaryFolder, type Running } from './support'

let running: Running
const user = join(temporaryFolder(), 'user')

beforeAll(async () => {
  running = await launchSample(user, 'Timeline')
  await running.page.waitForSelector('[data-bar]', { state: 'attached' })
})
afterAll(() => running.app.close())

const lanes = () => running.page.getByRole('application', { name: 'Lanes over time' })
const key = (name: string) => running.page.keyboard.press(name)
/** The right edge of the first bar of the Living Room: the end of the scene on screen while the zoom is held. */
const length = async () =>
  (await running.page
    .getByText(/^\d+ shots · /)
    .last()
    .textContent()) ?? ''
const duration = () => running.page.getByLabel('Duration').inputValue()

/** Where the cut after shot 1 lies, over the shots. */
async function firstCut(): Promise<{ x: number; y: number }> {
  const box = (await lanes().boundingBox())!
  const head = (await running.page.locator('[data-bar^="Leather Couch/1"]').boundingBox())!
  return { x: head.x + head.width, y: box.y + 60 }
}

async function pull(by: number, held?: 'Control'): Promise<void> {
  const { mouse, keyboard } = running.page
  const at = await firstCut()
  await mouse.move(at.x, at.y)
  await mouse.down()
  await mouse.move(at.x + by / 2, at.y, { steps: 3 })
  if (held) await keyboard.down(held)
  await mouse.move(at.x + by, at.y, { steps: 3 })
}

test('a cut is rolled: said beforehand, the neighbour gives, one step, undone in one', async () => {
  const { page } = running
  await lanes().focus()
  const at = await firstCut()
  await page.mouse.click(at.x - 40, at.y)
  const [before, long] = [await duration(), await length()]
  await pull(40)
  await page
    .getByText(/Shot 1 runs .*; shot 2 gives \d+ frames/)
    .first()
    .waitFor()
  await page.getByRole('region', { name: 'This cut' }).waitFor()
  await picture(running.page, 'cut-roll')
  await page.mouse.up()
  await expect.poll(duration).not.toBe(before)
  expect(await length()).toBe(long)
  await key('Control+z')
  await expect.poll(duration).toBe(before)
})

test('with Ctrl the rest moves along; Escape leaves everything as it was', async () => {
  const { page } = running
  const [before, long] = [await duration(), await length()]
  await pull(40, 'Control')
  await page
    .getByText(/Shot 1 runs .*; 2 to 8 move along/)
    .first()
    .waitFor()
  await picture(running.page, 'cut-ripple')
  await key('Escape')
  await page.keyboard.up('Control')
  await page.mouse.up()
  expect([await duration(), await length()]).toEqual([before, long])
  await pull(40, 'Control')
  await page
    .getByText(/move along/)
    .first()
    .waitFor()
  await page.mouse.up()
  await page.keyboard.up('Control')
  await expect.poll(length).not.toBe(long)
  await key('Control+z')
  await expect.poll(length).toBe(long)
})

test('by keys alone: Alt and arrows roll the cut after the chosen shot, with Ctrl the rest moves', async () => {
  const before = await duration()
  await lanes().focus()
  await key('Shift+Alt+ArrowRight')
  await expect.poll(duration).not.toBe(before)
  await key('Control+z')
  await expect.poll(duration).toBe(before)
  await lanes().focus()
  await key('Control+Alt+ArrowRight')
  await expect.poll(duration).not.toBe(before)
  await key('Control+z')
  await expect.poll(duration).toBe(before)
})

test('a change of look is dragged in time, and moved by keys, each undone', async () => {
  const { page } = running
  const bar = page.locator('[data-bar^="Standing Lamp/7"]')
  const box = (await bar.boundingBox())!
  const y = box.y + box.height / 2
  // The lamp goes out in shot 8: the diamond lies on the bar's second half.
  const said = page.getByText(/Standing Lamp changes to .* in shot 8/).first()
  let x = box.x + box.width / 2
  for (; x < box.x + box.width - 8; x += 5) {
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 6, y, { steps: 2 })
    if (await said.isVisible()) break
    await key('Escape')
    await page.mouse.up()
  }
  await said.waitFor()
  await page.mouse.move(x + 20, y, { steps: 3 })
  await picture(running.page, 'change')
  await page.mouse.up()
  const undo = page.getByRole('button', { name: /^Undo/ })
  await expect.poll(() => undo.count()).toBe(1)
  await key('Control+z')
  await expect.poll(() => undo.count()).toBe(0)
  await page.mouse.click(box.x + 20, y)
  await key('Alt+.')
  await expect.poll(() => undo.count()).toBe(1)
  await key('Control+z')
  await expect.poll(() => undo.count()).toBe(0)
})

test('a shot is dragged to another place; Z zooms to the selection and Shift+Z back', async () => {
  const { page } = running
  const at = await firstCut()
  const couch = async () => (await page.locator('[data-bar^="Leather Couch/1"]').boundingBox())?.x
  const stood = await couch()
  await page.mouse.move(at.x - 40, at.y)
  await page.mouse.down()
  await page.mouse.move(at.x + 20, at.y, { steps: 3 })
  await page.mouse.move(at.x + 70, at.y, { steps: 3 })
  await page.getByText('Shot 1 after shot 2.').first().waitFor()
  await picture(running.page, 'shot-drag')
  await page.mouse.up()
  await expect.poll(couch).not.toBe(stood)
  await key('Control+z')
  await expect.poll(couch).toBe(stood)
  const wide = () => lanes().evaluate((e) => e.scrollWidth)
  const before = await wide()
  await lanes().focus()
  await key('z')
  await expect.poll(wide).toBeGreaterThan(before * 2)
  await key('Shift+Z')
  await expect.poll(wide).toBe(before)
  expect(running.problems).toEqual([])
})
