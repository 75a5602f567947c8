import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommandName } from '@shared/ipc/inputSchemas'
import {
  answerDialog,
  ask,
  axeFindings,
  drag,
  launch,
  launchSample,
  openFolder,
  picture,
  pointIn,
  temporaryFolder,
  type Running,
} from './support'

let running: Running
let folder = ''
const user = join(temporaryFolder(), 'user')

beforeAll(async () => {
  running = await launchSample(user)
  folder = await openFolder(running.page)
  await openFrames(running.page)
})
afterAll(() => running.app.close())

async function openFrames(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Frames', exact: true }).click()
  await stage(page).waitFor()
}
const marksButton = (page: Page) =>
  page.getByRole('toolbar', { name: 'Frames' }).getByRole('button', { name: /^Marks/ })
const stage = (page: Page) => page.locator('[data-surface="frame-stage"]')
const list = (page: Page) =>
  page
    .getByRole('complementary')
    .getByRole('listitem')
    .filter({ has: page.locator('[aria-label^="Erase"]') })
const names = async (page: Page) => (await list(page).allInnerTexts()).map((text) => text.trim())
const tool = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: 'Marks' }).getByRole('button', { name, exact: true })
const at = (page: Page, x: number, y: number) => pointIn(stage(page), x, y)

test('marks are drawn over the frame with the hand: pen, arrow, box and words; the take and its freshness stay', async () => {
  const { page, problems } = running
  const before = await page.locator('[data-stale], [aria-label*="stale"]').count()
  await marksButton(page).click()
  await tool(page, 'Pen').click()
  const from = await at(page, 0.3, 0.3)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  for (let i = 1; i <= 40; i++)
    await page.mouse.move(from.x + 70 * Math.sin(i / 6.4), from.y + 70 - 70 * Math.cos(i / 6.4))
  await page.mouse.up()
  await expect.poll(() => names(page)).toEqual(['Pen line'])
  await tool(page, 'Arrow').click()
  await drag(page, await at(page, 0.42, 0.4), await at(page, 0.58, 0.42))
  await page.getByRole('button', { name: 'yellow ink' }).click()
  await tool(page, 'Box').click()
  await drag(page, await at(page, 0.62, 0.55), await at(page, 0.72, 0.75))
  await tool(page, 'Text').click()
  const words = await at(page, 0.44, 0.48)
  await page.mouse.click(words.x, words.y)
  await page.getByRole('textbox', { name: 'Words over the frame' }).waitFor()
  await page.keyboard.type('one step closer')
  await picture(page, 'marks-typing')
  await page.keyboard.press('Enter')
  await expect.poll(() => names(page)).toEqual(['Pen line', 'Arrow to the right', 'Box', '“one step closer”'])
  await picture(page, 'marks')
  expect(await page.locator('[data-stale], [aria-label*="stale"]').count()).toBe(before)
  const sent = page
    .getByRole('region', { name: 'What will be sent' })
    .getByRole('listitem')
    .filter({ hasText: 'drawn over the still' })
  await marksButton(page).click()
  await page.getByRole('region', { name: 'What will be sent' }).waitFor()
  expect(await sent.count()).toBe(0)
  const run = (name: CommandName, input: object) => ask(page, 'command', { name, input })
  await run('profile.create', { id: 'service', kind: 'openai-images', model: 'm', takesMarks: true })
  await run('project.update', { stage10GeneratorId: 'service' })
  await sent.waitFor()
  for (let i = 0; i < 2; i++) await page.keyboard.press('Control+z')
  await sent.waitFor({ state: 'detached' })
  await marksButton(page).click()
  expect(await axeFindings(running)).toEqual([])
  expect(problems).toEqual([])
})

test('Escape drops what is being drawn and typed; an empty text leaves nothing', async () => {
  const { page } = running
  await tool(page, 'Arrow').click()
  const from = await at(page, 0.2, 0.2)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 100, from.y + 50, { steps: 4 })
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await tool(page, 'Text').click()
  await page.mouse.click(from.x, from.y)
  await page.keyboard.type('never mind')
  await page.keyboard.press('Escape')
  await page.mouse.click(from.x, from.y)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByRole('textbox', { name: 'Words over the frame' }).count()).toBe(0)
  expect(await names(page)).toHaveLength(4)
})

