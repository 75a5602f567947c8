import { createCanvas, Image, type Canvas } from '@napi-rs/canvas'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { printOptionsSchema, printQualities } from '@shared/handover/boards/printOptions'
import { printedFilm } from '@shared/handover/boards/printedFilm'
import { filmOf } from '@shared/handover/film'
import type { FrameDescription, FrameSubject } from '@shared/drawing/frameDescription'
import { exampleProject } from '@shared/testing/exampleProject'
import type { FrameRequest } from '../electron/generators/generatorContract'
import { localCompositor } from '../electron/generators/local/compositor'
import { printPdf } from '../electron/generators/local/printPdf'
import { closeRows, inTurns, tell } from './rows'

const home = mkdtempSync(join(tmpdir(), 'exeunt-bench-'))
const never = new AbortController().signal
const width = 1920
const height = 1080

/** A picture with soft edges, as a cut-out person has. */
async function cutOut(n: number): Promise<string> {
  const canvas = createCanvas(700, 1000)
  const context = canvas.getContext('2d')
  context.fillStyle = `hsl(${n * 47} 60% 50%)`
  context.filter = 'blur(6px)'
  context.beginPath()
  context.ellipse(350, 520, 240, 440, 0, 0, 7)
  context.fill()
  const file = join(home, `layer${n}.png`)
  writeFileSync(file, await canvas.encode('png'))
  return file
}

const plate = join(home, 'plate.png')
await sharp({
  create: { width, height, channels: 3, background: '#8a6f52', noise: { type: 'gaussian', mean: 120, sigma: 12 } },
})
  .png()
  .toFile(plate)
const layers = await Promise.all([1, 2, 3, 4, 5, 6].map(cutOut))

await composite()
await batch()
await pdf()
closeRows()
rmSync(home, { recursive: true, force: true })

function requestOf(id: string, passes: number): FrameRequest {
  const subjects = layers.map((_file, i): FrameSubject => ({
    assetId: `a${i}`,
    name: `Asset ${i}`,
    type: 'character',
    lookName: 'Default',
    traits: '',
    x: 0.1 + i * 0.15,
    y: 0.95,
    scale: 0.7,
    flip: false,
    depth: i,
    picture: { mediaId: `m${i}`, width: 700, height: 1000, alpha: true },
  }))
  const frame: FrameDescription = {
    width,
    height,
    size: 'wide',
    angle: 'eye',
    setName: 'Room',
    showNames: false,
    location: {
      assetId: 'l',
      name: 'Room',
      intExt: 'INT',
      timeOfDay: 'DAY',
      traits: '',
      picture: { mediaId: 'plate', width, height, alpha: false },
    },
    subjects,
  } as unknown as FrameDescription
  const media: FrameRequest['media'] = { plate: { path: plate, hash: 'plate' } }
  layers.forEach((path, i) => Object.assign(media, { [`m${i}`]: { path, hash: `m${i}` } }))
  const outFolder = join(home, 'out')
  mkdirSync(outFolder, { recursive: true })
  return {
    type: 'frame',
    id,
    frame,
    media,
    outFolder,
    passes: Array.from({ length: passes }, (_none, i) => ({
      index: i + 1,
      location: i === 0,
      assetIds: subjects.filter((_s, n) => n % passes === i).map((s) => s.assetId),
      basePlate: null,
      note: '',
    })),
  } as unknown as FrameRequest
}

function drawn(images: readonly Image[]): Canvas {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  const [ground, ...people] = images as [Image, ...Image[]]
  context.drawImage(ground, 0, 0, width, height)
  people.forEach((image, i) => context.drawImage(image, i * 280, 300, 530, 756))
  return canvas
}

async function composite(): Promise<void> {
  const images = await Promise.all(
    [plate, ...layers].map(async (file) => {
      const image = new Image()
      image.src = readFileSync(file)
      await image.decode()
      return image
    }),
  )
  let made = 0
  const ours = () => localCompositor.makeFrame(requestOf(`f${made++}`, 1), () => {}, never)
  // The same pixels by nothing but the canvas, and the same packing.
  const bare = async () => {
    const { data } = drawn(images).getContext('2d').getImageData(0, 0, width, height)
    const png = await sharp(data, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .png({ compressionLevel: 3, adaptiveFiltering: false })
      .toBuffer()
    writeFileSync(join(home, 'bare.png'), png)
  }
  const times = await inTurns(9, ours, bare)
  tell({ what: '1080p composite of 7 layers to PNG', ...times, beside: 'bare canvas and PNG', unit: 'ms', goal: 1.15 })
  const magick = ['magick', 'convert'].find((name) => spawnSync(name, ['-version']).status === 0)
  if (!magick) {
    tell({
      what: 'the same beside ImageMagick',
      ours: times.ours,
      beside: 'no ImageMagick here',
      other: null,
      unit: 'ms',
      goal: null,
    })
    return
  }
  const args = [
    plate,
    ...layers.flatMap((file, i) => [
      '(',
      file,
      '-resize',
      '530x756!',
      ')',
      '-geometry',
      `+${i * 280}+300`,
      '-composite',
    ]),
  ]
  const beside = await inTurns(3, ours, () => execFileSync(magick, [...args, join(home, 'magick.png')]))
  tell({ what: 'the same', ...beside, beside: 'ImageMagick', unit: 'ms', goal: 1 / 3 })
}

/** Three passes a frame, one after the other, beside as many bare composites: what the queue's own work costs. */
async function batch(): Promise<void> {
  const frames = 10
  const times = await inTurns(
    3,
    async () => {
      for (let i = 0; i < frames; i++) await localCompositor.makeFrame(requestOf(`b${i}`, 3), () => {}, never)
    },
    async () => {
      for (let i = 0; i < frames * 3; i++) await localCompositor.makeFrame(requestOf(`c${i}`, 1), () => {}, never)
    },
  )
  tell({
    what: `${frames} frames of three passes (on one of ${cpus().length} cores)`,
    ...times,
    beside: `${frames * 3} frames of one`,
    unit: 'ms',
    goal: 1,
  })
}

async function pdf(): Promise<void> {
  const { store } = exampleProject()
  const options = printOptionsSchema.parse({})
  const make = () => printedFilm(store, filmOf(store, 'film'), options, () => false, true)
  const { document } = make()
  const pages: number[] = []
  const times = await inTurns(
    5,
    async () => {
      await printPdf(
        {
          type: 'print',
          id: 'p',
          document,
          media: {},
          ...printQualities.print,
          out: join(home, 'boards.pdf'),
        },
        (event) => event.type === 'printDone' && pages.push(event.pages),
        never,
      )
    },
    () => make(),
  )
  tell({
    what: `boards as PDF, ${pages[0]} pages`,
    ...times,
    beside: 'saying what stands in them',
    unit: 'ms',
    goal: null,
  })
}
