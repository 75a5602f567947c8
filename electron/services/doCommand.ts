import { z } from 'zod'
import { takeKindOf } from '@shared/domain/lookup'
import type { CommandAnswer } from '@shared/ipc/contract'
import { parseInput } from '@shared/ipc/errors'
import { inputSchemas, type CommandName } from '@shared/ipc/inputs'
import { commands } from '@shared/ipc/rules'
import type { AppContext } from '../app/context'
import { dispatch } from '../app/dispatch'
import type { OpenProject } from '../store/openProject'
import { importTakeFile } from './takes'

/** Commands that read a file before their rule can run, so they cannot be one of the pure ones. */
const fileCommands = {
  'take.import': {
    label: 'add take',
    input: z.strictObject({ shotId: z.string(), frame: z.enum(['start', 'end']), path: z.string().min(1) }),
  },
}

/** `do DIR COMMAND JSON`: any command by its name, those that read a file included. @throws InvalidInput, Refusal */
export async function doCommand(context: AppContext, project: OpenProject, name: string, input: unknown): Promise<CommandAnswer> {
  if (name !== 'take.import') return dispatch(project, name, input)
  const { shotId, frame, path } = parseInput(fileCommands['take.import'].input, input)
  const { takeId, undoStep, note } = await importTakeFile(context, project, path, shotId, takeKindOf(frame))
  return { undoStep, created: { takes: [takeId] }, updated: {}, removed: {}, warnings: note ? [{ code: 'PICTURE_NOTE', message: note }] : [] }
}

/** The contract as data: every command with its input as a JSON schema. */
export function listCommands(): { name: string; label: string; undo: string; input: unknown }[] {
  const pure = (Object.keys(inputSchemas) as CommandName[]).map((name) => ({ name, label: commands[name].label, undo: commands[name].undo, schema: inputSchemas[name] as z.ZodType }))
  const reading = Object.entries(fileCommands).map(([name, { label, input }]) => ({ name, label, undo: 'step' as const, schema: input }))
  return [...pure, ...reading].map(({ schema, ...told }) => ({ ...told, input: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) }))
}
