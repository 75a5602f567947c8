import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { below, seededRandom } from '@shared/testing/seededRandom'
import { invalidRecords } from '@shared/testing/recordDump'
import { openSession } from '../app/session'
import { checkProject } from '../services/check'
import { bundleProgram, startProgram } from '../testing/bundle'
import { testContext } from '../testing/fakeGenerators'
import { storedExample } from '../testing/testFolder'

/** A campaign kills more often than a test. */
const rounds = Number(process.env['EXEUNT_ROUNDS'] ?? 20)

let program = ''
beforeAll(async () => {
  program = await bundleProgram('testing/endlessMaker')
}, 60_000)

/** A maker that is loaded and waits for its start. */
function waitingMaker(folder: string, seed: number) {
  const child = startProgram(program, [folder, String(seed)])
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, seed, ready: once(child.stdout!, 'data') }
}

/** Lets it run a random while and kills it; answers the takes it told. */
async function makeUntilKilled({
  child,
  seed,
  ready,
}: ReturnType<typeof waitingMaker>): Promise<{ id: string; mediaId: string }[]> {
  let told = ''
  const gone = once(child, 'close')
  child.stdout!.on('data', (text) => (told += text))
  /** It has opened the project and told of so many takes. */
  const hasMade = (takes: number) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (told.includes('open\n') && told.split('\ntake ').length > takes) resolve()
      }
      child.stdout!.on('data', look)
      look()
    })
  const random = seededRandom(seed)
  await ready
  child.stdin!.write('go\n')
  await Promise.race([hasMade(below(random, 4)), gone])
  await new Promise((resolve) => setTimeout(resolve, below(random, 30)))
  child.kill('SIGKILL')
  const [code] = (await gone) as [number | null]
  expect(code, 'the maker ended by itself').toBeNull()
  return told
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => (line.startsWith('take ') ? [{ id: line.split(' ')[1]!, mediaId: line.split(' ')[2]! }] : []))
}

test(
  'killed at any moment of making stills, no finished one is lost, no row names a missing file, and the rest goes on',
  { timeout: 180_000 + rounds * 20_000 },
  async () => {
    const { folder, project } = storedExample()
    project.close()
    let takes = 0
    let interrupted = 0
    let next = waitingMaker(folder, 1)
    for (let round = 0; round < rounds; round++) {
      const making = makeUntilKilled(next)
      // The next one loads meanwhile.
      next = waitingMaker(folder, round + 2)
      const made = await making
      takes += made.length
      const session = openSession(testContext(), folder, undefined, false)
      const { records, media } = session.project
      for (const { id, mediaId } of made) {
        expect(records.get('takes', id)?.mediaId, `take ${id}`).toBe(mediaId)
        expect(media.has(records.must('media', mediaId)), `picture of ${id}`).toBe(true)
      }
      expect(invalidRecords(records)).toEqual([])
      // The sample's own pictures are rows without files.
      const ours = new Set(
        [...records.all('takes')].filter((t) => t.generatorId === 'local' && t.madeAt > 0).map((t) => t.mediaId),
      )
      const checked = await checkProject(session.project)
      expect(checked.integrity).toBe('ok')
      expect(checked.missingMedia.filter((id) => ours.has(id))).toEqual([])
      interrupted += session.project.jobs.list(['running']).length
      const temporary = join(folder, 'media', '.tmp')
      expect(existsSync(temporary) ? readdirSync(temporary) : []).toEqual([])
      session.close()
    }
    // The rounds met what they are about.
    expect(takes).toBeGreaterThan(rounds / 2)
    expect(interrupted).toBeGreaterThan(0)
    const session = openSession(testContext(), folder)
    await expect.poll(() => session.project.jobs.list(['queued', 'running']).length, { timeout: 20_000 }).toBe(0)
    session.close()
  },
)
