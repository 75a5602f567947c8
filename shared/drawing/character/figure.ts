import type { ShotAngle } from '../../model/shot'
import type { DrawOp } from '../drawOp'
import { hashOf } from '../choices'
import { Pen } from '../pen'
import { tidy } from '../tidy'
import { armsOf, drawArm } from './arms'
import { buildOf, drawBack, drawScarf, drawTorso } from './body'
import type { Build } from './body'
import { drawHairBehind, drawHairFront } from './hair'
import { drawHat } from './hat'
import { drawHead, drawHeadFromBehind } from './head'
import { drawLegs } from './legs'
import type { Person } from './person'
import type { Pose } from '../../language/lexicon/poses'
import { dropOf } from './dropOf'
import { drawSeated, drawStool } from './seated'

/** Units from the feet to the top of the head. */
const FIGURE_HEIGHT = 200

export interface FigureOptions {
  readonly seed: string
  /** Frame pixels from the feet to the top of the head. */
  readonly height: number
  readonly line: number
  readonly tremble: number
  readonly angle: ShotAngle | null
  readonly pose?: Pose | undefined
  /** Sits, whatever the arms do. */
  readonly seated?: boolean | undefined
  readonly gaze?: 'back' | 'camera' | undefined
  readonly mouth?: 'speaks' | 'laughs' | undefined
  readonly fromBehind?: boolean | undefined
  readonly tint: (colour: string) => string
  /** Strength of the pale line around it, 0 to 1. */
  readonly halo: number
}

/** How far the body leans forward, as a share of its height. */
const leans: Partial<Record<Pose, number>> = {
  run: 0.17,
  walk: 0.03,
  fight: 0.1,
  recoil: -0.16,
  write: 0.1,
  carry: -0.02,
}

/** A figure facing right, its feet at (0, 0), in frame pixels. One that lies has its middle there. */
export function drawFigure(person: Person, options: FigureOptions): DrawOp[] {
  const { pose, fromBehind = false } = options
  const unit = options.height / FIGURE_HEIGHT
  const build = buildOf(person)
  const upright = bendOf(options.angle)
  const seated = options.seated === true || pose === 'sit' || pose === 'drive' || pose === 'write'
  const low = dropOf(pose, seated) * FIGURE_HEIGHT
  const lean = (pose && leans[pose]) ?? 0
  const bend = (x: number, y: number): readonly [number, number] => upright(x - lean * Math.min(0, y), y + low)
  const common = { seed: hashOf(options.seed), unit, line: options.line, tremble: options.tremble, tint: options.tint }
  const turned = options.gaze === 'back' ? -1 : 1
  const onNeck = (x: number, y: number): readonly [number, number] =>
    bend((turned < 0 ? 3 - x : x) * build.headScale + 1, y * build.headScale + build.headY + 6)
  const body = new Pen({ ...common, warp: bend })
  const legs = new Pen({ ...common, warp: upright })
  const stool = new Pen({ ...common, warp: upright })
  const head = new Pen({ ...common, warp: onNeck })
  const behind = new Pen({ ...common, warp: onNeck })
  const over = new Pen({ ...common, warp: bend })
  const arms = armsOf(person, pose, options.mouth === 'speaks')

  if (seated) {
    drawStool(stool, build)
    drawSeated(legs, person, build)
  } else drawLegs(legs, person, build, pose)
  if (!fromBehind) drawHairBehind(behind, person)
  drawArm(body, person, build, -1, arms)
  neck(body, person, build)
  if (fromBehind) drawBack(body, person, build)
  else drawTorso(body, person, build, seated)
  const upper = arms.over ? over : body
  if (!arms.over) drawArm(body, person, build, 1, arms)
  drawScarf(body, person, build)
  if (arms.over) drawArm(upper, person, build, 1, arms)
  if (fromBehind) drawHeadFromBehind(head, person)
  else {
    drawHead(head, person, { toCamera: options.gaze === 'camera', mouth: options.mouth, asleep: pose === 'lie' })
    if (person.hat !== 'hood' && person.hat !== 'scarf') drawHairFront(head, person)
  }
  drawHat(head, person)

  // Whoever sits has the thighs before the body, others the body before the legs.
  const order = seated ? [stool, behind, body, legs, head, over] : [legs, behind, body, head, over]
  const ops = [
    ...order.flatMap((pen) => pen.halo(options.line * 2.5, options.halo)),
    ...order.flatMap((pen) => pen.ops),
  ]
  return pose === 'lie'
    ? [{ op: 'group', transform: [0, -1, 1, 0, tidy(options.height / 2), tidy(-options.height * 0.13)], ops }]
    : ops
}

function neck(pen: Pen, p: Person, b: Build): void {
  const w = p.woman || p.age === 'child' ? 5.5 : 7.5
  const d = `M ${2 - w} ${b.headY + 14} L ${2 - w - 1} ${b.shoulderY - 3} Q 3 ${b.shoulderY + 4} ${4 + w + 1} ${b.shoulderY - 3} L ${4 + w} ${b.headY + 14} Z`
  pen.shape(d, p.skin)
  pen.shade(d, `M -20 ${b.headY + 10} H 30 V ${b.headY + 29} Q 4 ${b.headY + 34} -20 ${b.headY + 29} Z`, 0.2)
}

const bends: Partial<Record<ShotAngle, number>> = { low: 0.3, high: -0.3, overhead: -0.62 }

/** Seen from below legs are long and heads small; from above the other way round. */
function bendOf(angle: ShotAngle | null): (x: number, y: number) => readonly [number, number] {
  const k = (angle && bends[angle]) ?? 0
  if (k === 0) return (x, y) => [x, y]
  return (x, y) => {
    const h = Math.min(1.4, -y / FIGURE_HEIGHT)
    const wide = 1 + k * 0.6 - k * 1.15 * h
    // The height stays; only how it is shared between legs and head changes.
    return [x * wide, -FIGURE_HEIGHT * (h + k * h * (1 - h))]
  }
}

/** How much wider and taller than at eye level a head is under an angle. */
export function headUnder(angle: ShotAngle | null): number {
  const k = (angle && bends[angle]) ?? 0
  return 1 - k * 0.75
}
