import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, drag, importNumberNine, launch, pointIn, query, temporaryFolder, type Running } from './support'

const home = temporaryFolder()
const folder = join(home, 'Nine.exeunt')
const script = join(home, 'Nine.fountain')
const frames = resolve('resources/sample/frames')
const picture = join(frames, readdirSync(frames).sort()[0]!)
let running: Running

interface Shot {
  readonly id: string
  readonly number: string
  readonly sceneId: string
  readonly text: string
  readonly durationFrames: number
}

beforeAll(async () => {
  importNumberNine(folder, script)
  await start()
})
afterAll(() => running.app.close())

async function start(): Promise<void> {
  running = await launch(join(home, 'user'), [folder])
  await running.page.getByRole('button', { name: 'Board', exact: true }).click()
  await running.page.waitForSelector('[data-panel]')
}

const shots = () => query<Shot[]>(folder, 'shots')
const scenes = () => query<{ id: string; number: string }[]>(folder, 'scenes')
/** The numbers of the scene's shots in order, as stored. */
const inScene = (number: string) => {
  const { id } = scenes().find((s) => s.number === number)!
  return shots()
    .filter((s) => s.sceneId === id)
    .map((s) => s.number)
}
const idOf = (number: string) => shots().find((s) => s.number === number)!.id
const panel = (number: string) => running.page.locator(`[data-panel="${idOf(number)}"]`)
const press = (keys: string) => running.page.keyboard.press(keys)
const board = () => running.page.getByRole('grid', { name: 'Panels of the shots' })
const top = () => board().evaluate((element) => element.scrollTo(0, 0))

async function click(number: string, ...held: ('Shift' | 'Control')[]): Promise<void> {
  const at = await pointIn(panel(number), 0.5, 0.75)
  for (const key of held) await running.page.keyboard.down(key)
  await running.page.mouse.click(at.x, at.y)
  for (const key of held) await running.page.keyboard.up(key)
}
const selected = async () => {
  const ids = await running.page
    .locator('[data-panel][aria-selected="true"]')
    .evaluateAll((all) => all.map((p) => p.getAttribute('data-panel')))
  return shots()
    .filter((s) => ids.includes(s.id))
    .map((s) => s.number)
}

/** Drags a panel to a place in another one, and does something before the release. */
async function dragPanel(from: string, to: string, part: number, before?: () => Promise<void>): Promise<void> {
  const { page } = running
  const [a, b] = [await pointIn(panel(from), 0.5, 0.75), await pointIn(panel(to), part, 0.6)]
  await page.mouse.move(a.x, a.y)
  await page.mouse.down()
  await page.mouse.move(a.x + 12, a.y, { steps: 2 })
  await page.mouse.move(b.x, b.y, { steps: 5 })
  await before?.()
  await page.mouse.up()
}

test('a shot is dragged to another place: said beforehand, one step, undone in one', async () => {
  const { page } = running
  const before = inScene('1')
  await dragPanel('2', '4', 0.8, async () => {
    await page.getByText('Move shot 2 between 4 and 5; numbers stay').first().waitFor()
    await page.getByText('Nothing turns stale').waitFor()
  })
  await expect.poll(() => inScene('1')).toEqual(['1', '3', '4', '2', ...before.slice(4)])
  expect(await selected()).toEqual(['2'])
  await press('Control+z')
  await expect.poll(() => inScene('1')).toEqual(before)
})

test('Escape in the middle of a drag changes nothing, and a click never does', async () => {
  const steps = () => query<unknown[]>(folder, 'history').length
  const before = steps()
  await dragPanel('1', '3', 0.8, () => press('Escape'))
  await click('3')
  expect(steps()).toBe(before)
  expect(await running.page.getByText(/^Move shot/).count()).toBe(0)
})

test('several shots are dragged into another scene, which names who comes along', async () => {
  const { page } = running
  const [first, second] = [inScene('1'), inScene('2')]
  await top()
  await click('6')
  await click('8', 'Shift')
  await click('7', 'Control')
  expect(await selected()).toEqual(['6', '8'])
  await dragPanel('8', second[0]!, 0.2, async () => {
    await page
      .getByText(new RegExp(`Move shots 6 and 8 into scene 2, before ${second[0]!}; numbers stay; .* along`))
      .first()
      .waitFor()
  })
  await expect.poll(() => inScene('2')).toEqual(['6', '8', ...second])
  await press('Control+z')
  await expect.poll(() => [inScene('1'), inScene('2')]).toEqual([first, second])
})

test('with Alt a drag leaves the shot and puts a copy there', async () => {
  const { page } = running
  const before = inScene('1')
  await top()
  await dragPanel('1', '3', 0.8, async () => {
    await page.keyboard.down('Alt')
    await page.getByText('Copy shot 1 between 3 and 4').first().waitFor()
  })
  await page.keyboard.up('Alt')
  await expect.poll(() => inScene('1').length).toBe(before.length + 1)
  expect(inScene('1').slice(0, 3)).toEqual(['1', '2', '3'])
  expect(shots().filter((s) => s.text === shots()[0]!.text)).toHaveLength(2)
  await press('Control+z')
  await expect.poll(() => inScene('1')).toEqual(before)
})

