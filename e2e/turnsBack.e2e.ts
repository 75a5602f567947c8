import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchWithScript, query, temporaryFolder, type Running } from './support'

interface Asset {
  id: string
  name: string
  looks: { id: string; name: string }[]
}
interface Change {
  kind: string
  shotId: string
  toLookId: string
}

const home = temporaryFolder()
const script = join(home, 'Film.fountain')
const folder = join(home, 'Film.exeunt')
let running: Running

beforeAll(async () => {
  writeFileSync(
    script,
    'EXT. GARDEN - DAY\n\nA GARDEN GNOME stands by the pond.\n\nJOHN\nHello.\n\nJohn looks at the GARDEN GNOME.\n\nJOHN\nWho are you?\n\nJohn waits.\n',
  )
  running = await launchWithScript(join(home, 'user'), script)
})
afterAll(() => running.app.close())

const asset = (name: string) => query<Asset[]>(folder, 'assets').find((a) => a.name === name)!

test('a look that a merge would carry on can turn back where the user says', async () => {
  const { page } = running
  await page.getByRole('button', { name: 'Accept all' }).click()
  await page.locator(`button[data-drop-asset="${asset('Garden Gnome').id}"]`).click()
  await page.getByRole('button', { name: /Merge into/ }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('option', { name: /^John/ }).first().click()
  await sheet.getByRole('radio', { name: /Transformation/ }).click()
  await sheet.getByText('Shots 4, 5 show the look carried over from before.').waitFor()
  await sheet.getByLabel('Where the look turns back').selectOption({ label: 'Turns back after shot 3' })
  await sheet.getByText('John turns back after shot 3.').waitFor()
  await sheet.getByRole('button', { name: 'Keep the look instead' }).click()
  await sheet.getByLabel('Where the look turns back').selectOption({ label: 'Turns back after shot 4' })
  await sheet.getByRole('button', { name: 'Merge as transformation' }).click()
  const shots = query<{ id: string }[]>(folder, 'shots')
  const own = asset('John').looks.find((l) => l.name === 'Default')!
  await expect
    .poll(() =>
      query<Change[]>(folder, 'transformations')
        .filter((t) => t.toLookId === own.id)
        .map((t) => [t.kind, t.shotId]),
    )
    .toContainEqual(['between_shots', shots[3]!.id])
  expect(running.problems).toEqual([])
})
