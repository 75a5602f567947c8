import { writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { Refusal } from '@shared/records/refusal'
import type { LocalClipOrder, MovieMaker } from '../commit/context'
import { GeneratorError } from '../generators/generatorContract'
import { tempFolder } from '../testing/tempFolder'
import { localClipsOf } from './localClips'

const orderInto = (outFolder: string) => ({ project: {}, shotId: 'a', outFolder }) as unknown as LocalClipOrder
const signal = new AbortController().signal

test('a clip is a movie of one shot, silent and without words, in the folder it is wanted in', async () => {
  const asked: Parameters<MovieMaker['make']>[0][] = []
  const clips = localClipsOf({
    make(one) {
      asked.push(one)
      writeFileSync(one.out, 'movie')
      return Promise.resolve({ frames: 1, width: 2, height: 2, codec: 'h264', unread: 0 })
    },
  })
  const outFolder = tempFolder()
  const path = await clips.make(orderInto(outFolder), () => {}, signal)
  expect(dirname(path)).toBe(outFolder)
  expect(asked).toMatchObject([
    { scope: { shotIds: ['a'] }, options: { subtitles: 'none', slate: false, sound: false }, out: path },
  ])
})

test('why no movie could be made is why there is no clip', async () => {
  const clips = localClipsOf({ make: () => Promise.reject(new Refusal('NO_ENCODER', { codec: 'H.264' })) })
  const made = clips.make(orderInto('/'), () => {}, signal)
  await expect(made).rejects.toBeInstanceOf(GeneratorError)
  await expect(made).rejects.toThrow(/cannot encode H\.264/)
})
