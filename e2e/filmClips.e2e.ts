import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { BufferTarget, EncodedPacket, EncodedVideoPacketSource, Mp4OutputFormat, Output } from 'mediabunny'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fakeGoogleVideo } from '../electron/testing/servers/googleVideoServer'
import { movieFrames } from './movieFrames'
import { cli, launch, temporaryFolder, type Running } from './support'

const home = temporaryFolder()
const out = temporaryFolder()
const folder = join(home, 'Film.exeunt')
const clipFile = join(home, 'clip.mp4')
const clipFrames = 96
/** The green of each frame of the clip, far enough from that of the frames beside it. */
const greenOf = (frame: number) => 40 + ((frame * 24) % 192)

interface Shot {
  id: string
  durationFrames: number
}
let shots: Shot[]
const command = (name: string, input: object) => cli(['do', folder, name, JSON.stringify(input)])
let running: Running | undefined

/** A clip of plain green pictures, each in a green of its own, encoded by the browser. */
async function makeClip(page: Page): Promise<void> {
  const greens = Array.from({ length: clipFrames }, (_, i) => greenOf(i))
  const { packets, config } = await page.evaluate(async (wanted) => {
    const made: { key: boolean; data: string }[] = []
    let description: string | undefined
    const encode = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    const encoder = new VideoEncoder({
      output(chunk, meta) {
        const bytes = new Uint8Array(chunk.byteLength)
        chunk.copyTo(bytes)
        made.push({ key: chunk.type === 'key', data: encode(bytes) })
        const about = meta?.decoderConfig?.description
        if (about) description ??= encode(new Uint8Array(about as ArrayBuffer))
      },
      error: (error) => {
        throw error
      },
    })
    encoder.configure({ codec: 'avc1.420028', width: 640, height: 360, bitrate: 8_000_000, framerate: 24 })
    const canvas = new OffscreenCanvas(640, 360)
    const context = canvas.getContext('2d')!
    for (const [i, green] of wanted.entries()) {
      context.fillStyle = `rgb(20, ${green}, 20)`
      context.fillRect(0, 0, 640, 360)
      const frame = new VideoFrame(canvas, { timestamp: Math.round((i * 1e6) / 24) })
      encoder.encode(frame, { keyFrame: i % 24 === 0 })
      frame.close()
    }
    await encoder.flush()
    return { packets: made, config: description }
  }, greens)
  const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
  const target = new BufferTarget()
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target })
  const source = new EncodedVideoPacketSource('avc')
  output.addVideoTrack(source, { frameRate: 24 })
  await output.start()
  const decoderConfig = { codec: 'avc1.420028', codedWidth: 640, codedHeight: 360, description: bytesOf(config!) }
  for (const [i, { key, data }] of packets.entries())
    await source.add(new EncodedPacket(bytesOf(data), key ? 'key' : 'delta', i / 24, 1 / 24), { decoderConfig })
  await output.finalize()
  writeFileSync(clipFile, Buffer.from(target.buffer!))
}

beforeAll(async () => {
  const encoding = await launch(join(home, 'first'))
  await makeClip(encoding.page)
  await encoding.app.close()

  const script = join(home, 'film.fountain')
  writeFileSync(script, 'INT. ROOM - DAY\n\nBOB waits.\n\nBOB looks at the door.\n')
  cli(['new', folder, '--title', 'Film', '--fps', '24'])
  cli(['import', folder, script])
  shots = cli<Shot[]>(['query', folder, 'shots'])
  // Shorter than its clip; and the camera moves, which the clip shows already.
  command('shot.update', { shotId: shots[0]!.id, durationFrames: 60 })
  command('shot.setCamera', { shotIds: [shots[0]!.id], kind: 'push' })
  shots = cli<Shot[]>(['query', folder, 'shots'])
  cli(['generate', folder, '--stage', '10', '--all'])
})
afterAll(() => running?.app.close())

