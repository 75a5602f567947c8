import { copyFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, copyNumberNine, launch, query, temporaryFolder, type Running } from './support'

const home = temporaryFolder()
const script = join(home, 'Dropped.fountain')
let running: Running

beforeAll(async () => {
  copyNumberNine(script)
  running = await launch(join(home, 'user'))
})
afterAll(() => running.app.close())

/** Drops real files on the window, as the system would. */
async function dropFiles(files: string[], x: number, y: number): Promise<void> {
  const session = await running.page.context().newCDPSession(running.page)
  const data = { items: [], files, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x, y, data })
}

test('a request with a wrong input or an unknown name is answered with an error, not obeyed', async () => {
  const { page } = running
  const ask = (name: string, input: unknown) =>
    page.evaluate(
      ([n, i]) =>
        (
          window as unknown as {
            exeunt: { request(n: string, i: unknown): Promise<{ ok: boolean; error?: { code: string; at?: string } }> }
          }
        ).exeunt.request(n as string, i),
      [name, input],
    )
  expect((await ask('no.such', {})).ok).toBe(false)
  expect((await ask('app.setTheme', { theme: 'pink' })).error).toMatchObject({ code: 'INVALID_INPUT', at: 'theme' })
  expect((await ask('command', { name: 'shot.create', input: {} })).error?.code).toBe('NO_PROJECT')
  running.problems.length = 0
})

test('the home screen has no serious accessibility finding, in both themes', async () => {
  const { page } = running
  expect(await axeFindings(running)).toEqual([])
  await page.getByRole('button', { name: 'Light theme' }).click()
  expect(await axeFindings(running)).toEqual([])
  await page.getByRole('button', { name: 'Dark theme' }).click()
})

test('the theme is the system’s and follows it, until one is chosen; the palette goes back to the system’s', async () => {
  const { app, page } = running
  const shown = () => page.evaluate(() => document.documentElement.dataset['theme'])
  const choose = async (title: string) => {
    await page.keyboard.press('Control+K')
    await page.getByRole('combobox').fill(title)
    await page.getByRole('option', { name: title }).click()
  }
  // The themes were switched by the test before.
  await choose('Dark or light as the system is')
  expect(await shown()).toBe('dark')
  const systemTurns = (dark: boolean) =>
    app.evaluate(({ nativeTheme }, isDark) => {
      const get = () => (nativeTheme.themeSource === 'system' ? isDark : nativeTheme.themeSource === 'dark')
      Object.defineProperty(nativeTheme, 'shouldUseDarkColors', { configurable: true, get })
      nativeTheme.emit('updated')
    }, dark)
  await systemTurns(false)
  await expect.poll(shown).toBe('light')
  await systemTurns(true)
  await expect.poll(shown).toBe('dark')
  await page.getByRole('button', { name: 'Light theme' }).click()
  await expect.poll(shown).toBe('light')
  await systemTurns(true)
  expect(await shown()).toBe('light')
  await page.getByRole('button', { name: 'Dark theme' }).click()
  await expect.poll(shown).toBe('dark')
})

test('a script dropped on the window becomes a project', async () => {
  const { page } = running
  await dropFiles([script], 700, 450)
  await page.getByRole('dialog').getByRole('button', { name: 'Show the matrix' }).click()
  await page.waitForSelector('[data-cell]', { state: 'attached' })
  expect(query<unknown[]>(join(home, 'Dropped.exeunt'), 'scenes')).toHaveLength(3)
})

test('matrix, frames and script have no serious accessibility finding, in both themes', async () => {
  const { page } = running
  for (const theme of ['Light theme', 'Dark theme']) {
    for (const view of ['Script', 'Frames', 'Matrix']) {
      await page.getByRole('button', { name: view, exact: true }).click()
      await page.waitForTimeout(400)
      expect(await axeFindings(running), view).toEqual([])
    }
    await page.getByRole('button', { name: theme }).click()
  }
})

test('media serves nothing but hashes of the open project', async () => {
  const { page } = running
  const status = (url: string) =>
    page.evaluate(
      (u) =>
        fetch(u).then(
          (r) => r.status,
          () => 0,
        ),
      url,
    )
  expect(await status(`media://project/${'0'.repeat(64)}`)).toBe(404)
  expect(await status('media://project/../../../etc/passwd')).toBe(404)
  expect(await status('media://project/project.db')).toBe(404)
  running.problems.length = 0
})

test('a file that is no script leaves everything as it was, and says why', async () => {
  const { page } = running
  const junk = join(home, 'junk.fountain')
  writeFileSync(junk, Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)))
  const folder = join(home, 'Dropped.exeunt')
  const before = query<unknown[]>(folder, 'history')
  await dropFiles([junk], 700, 450)
  await expect.poll(() => page.getByRole('dialog').count()).toBe(1)
  expect(query<unknown[]>(folder, 'history')).toEqual(before)
  await page.keyboard.press('Escape')
  expect(running.problems).toEqual([])
})

test('a picture dropped anywhere asks what it shows; on a frame it is a take', async () => {
  const { page } = running
  const picture = join(home, 'tin-robot_01.png')
  copyFileSync(resolve('docs/images/home.png'), picture)
  const folder = join(home, 'Dropped.exeunt')
  await page.getByRole('button', { name: 'Matrix', exact: true }).click()
  await dropFiles([picture], 30, 400)
  await page.getByRole('button', { name: 'Add the picture' }).click()
  await expect
    .poll(() => query<{ name: string; type: string }[]>(folder, 'assets').find((a) => a.name === 'Tin robot')?.type)
    .toBe('character')
  await page.getByRole('gridcell').first().waitFor({ state: 'attached' })
  const thumb = await page.getByRole('button', { name: /^End, .* Show in Frames/ }).boundingBox()
  await dropFiles([picture], thumb!.x + 20, thumb!.y + 20)
  await page.getByRole('button', { name: /^End, fresh/ }).waitFor()
  expect(running.problems).toEqual([])
})

// Last: the test driver goes on waiting for the navigation that never comes.
test('the page has no Node, no foreign scripts, and cannot leave', async () => {
  const { page, app } = running
  expect(await page.evaluate(() => typeof (window as { require?: unknown }).require)).toBe('undefined')
  expect(await page.evaluate(() => typeof (globalThis as { process?: unknown }).process)).toBe('undefined')
  const before = page.url()
  await page.evaluate(() => {
    location.href = 'https://example.com/'
  })
  await page.evaluate(() => window.open('https://example.com/'))
  await page.waitForTimeout(300)
  expect(page.url()).toBe(before)
  expect(app.windows()).toHaveLength(1)
  const blocked = await page.evaluate(() =>
    fetch('https://example.com/').then(
      () => 'went through',
      () => 'blocked',
    ),
  )
  expect(blocked).toBe('blocked')
})
