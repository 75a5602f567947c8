import type { Profile } from '../../model/profile'
import type { ReadRecords } from '../../records/recordStore'
import { Refusal } from '../../records/refusal'
import { settingsOf } from '../lookup'
import { profileKinds, type KindFacts } from './profileKinds'
import { defaultProfileId, planningProfile, profileOf, type GeneratorProfile } from './profiles'

/** Under which profile something was made. */
export interface MadeUnder {
  readonly generatorId: string
  readonly profileRevision?: number | undefined
}

/** The profile a project uses for a stage, or the one something was made under, as it was then; an unknown one counts as the local one. */
export function stageProfile(store: ReadRecords, stage: 10 | 12, under?: string | MadeUnder): GeneratorProfile {
  const project = settingsOf(store)
  const { generatorId, profileRevision }: MadeUnder =
    typeof under === 'object'
      ? under
      : { generatorId: under ?? (stage === 10 ? project.stage10GeneratorId : project.stage12GeneratorId) ?? 'local' }
  return knownProfile(store, generatorId, profileRevision) ?? profileOf(defaultProfileId)!
}

/** A built-in profile or one of the project, also one that was deleted: what it made is still there. */
function knownProfile(store: ReadRecords, id: string, revision?: number): GeneratorProfile | undefined {
  const own = store.get('profiles', id)
  return own ? planningProfile(own, revision) : profileOf(id)
}

/** The remote generator of that id that can be used; undefined for a built-in one. @throws Refusal GENERATOR_UNKNOWN for one that is gone */
export function remoteProfile(store: ReadRecords, id: string): Profile | undefined {
  const own = store.get('profiles', id)
  if (own ? own.deleted : !profileOf(id)) throw new Refusal('GENERATOR_UNKNOWN', { generator: own?.name ?? id })
  return own
}

/** The remote generator of that id, if it makes such things; undefined for a built-in one. @throws Refusal GENERATOR_UNKNOWN, GENERATOR_KIND */
export function generatorFor(store: ReadRecords, id: string, wanted: KindFacts['makes']): Profile | undefined {
  const profile = remoteProfile(store, id)
  const makes = profile && profileKinds[profile.kind].makes
  if (profile && makes !== wanted)
    throw new Refusal('GENERATOR_KIND', { generator: profile.name, makes: makes!, wanted })
  return profile
}
