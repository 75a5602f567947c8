import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchSample, picture, pointIn, temporaryFolder, type Running } from './support'

let running: Running

beforeAll(async () => {
  running = await launchSample(join(temporaryFolder(), 'user'), 'Timeline')
  await running.page.waitForSelector('[data-bar]', { state: 'attached' })
})
afterAll(() => running.app.close())

const lanes = () => running.page.getByRole('application', { name: 'Lanes over time' })
const entrance = (asset: string) => running.page.getByRole('slider', { name: `Entrance of ${asset}` }).first()
const exit = (asset: string) => running.page.getByRole('slider', { name: `Exit of ${asset}` }).first()
const said = async (slider: ReturnType<typeof entrance>) => (await slider.getAttribute('aria-valuetext')) ?? ''
const undo = () => running.page.keyboard.press('Control+z')
/** The names of those who have a lane with a bar. */
const names = () =>
  running.page
    .getByRole('slider', { name: /^Entrance of/ })
    .evaluateAll((all) => [...new Set(all.map((s) => s.getAttribute('aria-label')!.replace('Entrance of ', '')))])

/** Somebody of the scene, and where their first bar lies. */
async function somebody(): Promise<{ name: string; left: { x: number; y: number }; right: { x: number; y: number } }> {
  const name = (await names())[0]!
  const bar = exit(name).locator('..')
  return { name, left: await pointIn(bar, 0), right: await pointIn(bar, 1) }
}

test('a bar’s end is dragged across cuts: said beforehand, one step, undone in one', async () => {
  const { page } = running
  await picture(running.page, 'timeline')
  const { name, left, right } = await somebody()
  const before = await said(exit(name))
  await page.mouse.move(right.x - 2, right.y)
  await page.mouse.down()
  await page.mouse.move(right.x - 60, right.y, { steps: 4 })
  await page.mouse.move(left.x + 60, right.y, { steps: 6 })
  await page
    .getByText(new RegExp(`${name} leaves .*no longer in`))
    .first()
    .waitFor()
  await page
    .getByText(/turns? stale/)
    .first()
    .waitFor()
  await picture(running.page, 'timeline-drag')
  await page.mouse.up()
  await expect.poll(() => said(exit(name))).not.toBe(before)
  await undo()
  await expect.poll(() => said(exit(name))).toBe(before)
})

test('Escape leaves everything as it was, and a click never edits', async () => {
  const { page } = running
  const { name, left, right } = await somebody()
  const before = [await said(entrance(name)), await said(exit(name))]
  await page.mouse.move(right.x - 2, right.y)
  await page.mouse.down()
  await page.mouse.move(right.x - 90, right.y, { steps: 4 })
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await page.mouse.click(right.x - 2, right.y)
  await page.mouse.click((left.x + right.x) / 2, right.y)
  await page.waitForTimeout(300)
  expect([await said(entrance(name)), await said(exit(name))]).toEqual(before)
})

test('by keyboard alone: to a bar, its exit ten frames earlier, the whole bar back, each undone', async () => {
  const { page } = running
  await lanes().focus()
  const { name, left, right } = await somebody()
  await page.mouse.click((left.x + right.x) / 2, right.y)
  const before = await said(exit(name))
  await page.keyboard.press(']')
  await page.keyboard.press('Shift+Alt+ArrowLeft')
  await expect.poll(() => said(exit(name))).not.toBe(before)
  const shorter = await said(exit(name))
  await page.keyboard.press('Control+Alt+ArrowRight')
  await expect.poll(() => said(exit(name))).not.toBe(shorter)
  await undo()
  await expect.poll(() => said(exit(name))).toBe(shorter)
  await undo()
  await expect.poll(() => said(exit(name))).toBe(before)
  // Each end is a slider that its own arrows move.
  await exit(name).focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => said(exit(name))).not.toBe(before)
  await undo()
  await expect.poll(() => said(exit(name))).toBe(before)
})

