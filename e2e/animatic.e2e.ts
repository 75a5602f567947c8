import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, launch, picture, temporaryFolder, type Running } from './support'

let running: Running
const user = join(temporaryFolder(), 'user')

beforeAll(async () => {
  running = await launch(user)
  const { page } = running
  await page
    .getByRole('button', { name: /sample/i })
    .first()
    .click()
  await page.waitForSelector('[data-cell]', { state: 'attached' })
  await page.getByRole('button', { name: 'Animatic', exact: true }).click()
  await strip().waitFor()
})
afterAll(() => running.app.close())

const strip = () => running.page.getByRole('application', { name: 'The film over time' })
const playing = () => running.page.getByRole('toolbar', { name: 'Playing' })
const time = async () => (await running.page.locator('[data-time]').textContent()) ?? ''
const key = (name: string) => running.page.keyboard.press(name)
const shows = async () => (await running.page.locator('[data-shows]').textContent()) ?? ''
/** The picture on the screen, small. */
const shown = () =>
  running.page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas[aria-label="The film at the playhead"]')!
    const small = new OffscreenCanvas(64, 36)
    const context = small.getContext('2d')!
    context.drawImage(canvas, 0, 0, 64, 36)
    return [...context.getImageData(0, 0, 64, 36).data].join(',')
  })

test('the film plays with space, J, K and L, steps by frames and goes from cut to cut', async () => {
  await strip().focus()
  await key('Home')
  await expect.poll(time).toBe('00:00:00')
  await expect.poll(shows).toContain('Shot 1 ·')
  const first = await shown()
  await picture(running.page, 'animatic')
  await key('Space')
  await playing().getByRole('button', { name: 'Pause' }).waitFor()
  await expect.poll(shown, { timeout: 15_000 }).not.toBe(first)
  await key('Space')
  await playing().getByRole('button', { name: 'Play', exact: true }).waitFor()
  const stood = await time()
  await key('.')
  await expect.poll(time).not.toBe(stood)
  await key('l')
  await key('l')
  await playing().getByText('2×').waitFor()
  await key('k')
  await key('j')
  await playing().getByText('backwards').waitFor()
  await key('k')
  await key('Home')
  await key('ArrowDown')
  await expect.poll(shows).toContain('Shot 2 ·')
})

test('a scene alone plays round from its first frame to its last', async () => {
  const { page } = running
  await page.getByRole('radio', { name: 'Scene', exact: true }).click()
  await strip().focus()
  await key('End')
  const end = await time()
  await key('Home')
  await key('Shift+>')
  await expect.poll(time).toBe('00:00:10')
  expect(end > '00:05:00').toBe(true)
  await page.getByRole('radio', { name: 'Film', exact: true }).click()
})

test('nothing stands in the way of assistive technology', async () => {
  expect(await axeFindings(running)).toEqual([])
  expect(running.problems).toEqual([])
})
