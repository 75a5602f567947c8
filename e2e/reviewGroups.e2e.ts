import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerDialog, launch, query, temporaryFolder, type Running } from './support'

const home = temporaryFolder()
const folder = join(home, 'Feature.exeunt')
const scenes = 120
let running: Running

/** A feature of 120 scenes: eight people who come, go, speak, are spoken of and carry things. */
function feature(): string {
  const people = ['Otto', 'Greta', 'Lena', 'Bruno', 'Cora', 'Doris', 'Emil', 'Frida']
  const places = ['KITCHEN', 'HALL', 'STUDY', 'YARD', 'CELLAR', 'ATTIC', 'SHOP', 'STREET', 'STATION', 'BRIDGE']
  return Array.from({ length: scenes }, (_, i) => {
    const [a, b, c] = [0, 3, 5].map((step) => people[(i + step) % people.length]!) as [string, string, string]
    return [
      `${i % 2 ? 'EXT' : 'INT'}. ${places[i % places.length]} - ${i % 3 ? 'DAY' : 'NIGHT'}`,
      `${a} waits with a lantern. ${b} comes in.`,
      `${b.toUpperCase()}\nHave you seen ${c}?`,
      `${a} shakes his head.`,
      `${a.toUpperCase()}\nNot since the storm.`,
      `${b} picks up the spade and leaves.`,
    ].join('\n\n')
  }).join('\n\n')
}

beforeAll(async () => {
  const script = join(home, 'Feature.fountain')
  writeFileSync(script, feature())
  running = await launch(join(home, 'user'))
  await answerDialog(running.app, [script])
  await running.page.getByRole('button', { name: /Start from a script/ }).click()
})
afterAll(() => running.app.close())

const waiting = () =>
  query<{ origin: string }[]>(folder, 'assignments').filter((a) => a.origin === 'suggested').length +
  query<{ state: string; evidence: object | null }[]>(folder, 'suggestions').filter((s) => s.state === 'open').length

test('a feature is reviewed with the keyboard alone, a person, thing, place or kind of doubt at a time', async () => {
  const { page } = running
  const list = page.getByRole('listbox', { name: /^What waits/ })
  const selected = () => page.locator('[role=option][aria-selected=true]').innerText()
  await page.getByRole('dialog').getByRole('button', { name: 'Review', exact: true }).focus()
  await page.keyboard.press('Enter')
  await list.waitFor()
  const all = waiting()
  expect(all).toBeGreaterThan(2000)
  const surface = () =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-surface]')?.dataset['surface'] ?? '')
  for (let presses = 0; !/script|review/.test(await surface()) && presses < 8; presses++)
    await page.keyboard.press('F6')
  await page.keyboard.press('g')
  await expect.poll(() => list.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await selected()).toMatch(/Spoken of|May be no prop|Comes or goes/)

  // By person: one answer for all of Otto's shots, one undo step.
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Tab')
  await list.press('End')
  const person = (await page.locator('[role=option][aria-selected=true]').getAttribute('data-group'))!
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator(`[data-group="${person}"]`).count()).toBe(0)
  const left = waiting()
  expect(left).toBeLessThan(all - 50)
  await page.keyboard.press('Control+z')
  await expect.poll(waiting).toBe(all)
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(waiting).toBe(left)

  // The rest in as many answers as there are groups.
  const bar = page.getByRole('progressbar', { name: 'Answered of what was read' })
  let answers = 0
  for (; (await list.count()) > 0 && answers < 400; answers++) {
    const group = await page.locator('[role=option][aria-selected=true]').getAttribute('id')
    await page.keyboard.press(answers % 5 === 4 ? 'Delete' : 'Enter')
    await expect.poll(() => page.locator(`[id="${group}"]`).count()).toBe(0)
  }
  expect(answers).toBeLessThan(60)
  expect(waiting()).toBe(0)
  expect(await bar.getAttribute('aria-valuenow')).toBe(await bar.getAttribute('aria-valuemax'))
})
