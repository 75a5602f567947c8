import { statusOf } from '../../../app/useFreshness'
import type { Status } from '@shared/domain/results/freshness'
import type { ResultKind } from '@shared/model/result'
import { visibleRange } from '../../../lanes/axis'
import { noteBadge, resultMark } from '../../../lanes/paint/glyphs'
import { paintBars, paintDraft, paintHandle } from '../../../lanes/paint/paintBars'
import { fillHandle, narrowCell, size } from '../matrixLayout'
import { dropX, paintHead } from './paintHead'
import type { MatrixPaint } from './matrixPaint'

type Ctx = CanvasRenderingContext2D

/** Paints the whole visible matrix but the row heads: cost follows what is visible, not the project. */
export function paintMatrix(ctx: Ctx, scene: MatrixPaint): void {
  const { layout, palette, width, height, scrollX, scrollY } = scene
  const { color } = palette
  const columns = layout.axis.visible(scrollX, width - layout.rowHead)
  const rows = visibleRange(layout.tops, scrollY, height - size.head)
  ctx.fillStyle = color['surface-1']
  ctx.fillRect(0, 0, width, height)
  ctx.save()
  ctx.beginPath()
  ctx.rect(layout.rowHead, size.head, width - layout.rowHead, height - size.head)
  ctx.clip()
  ctx.translate(layout.rowHead - scrollX, size.head - scrollY)
  paintGround(ctx, scene, rows, columns)
  for (let row = rows.first; row <= rows.last; row++) {
    const entry = layout.rows[row]!
    if (entry.kind === 'asset') paintBars(ctx, scene, row, columns.first, columns.last)
    if (entry.kind === 'result') paintResults(ctx, scene, row, entry.results, columns)
  }
  paintNotes(ctx, scene, rows, columns)
  paintGhost(ctx, scene)
  paintDraft(ctx, scene, columns.first, columns.last)
  paintSelection(ctx, scene)
  paintDrop(ctx, scene)
  if (scene.dropColumn !== null) {
    ctx.fillStyle = color.accent
    ctx.fillRect(dropX(scene, scene.dropColumn), 0, 2, layout.height)
  }
  paintHandle(ctx, scene)
  ctx.restore()
  paintHead(ctx, scene, columns.first, columns.last)
}

function paintGround(
  ctx: Ctx,
  scene: MatrixPaint,
  rows: { first: number; last: number },
  columns: { first: number; last: number },
): void {
  const { layout, palette, scrollX, width } = scene
  const { color } = palette
  const bottom = layout.height
  const viewRight = scrollX + width
  const washed = new Set(scene.shotId === null ? scene.shotIds : [...scene.shotIds, scene.shotId])
  ctx.fillStyle = color['accent-wash']
  for (const id of washed) {
    const column = layout.axis.slotOfShot.get(id)
    if (column !== undefined && column >= columns.first && column <= columns.last)
      ctx.fillRect(layout.axis.leftOf(column), 0, layout.cell, bottom)
  }
  ctx.fillStyle = color['line-1']
  if (layout.cell >= narrowCell)
    for (let i = columns.first; i <= columns.last; i++)
      ctx.fillRect(layout.axis.leftOf(i) + layout.cell - 1, 0, 1, bottom)
  for (let row = rows.first; row <= rows.last; row++) {
    const entry = layout.rows[row]!
    const y = layout.tops[row]!
    const h = layout.heights[row]!
    if (entry.kind === 'asset' && (entry.asset.id === scene.assetId || entry.asset.id === scene.dropAssetId)) {
      ctx.fillStyle = color['accent-wash']
      ctx.fillRect(scrollX, y, width, h)
    }
    if (entry.kind === 'group') {
      ctx.fillStyle = color['surface-2']
      ctx.fillRect(scrollX, y, width, h)
      ctx.fillStyle = color['line-2']
      ctx.fillRect(scrollX, y, width, 1)
      ctx.fillRect(scrollX, y + h - 1, width, 1)
    } else {
      if (entry.kind === 'add') {
        ctx.fillStyle = color['surface-1']
        ctx.fillRect(scrollX, y, width, h)
      }
      ctx.fillStyle = color['line-1']
      ctx.fillRect(scrollX, y + h - 1, width, 1)
    }
  }
  ctx.fillStyle = color.bg
  for (const band of layout.axis.scenes) {
    if (band.first > 0 && band.first >= columns.first && band.first <= columns.last + 1)
      ctx.fillRect(layout.axis.leftOf(band.first) - size.sceneGap, 0, size.sceneGap, bottom)
  }
  ctx.fillRect(layout.axis.width, 0, Math.max(0, viewRight - layout.axis.width), bottom)
  ctx.fillStyle = color['surface-1']
  ctx.fillRect(layout.axis.width, 0, Math.max(0, viewRight - layout.axis.width), bottom)
}

const order: readonly Status[] = ['running', 'failed', 'stale', 'missing', 'fresh']

/** Several results in one mark: the one that needs the user most. */
function worst(statuses: readonly Status[]): Status {
  return order.find((s) => statuses.includes(s)) ?? 'missing'
}

function paintResults(
  ctx: Ctx,
  scene: MatrixPaint,
  row: number,
  results: readonly ResultKind[],
  columns: { first: number; last: number },
): void {
  const y = scene.layout.tops[row]! + size.result / 2
  for (let i = columns.first; i <= columns.last; i++) {
    const states = results.map((r) => statusOf(scene.records, scene.layout.axis.slots[i]!.shot.id, r))
    if (scene.layout.cell < narrowCell) {
      paintNarrowResult(ctx, scene, i, y, worst(states.map((s) => s.status)))
      continue
    }
    resultMark(
      ctx,
      scene.layout.axis.leftOf(i) + scene.layout.cell / 2,
      y,
      worst(states.map((s) => s.status)),
      states.every((s) => s.locked),
      scene.palette,
    )
  }
}

