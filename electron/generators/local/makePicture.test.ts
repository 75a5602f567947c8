import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PictureDoneEvent } from '../generatorContract'
import { runOnce } from '../../testing/inProcessGenerators'
import { WORKING_SIDE } from './makePicture'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'exeunt-pictures-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

let count = 0
async function taken(bytes: Buffer | string, cutOut = false): Promise<PictureDoneEvent> {
  const path = join(folder, `in-${count++}`)
  writeFileSync(path, bytes)
  const events = await runOnce({ type: 'picture', id: 'p', path, outFolder: folder, cutOut })
  return events.find((event) => event.type === 'pictureDone')!
}

/** A picture whose left half is red and right half blue. */
function halves(width: number, height: number) {
  const red = Buffer.from([220, 30, 30])
  const blue = Buffer.from([30, 30, 220])
  return sharp(Buffer.concat(Array.from({ length: width * height }, (_, i) => (i % width < width / 2 ? red : blue))), {
    raw: { width, height, channels: 3 },
  })
}

async function pixel(path: string, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(path).raw().toBuffer({ resolveWithObject: true })
  return [...data.subarray((y * info.width + x) * info.channels, (y * info.width + x + 1) * info.channels)]
}

const near = (colour: number[], wanted: readonly number[]): boolean =>
  wanted.every((value, i) => Math.abs(value - colour[i]!) < 45)

test('of a character on a flat ground it is the figure alone, on its feet; elsewhere the ground stays', async () => {
  const photo = await sharp(
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="400"><rect width="300" height="400" fill="#f2f0ee"/><rect x="100" y="80" width="90" height="260" fill="#357"/></svg>',
    ),
  )
    .flatten()
    .jpeg()
    .toBuffer()
  const { working, note } = await taken(photo, true)
  expect(working).toMatchObject({ mime: 'image/png', alpha: true })
  expect(Math.abs(working!.width - 90) + Math.abs(working!.height - 260)).toBeLessThan(8)
  expect(note).toBe('Its flat background is taken away.')
  expect((await taken(photo)).working).toBeNull()
})

