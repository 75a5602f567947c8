import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerDialog, cell, launch, picture, pointIn, query, temporaryFolder, type Running } from './support'

// A film without a script: every step of the README's "Without a script", by the keys it names.

const home = temporaryFolder()
const folder = join(home, 'Hand.exeunt')
let running: Running

beforeAll(async () => {
  running = await launch(join(home, 'user'))
  await answerDialog(running.app, [folder])
  await running.page.getByRole('button', { name: /^New project/ }).click()
  await running.page.getByText('No shots in this project yet').waitFor()
  // Whatever view one begins in, it says so and has both ways on.
  for (const view of ['Board', 'Timeline', 'Shots', 'Frames', 'Animatic', 'Matrix']) {
    await running.page.getByRole('button', { name: view, exact: true }).click()
    await running.page.getByText('No shots in this project yet').waitFor()
    for (const way of ['Import a script', 'Add shot'])
      await running.page.getByRole('button', { name: way, exact: true }).last().waitFor()
  }
})
afterAll(() => running.app.close())

interface Shot {
  readonly id: string
  readonly number: string
  readonly text: string
}
const shots = () => query<Shot[]>(folder, 'shots')
const assets = () => query<{ id: string; name: string; type: string }[]>(folder, 'assets')
const press = (keys: string) => running.page.keyboard.press(keys)
const filled = (name: string) => {
  const { id } = assets().find((asset) => asset.name === name)!
  return query<{ assetId: string }[]>(folder, 'assignments').filter((a) => a.assetId === id).length
}

test('an empty film says so once, and its first scene is ready to be worked on', async () => {
  const { page } = running
  expect(await page.getByText(/No shots/).count()).toBe(1)
  await press('n')
  await page.getByRole('dialog').getByRole('textbox').waitFor()
  await page.keyboard.type('INT. BAR - NIGHT')
  await press('Enter')
  await expect.poll(() => shots().length).toBe(1)
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Assets by shots')
  await press('Shift+N')
  await expect.poll(() => shots().length).toBe(2)
})

test('on the board N adds shot after shot, each with its words', async () => {
  const { page } = running
  await page.getByRole('button', { name: 'Board', exact: true }).click()
  for (let i = 3; i <= 12; i++) {
    await press('n')
    await page.keyboard.type(`Mara waits, ${i}.`)
    await press('Control+Enter')
  }
  await expect.poll(() => shots().length).toBe(12)
  expect(shots().at(-1)).toMatchObject({ number: '12', text: 'Mara waits, 12.' })
  await picture(page, 'by-hand-board')
})

test('in the matrix N adds who and where; Shift, Ctrl and an arrow, then T, puts somebody into the whole scene', async () => {
  const { page } = running
  await page.getByRole('button', { name: 'Matrix', exact: true }).click()
  for (const [i, name] of ['Mara', 'Bar', 'Glass'].entries()) {
    await press('n')
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).waitFor()
    await page.keyboard.type(name)
    // Enter adds it from the choice of its type too.
    if (name === 'Glass') await page.getByRole('radio', { name: 'Prop' }).click()
    await press('Enter')
    await expect.poll(() => assets().length).toBe(i + 1)
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  // What is called as the place of the heading is that place.
  expect(assets().map((asset) => asset.type)).toEqual(['character', 'location', 'prop'])
  for (const name of ['Mara', 'Bar']) {
    const place = await pointIn(cell(page, name, '1'))
    await page.mouse.click(place.x, place.y)
    await press('Control+Shift+ArrowRight')
    await press('t')
    await expect.poll(() => filled(name)).toBe(12)
    const said = () => page.locator('#announce').textContent()
    await expect.poll(said).toBe(`${name} in 12 shots: throughout.`)
    await press('Control+Home')
    await expect.poll(said).toBe('Mara, shot 1, throughout')
  }
  await picture(page, 'by-hand-matrix')
  expect(running.problems).toEqual([])
})
