import { lighter } from '../colour'
import { box, corners, oval } from '../pen'
import { litBox } from './parts'
import { FLOOR } from './backdrop'
import type { Backdrop } from './backdrop'

/** Where sky and ground meet, in set pixels. */
export const HORIZON = FLOOR - 60

/** A pane. */
export function glass(s: Backdrop, x: number, y: number, w: number, h: number): void {
  s.pen.soft(box(x, y, w, h), '#8ea3aa', 0.7)
}

/** Grass here and there. */
export function tufts(s: Backdrop, colour: string): void {
  for (let i = 0; i < 12; i++) {
    const x = -s.half + s.half * 2 * s.choices.number(`tuft${i}`)
    const y = FLOOR + 40 + 230 * s.choices.number(`tuftY${i}`)
    s.pen.line(
      `M ${x - 12} ${y} L ${x - 16} ${y - 14} M ${x} ${y} V ${y - 19} M ${x + 12} ${y} L ${x + 17} ${y - 13}`,
      { width: 0.8, colour },
    )
  }
}

/** Flowers along the lawn. */
export function flowers(s: Backdrop): void {
  for (let i = 0; i < 14; i++) {
    const x = -640 * s.side + s.choices.between(`flower${i}`, -150, 170)
    const y = FLOOR + s.choices.between(`flowerY${i}`, 20, 110)
    s.pen.line(`M ${x} ${y} V ${y - 20}`, { width: 0.6, colour: '#5f7a4c' })
    s.pen.fill(oval(x, y - 22, 6.5, 6), s.choices.pick(`flowerC${i}`, ['#c98a86', '#d9c07a', '#b49ac0', '#e5ddcb']))
  }
}

/** A path towards the horizon, beginning at x. */
export function path(s: Backdrop, x: number): void {
  s.pen.soft(
    `M ${x * 0.9 - 30} ${HORIZON + 44} Q ${x + 40} ${FLOOR + 60} ${x * 0.4 - 190} ${s.bottom + 40} L ${x * 0.4 + 250} ${s.bottom + 40} Q ${x + 150} ${FLOOR + 60} ${x * 0.9 + 34} ${HORIZON + 44} Z`,
    '#c2b493',
  )
}

/** A pond. */
export function pond(s: Backdrop, x: number, y: number): void {
  s.pen.soft(oval(x, y, 190, 36), '#b3ab97')
  s.pen.soft(oval(x, y, 172, 28), '#7fa3ad')
  s.pen.line(`M ${x - 90} ${y - 4} H ${x - 20} M ${x + 10} ${y + 8} H ${x + 90}`, { width: 0.7, colour: '#c3d6d8' })
}

/** A clipped hedge. */
export function hedge(s: Backdrop, y: number): void {
  let d = `M ${-s.half - 40} ${y + 10} V ${y - 70}`
  for (let i = 0, x = -s.half - 40; x < s.half + 40 && i < 40; i++, x += 90)
    d += ` Q ${x + 45} ${y - 70 - s.choices.between(`hedge${i}`, 16, 50)} ${x + 90} ${y - 70}`
  s.pen.soft(`${d} V ${y + 10} Z`, '#6f8c5f')
}

/** A bare trunk. */
export function trunk(s: Backdrop, x: number): void {
  s.pen.soft(
    `M ${x - 56} ${FLOOR + 130} Q ${x - 34} ${FLOOR - 60} ${x - 40} ${s.top - 30} L ${x + 44} ${s.top - 30} Q ${x + 30} ${FLOOR - 60} ${x + 66} ${FLOOR + 130} Q ${x} ${FLOOR + 112} ${x - 56} ${FLOOR + 130} Z`,
    '#6c5646',
  )
}

/** A park bench. */
export function bench(s: Backdrop, x: number, y: number): void {
  for (const lx of [-90, 90]) s.pen.soft(box(x + lx - 6, y - 60, 12, 60), '#55595c')
  s.pen.soft(box(x - 120, y - 66, 240, 14), '#94704f')
  s.pen.soft(box(x - 120, y - 120, 240, 14), '#94704f')
  s.pen.soft(box(x - 120, y - 98, 240, 14), '#94704f')
}

/** A deck chair. */
export function lounger(s: Backdrop, x: number, y: number): void {
  s.pen.soft(
    corners(x - 130, y - 40, x + 60, y - 40, x + 120, y - 104, x + 134, y - 98, x + 72, y - 22, x - 130, y - 22),
    '#d9cfb6',
  )
  for (const lx of [-110, 60]) s.pen.soft(box(x + lx, y - 22, 9, 32), '#85786a')
}

/** Water between two heights. */
export function water(s: Backdrop, from: number, to: number): void {
  s.pen.soft(box(-s.half - 40, from, s.half * 2 + 80, to - from + 60), '#7ba1ac')
  ripples(s, from + 16, to, lighter('#7ba1ac', 0.4))
}

/** Light on water. */
export function ripples(s: Backdrop, from: number, to: number, colour: string): void {
  for (let i = 0; i < 16; i++) {
    const t = s.choices.number(`ripple${i}`)
    const x = -s.half + s.half * 2 * s.choices.number(`rippleX${i}`)
    const w = 30 + 70 * t
    const y = from + (to - from) * t
    s.pen.line(`M ${x} ${y} Q ${x + w / 2} ${y - 5} ${x + w} ${y}`, { width: 0.7, colour })
  }
}

