import { z } from 'zod'
import { presenceOf } from '../model/assignment'
import { tableSchemas, type TableName, type Tables } from '../model/tables'
import type { JsonSchema } from './jsonSchema'
import { below, pick } from './seededRandom'

type Random = () => number

const texts = [
  '',
  'Alice',
  'naïve "quoted" \\ text',
  '東京 😀',
  "it's; DROP TABLE shots --",
  'two\nlines\r\n',
  '  spaces ',
  'zero\u0000byte',
]
const hash = (random: Random) => Array.from({ length: 64 }, () => pick(random, [...'0123456789abcdef'])).join('')

function fill(schema: JsonSchema, random: Random): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return pick(random, schema.enum)
  if (schema.anyOf) return fill(pick(random, schema.anyOf), random)
  const type = Array.isArray(schema.type) ? pick(random, schema.type) : schema.type
  switch (type) {
    case 'null':
      return null
    case 'boolean':
      return random() < 0.5
    case 'integer':
      return (
        (schema.minimum ?? 0) +
        below(random, Math.min(1_000_000, (schema.maximum ?? 1_000_000) - (schema.minimum ?? 0)))
      )
    case 'number':
      return (
        (schema.minimum ?? schema.exclusiveMinimum ?? -5) +
        0.001 +
        random() * ((schema.maximum ?? 9) - (schema.minimum ?? schema.exclusiveMinimum ?? -5) - 0.002)
      )
    case 'string':
      return string(schema, random)
    case 'array':
      return (
        schema.prefixItems ??
        Array.from({ length: (schema.minItems ?? 0) + below(random, 3) }, () => schema.items ?? {})
      ).map((item) => fill(item, random))
    case 'object':
      return schema.properties
        ? Object.fromEntries(Object.entries(schema.properties).map(([key, value]) => [key, fill(value, random)]))
        : { 'asset:Alice': { look: 'Default', at: 0.25 }, list: [1, null, true] }
    default:
      return pick(random, [null, 1, 'x', [1, { a: null }]])
  }
}

function string(schema: JsonSchema, random: Random): string {
  if (schema.pattern?.includes('0-9a-f]{64}')) return hash(random)
  if (schema.pattern?.includes('a-z0-9]{1,8}')) return pick(random, ['png', 'webp', 'mp4'])
  // Names are one line without spaces around.
  if (schema.pattern) return pick(random, ['Alice', '東京 😀', '"quoted"', "it's"])
  return schema.minLength ? `r${below(random, 1e9)}` : pick(random, texts).slice(0, schema.maxLength)
}

/** A valid record of a table with something in every field, from its schema. Its ids name nothing. */
export function randomRecord<T extends TableName>(table: T, random: Random): Tables[T] {
  const record = fill(z.toJSONSchema(tableSchemas[table], { unrepresentable: 'any' }) as JsonSchema, random) as Record<
    string,
    unknown
  >
  if (table === 'assignments') {
    const [a, b] = [random(), random()].sort((x, y) => x - y) as [number, number]
    const [enterAt, exitAt] = pick(random, [
      [0, 1],
      [a, 1],
      [0, b],
      [a, b],
    ])
    Object.assign(record, { enterAt, exitAt, presence: presenceOf(enterAt, exitAt) })
  }
  // A framing lies in the picture.
  if (table === 'cameraMoves')
    for (const end of ['first', 'last']) {
      const framing = record[end] as { x: number; y: number; width: number }
      for (const side of ['x', 'y'] as const) framing[side] = Math.min(framing[side], 1 - framing.width)
    }
  if (table === 'transformations') record['at'] = record['kind'] === 'within_shot' ? 0.01 + random() * 0.98 : null
  return tableSchemas[table].parse(record) as Tables[T]
}
