import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchSample, picture, temporaryFolder, type Running } from './support'

let running: Running
const user = join(temporaryFolder(), 'user')

beforeAll(async () => {
  running = await launchSample(user, 'Timeline')
  await running.page.waitForSelector('[data-bar]', { state: 'attached' })
})
afterAll(() => running.app.close())

const lanes = () => running.page.getByRole('application', { name: 'Lanes over time' })
const monitor = () => running.page.getByRole('region', { name: 'Monitor' })
const time = async () => (await monitor().getByRole('toolbar').locator('strong').textContent()) ?? ''
const key = (name: string) => running.page.keyboard.press(name)
/** The picture of the monitor, small. */
const shown = () =>
  running.page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('section[aria-label="Monitor"] canvas')!
    const small = new OffscreenCanvas(64, 36)
    const context = small.getContext('2d')!
    context.drawImage(canvas, 0, 0, 64, 36)
    return [...context.getImageData(0, 0, 64, 36).data].join(',')
  })

test('space plays and pauses, the picture goes along, K stands, J goes back', async () => {
  await lanes().focus()
  await key('Home')
  await expect.poll(time).toBe('00:00:00')
  const first = await shown()
  await picture(running.page, 'monitor')
  await key('Space')
  await monitor().getByRole('button', { name: 'Pause' }).waitFor()
  await expect.poll(time).not.toBe('00:00:00')
  await expect.poll(shown).not.toBe(first)
  await key('Space')
  await monitor().getByRole('button', { name: 'Play', exact: true }).waitFor()
  const stood = await time()
  await key('.')
  await expect.poll(time).not.toBe(stood)
  await key('l')
  await key('l')
  await monitor().getByText('2×').waitFor()
  await key('k')
  await monitor().getByRole('button', { name: 'Play', exact: true }).waitFor()
  await key('j')
  await monitor().getByText('backwards').waitFor()
  await key('k')
})

test('the range from the in to the out point plays round and round', async () => {
  await key('Home')
  await key('PageDown')
  const from = await time()
  await key('i')
  for (let i = 0; i < 6; i++) await key('.')
  await key('o')
  await key('Control+l')
  await key('Home')
  await key('Space')
  const seen = new Set<string>()
  await expect
    .poll(async () => {
      seen.add(await time())
      return seen.size
    })
    .toBeGreaterThan(3)
  await key('k')
  await picture(running.page, 'monitor-range')
  expect([...seen].every((t) => t === '00:00:00' || t >= from)).toBe(true)
  await key('Alt+x')
  await key('Control+l')
})

test('the monitor says who is on stage and what the shot’s words are, and can be put away', async () => {
  const { page } = running
  await key('Home')
  await expect.poll(() => monitor().getByRole('listitem').count()).toBeGreaterThan(1)
  await monitor().getByText('Shot 1 in words').waitFor()
  await key('PageDown')
  await monitor().getByText('Shot 2 in words').waitFor()
  await page.getByRole('button', { name: 'Monitor', exact: true }).click()
  await monitor().waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Monitor', exact: true }).click()
  await monitor().waitFor()
  expect(running.problems).toEqual([])
})
