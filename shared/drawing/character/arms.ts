import { darker } from '../colour'
import { INK } from '../drawingColours'
import { corners, oval } from '../pen'
import type { Pen } from '../pen'
import type { Build } from './body'
import { along, capsule, type Point } from './limb'
import type { Person } from './person'
import type { Pose } from '../../language/lexicon/poses'

/** Upper arm and forearm in degrees from straight down; forward (where the figure faces) is positive. */
type Bend = readonly [number, number]
interface Arms {
  /** The arm before the body, and the one behind it. */
  readonly near: Bend
  readonly far: Bend
  /** The near hand is at the head: drawn over it. */
  readonly over?: true
  readonly hand?: 'fist' | 'finger' | 'open' | 'hidden'
  readonly held?: 'cup' | 'phone' | 'gun' | 'pen' | 'wheel'
}

const resting: readonly Arms[] = [
  { near: [13, 5], far: [-13, -4] },
  { near: [13, 5], far: [-13, -4] },
  { near: [44, -50], far: [-12, -3], hand: 'hidden' },
  { near: [12, 5], far: [-46, 42] },
  { near: [22, -20], far: [-22, 16], hand: 'hidden' },
  { near: [17, -34], far: [-14, 2] },
]
const speaking: readonly Arms[] = [
  { near: [26, 108], far: [-13, -4], hand: 'open' },
  { near: [30, 84], far: [-6, 72], hand: 'open' },
  { near: [20, 128], far: [-44, 40], hand: 'open' },
]
const posed: Readonly<Record<Pose, Arms>> = {
  sit: { near: [28, 66], far: [20, 68] },
  walk: { near: [-26, -10], far: [28, 46] },
  run: { near: [-48, 46], far: [42, 122], hand: 'fist' },
  lie: { near: [8, 2], far: [-8, -2] },
  kneel: { near: [26, 44], far: [12, 20] },
  point: { near: [80, 86], far: [-13, -4], hand: 'finger' },
  drink: { near: [70, -124], far: [-13, -4], over: true, held: 'cup' },
  phone: { near: [92, -128], far: [-13, -4], over: true, held: 'phone' },
  fight: { near: [84, 92], far: [24, 142], hand: 'fist' },
  aim: { near: [80, 90], far: [66, 98], hand: 'fist', held: 'gun' },
  hands_up: { near: [146, 172], far: [-146, -172], over: true, hand: 'open' },
  wave: { near: [118, 172], far: [-13, -4], over: true, hand: 'open' },
  carry: { near: [20, 84], far: [12, 86] },
  drive: { near: [44, 82], far: [40, 86], hand: 'fist', held: 'wheel' },
  write: { near: [26, 78], far: [22, 84], hand: 'fist', held: 'pen' },
  recoil: { near: [64, 150], far: [-40, -104], hand: 'open' },
}

/** How the arms are held: as the pose asks, as one speaks, else as somebody likes to stand. */
export function armsOf(p: Person, pose: Pose | undefined, speaks: boolean): Arms {
  const among = (ways: readonly Arms[]): Arms => ways[Math.min(ways.length - 1, Math.floor(p.habit * ways.length))]!
  if (speaks && (pose === undefined || pose === 'sit')) return among(speaking)
  return pose ? posed[pose] : p.age === 'child' || p.bag ? resting[0]! : among(resting)
}

