import { once } from 'node:events'
import { existsSync, renameSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { openProject } from '../../store/openProject'
import { bundleProgram, startProgram } from '../../testing/bundle'
import { closedSample, spoil } from '../../testing/spoilt'

let cli = ''
beforeAll(async () => {
  cli = await bundleProgram('cli')
}, 60_000)

/** A running `batch`: asks one line at a time. */
function batch(folder: string) {
  const child = startProgram(cli, ['batch', folder])
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]()
  const exit = once(child, 'exit')
  return {
    async ask(request: object) {
      child.stdin!.write(`${JSON.stringify(request)}\n`)
      const { value } = (await lines.next()) as { value: string }
      return JSON.parse(value) as { undoStep?: string; title?: string; error?: { code: string; message: string } }
    },
    async end() {
      child.stdin!.end()
      return ((await exit) as [number])[0]
    },
  }
}

const settings = (styleText: string) => ({ verb: 'do', command: 'project.update', input: { styleText } })
const styleIn = (folder: string) => {
  const project = openProject(folder, 'read')
  const { styleText } = project.records.must('project', 'project')
  project.close()
  return styleText
}

test('a batch whose folder is moved is told at once, writes nothing to the old place, and has lost nothing', async () => {
  const folder = closedSample()
  const { ask, end } = batch(folder)
  expect((await ask(settings('before'))).undoStep).toBeTruthy()
  renameSync(folder, `${folder}.moved`)
  for (const request of [settings('after'), { verb: 'undo' }, { verb: 'generate', stage: 10, all: true }])
    expect((await ask(request)).error).toMatchObject({
      code: 'PROJECT_MOVED',
      message: expect.stringContaining(`${folder}.moved`),
    })
  expect((await ask({ verb: 'query', kind: 'project' })).error).toBeUndefined()
  expect(await end()).toBe(0)
  expect(existsSync(folder)).toBe(false)
  expect(styleIn(`${folder}.moved`)).toBe('before')
})

test('a batch beside a program that changes the project is told once, and goes on with what is there', async () => {
  const folder = closedSample()
  const { ask, end } = batch(folder)
  await ask(settings('ours'))
  spoil(folder, `UPDATE project SET title = 'Theirs'`)
  expect((await ask(settings('over it'))).error?.code).toBe('PROJECT_CHANGED')
  expect((await ask(settings('after it'))).undoStep).toBeTruthy()
  expect(await ask({ verb: 'query', kind: 'project' })).toMatchObject({ title: 'Theirs' })
  expect(await end()).toBe(0)
  expect(styleIn(folder)).toBe('after it')
})
