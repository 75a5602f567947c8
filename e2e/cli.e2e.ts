import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { temporaryFolder } from './support'

const program = join(process.cwd(), 'out/main/cli.js')

/** One call of the built command line: exit code and answer. */
function cli(...argv: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], { encoding: 'utf8' })
  return { code: status, answer: stdout ? JSON.parse(stdout) : null, stderr }
}

test('the built command line goes from a script to stills, and ends by itself', () => {
  const folder = join(temporaryFolder(), 'film.exeunt')
  expect(cli('new', folder, '--title', 'Film')).toEqual({ code: 0, answer: { folder }, stderr: '' })
  const report = cli('import', folder, 'resources/sample/number-nine.fountain')
  expect(report).toMatchObject({ code: 0, answer: { scenes: 3, undoStep: '1' } })
  const shots = cli('query', folder, 'shots').answer as { id: string }[]
  expect(shots).toHaveLength(report.answer.shots)
  expect(
    cli('generate', folder, '--stage', '9', '--all').answer.every((o: { outcome: string }) => o.outcome === 'made'),
  ).toBe(true)
  const made = cli('generate', folder, '--stage', '10', '--shots', shots[0]!.id)
  expect(made).toMatchObject({
    code: 0,
    answer: [
      { result: 'startFrame', outcome: 'made' },
      { result: 'endFrame', outcome: 'made' },
    ],
  })
  expect(made.stderr).toContain('made startFrame of shot 1')
  const out = join(temporaryFolder(), 'frames')
  const { files } = cli('export', folder, 'frames', out).answer as { files: string[] }
  expect(files).toEqual(['001_1_start.png', '001_1_end.png'])
  expect(readFileSync(join(out, files[0]!)).subarray(1, 4).toString()).toBe('PNG')
  expect(cli('check', folder)).toMatchObject({ code: 0, answer: { ok: true, integrity: 'ok' } })
})

test('ends with 1 for a refusal and with 2 for wrong usage', () => {
  const folder = temporaryFolder()
  expect(cli('query', folder, 'scenes')).toMatchObject({ code: 1, answer: { error: { code: 'NOT_A_PROJECT' } } })
  expect(cli('fly')).toMatchObject({ code: 2, answer: null, stderr: expect.stringContaining('there is no verb fly') })
})

test('two processes never write one project at once; the batch answers line by line while it runs', async () => {
  const folder = join(temporaryFolder(), 'film.exeunt')
  cli('new', folder)
  const batch = spawn(process.execPath, [program, 'batch', folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: batch.stdout })[Symbol.asyncIterator]()
  const ask = async (request: unknown) => {
    batch.stdin.write(`${JSON.stringify(request)}\n`)
    return JSON.parse((await lines.next()).value as string) as Record<string, unknown>
  }
  expect(await ask({ verb: 'do', command: 'scene.create', input: { heading: 'INT. ROOM - DAY' } })).toMatchObject({
    undoStep: '1',
  })
  expect(cli('do', folder, 'scene.create', '{"heading":"X"}')).toMatchObject({
    code: 1,
    answer: { error: { code: 'PROJECT_IN_USE' } },
  })
  expect(cli('query', folder, 'scenes').answer).toMatchObject([{ heading: 'INT. ROOM - DAY' }])
  expect(await ask({ verb: 'undo' })).toMatchObject({ steps: [{ command: 'scene.create' }] })
  batch.stdin.end()
  expect(await once(batch, 'exit')).toEqual([0, null])
  expect(cli('do', folder, 'scene.create', '{"heading":"X"}').code).toBe(0)
})
