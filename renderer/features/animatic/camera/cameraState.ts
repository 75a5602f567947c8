import { create } from 'zustand'
import { narrowestFraming, type CameraMove, type Framing } from '@shared/model/cameraMove'

export type FramingName = 'first' | 'last'

/** The framings of a shot are being set on the picture, which shows all of itself meanwhile. */
export const useCamera = create<{
  readonly shotId: string | null
  /** Where a framing is while it is dragged. */
  readonly draft: { readonly name: FramingName; readonly framing: Framing } | null
}>(() => ({ shotId: null, draft: null }))

const rounded = (n: number) => Math.round(n * 1000) / 1000

/** A framing as it may be: in the picture, not too narrow, in thousandths. */
export function within({ x, y, width }: Framing): Framing {
  const wide = rounded(Math.min(1, Math.max(narrowestFraming, width)))
  const room = rounded(1 - wide)
  return {
    x: rounded(Math.min(room, Math.max(0, x))),
    y: rounded(Math.min(room, Math.max(0, y))),
    width: wide,
  }
}

/** The framings as they show: with the one that is dragged. */
export const shownFramings = (
  move: CameraMove,
  draft: { readonly name: FramingName; readonly framing: Framing } | null,
): Pick<CameraMove, FramingName> => ({
  first: draft?.name === 'first' ? draft.framing : move.first,
  last: draft?.name === 'last' ? draft.framing : move.last,
})
