import { statSync } from 'node:fs'
import { commitRule } from '../commit/commitRule'
import type { OpenProject } from '../store/project'

/** Moves a finished picture into the media folder and gives it a row. The file is complete before the row names it. */
export async function keepMedia(
  project: OpenProject,
  file: { path: string; ext: string; mime: string; width: number; height: number; alpha?: boolean },
  name: string,
  workingId: string | null = null,
): Promise<string> {
  const bytes = statSync(file.path).size
  const id = await project.media.keepFile(file.path, file.ext)
  if (!project.records.get('media', id)) {
    commitRule(project, 'media.keep', (draft) =>
      draft.add('media', {
        id,
        kind: 'picture',
        mime: file.mime,
        ext: file.ext,
        bytes,
        width: file.width,
        height: file.height,
        alpha: file.alpha ?? false,
        name,
        workingId,
        ordinal: draft.nextOrdinal('media'),
      }),
    )
  }
  return id
}
