import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, drag, launch, picture, pointIn, temporaryFolder, type Running } from './support'

const home = temporaryFolder()
const folder = join(home, 'user', 'Sample.exeunt')
let running: Running

beforeAll(async () => {
  await start(['--sample'])
})
afterAll(() => running.app.close())

async function start(args: readonly string[]): Promise<void> {
  running = await launch(join(home, 'user'), args)
  await running.page.getByRole('button', { name: 'Timeline', exact: true }).click()
  await running.page.waitForSelector('[data-bar]', { state: 'attached' })
}

const bar = (name: string) => running.page.locator(`[data-bar="${name}"]`)
const said = async (name: string, end: 'Entrance' | 'Exit') =>
  (await running.page
    .getByRole('group', { name: name.split('/')[0]!, exact: true })
    .getByRole('slider', { name: new RegExp(`^${end}`) })
    .first()
    .getAttribute('aria-valuetext')) ?? ''
const chosen = () => running.page.getByText(/^\d+ bars chosen$/).first()
const click = async (name: string, keys: readonly 'Control'[] = []) => {
  const at = await pointIn(bar(name))
  for (const key of keys) await running.page.keyboard.down(key)
  await running.page.mouse.click(at.x, at.y)
  for (const key of keys) await running.page.keyboard.up(key)
}

test('two bars are chosen and dragged together, each to its own limit; one step takes both back', async () => {
  const { page } = running
  const before = [await said('Alice/4', 'Entrance'), await said('Mrs Finch/4', 'Entrance')]
  await click('Alice/4')
  await click('Mrs Finch/4', ['Control'])
  await chosen().waitFor()
  expect(await chosen().innerText()).toBe('2 bars chosen')
  const from = await pointIn(bar('Alice/4'))
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x - 30, from.y, { steps: 5 })
  await page
    .getByText(/2 bars, \d+ frames? earlier/)
    .first()
    .waitFor()
  await picture(page, 'timeline-several')
  await page.mouse.up()
  await expect.poll(() => said('Alice/4', 'Entrance')).not.toBe(before[0])
  await expect.poll(() => said('Mrs Finch/4', 'Entrance')).not.toBe(before[1])
  await chosen().waitFor()
  await page.keyboard.press('Control+z')
  await expect
    .poll(async () => [await said('Alice/4', 'Entrance'), await said('Mrs Finch/4', 'Entrance')])
    .toEqual(before)
})

test('a rectangle from empty ground chooses bars; the same by keys, and Escape leaves one', async () => {
  const { page } = running
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByText(/bars chosen$/).count()).toBe(0)
  const group = await page.getByRole('button', { name: /^Locations/ }).boundingBox()
  const alice = await pointIn(bar('Alice/4'))
  // From the band between the lanes up over the lanes of the characters.
  await drag(page, { x: alice.x + 200, y: group!.y + 10 }, { x: alice.x - 60, y: alice.y })
  await chosen().waitFor()
  await page.keyboard.press('Control+a')
  await expect.poll(() => chosen().innerText()).toMatch(/^1\d bars chosen$/)
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByText(/bars chosen$/).count()).toBe(0)
})

test('a number that is typed moves the end by as many frames, said while it is typed', async () => {
  const { page } = running
  await click('Alice/4')
  await page.keyboard.press('[')
  const before = await said('Alice/4', 'Entrance')
  await page.keyboard.type('12')
  const field = page.getByLabel('Move the entrance by')
  await page
    .getByText(/Alice enters at .* in shot 4/)
    .first()
    .waitFor()
  await field.press('Escape')
  expect(await said('Alice/4', 'Entrance')).toBe(before)
  await page.keyboard.type('12')
  await picture(page, 'timeline-offset')
  await field.press('Enter')
  await expect.poll(() => said('Alice/4', 'Entrance')).not.toBe(before)
  for (const key of ['Alt+Shift+ArrowLeft', 'Alt+ArrowLeft', 'Alt+ArrowLeft']) {
    const last = await said('Alice/4', 'Entrance')
    await page.keyboard.press(key)
    await expect.poll(() => said('Alice/4', 'Entrance')).not.toBe(last)
  }
  expect(await said('Alice/4', 'Entrance')).toBe(before)
})

test('the player’s keys work from the toolbar too, and the space bar still presses what it stands on', async () => {
  const { page } = running
  const play = page.getByRole('button', { name: /^(Play|Pause)$/ })
  const snap = page.getByRole('button', { name: 'Snap' })
  await snap.focus()
  await page.keyboard.press('l')
  await page.getByRole('button', { name: 'Pause' }).waitFor()
  await page.keyboard.press('k')
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
  const pressed = await snap.getAttribute('aria-pressed')
  await page.keyboard.press('Space')
  await expect.poll(() => snap.getAttribute('aria-pressed')).not.toBe(pressed)
  expect(await play.innerText()).toBe('')
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
  await page.keyboard.press('Space')
})

test('after a restart the moved bars are undone; axe finds nothing serious in either theme', async () => {
  const before = await said('Alice/4', 'Entrance')
  await click('Alice/4')
  await click('Mrs Finch/4', ['Control'])
  for (let i = 0; i < 6; i++) await running.page.keyboard.press('Control+Alt+ArrowLeft')
  await expect.poll(() => said('Alice/4', 'Entrance')).not.toBe(before)
  await running.app.close()
  await start([folder])
  for (let i = 0; i < 6; i++) await running.page.keyboard.press('Control+z')
  await expect.poll(() => said('Alice/4', 'Entrance')).toBe(before)
  expect(await axeFindings(running)).toEqual([])
  await running.page.getByRole('button', { name: 'Light theme' }).click()
  await picture(running.page, 'timeline-light')
  expect(await axeFindings(running)).toEqual([])
  expect(running.problems).toEqual([])
})
