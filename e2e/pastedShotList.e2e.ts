import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerDialog, launch, openFolder, query, temporaryFolder, type Running } from './support'

const home = temporaryFolder()
let running: Running

beforeAll(async () => {
  running = await launch(join(home, 'user'))
})
afterAll(() => running.app.close())

/** Copies rows as a spreadsheet does, and pastes them where nothing has the focus. */
async function paste(rows: readonly (readonly string[])[]): Promise<void> {
  const text = rows.map((cells) => cells.join('\t')).join('\n')
  await running.app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text)
  await running.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await running.page.keyboard.press('Control+V')
}

const shots = async () => {
  const folder = await openFolder(running.page)
  return query<{ number: string; text: string; notes: string }[]>(folder, 'shots').map((s) => [s.text, s.notes])
}

test('a shot list that is copied from a spreadsheet is pasted as a film, and pasted anew as its new version', async () => {
  const { app, page } = running
  const head = ['Scene', 'Location', 'Shot', 'Description', 'Cast', 'Mood']
  await answerDialog(app, [join(home, 'Ferry.exeunt')])
  await paste([
    head,
    ['1', 'Quay', '1', 'Otto waits in the rain.', 'Otto', 'grey'],
    ['1', 'Quay', '2', 'Greta\'s ferry, "late as ever".', 'Greta', ''],
  ])
  const report = page.getByRole('dialog')
  await expect.poll(() => report.getByText(/“Mood” is kept in the notes/).count()).toBe(1)
  await report.getByRole('button', { name: 'Show the matrix' }).click()
  await expect.poll(() => page.locator('[data-cell]').count()).toBeGreaterThan(3)
  expect(await shots()).toEqual([
    ['Otto waits in the rain.', 'Mood: grey'],
    ['Greta\'s ferry, "late as ever".', ''],
  ])

  await paste([
    head,
    ['1', 'Quay', '1', 'Otto waits in the rain.', 'Otto', 'grey'],
    ['1', 'Quay', '2', 'Greta\'s ferry, "late as ever".', 'Greta', ''],
    ['2', 'Deck', '1', 'Greta waves.', 'Greta', ''],
  ])
  await report.getByRole('button', { name: 'Update it' }).click()
  await expect.poll(async () => (await shots()).length).toBe(3)
})
