import type { Status } from '@shared/domain/results/freshness'
import type { Palette } from './palette'

type Ctx = CanvasRenderingContext2D

/** The stale mark: a clock face; dashed while a drag would only make it so. */
export function clock(ctx: Ctx, x: number, y: number, radius: number, color: string, dashed = false): void {
  ctx.strokeStyle = color
  ctx.lineWidth = 1.25
  ctx.lineCap = 'round'
  ctx.setLineDash(dashed ? [1.5, 2] : [])
  ctx.beginPath()
  ctx.arc(x, y, radius, 0, Math.PI * 2)
  ctx.stroke()
  ctx.setLineDash([])
  ctx.beginPath()
  ctx.moveTo(x, y - radius * 0.55)
  ctx.lineTo(x, y)
  ctx.lineTo(x + radius * 0.42, y + radius * 0.25)
  ctx.stroke()
}

export function ring(ctx: Ctx, x: number, y: number, radius: number, palette: Palette): void {
  ctx.lineWidth = 2
  ctx.strokeStyle = palette.color['surface-4']
  ctx.beginPath()
  ctx.arc(x, y, radius, 0, Math.PI * 2)
  ctx.stroke()
  ctx.strokeStyle = palette.color.running
  ctx.beginPath()
  ctx.arc(x, y, radius, -Math.PI / 2, Math.PI / 2)
  ctx.stroke()
}

/** The mark of a result in its cell; words for it stand in the accessible grid. */
export function resultMark(ctx: Ctx, x: number, y: number, status: Status, locked: boolean, palette: Palette): void {
  const { color } = palette
  ctx.lineCap = 'round'
  ctx.lineJoin = 'round'
  if (status === 'stale') clock(ctx, x, y, 5.5, color.stale)
  else if (status === 'running') ring(ctx, x, y, 5, palette)
  else if (status === 'missing') {
    ctx.globalAlpha = 0.75
    ctx.strokeStyle = color['text-3']
    ctx.lineWidth = 1.25
    ctx.beginPath()
    ctx.arc(x, y, 3, 0, Math.PI * 2)
    ctx.stroke()
    ctx.globalAlpha = 1
  } else if (status === 'failed') octagon(ctx, x, y, color.failed)
  else if (locked) lock(ctx, x, y, color['text-2'])
  else {
    ctx.strokeStyle = color['text-3']
    ctx.lineWidth = 1.5
    ctx.beginPath()
    ctx.moveTo(x - 4.5, y + 0.5)
    ctx.lineTo(x - 1.5, y + 3.5)
    ctx.lineTo(x + 4.5, y - 3)
    ctx.stroke()
  }
  if (locked && status === 'stale') lock(ctx, x - 12, y, color['text-2'])
}

/** A continuity note on its cut: a round badge with a triangle. */
export function noteBadge(ctx: Ctx, x: number, y: number, palette: Palette): void {
  const { color } = palette
  ctx.lineJoin = 'round'
  ctx.fillStyle = color['surface-2']
  ctx.strokeStyle = color.stale
  ctx.lineWidth = 1
  ctx.beginPath()
  ctx.arc(x, y, 8.5, 0, Math.PI * 2)
  ctx.fill()
  ctx.stroke()
  ctx.lineWidth = 1.25
  ctx.beginPath()
  ctx.moveTo(x, y - 4.5)
  ctx.lineTo(x + 4.5, y + 3.5)
  ctx.lineTo(x - 4.5, y + 3.5)
  ctx.closePath()
  ctx.moveTo(x, y - 1.5)
  ctx.lineTo(x, y + 1)
  ctx.stroke()
}

function octagon(ctx: Ctx, x: number, y: number, color: string): void {
  ctx.strokeStyle = color
  ctx.lineWidth = 1.25
  ctx.beginPath()
  for (let i = 0; i < 8; i++) {
    const angle = ((i + 0.5) * Math.PI) / 4
    ctx.lineTo(x + Math.cos(angle) * 5.8, y + Math.sin(angle) * 5.8)
  }
  ctx.closePath()
  ctx.moveTo(x - 2, y - 2)
  ctx.lineTo(x + 2, y + 2)
  ctx.moveTo(x + 2, y - 2)
  ctx.lineTo(x - 2, y + 2)
  ctx.stroke()
}

function lock(ctx: Ctx, x: number, y: number, color: string): void {
  ctx.strokeStyle = color
  ctx.lineWidth = 1.25
  ctx.strokeRect(x - 4, y - 0.5, 8, 5.5)
  ctx.beginPath()
  ctx.arc(x, y - 0.5, 2.6, Math.PI, 0)
  ctx.stroke()
}
