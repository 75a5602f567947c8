import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cell, cli, launch, pointIn, query, temporaryFolder, type Running } from './support'

const home = temporaryFolder()
const script = join(home, 'Long.fountain')
const folder = join(home, 'Long.exeunt')
const people = Array.from({ length: 40 }, (_, i) => `GUEST${String.fromCharCode(65 + (i % 26))}${i}`)
let running: Running

beforeAll(async () => {
  const lines = people.map((name, i) => `The party goes on, ${i}.\n\n${name}\nGood evening.\n`)
  writeFileSync(script, `INT. BALLROOM - NIGHT\n\n${lines.join('\n')}`)
  cli(['new', folder])
  cli(['import', folder, script])
  const shots = query<{ id: string }[]>(folder, 'shots')
  const [first] = characters()
  // One who is only in the first shot, so that there is room to drag the end of the bar.
  const cells = shots.slice(1).map(({ id }) => ({ shotId: id, assetId: first!.id, remove: true }))
  cli(['do', folder, 'assignment.setMany', JSON.stringify({ cells })])
  running = await launch(join(home, 'user'), [folder])
  await running.page.getByRole('button', { name: 'Matrix', exact: true }).click()
  await running.page.waitForSelector('[data-cell]', { state: 'attached' })
})
afterAll(() => running.app.close())

interface Asset {
  readonly id: string
  readonly name: string
  readonly type: string
}
const characters = () => query<Asset[]>(folder, 'assets').filter((a) => a.type === 'character')
const scrolled = () =>
  running.page.getByRole('grid').evaluate(({ scrollLeft, scrollTop }) => ({ left: scrollLeft, top: scrollTop }))
const words = (asset: string, shot: string) => cell(running.page, asset, shot).textContent()

/** Makes somebody leave the first shot at its middle or so; answers who, and where the bar ends. */
async function somebodyLeaves(): Promise<{ name: string; x: number; y: number }> {
  const { page } = running
  const { name } = characters()[0]!
  await page.getByRole('grid').evaluate((grid) => grid.scrollTo(0, 0))
  await expect.poll(() => cell(page, name, '1').count()).toBe(1)
  const middle = await pointIn(cell(page, name, '1'))
  await page.mouse.click(middle.x, middle.y)
  await page.keyboard.press('x')
  await expect.poll(() => words(name, '1')).toMatch(/leaves/)
  return { name, ...(await pointIn(cell(page, name, '1'), 0.65)) }
}

test('a bar end held still at the rim goes on scrolling, and lands where it was let go', async () => {
  const { page } = running
  const { name, x, y } = await somebodyLeaves()
  const grid = (await page.getByRole('grid').boundingBox())!
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 60, y, { steps: 4 })
  await page.mouse.move(grid.x + grid.width - 14, y, { steps: 4 })
  await expect.poll(async () => (await scrolled()).left).toBeGreaterThan(300)
  await page.mouse.up()
  await expect.poll(() => words(name, '15')).toMatch(/throughout/)
  await page.keyboard.press('Control+z')
  await expect.poll(() => words(name, '15')).toMatch(/not in the shot/)
})

test('the wheel scrolls during the drag, and the bar end comes along; Escape leaves everything as it was', async () => {
  const { page } = running
  const { name, x, y } = await somebodyLeaves()
  const steps = query<unknown[]>(folder, 'history').length
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 100, y, { steps: 4 })
  const tag = page.getByText(/leaves .*shots? [\d, ]+/).first()
  const before = await tag.textContent()
  await page.mouse.wheel(420, 0)
  await expect.poll(() => tag.textContent()).not.toBe(before)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(query<unknown[]>(folder, 'history')).toHaveLength(steps)
  await page.getByRole('grid').evaluate((grid) => grid.scrollTo(0, 0))
  await expect.poll(() => words(name, '1')).toMatch(/leaves/)
})

test('after the release the bar stays where it was dropped: the old one is never seen again', async () => {
  const { page } = running
  const { name, x, y } = await somebodyLeaves()
  const from = { x, y }
  // In front of the old end, where the bar is full before, dim during the drag, and gone after it.
  const probe = await pointIn(cell(page, name, '1'), 0.5)
  const to = await pointIn(cell(page, name, '1'), 0.25)
  await page.evaluate(({ x, y }) => {
    const canvas = document.querySelector<HTMLCanvasElement>('[role="grid"] canvas')!
    const box = canvas.getBoundingClientRect()
    const ratio = canvas.width / box.width
    const seen: number[] = []
    Object.assign(window, { seen })
    const look = () => {
      // The colour of a few pixels together, whether the bar is hatched or not.
      const { data } = canvas
        .getContext('2d')!
        .getImageData((x - box.left) * ratio - 2, (y - box.top) * ratio - 4, 4, 8)
      let colour = 0
      for (let i = 0; i < data.length; i += 4) colour += Math.abs(data[i]! - data[i + 2]!)
      seen.push(colour)
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }, probe)
  const colours = () => page.evaluate(() => (window as unknown as { seen: number[] }).seen.splice(0))
  await page.waitForTimeout(100)
  const full = Math.max(...(await colours()))
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 5 })
  await page.waitForTimeout(100)
  await colours()
  await page.mouse.up()
  await page.waitForTimeout(500)
  const after = await colours()
  expect(after.length).toBeGreaterThan(5)
  expect(Math.max(...after)).toBeLessThan(full * 0.7)
})

test('a row is merged into one far below: held at the rim the list comes to it, and its name stays readable', async () => {
  const { page } = running
  await page.getByRole('grid').evaluate((grid) => grid.scrollTo(0, 0))
  const [first, target] = [characters()[0]!, characters().at(-1)!]
  const row = (asset: Asset) => page.locator(`button[data-drop-asset="${asset.id}"]`)
  const from = (await row(first).boundingBox())!
  const grid = (await page.getByRole('grid').boundingBox())!
  await page.mouse.move(from.x + 60, from.y + 15)
  await page.mouse.down()
  await page.mouse.move(from.x + 60, grid.y + grid.height - 10, { steps: 6 })
  const inSight = async () => {
    const box = (await row(target).count()) ? await row(target).boundingBox() : null
    return box !== null && box.y + box.height < grid.y + grid.height - 40
  }
  await expect.poll(inSight).toBe(true)
  await page.mouse.move(from.x + 60, grid.y + grid.height / 2)
  const at = (await row(target).boundingBox())!
  await page.mouse.move(at.x + 60, at.y + at.height / 2, { steps: 3 })
  await page.locator('strong', { hasText: `Merge “${first.name}” into “${target.name}”` }).waitFor()
  const name = (await row(target).locator('span').filter({ hasText: target.name }).first().boundingBox())!
  const ghost = (await page.getByText('Drop to review').locator('xpath=ancestor::div[2]').boundingBox())!
  expect(ghost.y >= name.y + name.height || ghost.y + ghost.height <= name.y).toBe(true)
  await page.mouse.up()
  await page.getByRole('dialog').getByText(`Merge ${first.name} into ${target.name}`).waitFor()
  await page.keyboard.press('Escape')
  expect(running.problems).toEqual([])
})
