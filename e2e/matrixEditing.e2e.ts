import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cell, drag, launchSample, pointIn, temporaryFolder, type Running } from './support'

let running: Running

beforeAll(async () => {
  running = await launchSample(join(temporaryFolder(), 'user'))
})
afterAll(() => running.app.close())

const words = (asset: string, shot: string) => cell(running.page, asset, shot).textContent()
const press = (keys: string) => running.page.keyboard.press(keys)
const undo = () => press('Control+z')

async function click(asset: string, shot: string, ...held: ('Shift' | 'Control')[]): Promise<void> {
  const at = await pointIn(cell(running.page, asset, shot))
  for (const key of held) await running.page.keyboard.down(key)
  await running.page.mouse.click(at.x, at.y)
  for (const key of held) await running.page.keyboard.up(key)
}

test('a block of cells is copied with its times, pasted elsewhere, and taken back in one step', async () => {
  await click('Bob', '4')
  await click('Mrs Finch', '5', 'Shift')
  await press('Control+c')
  await click('Leather Couch', '4')
  for (const key of ['ArrowRight', 'ArrowDown']) await press(key)
  await press('Control+v')
  await expect.poll(() => words('Letter', '5')).toMatch(/enters/)
  await undo()
  await expect.poll(() => words('Letter', '5')).toMatch(/not in the shot/)
})

test('Ctrl and click gathers cells that do not lie together, and a key acts on all of them', async () => {
  await click('Bob', '1')
  await click('Alice', '5', 'Control')
  await click('Garden', '10', 'Control')
  await press('x')
  await expect
    .poll(() => Promise.all([words('Bob', '1'), words('Alice', '5'), words('Garden', '10')]))
    .toEqual([expect.stringMatching(/leaves/), expect.stringMatching(/leaves/), expect.stringMatching(/leaves/)])
  await undo()
  await expect.poll(() => words('Bob', '1')).toMatch(/throughout/)
})

test('the corner of the selection is dragged to repeat it; Escape leaves everything as it was', async () => {
  const { page } = running
  await click('Letter', '3')
  const corner = await pointIn(cell(page, 'Letter', '3'), 1, 1)
  const from = { x: corner.x - 2, y: corner.y - 3 }
  const to = await pointIn(cell(page, 'Letter', '5'))
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 5 })
  await press('Escape')
  await page.mouse.up()
  expect(await words('Letter', '5')).toMatch(/not in the shot/)
  await drag(page, from, to)
  await expect.poll(() => words('Letter', '5')).toMatch(/throughout/)
  await undo()
  await expect.poll(() => words('Letter', '5')).toMatch(/not in the shot/)
})

test('a template decides the selected shots for every selected asset, and the focus is on the cells again', async () => {
  const { page } = running
  await click('Umbrella', '4')
  for (const key of ['Shift+ArrowUp', 'Shift+ArrowRight', 'Shift+ArrowRight']) await press(key)
  await page.getByRole('button', { name: 'Template' }).click()
  await page.getByRole('menuitem', { name: /Visits/ }).click()
  await expect
    .poll(() => Promise.all([words('Letter', '4'), words('Letter', '6'), words('Umbrella', '5')]))
    .toEqual([expect.stringMatching(/enters/), expect.stringMatching(/leaves/), expect.stringMatching(/throughout/)])
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid')
  await undo()
  await expect.poll(() => words('Letter', '6')).toMatch(/not in the shot/)
})

test('D asks for the change of look, and Escape leads back to the cell', async () => {
  const { page } = running
  await click('Alice', '12')
  await press('d')
  await page
    .getByRole('dialog')
    .getByText(/turns? stale/)
    .waitFor()
  await press('Escape')
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid')
  await press('d')
  await page.getByRole('button', { name: 'Change the look' }).click()
  await page.getByRole('list', { name: 'Changes of look of Alice' }).getByText('Blue dress').waitFor()
  await undo()
  await expect.poll(() => page.getByRole('list', { name: 'Changes of look of Alice' }).count()).toBe(0)
})

test('a continuity note is said in the shot, fixed by a click, and dismissed with a reason', async () => {
  const { page } = running
  await click('Bob', '5')
  await press('x')
  await press('ArrowLeft')
  await press('x')
  const note = page
    .getByRole('region', { name: 'Continuity' })
    .locator('[data-note="EXITS_BUT_PRESENT"]', { hasText: 'Bob exits in 4' })
  await note.waitFor()
  await expect.poll(() => words('Bob', '5')).toMatch(/Bob exits in 4 but is there at the start of 5/)
  await note.getByRole('button', { name: 'Stays in 4' }).click()
  await expect.poll(() => note.count()).toBe(0)
  await undo()
  await note.getByRole('button', { name: /Dismiss/ }).click()
  await note.getByLabel('Why it is right as it is').fill('He comes back at once')
  await press('Enter')
  await expect.poll(() => note.count()).toBe(0)
  await page.getByRole('button', { name: '1 dismissed' }).click()
  await page.getByText('He comes back at once').waitFor()
  expect(running.problems).toEqual([])
})
