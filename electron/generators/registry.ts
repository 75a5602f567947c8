import { profileOf } from '@shared/domain/passes/profiles'
import type { GeneratorKind } from '@shared/domain/passes/profiles'
import { GeneratorError } from './generatorContract'
import type { Generator } from './generatorContract'
import { localCompositor } from './local/compositor'

/** Which code makes the frames of which kind of profile. */
const byKind: Partial<Readonly<Record<GeneratorKind, Generator>>> = {
  local: localCompositor,
  planned: localCompositor,
}

/** The generator of a profile. Throws GeneratorError (class config) for an unknown one. */
export function generatorOf(generatorId: string): Generator {
  const profile = profileOf(generatorId)
  const generator = profile && byKind[profile.kind]
  if (!generator) throw new GeneratorError('config', `There is no generator called ${generatorId}.`)
  return generator
}
