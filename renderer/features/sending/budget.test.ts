import { expect, test } from 'vitest'
import { clipPrice, isOverBudget, priceText } from '../../app/prices'

test('clips cost by the call and by the second, and what is not known is never taken for nothing', () => {
  const price = (perCall: number, perSecond: number) => ({
    price: { perCall, perSecond, currency: 'USD', asOf: '2026-11-29' },
  })
  expect(priceText(clipPrice({ price: null }, 2, 12))).toBe('price not known')
  expect(priceText(clipPrice(price(0, 0.1), 2, 12))).toBe('about 1.20 USD')
  expect(priceText(clipPrice(price(0.5, 0.1), 2, 12))).toBe('about 2.20 USD')
  expect(priceText(clipPrice(price(0, 0), 2, 12))).toBe('free')
})

test('a batch is asked about when it costs more than the project allows', () => {
  const cost = { sum: 2.5, currency: 'USD' }
  expect([null, 2.5, 3].map((askAbove) => isOverBudget(cost, askAbove))).toEqual([false, false, false])
  expect(isOverBudget(cost, 2)).toBe(true)
  expect(isOverBudget(null, 2)).toBe(false)
})
