import { chosenTake } from '@shared/domain/lookup'
import type { ReadRecords } from '@shared/records/recordStore'
import { mediaUrl } from '../../common/AssetPicture'

/** Small pictures of shots for the canvas: loaded on demand, at most 600 kept. */
export class Thumbs {
  private readonly images = new Map<string, HTMLImageElement>()

  constructor(private readonly onLoad: () => void) {}

  /** The picture of a shot, or null while it has none or it is loading. */
  of(records: ReadRecords, shotId: string): HTMLImageElement | null {
    const take = chosenTake(records, shotId, 'startFrame') ?? chosenTake(records, shotId, 'endFrame')
    return take ? this.load(take.mediaId) : null
  }

  private load(mediaId: string): HTMLImageElement | null {
    let image = this.images.get(mediaId)
    if (!image) {
      image = new Image()
      image.src = mediaUrl(mediaId, 160)
      image.onload = this.onLoad
      this.images.set(mediaId, image)
      if (this.images.size > 600) this.images.delete(this.images.keys().next().value!)
    }
    return image.complete && image.naturalWidth > 0 ? image : null
  }
}
