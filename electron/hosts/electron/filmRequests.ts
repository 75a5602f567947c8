import { shell } from 'electron'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { projectOf } from '@shared/domain/lookup'
import { printOptionsSchema } from '@shared/handover/boards/printOptions'
import { cutOptionsSchema } from '@shared/handover/cutPieces'
import { exportFormatNames, exportFormats, type ExportFormatName } from '@shared/handover/formats'
import { fileName } from '@shared/handover/handoverFiles'
import { imageOptionsSchema } from '@shared/handover/images'
import { movieEnding, movieOptionsSchema } from '@shared/handover/movie/movieOptions'
import type { RequestName, Requests } from '@shared/ipc/contract'
import { clockScopeSchema } from '@shared/ipc/scopeSchema'
import { Refusal } from '@shared/records/refusal'
import { packArchive } from '../../services/archive/packArchive'
import { readCutFiles } from '../../services/conform'
import { exportMovie } from '../../services/exportMovie'
import { handOver, type HandedOver } from '../../services/handOver'
import { printFilm } from '../../services/printFilm'
import type { OpenProject } from '../../store/project'
import type { Desktop, ExportHooks } from './desktop'

type FilmRequest = Extract<RequestName, `film.${string}`>

const none = z.object({})
const text = z.string().max(4096)

/** What the window may ask about the way out of the application and back. */
export const filmSchemas = {
  'film.export': z.object({
    format: z.enum(exportFormatNames),
    scope: clockScopeSchema,
    images: imageOptionsSchema,
    cut: cutOptionsSchema,
    print: printOptionsSchema,
    movie: movieOptionsSchema,
    out: text.optional(),
  }),
  'film.readCut': z.object({ path: text.optional() }),
  'film.cancelExport': none,
  'film.showExported': none,
} satisfies { [R in FilmRequest]: z.ZodType<Requests[R]['input']> }

/** The film is written in the forms that other programs read, and an edit of it is read back. */
export function filmHandlers(desktop: Desktop): {
  [R in FilmRequest]: (input: Requests[R]['input']) => Requests[R]['answer'] | Promise<Requests[R]['answer']>
} {
  const opened = () => {
    if (!desktop.current) throw new Refusal('NO_PROJECT')
    return desktop.current.project
  }
  return {
    async 'film.export'({ format, scope, images, cut, print, movie, out }) {
      const project = opened()
      const ending = format === 'movie' ? movieEnding(movie.codec) : exportFormats[format].ext
      const place = out ?? (await chooseExport(desktop, project, format, ending))
      if (!place) return null
      const write = (hooks: ExportHooks): HandedOver | Promise<HandedOver> => {
        if (format === 'pdf') return printFilm(desktop.context, project, place, scope, print, hooks)
        if (format === 'movie') return exportMovie(desktop.context, project, place, scope, movie, hooks)
        if (format === 'archive') return packArchive(project, place, hooks)
        return handOver(desktop.context, project, format, place, scope, { images, cut }, hooks)
      }
      const { folder, files, warnings } = await desktop.exporting(write)
      desktop.exported = files[0] === undefined ? null : join(folder, ...files[0].split('/'))
      return { folder, files, warnings }
    },
    async 'film.readCut'({ path }) {
      const project = opened()
      const properties: ('openFile' | 'multiSelections')[] = ['openFile', 'multiSelections']
      const filters = [{ name: 'Timelines', extensions: ['otio', 'fcpxml', 'fcpxmld', 'xml', 'edl'] }]
      const title = 'Choose the edited timeline, or all lists of a long EDL'
      const files = path === undefined ? await desktop.chooseFiles({ title, properties, filters }) : [path]
      const [first] = files ?? []
      if (!files || first === undefined) return null
      const more = files.length > 1 ? ` and ${files.length - 1} more` : ''
      return { file: `${basename(first)}${more}`, cut: readCutFiles(project, files) }
    },
    'film.cancelExport': () => (desktop.cancelExport(), null),
    'film.showExported': () => {
      if (desktop.exported) shell.showItemInFolder(desktop.exported)
      return null
    },
  }
}

/** Asks for the folder of a format of many files, or for the file; begins beside the project. */
async function chooseExport(
  desktop: Desktop,
  project: OpenProject,
  format: ExportFormatName,
  ext: string | null,
): Promise<string | null> {
  const { label } = exportFormats[format]
  const beside = dirname(project.folder)
  if (ext === null)
    return desktop.chooseFolder({
      title: `Export ${label}`,
      buttonLabel: 'Export here',
      defaultPath: beside,
      properties: ['openDirectory', 'createDirectory'],
    })
  return desktop.chooseSave({
    title: `Export ${label}`,
    buttonLabel: 'Export',
    defaultPath: join(beside, `${fileName(projectOf(project.records).title, 'film')}.${ext}`),
    filters: [{ name: label, extensions: [ext] }],
  })
}
