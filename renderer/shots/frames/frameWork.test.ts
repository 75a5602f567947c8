import { describe, expect, test } from 'vitest'
import type { Status } from '@shared/domain/results/freshness'
import { causeLines, frameWork, type FrameState } from './frameWork'

const state = (status: Status, causes: string[] = [], locked = false): FrameState => ({ status, causes, locked })

describe('the make button', () => {
  test.each([
    ['missing', 'missing', 'Make frames', ['start', 'end']],
    ['stale', 'stale', 'Remake frames', ['start', 'end']],
    ['stale', 'missing', 'Make frames', ['start', 'end']],
    ['fresh', 'stale', 'Remake end frame', ['end']],
    ['missing', 'fresh', 'Make start frame', ['start']],
    ['failed', 'fresh', 'Make start frame', ['start']],
    ['fresh', 'fresh', 'Remake frames', []],
  ] as const)('with a %s start and a %s end says %j', (start, end, label, frames) => {
    const work = frameWork({ start: state(start), end: state(end) })
    expect(work).toMatchObject({ label, frames })
    expect(work.reason === '').toBe(frames.length > 0)
  })
  test('never touches an approved frame, and says so', () => {
    expect(frameWork({ start: state('stale', [], true), end: state('stale') })).toMatchObject({
      label: 'Remake end frame',
      frames: ['end'],
    })
    expect(frameWork({ start: state('stale', [], true), end: state('fresh') }).reason).toBe(
      'What is stale is approved. Unlock it to make it again.',
    )
  })
})

describe('the causes', () => {
  test('are named once; the frame is told only where it differs', () => {
    expect(causeLines({ start: state('stale', ['A.', 'B.']), end: state('stale', ['B.', 'C.']) })).toEqual([
      { text: 'A.', frame: 'start' },
      { text: 'B.', frame: null },
      { text: 'C.', frame: 'end' },
    ])
    expect(causeLines({ start: state('fresh', []), end: state('stale', ['C.']) })).toEqual([
      { text: 'C.', frame: null },
    ])
  })
  test('put what follows from others last', () => {
    expect(
      causeLines({ start: state('fresh'), end: state('stale', ['Bob stands elsewhere.', 'Mrs Finch was added.']) }).map(
        (c) => c.text,
      ),
    ).toEqual(['Mrs Finch was added.', 'Bob stands elsewhere.'])
  })
})
