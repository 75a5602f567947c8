import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cell, cli, importNumberNine, launch, picture, pointIn, query, temporaryFolder, type Running } from './support'

// Two more stories that users come with: a role whose player was deleted, and somebody who only crosses.

const home = temporaryFolder()
const folder = join(home, 'Nine.exeunt')
let running: Running

interface Shot {
  readonly id: string
  readonly number: string
}
interface Asset {
  readonly id: string
  readonly name: string
  readonly deleted: boolean
}

beforeAll(async () => {
  const script = join(home, 'Nine.fountain')
  importNumberNine(folder, script)
  cli(['do', folder, 'suggestion.accept', '{"all":true}'])
  running = await launch(join(home, 'user'), [folder])
  await running.page.waitForSelector('[data-cell]', { state: 'attached' })
})
afterAll(() => running.app.close())

const shots = () => query<Shot[]>(folder, 'shots')
const assets = () => query<Asset[]>(folder, 'assets')
const asset = (name: string) => assets().find((a) => a.name === name && !a.deleted)
const shotsOf = (id: string) =>
  shots().filter((shot) =>
    query<{ assetId: string }[]>(folder, 'assignments', { shot: shot.id }).some((a) => a.assetId === id),
  )
const presenceIn = (name: string, number: string) =>
  query<{ assetId: string; presence: string }[]>(folder, 'assignments', {
    shot: shots().find((s) => s.number === number)!.id,
  }).find((a) => a.assetId === asset(name)?.id)?.presence
const press = (keys: string) => running.page.keyboard.press(keys)

test('Alice is deleted by accident: her role stands empty, the tray brings her back with every shot', async () => {
  const { page } = running
  const alice = asset('Alice')!
  const hers = shotsOf(alice.id).map((s) => s.number)
  await page.locator('[data-lane-head]').filter({ hasText: 'Alice' }).first().click()
  await press('Delete')
  await expect.poll(() => asset('Alice')).toBeUndefined()
  await page.getByRole('button', { name: 'Assets', exact: true }).click()
  const tray = page.getByRole('region', { name: 'Deleted assets' })
  await tray.getByText(`was in ${hers.length} shots`).waitFor()
  await picture(page, 'story-deleted')
  await tray.getByRole('button', { name: 'Restore Alice' }).click()
  await expect.poll(() => asset('Alice')?.id).toBe(alice.id)
  expect(shotsOf(alice.id).map((s) => s.number)).toEqual(hers)
})

test('and then she is recast: another one plays her shots, and one undo gives them back', async () => {
  const { page } = running
  const alice = asset('Alice')!
  const hers = shotsOf(alice.id).length
  await page.locator(`[data-asset-card="${alice.id}"]`).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Recast the role…' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('combobox', { name: 'Find an asset' }).fill('Miss Finch')
  await press('Enter')
  await sheet.getByText(new RegExp(`Miss Finch takes ${hers} shots: `)).waitFor()
  await picture(page, 'story-recast')
  await sheet.getByRole('button', { name: `Recast ${hers} shots` }).click()
  await expect.poll(() => shotsOf(alice.id).length).toBe(0)
  expect(shotsOf(asset('Miss Finch')!.id).length).toBeGreaterThanOrEqual(hers)
  await press('Control+z')
  await expect.poll(() => shotsOf(alice.id).length).toBe(hers)
})

test('the waiter crosses and is kept as text: in no frame, told in the video; then the shot is split and he is in both', async () => {
  const { page } = running
  await page.getByRole('button', { name: 'Matrix', exact: true }).click()
  const bistro = shots()[14]!
  await page.locator('[data-scene]').nth(2).click()
  const place = await pointIn(cell(page, 'Waiter', bistro.number))
  await page.mouse.click(place.x, place.y)
  await press('p')
  await expect.poll(() => presenceIn('Waiter', bistro.number)).toBe('passes_through')
  const inspector = page.getByLabel('Inspector', { exact: true })
  const warning = inspector.getByRole('group', { name: 'Waiter is in neither frame' })
  await warning.getByText('This asset appears in neither the start nor the end frame.').waitFor()
  await picture(page, 'story-crossing')
  await warning.getByRole('button', { name: 'Keep as text' }).click()
  await warning.waitFor({ state: 'detached' })
  const manifest = (frame: string) =>
    query<{ text: string }>(folder, 'manifest', { shot: bistro.id, frame }).text.includes('Waiter')
  expect([manifest('start'), manifest('end')]).toEqual([false, false])
  expect(JSON.stringify(query(folder, 'prompts', { shot: bistro.id }))).toContain('Waiter')
  await inspector.getByRole('button', { name: 'Split Shot…' }).click()
  const before = shots().length
  await warning.getByRole('region').first().waitFor()
  await picture(page, 'story-crossing-split')
  await warning.getByRole('button', { name: 'Split Shot', exact: true }).click()
  await expect.poll(() => shots().length).toBe(before + 1)
  const [one, two] = [shots()[14]!, shots()[15]!]
  expect([presenceIn('Waiter', one.number), presenceIn('Waiter', two.number)]).toEqual(['enters', 'exits'])
  await press('Control+z')
  await expect.poll(() => shots().length).toBe(before)
  expect(running.problems).toEqual([])
})
