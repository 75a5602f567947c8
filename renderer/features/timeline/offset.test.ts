import { expect, test } from 'vitest'
import { wholeRate } from '@shared/domain/time/frameRates'
import { readOffset } from './offset'

const read = (text: string) => readOffset(text, { fps: wholeRate(24), dropFrame: false })

test('a whole number is frames, anything else a time, either way', () => {
  expect(['12', '-3', '+5', '1.5', '-1.5 s', '-00:01:12', '6 f'].map(read)).toEqual(
    [12, -3, 5, 36, -36, -36, 6].map((frames) => ({ frames })),
  )
})

test('what is no offset is refused with a sentence', () => {
  for (const text of ['', '-', 'soon', '1:75']) expect(read(text)).toHaveProperty('refused')
})