/** The arm behind (-1) or before (1) the body, with sleeve, hand and what it holds. */
export function drawArm(pen: Pen, p: Person, b: Build, side: -1 | 1, arms: Arms): void {
  const [upper, fore] = side > 0 ? arms.near : arms.far
  const w = (p.woman || p.age === 'child' ? 5.2 : 6.6) * (p.girth > 1.2 ? 1.15 : 1)
  const length = (b.hipY - b.shoulderY) * 0.96
  const shoulder: Point = [side * (b.shoulder - 4.5), b.shoulderY + 4]
  const elbow = along(shoulder, upper, length * 0.5)
  const wrist = along(elbow, fore, length * 0.48)
  const hand = along(wrist, fore, w * 1.05)
  const kind = arms.hand ?? 'plain'
  if (side > 0 && arms.held && arms.held !== 'gun') held(pen, arms.held, hand)
  if (kind !== 'hidden' || side < 0) drawHand(pen, p, wrist, hand, fore, w, kind)
  if (side > 0 && arms.held === 'gun') held(pen, 'gun', hand)
  // The arm behind lies in the body's shadow.
  const shaded = (colour: string): string => (side < 0 ? darker(colour, 0.16) : colour)
  const segments = [capsule(shoulder, elbow, w * 1.12, w * 0.94), capsule(elbow, wrist, w * 0.94, w * 0.74)]
  if (shortSleeved(p)) {
    pen.union(segments, shaded(p.skin))
    const end = along(shoulder, upper, length * 0.3)
    pen.shape(capsule(shoulder, end, w * 1.24, w * 1.2), shaded(p.cloth))
  } else {
    pen.union(segments, shaded(p.outfit === 'vest' ? p.second : p.cloth))
    if (p.outfit === 'suit')
      pen.shape(capsule(along(wrist, fore, -2), along(wrist, fore, 0.5), w * 0.76, w * 0.76), p.second, { width: 0.6 })
  }
  if (side > 0 && p.bag) bag(pen, hand[0], hand[1], p.bag)
}

function drawHand(pen: Pen, p: Person, wrist: Point, hand: Point, fore: number, w: number, kind: string): void {
  if (kind === 'fist') {
    pen.shape(oval(hand[0], hand[1], w * 0.98, w * 0.98), p.skin)
    return
  }
  pen.shape(capsule(wrist, hand, w * 0.72, w * 0.82), p.skin)
  if (kind === 'finger')
    pen.shape(capsule(along(wrist, fore, w), along(wrist, fore, w * 3), w * 0.34, w * 0.26), p.skin, { width: 0.8 })
  if (kind === 'open')
    for (const turn of [-34, -8, 18])
      pen.shape(capsule(hand, along(hand, fore + turn, w * 1.25), w * 0.3, w * 0.24), p.skin, { width: 0.7 })
}

function held(pen: Pen, what: NonNullable<Arms['held']>, [x, y]: Point): void {
  switch (what) {
    case 'cup':
      pen.shape(corners(x - 9, y - 15, x + 1, y - 17, x + 4, y + 3, x - 5, y + 5), '#d8b25c')
      pen.fill(corners(x - 9, y - 15, x + 1, y - 17, x + 1.6, y - 12, x - 8, y - 10), '#f2ead6')
      return
    case 'phone':
      pen.shape(corners(x - 8, y - 12, x - 2, y - 14, x + 2, y + 8, x - 4, y + 10), '#3a3a42')
      return
    case 'gun':
      pen.shape(
        corners(x - 2, y - 7, x + 24, y - 7, x + 24, y - 1, x + 7, y - 1, x + 4, y + 8, x - 3, y + 8),
        '#45454d',
      )
      return
    case 'pen':
      pen.line(`M ${x - 1} ${y + 6} L ${x + 6} ${y - 10}`, { width: 1.2 })
      return
    case 'wheel':
      pen.line(oval(x + 5, y + 10, 7, 24), { width: 3 })
      pen.line(oval(x + 5, y + 10, 7, 24), { width: 1.4, colour: darker('#77777d', 0.2) })
      return
  }
}

function shortSleeved(p: Person): boolean {
  return p.outfit === 'tshirt' || p.outfit === 'dress' || p.outfit === 'gown'
}

function bag(pen: Pen, x: number, y: number, colour: string): void {
  pen.line(`M ${x - 8} ${y + 12} C ${x - 7} ${y - 3} ${x + 7} ${y - 3} ${x + 8} ${y + 12}`, { width: 1.3, colour: INK })
  pen.shape(corners(x - 14, y + 10, x + 14, y + 10, x + 16, y + 32, x - 16, y + 32), colour)
  pen.fill(oval(x, y + 17, 2, 2), '#d5b25a')
}
