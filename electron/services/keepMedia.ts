import { statSync } from 'node:fs'
import { commitRule } from '../commit/commitRule'
import type { OpenProject } from '../store/project'

/** Moves a finished picture, or a clip that says how long it runs, into the media folder and gives it a row. The file is complete before the row names it. */
export async function keepMedia(
  project: OpenProject,
  file: { path: string; ext: string; mime: string; width: number; height: number; alpha?: boolean; seconds?: number },
  name: string,
  workingId: string | null = null,
): Promise<string> {
  const bytes = statSync(file.path).size
  const id = await project.media.keepFile(file.path, file.ext)
  if (!project.records.get('media', id)) {
    commitRule(project, 'media.keep', (draft) =>
      draft.add('media', {
        id,
        kind: file.seconds === undefined ? 'picture' : 'video',
        mime: file.mime,
        ext: file.ext,
        bytes,
        width: file.width,
        height: file.height,
        alpha: file.alpha ?? false,
        seconds: file.seconds ?? null,
        name,
        workingId,
        ordinal: draft.nextOrdinal('media'),
      }),
    )
  }
  return id
}
