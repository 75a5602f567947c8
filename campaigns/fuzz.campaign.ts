import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenReferences } from '@shared/testing/brokenReferences'
import { invalidRecords } from '@shared/testing/recordDump'
import { randomCommand } from '@shared/testing/randomCommands'
import { below, pick, seededRandom } from '@shared/testing/seededRandom'
import { dispatch } from '../electron/commit/dispatch'
import { nodeChild } from '../electron/generators/nodeChild'
import { startGeneratorProcess, type GeneratorRunner } from '../electron/generators/startGeneratorProcess'
import { packArchive } from '../electron/services/archive/packArchive'
import { unpackArchive } from '../electron/services/archive/unpackArchive'
import { compareFiles } from '../electron/services/conform'
import { addProfileFile } from '../electron/services/generators'
import { handOver } from '../electron/services/handOver'
import { addPictureToAsset } from '../electron/services/importPicture'
import { importSound } from '../electron/services/importSound'
import { databaseFile, openProject } from '../electron/store/openProject'
import { bundleProgram } from '../electron/testing/bundle'
import { tempFolder } from '../electron/testing/tempFolder'
import { storedExample } from '../electron/testing/testFolder'
import { testContext } from '../electron/testing/fakeGenerators'
import { Counts, rounds, seed } from './counts'
import { mutate } from './mutate'

const random = seededRandom(seed)
let generators: GeneratorRunner
beforeAll(async () => {
  const entry = await bundleProgram('generatorProcess')
  generators = startGeneratorProcess(() => nodeChild(entry))
}, 60_000)
afterAll(() => generators.stop())

const long = rounds * 10_000

/** A project with a context whose generator process is a real one. */
function scene() {
  const { project, sample } = storedExample()
  return { project, sample, context: { ...testContext(), generators } }
}

test('damaged pictures', { timeout: long }, async () => {
  const { project, sample, context } = scene()
  const counts = new Counts('fuzz', 'pictures')
  const picture = sharp({
    create: {
      width: 64,
      height: 48,
      channels: 4,
      background: '#c33',
      noise: { type: 'gaussian', mean: 120, sigma: 30 },
    },
  })
  const kinds = await Promise.all([
    picture.clone().png().toBuffer(),
    picture.clone().jpeg().toBuffer(),
    picture.clone().webp().toBuffer(),
    picture.clone().gif().toBuffer(),
    picture.clone().tiff().toBuffer(),
    picture.clone().avif().toBuffer(),
  ])
  kinds.push(
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><g filter="blur(2)"><path d="M0 0L40 30" stroke="red"/></g><text x="2" y="9">a</text></svg>',
    ),
  )
  const file = join(tempFolder(), 'picture')
  for (let round = 0; round < rounds; round++) {
    writeFileSync(file, mutate(pick(random, kinds), random))
    await counts.one(() => addPictureToAsset(context, project, file, sample.alice.id))
  }
  expect(project.inspect().integrity).toBe('ok')
  counts.tell()
})

test('damaged sounds', { timeout: long }, async () => {
  const { project, context } = scene()
  const counts = new Counts('fuzz', 'sounds')
  const file = join(tempFolder(), 'sound.wav')
  const whole = wav(4000)
  for (let round = 0; round < rounds; round++) {
    writeFileSync(file, mutate(whole, random))
    await counts.one(() => importSound(context, project, file, {}))
  }
  expect([...invalidRecords(project.records), ...brokenReferences(project.records)]).toEqual([])
  counts.tell()
})

/** A second of a tone, as WAV with 16 bits. */
function wav(samples: number): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples * 2, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8000, 24)
  head.writeUInt32LE(16_000, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples * 2, 40)
  const body = Buffer.alloc(samples * 2)
  for (let i = 0; i < samples; i++) body.writeInt16LE(Math.round(9000 * Math.sin(i / 5)), i * 2)
  return Buffer.concat([head, body])
}

