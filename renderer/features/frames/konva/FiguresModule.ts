import Konva from 'konva'
import { farToNear } from '@shared/domain/drawList/drawList'
import type { FrameDescription, FrameSubject } from '@shared/domain/drawList/frameDescription'
import { subjectBox } from '@shared/domain/drawList/subjectBox'
import type { Point } from '../frameGeometry'
import type { StageModule, StageState } from './stageState'
import { isOpaqueAt, subjectBitmap, subjectKey, type Bitmap } from './subjectBitmap'

interface Node { readonly image: Konva.Image; key: string; bitmap: Bitmap | null }

/** The figures, each a picture of its own: while one is dragged its drawing only moves. */
export class FiguresModule implements StageModule {
  private readonly group = new Konva.Group({ listening: false })
  private readonly nodes = new Map<string, Node>()
  private shown: readonly FrameSubject[] = []

  constructor(parent: Konva.Group) {
    parent.add(this.group)
  }

  sync({ frame, part, take }: StageState, density: number): void {
    this.group.visible(take === undefined)
    this.shown = take === undefined ? farToNear(frame.subjects).filter((s) => part === undefined || part.assetIds.includes(s.assetId)) : []
    if (take !== undefined) return
    for (const [assetId, node] of this.nodes) {
      if (this.shown.some((s) => s.assetId === assetId)) continue
      node.image.destroy()
      this.nodes.delete(assetId)
    }
    this.shown.forEach((subject, i) => this.place(frame, subject, i, density))
  }

  private place(frame: FrameDescription, subject: FrameSubject, order: number, density: number): void {
    let node = this.nodes.get(subject.assetId)
    if (!node) {
      node = { image: new Konva.Image({ image: undefined, listening: false }), key: '', bitmap: null }
      this.nodes.set(subject.assetId, node)
      this.group.add(node.image)
    }
    const key = subjectKey(frame, subject, density)
    if (key !== node.key) {
      node.key = key
      node.bitmap = subjectBitmap(frame, subject, density)
      node.image.image(node.bitmap?.canvas)
    }
    if (node.image.zIndex() !== order) node.image.zIndex(order)
    const { bitmap } = node
    node.image.visible(bitmap !== null)
    if (!bitmap) return
    // Whole bitmap pixels, so that standing figures stay crisp.
    const whole = (px: number) => Math.round(px * density) / density
    node.image.position({ x: whole(subject.x * frame.width + bitmap.left), y: whole(subject.y * frame.height + bitmap.top) })
    node.image.size({ width: bitmap.width, height: bitmap.height })
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

function isInBox(frame: FrameDescription, subject: FrameSubject, at: Point): boolean {
  const box = subjectBox(frame, subject)
  return at.x >= box.x && at.x <= box.x + box.width && at.y >= box.y && at.y <= box.y + box.height
}
