import { existsSync, lstatSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Media } from '@shared/model/media'
import type { AppContext } from '../commit/context'
import type { OpenProject } from '../store/project'

/** Small copies of pictures for lists; made on demand in the generator process, kept beside the media, never part of the project. */
export class Thumbnails {
  private readonly making = new Map<string, Promise<string>>()

  constructor(private readonly context: AppContext) {}

  private pathOf(project: OpenProject, mediaId: string, width: number): string {
    return join(project.media.thumbnails, `${mediaId}-${width}.webp`)
  }

  /** The path of a small copy that was made already, or null. */
  existing(project: OpenProject, mediaId: string, width: number): string | null {
    const path = this.pathOf(project, mediaId, width)
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() ? path : null
  }

  /** The path of the largest small copy that was made already, or null. */
  anyOf(project: OpenProject, mediaId: string): string | null {
    const folder = project.media.thumbnails
    const widths = existsSync(folder)
      ? readdirSync(folder).flatMap((name) =>
          name.startsWith(`${mediaId}-`) ? [Number.parseInt(name.slice(mediaId.length + 1), 10)] : [],
        )
      : []
    return widths.length ? this.pathOf(project, mediaId, Math.max(...widths)) : null
  }

  /** A copy at most `width` pixels wide; the picture itself when it cannot be made. */
  async of(project: OpenProject, media: Media, width: number): Promise<{ path: string; mime: string }> {
    const path = this.pathOf(project, media.id, width)
    if (this.existing(project, media.id, width)) return { path, mime: 'image/webp' }
    try {
      let work = this.making.get(path)
      if (!work) this.making.set(path, (work = this.make(project, media, width, path)))
      return { path: await work, mime: 'image/webp' }
    } catch {
      return { path: project.media.pathOf(media), mime: media.mime }
    } finally {
      this.making.delete(path)
    }
  }

  private async make(project: OpenProject, media: Media, width: number, path: string): Promise<string> {
    const out = join(project.media.temporaryFolder(), `${media.id}-${width}.webp`)
    await this.context.generators.run(
      { type: 'thumbnail', id: this.context.newId(), path: project.media.pathToRead(media), width, out },
      () => {},
    )
    project.media.thumbnailFolder()
    renameSync(out, path)
    return path
  }
}
