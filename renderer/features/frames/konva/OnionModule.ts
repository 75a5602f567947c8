import Konva from 'konva'
import { farToNear } from '@shared/domain/drawList/drawList'
import type { FrameDescription, FrameSubject } from '@shared/domain/drawList/frameDescription'
import { ghosts } from '../onionSkin'
import { viewScale } from '../frameGeometry'
import type { StageModule, StageState } from './stageState'
import { subjectBitmap, subjectKey, type Bitmap } from './subjectBitmap'
import { themeColours } from './themeColours'

/** The figures of the shot's other end as ghosts, each with a dashed way to where it stands now. */
export class OnionModule implements StageModule {
  private readonly group = new Konva.Group({ listening: false })
  private readonly bitmaps = new Map<string, { key: string; bitmap: Bitmap | null }>()

  constructor(parent: Konva.Group) {
    parent.add(this.group)
  }

  sync(state: StageState, density: number): void {
    const { frame, other, view } = state
    this.group.destroyChildren()
    this.group.visible(other !== null)
    if (!other) return
    const { accent } = themeColours()
    for (const there of farToNear(ghosts(frame, other))) {
      const bitmap = this.ghost(other, there, density, accent)
      if (!bitmap) continue
      this.group.add(new Konva.Image({ image: bitmap.canvas, x: there.x * frame.width + bitmap.left, y: there.y * frame.height + bitmap.top, width: bitmap.width, height: bitmap.height, opacity: 0.5, listening: false }))
      const here = frame.subjects.find((s) => s.assetId === there.assetId)
      if (here) this.group.add(way(frame, there, here, viewScale(view), accent))
    }
  }

  /** The figure's drawing washed in the colour of the user's own actions. */
  private ghost(other: FrameDescription, there: FrameSubject, density: number, colour: string): Bitmap | null {
    const key = `${colour}${subjectKey(other, there, density)}`
    const known = this.bitmaps.get(there.assetId)
    if (known?.key === key) return known.bitmap
    const bitmap = subjectBitmap(other, there, density)
    const context = bitmap?.canvas.getContext('2d')
    if (bitmap && context) {
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.globalCompositeOperation = 'source-atop'
      context.globalAlpha = 0.5
      context.fillStyle = colour
      context.fillRect(0, 0, bitmap.canvas.width, bitmap.canvas.height)
    }
    this.bitmaps.set(there.assetId, { key, bitmap })
    return bitmap
  }

  destroy(): void {
    this.group.destroy()
    this.bitmaps.clear()
  }
}

/** From where it stood to where it stands, chest high, in a low arc. */
function way(frame: FrameDescription, there: FrameSubject, here: FrameSubject, scale: number, colour: string): Konva.Line {
  const [ax, ay] = [there.x * frame.width, (there.y - there.scale * 0.7) * frame.height]
  const [bx, by] = [here.x * frame.width, (here.y - here.scale * 0.7) * frame.height]
  const rise = Math.min(frame.height * 0.08, Math.hypot(bx - ax, by - ay) * 0.25)
  return new Konva.Line({ points: [ax, ay, (ax + bx) / 2, Math.min(ay, by) - rise, bx, by], tension: 0.5, stroke: colour, strokeWidth: 1.5 / scale, dash: [4 / scale, 3 / scale], listening: false })
}
