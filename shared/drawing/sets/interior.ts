import { darker, lighter } from '../colour'
import { box, corners } from '../pen'
import { furniture } from './furniture'
import type { Furniture } from './furniture'
import { FLOOR } from './backdrop'
import type { Backdrop } from './backdrop'

type Wall = 'stripes' | 'plain' | 'planks' | 'tiles' | 'panel' | 'bricks' | 'metal'
type Floor = 'planks' | 'checker' | 'concrete' | 'carpet'

/** A room as data: what its walls and floor are of, and what stands where (x in units, mirrored for some rooms). */
export interface Room {
  readonly walls: readonly string[]
  readonly wall: Wall
  readonly floor: Floor
  readonly floorColour: string
  readonly things: readonly (readonly [Furniture, number])[]
}

export const rooms = {
  living: {
    walls: ['#b9a48a', '#a9a58e', '#b59c93', '#b3a37f'],
    wall: 'stripes',
    floor: 'planks',
    floorColour: '#8d6f57',
    things: [
      ['door', -600],
      ['picture', -240],
      ['window', 300],
      ['sideboard', 620],
      ['rug', 0],
    ],
  },
  bedroom: {
    walls: ['#a7a3b3', '#b3a29b', '#9fada6'],
    wall: 'stripes',
    floor: 'carpet',
    floorColour: '#90826f',
    things: [
      ['window', -420],
      ['picture', 40],
      ['bed', 430],
      ['rug', -150],
    ],
  },
  kitchen: {
    walls: ['#c3bda4', '#b4bfae', '#c4b3a0'],
    wall: 'tiles',
    floor: 'checker',
    floorColour: '#a79c88',
    things: [
      ['window', 40],
      ['cupboards', -470],
      ['counter', 0],
      ['fridge', 600],
      ['pendant', -120],
    ],
  },
  bar: {
    walls: ['#7d5f4c', '#6c5d57', '#6d6250'],
    wall: 'panel',
    floor: 'planks',
    floorColour: '#6e5440',
    things: [
      ['bottles', 20],
      ['barCounter', 0],
      ['pendant', -420],
      ['pendant', 0],
      ['pendant', 420],
    ],
  },
  restaurant: {
    walls: ['#a98e76', '#93907a', '#a5837a'],
    wall: 'panel',
    floor: 'checker',
    floorColour: '#9c8a74',
    things: [
      ['window', -420],
      ['picture', -40],
      ['table', -500],
      ['table', 480],
      ['pendant', -480],
      ['pendant', 480],
      ['door', 300],
    ],
  },
  office: {
    walls: ['#b5b8b4', '#aeb3b9', '#bab2a6'],
    wall: 'plain',
    floor: 'carpet',
    floorColour: '#85868a',
    things: [
      ['blinds', -300],
      ['cabinet', 140],
      ['clock', 60],
      ['shelf', 470],
      ['desk', 320],
    ],
  },
  hall: {
    walls: ['#a89f8c', '#9ba29b', '#b09a8a'],
    wall: 'panel',
    floor: 'checker',
    floorColour: '#9a8d7b',
    things: [['corridor', 0]],
  },
  shack: {
    walls: ['#937556', '#86745d', '#8c6a50'],
    wall: 'planks',
    floor: 'planks',
    floorColour: '#75593f',
    things: [
      ['smallPane', 320],
      ['stove', -520],
      ['shelf', -120],
      ['table', 560],
      ['pendant', 60],
    ],
  },
  trailer: {
    walls: ['#b8b1a0', '#a9b0ab'],
    wall: 'metal',
    floor: 'carpet',
    floorColour: '#847865',
    things: [
      ['window', -430],
      ['window', 330],
      ['cupboards', -40],
      ['sideboard', -560],
      ['table', 520],
    ],
  },
  bathroom: {
    walls: ['#a9bfbf', '#b7c2b5'],
    wall: 'tiles',
    floor: 'checker',
    floorColour: '#a9b0ad',
    things: [
      ['mirror', -230],
      ['basin', -230],
      ['smallPane', 200],
      ['bath', 460],
    ],
  },
  shop: {
    walls: ['#b3aa93', '#a4ad9d'],
    wall: 'plain',
    floor: 'checker',
    floorColour: '#a49a8b',
    things: [
      ['shelf', -520],
      ['shelf', -200],
      ['shelf', 140],
      ['till', 500],
      ['pendant', 0],
    ],
  },
  hospital: {
    walls: ['#b7c6c2', '#c1c7c4'],
    wall: 'panel',
    floor: 'checker',
    floorColour: '#aeb7b3',
    things: [
      ['blinds', -360],
      ['clock', 0],
      ['bed', 400],
      ['cabinet', -80],
    ],
  },
  school: {
    walls: ['#bcb59c', '#a9b49f'],
    wall: 'panel',
    floor: 'planks',
    floorColour: '#9a7e60',
    things: [
      ['board', 0],
      ['window', 560],
      ['desk', -420],
      ['clock', 340],
    ],
  },
  barn: {
    walls: ['#8a6b52', '#7f7160'],
    wall: 'planks',
    floor: 'concrete',
    floorColour: '#85745d',
    things: [
      ['smallPane', -380],
      ['crates', 480],
      ['crates', -620],
      ['pendant', 100],
    ],
  },
  factory: {
    walls: ['#96928c', '#8d9294'],
    wall: 'bricks',
    floor: 'concrete',
    floorColour: '#838079',
    things: [
      ['blinds', -420],
      ['blinds', 200],
      ['crates', 560],
      ['pendant', -120],
      ['pendant', 420],
    ],
  },
  cell: {
    walls: ['#8f9290', '#93908a'],
    wall: 'bricks',
    floor: 'concrete',
    floorColour: '#7d7d7a',
    things: [
      ['bars', 0],
      ['bed', 520],
    ],
  },
  church: {
    walls: ['#b5ab98', '#a8a49b'],
    wall: 'plain',
    floor: 'checker',
    floorColour: '#938a7c',
    things: [
      ['arch', -480],
      ['arch', 480],
      ['altar', 0],
    ],
  },
  train: {
    walls: ['#9aa39a', '#a39c8c'],
    wall: 'metal',
    floor: 'carpet',
    floorColour: '#6f6c66',
    things: [
      ['opening', -560],
      ['opening', -130],
      ['opening', 300],
      ['seats', -400],
      ['seats', 420],
    ],
  },
  car: { walls: ['#6c6a66'], wall: 'plain', floor: 'carpet', floorColour: '#4b4a49', things: [['carInside', 0]] },
  plain: {
    walls: ['#b7b2a6', '#acb0ac', '#b3a9a0'],
    wall: 'plain',
    floor: 'planks',
    floorColour: '#8f8272',
    things: [
      ['door', -520],
      ['smallPane', 420],
    ],
  },
  stage: {
    walls: ['#5c5058', '#4f4f5a'],
    wall: 'plain',
    floor: 'planks',
    floorColour: '#8a6647',
    things: [['curtainsOfStage', 0]],
  },
  ballroom: {
    walls: ['#b9a98d', '#b39f95'],
    wall: 'panel',
    floor: 'checker',
    floorColour: '#a8957a',
    things: [['columns', 0]],
  },
  cave: { walls: ['#6d6764'], wall: 'plain', floor: 'concrete', floorColour: '#6f6762', things: [['rocks', 0]] },
  spaceship: {
    walls: ['#8a9199', '#939aa0'],
    wall: 'metal',
    floor: 'concrete',
    floorColour: '#6f757d',
    things: [['consoles', 0]],
  },
  library: {
    walls: ['#8f7a62', '#7f7462'],
    wall: 'panel',
    floor: 'carpet',
    floorColour: '#7a6250',
    things: [
      ['shelf', -640],
      ['shelf', -330],
      ['shelf', 330],
      ['shelf', 640],
      ['table', 0],
      ['pendant', 0],
    ],
  },
  elevator: { walls: ['#8f9295'], wall: 'metal', floor: 'carpet', floorColour: '#6d6a68', things: [['lift', 0]] },
  stairwell: {
    walls: ['#a49c8e', '#9aa09b'],
    wall: 'panel',
    floor: 'checker',
    floorColour: '#978b7a',
    things: [
      ['stairs', 260],
      ['smallPane', -480],
    ],
  },
} as const satisfies Record<string, Room>

