import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  answerDialog,
  axeFindings,
  cli,
  drag,
  importNumberNine,
  launch,
  picture,
  pointIn,
  query,
  temporaryFolder,
  type Running,
} from './support'

const home = temporaryFolder()
const folder = join(home, 'Nine.exeunt')
const script = join(home, 'Nine.fountain')
let running: Running

beforeAll(async () => {
  importNumberNine(folder, script)
  cli(['generate', folder, '--stage', '9', '--all'])
  await start()
})
afterAll(() => running.app.close())

async function start(): Promise<void> {
  running = await launch(join(home, 'user'), [folder])
  await running.page.getByRole('button', { name: 'Setup', exact: true }).click()
  await running.page.locator('[data-scene]').first().waitFor()
}

const project = () => query<{ title: string; fps: number; aspectWidth: number }>(folder, 'project')
const scenes = () => query<{ id: string; number: string; outOfStoryOrder: boolean }[]>(folder, 'scenes')
const numbers = () => scenes().map((scene) => scene.number)
const row = (number: string) =>
  running.page.locator(`[data-scene="${scenes().find((scene) => scene.number === number)!.id}"]`)
const considered = () => running.page.getByRole('group', { name: 'What would change' })

test('another frame rate says first what it does to cuts, length and results; leaving it changes nothing', async () => {
  const { page } = running
  // Nothing of a single shot stands beside what holds for all.
  await expect.poll(() => page.getByLabel('Inspector', { exact: true }).isVisible()).toBe(false)
  const rate = page.getByLabel('Frames a second')
  await rate.selectOption('23.976')
  await considered()
    .getByText(/Was 24: every cut stays on its frame, the film runs .* longer/)
    .waitFor()
  await picture(page, 'setup-rate')
  await page.keyboard.press('Escape')
  await expect.poll(() => rate.inputValue()).toBe('24')
  expect(project().fps).toBe(24)
  await rate.selectOption('25')
  await considered().getByRole('button', { name: 'Change' }).click()
  await expect.poll(() => project().fps).toBe(25)
  await page.keyboard.press('Control+z')
  await expect.poll(() => project().fps).toBe(24)
})

test('an aspect of one’s own is typed, and a wrong one is refused where it is typed', async () => {
  const { page } = running
  await page.getByLabel('Aspect', { exact: true }).selectOption('own')
  const own = page.getByLabel('Aspect, width to height')
  await own.fill('wide')
  await own.press('Enter')
  await page.getByText('Width to height, such as 2.35:1 or 1920 x 817.').waitFor()
  await own.fill('2.35:1')
  await own.press('Enter')
  await considered().getByRole('button', { name: 'Change' }).click()
  await expect.poll(() => project().aspectWidth).toBe(235)
  await page.keyboard.press('Control+z')
  await expect.poll(() => project().aspectWidth).toBe(16)
})

test('scenes are put in another order by mouse and by keys, one is marked as a flashback, and a restart undoes it', async () => {
  const { page } = running
  const before = numbers()
  const [one, two, three] = before as [string, string, string]
  await drag(page, await pointIn(row(one), 0.3), await pointIn(row(three), 0.3, 0.2))
  await expect.poll(() => numbers().slice(0, 3)).toEqual([two, one, three])
  await row(one).click()
  await page.getByRole('complementary', { name: 'Inspector' }).getByLabel('Heading').waitFor()
  await row(one).press('Alt+ArrowUp')
  await expect.poll(numbers).toEqual(before)
  const mark = page.getByLabel(`Scene ${three} is out of story order`)
  await mark.focus()
  await page.getByText(new RegExp(`Scene ${three} out of story order: `)).waitFor()
  await mark.click()
  await expect.poll(() => scenes().find((s) => s.number === three)!.outOfStoryOrder).toBe(true)
  await picture(page, 'setup')
  expect(await axeFindings(running)).toEqual([])
  await running.app.close()
  await start()
  await running.page.keyboard.press('Control+z')
  await expect.poll(() => scenes().find((s) => s.number === three)!.outOfStoryOrder).toBe(false)
  expect(numbers()).toEqual(before)
})

test('a picture of the style and a budget are set, and undo takes the picture away', async () => {
  const { page, app } = running
  const style = () => query<{ stylePictureId: string | null; askAbove: number | null }>(folder, 'project')
  await answerDialog(app, [resolve('docs/images/home.png')])
  await page.getByRole('group', { name: 'Style picture' }).getByRole('button', { name: 'Choose' }).click()
  await expect.poll(() => style().stylePictureId, { timeout: 20_000 }).not.toBeNull()
  await page.getByText('home.png').first().waitFor()
  await picture(page, 'setup-style')
  const budget = page.getByRole('textbox', { name: 'Ask before a batch costs more than' })
  await budget.fill('2')
  await budget.press('Enter')
  await expect.poll(() => style().askAbove).toBe(2)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(() => style()).toMatchObject({ stylePictureId: null, askAbove: null })
})

test('title, style and the rule for scripts are saved as they are typed; a generator opens where it is set up', async () => {
  const { page } = running
  await page.getByLabel('Title of the film').fill('Number Ten')
  await page.getByLabel('Style, at the end of every prompt').fill('Charcoal on grey paper')
  await page.getByLabel('Any shot, at least, s').fill('3')
  await page.getByLabel('Title of the film').focus()
  await expect.poll(project).toMatchObject({
    title: 'Number Ten',
    styleText: 'Charcoal on grey paper',
    breakdown: { minSeconds: 3 },
  })
  await page.getByRole('button', { name: /^Local compositor/ }).click()
  const sheet = page.getByRole('dialog', { name: 'Generators' })
  await sheet.waitFor()
  await page.keyboard.press('Escape')
  // However much is being said, the head of a tall sheet is not under it.
  for (const name of ['One', 'Two', 'Three']) {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('keep a snapshot')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Keep a snapshot' }).waitFor()
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
    await page.getByText(`Snapshot “${name}” kept.`).first().waitFor()
  }
  const said = page.locator('[data-tone]').last()
  await said.hover()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Generators')
  await page.keyboard.press('Enter')
  await sheet.waitFor()
  const [above, below] = [(await said.boundingBox())!, (await sheet.boundingBox())!]
  expect(below.y).toBeGreaterThanOrEqual(above.y + above.height)
  expect(below.y + below.height).toBeLessThanOrEqual(await page.evaluate(() => innerHeight))
  await page.keyboard.press('Escape')
  expect(running.problems).toEqual([])
})
