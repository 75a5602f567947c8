import { join } from 'node:path'
import { movieOptionsSchema } from '@shared/handover/movie/movieOptions'
import { Refusal } from '@shared/records/refusal'
import type { LocalClips, MovieMaker } from '../commit/context'
import { newId } from '../commit/newId'
import { GeneratorError } from '../generators/generatorContract'

const options = movieOptionsSchema.parse({ sound: false, clips: false })

/** Clips made on this machine: the shot as the film plays it, a movie of its own. */
export const localClipsOf = (movies: MovieMaker): LocalClips => ({
  async make({ project, shotId, outFolder }, onProgress, signal) {
    const out = join(outFolder, `${newId()}.mp4`)
    const order = { project, scope: { shotIds: [shotId] }, options, out }
    try {
      await movies.make(order, { onProgress, signal })
    } catch (error) {
      // It would fail the same way again.
      throw error instanceof Refusal ? new GeneratorError('config', error.message) : error
    }
    return out
  },
})
