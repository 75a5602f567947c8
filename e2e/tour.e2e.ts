import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, launch, picture, temporaryFolder, type Running } from './support'

const home = temporaryFolder()
let running: Running

beforeAll(async () => {
  running = await launch(join(home, 'user'))
})
afterAll(() => running.app.close())

const stop = () => running.page.getByRole('dialog', { name: /./ }).and(running.page.locator('.driver-popover'))
const title = () => running.page.locator('.driver-popover-title').textContent()
const view = () => running.page.locator('nav[aria-label="Views"] [aria-current="page"]').innerText()

test('the tour is offered once, with the sample film', async () => {
  const { page } = running
  await page
    .getByRole('button', { name: /Open the sample film/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Take it' }).click()
  await stop().waitFor()
  expect(await title()).toBe('Who is on stage, from when to when')
  await page.keyboard.press('Escape')
  await expect.poll(() => stop().count()).toBe(0)
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Search or run a command').last().fill('close the project')
  await page.keyboard.press('Enter')
  await page
    .getByRole('button', { name: /Open the sample film/ })
    .first()
    .click()
  await page.locator('[data-cell="Alice/4"]').waitFor({ state: 'attached' })
  expect(await page.getByRole('button', { name: 'Take it' }).count()).toBe(0)
})

test('from the palette it is walked by keys alone, through its views, back and on', async () => {
  const { page } = running
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Search or run a command').last().fill('take the tour')
  await page.keyboard.press('Enter')
  const seen: string[] = []
  for (let step = 1; step <= 8; step++) {
    await page.getByText(`${step} of 8`).waitFor()
    await page.locator('.driver-popover-next-btn:focus').waitFor()
    seen.push(`${await view()}: ${await title()}`)
    await picture(page, `tour-${step}`)
    if (step === 2) expect(await axeFindings(running)).toEqual([])
    if (step === 4) {
      await page.keyboard.press('ArrowLeft')
      await page.getByText('3 of 8').waitFor()
      await expect.poll(view).toBe('Matrix')
      await page.keyboard.press('ArrowRight')
      await page.getByText('4 of 8').waitFor()
      await page.locator('.driver-popover-next-btn:focus').waitFor()
    }
    await page.keyboard.press('Enter')
  }
  await expect.poll(() => stop().count()).toBe(0)
  expect(seen).toEqual([
    'Matrix: Who is on stage, from when to when',
    'Matrix: A bar is presence',
    'Matrix: What a generator gets',
    'Timeline: The same over time',
    'Timeline: Lanes and cuts',
    'Board: The board',
    'Frames: Frames are made in passes',
    'Frames: What has to be made again',
  ])
  // The window has its keys back.
  await page.keyboard.press('Control+4')
  await expect.poll(view).toBe('Matrix')
  expect(running.problems).toEqual([])
})
