import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tone, wavBytes } from '../electron/testing/wavBytes'
import { answerDialog, axeFindings, drag, launchSample, picture, temporaryFolder, type Running } from './support'

let running: Running
const user = join(temporaryFolder(), 'user')

beforeAll(async () => {
  // A microphone of Chromium's own, which beeps; whether it may be used our own rules say.
  running = await launchSample(user, 'Animatic', ['--use-fake-device-for-media-stream'])
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
  await expect.poll(shown).not.toBe(first)
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

const lanes = () => running.page.getByRole('application', { name: 'Sound', exact: true })
const field = (name: string) => running.page.getByRole('textbox', { name })

test('a sound comes onto the film, is moved and trimmed by mouse and keys, and undo brings it back', async () => {
  const { app, page } = running
  await strip().focus()
  await key('Home')
  const wav = join(temporaryFolder(), 'waltz.wav')
  writeFileSync(
    wav,
    wavBytes(20, (at) => tone(330)(at) * (0.3 + 0.7 * Math.abs(Math.sin(at * 2))), { rate: 16_000 }),
  )
  await answerDialog(app, [wav])
  await page.getByRole('button', { name: 'Add sound', exact: true }).click()
  await field('Name of the sound').waitFor()
  await expect.poll(() => field('Length in seconds').inputValue()).toBe('20')
  const box = (await lanes().boundingBox())!
  const perSecond = (box.width - 176) / 75.4
  const middle = { x: box.x + 176 + 10 * perSecond, y: box.y + 24 }
  await drag(page, middle, { x: middle.x + 5 * perSecond, y: middle.y })
  const at = async () => Number(await field('Begins, in seconds from there').inputValue())
  await expect.poll(at).toBeGreaterThan(4)
  const moved = await at()
  expect(Math.round(moved * 24)).toBeCloseTo(moved * 24, 1)
  await key('Control+Alt+ArrowRight')
  await expect.poll(at).toBeCloseTo(moved + 1 / 24, 2)
  await key(']')
  await key('Shift+Alt+ArrowLeft')
  await expect.poll(async () => Number(await field('Length in seconds').inputValue())).toBeCloseTo(20 - 10 / 24, 2)
  await field('Fade in, in seconds').fill('2')
  await key('Enter')
  await lanes().focus()
  await picture(page, 'animatic-sound')
  await key('Control+z')
  await key('Control+z')
  await expect.poll(async () => Number(await field('Length in seconds').inputValue())).toBe(20)
  await key('Delete')
  await field('Name of the sound').waitFor({ state: 'detached' })
  await key('Control+z')
  await expect.poll(() => running.page.locator('[data-count]', { hasText: /^1$/ }).count()).toBe(1)
})

test('a line is recorded with the microphone while the film plays; it belongs to its shot, sounds, and undo takes it back', async () => {
  const { page } = running
  await strip().focus()
  await key('Home')
  await key('ArrowDown')
  await key('r')
  await page.getByRole('button', { name: 'Recording', exact: true }).waitFor()
  await playing().getByRole('button', { name: 'Pause' }).waitFor()
  const from = await time()
  await expect.poll(time).not.toBe(from)
  await page.waitForTimeout(1500)
  await key('r')
  await expect.poll(() => field('Name of the sound').inputValue()).toBe('Shot 2, line 1')
  await playing().getByRole('button', { name: 'Play', exact: true }).waitFor()
  expect(Number(await field('Length in seconds').inputValue())).toBeGreaterThan(1.2)
  expect(Number(await field('Begins, in seconds from there').inputValue())).toBe(0)
  const media = join(user, 'Sample.exeunt', 'media')
  const files = readdirSync(media, { recursive: true, encoding: 'utf8' })
  const recorded = files.filter((name) => name.endsWith('.wav')).map((name) => readFileSync(join(media, name)))
  const beeps = recorded.find((bytes) => bytes.readUInt32LE(24) === 48_000)!
  const loudest = Math.max(...Array.from({ length: (beeps.length - 44) >> 1 }, (_, i) => beeps.readInt16LE(44 + i * 2)))
  expect(loudest).toBeGreaterThan(1000)
  await key('Control+z')
  await field('Name of the sound').waitFor({ state: 'detached' })
})

test('while it plays, the sound is heard and the picture keeps its time', async () => {
  const { page } = running
  await strip().focus()
  await key('Home')
  for (let i = 0; i < 3; i++) await key('ArrowDown')
  await key('Space')
  await playing().getByRole('button', { name: 'Pause' }).waitFor()
  await expect.poll(() => page.getByText(/-?\d+ dB$/).count()).toBeGreaterThan(0)
  await key('Space')
})

test('a camera move is chosen, set on the picture by mouse and keys, and undone', async () => {
  const { page } = running
  await page.getByRole('combobox', { name: 'How the camera moves' }).selectOption('push')
  await page.getByRole('button', { name: 'Set on the picture' }).click()
  const last = page.getByRole('group', { name: /^Last framing/ })
  await last.waitFor()
  const before = (await last.boundingBox())!
  await drag(page, { x: before.x + 60, y: before.y + 60 }, { x: before.x + 120, y: before.y + 60 })
  await expect.poll(async () => (await last.boundingBox())!.x).toBeGreaterThan(before.x + 40)
  await picture(page, 'animatic-camera')
  const x = field('Last framing, from left, in percent')
  const moved = Number(await x.inputValue())
  await key('ArrowRight')
  await expect.poll(async () => Number(await x.inputValue())).toBeCloseTo(moved + 1, 1)
  await key('Control+z')
  await key('Control+z')
  await expect.poll(async () => Number(await x.inputValue())).toBe(20)
  await page.getByRole('button', { name: 'Done setting' }).click()
})

test('nothing stands in the way of assistive technology', async () => {
  expect(await axeFindings(running)).toEqual([])
  expect(running.problems).toEqual([])
})
