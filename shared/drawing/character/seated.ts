import { box } from '../pen'
import type { Pen } from '../pen'
import type { Build } from './body'
import type { Person } from './person'
import { dropOf } from './dropOf'

/** In units of a figure 200 tall. */
const SEAT_DROP = dropOf('sit') * 200

/** Thighs to the front, shins down; feet stay at (0, 0). */
export function drawSeated(pen: Pen, p: Person, b: Build): void {
  const hipY = b.hipY + SEAT_DROP
  const bare = p.legs === 'bare' || p.legs === 'skirt' || p.legs === 'shorts'
  const w = b.hip * 0.42
  const longDressed = p.outfit === 'dress' || p.outfit === 'gown' || p.outfit === 'robe' || p.outfit === 'coat'
  for (const side of [-1, 1] as const) {
    const knee = b.hip + 17 + side * 4
    const y = hipY + (side < 0 ? -3 : 1)
    const thigh = `M ${-b.hip * 0.7} ${y - w * 0.9} L ${knee - 3} ${y - w * 0.8} C ${knee + w} ${y - w * 0.8} ${knee + w} ${y + w} ${knee - 2} ${y + w} L ${-b.hip * 0.7} ${y + w * 0.9} Z`
    const shin = `M ${knee - w * 0.8} ${y} L ${knee + w * 0.85} ${y} L ${knee + w * 0.5} -5 L ${knee - w * 0.55} -5 Z`
    const shoe = `M ${knee - w * 0.7} 0 C ${knee - w} -8 ${knee - 1} -10 ${knee + 3} -8 C ${knee + 8} -6.5 ${knee + 15} -6 ${knee + 15} 0 Z`
    pen.shape(shoe, p.shoes)
    pen.shape(shin, bare ? p.skin : p.legColour)
    pen.shape(thigh, longDressed ? p.cloth : p.legs === 'bare' ? p.skin : p.legColour)
    if (side < 0) pen.shade(`${shin} ${thigh}`, box(-60, y - 30, 160, 120), 0.14)
  }
}

/** A plain stool, behind everything else of the figure. */
export function drawStool(pen: Pen, b: Build): void {
  const seatY = b.hipY + SEAT_DROP + 10
  const half = b.hip + 5
  for (const x of [-half + 4, half - 8]) pen.shape(box(x, seatY + 4, 4.5, -seatY - 4), '#6b5446')
  pen.shape(box(-half, seatY - 2, half * 2, 7), '#836a58')
}
