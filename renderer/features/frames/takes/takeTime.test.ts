import { expect, test } from 'vitest'
import { takeTime } from './takeTime'

test('a take tells when it was made, as short as it can', () => {
  const now = new Date(2026, 10, 18, 15, 0).getTime()
  const at = (...date: [number, number, number, number, number]) => takeTime(new Date(...date).getTime(), now, 'en-GB')
  expect(at(2026, 10, 18, 14, 2)).toBe('Today 14:02')
  expect(at(2026, 10, 16, 18, 21)).toBe('Mon 18:21')
  expect(at(2026, 9, 3, 8, 5)).toBe('3 Oct 08:05')
  expect(at(2025, 9, 3, 8, 5)).toBe('3 Oct 2025 08:05')
})
