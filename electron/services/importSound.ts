import { copyFileSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { ClipFields } from '@shared/domain/sound/clipRules'
import type { CommandAnswer } from '@shared/ipc/contract'
import { Refusal } from '@shared/records/refusal'
import { worldFaultOf } from '@shared/records/worldErrors'
import type { AppContext } from '../commit/context'
import { commitRule } from '../commit/commitRule'
import { dispatch } from '../commit/dispatch'
import { GeneratorError, type SoundDoneEvent } from '../generators/generatorContract'
import { GeneratorLost } from '../generators/startGeneratorProcess'
import type { OpenProject } from '../store/project'
import { diskRefusal } from '../store/worldErrors'
import { refuseNoFile } from './refuseNoFile'

/** Takes a sound file into the project as it is, once it is known that it can be played. @returns its id */
async function keepSound(context: AppContext, project: OpenProject, path: string, name: string): Promise<string> {
  refuseNoFile(path, name)
  // The copy is measured, not the file that somebody may change meanwhile.
  const id = context.newId()
  const copy = join(project.media.temporaryFolder(), `${id}.sound`)
  try {
    copyFileSync(path, copy)
    const sound = await measured(context, copy, id, name)
    const bytes = statSync(copy).size
    const mediaId = await project.media.keepFile(copy, sound.ext)
    if (!project.records.get('sounds', mediaId))
      commitRule(project, 'media.keep', (draft) => {
        const { mime, ext, sampleRate, samples, channels } = sound
        if (!draft.get('media', mediaId))
          draft.add('media', {
            id: mediaId,
            kind: 'audio',
            mime,
            ext,
            bytes,
            width: 0,
            height: 0,
            alpha: false,
            seconds: samples / sampleRate,
            name,
            workingId: null,
            ordinal: draft.nextOrdinal('media'),
          })
        draft.add('sounds', { id: mediaId, sampleRate, samples, channels })
      })
    return mediaId
  } finally {
    rmSync(copy, { force: true })
  }
}

async function measured(context: AppContext, path: string, id: string, file: string): Promise<SoundDoneEvent> {
  let done: SoundDoneEvent | undefined
  const ask = () =>
    context.generators.run({ type: 'sound', id, path }, (event) => {
      if (event.type === 'soundDone') done = event
    })
  try {
    // The program that reads files may have gone with another one.
    await ask().catch((error: unknown) => {
      if (error instanceof GeneratorLost) return ask()
      throw error
    })
  } catch (error) {
    if (!(error instanceof GeneratorError)) throw error
    if (error.fault !== undefined) throw diskRefusal(worldFaultOf(error.fault), 'saved')
    if (error.errorClass === 'transient') throw new Refusal('SOUND_LOST', { file })
    throw new Refusal('NOT_A_SOUND', { file, reason: error.message })
  }
  if (!done) throw new Refusal('NOT_A_SOUND', { file, reason: 'It gave no answer.' })
  return done
}

/**
 * `sound.import`: a sound file comes into the project and lies at a place of the film, in one undo step (domain.md 13.1).
 * @param name what it is called, where the file's own name says nothing
 * @throws Refusal FILE_UNREADABLE, NOT_A_SOUND, and those of `sound.place`
 */
export async function importSound(
  context: AppContext,
  project: OpenProject,
  path: string,
  place: ClipFields,
  name: string = basename(path),
): Promise<CommandAnswer & { soundId: string; clipId: string }> {
  const soundId = await keepSound(context, project, path, name)
  const answer = dispatch(project, 'sound.place', { soundId, ...place })
  return { ...answer, soundId, clipId: answer.created.soundClips![0]! }
}
