import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { movieOptionsSchema, movieSize } from '@shared/handover/movie/movieOptions'
import { Refusal } from '@shared/records/refusal'
import type { AppContext, MovieMaker } from '../commit/context'
import { tempFolder } from '../testing/tempFolder'
import { testSession } from '../testing/testSession'
import { exportMovie } from './exportMovie'

const options = movieOptionsSchema.parse({})

/** A session whose movies are these words. */
function sessionWith(make: MovieMaker['make']) {
  const s = testSession()
  const context: AppContext = { ...s.context, movies: { make } }
  return { ...s, context }
}

const wrote: MovieMaker['make'] = (order) => {
  writeFileSync(order.out, 'a movie')
  return Promise.resolve({ frames: 10, width: 2, height: 2, codec: 'h264', unread: 1 })
}

test('a movie is made beside its place and then put there, with its subtitles', async () => {
  const s = sessionWith((order, hooks) => {
    expect(readFileSync(join(out, 'Film.mp4'), 'utf8')).toBe('an older one')
    return wrote(order, hooks)
  })
  const out = tempFolder()
  writeFileSync(join(out, 'Film.mp4'), 'an older one')
  const done = await exportMovie(s.context, s.project, out, 'film', { ...options, subtitles: 'vtt' })
  expect(done).toMatchObject({ files: ['Film.mp4', 'Film.vtt'], movie: { frames: 10 } })
  expect(done.warnings).toEqual([
    {
      code: 'MEDIA_MISSING',
      message: 'One picture or sound is missing or cannot be read; a drawing stands in its place, or silence.',
    },
  ])
  expect(readFileSync(join(out, 'Film.mp4'), 'utf8')).toBe('a movie')
  expect(readdirSync(out).sort()).toEqual(['Film.mp4', 'Film.vtt'])
})

test('one that fails leaves what stood there, and no part of itself', async () => {
  const s = sessionWith((order) => {
    writeFileSync(order.out, 'half')
    return Promise.reject(new Refusal('EXPORT_CANCELLED'))
  })
  const out = tempFolder()
  writeFileSync(join(out, 'Film.mp4'), 'an older one')
  await expect(exportMovie(s.context, s.project, out, 'film', options)).rejects.toMatchObject({
    code: 'EXPORT_CANCELLED',
  })
  expect(readFileSync(join(out, 'Film.mp4'), 'utf8')).toBe('an older one')
  expect(readdirSync(out)).toEqual(['Film.mp4'])
})

test('a name that ends in .webm asks for VP9, unless a codec is named', async () => {
  const asked: string[] = []
  const s = sessionWith((order, hooks) => {
    asked.push(order.options.codec)
    return wrote(order, hooks)
  })
  const out = tempFolder()
  await exportMovie(s.context, s.project, join(out, 'a.webm'), 'film', options)
  await exportMovie(s.context, s.project, join(out, 'b.webm'), 'film', { ...options, codec: 'av1' })
  await exportMovie(s.context, s.project, join(out, 'c.mp4'), 'film', options)
  expect(asked).toEqual(['vp9', 'av1', 'auto'])
})

test('without an encoder, without shots, or into the project itself nothing is made', async () => {
  const s = sessionWith(wrote)
  const code = async (attempt: Promise<unknown>) => attempt.then(String, (error: Refusal) => error.code)
  const out = join(tempFolder(), 'x.mp4')
  const { movies: _none, ...without } = s.context
  expect(await code(exportMovie(without, s.project, out, 'film', options))).toBe('NEEDS_WINDOW')
  expect(await code(exportMovie(s.context, s.project, out, { shotIds: [] }, options))).toBe('NOTHING_TO_FILM')
  const inside = join(s.project.folder, 'x.mp4')
  expect(await code(exportMovie(s.context, s.project, inside, 'film', options))).toBe('EXPORT_INTO_PROJECT')
  expect([out, inside].filter((file) => existsSync(file))).toEqual([])
})

test('a movie fits into its box with even sides, whatever the shape of the film', () => {
  expect(movieSize('1080p', { width: 1920, height: 1080 })).toEqual({ width: 1920, height: 1080 })
  expect(movieSize('1080p', { width: 1920, height: 804 })).toEqual({ width: 1920, height: 804 })
  expect(movieSize('720p', { width: 1080, height: 1920 })).toEqual({ width: 720, height: 1280 })
  expect(movieSize('2160p', { width: 1000, height: 1000 })).toEqual({ width: 2160, height: 2160 })
})
