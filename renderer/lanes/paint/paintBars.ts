import { canvasFont, shortened, textWidth } from '../../common/canvasText'
import type { AssetType } from '@shared/model/asset'
import type { Cell } from '../cellIndex'
import { alpha, hatch, mix } from './palette'
import type { LanePaint } from './lanePaint'

type Ctx = CanvasRenderingContext2D

interface Run {
  left: number
  right: number
  style: string
  cell: Cell
  type: AssetType
  dim: boolean
}

const [nameFont, lookFont] = [canvasFont(620, 11), canvasFont(440, 11)]

/** Half of what a badge takes, in pixels. */
const badgeRoom = 12

/** Cuts and posts are drawn where a shot has at least so much room, in pixels (visual.md 15). */
const narrow = 24

const styleOf = (cell: Cell, dim: boolean) =>
  `${cell.assignment.presence === 'passes_through' ? 'pass' : cell.assignment.origin === 'suggested' ? 'sug' : 'bar'}${cell.assignment.depicts === 'image' ? '/image' : cell.carrier === null ? '' : '/held'}${cell.pictured ? '' : '/nopic'}${dim ? '/dim' : ''}`

/** The bars of one asset row: neighbours whose intervals meet join into a ribbon, the cut stays as a line over it. */
export function paintBars(ctx: Ctx, scene: LanePaint, row: number, first: number, last: number): void {
  const entry = scene.layout.rows[row]
  if (entry?.kind !== 'asset') return
  const { asset } = entry
  const { axis, bar } = scene.layout
  const barHeight = bar.height
  const y = barTop(scene, row)
  const runs: Run[] = []
  const cuts: number[] = []
  const posts: number[] = []
  const labels: Label[] = []
  const marks: { x: number; kind: 'change' | 'alt'; right?: number }[] = []
  for (let i = first; i <= last; i++) {
    const column = axis.slots[i]!
    const cell = scene.cells.cell(column.shot.id, asset.id)
    if (!cell) {
      const waiting = scene.cells.waiting(column.shot.id, asset.id)
      if (waiting) paintWaiting(ctx, scene, asset.type, axis.leftOf(i), axis.widthOf(i), waiting, y, barHeight)
      continue
    }
    const dim = scene.draft?.has(`${column.shot.id}/${asset.id}`) ?? false
    const x = axis.leftOf(i)
    const width = axis.widthOf(i)
    const { enterAt, exitAt } = cell.assignment
    const left = x + enterAt * width
    const right = x + exitAt * width
    const style = styleOf(cell, dim)
    const run = runs.at(-1)
    const before = i > 0 && !column.firstOfScene ? scene.cells.cell(axis.slots[i - 1]!.shot.id, asset.id) : undefined
    const wide = axis.widthOf(i) >= narrow
    const joins = enterAt === 0 && before?.assignment.exitAt === 1
    if (joins && wide) cuts.push(x)
    if (run && run.style === style && (joins ? run.right === left : left - run.right < bar.least)) run.right = right
    else runs.push({ left, right, style, cell, type: asset.type, dim })
    const label = labels.at(-1)
    if (label && joins) label.right = right
    else if (!dim && bar.labels)
      labels.push({
        left,
        right,
        until: Infinity,
        badges: [],
        type: asset.type,
        name: asset.name,
        look: cell.altStart ? cell.looks.start : '',
        solid: /^bar(?:\/held|\/image)?$/.test(style),
        isHeld: style.includes('/held'),
      })
    if (scene.atCut?.has(`${asset.id}/${column.shot.id}`)) labels.at(-1)?.badges.push(x)
    if (!dim) {
      if (enterAt > 0 && wide) posts.push(left)
      if (exitAt < 1 && wide) posts.push(right)
      for (const at of cell.transformations) {
        marks.push({ x: x + at * width, kind: 'change' })
        const named = labels.at(-1)
        // No room before a diamond, no name (visual.md 3).
        if (named) named.until = Math.min(named.until, x + at * width - bar.diamond)
      }
      pushAlt(marks, cell, x, width, left, right)
    }
  }
  for (const run of runs) paintRun(ctx, scene, run, y, barHeight)
  const color = scene.palette.type[asset.type]
  ctx.fillStyle = scene.palette.color.cut
  for (const x of cuts) ctx.fillRect(x, y, 1, barHeight)
  ctx.fillStyle = scene.palette.color['alt-look']
  for (const m of marks)
    if (m.kind === 'alt') ctx.fillRect(m.x, y + barHeight - (scene.palette.light ? 4.5 : 3.5), m.right! - m.x, 1.5)
  ctx.fillStyle = color.edge
  for (const x of posts) ctx.fillRect(Math.round(x) - 1, y - bar.postOver, bar.postWidth, barHeight + 2 * bar.postOver)
  for (const label of labels) {
    const height = label.isHeld ? heldHeight(barHeight) : barHeight
    paintLabel(ctx, scene, label, y + barHeight - height, height)
  }
  for (const m of marks) if (m.kind === 'change') diamond(ctx, scene, m.x, y + barHeight / 2)
}

