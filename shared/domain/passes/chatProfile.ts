import type { Profile } from '../../model/profile'
import type { ReadRecords } from '../../records/recordStore'
import { settingsOf } from '../lookup'
import { profileKinds } from './profileKinds'

/** The chat model a project uses: the one chosen for its prompts, else the first there is; null without any. */
export function chatProfile(store: ReadRecords): Profile | null {
  const chats = store
    .list('profilesInOrder')
    .filter((profile) => !profile.deleted && profileKinds[profile.kind].makes === 'words')
  const { stage9GeneratorId } = settingsOf(store)
  return chats.find(({ id }) => id === stage9GeneratorId) ?? chats[0] ?? null
}
