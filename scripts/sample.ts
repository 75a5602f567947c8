import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { afterMs, noKeys } from '../electron/commit/context'
import { newId } from '../electron/commit/newId'
import { createSession } from '../electron/app/session'
import type { FrameRequest } from '../electron/generators/generatorContract'
import { localCompositor } from '../electron/generators/local/compositor'
import type { GeneratorRunner } from '../electron/generators/startGeneratorProcess'
import { buildSample } from '../electron/app/sample/buildSample'
import {
  preparedFrameFile,
  preparedGenerators,
  sizesFile,
  type PictureSizes,
} from '../electron/app/sample/preparedGenerators'
import { drawings } from './sample/drawings'

// `npm run sample`: everything of the sample film that is not written by hand. Draws resources/sample/pictures (the SVG
// and what the project takes in of it), then makes the film once with the real compositor and keeps its stills, so that
// opening the sample only copies them. With `--stills` the pictures stay as they are.

const folder = resolve('resources/sample')
const pictures = join(folder, 'pictures')
const frames = join(folder, 'frames')

/** Longest side of a picture, pixels: that of a working copy. */
const longSide = 2048

async function drawPictures(): Promise<void> {
  rmSync(pictures, { recursive: true, force: true })
  mkdirSync(pictures, { recursive: true })
  const sizes: Record<string, PictureSizes[string]> = {}
  for (const [name, draw] of Object.entries(drawings)) {
    const sheet = draw()
    const svg = sheet.svg()
    writeFileSync(join(pictures, `${name}.svg`), svg)
    const density = (72 * longSide) / Math.max(sheet.width, sheet.height)
    const whole = sharp(Buffer.from(svg), { density })
    const alpha = !(await whole.stats()).isOpaque
    const drawn = alpha ? whole.trim({ background: '#00000000', threshold: 8 }) : whole.removeAlpha()
    const { data, info } = await drawn
      .resize({ width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 86, alphaQuality: 95, effort: 6 })
      .toBuffer({ resolveWithObject: true })
    writeFileSync(join(pictures, `${name}.webp`), data)
    sizes[`${name}.webp`] = { width: info.width, height: info.height, alpha }
  }
  writeFileSync(join(pictures, sizesFile), `${JSON.stringify(sizes, null, 2)}\n`)
}

/** The compositor in this process; every pass it draws is kept for the sample. */
function keepingCompositor(drafts: string): GeneratorRunner {
  const host: GeneratorRunner = {
    async run(request, onEvent) {
      if (request.type !== 'frame') throw new Error(`the sample was not to ask for a ${request.type}`)
      await keepPasses(request, drafts)
      await preparedGenerators(folder, host).run(request, onEvent)
    },
    isRunning: () => false,
    cancel: () => {},
    stop: () => {},
  }
  return host
}

async function keepPasses(request: FrameRequest, drafts: string): Promise<void> {
  const drawn: { index: number; path: string }[] = []
  await localCompositor.makeFrame(
    { ...request, outFolder: drafts },
    (event) => {
      if (event.type === 'passDone') drawn.push(event)
    },
    new AbortController().signal,
  )
  for (const { index, path } of drawn) {
    const { assetIds } = request.passes.find((pass) => pass.index === index)!
    const last = index === request.passes.at(-1)!.index
    await sharp(path)
      .webp({ quality: last ? 58 : 34, effort: 6 })
      .toFile(join(frames, preparedFrameFile(request.frame, assetIds)))
    rmSync(path)
  }
}

async function makeStills(): Promise<void> {
  rmSync(frames, { recursive: true, force: true })
  mkdirSync(frames, { recursive: true })
  const drafts = mkdtempSync(join(tmpdir(), 'exeunt-sample-'))
  try {
    const context = {
      newId,
      now: Date.now,
      after: afterMs,
      generators: preparedGenerators(folder, keepingCompositor(drafts)),
      keys: noKeys,
    }
    const session = createSession(context, join(drafts, 'Sample.exeunt'), { title: 'Number Nine' })
    await buildSample(context, session, folder)
    session.close()
  } finally {
    rmSync(drafts, { recursive: true, force: true })
  }
}

function megabytes(of: string): string {
  const bytes = existsSync(of) ? readdirSync(of).reduce((sum, file) => sum + statSync(join(of, file)).size, 0) : 0
  return `${(bytes / 1e6).toFixed(1)} MB in ${readdirSync(of).length} files`
}

if (!process.argv.includes('--stills')) await drawPictures()
console.log(`pictures: ${megabytes(pictures)}`)
await makeStills()
console.log(`frames: ${megabytes(frames)}`)