test('the same by keys alone: choose, move, into the next scene and back', async () => {
  const [first, second] = [inScene('1'), inScene('2')]
  await top()
  await click('1')
  for (const key of ['ArrowRight', 'Shift+ArrowRight']) await press(key)
  expect(await selected()).toEqual(['2', '3'])
  await press('Alt+ArrowRight')
  await expect.poll(() => inScene('1').slice(0, 4)).toEqual(['1', '4', '2', '3'])
  expect(await selected()).toEqual(['2', '3'])
  await press('Alt+PageDown')
  await expect.poll(() => inScene('2').slice(0, 3)).toEqual(['2', '3', second[0]])
  await press('Alt+ArrowLeft')
  await expect.poll(() => inScene('1').slice(-2)).toEqual(['2', '3'])
  for (let i = 0; i < 3; i++) await press('Control+z')
  await expect.poll(() => [inScene('1'), inScene('2')]).toEqual([first, second])
})

test('a board is written without the mouse: insert, type, leave, insert again', async () => {
  const { page } = running
  const before = inScene('1')
  await top()
  await click('1')
  await press('n')
  await page.getByLabel(/^What is seen in shot/).waitFor()
  await page.keyboard.type('Her hand on the latch.')
  await press('Control+Enter')
  await press('n')
  // Faster than the field comes up.
  await page.keyboard.type('It does not open.')
  await press('Control+Enter')
  await expect
    .poll(() =>
      shots()
        .slice(1, 3)
        .map((s) => s.text),
    )
    .toEqual(['Her hand on the latch.', 'It does not open.'])
  // The key after the one that leaves the fields is one of the board.
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid')
  await press('ArrowLeft')
  await press('j')
  await expect.poll(() => inScene('1').length).toBe(before.length + 1)
  for (let i = 0; i < 5; i++) await press('Control+z')
  await expect.poll(() => inScene('1')).toEqual(before)
})

test('text, duration and camera are edited where they stand; a visit is one step', async () => {
  const { page } = running
  await top()
  const old = shots()[0]!
  const at = await pointIn(panel('1').locator('[data-edit="duration"]'))
  await page.mouse.dblclick(at.x, at.y)
  const duration = page.getByLabel('Duration of shot 1')
  await expect.poll(() => duration.evaluate((field) => field === document.activeElement)).toBe(true)
  await page.keyboard.press('Control+a')
  await page.keyboard.type('2.5')
  await press('Tab')
  await expect.poll(() => shots()[0]!.durationFrames).toBe(60)
  expect(await page.getByLabel('What is seen in shot 1').evaluate((field) => field === document.activeElement)).toBe(
    true,
  )
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Slowly.')
  await page.getByLabel('Movement in shot 1').fill('dolly in')
  await press('Enter')
  await expect.poll(() => shots()[0]!.text).toBe(`${old.text} Slowly.`)
  await panel('1').getByText('dolly in').waitFor()
  for (let i = 0; i < 3; i++) await press('Control+z')
  await expect.poll(() => [shots()[0]!.text, shots()[0]!.durationFrames]).toEqual([old.text, old.durationFrames])
})

test('shots are copied and cut, and pasted after the chosen one; also into another scene', async () => {
  const [first, second] = [inScene('1'), inScene('2')]
  await top()
  await click('1')
  await click('2', 'Shift')
  await press('Control+c')
  await click('4')
  await press('Control+v')
  await expect.poll(() => inScene('1').length).toBe(first.length + 2)
  expect(inScene('1').slice(0, 4)).toEqual(first.slice(0, 4))
  expect(await selected()).toHaveLength(2)
  await press('Control+z')
  await expect.poll(() => inScene('1')).toEqual(first)
  await click('3')
  await press('Control+x')
  await press('End')
  await press('Control+v')
  await expect.poll(() => inScene('1').includes('3')).toBe(false)
  await press('Control+z')
  await expect.poll(() => [inScene('1'), inScene('2')]).toEqual([first, second])
})

test('the menu of a right click does what the keys do: duplicate, split, delete', async () => {
  const { page } = running
  const before = inScene('1')
  await top()
  const choose = async (number: string, item: string) => {
    await panel(number).click({ button: 'right', position: { x: 60, y: 120 } })
    await page.getByRole('menuitem', { name: item }).click()
  }
  await choose('2', 'Duplicate')
  await expect.poll(() => inScene('1').length).toBe(before.length + 1)
  await press('Control+z')
  await choose('2', 'Split')
  await expect.poll(() => inScene('1').slice(1, 3)).toEqual(['2A', '2B'])
  await press('Control+z')
  await expect.poll(() => inScene('1')).toEqual(before)
  await choose('2', 'Delete')
  await expect.poll(() => inScene('1')).toEqual(before.filter((n) => n !== '2'))
  expect(await selected()).toEqual(['3'])
  await press('Control+z')
  await expect.poll(() => inScene('1')).toEqual(before)
  await click('2')
  await press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Duplicate' }).waitFor()
  await press('Escape')
})

