import Konva from 'konva'
import { drawNameTag, nameTags } from '@shared/domain/drawList/nameTags'
import { execute } from '@shared/domain/drawList/execute'
import type { DrawOp } from '@shared/domain/drawList/drawOp'
import { drawnPicture, frameFontReady } from '../drawingResources'
import type { StageModule, StageState } from './stageState'

/** The name tags the drawing writes under the figures. */
export class TagsModule implements StageModule {
  private ops: readonly DrawOp[] = []
  private readonly shape: Konva.Shape

  constructor(parent: Konva.Group) {
    this.shape = new Konva.Shape({ listening: false, perfectDrawEnabled: false, sceneFunc: (context) => execute<CanvasImageSource>(this.ops, context._context, drawnPicture) })
    parent.add(this.shape)
  }

  sync({ frame, part, take }: StageState): void {
    const shown = take === undefined && frame.showNames && frameFontReady()
    this.shape.visible(shown)
    this.ops = shown ? nameTags(frame).filter((tag) => part === undefined || part.assetIds.includes(tag.subject.assetId)).map((tag) => drawNameTag(frame, tag)) : []
  }

  destroy(): void {
    this.shape.destroy()
  }
}
