import Konva from 'konva'
import { farToNear } from '@shared/drawing/drawList'
import type { FrameDescription, FrameSubject } from '@shared/drawing/frameDescription'
import { subjectBox } from '@shared/drawing/subjectBox'
import type { Point } from '../../../../common/point'
import { ghosts } from '../onionSkin'
import type { StageModule, StageState } from './stageState'
import { isOpaqueAt, subjectBitmap, subjectKey, type Bitmap } from '../../../../drawing/subjectBitmap'
import { themeColours } from './themeColours'

interface Node {
  readonly image: Konva.Image
  key: string
  bitmap: Bitmap | null
}
interface DrawnFigure extends FrameSubject {
  readonly ghostOf: FrameDescription | null
}

const GHOST_OPACITY = 0.5

/**
 * The figures, each a picture of its own: while one is dragged its drawing only moves. The onion skin's ghosts stand
 * between them at their own depth, so that they never cover who is nearer.
 */
export class FiguresModule implements StageModule {
  private readonly group = new Konva.Group({ listening: false })
  private readonly nodes = new Map<string, Node>()
  private shown: readonly FrameSubject[] = []

  constructor(parent: Konva.Group) {
    parent.add(this.group)
  }

  sync({ frame, other, part, take }: StageState, density: number): void {
    this.shown =
      take === undefined
        ? farToNear(frame.subjects).filter((s) => part === undefined || part.assetIds.includes(s.assetId))
        : []
    const skin = other ? ghosts(frame, other).map((s): DrawnFigure => ({ ...s, ghostOf: other })) : []
    const all = farToNear([...skin, ...this.shown.map((s): DrawnFigure => ({ ...s, ghostOf: null }))]) as DrawnFigure[]
    const ids = new Set(all.map(nodeId))
    for (const [id, node] of this.nodes) {
      if (ids.has(id)) continue
      node.image.destroy()
      this.nodes.delete(id)
    }
    all.forEach((standing, i) => this.place(frame, standing, i, density))
  }

  private place(frame: FrameDescription, standing: DrawnFigure, order: number, density: number): void {
    const { ghostOf, ...subject } = standing
    const node = this.nodes.get(nodeId(standing)) ?? this.addNode(standing)
    const colour = ghostOf ? themeColours().accent : ''
    const key = colour + subjectKey(ghostOf ?? frame, subject, density)
    if (key !== node.key) {
      node.key = key
      node.bitmap = subjectBitmap(ghostOf ?? frame, subject, density)
      if (node.bitmap && ghostOf) wash(node.bitmap, colour)
      node.image.image(node.bitmap?.canvas)
    }
    if (node.image.zIndex() !== order) node.image.zIndex(order)
    const { bitmap } = node
    node.image.visible(bitmap !== null)
    if (!bitmap) return
    // Whole bitmap pixels, so that standing figures stay crisp.
    const whole = (px: number) => Math.round(px * density) / density
    node.image.position({
      x: whole(subject.x * frame.width + bitmap.left),
      y: whole(subject.y * frame.height + bitmap.top),
    })
    node.image.size({ width: bitmap.width, height: bitmap.height })
  }

  private addNode(standing: DrawnFigure): Node {
    const node: Node = {
      image: new Konva.Image({ image: undefined, listening: false, opacity: standing.ghostOf ? GHOST_OPACITY : 1 }),
      key: '',
      bitmap: null,
    }
    this.nodes.set(nodeId(standing), node)
    this.group.add(node.image)
    return node
  }

  /** The nearest figure seen at a point in frame pixels; else the nearest one whose box holds it. */
  hit(frame: FrameDescription, at: Point): string | null {
    const nearestFirst = this.shown.toReversed()
    const seen = nearestFirst.find((s) => {
      const bitmap = this.nodes.get(s.assetId)?.bitmap
      return bitmap && isOpaqueAt(bitmap, { x: at.x - s.x * frame.width, y: at.y - s.y * frame.height })
    })
    return (seen ?? nearestFirst.find((s) => isInBox(frame, s, at)))?.assetId ?? null
  }

  destroy(): void {
    this.group.destroy()
    this.nodes.clear()
  }
}

const nodeId = (standing: DrawnFigure) => (standing.ghostOf ? `ghost ${standing.assetId}` : standing.assetId)

/** Washes a drawing in the colour of the user's own actions. */
function wash({ canvas }: Bitmap, colour: string): void {
  const context = canvas.getContext('2d')!
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.globalCompositeOperation = 'source-atop'
  context.globalAlpha = 0.5
  context.fillStyle = colour
  context.fillRect(0, 0, canvas.width, canvas.height)
}

function isInBox(frame: FrameDescription, subject: FrameSubject, at: Point): boolean {
  const box = subjectBox(frame, subject)
  return at.x >= box.x && at.x <= box.x + box.width && at.y >= box.y && at.y <= box.y + box.height
}
