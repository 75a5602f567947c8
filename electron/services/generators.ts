import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { builtInProfiles } from '@shared/domain/passes/profiles'
import { profileFile } from '@shared/domain/passes/profileFile'
import { InvalidInput, Refusal } from '@shared/records/refusal'
import type { CommandAnswer } from '@shared/ipc/contract'
import { dispatch } from '../commit/dispatch'
import type { OpenProject } from '../store/project'
import { worldRefusal } from '../store/worldErrors'

/** Longer files are no profiles; a workflow of a thousand nodes has half a megabyte. */
const mostBytes = 8_000_000

/** Every generator of a project, as the command line tells of it (cli.md 3). A profile's own part is what `generators add` takes. */
export function generatorList({ records }: OpenProject): unknown[] {
  return [
    ...builtInProfiles.map(({ kind, ...profile }) => ({
      ...profile,
      kind: kind === 'planned' ? 'local' : kind,
      baseUrl: null,
      model: null,
      maxHumans: null,
      maxObjects: null,
      pricePerCall: null,
    })),
    ...records.list('profilesInOrder').map((profile) => ({
      ...profileFile(profile),
      revision: profile.revision,
      maxHumans: null,
      maxObjects: null,
      pricePerCall: profile.price?.perCall ?? null,
    })),
  ]
}

/** `generators DIR add FILE`: a profile of a file, as the window exports it. @throws InvalidInput, Refusal */
export function addProfileFile(project: OpenProject, path: string): CommandAnswer {
  return dispatch(project, 'profile.create', readProfileFile(path))
}

/** A profile as a file holds it, not looked at yet. @throws Refusal FILE_UNREADABLE, FILE_TOO_BIG, InvalidInput */
function readProfileFile(path: string): unknown {
  const file = basename(path)
  let text: string
  try {
    const { size } = statSync(path)
    if (size > mostBytes)
      throw new Refusal('FILE_TOO_BIG', { file, size: Math.ceil(size / 1e6), limit: mostBytes / 1e6 })
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw worldRefusal(error) ?? new Refusal('FILE_UNREADABLE', { file, reason: 'There is no such file.' })
  }
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    // What the list says beside the profile itself is not part of it.
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    const {
      revision: _r,
      maxHumans: _h,
      maxObjects: _o,
      pricePerCall: _p,
      ...profile
    } = value as Record<string, unknown>
    return profile
  } catch {
    throw new InvalidInput('FILE', 'expected JSON, one profile as it was exported')
  }
}