test('damaged archives', { timeout: long }, async () => {
  const { project } = scene()
  const counts = new Counts('fuzz', 'archives')
  const home = tempFolder()
  const whole = join(home, 'whole.exeunt.zip')
  await packArchive(project, whole, {})
  const bytes = readFileSync(whole)
  const file = join(home, 'a.exeunt.zip')
  for (let round = 0; round < rounds; round++) {
    writeFileSync(file, mutate(bytes, random))
    const to = join(home, 'unpacked.exeunt')
    await counts.one(() => unpackArchive(file, to))
    rmSync(to, { recursive: true, force: true })
  }
  counts.tell()
})

test('damaged timelines', { timeout: long }, async () => {
  const { project, context } = scene()
  const counts = new Counts('fuzz', 'timelines')
  const home = tempFolder()
  const files: { name: string; bytes: Buffer }[] = []
  for (const format of ['otio', 'edl', 'fcpxml', 'xmeml'] as const) {
    const { folder, files: written } = await handOver(context, project, format, join(home, format))
    files.push({ name: written[0]!, bytes: readFileSync(join(folder, written[0]!)) })
  }
  for (let round = 0; round < rounds; round++) {
    const { name, bytes } = pick(random, files)
    const file = join(home, name)
    writeFileSync(file, mutate(bytes, random))
    await counts.one(() => compareFiles(project, [file]))
  }
  counts.tell()
})

test('damaged profiles of generators', { timeout: long }, async () => {
  const { project } = scene()
  const counts = new Counts('fuzz', 'profiles')
  const file = join(tempFolder(), 'profile.json')
  const whole = Buffer.from(
    JSON.stringify({
      kind: 'openai-images',
      name: 'Mine',
      model: 'm',
      baseUrl: 'https://example.org/v1',
      keyHeader: null,
    }),
  )
  for (let round = 0; round < rounds; round++) {
    writeFileSync(file, mutate(whole, random))
    await counts.one(() => addProfileFile(project, file))
  }
  expect([...invalidRecords(project.records), ...brokenReferences(project.records)]).toEqual([])
  counts.tell()
})

test('commands with wild inputs', { timeout: long }, async () => {
  const { project } = scene()
  const counts = new Counts('fuzz', 'commands')
  for (let round = 0; round < rounds * 5; round++) {
    const { name, input } = randomCommand(project.records, random)
    const wild = random() < 0.5 ? spoilt(input) : input
    await counts.one(() => dispatch(project, name, wild))
  }
  expect([...invalidRecords(project.records), ...brokenReferences(project.records)]).toEqual([])
  counts.tell()
})

const wildValues = [
  null,
  undefined,
  NaN,
  -1,
  1e308,
  '',
  '\u0000',
  'x'.repeat(40_000),
  [],
  {},
  { length: -1 },
  true,
  '__proto__',
]

/** An input with one of its fields put to something that nobody meant. */
function spoilt(input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return pick(random, wildValues)
  const copy = structuredClone(input) as Record<string, unknown>
  const keys = Object.keys(copy)
  const key = keys.length && random() < 0.9 ? pick(random, keys) : pick(random, ['__proto__', 'extra'])
  if (key !== '__proto__') copy[key] = random() < 0.3 ? spoilt(copy[key]) : pick(random, wildValues)
  return copy
}

test('damaged databases', { timeout: long }, async () => {
  const { folder, project } = storedExample()
  project.close()
  const counts = new Counts('fuzz', 'databases')
  const home = tempFolder()
  for (let round = 0; round < rounds; round++) {
    const copy = join(home, `copy${round}.exeunt`)
    cpSync(folder, copy, { recursive: true })
    const file = databaseFile(copy)
    const bytes = readFileSync(file)
    for (let n = 1 + below(random, 3); n > 0; n--) {
      const at = below(random, bytes.length)
      const length = Math.min(pick(random, [1, 16, 512]), bytes.length - at)
      for (let i = 0; i < length; i++) bytes[at + i] = below(random, 256)
    }
    writeFileSync(file, random() < 0.1 ? bytes.subarray(0, below(random, bytes.length)) : bytes)
    await counts.one(() => {
      const opened = openProject(copy, 'write')
      expect(invalidRecords(opened.records)).toEqual([])
      opened.close()
    })
    rmSync(copy, { recursive: true, force: true })
  }
  counts.tell()
})
