import { expect, test } from 'vitest'
import { noteWords } from './ContinuityButton'

test('missing pictures are counted apart and do not drown the other notes', () => {
  expect(noteWords([])).toBe('')
  expect(noteWords([{ code: 'NO_PICTURE' }, { code: 'NO_PICTURE' }])).toBe('2 without a picture')
  expect(noteWords([{ code: 'NO_PICTURE' }, { code: 'SIDES_SWAPPED' }])).toBe('1 continuity note')
})
