import { realpathSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import type { ImportReport } from '@shared/ipc/contract'
import { importTake } from '@shared/domain/results/importTake'
import { shotsInOrder, takesOf } from '@shared/domain/lookup'
import { Refusal } from '@shared/records/refusal'
import type { AppContext } from '../commit/context'
import { commitRule } from '../commit/commitRule'
import type { OpenProject } from '../store/project'
import { importScript, readScript, type ImportOptions } from './importScript'
import { askSuggester } from './askSuggester'
import { importPicture } from './importPicture'
import { pdfText } from './pdfText'

type ImportWarning = ImportReport['warnings'][number]

/**
 * `import DIR FILE`: a script or shot list, and with a Storyboarder project the pictures of its boards as takes of their shots. The takes are no undo
 * steps of their own: undoing the import hides them with their shots. A picture that cannot be read is named with its board and stops nothing.
 */
export async function importFile(
  context: AppContext,
  project: OpenProject,
  path: string,
  options: ImportOptions & {
    /** Asks the user's language model about every scene. */
    suggest?: boolean | undefined
  } = {},
): Promise<ImportReport & { undoStep: string | null }> {
  const pdf = await pdfText(context, path)
  const suggester = options.suggest ? context.suggesterOf?.(project) : undefined
  if (options.suggest && !suggester) throw new Refusal('NO_SUGGESTER')
  const asked = suggester
    ? await askSuggester(suggester, project, path, { readAs: options.readAs, encoding: options.encoding, pdf })
    : null
  const report = importScript(project, path, { ...options, pdf, answers: asked?.answers })
  const warnings = options.dryRun ? [] : await importBoardPictures(context, project, path)
  return { ...report, warnings: [...report.warnings, ...(asked?.warnings ?? []), ...warnings] }
}

/** Pictures of the boards of a file that was just imported. A shot that has the picture already is left alone. */
export async function importBoardPictures(
  context: AppContext,
  project: OpenProject,
  path: string,
): Promise<ImportWarning[]> {
  if (!path.toLowerCase().endsWith('.storyboarder')) return []
  const { pictures } = readScript(path)
  const { records } = project
  const script = records
    .list('scriptsInOrder')
    .findLast((s) => s.fileName === basename(path) && s.format === 'storyboarder')
  const byLine = new Map(
    shotsInOrder(records).flatMap((s) =>
      s.scriptId === script?.id && s.sourceStart !== null ? [[s.sourceStart, s] as const] : [],
    ),
  )
  const warnings: ImportWarning[] = []
  for (const { line, files } of pictures) {
    const shot = byLine.get(line)
    if (!shot) continue
    const file = files.map((name) => pictureBeside(path, name)).find((found) => found !== null)
    if (!file) {
      warnings.push({
        line,
        code: 'PICTURE_MISSING',
        message: `The picture of board ${line - 1} (${files[0]}) is not in the folder “images”.`,
      })
      continue
    }
    try {
      const { mediaId } = await importPicture(context, project, file)
      if (takesOf(records, shot.id, 'startFrame').some((take) => take.mediaId === mediaId)) continue
      commitRule(project, 'board.pictures', (draft) =>
        importTake(draft, { shotId: shot.id, kind: 'startFrame', mediaId, madeAt: context.now() }),
      )
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      warnings.push({ line, code: error.code, message: error.message })
    }
  }
  return warnings
}

/** A file in `images/` beside the project, by its bare name; nothing outside that folder, whatever the name or a link says. */
function pictureBeside(path: string, name: string): string | null {
  if (name !== basename(name) || name.includes('\\') || name.startsWith('.')) return null
  const folder = join(dirname(path), 'images')
  try {
    const file = realpathSync(join(folder, name))
    return file.startsWith(realpathSync(folder) + sep) ? file : null
  } catch {
    return null
  }
}
