import { afterAll, beforeAll, expect, test } from 'vitest'
import { join } from 'node:path'
import { buildBigProject } from '../bench/bigProject'
import { launch, temporaryFolder, type Running } from './support'

const home = temporaryFolder()
const folder = join(home, 'Big.exeunt')
let running: Running

beforeAll(async () => {
  buildBigProject(folder)
  running = await launch(join(home, 'user'), [folder])
})
afterAll(() => running.app.close())

/** How many pixels of the canvas have the colour of a bar, tile by tile; read in the frame after the scroll. */
async function barPixels(x: number, y: number): Promise<{ tiles: number; empty: number }> {
  return running.page.evaluate(
    ([left, top]) => {
      const scroller = document.querySelector<HTMLElement>('[role="grid"]')!
      scroller.scrollTo(left!, top!)
      return new Promise<{ tiles: number; empty: number }>((done) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            const canvas = scroller.querySelector('canvas')!
            const ratio = canvas.width / canvas.clientWidth
            const headX = Math.round(168 * ratio)
            const headY = Math.round(82 * ratio)
            const side = Math.round(126 * ratio)
            const ctx = canvas.getContext('2d')!
            let tiles = 0
            let empty = 0
            for (let ty = headY; ty + side <= canvas.height - 24; ty += side) {
              for (let tx = headX; tx + side <= canvas.width - 24; tx += side) {
                const { data } = ctx.getImageData(tx, ty, side, side)
                tiles++
                let painted = false
                for (let i = 0; i < data.length && !painted; i += 16)
                  painted =
                    Math.max(data[i]!, data[i + 1]!, data[i + 2]!) - Math.min(data[i]!, data[i + 1]!, data[i + 2]!) > 40
                if (!painted) empty++
              }
            }
            done({ tiles, empty })
          }),
        ),
      )
    },
    [x, y],
  )
}

test('200 assets by 1,000 shots open and scroll without blank areas', async () => {
  const { page } = running
  await page.getByRole('button', { name: 'Matrix', exact: true }).click()
  await page.waitForSelector('[data-cell]', { state: 'attached', timeout: 30_000 })
  expect(await page.getByRole('grid').getAttribute('aria-colcount')).toBe('1001')
  for (const [x, y] of [
    [0, 0],
    [4000, 900],
    [21_000, 3000],
    [41_000, 6500],
    [12_345, 2345],
    [0, 6500],
  ] as const) {
    const { tiles, empty } = await barPixels(x, y)
    expect(tiles).toBeGreaterThan(20)
    // Three by three cells at 30 % density: a tile without any bar is rare, a blank area would be many.
    expect(empty / tiles).toBeLessThan(0.2)
  }
})

test('what is painted right after a wheel turn is what stays', async () => {
  const { page } = running
  const box = (await page.getByRole('grid').boundingBox())!
  const clip = { x: box.x + 180, y: box.y + 90, width: box.width - 220, height: box.height - 130 }
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  for (const [dx, dy] of [
    [0, 700],
    [900, 0],
    [-400, 350],
  ] as const) {
    await page.mouse.wheel(dx, dy)
    await page.waitForTimeout(120)
    const soon = await page.screenshot({ clip })
    await page.waitForTimeout(600)
    expect((await page.screenshot({ clip })).equals(soon)).toBe(true)
  }
  expect(running.problems).toEqual([])
})
