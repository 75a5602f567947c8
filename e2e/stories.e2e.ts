import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cell, cli, importNumberNine, launch, picture, pointIn, query, temporaryFolder, type Running } from './support'

// What a user comes with, each told as it happens; by mouse where it is about dragging.

const home = temporaryFolder()
const folder = join(home, 'Nine.exeunt')
const script = join(home, 'Nine.fountain')
let running: Running

interface Shot {
  readonly id: string
  readonly number: string
}

beforeAll(async () => {
  importNumberNine(folder, script)
  cli(['do', folder, 'suggestion.accept', '{"all":true}'])
  await start()
})
afterAll(() => running.app.close())

async function start(): Promise<void> {
  running = await launch(join(home, 'user'), [folder])
}

const shots = () => query<Shot[]>(folder, 'shots')
const idOf = (number: string) => shots().find((shot) => shot.number === number)!.id
const assetId = (name: string) =>
  query<{ id: string; name: string }[]>(folder, 'assets').find((asset) => asset.name === name)!.id
const of = (name: string, number: string) =>
  query<{ assetId: string; presence: string; enterAt: number; exitAt: number }[]>(folder, 'assignments', {
    shot: idOf(number),
  }).find((a) => a.assetId === assetId(name))
const isIn = (name: string, number: string) => of(name, number) !== undefined
const view = (name: string) => running.page.getByRole('button', { name, exact: true }).click()
const undo = () => running.page.keyboard.press('Control+z')

/** A card of the drawer on its way to a point, held there. */
async function carry(name: string, to: { x: number; y: number }): Promise<void> {
  const { page } = running
  const from = await pointIn(page.locator(`[data-drawer-card][title="${name}"]`), 0.5, 0.3)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x - 20, from.y)
  await page.mouse.move(to.x - 3, to.y)
  await page.mouse.move(to.x, to.y)
}

test('the umbrella is wanted in one shot of the bistro only: its card is dropped onto that panel', async () => {
  const { page } = running
  await view('Board')
  await page.locator('[data-scene]').nth(2).click()
  await page.keyboard.press('Control+Shift+b')
  const panel = page.locator(`[data-panel="${idOf('16')}"]`)
  await panel.waitFor()
  await carry('Umbrella', await pointIn(panel, 0.3, 0.5))
  await page.getByText('Add Umbrella to shot 16, throughout').first().waitFor()
  await picture(page, 'story-panel')
  await page.mouse.up()
  await expect
    .poll(() => shots().filter(({ number }) => Number(number) > 14 && isIn('Umbrella', number)).length)
    .toBe(1)
  expect(of('Umbrella', '16')?.presence).toBe('throughout')
  await undo()
  await expect.poll(() => isIn('Umbrella', '16')).toBe(false)
})

test('Miss Finch was missed in the bistro: dropped onto the scene she is asked for her shots, two of them in one step', async () => {
  const { page } = running
  await carry('Miss Finch', await pointIn(page.locator('[data-scene]').nth(2), 0.6))
  await page.getByText('Add Miss Finch to scene 3, and choose the shots').first().waitFor()
  await page.mouse.up()
  const sheet = page.getByRole('dialog')
  for (const box of [0, 1, 2]) await sheet.getByRole('checkbox').nth(box).press('Space')
  await sheet.getByRole('button', { name: 'Add to 2 shots' }).click()
  const bistro = () => shots().slice(14)
  await expect.poll(() => bistro().filter(({ number }) => isIn('Miss Finch', number)).length).toBe(2)
  await undo()
  await expect.poll(() => bistro().filter(({ number }) => isIn('Miss Finch', number)).length).toBe(0)
})

test('she walks in mid-shot: dropped into the lanes at a time, she enters from there on', async () => {
  const { page } = running
  await view('Timeline')
  const lanes = page.getByRole('application', { name: 'Lanes over time' })
  const bar = page.locator('[data-bar^="Bistro/"], [data-bar^="Bob/"]').first()
  await bar.waitFor({ state: 'attached' })
  const box = (await lanes.boundingBox())!
  const at = await pointIn(bar, 0)
  await carry('Miss Finch', { x: at.x + 40, y: box.y + box.height - 30 })
  await page
    .getByText(/Add Miss Finch to shot 15, enters at \d\.\d s/)
    .first()
    .waitFor()
  await picture(page, 'story-lane')
  await page.mouse.up()
  await expect.poll(() => of('Miss Finch', '15')?.presence).toBe('enters')
  expect(of('Miss Finch', '15')!.enterAt).toBeGreaterThan(0.05)
  await undo()
  await expect.poll(() => isIn('Miss Finch', '15')).toBe(false)
  await page.keyboard.press('Control+Shift+b')
})

test('who is where is worked on in a spreadsheet: copied with names, changed, pasted back in one step', async () => {
  const { page, app } = running
  await view('Matrix')
  await page.locator('[data-scene]').first().click()
  const alice = await pointIn(cell(page, 'Alice', '4'))
  await page.mouse.click(alice.x, alice.y)
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Control+Shift+c')
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('\t1\t2\nAlice\t\t')
  await app.evaluate(({ clipboard }) => clipboard.writeText('\t1\t2\nAlice\tE 25%\tT\nBob\tX 50%\t\n'))
  await page.keyboard.press('Control+v')
  await expect.poll(() => of('Alice', '1')).toMatchObject({ presence: 'enters', enterAt: 0.25 })
  expect([of('Alice', '2')?.presence, of('Bob', '1')?.exitAt, isIn('Bob', '2')]).toEqual(['throughout', 0.5, false])
  await undo()
  await expect.poll(() => isIn('Alice', '1')).toBe(false)
  await app.evaluate(({ clipboard }) => clipboard.writeText('T\tperhaps'))
  await page.keyboard.press('Control+v')
  await page.getByText('Not pasted: “perhaps” is no presence.').first().waitFor()
})

test('a picture copied in another program is pasted onto the asset that is selected', async () => {
  const { page, app } = running
  const hasPicture = () =>
    query<{ name: string; looks: { mediaId: string | null }[] }[]>(folder, 'assets').find((a) => a.name === 'Alice')!
      .looks[0]!.mediaId !== null
  expect(hasPicture()).toBe(false)
  await page.locator('button[data-drop-asset]').filter({ hasText: 'Alice' }).first().click()
  await app.evaluate(
    ({ clipboard, nativeImage }, file) =>
      (clipboard as unknown as { writeImage(image: unknown): void }).writeImage(nativeImage.createFromPath(file)),
    resolve('docs/images/home.png'),
  )
  await page.keyboard.press('Control+v')
  await page.locator('[data-tone]').filter({ hasText: 'Picture of Alice pasted' }).waitFor({ timeout: 20_000 })
  expect(hasPicture()).toBe(true)
  await undo()
  await expect.poll(hasPicture).toBe(false)
})

test('Alice is deleted by accident; after a restart she is taken back with all her shots', async () => {
  const { page } = running
  const hers = () => shots().filter(({ number }) => isIn('Alice', number)).length
  const before = hers()
  await page.locator('button[data-drop-asset]').filter({ hasText: 'Alice' }).first().click()
  await page.keyboard.press('Delete')
  await expect
    .poll(() => query<{ name: string; deleted: boolean }[]>(folder, 'assets').find((a) => a.name === 'Alice')!.deleted)
    .toBe(true)
  await running.app.close()
  await start()
  await running.page.locator('[data-cell]').first().waitFor({ state: 'attached' })
  await undo()
  await expect.poll(hers).toBe(before)
  expect(running.problems).toEqual([])
})
