import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, roundInput, sameValue } from './canonical'
import { digest } from './digest'

/** The same value with the keys of every object in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, shuffled(inner)]),
  )
}
const plain = fc.jsonValue({ maxDepth: 3 })
const whole = fc
  .jsonValue({ maxDepth: 3, depthSize: 'small' })
  .map(
    (value) =>
      JSON.parse(JSON.stringify(value), (_, v: unknown) =>
        typeof v === 'number' ? Math.round(v % 1000) + 0 : v,
      ) as unknown,
  )

describe('canonical JSON', () => {
  test('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(plain, (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value))
      }),
    )
  })

  test('is JSON that reads back as the value, with numbers to 1e-6', () => {
    fc.assert(
      fc.property(whole, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(value)
      }),
    )
  })

  test('of different values differs, of equal ones is equal', () => {
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        expect(canonicalJson(a) === canonicalJson(b)).toBe(sameValue(a, b))
      }),
    )
  })

  test('takes -0 for 0, undefined fields for none, and what is no number for null', () => {
    expect(canonicalJson({ b: -0, a: undefined, c: [Number.NaN, undefined] })).toBe('{"b":0,"c":[null,null]}')
    expect(canonicalJson([0.1 + 0.2, 0.30000004, 0.3000006])).toBe('[0.3,0.3,0.300001]')
    expect(canonicalJson('é"\n')).toBe('"é\\"\\n"')
  })

  test('rounding is idempotent and moves a number by at most half of 1e-6', () => {
    fc.assert(
      fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), (value) => {
        const rounded = roundInput(value)
        expect(roundInput(rounded)).toBe(rounded)
        expect(Math.abs(rounded - value)).toBeLessThanOrEqual(5.1e-7)
      }),
    )
  })
})

describe('sameValue', () => {
  test('is equality of structure, exact for numbers', () => {
    fc.assert(
      fc.property(plain, (value) => {
        expect(sameValue(value, structuredClone(value))).toBe(true)
      }),
    )
    expect(sameValue(0.1 + 0.2, 0.3)).toBe(false)
    expect(sameValue([1, 2], [1, 2, 3])).toBe(false)
    expect(sameValue({ a: 1 }, { a: 1, b: 2 })).toBe(false)
    expect(sameValue({ a: undefined }, { b: undefined })).toBe(false)
    expect(sameValue([], {})).toBe(false)
    expect(sameValue({}, [])).toBe(false)
    expect(sameValue(null, {})).toBe(false)
  })
})

describe('digest', () => {
  test('is the sha-256 of the canonical JSON in UTF-8', () => {
    fc.assert(
      fc.property(plain, (value) => {
        fc.pre(!/\p{Cs}/u.test(canonicalJson(value)))
        expect(digest(value)).toBe(createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex'))
      }),
    )
  })
})
