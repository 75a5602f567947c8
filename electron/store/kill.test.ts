import { once } from 'node:events'
import { statSync } from 'node:fs'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { brokenReferences } from '@shared/testing/brokenReferences'
import { below, seededRandom } from '@shared/testing/seededRandom'
import { invalidRecords } from '@shared/testing/recordDump'
import { bundleProgram, startProgram } from '../testing/bundle'
import { stateDigest } from '../testing/stateDigest'
import { storedExample } from '../testing/testFolder'
import type { OpenProject } from './project'
import { databaseFile, openProject } from './openProject'
import { openReader } from './sqlite'

/** A campaign kills more often than a test. */
const rounds = Number(process.env['EXEUNT_ROUNDS'] ?? 40)
/** A project grows while it is written to; after so many rounds another one is taken. */
const roundsEach = 20

let program = ''
beforeAll(async () => {
  program = await bundleProgram('testing/endlessWriter')
}, 60_000)

/** A writer that is loaded and waits for its start. */
function waitingWriter(folder: string, seed: number) {
  const child = startProgram(program, [folder, String(seed)])
  let told = ''
  child.stdout!.on('data', (text) => (told += text))
  /** It has opened the project and told of so many commands. */
  const hasDone = (commands: number) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (told.includes('\nopen ') && told.split('\ndo ').length > commands) resolve()
      }
      child.stdout!.on('data', look)
      look()
    })
  const gone = once(child, 'close')
  onTestFinished(() => void child.kill('SIGKILL'))
  return {
    ready: once(child.stdout!, 'data'),
    hasDone,
    gone,
    start: () => child.stdin!.write('go\n'),
    /** Kills it and answers every line it finished. */
    async kill() {
      child.kill('SIGKILL')
      const [code] = (await gone) as [number | null]
      expect(code, 'the writer ended by itself').toBeNull()
      return told
        .split('\n')
        .slice(0, -1)
        .filter((line) => line !== 'ready')
    },
  }
}

/** The project as it was opened, or one command later: taking that one back leads to the state that was told. */
function expectAtMostOneMore(
  project: OpenProject,
  told: string,
  before: readonly { seq: number; undone: boolean }[],
): void {
  if (stateDigest(project.records) === told) return
  const history = project.history()
  const was = new Map(before.map((step) => [step.seq, step.undone]))
  const flipped = history.filter((step) => was.has(step.seq) && was.get(step.seq) !== step.undone)
  if (flipped.length) {
    expect(flipped).toHaveLength(1)
    project[flipped[0]!.undone ? 'redo' : 'undo']()
  } else if (history.some((step) => !was.has(step.seq))) project.undo()
  else {
    // Media is no undo step: the newest row is the one in flight.
    const newest = [...project.records.all('media')].reduce((a, b) => (a.ordinal > b.ordinal ? a : b))
    project.commit({ added: {}, updated: {}, removed: { media: { [newest.id]: newest } } }, null)
  }
  expect(stateDigest(project.records)).toBe(told)
}

/** The undo steps that must stand after what was told, given those before: seq -> undone. */
function expectedSteps(before: ReturnType<OpenProject['history']>, lines: readonly string[]) {
  const steps = new Map(before.map((step) => [step.seq, step.undone]))
  for (const line of lines) {
    const [kind, seq] = [line.split(' ')[0], Number(line.split(' ')[1])]
    if (kind === 'do') {
      for (const [known, undone] of steps) if (undone) steps.delete(known)
      steps.set(seq, false)
    }
    if (kind === 'undo') steps.set(seq, true)
    if (kind === 'redo') steps.set(seq, false)
  }
  return [...steps]
    .sort(([a], [b]) => b - a)
    .slice(0, 500)
    .map(([seq, undone]) => ({ seq, undone }))
}

function foreignKeyErrors(folder: string): unknown {
  const db = openReader(databaseFile(folder))
  const errors = db.pragma('foreign_key_check')
  db.close()
  return errors
}

test(
  `a writer killed at any instant, ${rounds} times: all it told is there, at most one command more, and the project is whole`,
  { timeout: 180_000 + rounds * 20_000 },
  async () => {
    const seed = Date.now() % 1_000_000
    const random = seededRandom(seed)
    let told = 0
    let working = 0
    let folder = ''
    let history: ReturnType<OpenProject['history']> = []
    let digest = ''
    let next: ReturnType<typeof waitingWriter> | null = null
    for (let round = 0; round < rounds; round++) {
      const at = `seed ${seed}, round ${round}`
      if (round % roundsEach === 0) {
        await next?.kill()
        const { folder: made, project } = storedExample()
        folder = made
        history = project.history()
        digest = stateDigest(project.records)
        project.close()
        next = waitingWriter(folder, seed + round)
      }
      const writer = next!
      await writer.ready
      writer.start()
      // The next one loads meanwhile.
      next = waitingWriter(folder, seed + round + 1)
      // Most are killed at work, some while they open.
      if (random() < 0.8) await Promise.race([writer.hasDone(1 + below(random, 4)), writer.gone])
      await new Promise((resolve) => setTimeout(resolve, below(random, 30)))
      const lines = await writer.kill()
      told += lines.length
      if (lines.some((line) => line.startsWith('do '))) working++

      const project = openProject(folder, 'write')
      expect(project.inspect().integrity, at).toBe('ok')
      expect(foreignKeyErrors(folder), at).toEqual([])
      expect([...invalidRecords(project.records), ...brokenReferences(project.records)], at).toEqual([])
      for (const media of project.records.all('media'))
        if (media.ext === 'bin') expect(statSync(project.media.pathOf(media)).size, at).toBe(media.bytes)
      const lastDigest = lines.at(-1)?.split(' ')[2] ?? digest
      const steps = expectedSteps(history, lines)
      const undoable = project.history().map((step) => step.seq)
      expect(
        steps.filter((step) => !step.undone && !undoable.includes(step.seq)),
        at,
      ).toEqual([])
      expectAtMostOneMore(project, lastDigest, steps)
      history = project.history()
      digest = stateDigest(project.records)
      project.close()
    }
    await next?.kill()
    expect(working).toBeGreaterThan(rounds / 2)
    expect(told).toBeGreaterThan(rounds)
  },
)
