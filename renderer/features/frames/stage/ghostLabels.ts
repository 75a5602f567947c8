import type { FrameDescription } from '@shared/drawing/frameDescription'
import { clamp } from '@shared/model/numbers'
import { frameToView, type StageView } from './frameGeometry'
import { ghosts } from './onionSkin'

export interface LabelBox {
  readonly left: number
  readonly top: number
  readonly width: number
}
export interface GhostLabel extends LabelBox {
  readonly assetId: string
  readonly text: string
}

/** Average width of a letter of 11 px, and what the label adds around its words. */
const LETTER = 5.9
const AROUND = 16
const TALL = 18
const MARGIN = 4

/** Width of a label of 11 px type. */
export const labelWidth = (text: string) => text.length * LETTER + AROUND

/** A name over each ghost, in view pixels; one that would lie on another, or on the selected figure's, moves up or down, the nearest way. */
export function ghostLabels(
  view: StageView,
  frame: FrameDescription,
  other: FrameDescription,
  word: string,
  taken: readonly LabelBox[] = [],
): GhostLabel[] {
  const placed: GhostLabel[] = []
  for (const s of ghosts(frame, other)) {
    const text = `${s.name} in the ${word} frame`
    const width = labelWidth(text)
    const head = frameToView(view, { x: s.x * frame.width, y: (s.y - s.scale) * frame.height })
    const left = clamp(head.x - width / 2, MARGIN, Math.max(MARGIN, view.host.width - width - MARGIN))
    const wish = clamp(head.y - TALL - 4, MARGIN, Math.max(MARGIN, view.host.height - TALL - MARGIN))
    const free = (top: number) =>
      top >= MARGIN &&
      top + TALL <= view.host.height - MARGIN &&
      ![...taken, ...placed].some(
        (p) => left < p.left + p.width + 2 && p.left < left + width + 2 && Math.abs(top - p.top) < TALL + 1,
      )
    const steps = Array.from({ length: 12 }, (_, i) => [wish - i * (TALL + 2), wish + i * (TALL + 2)]).flat()
    placed.push({ assetId: s.assetId, text, left, top: steps.find(free) ?? wish, width })
  }
  return placed
}
