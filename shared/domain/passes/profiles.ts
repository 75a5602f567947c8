import { localProfileId, type BoxForm, type Profile, type ProfileCaps, type ProfileKind } from '../../model/profile'
import { boxFormOf } from './profileKinds'

/**
 * `local` is drawn by the compositor. `planned` plans passes as such a model needs them; until a service is set up
 * for it, the compositor draws the passes as a preview. The others are services, with a profile in the project.
 */
export type GeneratorKind = 'local' | 'planned' | ProfileKind

/** What a generator can take; the caps the pass plan obeys (domain.md 5). null = no cap. */
export interface GeneratorProfile {
  readonly id: string
  readonly name: string
  readonly kind: GeneratorKind
  /** Pictures a single call takes, the base plate counted. */
  readonly maxImages: number | null
  /** Of those, pictures of people and of anything else, where a model counts them apart. */
  readonly maxHumans: number | null
  readonly maxObjects: number | null
  readonly newSubjectsPerPass: number | null
  readonly maxPasses: number | null
  /** Counts up when the caps change; stored with every take. */
  readonly revision: number
  /** Are traits written into its prompts? (domain.md 3) */
  readonly traits: boolean
  /** Is it suggested to build end frames on the start take? Nothing is built on it before somebody says so (domain.md 5). */
  readonly suggestsEndFromStart: boolean
  /** Is it sent the marks over a still, as a picture? (domain.md 15.3) */
  readonly takesMarks: boolean
  /** How it is told where a pass may change its base plate; not at all where nothing is said. */
  readonly boxForm?: BoxForm
}

/** The built-in profiles, which every project has; caps as domain.md 5 gives them. */
export const builtInProfiles: readonly GeneratorProfile[] = [
  {
    id: localProfileId,
    name: 'Local compositor',
    kind: 'local',
    maxImages: null,
    maxHumans: null,
    maxObjects: null,
    newSubjectsPerPass: null,
    maxPasses: null,
    revision: 1,
    traits: true,
    suggestsEndFromStart: false,
    takesMarks: false,
  },
  {
    id: 'open',
    name: 'Open model',
    kind: 'planned',
    maxImages: 3,
    maxHumans: null,
    maxObjects: null,
    newSubjectsPerPass: 2,
    maxPasses: 4,
    revision: 1,
    traits: true,
    suggestsEndFromStart: true,
    takesMarks: false,
  },
  {
    id: 'strong',
    name: 'Strong hosted model',
    kind: 'planned',
    maxImages: 4,
    maxHumans: null,
    maxObjects: null,
    newSubjectsPerPass: 3,
    maxPasses: 4,
    revision: 1,
    traits: true,
    suggestsEndFromStart: true,
    takesMarks: false,
  },
]

export const defaultProfileId = localProfileId

/** The built-in profile of that id, or undefined; those of the project too are known to `stageProfile`. */
export function profileOf(id: string): GeneratorProfile | undefined {
  return builtInProfiles.find((profile) => profile.id === id)
}

/** What a profile can take, without the rest of it. */
export function capsOf({
  maxImages,
  maxHumans,
  maxObjects,
  newSubjectsPerPass,
  maxPasses,
  traits,
  suggestsEndFromStart,
  takesMarks,
}: ProfileCaps): ProfileCaps {
  return { maxImages, maxHumans, maxObjects, newSubjectsPerPass, maxPasses, traits, suggestsEndFromStart, takesMarks }
}

/** A profile of the project as planning takes it. @param revision judged as it was then; an unknown one is as it is today */
export function planningProfile(profile: Profile, revision?: number): GeneratorProfile {
  const { id, name, kind } = profile
  const then = profile.earlier.find((caps) => caps.revision === revision)
  return {
    id,
    name,
    kind,
    revision: then?.revision ?? profile.revision,
    ...capsOf(then ?? profile),
    boxForm: boxFormOf(profile),
  }
}
