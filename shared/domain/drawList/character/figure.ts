import type { ShotAngle } from '../../../model/shot'
import type { DrawOp } from '../drawOp'
import { hashOf } from '../random'
import { Pen } from '../pen'
import { drawArm } from './arms'
import { drawSeated, drawStool, SEAT_DROP } from './seated'
import { buildOf, drawLegs, drawScarf, drawTorso } from './body'
import type { Build, Pose } from './body'
import { drawHairBehind, drawHairFront } from './hair'
import { drawHat } from './hat'
import { drawHead } from './head'
import type { Person } from './person'

/** Units from the feet to the top of the head. */
export const FIGURE_HEIGHT = 200

export interface FigureOptions {
  readonly seed: string
  /** Frame pixels from the feet to the top of the head. */
  readonly height: number
  readonly line: number
  readonly tremble: number
  readonly angle: ShotAngle | null
  readonly pose: Pose
  readonly tint: (colour: string) => string
  /** Strength of the pale line around it, 0 to 1. */
  readonly halo: number
}

/** A standing or sitting figure facing right, feet at (0, 0), in frame pixels. */
export function drawFigure(person: Person, options: FigureOptions): DrawOp[] {
  const unit = options.height / FIGURE_HEIGHT
  const build = buildOf(person)
  const upright = bendOf(options.angle)
  const low = options.pose === 'sit' ? SEAT_DROP : 0
  const bend = (x: number, y: number): readonly [number, number] => upright(x, y + low)
  const common = { seed: hashOf(options.seed), unit, line: options.line, tremble: options.tremble, tint: options.tint }
  const body = new Pen({ ...common, warp: bend })
  const onNeck = (x: number, y: number): readonly [number, number] => bend(x * build.headScale + 1, y * build.headScale + build.headY + 6)
  const head = new Pen({ ...common, warp: onNeck })
  const behind = new Pen({ ...common, warp: onNeck })

  drawHairBehind(behind, person)
  drawArm(body, person, build, -1, options.pose)
  const seat = new Pen({ ...common, warp: upright })
  if (options.pose === 'sit') drawSeated(seat, person, build)
  else drawLegs(body, person, build, options.pose)
  neck(body, person, build)
  drawTorso(body, person, build)
  drawArm(body, person, build, 1, options.pose)
  drawScarf(body, person, build)
  drawHead(head, person)
  if (person.hat !== 'hood' && person.hat !== 'scarf') drawHairFront(head, person)
  drawHat(head, person)

  const pale = options.line * 2.5
  const stool = new Pen({ ...common, warp: upright })
  if (options.pose === 'sit') drawStool(stool, build)
  return [...behind.halo(pale, options.halo), ...body.halo(pale, options.halo), ...head.halo(pale, options.halo), ...stool.halo(pale, options.halo), ...seat.halo(pale, options.halo), ...stool.ops, ...behind.ops, ...body.ops, ...seat.ops, ...head.ops]
}

function neck(pen: Pen, p: Person, b: Build): void {
  const w = p.woman || p.age === 'child' ? 5.5 : 7.5
  const d = `M ${2 - w} ${b.headY + 14} L ${2 - w - 1} ${b.shoulderY - 3} Q 3 ${b.shoulderY + 4} ${4 + w + 1} ${b.shoulderY - 3} L ${4 + w} ${b.headY + 14} Z`
  pen.shape(d, p.skin)
  pen.shade(d, `M -20 ${b.headY + 10} H 30 V ${b.headY + 29} Q 4 ${b.headY + 34} -20 ${b.headY + 29} Z`, 0.2)
}

/** Seen from below legs are long and heads small; from above the other way round. */
function bendOf(angle: ShotAngle | null): (x: number, y: number) => readonly [number, number] {
  const k = angle === 'low' ? 0.16 : angle === 'high' ? -0.16 : angle === 'overhead' ? -0.3 : 0
  if (k === 0) return (x, y) => [x, y]
  return (x, y) => {
    const h = Math.min(1.4, -y / FIGURE_HEIGHT)
    const wide = 1 + k * 0.75 - k * 1.5 * h
    // The height stays; only how it is shared between legs and head changes.
    return [x * wide, -FIGURE_HEIGHT * (h + k * h * (1 - h))]
  }
}
