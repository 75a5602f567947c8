import type { ClipCaps, ClipLengths, ProfileKind } from '../../model/profile'
import type { ReadRecords } from '../../records/recordStore'
import { settingsOf } from '../lookup'
import { defaultProfileId } from './profiles'
import { generatorFor } from './stageProfile'

/** Who makes the clip of a shot. */
export interface ClipMaker {
  readonly id: string
  readonly name: string
  /** `local`: this machine moves the stills itself. */
  readonly kind: 'local' | ProfileKind
  readonly revision: number
  readonly traits: boolean
  /** Null = any length, from both stills. */
  readonly clip: ClipCaps | null
}

const onThisMachine: ClipMaker = {
  id: defaultProfileId,
  name: 'This computer',
  kind: 'local',
  revision: 1,
  traits: true,
  clip: null,
}

/** The generator that clips are made with: the given one, else the project's; this machine where none is set. @throws Refusal GENERATOR_UNKNOWN, GENERATOR_KIND */
export function clipMaker(store: ReadRecords, generatorId?: string): ClipMaker {
  const profile = generatorFor(store, generatorId ?? settingsOf(store).stage12GeneratorId ?? defaultProfileId, 'clips')
  if (!profile) return onThisMachine
  const { id, name, kind, revision, traits, clip } = profile
  return { id, name, kind, revision, traits, clip }
}

/** Half a frame at 24 frames a second: lengths that are no further apart are one. */
const aFrame = 1 / 48

/**
 * How long a clip is made for a shot: the shortest length of the model that is no shorter than the shot, so that it can be trimmed to it (backends.md 6.5); null where
 * even the longest is too short.
 */
export function lengthOf({ fps, shortest, longest, step }: ClipLengths, seconds: number): number | null {
  const wanted = (seconds - aFrame) * fps
  const steps = Math.max(0, Math.ceil((wanted - shortest) / step))
  const frames = shortest + steps * step
  return frames <= longest ? frames / fps : null
}