/** A palm. */
export function palm(s: Backdrop, x: number, y: number): void {
  s.pen.soft(
    `M ${x - 16} ${y} Q ${x + 20} ${y - 150} ${x - 4} ${y - 300} L ${x + 12} ${y - 302} Q ${x + 44} ${y - 150} ${x + 18} ${y} Z`,
    '#8d7355',
  )
  for (const [dx, dy] of [
    [-150, 40],
    [-120, -50],
    [-20, -90],
    [100, -60],
    [150, 30],
  ] as const) {
    s.pen.soft(
      `M ${x + 4} ${y - 300} Q ${x + dx * 0.5} ${y - 330 + dy} ${x + dx} ${y - 290 + dy} Q ${x + dx * 0.45} ${y - 290 + dy * 0.6} ${x + 4} ${y - 300} Z`,
      '#79986a',
    )
  }
}

/** A telegraph pole. */
export function pole(s: Backdrop, x: number, y: number, k: number): void {
  s.pen.soft(box(x - 8 * k, y - 420 * k, 16 * k, 420 * k), '#7b654f')
  s.pen.soft(box(x - 70 * k, y - 390 * k, 140 * k, 14 * k), '#7b654f')
}

/** A small house, k times its size. */
export function house(s: Backdrop, x: number, y: number, k: number, colour: string): void {
  const { pen } = s
  pen.soft(box(x - 150 * k, y - 190 * k, 300 * k, 190 * k), colour)
  pen.soft(
    corners(x - 180 * k, y - 186 * k, x - 110 * k, y - 300 * k, x + 110 * k, y - 300 * k, x + 180 * k, y - 186 * k),
    '#8a5f52',
  )
  pen.soft(box(x + 60 * k, y - 340 * k, 34 * k, 66 * k), '#96705f')
  pen.soft(box(x - 28 * k, y - 120 * k, 60 * k, 120 * k), '#6f5743')
  for (const wx of [-116, 68]) (s.light.lamps ? litBox : glass)(s, x + wx * k, y - 140 * k, 58 * k, 62 * k)
}

/** A log cabin. */
export function cabin(s: Backdrop, x: number, y: number): void {
  const { pen } = s
  pen.soft(box(x - 260, y - 230, 520, 230), '#8d6f55')
  for (let i = 1; i < 6; i++) pen.line(`M ${x - 260} ${y - i * 38} H ${x + 260}`, { width: 0.6, colour: '#5d4636' })
  pen.soft(corners(x - 300, y - 222, x - 60, y - 370, x + 300, y - 222), '#6f5a4b')
  pen.soft(box(x - 60, y - 160, 90, 160), '#5d4636')
  for (const wx of [-210, 110]) (s.light.lamps ? litBox : glass)(s, x + wx, y - 160, 86, 70)
  pen.soft(box(x - 130, y - 6, 230, 18), '#7b6350')
}

/** A caravan. */
export function caravan(s: Backdrop, x: number, y: number): void {
  const { pen } = s
  pen.fill(oval(x, y + 6, 320, 18), '#1c1418', 0.2)
  for (const wx of [-150, 120]) pen.soft(oval(x + wx, y - 12, 34, 34), '#4a4744')
  const body = `M ${x - 310} ${y - 30} V ${y - 210} Q ${x - 306} ${y - 250} ${x - 260} ${y - 252} H ${x + 250} Q ${x + 306} ${y - 250} ${x + 312} ${y - 200} V ${y - 30} Z`
  pen.soft(body, '#d2ccbb')
  pen.within(body, () => pen.fill(box(x - 330, y - 104, 660, 34), '#8fa39a'))
  pen.soft(box(x + 20, y - 200, 90, 168), '#b9b29f')
  for (const wx of [-250, -120, 170]) (s.light.lamps ? litBox : glass)(s, x + wx, y - 196, 92, 62)
}

/** A shop front. */
export function shopFront(s: Backdrop): void {
  const { pen } = s
  const foot = FLOOR - 10
  pen.soft(box(-390, foot - 480, 780, 480), '#a88f78')
  pen.soft(box(-360, foot - 250, 720, 250), '#5f5348')
  for (const [x, w] of [
    [-340, 250],
    [90, 250],
  ] as const)
    (s.light.lamps ? litBox : glass)(s, x, foot - 220, w, 170)
  pen.soft(box(-60, foot - 220, 120, 220), '#7d614c')
  glass(s, -40, foot - 195, 80, 100)
  pen.soft(box(-370, foot - 330, 740, 72), '#54423a')
  pen.text(s.name.toUpperCase(), 0, foot - 278, 46, '#e9d9b0', 690)
  const awning = '#8f5a50'
  for (let i = 0; i < 10; i++)
    pen.soft(
      corners(
        -380 + i * 76,
        foot - 262,
        -304 + i * 76,
        foot - 262,
        -300 + i * 77,
        foot - 214,
        -382 + i * 77,
        foot - 214,
      ),
      i % 2 ? '#ddd3be' : awning,
      0.6,
    )
}

/** A cactus, k times its size. */
export function cactus(s: Backdrop, x: number, y: number, k: number): void {
  s.pen.soft(
    `M ${x - 20 * k} ${y} V ${y - 190 * k} Q ${x} ${y - 230 * k} ${x + 20 * k} ${y - 190 * k} V ${y} Z`,
    '#6f8a5c',
  )
  for (const side of [-1, 1])
    s.pen.soft(
      `M ${x + side * 18 * k} ${y - 80 * k} H ${x + side * 62 * k} V ${y - 150 * k} H ${x + side * 38 * k} V ${y - 108 * k} H ${x + side * 18 * k} Z`,
      '#6f8a5c',
    )
}
