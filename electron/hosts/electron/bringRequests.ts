import { z } from 'zod'
import type { RequestName, Requests } from '@shared/ipc/contract'
import { mimeOfEnding } from '@shared/model/fileKinds'
import { Refusal } from '@shared/records/refusal'
import { bringFrom, offerOf, withOther } from '../../services/bringAssets'
import type { Desktop } from './desktop'

type BringRequest = Extract<RequestName, `bring.${string}`>

const text = z.string().max(4096)

/** What the window may ask about other projects. */
export const bringSchemas = {
  'bring.look': z.object({ folder: text.optional() }),
  'bring.take': z.object({ folder: text, assetIds: z.array(text).min(1).max(1000) }),
} satisfies { [R in BringRequest]: z.ZodType<Requests[R]['input']> }

/** Another project is read, shown, and copied from; nothing is written there. */
export function bringHandlers(desktop: Desktop): {
  [R in BringRequest]: (input: Requests[R]['input']) => Promise<Requests[R]['answer']>
} {
  const project = () => {
    if (!desktop.current) throw new Refusal('NO_PROJECT')
    return desktop.current.project
  }
  return {
    async 'bring.look'({ folder }) {
      const into = project()
      const chosen =
        folder ?? (await desktop.chooseFolder({ title: 'Choose a project folder', properties: ['openDirectory'] }))
      if (chosen === null) return null
      return withOther(chosen, (other) => {
        const offer = offerOf(into, other)
        desktop.lookedAt = new Map(
          offer.assets.flatMap(({ picture }) => {
            const media = picture === null ? undefined : other.records.get('media', picture)
            const mime = media && mimeOfEnding(media.ext)
            return media && mime ? [[media.id, { path: other.media.pathToRead(media), mime }] as const] : []
          }),
        )
        return offer
      })
    },
    async 'bring.take'({ folder, assetIds }) {
      return bringFrom(project(), folder, assetIds)
    },
  }
}