/** Read from the script and in no shot yet: a thin dashed bar, so that it is not taken for an assignment to confirm. */
function paintWaiting(
  ctx: Ctx,
  scene: LanePaint,
  type: AssetType,
  x: number,
  slotWidth: number,
  { enterAt, exitAt }: { enterAt: number; exitAt: number },
  y: number,
  barHeight: number,
): void {
  const { fill, edge } = scene.palette.type[type]
  const height = Math.round(barHeight * 0.5)
  const [left, top, width] = [
    x + enterAt * slotWidth + 1,
    y + Math.round((barHeight - height) / 2),
    (exitAt - enterAt) * slotWidth - 2,
  ]
  ctx.fillStyle = alpha(fill, 0.2)
  ctx.fillRect(left, top, width, height)
  ctx.strokeStyle = edge
  ctx.lineWidth = 1
  ctx.setLineDash([3, 2])
  ctx.strokeRect(left + 0.5, top + 0.5, Math.max(0, width - 1), height - 1)
  ctx.setLineDash([])
}

function pushAlt(
  marks: { x: number; kind: 'change' | 'alt'; right?: number }[],
  cell: Cell,
  x: number,
  width: number,
  left: number,
  right: number,
): void {
  const change = cell.transformations.length ? x + cell.transformations[0]! * width : null
  if (cell.altStart) marks.push({ x: left, kind: 'alt', right: change !== null && !cell.altEnd ? change : right })
  else if (cell.altEnd) marks.push({ x: change ?? left, kind: 'alt', right })
}

/** Of a bar for what is carried. */
const heldHeight = (whole: number) => Math.round(whole * 0.64)

/** A thing that somebody carries is a bar of half the height, hung from a line; somebody in a picture is a bar within a frame (visual.md 3). */
function paintRun(ctx: Ctx, scene: LanePaint, run: Run, top: number, whole: number): void {
  const { palette } = scene
  const [isHeld, isImage] = [run.style.includes('/held'), run.style.includes('/image')]
  const lower = heldHeight(whole)
  const y = isHeld ? top + whole - lower : isImage ? top + 3 : top
  const height = isHeld ? lower : isImage ? whole - 6 : whole
  const { fill, edge } = palette.type[run.type]
  const { radius, least } = scene.layout.bar
  const width = Math.max(least, run.right - run.left)
  // Within its frame it stands back at both ends, where there is room.
  const inner = isImage && width > 12 ? 3 : 0
  const [from, wide] = [run.left + inner, width - 2 * inner]
  ctx.globalAlpha = run.dim ? 0.38 : 1
  if (isHeld) {
    ctx.fillStyle = edge
    ctx.fillRect(run.left, top + 1, width, 1)
    for (let x = run.left + 3; x < run.left + width; x += 12) ctx.fillRect(x, top + 1, 1, whole - lower)
  }
  if (isImage) {
    ctx.strokeStyle = edge
    ctx.lineWidth = 1
    ctx.strokeRect(run.left + 0.5, top + 0.5, Math.max(0, width - 1), whole - 1)
  }
  const outline = (color: string, line: number, dash: number[] = []) => {
    ctx.strokeStyle = color
    ctx.lineWidth = line
    ctx.setLineDash(dash)
    box(ctx, from + line / 2, y + line / 2, Math.max(0, wide - line), height - line, radius)
    ctx.stroke()
    ctx.setLineDash([])
  }
  const fillBar = () => {
    box(ctx, from, y, wide, height, radius)
    ctx.fill()
  }
  if (run.style.startsWith('pass')) {
    ctx.fillStyle = run.cell.pictured ? alpha(fill, 0.28) : hatch(ctx, fill, null, 1.5, 5)
    fillBar()
    outline(edge, 1.5, run.cell.assignment.origin === 'suggested' ? [3, 2] : [])
  } else if (run.style.startsWith('sug')) {
    ctx.fillStyle = alpha(fill, 0.2)
    fillBar()
    if (!run.cell.pictured) {
      ctx.fillStyle = hatch(ctx, alpha(fill, 0.35), null, 2.5, 6)
      fillBar()
    }
    outline(edge, 1, [3, 2])
  } else if (!run.cell.pictured) {
    ctx.fillStyle = hatch(ctx, fill, mix(fill, 0.22, palette.color['surface-1']), 2.5, 6)
    fillBar()
    outline(palette.light ? edge : fill, 1)
  } else {
    ctx.fillStyle = fill
    fillBar()
    if (palette.light) outline(edge, 1)
  }
  ctx.globalAlpha = 1
}

