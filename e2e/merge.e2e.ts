import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyNumberNine, drag, launchWithScript, query, temporaryFolder, type Running } from './support'

interface Asset {
  id: string
  name: string
  aliases: string[]
  deleted: boolean
}

const home = temporaryFolder()
const script = join(home, 'Film.fountain')
const folder = join(home, 'Film.exeunt')
let running: Running

beforeAll(async () => {
  copyNumberNine(script)
  running = await launchWithScript(join(home, 'user'), script)
})
afterAll(() => running.app.close())

const asset = (name: string) => query<Asset[]>(folder, 'assets').find((a) => a.name === name)!
const row = (name: string) => running.page.locator(`button[data-drop-asset="${asset(name).id}"]`)

async function middle(name: string): Promise<{ x: number; y: number }> {
  const box = (await row(name).boundingBox())!
  return { x: box.x + 70, y: box.y + box.height / 2 }
}

test('a row dragged onto another row merges after a look at what changes, and undo takes it apart', async () => {
  const { page } = running
  await drag(page, await middle('John'), await middle('John Smith'))
  const sheet = page.getByRole('dialog')
  await sheet.getByText('Merge John into John Smith').waitFor()
  expect(await sheet.getByText(/assignments? moves? to John Smith/).count()).toBe(1)
  await sheet.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect.poll(() => asset('John Smith').aliases).toEqual(['John'])
  expect(asset('John').deleted).toBe(true)
  await page.keyboard.press('Control+z')
  await expect.poll(() => asset('John').deleted).toBe(false)
})

test('Escape during the drag changes nothing', async () => {
  const { page } = running
  const before = query<unknown[]>(folder, 'history').length
  const from = await middle('Waiter')
  const to = await middle('Bob')
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(query<unknown[]>(folder, 'history')).toHaveLength(before)
})

test('M does the same by keyboard: the gnome becomes a look of the man', async () => {
  const { page } = running
  await page.getByRole('button', { name: 'Accept all' }).click()
  await row('Garden Gnome').click()
  await page.getByRole('button', { name: /Merge into/ }).click()
  const sheet = page.getByRole('dialog')
  await sheet
    .getByRole('option', { name: /^John Smith/ })
    .first()
    .click()
  await sheet.getByRole('radio', { name: /Transformation/ }).click()
  await sheet.getByRole('button', { name: 'Merge as transformation' }).click()
  await expect.poll(() => asset('John Smith').aliases).toEqual(['Garden Gnome'])
  expect(query<unknown[]>(folder, 'transformations').length).toBeGreaterThan(0)
  expect(running.problems).toEqual([])
})