export type RoomKind = keyof typeof rooms

export function drawRoom(s: Backdrop, kind: RoomKind): void {
  const room: Room = rooms[kind]
  const colour = s.choices.pick('wall', room.walls)
  wall(s, room.wall, colour)
  floor(s, room.floor, room.floorColour)
  for (const [thing, x] of room.things) furniture[thing](s, x * s.side, colour)
  dim(s)
}

function wall(s: Backdrop, kind: Wall, colour: string): void {
  const { pen, half, top } = s
  const full = box(-half - 20, top - 20, half * 2 + 40, FLOOR - top + 20)
  pen.fill(full, colour)
  const line = { width: 0.5, colour: darker(colour, 0.2) }
  const reach = Math.ceil(half / 60) * 60
  switch (kind) {
    case 'stripes':
      for (let x = -reach; x <= reach; x += 60) pen.fill(box(x, top - 20, 26, FLOOR - top), darker(colour, 0.12), 0.5)
      break
    case 'planks':
      for (let x = -reach; x <= reach; x += 75) pen.line(`M ${x} ${top} V ${FLOOR}`, line)
      break
    case 'tiles':
      for (let y = FLOOR - 260; y < FLOOR; y += 44) pen.line(`M ${-half} ${y} H ${half}`, line)
      for (let x = -reach; x <= reach; x += 60) pen.line(`M ${x} ${FLOOR - 260} V ${FLOOR}`, line)
      break
    case 'panel':
      pen.soft(box(-half - 20, FLOOR - 190, half * 2 + 40, 190), darker(colour, 0.14))
      pen.soft(box(-half - 20, FLOOR - 202, half * 2 + 40, 14), lighter(colour, 0.1), 0.6)
      for (let x = -reach; x <= reach; x += 150) pen.line(box(x + 14, FLOOR - 172, 122, 140), line)
      break
    case 'bricks':
      for (let y = FLOOR - 40, row = 0; y > top; y -= 40, row++) {
        pen.line(`M ${-half} ${y} H ${half}`, { ...line, alpha: 0.7 })
        for (let x = -reach + (row % 2) * 50; x <= reach; x += 100)
          pen.line(`M ${x} ${y} V ${y + 40}`, { ...line, alpha: 0.7 })
      }
      break
    case 'metal':
      for (let y = top + 40; y < FLOOR; y += 70) pen.line(`M ${-half} ${y} H ${half}`, line)
      break
    case 'plain':
      break
  }
  pen.soft(box(-half - 20, FLOOR - 22, half * 2 + 40, 22), lighter(colour, 0.18), 0.7)
}

