import { describe, expect, test } from 'vitest'
import { passWords, scopeWords, keptWords } from './scopeWords'

describe('the button', () => {
  test.each([
    ['missing', 4, 0, 'Make end frame'],
    ['fresh', 4, 4, 'Make another take'],
    ['stale', 4, 1, 'Remake passes 2 to 4'],
    ['stale', 4, 3, 'Remake pass 4'],
    ['stale', 4, 4, 'Remake pass 4'],
    ['stale', 4, 0, 'Remake end frame'],
    ['stale', 1, 1, 'Remake end frame'],
    ['failed', 2, 0, 'Make end frame again'],
  ] as const)('%s, %d passes, %d standing: %s', (status, passes, standing, words) => {
    expect(scopeWords(status, 'end', passes, standing)).toBe(words)
  })
})

test('what stays is said only when something does', () => {
  expect(keptWords(4, 1)).toBe('Pass 1 stays; 2 to 4 are built on it.')
  expect(keptWords(3, 2)).toBe('Passes 1 to 2 stay; 3 is built on them.')
  expect(keptWords(3, 0)).toBe('')
  expect(keptWords(3, 3)).toBe('')
})

test('a pass is named by what it adds', () => {
  const reference = (role: 'set' | 'identity' | 'prop' | 'base') => ({
    index: 1,
    assetId: 'a',
    name: 'A',
    type: 'x',
    role,
  })
  const pass = (index: number, ...roles: ('set' | 'identity' | 'prop' | 'base')[]) => ({
    index,
    basePlate: index > 1,
    references: roles.map(reference),
    newSubjects: 1,
    assetIds: [],
    note: '',
  })
  expect(passWords(pass(1, 'set', 'identity', 'identity'), 4)).toBe('Location, key characters')
  expect(passWords(pass(2, 'base', 'identity', 'prop'), 4)).toBe('Character, prop')
  expect(passWords(pass(1, 'set'), 1)).toBe('Location')
})
