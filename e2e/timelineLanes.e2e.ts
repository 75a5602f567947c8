import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cli, drag, importNumberNine, launch, picture, pointIn, query, temporaryFolder, type Running } from './support'

const home = temporaryFolder()
const folder = join(home, 'Nine.exeunt')
let running: Running

beforeAll(async () => {
  const script = join(home, 'Nine.fountain')
  importNumberNine(folder, script)
  cli(['do', folder, 'assignment.set', JSON.stringify({ shotId: first().id, assetId: idOf('Bob'), enterAt: 0.5 })])
  running = await launch(join(home, 'user'), [folder])
  await running.page.getByRole('button', { name: 'Timeline', exact: true }).click()
  await running.page.waitForSelector('[data-bar]', { state: 'attached' })
})
afterAll(() => running.app.close())

const first = () => query<{ id: string }[]>(folder, 'shots')[0]!
const idOf = (name: string) =>
  query<{ id: string; name: string }[]>(folder, 'assets').find((asset) => asset.name === name)!.id
const bob = () =>
  query<{ assetId: string; enterFrom: string | null; action: string }[]>(folder, 'assignments', {
    shot: first().id,
  }).find((a) => a.assetId === idOf('Bob'))!
const lanes = () => running.page.getByRole('application', { name: 'Lanes over time' })
const heads = () => running.page.locator('[data-lane-head]')
const names = () => heads().evaluateAll((all) => all.map((head) => head.getAttribute('title')))
const undo = () => running.page.keyboard.press('Control+z')

test('the arrow beside an entrance is clicked: from which side, and what is done on the way', async () => {
  const { page } = running
  const bar = page.locator('[data-bar="Bob/1"]')
  const pop = page.getByRole('dialog', { name: 'Bob enters' })
  // The lanes find their size in the first moments: a click beside the arrow does nothing.
  const clicked = async () => {
    const post = await pointIn(bar, 0)
    await page.mouse.click(post.x - 14, post.y)
    return pop.waitFor({ timeout: 1000 }).then(
      () => true,
      () => false,
    )
  }
  await expect.poll(clicked).toBe(true)
  await picture(page, 'timeline-side')
  await pop.getByLabel('Enters from').selectOption('right')
  await expect.poll(() => bob().enterFrom).toBe('right')
  const action = pop.getByLabel('What Bob does on the way')
  await action.fill('through the window, out of breath')
  await action.press('Enter')
  await expect.poll(() => bob().action).toBe('through the window, out of breath')
  await page.keyboard.press('Escape')
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Lanes over time')
  await undo()
  await undo()
  await expect.poll(() => bob()).toMatchObject({ enterFrom: null, action: '' })
})

test('by keys: Enter on the bar opens the same', async () => {
  const { page } = running
  const bar = page.locator('[data-bar="Bob/1"]')
  const middle = await pointIn(bar, 0.5)
  await page.mouse.click(middle.x, middle.y)
  await page.keyboard.press('[')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Bob enters' }).waitFor()
  await page.keyboard.press('Escape')
})

test('a lane is dragged before another of its kind: said beforehand, one step; Alt and arrows do the same', async () => {
  const { page } = running
  const before = await names()
  const [a, b] = [before[0]!, before[1]!]
  const from = await pointIn(heads().nth(1))
  const to = await pointIn(heads().nth(0), 0.5, 0.1)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x, from.y - 10)
  await page.mouse.move(to.x, to.y, { steps: 3 })
  await page
    .getByText(new RegExp(`${b} goes before ${a}: .*stale`))
    .first()
    .waitFor()
  await picture(page, 'timeline-lane-order')
  await page.mouse.up()
  await expect.poll(async () => (await names()).slice(0, 2)).toEqual([b, a])
  await undo()
  await expect.poll(names).toEqual(before)
  await heads().nth(1).click()
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(async () => (await names()).slice(0, 2)).toEqual([b, a])
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(names).toEqual(before)
})

test('a pinned lane stands first and stays in sight while the others scroll', async () => {
  const { page } = running
  const before = await names()
  const last = before.at(-1)!
  await heads().last().click()
  await page.keyboard.press('Shift+P')
  await page.getByRole('button', { name: /Pinned/ }).waitFor()
  await expect.poll(async () => (await names())[0]).toBe(last)
  const place = async () => (await heads().first().boundingBox())!.y
  const top = await place()
  await lanes().evaluate((element) => element.scrollTo(0, 200))
  await page.waitForTimeout(400)
  expect(await place()).toBe(top)
  await picture(page, 'timeline-pinned')
  await lanes().evaluate((element) => element.scrollTo(0, 0))
  await heads().first().click()
  await page.keyboard.press('Shift+P')
  await expect.poll(names).toEqual(before)
})

test('the strip at the foot shows where the lanes are: its window is dragged, and moved with the arrows', async () => {
  const { page } = running
  await lanes().focus()
  for (let i = 0; i < 4; i++) await page.keyboard.press('+')
  const strip = page.getByRole('slider', { name: 'What the lanes show' })
  const left = () => lanes().evaluate((element) => element.scrollLeft)
  await expect.poll(() => lanes().evaluate((e) => e.scrollWidth > e.clientWidth * 2)).toBe(true)
  await page.keyboard.press('Home')
  await lanes().evaluate((element) => element.scrollTo(0, 0))
  const box = (await strip.boundingBox())!
  const y = box.y + box.height / 2
  await drag(page, { x: box.x + 176 + 30, y }, { x: box.x + 176 + 330, y })
  await expect.poll(left).toBeGreaterThan(300)
  await picture(page, 'timeline-strip')
  await strip.focus()
  await page.keyboard.press('Home')
  await expect.poll(left).toBe(0)
  await page.keyboard.press('PageDown')
  await expect.poll(left).toBeGreaterThan(300)
  expect(await strip.getAttribute('aria-valuetext')).toMatch(/ to .* of /)
  await page.keyboard.press('0')
  expect(running.problems).toEqual([])
})
