import { expect, test } from 'vitest'
import type { SnapshotView } from '@shared/ipc/contract'
import { lackWords, reasonWords, whenWords } from './snapshotWords'

const snapshot = (more: Partial<SnapshotView>): SnapshotView => ({
  name: 'n',
  at: 0,
  reason: 'edits',
  label: '',
  bytes: 1,
  counts: null,
  lacks: null,
  ...more,
})

test('when is said as people say it', () => {
  const now = new Date(2026, 10, 28, 15, 0).getTime()
  const at = (...date: [number, number, number, number, number]) => whenWords(new Date(...date).getTime(), now)
  expect(at(2026, 10, 28, 14, 2)).toBe('today 14:02')
  expect(at(2026, 10, 27, 18, 40)).toBe('yesterday 18:40')
  expect(at(2026, 10, 23, 9, 5)).toBe('Mon 23 Nov 09:05')
  expect(at(2025, 11, 31, 23, 59)).toBe('Wed 31 Dec 2025 23:59')
})

test('what a snapshot lacks and why it was made', () => {
  expect(lackWords(snapshot({}))).toBe('')
  expect(lackWords(snapshot({ lacks: { count: 0, labels: [], undone: 0 } }))).toBe('the same')
  expect(lackWords(snapshot({ lacks: { count: 1, labels: ['a'], undone: 2 } }))).toBe(
    'lacks 1 edit, has 2 edits taken back since',
  )
  expect(reasonWords(snapshot({ reason: 'kept', label: 'first cut' }))).toBe('kept by you: “first cut”')
  expect(reasonWords(snapshot({ reason: 'kept' }))).toBe('kept by you')
})
