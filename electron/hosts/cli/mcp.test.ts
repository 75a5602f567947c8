import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { bundleProgram } from '../../testing/bundle'
import { runInProcess } from '../../testing/runInProcess'
import { tempFolder } from '../../testing/tempFolder'

let program = ''
beforeAll(async () => {
  program = await bundleProgram('cli')
}, 60_000)

async function agent(folder: string, ...more: string[]) {
  const client = new Client({ name: 'test', version: '1' })
  onTestFinished(() => client.close())
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [program, 'mcp', folder, ...more] }))
  const call = async (name: string, input: Record<string, unknown> = {}) => {
    const { content, isError } = await client.callTool({ name, arguments: input })
    const [{ text }] = content as [{ text: string }]
    return isError ? { isError, ...tried(text) } : tried(text)
  }
  return { call, tools: (await client.listTools()).tools.map(({ name }) => name) }
}
const tried = (text: string) => {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return { text }
  }
}

test('an agent reads a project, and changes it only where it may, with the refusals of the command line', async () => {
  const folder = join(tempFolder(), 'film.exeunt')
  await runInProcess(['new', folder, '--title', 'Film'])
  const reader = await agent(folder)
  expect(reader.tools).toEqual(['query', 'commands'])
  expect(await reader.call('query', { kind: 'project' })).toMatchObject({ title: 'Film', scenes: 0 })
  expect(await reader.call('query', { kind: 'nothing' })).toMatchObject({ isError: true, error: { at: 'kind' } })
  expect(await reader.call('commands', { name: 'scene.create' })).toMatchObject([{ name: 'scene.create' }])
  expect(await reader.call('do', { command: 'scene.create', input: { heading: 'INT. A' } })).toMatchObject({
    isError: true,
  })

  const writer = await agent(folder, '--write')
  expect(writer.tools).toEqual(['query', 'commands', 'do', 'undo', 'redo', 'generate'])
  expect(await writer.call('do', { command: 'scene.create', input: { heading: 'INT. A' } })).toMatchObject({
    created: { scenes: [expect.any(String)] },
  })
  const refusal = { command: 'scene.delete', input: { sceneId: 'nobody' } }
  const { answer } = await runInProcess(['do', folder, refusal.command, JSON.stringify(refusal.input)])
  expect(answer).toHaveProperty('error')
  expect(await writer.call('do', refusal)).toEqual({ isError: true, ...(answer as object) })
  expect(await reader.call('query', { kind: 'project' })).toMatchObject({ scenes: 1 })
  expect(await writer.call('undo')).toMatchObject({ steps: [{ command: 'scene.create' }] })
  expect(await reader.call('query', { kind: 'project' })).toMatchObject({ scenes: 0 })
}, 30_000)
