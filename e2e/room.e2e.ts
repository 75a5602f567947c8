import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  cell,
  copyNumberNine,
  drag,
  launch,
  launchWithScript,
  picture,
  pointIn,
  temporaryFolder,
  type Running,
} from './support'

describe('room for what one works on', () => {
  const home = temporaryFolder()
  const userData = join(home, 'user')
  const script = join(home, 'Film.fountain')
  const folder = join(home, 'Film.exeunt')
  let running: Running
  beforeAll(async () => {
    copyNumberNine(script)
    running = await launchWithScript(userData, script)
  })
  afterAll(() => running.app.close())

  const edge = (name: string) => running.page.getByRole('separator', { name: `Width of ${name}` })
  const width = async (name: string) => Number(await edge(name).getAttribute('aria-valuenow'))
  const cellWidth = async () => (await cell(running.page, 'Bob', '4').boundingBox())!.width
  const resize = (w: number, h: number) =>
    running.app.evaluate(({ BrowserWindow }, [x, y]) => BrowserWindow.getAllWindows()[0]!.setSize(x!, y!), [w, h])

  test('panels take the width they are dragged to, by mouse and by keyboard, and forget it on a double click', async () => {
    const { page } = running
    const before = await width('Scenes')
    const at = await pointIn(edge('Scenes'))
    await drag(page, at, { x: at.x + 100, y: at.y })
    await expect.poll(() => width('Scenes')).toBe(before + 100)
    await edge('Inspector').focus()
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft')
    await expect.poll(() => width('Inspector')).toBe(288 + 48)
    await edge('Row heads').focus()
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight')
    await expect.poll(() => width('Row heads')).toBe(168 + 64)
    await picture(running.page, 'room-wide-panels')
    await edge('Scenes').dblclick()
    await expect.poll(() => width('Scenes')).toBe(before)
  })

  test('columns get wider and narrower under the pointer, and stay readable', async () => {
    const { page } = running
    const at = await pointIn(cell(page, 'Bob', '4'))
    await page.mouse.move(at.x, at.y)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -300)
    await page.keyboard.up('Control')
    await expect.poll(cellWidth).toBeGreaterThan(60)
    const isUnder = async () => {
      const there = (await cell(page, 'Bob', '4').boundingBox())!
      return there.x <= at.x && at.x <= there.x + there.width
    }
    await expect.poll(isUnder).toBe(true)
    await picture(running.page, 'room-wide-columns')
    await page.getByRole('grid', { name: 'Assets by shots' }).focus()
    for (let i = 0; i < 14; i++) await page.keyboard.press('-')
    await expect.poll(cellWidth).toBe(8)
    await picture(running.page, 'room-narrow-columns')
    await page.keyboard.press('0')
    await expect.poll(cellWidth).toBe(42)
  })

  test('what lies under the pointer is said, and an empty cell shows what a click does', async () => {
    const { page } = running
    const tip = page.getByRole('tooltip').first()
    const full = await pointIn(cell(page, 'Bob', '5'))
    await page.mouse.move(full.x, full.y)
    await tip.getByText('Bob, shot 5, throughout').waitFor()
    const empty = await pointIn(cell(page, 'Waiter', '6'))
    await page.mouse.move(empty.x, empty.y)
    await tip.getByText('Click: there throughout').waitFor()
    await picture(running.page, 'room-hover')
    await page.mouse.move(10, 10)
    await tip.waitFor({ state: 'detached' })
  })

  test('the inspector can be put away, comes back for what needs it, and all is as it was after a restart', async () => {
    const { page } = running
    await page.keyboard.press('Control+b')
    await page.getByLabel('Inspector', { exact: true }).waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Bob', exact: false }).first().click()
    await page.keyboard.press('F2')
    await page.getByLabel('Inspector', { exact: true }).waitFor()
    await page.keyboard.press('Control+b')
    await page.getByLabel('Inspector', { exact: true }).waitFor({ state: 'hidden' })
    await resize(960, 600)
    await picture(running.page, 'room-960')
    // Nothing lies over the end of the toolbar any more.
    const button = (await page.getByRole('button', { name: 'Make frames' }).boundingBox())!
    expect(button.x + button.width).toBeLessThanOrEqual(960)
    await resize(1440, 900)
    await running.app.close()
    running = await launch(userData, [folder])
    await running.page.waitForSelector('[data-cell]', { state: 'attached' })
    await running.page.getByLabel('Inspector', { exact: true }).waitFor({ state: 'hidden' })
    expect(await width('Row heads')).toBe(168 + 64)
    expect(running.problems).toEqual([])
  })
})
