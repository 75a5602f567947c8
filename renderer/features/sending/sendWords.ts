import type { Profile } from '@shared/model/profile'
import type { SendPreview } from '@shared/domain/results/sendPreview'
import { counted } from '@shared/language/unitWords'

/** What calls cost by the profile, in words: an unknown price is said to be unknown. */
export function priceWords({ price }: Pick<Profile, 'price'>, calls: number): string {
  if (price === null) return 'price not known'
  if (price.perCall === 0) return 'free'
  const sum = price.perCall * calls
  return `about ${sum.toFixed(sum < 1 && sum * 100 !== Math.round(sum * 100) ? 3 : 2)} ${price.currency}`
}

/** What is left as it is, and what cannot be made: one sentence each. */
export function stayWords({ fresh, approved, shared, stills }: SendPreview): string[] {
  const also = shared.length + stills.reduce((sum, still) => sum + still.also.length, 0)
  return [
    ...(also ? [`${counted(also, 'frame shows', 'frames show')} the still of another, without a call.`] : []),
    ...(fresh
      ? [
          `${counted(fresh, 'frame is', 'frames are')} fresh and stay as they are.`.replace(
            'is fresh and stay as they are',
            'is fresh and stays as it is',
          ),
        ]
      : []),
    ...(approved.length ? [`${counted(approved.length, 'frame is', 'frames are')} approved and not made again.`] : []),
  ]
}
