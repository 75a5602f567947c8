import type { Pen } from '../pen'
import { box, corners, oval } from '../pen'
import type { Build, Pose } from './body'
import type { Person } from './person'

/** The arm behind (-1) or before (1) the body, with sleeve and hand. */
export function drawArm(pen: Pen, p: Person, b: Build, side: -1 | 1, pose: Pose): void {
  const swing = pose === 'walk' ? side * -12 : 0
  const sx = side * (b.shoulder - 4)
  const sy = b.shoulderY + 3
  const w = p.woman || p.age === 'child' ? 5.4 : 6.8
  const length = (b.hipY - b.shoulderY) * 0.96
  const ex = side * (b.shoulder + 5) + swing * 0.4
  const ey = sy + length * 0.5
  const hx = side * (b.shoulder + (side > 0 ? 4 : 6)) + swing
  const hy = sy + length
  const out = side * w
  const outer = `M ${sx - out * 0.4} ${sy - 6.5} C ${sx + out * 0.3} ${sy - 7} ${sx + out * 1.2} ${sy - 4} ${ex + out * 0.72} ${sy + 12} C ${ex + out} ${sy + 24} ${ex + out * 1.1} ${ey} ${hx + w * 0.75 * side} ${hy}`
  const inner = `C ${ex - out * 1.1} ${ey + 6} ${ex - out * 1.5} ${ey - 6} ${sx - out * 0.7} ${sy + 16}`
  const limb = `${outer} L ${hx - w * 0.75 * side} ${hy} ${inner} Z`
  const edges = [`${outer} L ${hx - w * 0.75 * side} ${hy} ${inner}`]
  pen.shape(`M ${hx - w * 0.72} ${hy - 2} C ${hx - w * 1.1} ${hy + 8} ${hx - w * 0.6} ${hy + 13} ${hx + 1} ${hy + 13} C ${hx + w} ${hy + 12} ${hx + w * 1.05} ${hy + 5} ${hx + w * 0.75} ${hy - 2} Z`, p.skin)
  pen.line(`M ${hx + w * 0.2} ${hy + 5} L ${hx + w * 0.35} ${hy + 10}`, { width: 0.6 })
  if (shortSleeved(p)) {
    pen.partlyInked(limb, p.skin, edges)
    const cut = sy + length * 0.36
    const open = `M ${sx - out * 0.4} ${sy - 6.5} C ${sx + out * 0.3} ${sy - 7} ${sx + out * 1.2} ${sy - 4} ${ex + out * 0.8} ${sy + 12} L ${ex + out * 1.25} ${cut} L ${ex - out * 1.3} ${cut + 1} L ${sx - out * 0.7} ${sy + 15}`
    const sleeve = `${open} Z`
    pen.partlyInked(sleeve, p.cloth, [open])
    if (side < 0) pen.shade(sleeve, box(-90, sy - 20, 180, 80))
  } else {
    const colour = p.outfit === 'vest' ? p.second : p.cloth
    pen.partlyInked(limb, colour, edges)
    if (side < 0) pen.shade(limb, box(-90, sy - 20, 180, 160))
    if (p.outfit === 'suit') pen.shape(box(hx - w * 0.8, hy - 1, w * 1.6, 4), p.second, { width: 0.7 })
    if (p.outfit === 'sweater' || p.outfit === 'hoodie' || p.outfit === 'jacket') pen.line(`M ${hx - w * 0.8} ${hy - 6} L ${hx + w * 0.8} ${hy - 6}`, { width: 0.7 })
  }
  if (side > 0 && p.bag) bag(pen, hx, hy + 10, p.bag)
}

function shortSleeved(p: Person): boolean {
  return p.outfit === 'tshirt' || p.outfit === 'dress' || p.outfit === 'gown'
}

function bag(pen: Pen, x: number, y: number, colour: string): void {
  pen.line(`M ${x - 8} ${y + 10} C ${x - 7} ${y - 5} ${x + 7} ${y - 5} ${x + 8} ${y + 10}`, { width: 1.3 })
  pen.shape(corners(x - 14, y + 8, x + 14, y + 8, x + 16, y + 30, x - 16, y + 30), colour)
  pen.fill(oval(x, y + 15, 2, 2), '#d5b25a')
}
