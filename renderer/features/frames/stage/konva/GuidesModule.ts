import Konva from 'konva'
import { tiltOf } from '@shared/drawing/drawSubject'
import { subjectBox } from '@shared/drawing/subjectBox'
import { frameToView, handleFromFeet, handles, viewOrigin, viewScale } from '../frameGeometry'
import type { StageModule, StageState } from './stageState'
import { themeColours } from './themeColours'

/** Side of a handle, in view pixels. */
const HANDLE = 9

/** Thirds and the frame around the selected figure, in view pixels so that lines stay thin at every zoom. */
export class GuidesModule implements StageModule {
  private readonly group = new Konva.Group({ listening: false })

  constructor(layer: Konva.Layer) {
    layer.add(this.group)
  }

  sync(state: StageState): void {
    this.group.destroyChildren()
    if (state.thirds) this.drawThirds(state)
    if (state.selected !== null && state.take === undefined) this.drawSelection(state, state.selected)
  }

  private drawThirds({ view }: StageState): void {
    const { knob } = themeColours()
    const origin = viewOrigin(view)
    const scale = viewScale(view)
    const width = view.frame.width * scale
    const height = view.frame.height * scale
    const line = (points: number[]) =>
      this.group.add(
        new Konva.Line({ points: points.map((p) => Math.round(p) + 0.5), stroke: knob, strokeWidth: 1, opacity: 0.26 }),
      )
    for (const third of [1 / 3, 2 / 3]) {
      line([origin.x + width * third, origin.y, origin.x + width * third, origin.y + height])
      line([origin.x, origin.y + height * third, origin.x + width, origin.y + height * third])
    }
  }

  private drawSelection({ view, frame }: StageState, assetId: string): void {
    const subject = frame.subjects.find((s) => s.assetId === assetId)
    if (!subject) return
    const { accent, knob } = themeColours()
    const scale = viewScale(view)
    const box = subjectBox(frame, subject)
    const size = { width: box.width * scale, height: box.height * scale }
    const feet = frameToView(view, { x: subject.x * frame.width, y: subject.y * frame.height })
    const group = new Konva.Group({ ...feet, rotation: (tiltOf(frame) * 180) / Math.PI })
    group.add(new Konva.Rect({ x: -size.width / 2, y: -size.height, ...size, stroke: accent, strokeWidth: 1.5 }))
    for (const handle of handles) {
      const at = handleFromFeet(handle, size)
      group.add(
        new Konva.Rect({
          x: at.x - HANDLE / 2,
          y: at.y - HANDLE / 2,
          width: HANDLE,
          height: HANDLE,
          fill: knob,
          stroke: accent,
          strokeWidth: 1.5,
          cornerRadius: 2,
        }),
      )
    }
    this.group.add(group)
  }

  destroy(): void {
    this.group.destroy()
  }
}
