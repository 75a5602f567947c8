import type { z } from 'zod'
import { InvalidInput, Refusal } from '../records/refusal'
import type { WireError } from './contract'

/** Parses an input from outside; the first problem becomes "shots[3].duration: expected a number above 0". @throws InvalidInput */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  throw new InvalidInput(
    pathText(issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path),
    reasonText(issue),
  )
}

export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
    '',
  )
}

function reasonText(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${issue.expected === 'int' ? 'a whole number' : `a ${issue.expected}`}`
        .replace('a array', 'a list')
        .replace('a object', 'an object')
        .replace('a undefined', 'nothing')
    case 'too_small':
      return issue.origin === 'string'
        ? 'expected some text'
        : `expected ${issue.inclusive ? 'at least' : 'a number above'} ${issue.minimum}`
    case 'too_big':
      return issue.origin === 'string'
        ? `expected at most ${issue.maximum} characters`
        : `expected ${issue.inclusive ? 'at most' : 'a number below'} ${issue.maximum}`
    case 'invalid_value':
      return `expected one of ${issue.values.join(', ')}`
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? `expected one of ${issue.options.join(', ')}`
        : [...new Set(issue.errors.flatMap((issues) => issues.slice(0, 1).map(reasonText)))].join(', or ')
    case 'invalid_key':
      return issue.issues[0] ? reasonText(issue.issues[0]) : issue.message
    case 'unrecognized_keys':
      return `unknown field ${issue.keys.join(', ')}`
    default:
      return issue.message
  }
}

/** Any error as the other side gets it. Unknown ones keep their message; the stack stays in the log. */
export function wireError(error: unknown): WireError {
  if (error instanceof Refusal) return { code: error.code, message: error.message }
  if (error instanceof InvalidInput)
    return { code: error.code, message: error.message, ...(error.at ? { at: error.at } : {}) }
  return { code: 'INTERNAL', message: error instanceof Error ? error.message : String(error) }
}