test('a selected mark is moved with the pointer and the keys, recoloured, and erased; each is one step', async () => {
  const { page } = running
  await tool(page, 'Select').click()
  const box = await at(page, 0.62, 0.6)
  await drag(page, box, { x: box.x - 60, y: box.y })
  await expect(list(page).getByRole('button', { name: 'Box', exact: true }).getAttribute('aria-pressed')).resolves.toBe(
    'true',
  )
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('3')
  await page.keyboard.press('Delete')
  await expect.poll(() => names(page)).toEqual(['Pen line', 'Arrow to the right', '“one step closer”'])
  await page.keyboard.press('Control+z')
  await expect.poll(() => names(page)).toEqual(['Pen line', 'Arrow to the right', 'Box', '“one step closer”'])
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await tool(page, 'Eraser').click()
  await drag(page, await at(page, 0.4, 0.2), await at(page, 0.52, 0.6))
  await expect.poll(() => names(page)).not.toContain('Arrow to the right')
  await page.keyboard.press('Control+z')
  await expect.poll(() => names(page)).toContain('Arrow to the right')
})

test('the keyboard alone draws an arrow and a text', async () => {
  const { page } = running
  await stage(page).focus()
  await page.keyboard.press('a')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('Enter')
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowUp')
  await picture(page, 'marks-keys')
  await page.keyboard.press('Enter')
  await expect.poll(() => names(page)).toContain('Arrow up')
  await page.keyboard.press('Escape')
  await page.keyboard.press('t')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Words over the frame' }).fill('warmer')
  await page.keyboard.press('Enter')
  await expect.poll(() => names(page)).toContain('“warmer”')
})

test('they show on the board and on printed boards where they are wanted, and are undone after a restart', async () => {
  const { page } = running
  await page.getByRole('button', { name: 'Board', exact: true }).click()
  const over = page.locator('canvas[data-over]')
  await over.first().waitFor()
  await picture(page, 'marks-board')
  const bar = page.getByRole('toolbar', { name: 'Board' })
  await bar.getByRole('button', { name: 'Marks' }).click()
  await bar.getByRole('button', { name: 'Moves' }).click()
  await expect.poll(() => over.count()).toBe(0)
  await bar.getByRole('button', { name: 'Marks' }).click()
  await bar.getByRole('button', { name: 'Moves' }).click()

  const out = temporaryFolder()
  const print = async (name: string, marks: boolean) => {
    await bar.getByRole('button', { name: 'Print…' }).click()
    const sheet = page.getByRole('dialog', { name: 'Export' })
    await sheet.getByRole('radio', { name: 'Scene', exact: true }).click()
    await sheet.getByLabel('Marks', { exact: true }).setChecked(marks)
    await sheet.locator('canvas[data-painted="0"]').waitFor()
    await picture(page, `marks-print-${name}`)
    await answerDialog(running.app, [join(out, `${name}.pdf`)])
    await sheet.getByRole('button', { name: /^Export \d/ }).click()
    await sheet.waitFor({ state: 'hidden', timeout: 60_000 })
    return readFileSync(join(out, `${name}.pdf`))
  }
  const [withMarks, without] = [await print('with', true), await print('without', false)]
  expect(withMarks.subarray(0, 5).toString()).toBe('%PDF-')
  expect(withMarks.length).toBeGreaterThan(without.length)

  await running.app.close()
  running = await launch(user, [folder])
  const again = running.page
  await again.waitForSelector('[data-cell], [data-surface]', { state: 'attached' })
  await openFrames(again)
  await marksButton(again).click()
  const kept = await names(again)
  expect(kept).toContain('“warmer”')
  await again.keyboard.press('Control+z')
  await expect.poll(() => names(again)).toEqual(kept.filter((name) => name !== '“warmer”'))
})
