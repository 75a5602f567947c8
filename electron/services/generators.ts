import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { builtInProfiles } from '@shared/domain/passes/profiles'
import { profileFile } from '@shared/domain/passes/profileFile'
import { InvalidInput, Refusal } from '@shared/records/refusal'
import type { CommandAnswer } from '@shared/ipc/contract'
import type { Profile } from '@shared/model/profile'
import type { AppContext } from '../commit/context'
import { GeneratorError } from '../generators/generatorContract'
import { dispatch } from '../commit/dispatch'
import type { OpenProject } from '../store/project'
import { onDisk, worldRefusal } from '../store/worldErrors'

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
      pricePerCall: null,
    })),
    ...records.list('profilesInOrder').map((profile) => ({
      ...profileFile(profile),
      revision: profile.revision,
      pricePerCall: profile.price?.perCall ?? null,
    })),
  ]
}

/** A profile that can be used. @throws Refusal NOT_FOUND */
export function existingProfile({ records }: OpenProject, id: string): Profile {
  const profile = records.get('profiles', id)
  if (!profile || profile.deleted) throw new Refusal('NOT_FOUND', { what: 'The generator' })
  return profile
}

/** Asks the service of a profile whether it could work: what is there, or what to change. Nothing is made. @throws Refusal NOT_FOUND */
export async function testGenerator(
  context: AppContext,
  project: OpenProject,
  profileId: string,
): Promise<{ isReady: boolean; text: string }> {
  const profile = existingProfile(project, profileId)
  let text = ''
  try {
    const key = profile.keyHeader === null ? null : context.keys.keyOf(profile)
    await context.generators.run({ type: 'test', id: `test-${context.newId()}`, profile, key }, (event) => {
      if (event.type === 'testDone') text = event.text
    })
    return { isReady: true, text }
  } catch (error) {
    if (error instanceof GeneratorError) return { isReady: false, text: error.message }
    throw error
  }
}

/** Writes a profile as a file that `add` takes, without its key; answers the path. @throws Refusal NOT_FOUND, DISK */
export function writeProfileFile(project: OpenProject, profileId: string, path: string): string {
  const text = `${JSON.stringify(profileFile(existingProfile(project, profileId)), null, 2)}\n`
  onDisk(() => writeFileSync(path, text))
  return path
}

/** A profile gets the workflow of a file, and the map its nodes suggest. @throws Refusal WORKFLOW_FORM, FILE_UNREADABLE */
export function setWorkflowFile(project: OpenProject, profileId: string, path: string): CommandAnswer {
  const workflow = { file: basename(path), text: readText(path) }
  return dispatch(project, 'profile.update', { profileId, workflow })
}

/** `generators DIR add FILE`: a profile of a file, as the window exports it. @throws InvalidInput, Refusal */
export function addProfileFile(project: OpenProject, path: string): CommandAnswer {
  return dispatch(project, 'profile.create', readProfileFile(path))
}

/** A profile as a file holds it, not looked at yet. @throws Refusal FILE_UNREADABLE, FILE_TOO_BIG, InvalidInput */
function readProfileFile(path: string): unknown {
  const text = readText(path)
  try {
    const value: unknown = JSON.parse(text)
    // What the list says beside the profile itself is not part of it.
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    const { revision: _r, pricePerCall: _p, ...profile } = value as Record<string, unknown>
    return profile
  } catch {
    throw new InvalidInput('FILE', 'expected JSON, one profile as it was exported')
  }
}

function readText(path: string): string {
  const file = basename(path)
  try {
    const { size } = statSync(path)
    if (size > mostBytes)
      throw new Refusal('FILE_TOO_BIG', { file, size: Math.ceil(size / 1e6), limit: mostBytes / 1e6 })
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw worldRefusal(error) ?? new Refusal('FILE_UNREADABLE', { file, reason: 'There is no such file.' })
  }
}
