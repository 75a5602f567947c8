import { z } from 'zod'
import type { RequestName, Requests } from '@shared/ipc/contract'
import { Refusal } from '@shared/records/refusal'
import { findFiles, missingFiles, takeChanged } from '../../services/missingFiles'
import type { Desktop } from './desktop'

type FileRequest = Extract<RequestName, `files.${string}`>

const text = z.string().max(4096)

/** What the window may ask about files that are missing. */
export const fileSchemas = {
  'files.missing': z.object({ all: z.boolean() }),
  'files.find': z.object({ folder: text.optional(), all: z.boolean() }),
  'files.takeChanged': z.object({ mediaId: text }),
} satisfies { [R in FileRequest]: z.ZodType<Requests[R]['input']> }

/** Missing files are named, looked for where the user says, and put back. */
export function fileHandlers(desktop: Desktop): {
  [R in FileRequest]: (input: Requests[R]['input']) => Promise<Requests[R]['answer']>
} {
  /** Where the changed files lie that were found last: the window says which, never where. */
  let changed: ReadonlyMap<string, string> = new Map()
  const project = () => {
    if (!desktop.current) throw new Refusal('NO_PROJECT')
    return desktop.current.project
  }
  return {
    'files.missing': ({ all }) => missingFiles(project(), all),
    async 'files.find'({ folder, all }) {
      const of = project()
      const place =
        folder ??
        (await desktop.chooseFolder({ title: 'Look for the files in a folder', properties: ['openDirectory'] }))
      if (!place) return null
      const { found, missing, changed: others } = await findFiles(desktop.context, of, [place], all)
      changed = others
      return { found, missing: [...missing] }
    },
    async 'files.takeChanged'({ mediaId }) {
      const path = changed.get(mediaId)
      if (path === undefined) throw new Refusal('NOT_FOUND', { what: 'The changed file' })
      await takeChanged(desktop.context, project(), mediaId, path)
      return null
    },
  }
}
