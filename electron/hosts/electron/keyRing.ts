import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { serverAddress } from '@shared/domain/passes/address'
import type { KeyState } from '@shared/ipc/contract'
import type { Keys } from '../../commit/context'

/** What locks keys away on this machine. */
export interface Keychain {
  /** Can it keep a key so that other programs and people cannot read it? Then `lock` and `unlock` work. */
  isSafe(): boolean
  lock(key: string): Buffer
  unlock(locked: Buffer): string
}

interface Kept {
  key: string
  /** Where the key may go: the address the profile had when it was given. */
  origin: string
}

const fileSchema = z.record(z.string(), z.object({ locked: z.string().max(100_000), origin: z.string().max(3000) }))

type Profile = Parameters<Keys['keyOf']>[0]

/**
 * The keys of the desktop (domain.md 5.11): locked by the system's keychain in a file of this machine, or only in memory until the application ends. A key belongs to a
 * profile and to the origin it was given for: a project that names another place does not get it. It leaves here only for the generator process.
 */
export class KeyRing implements Keys {
  private readonly file: string
  private readonly session = new Map<string, Kept>()
  private kept: z.infer<typeof fileSchema>

  constructor(
    folder: string,
    private readonly keychain: Keychain,
  ) {
    this.file = join(folder, 'keys.json')
    this.kept = this.read()
  }

  private read(): z.infer<typeof fileSchema> {
    try {
      if (!existsSync(this.file)) return {}
      const parsed = fileSchema.safeParse(JSON.parse(readFileSync(this.file, 'utf8')))
      return parsed.success ? parsed.data : {}
    } catch {
      return {}
    }
  }

  private write(kept: z.infer<typeof fileSchema>): void {
    writeFileSync(`${this.file}.part`, JSON.stringify(kept, null, 1), { mode: 0o600 })
    renameSync(`${this.file}.part`, this.file)
    this.kept = kept
  }

  keyOf(profile: Profile): string | null {
    const found = this.session.get(profile.id) ?? this.unlocked(profile.id)
    return found && found.origin === originOf(profile) ? found.key : null
  }

  private unlocked(id: string): Kept | null {
    const entry = Object.hasOwn(this.kept, id) ? this.kept[id] : undefined
    if (!entry || !this.keychain.isSafe()) return null
    try {
      return { key: this.keychain.unlock(Buffer.from(entry.locked, 'base64')), origin: entry.origin }
    } catch {
      return null
    }
  }

  /** Where a profile's key lies; never the key itself. */
  stateOf(profile: Profile): KeyState {
    if (this.keyOf(profile) === null) return 'missing'
    return this.session.has(profile.id) ? 'session' : 'keychain'
  }

  /** Can keys be kept over the end of the application? */
  get isSafe(): boolean {
    return this.keychain.isSafe()
  }

  /** Keeps a key for the address the profile has now; without a safe keychain only until the application ends. Answers where it lies. */
  give(profile: Profile, key: string, keep: 'keychain' | 'session'): KeyState {
    const origin = originOf(profile)
    this.forget(profile.id)
    if (keep === 'keychain' && this.keychain.isSafe())
      this.write({ ...this.kept, [profile.id]: { locked: this.keychain.lock(key).toString('base64'), origin } })
    else this.session.set(profile.id, { key, origin })
    return this.stateOf(profile)
  }

  forget(profileId: string): void {
    this.session.delete(profileId)
    if (!Object.hasOwn(this.kept, profileId)) return
    const { [profileId]: _gone, ...rest } = this.kept
    this.write(rest)
  }
}

const originOf = ({ baseUrl }: Profile): string => serverAddress(baseUrl, true).origin
