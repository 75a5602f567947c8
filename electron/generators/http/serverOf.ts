import type { Profile } from '@shared/model/profile'
import { serverAddress } from '@shared/domain/passes/address'
import { Refusal } from '@shared/records/refusal'
import { GeneratorError } from '../generatorContract'
import type { Server } from './callServer'

/**
 * Where a profile's calls go, with the key in its header.
 * @param bearer a key for Authorization goes as "Bearer …"; false: it goes as it was given
 * @throws GeneratorError auth without a key that is needed, config for an address that may not be called
 */
export function serverOf({ profile, key }: { profile: Profile; key: string | null }, bearer: boolean): Server {
  const { keyHeader, baseUrl, name } = profile
  if (keyHeader !== null && key === null)
    throw new GeneratorError('auth', `${name} has no key on this machine yet. Give it one under Generators.`)
  let href: string
  try {
    href = serverAddress(baseUrl, keyHeader !== null).href
  } catch (error) {
    if (error instanceof Refusal) throw new GeneratorError('config', error.message)
    throw error
  }
  if (keyHeader === null || key === null) return { baseUrl: href, key: null }
  const isBearer = bearer && keyHeader.toLowerCase() === 'authorization' && !/\s/.test(key)
  return { baseUrl: href, key: { header: keyHeader, value: isBearer ? `Bearer ${key}` : key } }
}
