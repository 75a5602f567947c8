import type { Profile } from '../../model/profile'

/** What a profile is outside its project, as `profile.create` takes it: nothing that is counted here, and no key, which it never holds. */
export function profileFile(profile: Profile): Omit<Profile, 'ordinal' | 'revision' | 'earlier' | 'deleted'> {
  const { ordinal: _ordinal, revision: _revision, earlier: _earlier, deleted: _deleted, ...rest } = profile
  return rest
}
