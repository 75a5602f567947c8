import type { BoxForm } from '@shared/model/profile'
import type { SendPreview } from '@shared/domain/results/sendPreview'
import { counted } from '@shared/language/unitWords'

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

/** What becomes of the boxes of a pass, and of everything outside them. */
export function regionWords(boxForm: BoxForm): string {
  const how = {
    mask: 'The boxes of what is added go along as a mask',
    markup: 'The boxes of what is added go along as frames over the base plate',
    none: 'The boxes of what is added are told in words',
  }[boxForm]
  return `${how}; everything else is pasted back from the base plate.`
}
