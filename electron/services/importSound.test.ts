import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  Mp4OutputFormat,
  OggOutputFormat,
  Output,
} from 'mediabunny'
import { expect, test } from 'vitest'
import { inProcessGenerators } from '../testing/inProcessGenerators'
import { testSession } from '../testing/testSession'
import { tone, wavBytes } from '../testing/wavBytes'
import { doCommand } from './doCommand'
import { importSound } from './importSound'
import { keepWave, keptWave } from './waves'

function session() {
  const s = testSession()
  Object.assign(s.context.generators, inProcessGenerators())
  const file = (name: string, bytes: string | Uint8Array) => {
    const path = join(s.folder, name)
    writeFileSync(path, bytes)
    return path
  }
  const add = (path: string, place = {}) => importSound(s.context, s.project, path, place)
  const refused = (path: string) =>
    add(path).then(
      () => null,
      (error: Error) => error.message,
    )
  return Object.assign(s, { file, add, refused })
}

/** Packets of silence as a file of another kind. */
async function silence(format: OggOutputFormat | Mp4OutputFormat, packets = 50): Promise<Uint8Array> {
  const output = new Output({ format, target: new BufferTarget() })
  const source = new EncodedAudioPacketSource('opus')
  output.addAudioTrack(source)
  await output.start()
  const description = Buffer.from('4f707573486561640101000080bb0000000000', 'hex')
  for (let i = 0; i < packets; i++)
    await source.add(new EncodedPacket(new Uint8Array([0xf8, 0xff, 0xfe]), 'key', i * 0.02, 0.02), {
      decoderConfig: { codec: 'opus', numberOfChannels: 1, sampleRate: 48_000, description },
    })
  await output.finalize()
  return new Uint8Array(output.target.buffer!)
}

/** Frames of silence of MPEG 1, layer III, 128 kbit/s at 44.1 kHz. */
const mp3 = (frames: number) =>
  Buffer.concat(
    Array.from({ length: frames }, () => Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0xc4]), Buffer.alloc(413)])),
  )

test('a sound comes in as it is, with what it is, and lies where it was meant, in one step', async () => {
  const s = session()
  const shotId = s.sample.roomShots[0]!.id
  const { soundId, clipId } = await s.add(s.file('waltz.wav', wavBytes(1.5, tone(440), { channels: 2 })), {
    shotId,
    at: 0.5,
  })
  const { records, media } = s.project
  expect(records.must('sounds', soundId)).toEqual({ id: soundId, sampleRate: 8000, samples: 12_000, channels: 2 })
  expect(records.must('media', soundId)).toMatchObject({
    kind: 'audio',
    mime: 'audio/wav',
    ext: 'wav',
    name: 'waltz.wav',
  })
  expect(media.has(records.must('media', soundId))).toBe(true)
  expect(records.must('soundClips', clipId)).toMatchObject({ shotId, at: 0.5, length: 1.5, name: 'waltz.wav' })
  s.project.undo()
  expect(records.count('soundClips')).toBe(0)
  s.project.redo()
  s.restart()
  expect(s.project.records.must('soundClips', clipId)).toMatchObject({ shotId, at: 0.5 })
  expect(s.project.inspect()).toMatchObject({ integrity: 'ok', problems: [] })
})

test('the same bytes are one sound, however often they come', async () => {
  const s = session()
  const bytes = wavBytes(1, tone(200))
  const [a, b] = [await s.add(s.file('a.wav', bytes)), await s.add(s.file('b.wav', bytes))]
  expect(a.soundId).toBe(b.soundId)
  expect(s.project.records.count('sounds')).toBe(1)
})

test('MP3, OGG and M4A are known by what they hold, whatever they are called', async () => {
  const s = session()
  const of = async (name: string, bytes: Uint8Array) => {
    const { soundId } = await s.add(s.file(name, bytes))
    const { samples, sampleRate } = s.project.records.must('sounds', soundId)
    return [s.project.records.must('media', soundId).ext, Math.round((samples / sampleRate) * 10) / 10]
  }
  expect(await of('a', mp3(100))).toEqual(['mp3', 2.6])
  expect(await of('b.wav', await silence(new OggOutputFormat()))).toEqual(['ogg', 1])
  expect(await of('c.mp3', await silence(new Mp4OutputFormat()))).toEqual(['m4a', 1])
})

test('what cannot be played is refused with a sentence, and nothing is left of it', async () => {
  const s = session()
  mkdirSync(join(s.folder, 'folder.wav'))
  const wav = wavBytes(1, tone(200))
  const many = Buffer.from(wav)
  many.writeUInt16LE(60_000, 22)
  const bad = [
    s.file('empty.wav', ''),
    s.file('text.mp3', 'no sound at all, only words. '.repeat(200)),
    s.file('head.wav', wav.subarray(0, 30)),
    s.file('picture.ogg', '\x89PNG\r\n\x1a\n'),
    s.file('many.wav', many),
    s.file('silent.wav', wavBytes(0, tone(1))),
    join(s.folder, 'folder.wav'),
    join(s.folder, 'gone.wav'),
  ]
  for (const path of bad) expect(await s.refused(path), path).toMatch(/^Not (?:added|read): /)
  expect(s.project.records.count('sounds')).toBe(0)
  expect(s.project.records.count('soundClips')).toBe(0)
})

test('bytes that were made to confuse are refused or read, and never crash', async () => {
  const s = session()
  const sources = [wavBytes(0.2, tone(200)), mp3(20), Buffer.from(await silence(new OggOutputFormat(), 10))]
  let seed = 1
  const random = (n: number) => (seed = (seed * 48_271) % 2_147_483_647) % n
  for (let i = 0; i < 60; i++) {
    const bytes = Buffer.from(sources[i % sources.length]!)
    for (let n = 0; n < 6; n++) bytes[random(Math.min(bytes.length, 120))] = random(256)
    const message = await s.refused(s.file(`damaged${i}`, bytes.subarray(0, 20 + random(bytes.length))))
    if (message !== null) expect(message).toMatch(/^Not added: /)
  }
})

test('the command line takes a sound in by the same command', async () => {
  const s = session()
  const path = s.file('line.wav', wavBytes(1, tone(300)))
  const answer = await doCommand(s.context, s.project, 'sound.import', { path, at: 2, gainDb: -3 })
  const clip = s.project.records.must('soundClips', answer.created.soundClips![0]!)
  expect(clip).toMatchObject({ at: 2, gainDb: -3, shotId: null })
  await expect(doCommand(s.context, s.project, 'sound.import', { path, gainDb: 400 })).rejects.toThrow(/gainDb/)
})

test('a wave is kept beside the small pictures, for sounds of the project alone', async () => {
  const s = session()
  const { soundId } = await s.add(s.file('a.wav', wavBytes(1, tone(200))))
  expect(keptWave(s.project, soundId)).toBeNull()
  keepWave(s.project, soundId, new Uint8Array([1, 2, 3]))
  keepWave(s.project, '../../other', new Uint8Array([1]))
  expect([...keptWave(s.project, soundId)!]).toEqual([1, 2, 3])
  expect(keptWave(s.project, '../../other')).toBeNull()
})
