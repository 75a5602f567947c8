import { ALL_FORMATS, BufferSource, Input } from 'mediabunny'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wavBytes } from '../electron/testing/wavBytes'
import { pngBytes } from '../electron/testing/png'
import { movieFrames } from './movieFrames'
import { answerDialog, cli, launch, temporaryFolder, type Running } from './support'

const home = temporaryFolder()
const out = temporaryFolder()
const folder = join(home, 'Film.exeunt')
const rate = 24_000 / 1001
let running: Running

interface Shot {
  id: string
  text: string
  durationSeconds: number
}
let shots: Shot[]

beforeAll(async () => {
  const script = join(home, 'film.fountain')
  writeFileSync(script, 'INT. ROOM - DAY\n\nAn empty room.\n\nBOB enters from the left.\n\nBOB\nHello.\n')
  const magenta = join(home, 'bob.png')
  writeFileSync(magenta, pngBytes(300, 600, [255, 0, 255]))
  cli(['new', folder, '--title', 'Film', '--fps', '23.976'])
  cli(['import', folder, script])
  const bob = cli<{ id: string; name: string }[]>(['query', folder, 'assets']).find(({ name }) => name === 'Bob')!
  cli(['media', 'add', folder, magenta, '--asset', bob.id])
  // A click on the cut: silence but for a hundredth of a second.
  shots = cli<Shot[]>(['query', folder, 'shots'])
  const click = join(home, 'click.wav')
  writeFileSync(
    click,
    wavBytes(1, (at) => (at >= 0.5 && at < 0.51 ? Math.sin(at * 6000) : 0), { rate: 48_000 }),
  )
  cli(['media', 'sound', folder, click, '--at', String(shots[0]!.durationSeconds - 0.5)])
  running = await launch(join(home, 'user'), [folder])
  await running.page.waitForSelector('[data-cell]', { state: 'attached' })
})
afterAll(() => running.app.close())

/** What another reader finds in a movie. */
async function read(file: string) {
  const input = new Input({ source: new BufferSource(readFileSync(file)), formats: ALL_FORMATS })
  const track = (await input.getPrimaryVideoTrack())!
  const { packetCount, averagePacketRate } = await track.computePacketStats()
  return {
    codec: await track.getCodec(),
    width: await track.getDisplayWidth(),
    height: await track.getDisplayHeight(),
    frames: packetCount,
    rate: averagePacketRate,
    seconds: await track.computeDuration(),
  }
}

/** When a movie is first heard, in seconds, by the browser's own decoder. */
async function heardAt(page: Page, file: string): Promise<number> {
  const bytes = readFileSync(file).toString('base64')
  return page.evaluate(async (text) => {
    const data = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
    const sound = await new OfflineAudioContext(2, 1, 48_000).decodeAudioData(data.buffer)
    return sound.getChannelData(0).findIndex((sample) => Math.abs(sample) > 0.25) / sound.sampleRate
  }, bytes)
}

/** How many pixels are Bob's magenta. */
function magentaIn({ width, height, at }: Awaited<ReturnType<typeof movieFrames>>[number]): number {
  let count = 0
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [r, g, b] = at(x, y) as [number, number, number]
      if (r > 200 && g < 80 && b > 200) count++
    }
  return count
}

test('the film becomes a movie: every frame at the rate of the project, Bob only from his entrance on', async () => {
  const { app, page, problems } = running
  await page.keyboard.press('Control+e')
  const sheet = page.getByRole('dialog', { name: 'Export' })
  await sheet.getByRole('radio', { name: /^Movie/ }).click()
  await sheet.getByRole('radio', { name: 'Film', exact: true }).click()
  await sheet.getByRole('radio', { name: '720p' }).click()
  await sheet.getByRole('radio', { name: 'Draft' }).click()
  await sheet.getByRole('radio', { name: 'SRT', exact: true }).click()
  await sheet.locator('canvas[data-painted="0"]').waitFor()
  await answerDialog(app, [join(out, 'film.mp4')])
  await sheet.getByRole('button', { name: 'Export…' }).click()
  await sheet.waitFor({ state: 'hidden', timeout: 60_000 })

  const seconds = shots.reduce((sum, shot) => sum + shot.durationSeconds, 0)
  const movie = await read(join(out, 'film.mp4'))
  const frames = Math.round(seconds * rate)
  expect(movie).toMatchObject({ codec: 'avc', width: 1280, height: 720, frames })
  expect(movie.rate).toBeCloseTo(24000 / 1001, 6)
  expect(movie.seconds).toBeCloseTo((frames * 1001) / 24000, 6)
  expect(readFileSync(join(out, 'film.srt'), 'utf8')).toContain('Hello.')
  expect(readdirSync(out).sort()).toEqual(['film.mp4', 'film.srt'])

  const [first, second] = shots as [Shot, Shot]
  // Within a frame of its cut.
  expect(Math.abs((await heardAt(page, join(out, 'film.mp4'))) - first.durationSeconds)).toBeLessThan(1 / 24)
  const cut = Math.round(first.durationSeconds * rate)
  const end = Math.round((first.durationSeconds + second.durationSeconds) * rate)
  const pictures = await movieFrames(page, join(out, 'film.mp4'), [Math.round(cut / 2), cut, end - 3])
  const [before, entrance, after] = pictures.map(magentaIn)
  expect([before, entrance]).toEqual([0, 0])
  expect(after).toBeGreaterThan(5000)
  expect(problems).toEqual([])
})

test('cancelled, the file that stood there stands, and nothing else lies beside it', async () => {
  const { app, page } = running
  const before = readFileSync(join(out, 'film.mp4'))
  await page.keyboard.press('Control+e')
  const sheet = page.getByRole('dialog', { name: 'Export' })
  await sheet.getByRole('radio', { name: '4K' }).click()
  await answerDialog(app, [join(out, 'film.mp4')])
  await sheet.getByRole('button', { name: 'Export…' }).click()
  await sheet.getByText(/^Frame \d+ of/).waitFor()
  await sheet.getByRole('button', { name: 'Cancel' }).click()
  await page.getByText('Export cancelled. Nothing was written.').first().waitFor()
  expect(readFileSync(join(out, 'film.mp4')).equals(before)).toBe(true)
  expect(readdirSync(out).sort()).toEqual(['film.mp4', 'film.srt'])
  await page.keyboard.press('Escape')
})

test('the command line makes the same movie in a window of its own', async () => {
  const file = join(out, 'cli.webm')
  const options = '{"size":"720p","quality":"draft","subtitles":"burnt","slate":true}'
  const asked = ['export', folder, 'movie', file, '--shots', shots[1]!.id, '--options', options]
  const answer = cli<{ movie: unknown; files: string[] }>(asked)
  const frames = Math.round((shots[1]!.durationSeconds * 24000) / 1001)
  expect(answer).toMatchObject({ files: ['cli.webm'], movie: { frames, codec: 'vp9', width: 1280, height: 720 } })
  expect(await read(file)).toMatchObject({ codec: 'vp9', frames })
})
