import { z } from 'zod'
import { frameEndSchema, idSchema } from '../model/common'
import { clipFields, inputSchemas, type CommandName } from './inputSchemas'
import { commands } from './rules'

/** Commands that read a file before their rule can run, so they cannot be among the pure ones. */
export const fileCommands = {
  'sound.import': {
    label: 'add sound',
    input: z.strictObject({ path: z.string().min(1), ...clipFields }),
  },
  'take.import': {
    label: 'add take',
    input: z.strictObject({ shotId: idSchema, frame: frameEndSchema, path: z.string().min(1) }),
  },
}

/** The contract as data: every command with its input as a JSON schema. */
export function listCommands(): { name: string; label: string; undo: string; input: unknown }[] {
  const pure = (Object.keys(inputSchemas) as CommandName[]).map((name) => ({
    name,
    label: commands[name].label,
    undo: commands[name].undo,
    schema: inputSchemas[name] as z.ZodType,
  }))
  const reading = Object.entries(fileCommands).map(([name, { label, input }]) => ({
    name,
    label,
    undo: 'step' as const,
    schema: input,
  }))
  return [...pure, ...reading].map(({ schema, ...told }) => ({
    ...told,
    input: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  }))
}
