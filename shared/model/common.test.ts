import { expect, test } from 'vitest'
import { nameSchema } from './common'

test('a name has no line ends, tabs or other control characters', () => {
  expect(nameSchema.parse('Otto\tKeller\r\n')).toBe('Otto Keller')
  expect(nameSchema.parse('老王')).toBe('老王')
  expect(nameSchema.safeParse('\u0007').success).toBe(false)
})
