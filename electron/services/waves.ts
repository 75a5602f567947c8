import { lstatSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenProject } from '../store/project'
import { readNoLink } from '../store/mediaStore'
import { writeNewFile } from '../store/projectFiles'
import { newId } from '../commit/newId'

/** Longest wave that is kept, in bytes: a hundred peaks a second of the longest sound. */
export const longestWave = 3_000_000

/** Waves that the window worked out of sounds to draw them; kept beside the small pictures, never part of the project. */
const pathOf = (project: OpenProject, soundId: string) => join(project.media.thumbnails, `${soundId}.wave`)

/** A wave that was kept, or null. */
export function keptWave(project: OpenProject, soundId: string): Uint8Array | null {
  if (!project.records.get('sounds', soundId)) return null
  const info = lstatSync(pathOf(project, soundId), { throwIfNoEntry: false })
  if (!info?.isFile() || info.size > longestWave) return null
  return new Uint8Array(readFileSync(pathOf(project, soundId), { flag: readNoLink }))
}

/** Keeps a wave of a sound of the project; where nothing may be written it is worked out again next time. */
export function keepWave(project: OpenProject, soundId: string, wave: Uint8Array): void {
  if (project.readOnly || !project.records.get('sounds', soundId)) return
  const temporary = join(project.media.temporaryFolder(), `${newId()}.wave`)
  writeNewFile(temporary, wave)
  project.media.thumbnailFolder()
  renameSync(temporary, pathOf(project, soundId))
}
