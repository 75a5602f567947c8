import Konva from 'konva'
import type { FrameDescription, FrameSubject } from '@shared/drawing/frameDescription'
import { viewScale } from '../frameGeometry'
import { ghosts } from '../onionSkin'
import type { StageModule, StageState } from './stageState'
import { themeColours } from './themeColours'

/** The onion skin's dashed ways from where characters stand at the other end to where they stand here. */
export class WaysModule implements StageModule {
  private readonly group = new Konva.Group({ listening: false })

  constructor(parent: Konva.Group) {
    parent.add(this.group)
  }

  sync({ frame, other, view, take }: StageState): void {
    this.group.destroyChildren()
    if (!other || take !== undefined) return
    const { accent } = themeColours()
    for (const there of ghosts(frame, other)) {
      const here = there.type === 'character' ? frame.subjects.find((s) => s.assetId === there.assetId) : undefined
      if (here) this.group.add(way(frame, there, here, viewScale(view), accent))
    }
  }

  destroy(): void {
    this.group.destroy()
  }
}

/** Chest high, in a low arc. */
function way(
  frame: FrameDescription,
  there: FrameSubject,
  here: FrameSubject,
  scale: number,
  colour: string,
): Konva.Line {
  const [ax, ay] = [there.x * frame.width, (there.y - there.scale * 0.7) * frame.height]
  const [bx, by] = [here.x * frame.width, (here.y - here.scale * 0.7) * frame.height]
  const rise = Math.min(frame.height * 0.08, Math.hypot(bx - ax, by - ay) * 0.25)
  return new Konva.Line({
    points: [ax, ay, (ax + bx) / 2, Math.min(ay, by) - rise, bx, by],
    tension: 0.5,
    stroke: colour,
    strokeWidth: 1.5 / scale,
    dash: [4 / scale, 3 / scale],
    listening: false,
  })
}
