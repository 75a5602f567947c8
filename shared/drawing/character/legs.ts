import { darker } from '../colour'
import { box, corners } from '../pen'
import type { Pen } from '../pen'
import type { Build } from './body'
import { along, capsule, type Point } from './limb'
import type { Person } from './person'
import type { Pose } from '../../language/lexicon/poses'
import { dropOf } from './dropOf'

/** Legs and shoes of a figure that stands, walks, runs or kneels; feet at (0, 0). `drawSeated` for those who sit. */
export function drawLegs(pen: Pen, p: Person, b: Build, pose: Pose | undefined): void {
  if (pose === 'run')
    bent(
      pen,
      p,
      b,
      [
        [-26, -84],
        [58, -10],
      ],
      0,
    )
  else if (pose === 'kneel')
    bent(
      pen,
      p,
      b,
      [
        [-8, -88],
        [76, 2],
      ],
      dropOf('kneel') * 200,
    )
  else
    upright(
      pen,
      p,
      b,
      pose === 'walk' ? 15 : pose === 'fight' || pose === 'aim' || pose === 'recoil' ? 11 : 0,
      pose === 'walk' ? 5 : 0,
    )
  if (p.legs === 'shorts') {
    const drop = pose === 'kneel' ? dropOf('kneel') * 200 : 0
    const y = b.hipY * 0.56 + drop
    pen.shape(
      corners(
        -b.hip * 1.05,
        b.hipY + drop - 4,
        b.hip * 1.05,
        b.hipY + drop - 4,
        b.hip * 1.14,
        y,
        2,
        y,
        0,
        b.hipY + drop + 12,
        -2,
        y,
        -b.hip * 1.14,
        y,
      ),
      p.legColour,
    )
  }
  if (p.legs === 'skirt') skirt(pen, b, p.legColour, b.hipY * 0.5, 1.35)
}

function upright(pen: Pen, p: Person, b: Build, stride: number, lifted: number): void {
  const w = b.hip * 0.56
  const ankle = w * 0.62
  const bare = p.legs !== 'trousers'
  const colour = bare ? p.skin : p.legColour
  const width = bare ? 0.66 : 1
  for (const side of [-1, 1] as const) {
    const hipX = side * b.hip * 0.46
    const footX = side * b.hip * 0.5 + side * stride
    const lift = side < 0 ? lifted : 0
    const knee = (hipX + footX) / 2 + (stride ? 4 : 0)
    const kneeY = b.hipY * 0.47
    const leg = `M ${hipX - w * width} ${b.hipY - 4} C ${hipX - w * width} ${kneeY - 14} ${knee - w * 0.84 * width} ${kneeY} ${footX - ankle * width} ${-5 - lift} L ${footX + ankle * width} ${-5 - lift} C ${knee + w * 0.84 * width} ${kneeY} ${hipX + w * width} ${kneeY - 14} ${hipX + w * width} ${b.hipY - 4} Z`
    const shoe = `M ${footX - ankle - 1} ${-lift} C ${footX - ankle - 2.5} ${-8 - lift} ${footX - 1} ${-10 - lift} ${footX + 3} ${-8 - lift} C ${footX + 8} ${-6.5 - lift} ${footX + 15} ${-6 - lift} ${footX + 15} ${-lift} Z`
    if (bare) pen.shape(leg, colour)
    pen.shape(shoe, p.shoes)
    if (!bare) pen.shape(leg, colour)
    if (side < 0) pen.shade(leg, box(hipX - 60, b.hipY - 10, 120, 120), 0.16)
  }
}

/** Thigh and shin of both legs in degrees from straight down, far leg first; `drop`: how much lower the hips are. */
function bent(pen: Pen, p: Person, b: Build, legs: readonly (readonly [number, number])[], drop: number): void {
  const hipY = b.hipY + drop
  const bare = p.legs !== 'trousers'
  const colour = bare ? p.skin : p.legColour
  const w = b.hip * (bare ? 0.36 : 0.46)
  for (const [i, [thigh, shin]] of legs.entries()) {
    const hip: Point = [(i === 0 ? -1 : 1) * b.hip * 0.4, hipY]
    const knee = along(hip, thigh, Math.abs(b.hipY) * 0.5)
    const ankle = along(knee, shin, Math.abs(b.hipY) * 0.42)
    const toe = along(ankle, shin + 82, 13)
    pen.shape(capsule(ankle, toe, w * 0.62, w * 0.48), p.shoes)
    const segments = [capsule(hip, knee, w * 1.08, w * 0.86), capsule(knee, ankle, w * 0.86, w * 0.62)]
    pen.union(segments, i === 0 ? darker(colour, 0.16) : colour)
  }
}

function skirt(pen: Pen, b: Build, colour: string, hemY: number, flare: number): void {
  const h = b.hip * flare
  const d = `M ${-b.waist} ${b.waistY} C ${-b.hip * 1.1} ${b.hipY} ${-h} ${hemY - 14} ${-h} ${hemY} Q 0 ${hemY + 7} ${h} ${hemY} C ${h} ${hemY - 14} ${b.hip * 1.1} ${b.hipY} ${b.waist} ${b.waistY} Z`
  pen.shape(d, colour)
  pen.shade(d, corners(-60, b.waistY - 5, -b.waist * 0.35, b.waistY - 5, -h * 0.3, hemY + 10, -60, hemY + 10))
  pen.line(`M ${h * 0.35} ${hemY - 18} L ${h * 0.42} ${hemY + 3}`, { width: 0.6 })
}