/** A rectangle as a path; square corners are left to the plain one, which is sharper. */
function box(ctx: Ctx, x: number, y: number, width: number, height: number, radius: number): void {
  ctx.beginPath()
  if (radius) ctx.roundRect(x, y, width, height, Math.min(radius, width / 2))
  else ctx.rect(x, y, width, height)
}

/** Name and look where a bar begins, or where it comes into sight; on a patch of the bar's colour, so that no cut crosses the text. */
function paintLabel(ctx: Ctx, scene: LanePaint, bar: Label, y: number, height: number): void {
  const { palette } = scene
  const { fill, edge, on } = palette.type[bar.type]
  let from = Math.max(bar.left, scene.scrollX) + 8
  const full = textWidth(ctx, bar.name, nameFont)
  for (const badge of bar.badges)
    if (badge + badgeRoom > from && badge - badgeRoom < from + full) from = badge + badgeRoom
  const room = (bar.until > from ? Math.min(bar.right, bar.until) : bar.right) - from - 6
  if (room < 24) return
  ctx.textBaseline = 'middle'
  ctx.textAlign = 'left'
  const name = shortened(ctx, bar.name, room, nameFont)
  const nameWidth = textWidth(ctx, name, nameFont)
  const lookWidth = bar.look ? textWidth(ctx, bar.look, lookFont) + 6 : 0
  const look = lookWidth && nameWidth + lookWidth <= room
  const width = nameWidth + (look ? lookWidth : 0)
  ctx.fillStyle = bar.solid ? fill : palette.color['surface-1']
  ctx.fillRect(from - 3, y + 2, width + 6, height - 4)
  ctx.fillStyle = bar.solid ? on : edge
  ctx.font = nameFont
  ctx.fillText(name, from, y + height / 2 + 1)
  if (!look) return
  ctx.font = lookFont
  ctx.fillText(bar.look, from + nameWidth + 6, y + height / 2 + 1)
}

interface Label {
  left: number
  right: number
  /** Where the first diamond leaves room. */
  until: number
  /** The middles of badges that stand on the bar. */
  readonly badges: number[]
  readonly type: AssetType
  readonly name: string
  readonly look: string
  readonly solid: boolean
  readonly isHeld: boolean
}

function diamond(ctx: Ctx, scene: LanePaint, x: number, y: number): void {
  const half = scene.layout.bar.diamond / Math.SQRT2
  ctx.beginPath()
  ctx.moveTo(x, y - half)
  ctx.lineTo(x + half, y)
  ctx.lineTo(x, y + half)
  ctx.lineTo(x - half, y)
  ctx.closePath()
  ctx.fillStyle = scene.palette.color.diamond
  ctx.strokeStyle = scene.palette.color['diamond-line']
  ctx.lineWidth = 3
  ctx.stroke()
  ctx.fill()
}

/** What will be there after the drag: dashed, in the colour of the user's own action. */
export function paintDraft(ctx: Ctx, scene: LanePaint, first: number, last: number): void {
  if (!scene.draft) return
  const { axis, rowOfAsset, bar } = scene.layout
  for (const [key, interval] of scene.draft) {
    if (!interval) continue
    const [shotId, assetId] = key.split('/') as [string, string]
    const slot = axis.slotOfShot.get(shotId)
    const row = rowOfAsset.get(assetId)
    if (slot === undefined || row === undefined || slot < first || slot > last) continue
    const y = barTop(scene, row)
    const left = axis.leftOf(slot) + interval.enterAt * axis.widthOf(slot)
    const width = (interval.exitAt - interval.enterAt) * axis.widthOf(slot)
    ctx.fillStyle = scene.palette.color['accent-wash-2']
    ctx.fillRect(left, y, width, bar.height)
    ctx.strokeStyle = scene.palette.color['accent-strong']
    ctx.lineWidth = 1
    ctx.setLineDash([3, 2])
    ctx.strokeRect(left + 0.5, y + 0.5, Math.max(0, width - 1), bar.height - 1)
    ctx.setLineDash([])
  }
}

/** The bar end that would move: a blue handle over the post. */
export function paintHandle(ctx: Ctx, scene: LanePaint): void {
  if (!scene.handle) return
  const over = scene.layout.bar.postOver + 1
  ctx.fillStyle = scene.palette.color.accent
  ctx.beginPath()
  ctx.roundRect(
    Math.round(scene.handle.x) - 2,
    barTop(scene, scene.handle.row) - over,
    4,
    scene.layout.bar.height + 2 * over,
    2,
  )
  ctx.fill()
}

const barTop = ({ layout }: LanePaint, row: number) =>
  Math.round(layout.tops[row]! + (layout.heights[row]! - layout.bar.height) / 2)
