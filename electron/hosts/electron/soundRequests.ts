import { basename } from 'node:path'
import { z } from 'zod'
import type { RequestName, Requests } from '@shared/ipc/contract'
import { clipFields } from '@shared/ipc/inputSchemas'
import { soundEndings } from '@shared/model/fileKinds'
import { Refusal } from '@shared/records/refusal'
import { importSound } from '../../services/importSound'
import { keepWave, keptWave, longestWave } from '../../services/waves'
import type { Desktop } from './desktop'
import { largestSent, withSentPicture } from './sentPicture'

type SoundRequest = Extract<RequestName, `sound.${string}`>

const text = z.string().max(4096)

/** What the window may ask about sounds. */
export const soundSchemas = {
  'sound.import': z.object({
    path: text.optional(),
    bytes: z
      .instanceof(Uint8Array)
      .refine(({ byteLength }) => byteLength <= largestSent)
      .optional(),
    called: z.string().trim().min(1).max(200).optional(),
    ...clipFields,
  }),
  'sound.wave': z.object({ soundId: text }),
  'sound.keepWave': z.object({
    soundId: text,
    wave: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= longestWave),
  }),
} satisfies { [R in SoundRequest]: z.ZodType<Requests[R]['input']> }

const soundFilter = { name: 'Sounds', extensions: [...soundEndings] }

/** Sounds come in from files, or as bytes of what was recorded; waves of them are kept. */
export function soundHandlers(desktop: Desktop): {
  [R in SoundRequest]: (input: Requests[R]['input']) => Requests[R]['answer'] | Promise<Requests[R]['answer']>
} {
  const project = () => {
    if (!desktop.current) throw new Refusal('NO_PROJECT')
    return desktop.current.project
  }
  return {
    async 'sound.import'({ path, bytes, called, ...place }) {
      const into = project()
      const take = async (file: string) => {
        const { soundId, clipId } = await importSound(desktop.context, into, file, place, called ?? basename(file))
        return { soundId, clipId }
      }
      if (bytes) return withSentPicture(bytes, take)
      const file =
        path ??
        (await desktop.chooseFiles({ title: 'Choose a sound', properties: ['openFile'], filters: [soundFilter] }))?.[0]
      return file ? take(file) : null
    },
    'sound.wave': ({ soundId }) => keptWave(project(), soundId),
    'sound.keepWave': ({ soundId, wave }) => (keepWave(project(), soundId, wave), null),
  }
}
