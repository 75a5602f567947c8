import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { FrameDescription } from '@shared/drawing/frameDescription'
import { digest } from '@shared/records/digest'
import type { FrameRequest, GeneratorEvent, PictureRequest } from '../../generators/generatorContract'
import type { GeneratorRunner } from '../../generators/startGeneratorProcess'

/** Size in pixels of every picture of the sample, by file name; written by `npm run sample`. */
export type PictureSizes = Readonly<Record<string, { width: number; height: number; alpha: boolean }>>

export const sizesFile = 'sizes.json'

/** The file of a pass that shows these assets of a frame. Ids differ in every copy of the sample, so assets count by name; words that are not drawn do not count. */
export function preparedFrameFile(frame: FrameDescription, assetIds: readonly string[]): string {
  const named = {
    ...frame,
    location: frame.location && { ...frame.location, assetId: '', traits: undefined },
    subjects: frame.subjects.map((s) => ({ ...s, assetId: '' })),
  }
  const shown = frame.subjects
    .filter((s) => assetIds.includes(s.assetId))
    .map((s) => s.name)
    .sort()
  return `${digest({ frame: named, shown }).slice(0, 16)}.webp`
}

/**
 * Generators that answer with what was made from the same input when the sample was prepared, so that opening it takes
 * no drawing. What was not prepared goes to `other`. `folder` holds pictures/ with their sizes, and frames/.
 */
export function preparedGenerators(folder: string, other: GeneratorRunner): GeneratorRunner {
  const pictures = join(folder, 'pictures')
  const sizes = existsSync(join(pictures, sizesFile))
    ? (JSON.parse(readFileSync(join(pictures, sizesFile), 'utf8')) as PictureSizes)
    : {}
  return {
    async run(request, onEvent) {
      const done =
        request.type === 'picture'
          ? givePicture(request, onEvent)
          : request.type === 'frame' && giveFrame(request, onEvent)
      if (!done) await other.run(request, onEvent)
    },
    isRunning: (id) => other.isRunning(id),
    cancel: (id) => other.cancel(id),
    stop: () => other.stop(),
  }

  /** The prepared pictures are upright, bounded and trimmed: the original is fit to be drawn from. */
  function givePicture({ id, path }: PictureRequest, onEvent: (event: GeneratorEvent) => void): boolean {
    const size = dirname(path) === pictures ? sizes[basename(path)] : undefined
    if (!size) return false
    onEvent({
      type: 'pictureDone',
      id,
      original: { ...size, mime: 'image/webp', ext: 'webp' },
      working: null,
      note: '',
    })
    return true
  }

  function giveFrame(
    { id, frame, passes, outFolder }: FrameRequest,
    onEvent: (event: GeneratorEvent) => void,
  ): boolean {
    const files = passes.map((pass) => ({
      index: pass.index,
      file: join(folder, 'frames', preparedFrameFile(frame, pass.assetIds)),
    }))
    if (!files.every(({ file }) => existsSync(file))) return false
    for (const { index, file } of files) {
      const path = join(outFolder, `${id}-${index}.webp`)
      copyFileSync(file, path)
      onEvent({
        type: 'passDone',
        id,
        index,
        path,
        width: frame.width,
        height: frame.height,
        mime: 'image/webp',
        ext: 'webp',
      })
    }
    return true
  }
}
