import type { ReadRecords } from '../../records/recordStore'
import { settingsOf } from '../lookup'
import { defaultProfileId, profileOf, type GeneratorProfile } from './profiles'

/** The profile a project uses for a stage; an unknown one counts as the local one. */
export function stageProfile(store: ReadRecords, stage: 10 | 12, generatorId?: string): GeneratorProfile {
  const project = settingsOf(store)
  const id = generatorId ?? (stage === 10 ? project.stage10GeneratorId : project.stage12GeneratorId)
  return profileOf(id ?? defaultProfileId) ?? profileOf(defaultProfileId)!
}
