import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultBlocking } from '@shared/domain/blocking/defaultBlocking'
import type { FrameDescription, PictureRef } from '@shared/drawing/frameDescription'
import type { FrameRequest, PassDoneEvent, PassRequest } from '../generatorContract'
import { runOnce } from '../../testing/inProcessGenerators'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'exeunt-compositor-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const cast = [
  ['alice', 'Alice', 'character'],
  ['bob', 'Bob', 'character'],
  ['lamp', 'Lamp', 'prop'],
] as const

function frameOf(more: Partial<FrameDescription> = {}): FrameDescription {
  const members = cast.map(([id, name, type]) => ({ id, name, type, traits: '', key: false }))
  const placements = defaultBlocking(members, { size: 'wide', angle: null }, 16 / 9)
  return {
    width: 1920,
    height: 1080,
    size: 'wide',
    angle: null,
    location: { assetId: 'room', name: 'Living Room', intExt: 'INT', timeOfDay: 'NIGHT', picture: null },
    setName: '',
    showNames: true,
    subjects: members.map((m) => ({
      assetId: m.id,
      name: m.name,
      type: m.type,
      lookName: '',
      traits: '',
      ...placements.get(m.id)!,
      picture: null,
    })),
    ...more,
  }
}

function pass(index: number, location: boolean, assetIds: string[], basePlate: string | null = null): PassRequest {
  return { index, location, assetIds, basePlate, note: '' }
}

async function make(
  frame: FrameDescription,
  passes: PassRequest[],
  media: FrameRequest['media'] = {},
): Promise<PassDoneEvent[]> {
  const request = { type: 'frame' as const, id: 'x', generatorId: 'local', frame, passes, media, outFolder: folder }
  return (await runOnce(request)).filter((event) => event.type === 'passDone')
}

const bytesOf = (event: PassDoneEvent | undefined): Buffer => readFileSync(event!.path)
const pixelsOf = async (path: string): Promise<Buffer> => sharp(path).raw().toBuffer()

async function pictureFile(
  name: string,
  width: number,
  height: number,
  colour: string,
): Promise<{ ref: PictureRef; media: FrameRequest['media'] }> {
  const path = join(folder, name)
  writeFileSync(
    path,
    await sharp({ create: { width, height, channels: 4, background: colour } })
      .png()
      .toBuffer(),
  )
  const hash = createHash('sha256').update(readFileSync(path)).digest('hex')
  return { ref: { mediaId: hash, width, height, alpha: true }, media: { [hash]: { path, hash } } }
}

describe('the local compositor', () => {
  test.each([
    ['16:9', 1920, 1080],
    ['2.39:1', 1920, 804],
    ['9:16', 1080, 1920],
    ['1:1', 1920, 1920],
  ])('makes an opaque PNG of the size of the frame, %s', async (_aspect, width, height) => {
    const [done] = await make(frameOf({ width, height }), [pass(1, true, ['alice'])])
    expect(done).toMatchObject({ width, height, mime: 'image/png', ext: 'png' })
    expect(await sharp(done!.path).metadata()).toMatchObject({ format: 'png', width, height, channels: 3 })
  })

  test('the same input gives the same bytes', async () => {
    const frame = frameOf()
    const all = [pass(1, true, ['alice', 'bob', 'lamp'])]
    const [first] = await make(frame, all)
    const [second] = await make(frame, all)
    expect(bytesOf(second).equals(bytesOf(first))).toBe(true)
  })

  test('subjects drawn over the location are pixel by pixel the whole frame', async () => {
    const frame = frameOf()
    const [whole] = await make(frame, [pass(1, true, ['alice', 'bob', 'lamp'])])
    const [, over] = await make(frame, [pass(1, true, []), pass(2, false, ['alice', 'bob', 'lamp'])])
    expect((await pixelsOf(over!.path)).equals(await pixelsOf(whole!.path))).toBe(true)
  })

  test('a later pass redone over a stored one gives the same picture and leaves the earlier bytes', async () => {
    const frame = frameOf()
    const [first, second] = await make(frame, [pass(1, true, ['alice']), pass(2, false, ['bob'])])
    const before = bytesOf(first)
    const [redone] = await make(frame, [pass(2, false, ['bob'], first!.path)])
    expect(bytesOf(redone).equals(bytesOf(second))).toBe(true)
    expect(bytesOf(first).equals(before)).toBe(true)
    expect(before.equals(bytesOf(second))).toBe(false)
  })

  test('pictures stand where the blocking says', async () => {
    const { ref, media } = await pictureFile('red.png', 400, 1600, '#ff0000')
    const frame = frameOf({ showNames: false })
    frame.subjects = [{ ...frame.subjects[0]!, picture: ref, x: 0.5, y: 0.75, scale: 0.5 }]
    const [done] = await make(frame, [pass(1, false, ['alice'])], media)
    const { data, info } = await sharp(done!.path).raw().toBuffer({ resolveWithObject: true })
    const at = (x: number, y: number): number[] => [
      ...data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 3),
    ]
    expect(at(960, 275)).toEqual([255, 0, 0])
    expect(at(960, 805)).toEqual([255, 0, 0])
    expect(at(960, 262)).not.toEqual([255, 0, 0])
    expect(at(1040, 500)).not.toEqual([255, 0, 0])
  })

  test('a missing picture is an error of its own, not an empty place', async () => {
    const frame = frameOf()
    frame.subjects[0]!.picture = { mediaId: 'gone', width: 10, height: 10, alpha: true }
    await expect(make(frame, [pass(1, true, ['alice'])])).rejects.toMatchObject({ errorClass: 'config' })
    await expect(
      make(frame, [pass(1, true, ['alice'])], { gone: { path: join(folder, 'nowhere.png'), hash: 'gone' } }),
    ).rejects.toMatchObject({ errorClass: 'config' })
    await expect(make(frameOf(), [pass(1, true, [], join(folder, 'nowhere.png'))])).rejects.toMatchObject({
      errorClass: 'config',
    })
  })

  test('a cancelled frame stops before its next pass and leaves no half file', async () => {
    const controller = new AbortController()
    const before = readdirSync(folder).length
    const run = runOnce(
      {
        type: 'frame',
        id: 'x',
        generatorId: 'local',
        frame: frameOf(),
        passes: [pass(1, true, []), pass(2, false, ['bob'])],
        media: {},
        outFolder: folder,
      },
      { signal: controller.signal, onEvent: (event) => event.type === 'passDone' && controller.abort() },
    )
    await expect(run).rejects.toMatchObject({ errorClass: 'refused' })
    expect(readdirSync(folder).length).toBe(before + 1)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})
