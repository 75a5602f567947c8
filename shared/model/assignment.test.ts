import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asItself, assignmentSchema, presenceOf, presenceSchema, visibleIn } from './assignment'

const fraction = fc.oneof(fc.constantFrom(0, 1, 0.25, 0.5, 1e-9), fc.double({ min: 0, max: 1, noNaN: true }))
const assignment = {
  ...asItself,
  id: 'a',
  shotId: 's',
  sceneAssetInstanceId: 'i',
  enterFrom: null,
  exitTo: null,
  action: '',
  rank: null,
  origin: 'user',
  evidence: null,
  ordinal: 0,
}

describe('presence', () => {
  test.each([
    [0, 1, 'throughout', true, true],
    [0.35, 1, 'enters', false, true],
    [0, 0.65, 'exits', true, false],
    [0.25, 0.75, 'passes_through', false, false],
  ] as const)('of %d to %d is %s', (enterAt, exitAt, presence, start, end) => {
    expect(presenceOf(enterAt, exitAt)).toBe(presence)
    expect(visibleIn({ enterAt, exitAt }, 'start')).toBe(start)
    expect(visibleIn({ enterAt, exitAt }, 'end')).toBe(end)
  })

  test.each([
    [0.5, 0.5],
    [0.6, 0.4],
    [1, 1],
    [0, 0],
    [-0.1, 1],
    [0, 1.1],
    [Number.NaN, 1],
    [0, Number.NaN],
  ])('of the empty or impossible interval %d to %d is none', (enterAt, exitAt) => {
    expect(presenceOf(enterAt, exitAt)).toBeNull()
  })

  test('and interval of a record have to agree', () => {
    fc.assert(
      fc.property(fraction, fraction, fc.constantFrom(...presenceSchema.options), (enterAt, exitAt, presence) => {
        expect(assignmentSchema.safeParse({ ...assignment, enterAt, exitAt, presence }).success).toBe(
          presenceOf(enterAt, exitAt) === presence,
        )
      }),
    )
  })
})
