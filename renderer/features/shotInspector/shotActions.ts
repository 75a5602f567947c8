import { create } from 'zustand'
import { assignmentOf, instanceOf, shotIdsInOrder } from '@shared/domain/lookup'
import type { Presence } from '@shared/model/assignment'
import type { CommandInputs } from '@shared/ipc/inputSchemas'
import type { ReadRecords } from '@shared/records/recordStore'
import { send } from '../../app/hostClient'
import { run } from '../../app/projectActions'
import { recordsNow } from '../../app/projectStore'
import { failure, toast } from '../../app/toasts'
import { selectShot, setView } from '../../app/viewStore'

/** Sets an assignment. The warning about crossings is not said in passing: the panel shows it where the crossing is. */
export async function setAssignment(input: CommandInputs['assignment.set']): Promise<boolean> {
  try {
    const { warnings } = await send('assignment.set', input)
    for (const warning of warnings) if (warning.code !== 'PASSES_THROUGH') toast('warning', warning.message)
    return true
  } catch (error) {
    failure(error)
    return false
  }
}

/** T, E, X, P: how an asset is in a shot. The presence it has already is kept with its times; a suggested one is confirmed. */
export function setPresence(shotId: string, assetId: string, presence: Presence): void {
  const records = recordsNow()
  const shot = records.get('shots', shotId)
  const instance = shot && instanceOf(records, shot.sceneId, assetId)
  const current = instance && assignmentOf(records, shotId, instance.id)
  if (current?.presence !== presence) void setAssignment({ shotId, assetId, presence })
  else if (current.origin === 'suggested') void run('suggestion.accept', { assignmentIds: [current.id] })
}

export const removeFromShot = (shotId: string, assetId: string) => run('assignment.remove', { shotId, assetId })

/** Marks an asset of a shot as the one being looked at, here and in the matrix. */
export function selectMember(shotId: string, assetId: string): void {
  setView({ cell: { shotId, assetId }, anchor: { shotId, assetId } })
}

/** The shot before or after in the story, across scenes. */
export function shotBeside(reads: ReadRecords, shotId: string, step: 1 | -1): string | null {
  const shotIds = shotIdsInOrder(reads)
  return shotIds[shotIds.indexOf(shotId) + step] ?? null
}

export function goBeside(shotId: string, step: 1 | -1): void {
  const next = shotBeside(recordsNow(), shotId, step)
  if (next) selectShot(next)
}

/** Crossings whose warning was read and put aside, by assignment; as long as the window is open. */
export const useKeptAsText = create<{ ids: ReadonlySet<string> }>(() => ({ ids: new Set() }))
export const keepAsText = (assignmentId: string) =>
  useKeptAsText.setState((s) => ({ ids: new Set(s.ids).add(assignmentId) }))
