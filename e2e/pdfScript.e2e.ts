import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pdfOf, pdfOfContents } from '../electron/testing/pdf'
import { answerDialog, cli, launch, query, temporaryFolder, type Running } from './support'

const home = temporaryFolder()
const pages = pdfOf([
  ['1    INT. HALL - DAY                              1', '', '     Otto carries a lamp.', '', '     Greta waits.'],
  ['2    EXT. YARD - NIGHT                            2', '', '     Otto and Greta walk through the snow.'],
])
let running: Running

beforeAll(async () => {
  writeFileSync(join(home, 'Film.pdf'), pages)
  writeFileSync(join(home, 'Scan.pdf'), pdfOfContents(['0 0 300 300 re f']))
  running = await launch(join(home, 'user'))
})
afterAll(() => running.app.close())

test('a PDF becomes a project in the window; one that was scanned is refused with what to do', async () => {
  const { app, page } = running
  await answerDialog(app, [join(home, 'Scan.pdf')])
  await page.getByRole('button', { name: /Start from a script/ }).click()
  await expect.poll(() => page.getByText(/it was scanned/).count()).toBeGreaterThan(0)

  await answerDialog(app, [join(home, 'Film.pdf')])
  await page.getByRole('button', { name: /Start from a script/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Show the matrix' }).click()
  await expect.poll(() => page.locator('[data-cell]').count()).toBeGreaterThan(2)
  const folder = join(home, 'Film.exeunt')
  expect(query<{ number: string; heading: string }[]>(folder, 'scenes').map((s) => [s.number, s.heading])).toEqual([
    ['1', 'INT. HALL - DAY'],
    ['2', 'EXT. YARD - NIGHT'],
  ])
  const report = cli<{ format: string }>(['import', folder, join(home, 'Film.pdf'), '--dry-run'])
  expect(report).toMatchObject({ format: 'shooting', reimport: { unchanged: 3 } })
})
