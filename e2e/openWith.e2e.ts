import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { copyNumberNine, launch, query, temporaryFolder, type Running } from './support'

let running: Running | null = null
afterAll(() => running?.app.close())

test('a script that is opened with the application becomes a film beside it; a log of crashes there is none', async () => {
  const home = temporaryFolder()
  const script = join(home, 'Night train.fountain')
  copyNumberNine(script)
  running = await launch(join(home, 'user'), [script])
  const { page } = running
  await page.getByRole('dialog').getByRole('button', { name: 'Show the matrix' }).click()
  await page.waitForSelector('[data-cell]', { state: 'attached' })
  const folder = join(home, 'Night train.exeunt')
  expect(existsSync(folder)).toBe(true)
  expect(query<unknown[]>(folder, 'shots').length).toBeGreaterThan(15)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('show the log of crashes')
  await page.keyboard.press('Enter')
  await page.getByText('Nothing has crashed on this machine').first().waitFor()
  expect(running.problems).toEqual([])
})
