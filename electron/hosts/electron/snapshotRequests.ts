import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { RequestName, Requests } from '@shared/ipc/contract'
import { Refusal } from '@shared/records/refusal'
import { checkSnapshot, recoveryView, saveReadable } from '../../services/recovery'
import { titleOfFolder } from '../../services/titleOfFolder'
import { snapshotLabel } from '../../store/snapshots'
import type { Desktop } from './desktop'

type Snapshots = Extract<RequestName, `snapshots.${string}`>

const text = z.string().max(4096)
const folder = text.optional()

export const snapshotSchemas: { [R in Snapshots]: z.ZodType<Requests[R]['input']> } = {
  'snapshots.list': z.object({ folder }),
  'snapshots.check': z.object({ folder, name: text }),
  'snapshots.keep': z.object({ label: z.string().max(200) }),
  'snapshots.goBack': z.object({ folder, name: text }),
  'snapshots.saveReadable': z.object({ folder }),
}

/** Snapshots of the open project, or of one that cannot be opened. */
export function snapshotHandlers(desktop: Desktop): {
  [R in Snapshots]: (input: Requests[R]['input']) => Promise<Requests[R]['answer']> | Requests[R]['answer']
} {
  const of = (given: string | undefined) => {
    const found = given ?? desktop.current?.project.folder
    if (found === undefined) throw new Refusal('NO_PROJECT')
    return found
  }
  return {
    'snapshots.list': ({ folder: given }) => recoveryView(of(given)),
    'snapshots.check': ({ folder: given, name }) => checkSnapshot(of(given), name),
    'snapshots.keep': async ({ label }) => ({ name: await desktop.keepSnapshot(snapshotLabel(label)) }),
    'snapshots.goBack': ({ folder: given, name }) => desktop.goBack(of(given), name),
    async 'snapshots.saveReadable'({ folder: given }) {
      const from = of(given)
      const to = desktop.freeFolder(dirname(from), `${titleOfFolder(from)}, what could be read`)
      const { missingMedia } = await saveReadable(from, join(to))
      return { opened: desktop.open(to), missingMedia }
    },
  }
}
