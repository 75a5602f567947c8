import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerDialog, cli, copyNumberNine, launch, picture, query, temporaryFolder, type Running } from './support'

const home = temporaryFolder()
const folder = join(home, 'Nine.exeunt')
const other = join(home, 'Other.exeunt')
let running: Running

interface Asset {
  readonly id: string
  readonly name: string
  readonly looks: readonly { readonly name: string; readonly mediaId: string | null; readonly view: string }[]
}

beforeAll(async () => {
  const script = join(home, 'Nine.fountain')
  copyNumberNine(script)
  for (const project of [folder, other]) {
    cli(['new', project])
    cli(['import', project, script])
    cli(['do', project, 'suggestion.accept', '{"all":true}'])
  }
  const alice = query<Asset[]>(other, 'assets').find((a) => a.name === 'Alice')!
  cli(['media', 'add', other, resolve('docs/images/home.png'), '--asset', alice.id])
  running = await launch(join(home, 'user'), [folder])
  await running.page.getByRole('button', { name: 'Assets', exact: true }).click()
  await running.page.locator('[data-asset-card]').first().waitFor()
})
afterAll(() => running.app.close())

const named = (name: string) => query<Asset[]>(folder, 'assets').find((a) => a.name === name)
const undo = () => running.page.keyboard.press('Control+z')

test('a look gets its front and its side; the side is chosen to be sent, and the prompt says what it shows', async () => {
  const { page, app } = running
  await page.locator(`[data-asset-card="${named('Alice')!.id}"]`).click()
  const slots = page.getByRole('group', { name: /Turnaround of Default/ })
  await answerDialog(app, [resolve('docs/images/home.png')])
  await slots.getByRole('button', { name: 'Add picture: Front' }).click()
  await slots.getByRole('button', { name: 'Front, sent' }).waitFor({ timeout: 20_000 })
  await answerDialog(app, [resolve('docs/images/board.png')])
  await slots.getByRole('button', { name: 'Add picture: Side' }).click()
  const side = slots.getByRole('button', { name: 'Side', exact: true })
  await side.waitFor({ timeout: 20_000 })
  const front = named('Alice')!.looks[0]!.mediaId
  await picture(page, 'turnaround')
  await side.click()
  await slots.getByRole('button', { name: 'Side, sent' }).waitFor()
  expect(named('Alice')!.looks[0]!.view).toBe('side')
  expect(named('Alice')!.looks[0]!.mediaId).not.toBe(front)
  const shot = query<{ id: string }[]>(folder, 'shots').find((one) =>
    query<{ text: string }>(folder, 'manifest', { shot: one.id, frame: 'start' }).text.includes('Alice'),
  )!
  expect(query<{ text: string }>(folder, 'manifest', { shot: shot.id, frame: 'start' }).text).toContain(
    'Alice (character, seen from the side)',
  )
  await undo()
  await expect.poll(() => named('Alice')!.looks[0]!.view).toBe('front')
  expect(named('Alice')!.looks[0]!.mediaId).toBe(front)
})

test('Alice comes over from another film: the name that is taken is said, the copy has her picture, one undo takes it back', async () => {
  const { page, app } = running
  await answerDialog(app, [other])
  await page.getByRole('button', { name: 'Bring assets from another project' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: /project folder…/ }).click()
  await sheet.getByText('There is a character called Alice here: the copy is called Alice 2').waitFor()
  await sheet.getByRole('checkbox', { name: /^Alice/ }).check()
  await picture(page, 'bring')
  await sheet.getByRole('button', { name: 'Bring 1 asset' }).click()
  await expect.poll(() => named('Alice 2')?.looks[0]?.mediaId ?? null).not.toBeNull()
  await page.getByLabel('Inspector', { exact: true }).getByRole('heading', { name: 'Alice 2' }).waitFor()
  await undo()
  await expect.poll(() => named('Alice 2')).toBeUndefined()
})

test('with the inspector put away, I shows all of an asset', async () => {
  const { page } = running
  await page.keyboard.press('Control+b')
  await page.locator('[data-asset-card]').first().click()
  const inspector = page.getByLabel('Inspector', { exact: true })
  await expect.poll(() => inspector.isVisible()).toBe(false)
  await page.keyboard.press('i')
  await inspector.waitFor()
  expect(running.problems).toEqual([])
})
