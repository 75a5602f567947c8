import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { z } from 'zod'
import { mostCandidates } from '@shared/ipc/contract'
import { listCommands } from '@shared/ipc/fileCommands'
import { runQuery } from '../../app/queries'
import type { AppContext } from '../../commit/context'
import { reportedError } from '../../commit/reportedError'
import { doCommand } from '../../services/doCommand'
import { generate } from '../../services/generate'
import { generateRequest, travelSteps, withReader, withSession } from './verbs'

interface Answer {
  [name: string]: unknown
  content: { type: 'text'; text: string }[]
  isError?: true
}

const text = z.string().max(200)
const steps = z.object({ n: z.number().int().min(1).max(1000).default(1) })

/**
 * `mcp DIR`: the commands and queries of a project for agents, over standard input and output. Each call opens the project and closes it, so that the window can have it in
 * between; what is refused is answered as the command line answers it. Ends when the other side does.
 * @param mayWrite without it nothing can be changed
 */
export async function serveMcp(context: AppContext, folder: string, mayWrite: boolean): Promise<void> {
  await withReader(folder, () => {})
  const server = new McpServer({ name: 'exeunt', version: '1' })
  server.registerTool(
    'query',
    {
      description:
        'Reads the storyboard: project, scenes, shots, assets, assignments, matrix, manifest, prompts, plan, freshness, takes, continuity, suggestions, tray, jobs, history or impact (of a command and its input).',
      inputSchema: z.object({
        kind: text,
        id: text.optional(),
        scene: text.optional(),
        shot: text.optional(),
        frame: z.enum(['start', 'end']).optional(),
        generator: text.optional(),
        command: text.optional(),
        input: z.record(z.string(), z.unknown()).optional(),
      }),
      annotations: { readOnlyHint: true },
    },
    ({ kind, ...options }) => answer(() => withReader(folder, (project) => runQuery(project, kind, options))),
  )
  server.registerTool(
    'commands',
    {
      description:
        'Lists the commands that change a project, with the schemas of their inputs; of one where it is named.',
      inputSchema: z.object({ name: text.optional() }),
      annotations: { readOnlyHint: true },
    },
    ({ name }) => answer(() => listCommands().filter((command) => name === undefined || command.name === name)),
  )
  if (mayWrite) registerChanges(context, folder, server)
  const transport = new StdioServerTransport()
  const ended = new Promise<void>((resolve) => {
    transport.onclose = resolve
    process.stdin.once('end', resolve)
  })
  await server.connect(transport)
  await ended
  await server.close()
}

function registerChanges(context: AppContext, folder: string, server: McpServer): void {
  server.registerTool(
    'do',
    {
      description: 'Runs a command and answers what changed. It can be undone.',
      inputSchema: z.object({ command: text, input: z.record(z.string(), z.unknown()).default({}) }),
    },
    ({ command, input }) =>
      answer(() => withSession(context, folder, ({ project }) => doCommand(context, project, command, input))),
  )
  for (const way of ['undo', 'redo'] as const)
    server.registerTool(
      way,
      {
        description: way === 'undo' ? 'Takes the newest steps back.' : 'Does undone steps again.',
        inputSchema: steps,
      },
      ({ n }) => answer(() => withSession(context, folder, ({ project }) => travelSteps(project, way, n))),
    )
  server.registerTool(
    'generate',
    {
      description:
        'Makes prompts (stage 9), frames (stage 10) or clips (stage 12) of the named shots, but nothing that is fresh. A remote generator costs what its profile says. A clip needs the stills of its shot first.',
      inputSchema: z.object({
        stage: z.union([z.literal(9), z.literal(10), z.literal(12)]),
        shots: z.array(text).min(1).max(1000),
        candidates: z.number().int().min(1).max(mostCandidates).optional(),
        stopAfter: z.number().int().min(1).max(50).optional(),
      }),
    },
    (request) =>
      answer(() =>
        withSession(context, folder, ({ project, queue }) => generate(project, queue, generateRequest(request)), true),
      ),
  )
}

async function answer(work: () => unknown): Promise<Answer> {
  try {
    return { content: [{ type: 'text', text: JSON.stringify((await work()) ?? null) }] }
  } catch (error) {
    return { content: [{ type: 'text', text: JSON.stringify({ error: reportedError(error) }) }], isError: true }
  }
}
