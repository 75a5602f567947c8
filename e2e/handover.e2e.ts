import { copyFileSync, existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerDialog, cli, launchWithScript, temporaryFolder, type Running } from './support'

const home = temporaryFolder()
const out = temporaryFolder()
let running: Running

beforeAll(async () => {
  const script = join(home, 'Film.fountain')
  copyFileSync(resolve('resources/sample/number-nine.fountain'), script)
  running = await launchWithScript(join(home, 'user'), script)
})
afterAll(() => running.app.close())

test('a project leaves as one file and comes back as another project', async () => {
  const { app, page, problems } = running
  await page.keyboard.press('Control+e')
  const sheet = page.getByRole('dialog', { name: 'Export' })
  await sheet.getByRole('radio', { name: /Project archive/ }).click()
  await sheet.getByText(/every step, so that undo goes on/).waitFor()
  const archive = join(out, 'Film.exeunt.zip')
  await answerDialog(app, [archive])
  await sheet.getByRole('button', { name: 'Export…' }).click()
  await sheet.waitFor({ state: 'hidden' })
  await expect.poll(() => existsSync(archive)).toBe(true)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('project archive')
  const to = join(out, 'Again.exeunt')
  await app.evaluate(
    ({ dialog }, [from, folder]) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [from!] })
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: folder! })
    },
    [archive, to],
  )
  await page.keyboard.press('Enter')
  await expect.poll(() => existsSync(join(to, 'lock.db'))).toBe(true)
  await page.locator('[data-cell]').first().waitFor({ state: 'attached' })
  // It is the one that is open: it takes an edit, and undo knows the steps of before.
  await page.keyboard.press('Control+z')
  await expect.poll(() => cli<{ scenes: number }>(['query', to, 'project']).scenes).toBe(0)
  expect(cli<{ scenes: number }>(['query', join(home, 'Film.exeunt'), 'project']).scenes).toBe(3)
  expect(problems).toEqual([])
})