const isGreen = ([r, g, b]: readonly number[], green: number) =>
  Math.abs(g! - green) < 9 && Math.abs(r! - 20) < 14 && Math.abs(b! - 20) < 14

test('a movie plays the chosen clip of a shot frame by frame, no longer than the shot, and the next shot as it is', async () => {
  const server = await fakeGoogleVideo(clipFile)
  command('profile.create', {
    id: 'google',
    kind: 'gemini-video',
    baseUrl: `${server.url}/v1beta`,
    model: 'omni-test',
  })
  const made = await promisify(execFile)(
    process.execPath,
    [
      join(process.cwd(), 'out/main/cli.js'),
      'generate',
      folder,
      '--stage',
      '12',
      '--shots',
      shots[0]!.id,
      '--generator',
      'google',
    ],
    { env: { ...process.env, EXEUNT_KEY_GOOGLE: server.key } },
  )
  expect(made.stdout).toContain('made')
  running = await launch(join(home, 'user'), [folder])
  await running.page.waitForSelector('[data-cell]', { state: 'attached' })

  const file = join(out, 'film.mp4')
  const options = '{"size":"720p","quality":"best","sound":false}'
  const filmed = await promisify(execFile)(process.execPath, [
    join(process.cwd(), 'out/main/cli.js'),
    'export',
    folder,
    'movie',
    file,
    '--options',
    options,
  ])
  const { movie, warnings } = JSON.parse(filmed.stdout) as { movie: { frames: number }; warnings: unknown[] }
  const [first] = shots as [Shot]
  expect(movie.frames).toBe(shots.reduce((sum, shot) => sum + shot.durationFrames, 0))
  expect(warnings).toEqual([])
  const frames = [0, 1, 2, 3, 23, 24, 25, 40, 57, 58, 59]
  expect(first.durationFrames).toBe(60)
  const pictures = await movieFrames(running.page, file, [...frames, 60, 61])
  const colours = pictures.map(({ width, height, at }) => at(width / 2, height / 4).slice(0, 3))
  const wrong = frames.flatMap((frame, i) =>
    isGreen(colours[i]!, greenOf(frame)) ? [] : [`frame ${frame}: ${colours[i]!.join(' ')}, not ${greenOf(frame)}`],
  )
  expect(wrong).toEqual([])
  expect(isGreen(colours.at(-2)!, greenOf(60)), colours.at(-2)!.join(' ')).toBe(false)
})

test('the animatic shows the clip at the playhead, and the stills again once the clip is stale', async () => {
  const { page, problems } = running!
  await page.getByRole('button', { name: 'Animatic', exact: true }).click()
  const shows = page.locator('[data-shows]')
  const middle = () =>
    page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('canvas[aria-label="The film at the playhead"]')!
      const small = new OffscreenCanvas(1, 1).getContext('2d')!
      small.drawImage(canvas, canvas.width / 2, canvas.height / 4, 1, 1, 0, 0, 1, 1)
      return Array.from(small.getImageData(0, 0, 1, 1).data).slice(0, 3)
    })
  await page.getByRole('application', { name: 'The film over time' }).focus()
  await page.keyboard.press('Home')
  await expect.poll(() => shows.textContent()).toContain('clip')
  for (const frame of [0, 1, 2]) {
    await expect.poll(async () => isGreen(await middle(), greenOf(frame))).toBe(true)
    await page.keyboard.press('.')
  }
  await page.keyboard.press('Space')
  await expect.poll(() => shows.textContent()).not.toContain('clip')
  await page.keyboard.press('Space')
  await page.keyboard.press('Home')
  await expect.poll(async () => isGreen(await middle(), greenOf(0))).toBe(true)
  // The clip was made with this move in its words.
  await page.getByLabel('How the camera moves').selectOption('stands')
  await expect.poll(() => shows.textContent()).not.toContain('clip')
  expect(problems).toEqual([])
})
