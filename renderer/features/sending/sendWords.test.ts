import { expect, test } from 'vitest'
import type { SendPreview } from '@shared/domain/results/sendPreview'
import { priceWords } from '../../app/prices'
import { stayWords } from './sendWords'

test('a price is that of the profile; an unknown one is never nothing', () => {
  const price = (perCall: number) => ({ price: { perCall, perSecond: 0, currency: 'EUR', asOf: '2026-11-29' } })
  expect(priceWords({ price: null }, 3)).toBe('price not known')
  expect(priceWords(price(0), 3)).toBe('free')
  expect(priceWords(price(0.04), 10)).toBe('about 0.40 EUR')
  expect(priceWords(price(0.005), 1)).toBe('about 0.005 EUR')
  expect(priceWords(price(0.5), 11)).toBe('about 5.50 EUR')
})

test('what stays is told, one and many', () => {
  const none: SendPreview = { stills: [], calls: 0, shared: [], refused: [], fresh: 0, approved: [] }
  const end = { shotId: 's', frame: 'start' } as const
  expect(stayWords(none)).toEqual([])
  expect(stayWords({ ...none, fresh: 1, approved: [end], shared: [{ end, of: end }] })).toEqual([
    '1 frame shows the still of another, without a call.',
    '1 frame is fresh and stays as it is.',
    '1 frame is approved and not made again.',
  ])
  expect(stayWords({ ...none, fresh: 2, approved: [end, end] })).toEqual([
    '2 frames are fresh and stay as they are.',
    '2 frames are approved and not made again.',
  ])
})
