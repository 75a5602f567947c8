import Konva from 'konva'
import { drawNameTag, nameTags } from '@shared/drawing/nameTags'
import { seenThrough } from '@shared/drawing/seenThrough'
import { execute } from '@shared/drawing/execute'
import type { DrawOp } from '@shared/drawing/drawOp'
import { drawnPicture, frameFontReady } from '../../../../drawing/drawingResources'
import type { StageModule, StageState } from './stageState'

/** What the figures are seen through, and over it the name tags the drawing writes under them. */
export class TagsModule implements StageModule {
  private ops: readonly DrawOp[] = []
  private readonly shape: Konva.Shape

  constructor(parent: Konva.Group) {
    this.shape = new Konva.Shape({
      listening: false,
      perfectDrawEnabled: false,
      sceneFunc: (context) => execute<CanvasImageSource>(this.ops, context._context, drawnPicture),
    })
    parent.add(this.shape)
  }

  sync({ frame, part, take }: StageState): void {
    const named = frame.showNames && frameFontReady()
    const shown = take === undefined && (named || frame.seenThrough !== undefined)
    this.shape.visible(shown)
    const tags =
      shown && named
        ? nameTags(frame)
            .filter((tag) => part === undefined || part.assetIds.includes(tag.subject.assetId))
            .map((tag) => drawNameTag(tag))
        : []
    this.ops = shown && frame.seenThrough ? [seenThrough(frame, frame.seenThrough), ...tags] : tags
  }

  destroy(): void {
    this.shape.destroy()
  }
}
