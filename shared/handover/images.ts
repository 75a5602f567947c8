import { z } from 'zod'
import { frameEndSchema } from '../model/common'
import type { ReadRecords } from '../records/recordStore'
import { chosenTake, takeKindOf } from '../domain/lookup'
import type { Film, FilmShot } from './film'
import {
  fileName,
  aboutShots,
  imageForms,
  shotPrefix,
  type Handover,
  type HandoverFile,
  type ImageForm,
  type StillOfShot,
} from './handoverFiles'

/** What is written of each shot, as it comes from outside. */
export const imageOptionsSchema = z.strictObject({
  frames: z.array(frameEndSchema).min(1).max(2).default(['start', 'end']),
  /** The picture of every pass beside those that are shown. */
  passes: z.boolean().default(false),
  /** The form of the files; `kept` = as each lies in the project. */
  form: z.enum(['kept', ...imageForms]).default('kept'),
  /** How files are called, with {place}, {scene}, {shot} and {frame}; the ending follows. */
  pattern: z.string().min(1).max(200).default('{place}_{shot}_{frame}'),
})
export type ImageOptions = z.infer<typeof imageOptionsSchema>

const endings: Record<ImageForm, string> = { png: 'png', jpeg: 'jpg', webp: 'webp' }

/** The chosen stills, as files of their own in the order of the film. */
export function writeImages(store: ReadRecords, film: Film, options: ImageOptions): Handover {
  const files: HandoverFile[] = []
  const unmade: FilmShot[] = []
  const missing: StillOfShot[] = []
  const taken = new Set<string>()
  const add = (name: string, mediaId: string, of?: StillOfShot) => {
    const media = store.get('media', mediaId)
    if (!media) return
    let own = name
    for (let n = 2; taken.has(own.toLowerCase()); n++) own = `${name}_${n}`
    taken.add(own.toLowerCase())
    const ending = options.form === 'kept' ? media.ext : endings[options.form]
    const as = options.form !== 'kept' && ending !== media.ext ? { as: options.form } : {}
    files.push({ path: `${own}.${ending}`, mediaId, ...(of ? { of } : {}), ...as })
  }
  for (const shot of film.shots) {
    for (const frame of options.frames) {
      const take = chosenTake(store, shot.shot.id, takeKindOf(frame))
      if (!take) {
        if (unmade.at(-1) !== shot) unmade.push(shot)
        missing.push({ shotId: shot.shot.id, frame })
        continue
      }
      const name = nameOf(film, shot, frame, options.pattern)
      add(name, take.mediaId, { shotId: shot.shot.id, frame })
      if (options.passes)
        for (const pass of store.list('passesOfTake', take.id)) add(`${name}_pass${pass.index}`, pass.mediaId)
    }
  }
  return { files, warnings: aboutShots('NO_PICTURE', 'Shots whose pictures are not all made yet', unmade), missing }
}

function nameOf(film: Film, shot: FilmShot, frame: string, pattern: string): string {
  const [place] = shotPrefix(film, shot).split('_')
  const parts: Record<string, string> = { place: place!, scene: shot.scene.number, shot: shot.name, frame }
  return fileName(
    pattern.replace(/\{(place|scene|shot|frame)\}/g, (_, key: string) => fileName(parts[key]!, '')),
    'still',
  )
}
