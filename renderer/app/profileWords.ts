import { Cloud, MessageSquareText, Server, type LucideIcon } from 'lucide-react'
import type { KeyState } from '@shared/ipc/contract'
import { profileKinds } from '@shared/domain/passes/profileKinds'
import { counted } from '@shared/language/unitWords'
import type { Profile } from '@shared/model/profile'

/** Where a key lies, in words; a key itself is never shown. */
export const keyWords: Record<KeyState, string> = {
  keychain: 'key in this system’s keychain',
  session: 'key until Exeunt ends',
  missing: 'no key yet',
}

/** A service in a list: its sign, what goes along in a call of it, and its key. */
export function profileWords(profile: Profile, keys: Readonly<Record<string, KeyState>>) {
  const state = profile.keyHeader === null ? null : (keys[profile.id] ?? 'missing')
  return {
    Icon: signOf(profile),
    takes: takesWords(profile),
    key: state === null ? 'no key needed' : keyWords[state],
    lacksKey: state === 'missing',
  }
}

const signOf = ({ kind }: Profile): LucideIcon =>
  profileKinds[kind].makes === 'words' ? MessageSquareText : kind.startsWith('comfyui') ? Server : Cloud

const takesWords = ({ kind, clip, maxImages, model }: Profile) =>
  profileKinds[kind].makes === 'words'
    ? model || 'no model yet'
    : clip
      ? clip.lastFrame
        ? 'first and last frame'
        : 'first frame'
      : counted(maxImages, 'image')
