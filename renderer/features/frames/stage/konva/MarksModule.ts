import Konva from 'konva'
import type { DrawOp } from '@shared/drawing/drawOp'
import { execute } from '@shared/drawing/execute'
import { markBounds, markOps } from '@shared/drawing/marks'
import { drawnPicture, frameFontReady } from '../../../../drawing/drawingResources'
import { measureWords } from '../../../../drawing/measureWords'
import { frameToView, viewScale } from '../frameGeometry'
import type { StageModule, StageState } from './stageState'
import { themeColours } from './themeColours'

/** Marks that are about to be erased are still seen a little. */
const faded = 0.2
/** Of the neighbour frame under the pen. */
const skinned = { picture: 0.3, marks: 0.4 }
/** View pixels between a mark and the line around a selected one. */
const around = 5
const cross = 11

/** What is drawn over the frame: faintly the neighbour frame, the marks, the one that is being drawn, lines around the selected ones and the keyboard's cross. */
export class MarksModule implements StageModule {
  private ops: readonly DrawOp[] = []
  private readonly shape: Konva.Shape
  private readonly under = new Konva.Image({ image: undefined, listening: false, opacity: skinned.picture })
  private readonly lines = new Konva.Group({ listening: false })

  constructor(film: Konva.Group, guides: Konva.Layer) {
    this.shape = new Konva.Shape({
      listening: false,
      perfectDrawEnabled: false,
      sceneFunc: (context) => execute<CanvasImageSource>(this.ops, context._context, () => undefined),
    })
    film.add(this.under, this.shape)
    guides.add(this.lines)
  }

  sync(state: StageState): void {
    const { frame, marks, skin } = state
    frameFontReady()
    const picture = skin?.picture ? drawnPicture(skin.picture) : undefined
    this.under.visible(picture !== undefined)
    this.under.image(picture)
    this.under.size({ width: frame.width, height: frame.height })
    const before = (skin?.marks ?? []).map((mark) => ({ ...mark, opacity: mark.opacity * skinned.marks }))
    this.shape.visible(marks.length + before.length > 0)
    const drawn = marks.map((mark) => (mark.isTouched ? { ...mark, opacity: mark.opacity * faded } : mark))
    this.ops = markOps([...before, ...drawn], frame, measureWords)
    this.lines.destroyChildren()
    for (const mark of marks) if (mark.isSelected) this.lines.add(this.outline(state, mark))
    if (state.cursor) this.addCross(state, state.cursor)
  }

  private outline({ view, frame }: StageState, mark: StageState['marks'][number]): Konva.Rect {
    const scale = viewScale(view)
    const box = markBounds(mark, frame, measureWords)
    const { x, y } = frameToView(view, box)
    return new Konva.Rect({
      x: x - around,
      y: y - around,
      width: box.width * scale + around * 2,
      height: box.height * scale + around * 2,
      stroke: themeColours().accent,
      strokeWidth: 1.5,
      dash: [4, 3],
      cornerRadius: 3,
    })
  }

  private addCross({ view, frame }: StageState, at: { readonly x: number; readonly y: number }): void {
    const { x, y } = frameToView(view, { x: at.x * frame.width, y: at.y * frame.height })
    const { accent, knob } = themeColours()
    for (const [stroke, strokeWidth] of [
      ['#000000', 4],
      [knob, 2],
    ] as const)
      for (const points of [
        [x - cross, y, x + cross, y],
        [x, y - cross, x, y + cross],
      ])
        this.lines.add(new Konva.Line({ points, stroke, strokeWidth, lineCap: 'round' }))
    this.lines.add(new Konva.Circle({ x, y, radius: 3, fill: accent }))
  }

  destroy(): void {
    this.under.destroy()
    this.shape.destroy()
    this.lines.destroy()
  }
}