/** A square stands for a mark that has no room; what is missing or fresh is an empty one. */
function paintNarrowResult(
  ctx: Ctx,
  { layout, palette }: MatrixPaint,
  column: number,
  y: number,
  status: Status,
): void {
  const { color } = palette
  const side = Math.min(6, layout.cell - 3)
  const strong = {
    failed: color.failed,
    stale: color.stale,
    running: color.running,
    fresh: color['text-3'],
    missing: null,
  }
  const fill = strong[status]
  if (fill === null) return
  ctx.fillStyle = fill
  ctx.fillRect(layout.axis.leftOf(column) + (layout.cell - side) / 2, y - side / 2, side, side)
}

/** Where a click would put an asset: the outline of the bar that it gets. */
function paintGhost(ctx: Ctx, { ghost, layout, palette }: MatrixPaint): void {
  if (!ghost) return
  const y = layout.tops[ghost.row]! + (layout.heights[ghost.row]! - layout.bar.height) / 2
  ctx.save()
  ctx.strokeStyle = palette.color['text-3']
  ctx.setLineDash([3, 3])
  ctx.strokeRect(
    layout.axis.leftOf(ghost.column) + 1.5,
    Math.round(y) + 0.5,
    layout.axis.widthOf(ghost.column) - 4,
    layout.bar.height - 1,
  )
  ctx.restore()
}

/** Badges of the continuity notes, on the cuts they speak of. */
function paintNotes(
  ctx: Ctx,
  { layout, atCut, palette }: MatrixPaint,
  rows: { first: number; last: number },
  columns: { first: number; last: number },
): void {
  if (!atCut.size || layout.cell < narrowCell) return
  for (let row = rows.first; row <= rows.last; row++) {
    const entry = layout.rows[row]!
    if (entry.kind !== 'asset') continue
    const y = layout.tops[row]! + layout.heights[row]! / 2
    for (let i = columns.first; i <= Math.min(columns.last + 1, layout.axis.slots.length - 1); i++)
      if (atCut.has(`${entry.asset.id}/${layout.axis.slots[i]!.shot.id}`))
        noteBadge(ctx, layout.axis.leftOf(i), y, palette)
  }
}

/** A line above and below the row that an asset is dragged over, as far as one sees. */
function paintDrop(ctx: Ctx, scene: MatrixPaint): void {
  const row = scene.dropAssetId === null ? undefined : scene.layout.rowOfAsset.get(scene.dropAssetId)
  if (row === undefined) return
  ctx.fillStyle = scene.palette.color.accent
  const y = scene.layout.tops[row]!
  for (const at of [y, y + scene.layout.heights[row]! - 2]) ctx.fillRect(scene.scrollX, at, scene.width, 2)
}

/** The wash of the range, the line around it, and the ring of the active cell. */
function paintSelection(ctx: Ctx, scene: MatrixPaint): void {
  const { range, active, layout, palette } = scene
  if (range && (range.top !== range.bottom || range.left !== range.right)) {
    const x = layout.axis.leftOf(range.left)
    const y = layout.tops[range.top]!
    const w = layout.axis.leftOf(range.right) + layout.cell - x
    const h = layout.tops[range.bottom]! + layout.heights[range.bottom]! - y
    ctx.fillStyle = palette.color['accent-wash']
    ctx.fillRect(x, y, w, h)
    ctx.strokeStyle = palette.color.accent
    ctx.lineWidth = 1.5
    ctx.strokeRect(x + 0.75, y + 0.75, w - 1.5, h - 1.5)
  }
  for (const key of scene.picked) {
    const [shotId, assetId] = key.split('/') as [string, string]
    const [r, c] = [layout.rowOfAsset.get(assetId), layout.axis.slotOfShot.get(shotId)]
    if (r === undefined || c === undefined) continue
    ctx.fillStyle = palette.color['accent-wash']
    ctx.fillRect(layout.axis.leftOf(c), layout.tops[r]!, layout.cell, layout.heights[r]!)
    ctx.strokeStyle = palette.color.accent
    ctx.lineWidth = 1
    ctx.strokeRect(layout.axis.leftOf(c) + 0.5, layout.tops[r]! + 0.5, layout.cell - 1, layout.heights[r]! - 1)
  }
  const row = active ? layout.rowOfAsset.get(active.assetId) : undefined
  const column = active ? layout.axis.slotOfShot.get(active.shotId) : undefined
  if (row === undefined || column === undefined) return
  ctx.strokeStyle = scene.focused ? palette.color.focus : palette.color['line-3']
  ctx.lineWidth = 2
  ctx.strokeRect(layout.axis.leftOf(column) + 1, layout.tops[row]! + 1, layout.cell - 2, layout.heights[row]! - 3)
  const handle = scene.focused && range ? fillHandle(layout, scene.fillTo ?? range) : null
  if (!handle) return
  ctx.fillStyle = palette.color.accent
  ctx.fillRect(handle.x - 3.5, handle.y - 3.5, 7, 7)
  ctx.strokeStyle = palette.color['surface-1']
  ctx.lineWidth = 1
  ctx.strokeRect(handle.x - 4, handle.y - 4, 8, 8)
}
