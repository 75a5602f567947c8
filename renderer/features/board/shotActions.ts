import type { CommandInputs } from '@shared/ipc/inputSchemas'
import { send } from '../../app/hostClient'
import { recordsNow } from '../../app/projectStore'
import { announce, failure, toast } from '../../app/toasts'
import { useView } from '../../app/viewStore'
import { chooseAll } from './selection'

/** Runs a command that makes shots, and chooses those. Answers their ids; null when it was refused. */
export async function makeShots<C extends 'shot.create' | 'shot.duplicate' | 'shot.paste' | 'shot.split'>(
  name: C,
  input: CommandInputs[C],
): Promise<readonly string[] | null> {
  try {
    const { created, warnings } = await send(name, input)
    for (const warning of warnings) toast('warning', warning.message)
    const made = created.shots ?? []
    chooseAll(made)
    return made
  } catch (error) {
    failure(error)
    return null
  }
}

/** Adds a shot: at a place, or after the chosen one, else at the end of the chosen scene. */
export async function addShot(at?: { sceneId: string; index: number }): Promise<void> {
  const { shotId, sceneId } = useView.getState()
  const after = shotId === null ? undefined : recordsNow().get('shots', shotId)
  const scene = after?.sceneId ?? sceneId ?? recordsNow().list('scenesInOrder')[0]?.id
  const input = at ?? (scene === undefined ? null : { sceneId: scene, ...(after ? { afterShotId: after.id } : {}) })
  if (!input) return
  const made = await makeShots('shot.create', input)
  const shot = made?.[0] === undefined ? undefined : recordsNow().get('shots', made[0])
  if (shot) announce(`Shot ${shot.number} added.`)
}
