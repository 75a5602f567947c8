import { expect, test } from 'vitest'
import { GeneratorError } from './generatorContract'
import type { GeneratorAnswer } from './generatorContract'
import { StuckDecoder } from './local/withinLimits'
import { failure, serve } from './serve'
import type { Workers } from './serve'

/** A served port in memory: what is sent to it, and what it answered. */
function served(workers: Partial<Workers>) {
  const answers: (GeneratorAnswer | 'died')[] = []
  let listener: (message: unknown) => void = () => {}
  serve(
    {
      send: (answer) => answers.push(answer),
      onMessage: (own) => {
        listener = own
      },
      die: () => void answers.push('died'),
    },
    {
      generatorOf: () => {
        throw new GeneratorError('config', 'None.')
      },
      get remoteGenerators(): Workers['remoteGenerators'] {
        throw new GeneratorError('config', 'None.')
      },
      makePicture: async () => {},
      readPdf: async () => {},
      printPdf: async () => {},
      makeThumbnail: async () => {},
      drawMarks: async () => {},
      measureSound: async () => {},
      readClipFile: () => Promise.reject(new GeneratorError('config', 'None.')),
      ...workers,
    },
  )
  return {
    answers,
    send: (message: unknown) => listener(message),
    settled: () => new Promise((resolve) => setTimeout(resolve, 5)),
  }
}

const picture = (id: string) => ({ type: 'picture', id, path: '/in.png', outFolder: '/out' })

test('messages that do not fit are answered where they name a request, else dropped', () => {
  const port = served({})
  for (const message of [null, 7, 'hello', {}, { id: '' }, { type: 'picture' }]) port.send(message)
  expect(port.answers).toEqual([])
  port.send({ type: 'picture', id: 'a', path: '' })
  expect(port.answers).toMatchObject([{ type: 'failed', id: 'a', class: 'config' }])
})

test('a finished request ends with done, a failed one with its class', async () => {
  const port = served({
    makePicture: async (request) => {
      if (request.id === 'bad') throw new GeneratorError('refused', 'Not a picture.')
    },
  })
  port.send(picture('good'))
  port.send(picture('bad'))
  await port.settled()
  expect(port.answers).toEqual([
    { type: 'done', id: 'good' },
    { type: 'failed', id: 'bad', class: 'refused', message: 'Not a picture.' },
  ])
})

test('after a cancel nothing but the end is told', async () => {
  const port = served({
    makePicture: (request, report, signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          report({ type: 'progress', id: request.id, value: 0.5, text: 'too late' })
          reject(new GeneratorError('refused', 'Cancelled.'))
        })
      }),
  })
  port.send(picture('a'))
  port.send({ type: 'cancel', id: 'a' })
  port.send({ type: 'cancel', id: 'unknown' })
  await port.settled()
  expect(port.answers).toEqual([{ type: 'failed', id: 'a', class: 'refused', message: 'Cancelled.' }])
})

test.each([
  ['ENOSPC', 'the disk is full', 'full'],
  ['EDQUOT', 'share of the disk', 'quota'],
  ['EROFS', 'the drive can only be read', 'readOnlyDrive'],
  ['EMFILE', 'too many files', 'handles'],
  ['ENOENT', 'missing', undefined],
])('%s of the disk is told in words and not tried again by itself', (code, word, fault) => {
  const told = failure('a', Object.assign(new Error('raw'), { code }))
  expect(told).toMatchObject({ class: 'config', message: expect.stringContaining(word) })
  expect(told.fault).toBe(fault)
})

test('anything unforeseen may be tried again', () => {
  expect(failure('a', new TypeError('x is undefined'))).toMatchObject({ class: 'transient', message: 'x is undefined' })
})

test('a decoder that is stuck is told of, and the process that it is stuck in ends', async () => {
  const port = served({
    makePicture: () => Promise.reject(new StuckDecoder('refused', 'Drawing it takes too long.')),
  })
  port.send(picture('heavy'))
  await port.settled()
  expect(port.answers).toEqual([
    { type: 'failed', id: 'heavy', class: 'refused', message: 'Drawing it takes too long.' },
    'died',
  ])
})
