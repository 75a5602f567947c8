import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pngBytes } from '../electron/testing/png'
import { answerDialog, copyNumberNine, launchWithScript, temporaryFolder, type Running } from './support'

const home = temporaryFolder()
const out = temporaryFolder()
let running: Running

beforeAll(async () => {
  const script = join(home, 'Film.fountain')
  copyNumberNine(script)
  running = await launchWithScript(join(home, 'user'), script)
})
afterAll(() => running.app.close())

test('the cut is looked at, then written where the dialog says', async () => {
  const { app, page } = running
  await page.getByRole('button', { name: 'Export' }).click()
  const sheet = page.getByRole('dialog', { name: 'Export' })
  await sheet.getByRole('radio', { name: /EDL/ }).click()
  expect(await sheet.getByLabel('What is written').innerText()).toMatch(/^TITLE: Number Nine\nFCM: NON-DROP FRAME/)
  await sheet.getByText(/Shots without a picture/).waitFor()
  await answerDialog(app, [join(out, 'cut.edl')])
  await sheet.getByRole('button', { name: 'Export…' }).click()
  await page
    .getByText(/Exported 1 file to/)
    .first()
    .waitFor()
  expect(readFileSync(join(out, 'cut.edl'), 'utf8')).toMatch(/^TITLE: Number Nine\r\n/)
  await sheet.waitFor({ state: 'hidden' })
})

test('by keyboard alone, and the choices are remembered', async () => {
  const { app, page } = running
  await page.keyboard.press('Control+e')
  const sheet = page.getByRole('dialog', { name: 'Export' })
  expect(await sheet.getByRole('radio', { name: /EDL/ }).getAttribute('aria-checked')).toBe('true')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowLeft')
  expect(await sheet.getByRole('radio', { name: 'Scene', exact: true }).getAttribute('aria-checked')).toBe('true')
  await answerDialog(app, [join(out, 'list.csv')])
  await sheet.getByRole('button', { name: 'Export…' }).focus()
  await page.keyboard.press('Enter')
  await sheet.waitFor({ state: 'hidden' })
  await expect.poll(() => existsSync(join(out, 'list.csv'))).toBe(true)
  const rows = readFileSync(join(out, 'list.csv'), 'utf8').trim().split('\r\n')
  expect(rows[0]).toContain('Scene,Heading,Shot')
  expect(new Set(rows.slice(1).map((row) => row.split(',')[0]))).toEqual(new Set(['1']))
})

test('the prompts of every shot leave as folders', async () => {
  const { app, page, problems } = running
  await page.keyboard.press('Control+e')
  const sheet = page.getByRole('dialog', { name: 'Export' })
  await sheet.getByRole('radio', { name: /Prompt pack/ }).click()
  await answerDialog(app, [out])
  await sheet.getByRole('button', { name: 'Choose a folder…' }).click()
  await sheet.waitFor({ state: 'hidden' })
  await expect.poll(() => existsSync(join(out, 'Number_Nine', 'prompts.json'))).toBe(true)
  expect(readdirSync(join(out, 'Number_Nine'))).toContain('001_1')
  expect(problems).toEqual([])
})

test('boards are looked at page by page and printed as PDF', async () => {
  const { app, page, problems } = running
  await page.keyboard.press('Control+e')
  const sheet = page.getByRole('dialog', { name: 'Export' })
  await sheet.getByRole('radio', { name: /^PDF/ }).click()
  await sheet.getByRole('radio', { name: 'Film', exact: true }).click()
  await sheet.getByRole('radio', { name: '9', exact: true }).click()
  await sheet.getByRole('checkbox', { name: 'Page per scene' }).uncheck()
  const count = Number(/of (\d+)/.exec(await sheet.getByText(/^Page 1 of/).innerText())![1])
  expect(count).toBeGreaterThan(2)
  await sheet.getByRole('button', { name: 'Next page' }).click()
  await sheet.locator('canvas[data-painted="1"]').waitFor()

  // A logo is in the head of the page that is looked at as soon as it is chosen.
  const logo = join(home, 'logo.png')
  writeFileSync(logo, pngBytes(120, 40, [255, 0, 255]))
  await answerDialog(app, [logo])
  await sheet.getByRole('group', { name: 'Logo' }).getByRole('button', { name: 'Choose' }).click()
  await sheet.getByRole('img', { name: 'The logo' }).waitFor()
  const magenta = () =>
    sheet.locator('canvas[data-painted]').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
      return data.filter((red, i) => i % 4 === 0 && red > 200 && data[i + 1]! < 80 && data[i + 2]! > 200).length
    })
  await expect.poll(magenta).toBeGreaterThan(100)
  await sheet.getByRole('button', { name: 'Take the logo away' }).click()
  await expect.poll(magenta).toBe(0)

  // In a large window the sheet is large.
  const width = async () => (await sheet.boundingBox())!.width
  const resize = (to: number) =>
    app.evaluate(({ BrowserWindow }, px) => BrowserWindow.getAllWindows()[0]!.setSize(px, 900), to)
  const usual = await width()
  await resize(2400)
  await expect.poll(width).toBeGreaterThan(usual * 1.2)
  await resize(1440)
  await expect.poll(width).toBe(usual)

  await answerDialog(app, [join(out, 'boards.pdf')])
  await sheet.getByRole('button', { name: `Export ${count} pages…` }).click()
  await sheet.waitFor({ state: 'hidden' })
  const pdf = readFileSync(join(out, 'boards.pdf'), 'latin1')
  expect(pdf.startsWith('%PDF-')).toBe(true)
  expect(pdf.match(/\/Type \/Page\n/g)).toHaveLength(count)
  expect(problems).toEqual([])
})

test('a layout is kept under a name, and chosen again after another one', async () => {
  const { page } = running
  await page.keyboard.press('Control+e')
  const sheet = page.getByRole('dialog', { name: 'Export' })
  await sheet.getByRole('radio', { name: /^PDF/ }).click()
  await sheet.getByRole('radio', { name: 'Portrait' }).click()
  await sheet.getByRole('radio', { name: '3', exact: true }).click()
  await sheet.getByLabel('Name of the layout').fill('For the crew')
  await sheet.getByRole('button', { name: 'Keep the layout under this name' }).click()
  const kept = sheet.getByLabel('Kept layouts')
  await expect.poll(() => kept.inputValue()).toBe('For the crew')
  await sheet.getByRole('radio', { name: 'Landscape' }).click()
  await expect.poll(() => kept.inputValue()).toBe('')
  await kept.selectOption('For the crew')
  expect(await sheet.getByRole('radio', { name: 'Portrait' }).getAttribute('aria-checked')).toBe('true')
  await sheet.getByRole('button', { name: 'Take this layout off the list' }).click()
  await expect.poll(() => kept.count()).toBe(0)
  await page.keyboard.press('Escape')
})
