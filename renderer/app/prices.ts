import type { Profile } from '@shared/model/profile'

/** What something costs by the prices of a profile. */
export interface Cost {
  readonly sum: number
  readonly currency: string
}

/** What calls for stills cost; null where nobody knows. */
export const callPrice = ({ price }: Pick<Profile, 'price'>, calls: number): Cost | null =>
  price && { sum: price.perCall * calls, currency: price.currency }

/** What calls for clips of so many seconds together cost; null where nobody knows. */
export const clipPrice = ({ price }: Pick<Profile, 'price'>, calls: number, seconds: number): Cost | null =>
  price && { sum: price.perCall * calls + price.perSecond * seconds, currency: price.currency }

/** A cost in words: an unknown one is said to be unknown. */
export function priceText(cost: Cost | null, isAbout = true): string {
  if (cost === null) return 'price not known'
  if (cost.sum === 0) return 'free'
  const decimals = cost.sum < 1 && cost.sum * 100 !== Math.round(cost.sum * 100) ? 3 : 2
  return `${isAbout ? 'about ' : ''}${cost.sum.toFixed(decimals)} ${cost.currency}`
}

/** What calls cost by the profile, in words. */
export const priceWords = (profile: Pick<Profile, 'price'>, calls: number): string =>
  priceText(callPrice(profile, calls))

/** Does a batch cost more than it may without being asked about? */
export const isOverBudget = (cost: Cost | null, askAbove: number | null): boolean =>
  cost !== null && askAbove !== null && cost.sum > askAbove
