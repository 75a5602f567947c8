import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { exampleProject } from '../testing/exampleProject'
import { commandNames, randomCommand } from '../testing/randomCommands'
import { seededRandom } from '../testing/seededRandom'
import { InvalidInput, Refusal, sentence, sentences, warning } from '../records/refusal'
import { inputSchemas } from './inputSchemas'
import { parseInput, pathText, wireError } from './errors'

/** The answer to an input that does not fit. */
function told(schema: z.ZodType, input: unknown): string {
  try {
    parseInput(schema, input)
  } catch (error) {
    if (error instanceof InvalidInput) return error.message
    throw error
  }
  return 'fine'
}

test.each(commandNames)('%s: a field that holds nothing, or something nobody meant, is taken or told', (name) => {
  const { store } = exampleProject()
  const random = seededRandom(1)
  const inputs = Array.from({ length: 20 }, () => randomCommand(store, random, name).input)
  const fields = new Set(inputs.flatMap((input) => Object.keys(input)))
  for (const input of inputs)
    for (const field of fields)
      for (const value of [undefined, null, NaN, '', [], {}, [undefined]])
        told(inputSchemas[name], { ...input, [field]: value })
})

describe('an input that does not fit', () => {
  const schema = z.strictObject({
    shots: z
      .array(
        z.strictObject({
          duration: z.number().gt(0),
          count: z.number().int().min(1).max(9).optional(),
          name: z.string().min(1).max(3).optional(),
          kind: z.enum(['a', 'b']).optional(),
        }),
      )
      .optional(),
  })
  test.each([
    [{ shots: [{ duration: 1 }, { duration: 0 }] }, 'shots[1].duration: expected a number above 0'],
    [{ shots: [{ duration: 'x' }] }, 'shots[0].duration: expected a number'],
    [{ shots: [{ duration: 1, count: 1.5 }] }, 'shots[0].count: expected a whole number'],
    [{ shots: [{ duration: 1, count: 0 }] }, 'shots[0].count: expected at least 1'],
    [{ shots: [{ duration: 1, count: 10 }] }, 'shots[0].count: expected at most 9'],
    [{ shots: [{ duration: 1, name: '' }] }, 'shots[0].name: expected some text'],
    [{ shots: [{ duration: 1, name: 'abcd' }] }, 'shots[0].name: expected at most 3 characters'],
    [{ shots: [{ duration: 1, kind: 'c' }] }, 'shots[0].kind: expected one of a, b'],
    [{ shots: [{ duration: 1, colour: 'red' }] }, 'shots[0].colour: unknown field colour'],
    [{ shots: 'all' }, 'shots: expected a list'],
    [[], 'expected an object'],
    ['x', 'expected an object'],
    [{ shots: [{ duration: 1 }] }, 'fine'],
  ])('%j is told with its place: %s', (input, message) => {
    expect(told(schema, input)).toBe(message)
  })

  test('of a command names the field as the answers call it, also when it was given as id', () => {
    expect(told(inputSchemas['shot.update'], {})).toBe('shotId: expected a string')
    expect(parseInput(inputSchemas['shot.update'], { id: 's1', text: 'x' })).toEqual({ shotId: 's1', text: 'x' })
    expect(told(inputSchemas['shot.update'], { id: 's1', shotId: 's2' })).toBe('id: unknown field id')
    expect(told(inputSchemas['assignment.setMany'], { cells: [{ shotId: 's', enterAt: 2 }] })).toBe(
      'cells[0].enterAt: expected at most 1',
    )
  })

  test('of several kinds names them all', () => {
    const verbs = z.discriminatedUnion('verb', [
      z.object({ verb: z.literal('do') }),
      z.object({ verb: z.literal('undo') }),
    ])
    expect(told(verbs, { verb: 'fly' })).toBe('verb: expected one of do, undo')
    expect(told(inputSchemas['asset.create'], { name: 'A', type: 'prop', aliases: [5] })).toBe(
      'aliases[0]: expected a string, or expected an object',
    )
    expect(
      told(inputSchemas['asset.recast'], {
        oldId: 'a',
        newId: 'b',
        shotIds: ['s'],
        lookMap: { ['x'.repeat(81)]: 'l' },
      }),
    ).toMatch(/expected at most 80 characters$/)
  })

  test('path of nothing is empty', () => {
    expect([pathText([]), pathText(['a', 0, 'b', 1]), pathText([2])]).toEqual(['', 'a[0].b[1]', '[2]'])
  })
})

describe('an error on its way out', () => {
  test('is a code and a sentence; only invalid input has a place; a bug keeps its message', () => {
    expect(wireError(new Refusal('EMPTY_INTERVAL', { asset: 'Alice', shot: '3' }))).toEqual({
      code: 'EMPTY_INTERVAL',
      message: 'Not set: Alice would be in shot 3 for less than one frame.',
    })
    expect(wireError(new InvalidInput('enterAt', 'expected a number'))).toEqual({
      code: 'INVALID_INPUT',
      message: 'enterAt: expected a number',
      at: 'enterAt',
    })
    expect(wireError(new InvalidInput('', 'expected an object'))).toEqual({
      code: 'INVALID_INPUT',
      message: 'expected an object',
    })
    expect(wireError(new TypeError('x is undefined'))).toEqual({ code: 'INTERNAL', message: 'x is undefined' })
    expect(wireError('gone')).toEqual({ code: 'INTERNAL', message: 'gone' })
  })

  test('is one plain sentence for every code, with lists joined', () => {
    for (const text of Object.values(sentences)) expect(text).toMatch(/^[A-Z{].*(?:[.]|\{reason\}|\{wayOut\})$/)
    expect(sentence('JOIN_GAP', { assets: ['Alice', 'Bob'] })).toBe(
      'Not joined: Alice, Bob would leave and come back inside the joined shot.',
    )
    expect(sentence('NOT_FOUND')).toBe(' is no longer in the project.')
    expect(warning('SNAPPED', { asset: 'Alice', presence: 'throughout' })).toEqual({
      code: 'SNAPPED',
      message: 'Alice is less than one frame from the cut, so it now counts as throughout.',
    })
  })
})