describe('the working copy of a picture', () => {
  test('a plain small JPEG or PNG needs none', async () => {
    const jpeg = await taken(await halves(64, 32).jpeg().toBuffer())
    expect(jpeg).toMatchObject({
      original: { mime: 'image/jpeg', ext: 'jpg', width: 64, height: 32, alpha: false },
      working: null,
      note: '',
    })
    expect((await taken(await halves(64, 32).png().toBuffer())).working).toBeNull()
  })

  test('a photo lying on its side is set upright', async () => {
    const done = await taken(await halves(64, 32).withMetadata({ orientation: 6 }).jpeg().toBuffer())
    expect(done.original).toMatchObject({ width: 32, height: 64 })
    expect(done.working).toMatchObject({ width: 32, height: 64, ext: 'jpg' })
    expect(near(await pixel(done.working!.path, 16, 5), [220, 30, 30])).toBe(true)
    expect(near(await pixel(done.working!.path, 16, 58), [30, 30, 220])).toBe(true)
    expect((await sharp(done.working!.path).metadata()).orientation).toBeUndefined()
  })

  test('print colours, 16 bits and grey become 8-bit sRGB', async () => {
    for (const bytes of [
      await halves(40, 20).toColourspace('cmyk').jpeg().toBuffer(),
      await halves(40, 20).toColourspace('rgb16').png().toBuffer(),
      await halves(40, 20).toColourspace('b-w').png().toBuffer(),
      await halves(40, 20).withIccProfile('p3').png().toBuffer(),
      await halves(40, 20).tiff().toBuffer(),
    ]) {
      const { working } = await taken(bytes)
      expect(await sharp(working!.path).metadata()).toMatchObject({ space: 'srgb', depth: 'uchar', channels: 3 })
      expect((await sharp(working!.path).metadata()).hasProfile).toBeFalsy()
    }
  })

  test('red stays red through CMYK', async () => {
    const { working } = await taken(await halves(40, 20).toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer())
    const [r, , b] = await pixel(working!.path, 5, 10)
    expect(r!).toBeGreaterThan(b! + 60)
  })

  test('an animation gives its first picture and says so', async () => {
    const frames = await Promise.all(
      ['#ff0000', '#00ff00', '#0000ff'].map((background) =>
        sharp({ create: { width: 20, height: 10, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer()
    const done = await taken(gif)
    expect(done.note).toContain('first picture')
    expect(done.original).toMatchObject({ mime: 'image/gif', width: 20, height: 10 })
    expect(near(await pixel(done.working!.path, 10, 5), [255, 0, 0])).toBe(true)
  })

  test('large pictures are bounded, their shape kept', async () => {
    const { working, original } = await taken(
      await sharp({ create: { width: 6000, height: 3000, channels: 3, background: '#808080' } })
        .jpeg()
        .toBuffer(),
    )
    expect(original).toMatchObject({ width: 6000, height: 3000 })
    expect(working).toMatchObject({ width: WORKING_SIDE, height: WORKING_SIDE / 2, ext: 'jpg', alpha: false })
  })

  test('transparency is kept, empty margins are cut off', async () => {
    const figure = await sharp({ create: { width: 40, height: 80, channels: 4, background: '#30a030' } })
      .png()
      .toBuffer()
    const padded = await sharp({ create: { width: 200, height: 200, channels: 4, background: '#00000000' } })
      .composite([
        { input: figure, left: 50, top: 60 },
        {
          input: Buffer.from(
            '<svg width="9" height="9"><circle cx="4" cy="4" r="4" fill="#00f" fill-opacity="0.5"/></svg>',
          ),
          left: 100,
          top: 100,
        },
      ])
      .png()
      .toBuffer()
    const { working } = await taken(padded)
    expect(working).toMatchObject({ width: 58, height: 80, alpha: true, ext: 'png' })
    expect((await pixel(working!.path, 57, 0))[3]).toBe(0)
  })

  test('an alpha channel that hides nothing is no transparency', async () => {
    expect((await taken(await halves(30, 30).ensureAlpha().png().toBuffer())).working).toMatchObject({
      alpha: false,
      ext: 'png',
    })
  })

  test('a drawing is rendered at a useful size, also a tiny or a huge one', async () => {
    for (const size of [8, 800, 90_000]) {
      const { working, original } = await taken(
        `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size / 2}"><rect width="${size}" height="${size / 2}" fill="#cc0000"/></svg>`,
      )
      expect(original).toMatchObject({ mime: 'image/svg+xml', ext: 'svg' })
      expect(working!.width).toBeGreaterThan(250)
      expect(working!.width).toBeLessThanOrEqual(WORKING_SIDE)
    }
  })

  test('a drawing cannot read other files', async () => {
    const secret = join(folder, 'secret.png')
    await sharp({ create: { width: 50, height: 50, channels: 3, background: '#ff0000' } })
      .png()
      .toFile(secret)
    for (const href of [secret, `file://${secret}`, 'secret.png']) {
      const done = await taken(
        `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="100"><rect width="100" height="100" fill="#0000ff"/><image href="${href}" xlink:href="${href}" width="100" height="100"/></svg>`,
      )
      expect(near(await pixel(done.working!.path, 500, 500), [0, 0, 255])).toBe(true)
    }
    await expect(
      taken(
        `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><text y="50">&x;</text></svg>`,
      ).then(
        (done) => done.original.ext,
        (error: { errorClass: string }) => error.errorClass,
      ),
    ).resolves.toMatch(/svg|refused/)
  })
})

describe('what is refused, with one sentence', () => {
  const refusals: [string, () => Promise<Buffer> | Buffer | string][] = [
    ['an empty file', () => ''],
    ['text', () => 'just words'],
    ['a film', () => Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom moov', 'latin1')],
    ['a cut-off PNG', async () => (await halves(200, 200).png({ compressionLevel: 0 }).toBuffer()).subarray(0, 4000)],
    [
      'a cut-off JPEG',
      async () =>
        (
          await sharp({
            create: {
              width: 900,
              height: 900,
              channels: 3,
              background: '#888',
              noise: { type: 'gaussian', mean: 128, sigma: 40 },
            },
          })
            .jpeg()
            .toBuffer()
        ).subarray(0, 20_000),
    ],
    ['a header that promises 4,000 megapixels', () => hugeGif()],
    [
      'a wholly transparent picture',
      () =>
        sharp({ create: { width: 9, height: 9, channels: 4, background: '#00000000' } })
          .png()
          .toBuffer(),
    ],
    ['a broken drawing', () => '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect'],
  ]
  test.each(refusals)('%s', async (_what, bytes) => {
    const before = readdirSync(folder).length
    const error = await taken(await bytes()).then(
      () => {
        throw new Error('it was taken')
      },
      (refusal: Error & { errorClass: string }) => refusal,
    )
    expect(error).toMatchObject({ errorClass: 'refused' })
    expect(error.message).toMatch(/^[A-Z].*\.$/)
    expect(error.message).not.toContain('\n')
    expect(readdirSync(folder).length).toBe(before + 1)
  })
})

/** A GIF of 65,535 x 65,535 pixels and no data. */
function hugeGif(): Buffer {
  const gif = Buffer.from('474946383961ffffffff80000000000000ffffff2c00000000ffffffff00', 'hex')
  return Buffer.concat([gif, Buffer.from([2, 2, 0x44, 1, 0, 0x3b])])
}

test('a drawing is one however much stands before it, and a compressed one is not read', async () => {
  const far = `${' '.repeat(900)}<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><!--${'x'.repeat(10_000_100)}--></svg>`
  await expect(taken(far)).rejects.toThrow('Drawings of more than 10 MB are not read.')
  await expect(taken(gzipSync('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))).rejects.toThrow(
    'Compressed drawings are not read.',
  )
})
