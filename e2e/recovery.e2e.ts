import { existsSync, readdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { spoil } from '../electron/testing/spoilt'
import { cli, copyNumberNine, launch, launchWithScript, query, temporaryFolder, type Running } from './support'

let running: Running | null = null
afterEach(async () => {
  await running?.app.close().catch(() => {})
  running = null
})

const shoot = async (name: string) => {
  const to = process.env['EXEUNT_SHOTS']
  if (to) await running!.page.screenshot({ path: join(to, `${name}.png`) })
}
const title = (folder: string) => query<{ title: string }>(folder, 'project').title
const snapshots = (folder: string) => cli<{ reason: string; label: string; ok: boolean }[]>(['snapshots', folder])

/** A film with a snapshot of the user, two edits after it, closed by its window. */
async function film() {
  const home = temporaryFolder()
  const [folder, userData, script] = [join(home, 'Film.exeunt'), join(home, 'user'), join(home, 'Film.fountain')]
  copyNumberNine(script)
  running = await launchWithScript(userData, script)
  const { page } = running
  await page.keyboard.press('Control+k')
  await page.keyboard.type('keep a snapshot')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Keep a snapshot' }).waitFor()
  await page.keyboard.type('First cut')
  await page.keyboard.press('Enter')
  await page.getByText('Snapshot “First cut” kept.').first().waitFor()
  return { folder, userData, page }
}

const rename = (folder: string, to: string) => cli(['do', folder, 'project.update', JSON.stringify({ title: to })])

test('a damaged film is opened with its snapshots, goes back to one by keyboard, and lives on after a restart', async () => {
  const { folder, userData } = await film()
  await running!.app.close()
  expect(snapshots(folder).map(({ label }) => label)).toContain('First cut')
  rename(folder, 'Second title')
  spoil(folder, `UPDATE looks SET asset_id = 'nobody' WHERE rowid = 1`)

  running = await launch(userData, [folder])
  const dialog = running.page.getByRole('dialog', { name: 'The project file is damaged' })
  await dialog.getByText('Checked just now: all of it can be read').waitFor()
  await dialog.getByRole('heading', { name: 'Lacks 1 edit' }).waitFor()
  await shoot('recovery-dark')
  const first = dialog.getByRole('radio', { name: /kept by you: “First cut”/ })
  await dialog.getByRole('radio').first().focus()
  while ((await first.getAttribute('aria-checked')) !== 'true') await running.page.keyboard.press('ArrowDown')
  await dialog.getByText('Checked just now: all of it can be read').waitFor()
  const back = dialog.getByRole('button', { name: /^Go back to today/ })
  await back.focus()
  await running.page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await running.page
    .getByText(/The film is as it was today .* The old file is in “set aside/)
    .first()
    .waitFor()
  await running.page.waitForSelector('[data-cell]', { state: 'attached' })
  expect(title(folder)).toBe('Number Nine')
  expect(readdirSync(folder).some((name) => name.startsWith('set aside'))).toBe(true)
  await running.app.close()

  running = await launch(userData, [folder])
  await running.page.waitForSelector('[data-cell]', { state: 'attached' })
  expect(await running.page.getByRole('dialog').count()).toBe(0)
  expect(running.problems).toEqual([])
})

test('a film whose file is empty cannot be looked at, and is brought back all the same', async () => {
  const { folder, userData } = await film()
  await running!.app.close()
  truncateSync(join(folder, 'project.db'), 0)
  running = await launch(userData)
  const { page } = running
  await page
    .getByRole('button', { name: /^Number Nine/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: 'The project file is damaged' })
  await dialog.getByText('What it lacks is not known').waitFor()
  await shoot('recovery-empty')
  await dialog.getByRole('button', { name: /^Go back to today/ }).click()
  await page.waitForSelector('[data-cell]', { state: 'attached' })
  expect(title(folder)).toBe('Number Nine')
  expect(running.problems).toEqual([])
})

test('an open film goes back too: what it was is kept first, and what cannot be read is left out of a copy', async () => {
  const { folder, userData, page } = await film()
  await page.evaluate(() =>
    (window as never as { exeunt: { request(n: string, i: unknown): Promise<unknown> } }).exeunt.request('command', {
      name: 'project.update',
      input: { title: 'Newer' },
    }),
  )
  await page.keyboard.press('Control+k')
  await page.keyboard.type('go back to a snapshot')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Snapshots' })
  await dialog.getByRole('radio', { name: /First cut/ }).click()
  await dialog.getByRole('heading', { name: 'Lacks 1 edit' }).waitFor()
  await shoot('snapshots')
  await dialog.getByRole('button', { name: /^Go back to today/ }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => title(folder)).toBe('Number Nine')
  expect(snapshots(folder).map(({ reason }) => reason)).toContain('before')
  await running!.app.close()

  spoil(folder, `UPDATE assets SET aliases = '5' WHERE rowid = 1`)
  running = await launch(userData, [folder])
  const damaged = running.page.getByRole('dialog', { name: 'The project file is damaged' })
  await damaged.getByRole('button', { name: 'Save what can be read' }).click()
  await damaged.waitFor({ state: 'detached' })
  await running.page.waitForSelector('[data-cell]', { state: 'attached' })
  const saved = join(folder, '..', 'Film, what could be read.exeunt')
  expect(existsSync(saved)).toBe(true)
  expect(query<unknown[]>(saved, 'shots').length).toBeGreaterThan(5)
})
