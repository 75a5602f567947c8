import { framesToSeconds } from '@shared/domain/time/frames'
import { timingOf } from '@shared/domain/time/timingOf'
import type { ClipFields } from '@shared/domain/sound/clipRules'
import { request } from '../app/hostClient'
import { attempt, done } from '../app/projectActions'
import { recordsNow } from '../app/projectStore'
import { useSoundView } from './soundView'

/** Asks for a sound file and lays it on the film from a frame on. */
export const addSound = (frame: number): Promise<void> =>
  takeSound({ at: framesToSeconds(frame, timingOf(recordsNow()).fps) })

/** Takes a sound in and chooses its clip. Without a path or bytes a dialog asks for the file. */
export async function takeSound(
  input: ClipFields & { path?: string; bytes?: Uint8Array; called?: string },
): Promise<void> {
  const added = await attempt(() => request('sound.import', input))
  if (!added) return
  useSoundView.setState({ chosen: [added.clipId] })
  const clip = recordsNow().get('soundClips', added.clipId)
  done(`Added “${clip?.name ?? 'a sound'}”.`)
}
