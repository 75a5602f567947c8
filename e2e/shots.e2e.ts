import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importNumberNine, launch, query, temporaryFolder, type Running } from './support'

const home = temporaryFolder()
const folder = join(home, 'Nine.exeunt')
const script = join(home, 'Nine.fountain')
let running: Running

interface Shot {
  readonly id: string
  readonly number: string
  readonly sceneId: string
}

beforeAll(async () => {
  importNumberNine(folder, script)
  await start()
})
afterAll(() => running.app.close())

async function start(): Promise<void> {
  running = await launch(join(home, 'user'), [folder])
  await running.page.getByRole('button', { name: 'Shots', exact: true }).click()
  await running.page.locator('[data-shot-head]').first().waitFor()
}

const shots = () => query<Shot[]>(folder, 'shots')
const firstScene = () => shots().filter((s) => s.sceneId === shots()[0]!.sceneId)
const numbers = () => firstScene().map((s) => s.number)
const card = (number: string) => running.page.getByRole('article', { name: `Shot ${number}`, exact: true })
const head = (number: string) => card(number).locator('[data-shot-head]')
const open = (number: string) => expect.poll(() => head(number).getAttribute('aria-expanded')).toBe('true')
const presences = (number: string) =>
  query<{ asset: string; presence: string }[]>(folder, 'assignments', {
    shot: shots().find((s) => s.number === number)!.id,
  })

test('several shots are open at once, by mouse and by keys', async () => {
  const { page } = running
  const [one, two, three] = numbers() as [string, string, string]
  // After a click on the rail the keys are those of the list.
  await expect.poll(() => head(one).evaluate((e) => e === document.activeElement)).toBe(true)
  await head(one).click()
  await open(one)
  await head(one).press('ArrowDown')
  await expect.poll(() => head(two).evaluate((e) => e === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await open(two)
  await open(one)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await open(three)
  for (const kind of ['Start', 'End', 'Video'])
    expect(
      await card(two)
        .getByRole('region', { name: `${kind} prompt` })
        .count(),
    ).toBe(1)
})

test('who passes through is told of, both halves are shown beforehand, and the split is one step', async () => {
  const { page } = running
  const [one] = numbers() as [string]
  const before = numbers()
  await card(one).locator('[data-member-row]').first().click()
  await card(one)
    .getByRole('button', { name: /^Passes/ })
    .click()
  const halves = card(one).getByRole('group', { name: 'What Split Shot makes' })
  await expect.poll(() => halves.getByRole('region').count()).toBe(2)
  await card(one).getByRole('button', { name: 'Split Shot' }).click()
  await expect.poll(() => numbers().length).toBe(before.length + 1)
  await page.keyboard.press('Control+z')
  await expect.poll(numbers).toEqual(before)
  await page.keyboard.press('Control+z')
  await card(one)
    .getByRole('button', { name: /^Passes/ })
    .and(page.locator('[aria-pressed="false"]'))
    .waitFor()
})

test('an asset is taken out by its key in the card that has the focus, whatever shot is chosen', async () => {
  const { page } = running
  const [one, two] = numbers() as [string, string]
  const [inOne, inTwo] = [presences(one).length, presences(two).length]
  await card(two).locator('[data-member-row]').first().focus()
  await page.keyboard.press('Delete')
  await expect.poll(() => presences(two).length).toBe(inTwo - 1)
  expect(presences(one).length).toBe(inOne)
  await page.keyboard.press('Control+z')
  await expect.poll(() => presences(two).length).toBe(inTwo)
})

test('frames of the chosen shots are made, one is approved; after a restart the same shots are open and undo goes on', async () => {
  const [one, two] = numbers() as [string, string]
  const { page } = running
  await head(one).click()
  await head(one).click()
  await card(two)
    .getByRole('checkbox', { name: `Choose shot ${two}` })
    .click()
  await page.getByRole('button', { name: 'Make frames of 2' }).click()
  await card(one).getByRole('button', { name: 'Approve start' }).and(page.locator(':enabled')).click()
  await card(one).getByRole('button', { name: 'Start approved' }).waitFor()
  await running.app.close()
  await start()
  await open(one)
  await card(one).getByRole('button', { name: 'Start approved' }).waitFor()
  await running.page.keyboard.press('Control+z')
  await card(one).getByRole('button', { name: 'Approve start' }).waitFor()
  expect(running.problems).toEqual([])
})
