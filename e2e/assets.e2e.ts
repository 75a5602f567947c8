import { copyFileSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  answerDialog,
  copyNumberNine,
  launch,
  launchWithScript,
  pointIn,
  query,
  temporaryFolder,
  type Running,
} from './support'

interface Asset {
  id: string
  name: string
  type: string
  description: string
  deleted: boolean
  looks: { name: string; mediaId: string | null }[]
}

describe('the assets of a film: looked through, described, pictured, deleted and brought back', () => {
  const home = temporaryFolder()
  const userData = join(home, 'user')
  const script = join(home, 'Film.fountain')
  const folder = join(home, 'Film.exeunt')
  let running: Running
  beforeAll(async () => {
    copyNumberNine(script)
    running = await launchWithScript(userData, script)
    await running.page.getByRole('button', { name: 'Assets', exact: true }).click()
  })
  afterAll(() => running.app.close())

  const press = (keys: string) => running.page.keyboard.press(keys)
  const asset = (name: string) => query<Asset[]>(folder, 'assets').find((a) => a.name === name)!
  const card = (name: string) => running.page.locator(`[data-asset-card="${asset(name).id}"]`)

  test('arrows walk the cards, Enter edits the description in its place, and undo takes it back', async () => {
    const { page } = running
    await card('Alice').click()
    await page.getByLabel('Inspector').getByRole('heading', { name: 'Alice' }).waitFor()
    await press('ArrowRight')
    const next = await page.locator('[data-asset-card][aria-pressed="true"]').getAttribute('aria-label')
    expect(next).not.toContain('Alice')
    await press('ArrowLeft')
    // The field has the focus before anything is typed into it, and the card has it again afterwards.
    const edit = async () => {
      await press('Enter')
      await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA')
      await press('Control+a')
    }
    await edit()
    await page.keyboard.type('red-haired woman')
    await press('Escape')
    await page.waitForFunction(() => document.activeElement?.closest('[data-asset-card]') !== null)
    await page.waitForFunction(() => document.activeElement?.tagName !== 'TEXTAREA')
    await edit()
    await page.keyboard.type('a tall woman')
    await press('Control+Enter')
    await expect.poll(() => asset('Alice').description).toBe('a tall woman')
    await press('Control+z')
    await expect.poll(() => asset('Alice').description).not.toBe('a tall woman')
  })

  test('many pictures at once say by their names whom they show: one sheet, one step', async () => {
    const { page, app } = running
    const pictures = join(home, 'pictures')
    mkdirSync(pictures)
    const file = (name: string, from: string) => {
      const to = join(pictures, name)
      copyFileSync(resolve('resources/sample/pictures', from), to)
      return to
    }
    await answerDialog(app, [
      file('alice.webp', 'alice-dress.webp'),
      file('alice_raincoat.webp', 'alice-raincoat.webp'),
      file('teapot-2.webp', 'teapot.webp'),
    ])
    await page.getByRole('button', { name: 'Add pictures', exact: true }).click()
    const sheet = page.getByRole('dialog')
    await expect.poll(() => sheet.getByLabel('Look in alice_raincoat.webp').inputValue()).toBe('Raincoat')
    await sheet.getByRole('button', { name: 'Add 3 pictures' }).click()
    await page.locator('[data-tone]').filter({ hasText: '3 pictures added' }).waitFor({ timeout: 20_000 })
    expect(asset('Alice').looks.map((l) => [l.name, l.mediaId !== null])).toEqual([
      ['Default', true],
      ['Raincoat', true],
    ])
    await press('Control+z')
    await expect.poll(() => asset('Alice').looks.length).toBe(1)
    await running.page.keyboard.press('Control+Shift+z')
    await expect.poll(() => asset('Alice').looks.length).toBe(2)
  })

  const firstOutside = async () => {
    const card = running.page.locator('[data-drawer-card]').first()
    await card.waitFor()
    return { id: (await card.getAttribute('data-drawer-card'))!, name: (await card.getAttribute('title'))! }
  }
  const inScene = (name: string, shots: string) =>
    running.page
      .locator('li')
      .filter({ hasText: name })
      .getByRole('button', { name: `in ${shots}`, exact: true })

  test('who was missed goes into two shots of a scene from the drawer by key, in one step', async () => {
    const { page } = running
    await page.getByRole('button', { name: 'Matrix', exact: true }).click()
    await page.locator('[data-scene]').nth(2).click()
    await press('Control+Shift+b')
    const { id, name } = await firstOutside()
    await page.locator(`[data-drawer-card="${id}"]`).focus()
    await press('Enter')
    const sheet = page.getByRole('dialog')
    // All, none, and then two of them.
    for (const box of [0, 1, 2]) await sheet.getByRole('checkbox').nth(box).press('Space')
    await sheet.getByRole('button', { name: 'Add to 2 shots' }).press('Enter')
    await inScene(name, '2 shots').waitFor()
    await press('Control+z')
    await page.locator(`[data-drawer-card="${id}"]`).waitFor()
  })

  test('what is wanted in one shot only is dragged from the drawer onto that shot, and is in no other', async () => {
    const { page } = running
    const { id, name } = await firstOutside()
    const cell = page.locator('[role="columnheader"][data-shot]').last()
    const number = (await cell.getAttribute('data-shot'))!
    const from = await pointIn(page.locator(`[data-drawer-card="${id}"]`), 0.5, 0.3)
    const to = await pointIn(cell, 0.3, 0.4)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x - 20, from.y)
    await page.mouse.move(to.x - 3, to.y)
    await page.mouse.move(to.x, to.y)
    await page.getByText(`Add ${name} to shot ${number}, throughout`).first().waitFor()
    await page.mouse.up()
    await inScene(name, '1 shot').waitFor()
    await press('Control+z')
    await page.locator(`[data-drawer-card="${id}"]`).waitFor()
    await press('Control+Shift+b')
    await page.getByRole('button', { name: 'Assets', exact: true }).click()
  })

  test('deleted by accident, Alice lies in the tray, also after a restart, and comes back with her shots', async () => {
    await card('Alice').click()
    const shots = /in \d+ shots/.exec((await card('Alice').getAttribute('aria-label'))!)![0]
    await press('Delete')
    await expect.poll(() => asset('Alice').deleted).toBe(true)
    await running.app.close()
    running = await launch(userData)
    await running.page.getByRole('button', { name: /Film/ }).first().click()
    await running.page.getByRole('button', { name: 'Restore Alice' }).click()
    await expect.poll(() => asset('Alice').deleted).toBe(false)
    await expect.poll(() => card('Alice').getAttribute('aria-label')).toContain(shots)
    await running.page.keyboard.press('Control+z')
    await expect.poll(() => asset('Alice').deleted).toBe(true)
    await running.page.keyboard.press('Control+Shift+z')
    await expect.poll(() => asset('Alice').deleted).toBe(false)
  })

  test('the window said nothing of errors', () => expect(running.problems).toEqual([]))
})
