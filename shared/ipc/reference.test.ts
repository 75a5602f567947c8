import { expect, test } from 'vitest'
import { sentences } from '../records/refusal'
import { listCommands } from './fileCommands'

const page = (title: string, about: string, body: readonly string[]) =>
  `---\ntitle: ${title}\n---\n\n# ${title}\n\n${about}\n\n${body.join('\n')}\n`

interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
}

/** A schema in a few words: "text", "list of text", "“start” or “end”". */
function words(schema: JsonSchema, depth = 0): string {
  const options = schema.anyOf ?? schema.oneOf
  if (options) return [...new Set(options.map((option) => words(option, depth)))].join(' or ')
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``
  if (schema.enum) return schema.enum.map((value) => `\`${JSON.stringify(value)}\``).join(', ')
  if (schema.type === 'array') return `list of ${schema.items ? words(schema.items, depth + 1) : 'anything'}`
  if (schema.type === 'object')
    return depth > 1 || !schema.properties ? 'object' : `{ ${Object.keys(schema.properties).join(', ')} }`
  if (schema.type === 'string') return 'text'
  return schema.type === undefined ? 'anything' : String(schema.type)
}

// Both pages are written by `npm run unit -- shared/ipc/reference.test.ts -u`; here it is seen that nobody forgot to.

test('the page of messages tells every refusal and warning', async () => {
  const rows = Object.entries(sentences).map(
    ([code, text]) => `| \`${code}\` | ${text.replaceAll(/\{(\w+)\}/g, '*$1*').replaceAll('|', '\\|')} |`,
  )
  const about =
    'What Exeunt says when it does not do something, or did it and something should be known. Words in italics are names and values. The code is what the command line and agents get.'
  await expect(page('Messages', about, ['| code | says |', '| --- | --- |', ...rows])).toMatchFileSnapshot(
    '../../docs/guide/reference/messages.md',
  )
})

test('the page of commands tells every command with its input', async () => {
  const sections = listCommands().flatMap(({ name, label, undo, input }) => {
    const { properties = {}, required = [] } = input as JsonSchema
    const rows = Object.entries(properties).map(
      ([field, schema]) => `| \`${field}\`${required.includes(field) ? '' : ' (optional)'} | ${words(schema)} |`,
    )
    const what = `${label.charAt(0).toUpperCase()}${label.slice(1)}.${undo === 'step' ? '' : ' No step of the history.'}`
    return [`## ${name}`, '', what, '', ...(rows.length ? ['| field | value |', '| --- | --- |', ...rows, ''] : [])]
  })
  const about =
    'Everything that changes a film, by its name: the window, `do` of the command line and agents use the same. `exeunt commands` prints the whole schemas.'
  await expect(page('Commands', about, sections)).toMatchFileSnapshot('../../docs/guide/reference/commands.md')
})