test('a whole bar is dragged, and a new one is drawn in an empty lane', async () => {
  const { page } = running
  const { name, left, right } = await somebody()
  const before = await said(entrance(name))
  await page.mouse.move(right.x - 2, right.y)
  await page.mouse.down()
  await page.mouse.move(left.x + 140, right.y, { steps: 6 })
  await page.mouse.up()
  const short = await somebody()
  await expect.poll(async () => (await somebody()).right.x).toBeLessThan(right.x - 20)
  await page.mouse.move(left.x + 60, right.y)
  await page.mouse.down()
  await page.mouse.move(left.x + 75, right.y, { steps: 3 })
  await page.mouse.move(left.x + 130, right.y, { steps: 6 })
  await page
    .getByText(/frames? later/)
    .first()
    .waitFor()
  await picture(running.page, 'timeline-move')
  await page.mouse.up()
  await expect.poll(() => said(entrance(name))).not.toBe(before)
  expect(short.name).toBe(name)
  await undo()
  await undo()
  await expect.poll(() => said(entrance(name))).toBe(before)
  await page.getByLabel('Filter lanes').fill('Umbrella')
  const head = page.locator('button[data-drop-asset]').filter({ hasText: 'Umbrella' })
  await head.waitFor()
  const lane = (await head.boundingBox())!
  const bars = () => page.locator('[data-bar^="Umbrella/"]').count()
  const had = await bars()
  const y = lane.y + lane.height / 2
  await page.mouse.move(lane.x + lane.width + 40, y)
  await page.mouse.down()
  await page.mouse.move(lane.x + lane.width + 60, y, { steps: 3 })
  await page.mouse.move(lane.x + lane.width + 190, y, { steps: 5 })
  await page
    .getByText(/Umbrella enters .* leaves/)
    .first()
    .waitFor()
  await picture(running.page, 'timeline-new')
  await page.mouse.up()
  await expect.poll(bars).toBe(had + 1)
  await undo()
  await expect.poll(bars).toBe(had)
  await page.getByLabel('Clear the filter').click()
})

test('zoom keeps the time under the pointer, and the whole film is shown in one window', async () => {
  const { page } = running
  const box = (await lanes().boundingBox())!
  const at = box.x + 176 + 400
  const frameUnder = () =>
    lanes().evaluate((element, x) => {
      const { scrollLeft, scrollWidth } = element
      return (scrollLeft + x) / (scrollWidth - 200)
    }, 400)
  const before = await frameUnder()
  await page.mouse.move(at, box.y + 300)
  await page.keyboard.down('Control')
  for (let i = 0; i < 5; i++) await page.mouse.wheel(0, -120)
  await page.keyboard.up('Control')
  await expect.poll(() => lanes().evaluate((e) => e.scrollWidth)).toBeGreaterThan(box.width * 2)
  expect(Math.abs((await frameUnder()) - before)).toBeLessThan(0.004)
  await picture(running.page, 'timeline-near')
  await page.getByRole('radio', { name: 'Film' }).click()
  await expect.poll(() => lanes().evaluate((e) => e.scrollWidth - e.clientWidth)).toBeLessThan(4)
  await page.waitForTimeout(400)
  await picture(running.page, 'timeline-film')
  await page.getByRole('radio', { name: 'Scene', exact: true }).click()
})

test('the playhead is pulled along the ruler, and the shot under it is split', async () => {
  const { page } = running
  const box = (await lanes().boundingBox())!
  await page.mouse.click(box.x + 176 + 60, box.y + 10)
  const heads = () => page.locator('[data-bar]').count()
  await expect.poll(heads).toBeGreaterThan(0)
  const shotsText = page.getByText(/^\d+ shots? · /).first()
  const before = await shotsText.textContent()
  await lanes().focus()
  await page.keyboard.press('s')
  await expect.poll(() => shotsText.textContent()).not.toBe(before)
  await undo()
  await expect.poll(() => shotsText.textContent()).toBe(before)
  await page.getByRole('button', { name: 'Light theme' }).click()
  await picture(page, 'timeline-light')
  expect(running.problems).toEqual([])
})