function floor(s: Backdrop, kind: Floor, colour: string): void {
  const { pen, half, bottom } = s
  const depth = bottom - FLOOR + 40
  pen.soft(box(-half - 20, FLOOR, half * 2 + 40, depth), colour)
  const line = { width: 0.5, colour: darker(colour, 0.3) }
  if (kind === 'carpet') return
  const wide = half * 4
  if (kind !== 'concrete') {
    // Boards and tiles run towards one point on the wall.
    const count = Math.ceil(wide / 150)
    for (let i = -count; i <= count; i++)
      pen.line(`M ${i * 95} ${FLOOR} L ${i * 95 * (1 + depth / 270)} ${FLOOR + depth}`, line)
  }
  for (let i = 1, y: number = FLOOR; y < FLOOR + depth && i < 12; i++) {
    y = FLOOR + 16 * i + 7 * i * i
    if (kind === 'planks') {
      const step = 95 * (1 + (y - FLOOR) / 270)
      const count = Math.ceil(half / step)
      for (let k = -count; k <= count; k++)
        if ((k + i) % 3 === 0) pen.line(`M ${k * step} ${y} H ${(k + 1) * step}`, line)
    } else pen.line(`M ${-half} ${y} H ${half}`, line)
  }
  if (kind === 'checker') {
    let from = FLOOR as number
    for (let i = 1; from < FLOOR + depth && i < 12; i++) {
      const to = FLOOR + 16 * i + 7 * i * i
      const a = 95 * (1 + (from - FLOOR) / 270)
      const b = 95 * (1 + (to - FLOOR) / 270)
      const count = Math.ceil(half / a)
      for (let k = -count; k <= count; k++)
        if ((k + i) % 2 === 0)
          pen.fill(corners(k * a, from, (k + 1) * a, from, (k + 1) * b, to, k * b, to), darker(colour, 0.2), 0.55)
      from = to
    }
  }
  pen.ops.push(shadowAlong(s))
}

/** Where the floor meets the wall. */
function shadowAlong(s: Backdrop) {
  const [x0, y0] = s.pen.at(-s.half - 20, FLOOR)
  const [x1, y1] = s.pen.at(s.half + 20, FLOOR + 60)
  return {
    op: 'rect' as const,
    x: x0,
    y: y0,
    width: x1 - x0,
    height: y1 - y0,
    fill: {
      kind: 'linear' as const,
      x0,
      y0,
      x1: x0,
      y1,
      stops: [
        [0, '#1c141838'],
        [1, '#1c141800'],
      ] as const,
    },
  }
}

/** Corners of a room are darker; much so at night. */
function dim(s: Backdrop): void {
  const middle = (s.top + s.bottom) / 2
  const [cx, cy] = s.pen.at(0, middle)
  const [ex] = s.pen.at(s.half * 1.25, middle)
  const [x0, y0] = s.pen.at(-s.half - 30, s.top - 30)
  const [x1, y1] = s.pen.at(s.half + 30, s.bottom + 30)
  const alpha = s.light.hour === 'night' ? '82' : s.light.hour === 'dusk' ? '55' : '30'
  s.pen.ops.push({
    op: 'rect',
    x: x0,
    y: y0,
    width: x1 - x0,
    height: y1 - y0,
    fill: {
      kind: 'radial',
      x0: cx,
      y0: cy,
      x1: ex,
      y1: cy,
      stops: [
        [0, '#15101a00'],
        [0.45, '#15101a00'],
        [1, `#15101a${alpha}`],
      ],
    },
  })
}
