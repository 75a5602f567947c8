import type { PathStep } from './drawOp'
import { tidy } from './tidy'

type Place = readonly [x: number, y: number]

/** A line, and the two barbs at its end as a path of their own. @param barb how long a barb is, in the units of the places */
export function barbed([ax, ay]: Place, [bx, by]: Place, barb: number): PathStep[][] {
  const way = Math.atan2(by - ay, bx - ax)
  const end = (turn: number): [number, number] => [
    tidy(bx - barb * Math.cos(way + turn)),
    tidy(by - barb * Math.sin(way + turn)),
  ]
  return [
    [
      ['M', ax, ay],
      ['L', bx, by],
    ],
    [
      ['M', ...end(0.5)],
      ['L', bx, by],
      ['L', ...end(-0.5)],
    ],
  ]
}
