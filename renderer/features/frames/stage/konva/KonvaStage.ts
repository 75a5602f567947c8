import Konva from 'konva'
import { onDrawingResource } from '../../../../drawing/drawingResources'
import type { Point } from '../../../../common/point'
import { viewOrigin, viewScale } from '../frameGeometry'
import { FiguresModule } from './FiguresModule'
import { GuidesModule } from './GuidesModule'
import { MarksModule } from './MarksModule'
import { BackgroundModule } from './BackgroundModule'
import type { StageModule, StageState } from './stageState'
import { TagsModule } from './TagsModule'
import { WaysModule } from './WaysModule'

/**
 * The stage outside React: two canvases, the film picture and the guides over it. `sync` makes them show a state; `hit` tells
 * which figure lies under a point. Nothing here listens to the pointer.
 */
export class KonvaStage {
  private readonly stage: Konva.Stage
  private readonly picture = new Konva.Layer({ listening: false })
  private readonly guides = new Konva.Layer({ listening: false })
  /** In frame pixels, cut off at the frame's edge as in the finished picture. */
  private readonly film = new Konva.Group({ listening: false })
  private readonly figures: FiguresModule
  private readonly modules: readonly StageModule[]
  private readonly stopListening: () => void
  private state: StageState | null = null
  private queued = 0

  constructor(container: HTMLDivElement) {
    this.stage = new Konva.Stage({ container, width: 1, height: 1, listening: false })
    this.stage.add(this.picture, this.guides)
    this.picture.add(this.film)
    const plate = new BackgroundModule(this.film)
    this.figures = new FiguresModule(this.film)
    this.modules = [
      plate,
      this.figures,
      new TagsModule(this.film),
      new WaysModule(this.film),
      new MarksModule(this.film, this.guides),
      new GuidesModule(this.guides),
    ]
    this.stopListening = onDrawingResource(() => this.redraw())
  }

  /** Shows a state; what is the same object as before is not looked at again. */
  sync(next: StageState, prev: StageState | null = this.state): void {
    this.state = next
    if (prev === next) return
    const { view, frame } = next
    const ratio = window.devicePixelRatio || 1
    for (const layer of [this.picture, this.guides]) {
      if (layer.getCanvas().getPixelRatio() !== ratio) layer.getCanvas().setPixelRatio(ratio)
    }
    if (this.stage.width() !== view.host.width || this.stage.height() !== view.host.height) this.stage.size(view.host)
    const scale = viewScale(view)
    this.film.setAttrs({
      ...viewOrigin(view),
      scaleX: scale,
      scaleY: scale,
      clipX: 0,
      clipY: 0,
      clipWidth: frame.width,
      clipHeight: frame.height,
    })
    // Rounded, so that the last digits of a zoom do not ask for new drawings.
    const density = Math.round(scale * ratio * 1e4) / 1e4
    for (const module of this.modules) module.sync(next, density)
    this.picture.batchDraw()
    this.guides.batchDraw()
  }

  /** The figure at a point of the frame, in frame pixels. */
  hit(at: Point): string | null {
    return this.state ? this.figures.hit(this.state.frame, at) : null
  }

  destroy(): void {
    cancelAnimationFrame(this.queued)
    this.stopListening()
    for (const module of this.modules) module.destroy()
    this.stage.destroy()
  }

  private redraw(): void {
    cancelAnimationFrame(this.queued)
    this.queued = requestAnimationFrame(() => {
      if (this.state) this.sync(this.state, null)
    })
  }
}
