import Konva from 'konva'
import { drawList } from '@shared/drawing/drawList'
import type { FrameDescription } from '@shared/drawing/frameDescription'
import { drawnPicture } from '../../../../drawing/drawingResources'
import type { StageModule, StageState } from './stageState'
import { bitmapOf } from '../../../../drawing/subjectBitmap'

/** The location behind everything, or the stored picture of a take in its place. */
export class BackgroundModule implements StageModule {
  private readonly image = new Konva.Image({ image: undefined, listening: false })
  private key = ''

  constructor(group: Konva.Group) {
    group.add(this.image)
  }

  sync({ frame, take }: StageState, density: number): void {
    this.image.size({ width: frame.width, height: frame.height })
    if (take !== undefined) {
      const picture = take === null ? undefined : drawnPicture(take)
      this.key = ''
      this.image.image(picture)
      return
    }
    const key = backgroundKey(frame, density)
    if (key === this.key) return
    this.key = key
    const { seenThrough: _glass, ...bare } = { ...frame, subjects: [] }
    this.image.image(
      bitmapOf(
        drawList(bare, { location: true, assetIds: [] }),
        { left: 0, top: 0, width: frame.width, height: frame.height },
        density,
      ).canvas,
    )
  }

  destroy(): void {
    this.image.destroy()
  }
}

function backgroundKey({ subjects: _subjects, ...frame }: FrameDescription, density: number): string {
  return JSON.stringify([
    frame,
    density,
    frame.location?.picture ? drawnPicture(frame.location.picture.mediaId) !== undefined : null,
  ])
}