test('a scene is dragged by its head, or moved by keys, with all its shots', async () => {
  const { page } = running
  const numbers = () => scenes().map((s) => s.number)
  const before = numbers()
  await top()
  await page.getByLabel('Panels in a row').fill('6')
  const head = (number: string) => page.locator(`[data-scene-head="${scenes().find((s) => s.number === number)!.id}"]`)
  const [from, to] = [await pointIn(head('2'), 0.5), await pointIn(head('1'), 0.5)]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y + 20, { steps: 6 })
  await page.getByText('Move scene 2 before scene 1; numbers stay').first().waitFor()
  await page.mouse.up()
  await expect.poll(numbers).toEqual(['2', '1', ...before.slice(2)])
  await press('Control+z')
  await expect.poll(numbers).toEqual(before)
  await head('1').click({ button: 'right', position: { x: 80, y: 18 } })
  await page.getByRole('menuitem', { name: 'Move the scene later' }).click()
  await expect.poll(numbers).toEqual(['2', '1', ...before.slice(2)])
  await press('Shift+Alt+PageUp')
  await expect.poll(numbers).toEqual(before)
  for (let i = 0; i < 2; i++) await press('Control+z')
  await page.getByLabel('Panels in a row').fill('4')
})

test('a picture dropped on an end of a panel, or pasted, is a take of it', async () => {
  const { page } = running
  await top()
  const takes = (number: string, kind: string) =>
    query<{ shotId: string; kind: string }[]>(folder, 'takes', { shot: idOf(number) }).filter((t) => t.kind === kind)
      .length
  expect(takes('1', 'startFrame')).toBe(0)
  const at = await pointIn(panel('1').locator('[data-frame="start"]'))
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [picture], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: at.x, y: at.y, data })
  await expect.poll(() => takes('1', 'startFrame')).toBe(1)
  const end = await pointIn(panel('2').locator('[data-frame="end"]'))
  await page.mouse.click(end.x, end.y)
  // A picture as another program copies it: it has no file.
  await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 320
    canvas.height = 180
    canvas.getContext('2d')!.fillRect(20, 20, 100, 100)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File([blob!], 'image.png', { type: 'image/png' }))
    document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  })
  await expect.poll(() => takes('2', 'endFrame')).toBe(1)
  await page.getByText('The picture is the end frame of shot 2.').first().waitFor()
})

test('what is said is edited in place, a rectangle chooses panels, and the pages to print are shown', async () => {
  const { page } = running
  await top()
  const spoken = query<{ number: string; dialogue: { text: string }[] }[]>(folder, 'shots').find(
    (s) => s.dialogue.length,
  )!
  await click(spoken.number)
  await press('Enter')
  const line = page.getByLabel(`Line 1 of shot ${spoken.number}`, { exact: true })
  await line.fill('He is in our garden, still.')
  await press('Control+Enter')
  const said = () =>
    query<(typeof spoken)[]>(folder, 'shots').find((s) => s.number === spoken.number)!.dialogue[0]!.text
  await expect.poll(said).toBe('He is in our garden, still.')
  await page.getByRole('grid', { name: 'Panels of the shots' }).focus()
  await press('Control+z')
  await expect.poll(said).toBe(spoken.dialogue[0]!.text)
  await top()
  const first = (await panel('1').boundingBox())!
  await drag(page, { x: first.x - 6, y: first.y + 20 }, { x: first.x + first.width + 60, y: first.y + 60 })
  await page.getByText('2 shots selected').first().waitFor()
  await page.getByRole('button', { name: 'Print…' }).click()
  await page
    .getByRole('dialog')
    .getByRole('radio', { name: /PDF/ })
    .and(page.locator('[aria-checked="true"]'))
    .waitFor()
  await press('Escape')
})

test('scenes fold, the board has no serious accessibility finding, and all of it is there after a restart', async () => {
  const { page } = running
  await top()
  await page.getByLabel('Panels in a row').fill('3')
  await click('1')
  await press('f')
  await expect.poll(() => board().locator('[aria-expanded="false"]').count()).toBe(1)
  expect(await axeFindings(running)).toEqual([])
  const order = shots().map((s) => s.id)
  await page.waitForTimeout(600)
  expect(running.problems).toEqual([])
  await running.app.close()
  await start()
  await expect.poll(() => board().locator('[aria-expanded="false"]').count()).toBe(1)
  expect(await running.page.getByLabel('Panels in a row').inputValue()).toBe('3')
  await board().locator('[aria-expanded="false"]').click()
  await top()
  await dragPanel('1', '2', 0.9)
  await expect.poll(() => inScene('1').slice(0, 2)).toEqual(['2', '1'])
  await running.app.close()
  await start()
  await press('Control+z')
  await expect.poll(() => shots().map((s) => s.id)).toEqual(order)
  expect(running.problems).toEqual([])
})
