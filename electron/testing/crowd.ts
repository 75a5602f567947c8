import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { planOf } from '@shared/domain/passes/passPlan'
import type { ProfileFields } from '@shared/domain/passes/profileRules'
import { stageProfile } from '@shared/domain/passes/stageProfile'
import { passPrompts } from '@shared/domain/results/passPrompt'
import type { GenerateRequest } from '@shared/ipc/contract'
import { openSession, type Session } from '../app/session'
import { dispatch } from '../commit/dispatch'
import { generate } from '../services/generate'
import { keepMedia } from '../services/keepMedia'
import { testContext } from './fakeGenerators'
import { inProcessGenerators } from './inProcessGenerators'
import { pngBytes } from './png'
import { comfyWorkflow, fakeComfy } from './servers/comfyServer'
import { fakeOpenai } from './servers/openaiServer'
import { storedExample } from './testFolder'

/** A shot with five pictured people, at a service that takes few at once: several passes. The server's pictures are of its one colour each. */
export async function crowd(kind: 'comfyui' | 'openai-images', fields: ProfileFields = {}) {
  const comfy = kind === 'comfyui' ? await fakeComfy() : null
  const openai = kind === 'openai-images' ? await fakeOpenai() : null
  const { folder, project } = storedExample()
  project.close()
  const generators = inProcessGenerators()
  const context = { ...testContext(), generators }
  context.givenKeys.set('service', openai?.key ?? '')
  let session: Session = openSession(context, folder)
  onTestFinished(() => session.close())
  const run = (name: string, input: unknown) => dispatch(session.project, name, input)
  if (comfy)
    run('profile.create', {
      id: 'service',
      kind,
      baseUrl: comfy.url,
      workflow: { file: 'w.json', text: JSON.stringify(comfyWorkflow) },
      timeoutSeconds: 30,
      ...fields,
    })
  else run('profile.create', { id: 'service', kind, baseUrl: `${openai!.url}/v1`, model: 'gpt-image-test', ...fields })
  const sceneId = run('scene.create', { heading: 'INT. HALL - DAY' }).created.scenes![0]!
  const shotId = run('shot.create', { sceneId, text: 'They all wait.' }).created.shots![0]!
  const pictures = new Map<string, Buffer>()
  for (const [i, name] of ['Big Hall', 'Ada', 'Ben', 'Cyd', 'Dan', 'Eve'].entries()) {
    const bytes = pngBytes(20, 30, [i * 40, 200 - i * 30, 90])
    const path = join(session.project.media.temporaryFolder(), `${name}.png`)
    writeFileSync(path, bytes)
    const mediaId = await keepMedia(
      session.project,
      { path, ext: 'png', mime: 'image/png', width: 20, height: 30 },
      name,
    )
    run('asset.create', { name, type: i === 0 ? 'location' : 'character', mediaId, shotIds: [shotId] })
    pictures.set(mediaId, bytes)
  }
  return {
    comfy,
    openai,
    generators,
    shotId,
    pictures,
    get project() {
      return session.project
    },
    get queue() {
      return session.queue
    },
    make: (asked: Partial<GenerateRequest> = {}) =>
      generate(session.project, session.queue, {
        stage: 10,
        shotIds: [shotId],
        frames: ['start'],
        scope: 'all',
        generatorId: 'service',
        ...asked,
      }),
    /** As a kill and the next start. */
    restart() {
      session.close()
      generators.lose()
      session = openSession(context, folder)
    },
    /** The application goes on, and only the project is closed and opened again. */
    reopen() {
      session.close()
      session = openSession(context, folder)
    },
    run,
    states: () => session.project.jobs.list().map((job) => job.state),
    takes: () =>
      session.project.records.list('takesMadeFor', `${shotId}/startFrame`).filter((t) => t.generatorId === 'service'),
  }
}

export type Crowd = Awaited<ReturnType<typeof crowd>>
/** What the plan of today says is sent, pass by pass: the pictures in the order of the manifest, with the result of the pass before first. */
export function expectedCalls({ project, shotId }: Crowd, made: readonly Buffer[]) {
  const { records } = project
  const profile = stageProfile(records, 10, 'service')
  const plan = planOf(records, shotId, 'start', profile)
  const prompts = passPrompts(records, shotId, 'start', plan, profile)
  return plan.passes.map((pass, i) => ({
    prompt: prompts[i]!,
    images: pass.references.flatMap(({ index, assetId }) => {
      if (index === null) return []
      if (assetId === null) return [made[i - 1]!]
      const look = records.must('looks', records.must('assets', assetId).defaultLookId)
      return [readFileSync(project.media.pathToRead(records.must('media', look.mediaId!)))]
    }),
  }))
}
/** The bytes of a picture of the project. */
export const bytesOf = ({ project }: Crowd, mediaId: string) =>
  readFileSync(project.media.pathToRead(project.records.must('media', mediaId)))
