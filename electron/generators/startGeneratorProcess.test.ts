import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import type { FrameDescription } from '@shared/drawing/frameDescription'
import { sentence } from '@shared/records/refusal'
import type { GeneratorError, GeneratorEvent, GeneratorRequest } from './generatorContract'
import { nodeChild } from './nodeChild'
import { GeneratorCancelled, startGeneratorProcess } from './startGeneratorProcess'
import type { ChildLike, GeneratorRunner } from './startGeneratorProcess'

const fixtures = join(import.meta.dirname, 'fixtures')
const frame: FrameDescription = {
  width: 320,
  height: 180,
  size: 'wide',
  angle: null,
  location: null,
  setName: 'BAR',
  subjects: [],
  showNames: true,
}
const hosts: GeneratorRunner[] = []
let forks = 0

function host(
  graceMs?: number,
  fork: () => ChildLike = () => nodeChild(join(fixtures, 'scriptedChild.mjs')),
): GeneratorRunner {
  const started = startGeneratorProcess(() => {
    forks++
    return fork()
  }, graceMs)
  hosts.push(started)
  return started
}

function request(what: string, id = what): GeneratorRequest {
  return {
    type: 'frame',
    id,
    generatorId: 'local',
    frame,
    passes: [{ index: 1, location: true, assetIds: [], basePlate: null, note: '' }],
    media: {},
    outFolder: `/${what}`,
  }
}

async function failureOf(run: Promise<void>): Promise<GeneratorError> {
  return run.then(
    () => {
      throw new Error('it did not fail')
    },
    (error: GeneratorError) => error,
  )
}

const nothing = (): void => {}

afterEach(() => {
  for (const one of hosts.splice(0)) one.stop()
  forks = 0
})

describe('the process host', () => {
  test('starts nothing before the first request, then one process for all', async () => {
    const one = host()
    expect(forks).toBe(0)
    const pids: string[] = []
    const collect = (event: GeneratorEvent): void => {
      if (event.type === 'progress') pids.push(event.text)
    }
    await Promise.all([one.run(request('pid', 'a'), collect), one.run(request('pid', 'b'), collect)])
    expect(new Set(pids).size).toBe(1)
    expect(forks).toBe(1)
  })

  test('a crash fails what was running as transient, and the next request works', async () => {
    const one = host()
    const waiting = failureOf(one.run(request('wait'), nothing))
    const crashed = await failureOf(one.run(request('crash'), nothing))
    for (const error of [crashed, await waiting])
      expect(error).toMatchObject({ errorClass: 'transient', message: sentence('GENERATOR_LOST') })
    await one.run(request('pid'), nothing)
    expect(forks).toBe(2)
  })

  test('a failure keeps its class, sentence and waiting time', async () => {
    expect(await failureOf(host().run(request('fail'), nothing))).toMatchObject({
      errorClass: 'rate',
      message: 'Too many at once.',
      waitMs: 1500,
    })
  })

  test('an answer that does not fit fails its request; strangers are ignored', async () => {
    const one = host()
    expect(await failureOf(one.run(request('garbage'), nothing))).toMatchObject({ errorClass: 'transient' })
    await one.run(request('pid'), nothing)
    expect(forks).toBe(1)
  })

  test('cancel ends one request and leaves the others', async () => {
    const one = host()
    const polite = failureOf(one.run(request('wait', 'polite'), nothing))
    one.cancel('polite')
    one.cancel('nobody')
    expect(await polite).toBeInstanceOf(GeneratorCancelled)
    await one.run(request('pid'), nothing)
    expect(forks).toBe(1)
  })

  test('a request that hangs is cancelled by ending its process', async () => {
    const one = host(100)
    const hanging = failureOf(one.run(request('hang'), nothing))
    one.cancel('hang')
    expect(await hanging).toBeInstanceOf(GeneratorCancelled)
    await one.run(request('pid'), nothing)
    expect(forks).toBe(2)
  })

  test('an id runs once at a time: what is asked for anew ends what ran', async () => {
    const one = host()
    const first = failureOf(one.run(request('wait', 'polite'), nothing))
    const second = one.run(request('pid', 'polite'), nothing)
    expect(await first).toBeInstanceOf(GeneratorCancelled)
    await second
    expect(forks).toBe(1)
  })

  test('a process that cannot be started fails the request', async () => {
    const one = host(100, () => {
      throw new Error('no such file')
    })
    expect(await failureOf(one.run(request('pid'), nothing))).toMatchObject({ errorClass: 'transient' })
  })
})

describe('the real generator process', () => {
  const sources = {
    ...process.env,
    NODE_OPTIONS: `--experimental-transform-types --disable-warning=ExperimentalWarning --import=${pathToFileURL(join(fixtures, 'loadTypeScript.mjs')).href}`,
  }
  const real = (): ChildLike => nodeChild(join(import.meta.dirname, '..', 'generatorProcess.ts'), sources)

  test('makes a frame, refuses a request it cannot read, and goes on', async () => {
    const outFolder = mkdtempSync(join(tmpdir(), 'exeunt-generator-'))
    try {
      const one = host(undefined, real)
      const broken = { ...request('frame', 'broken'), frame: { ...frame, width: -1 } } as GeneratorRequest
      expect(await failureOf(one.run(broken, nothing))).toMatchObject({
        errorClass: 'config',
        message: expect.stringContaining('frame.width'),
      })
      expect(
        await failureOf(
          one.run({ ...request('x'), generatorId: 'unheard-of', outFolder } as GeneratorRequest, nothing),
        ),
      ).toMatchObject({ errorClass: 'config' })
      const events: GeneratorEvent[] = []
      await one.run({ ...request('frame'), outFolder } as GeneratorRequest, (event) => events.push(event))
      expect(events.map((event) => event.type)).toEqual(['progress', 'passDone', 'progress'])
      expect(events[1]).toMatchObject({ index: 1, width: 320, height: 180, mime: 'image/png', ext: 'png' })
      expect(readdirSync(outFolder)).toHaveLength(1)
      expect(forks).toBe(1)
    } finally {
      rmSync(outFolder, { recursive: true })
    }
  }, 30_000)
})
