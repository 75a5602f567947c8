import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { ClockScope } from '@shared/domain/time/storyClock'
import { filmOf } from '@shared/handover/film'
import type { HandoverWarning } from '@shared/handover/handoverFiles'
import { movieEnding, type MovieOptions } from '@shared/handover/movie/movieOptions'
import { writeSrt, writeVtt } from '@shared/handover/subtitles'
import type { MovieMade } from '@shared/ipc/movieBridge'
import { Refusal } from '@shared/records/refusal'
import type { AppContext } from '../commit/context'
import { makeFolders } from '../store/makeFolders'
import type { OpenProject } from '../store/project'
import { onDisk } from '../store/worldErrors'
import { placeOf, refuseOwnFolder, type HandedOver } from './handOver'

export interface MovieHooks {
  onProgress?: (value: number, text: string) => void
  signal?: AbortSignal
}

/**
 * Makes a movie of a scope of the film, with subtitles beside it if they are asked for. The file that stood there stays until the new one is whole.
 * @param out a folder, or the file itself; a name that ends in .webm asks for VP9 where no codec is
 * @throws Refusal NEEDS_WINDOW, NOTHING_TO_FILM, EXPORT_INTO_PROJECT, EXPORT_CANCELLED, NO_ENCODER, NOT_FILMED, DISK
 */
export async function exportMovie(
  context: AppContext,
  project: OpenProject,
  out: string,
  scope: ClockScope,
  given: MovieOptions,
  hooks: MovieHooks = {},
): Promise<HandedOver & { movie: MovieMade }> {
  if (!context.movies) throw new Refusal('NEEDS_WINDOW', { what: 'A movie' })
  const asksForWebm = given.codec === 'auto' && extname(out).toLowerCase() === '.webm'
  const options: MovieOptions = asksForWebm ? { ...given, codec: 'vp9' } : given
  const ext = movieEnding(options.codec)
  const { folder, name, file } = placeOf(project, ext, out)
  refuseOwnFolder(project, folder)
  const film = filmOf(project.records, scope)
  if (!film.frames) throw new Refusal('NOTHING_TO_FILM')
  const called = file ?? `${name}.${ext}`
  const part = join(folder, `${called}.part`)
  onDisk(() => makeFolders(folder))
  const { onProgress = () => {}, signal = new AbortController().signal } = hooks
  try {
    const movie = await context.movies.make({ project, scope, options, out: part }, { onProgress, signal })
    onDisk(() => renameSync(part, join(folder, called)))
    const files = [called]
    if (options.subtitles === 'srt' || options.subtitles === 'vtt') {
      const beside = options.subtitles === 'srt' ? writeSrt(film, name) : writeVtt(film, name)
      for (const written of beside.files)
        if ('text' in written) {
          onDisk(() => writeFileSync(join(folder, written.path), written.text))
          files.push(written.path)
        }
    }
    return { folder, files, movie, warnings: movieWarnings(movie) }
  } finally {
    rmSync(part, { force: true })
  }
}

function movieWarnings({ unread }: MovieMade): HandoverWarning[] {
  if (!unread) return []
  const pictures = unread === 1 ? 'One picture or sound is' : `${unread} pictures or sounds are`
  return [
    {
      code: 'MEDIA_MISSING',
      message: `${pictures} missing or cannot be read; a drawing stands in its place, or silence.`,
    },
  ]
}
