import type { FrameSide } from '@shared/model/assignment'
import { sideMarks } from '../sideMarks'
import type { TimelinePaint } from './timelinePaint'

type Ctx = CanvasRenderingContext2D

/** The way somebody goes who enters from a side, in quarter turns from going right; depth and place have signs of their own. */
const turns: Partial<Record<FrameSide, number>> = { left: 0, top: 1, right: 2, bottom: 3 }

/** Arrows beside entrances and exits inside shots: which way somebody comes or goes. One that was set is full, one that follows is thin. */
export function paintSides(ctx: Ctx, scene: TimelinePaint, row: number, first: number, last: number): void {
  const entry = scene.layout.rows[row]
  if (entry?.kind !== 'asset' || scene.draft) return
  const { palette, layout } = scene
  const y = layout.tops[row]! + layout.heights[row]! / 2
  const { fill, edge } = palette.type[entry.asset.type]
  const ink = palette.light ? edge : fill
  for (const mark of sideMarks(layout, scene.cells, scene.sidesOf, entry.asset.id, first, last)) {
    const isHovered = scene.side?.row === row && scene.side.x === mark.x
    ctx.save()
    ctx.translate(Math.round(mark.x), Math.round(y))
    ctx.beginPath()
    ctx.roundRect(-8, -8, 16, 16, 4)
    ctx.fillStyle = palette.color[isHovered ? 'surface-4' : 'surface-2']
    ctx.fill()
    ctx.strokeStyle = isHovered ? palette.color.accent : palette.color['line-3']
    ctx.lineWidth = 1
    ctx.stroke()
    ctx.strokeStyle = mark.given ? ink : palette.color['text-3']
    ctx.lineWidth = mark.given ? 2 : 1.5
    ctx.lineCap = 'round'
    ctx.lineJoin = 'round'
    sign(ctx, mark.side, mark.edge)
    ctx.restore()
  }
}

function sign(ctx: Ctx, side: FrameSide, edge: 'enter' | 'exit'): void {
  const turn = turns[side]
  ctx.beginPath()
  if (turn !== undefined) {
    // Who leaves goes to the side, who comes goes away from it.
    ctx.rotate(((edge === 'enter' ? turn : turn + 2) * Math.PI) / 2)
    ctx.moveTo(-4, 0)
    ctx.lineTo(4, 0)
    ctx.moveTo(0.5, -3.5)
    ctx.lineTo(4, 0)
    ctx.lineTo(0.5, 3.5)
  } else if (side === 'in_place') ctx.arc(0, 0, 2.5, 0, Math.PI * 2)
  else {
    // Into the depth of the picture the chevrons point up and get smaller, out of it down and larger.
    const away = (side === 'background') === (edge === 'exit') ? -1 : 1
    for (const [at, half] of [
      [2.5, 4],
      [-2, 2.5],
    ] as const) {
      ctx.moveTo(-half, at + (away < 0 ? 1 : -1))
      ctx.lineTo(0, at + (away < 0 ? -2 : 2))
      ctx.lineTo(half, at + (away < 0 ? 1 : -1))
    }
  }
  ctx.stroke()
}
