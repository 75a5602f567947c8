import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { ProfileFields } from '@shared/domain/passes/profileRules'
import { profileKinds } from '@shared/domain/passes/profileKinds'
import { importTake } from '@shared/domain/results/importTake'
import type { ProfileKind } from '@shared/model/profile'
import { openSession } from '../app/session'
import { commitRule } from '../commit/commitRule'
import { dispatch } from '../commit/dispatch'
import { bundleProgram, startProgram } from '../testing/bundle'
import { testContext } from '../testing/fakeGenerators'
import { pngBytes } from '../testing/png'
import { comfyClipWorkflow, comfyWorkflow, fakeComfy } from '../testing/servers/comfyServer'
import { fakeGemini } from '../testing/servers/geminiServer'
import { fakeGoogleVideo } from '../testing/servers/googleVideoServer'
import type { TestServer, Trouble } from '../testing/servers/httpServer'
import { fakeOpenai } from '../testing/servers/openaiServer'
import { fakeRunway } from '../testing/servers/runwayServer'
import { storedExample } from '../testing/testFolder'
import { checkProject } from './check'
import { keepMedia } from './keepMedia'

/** A campaign (`kill-remote`) meets every state with every provider and every victim; without one a few that differ. */
const isFull = process.env['EXEUNT_ROUNDS'] !== undefined

let maker = ''
let generatorEntry = ''
beforeAll(async () => {
  maker = await bundleProgram('testing/remoteMaker')
  generatorEntry = await bundleProgram('generatorProcess')
}, 120_000)

interface Service {
  server: TestServer
  key: string
  fields: ProfileFields
  /** Where work is given to it, asked for, and fetched. */
  submit: string
  poll: (() => string) | null
  fetch: (() => string) | null
  /** How often it did the work. */
  done(): number
}

const workflow = (graph: object) => ({ file: 'w.json', text: JSON.stringify(graph) })
const comfy = async (graph: object): Promise<Service> => {
  const server = await fakeComfy()
  return {
    server,
    key: '',
    fields: { baseUrl: server.url, workflow: workflow(graph) },
    submit: 'POST /prompt',
    poll: () => 'GET /queue',
    fetch: () => 'GET /view',
    done: () => server.queued.length,
  }
}
const runway = async (path: string, model: string, ext: string): Promise<Service> => {
  const server = await fakeRunway()
  const id = '17f20503-0000-4000-8000-000000000000'
  return {
    server,
    key: server.key,
    fields: { baseUrl: `${server.url}/v1`, model },
    submit: `POST /v1/${path}`,
    poll: () => `GET /v1/tasks/${id}`,
    fetch: () => `GET /result/${id}.${ext}`,
    done: () => server.tasks.length,
  }
}
const google = async (model: string, submit: string, poll: string): Promise<Service> => {
  const server = await fakeGoogleVideo()
  return {
    server,
    key: server.key,
    fields: { baseUrl: `${server.url}/v1beta`, keyHeader: 'x-goog-api-key', model },
    submit: `POST /v1beta/${submit}`,
    poll: () => `GET /v1beta/${poll}`,
    fetch: () => 'GET /v1beta/files/clip0:download',
    done: () => server.made.length,
  }
}
const services: Partial<Record<ProfileKind, () => Promise<Service>>> = {
  comfyui: () => comfy(comfyWorkflow),
  'comfyui-video': () => comfy(comfyClipWorkflow),
  'runway-images': () => runway('text_to_image', 'gpt_image_test', 'png'),
  'runway-video': () => runway('image_to_video', 'veo_test', 'mp4'),
  'gemini-video': () => google('omni-test', 'interactions', 'interactions/v1_0'),
  veo: () => google('veo-test', 'models/veo-test:predictLongRunning', 'models/veo-test/operations/op0'),
  async 'openai-images'() {
    const server = await fakeOpenai()
    const fields = { baseUrl: `${server.url}/v1`, model: 'gpt-image-test' }
    const submit = 'POST /v1/images/edits'
    return { server, key: server.key, fields, submit, poll: null, fetch: null, done: () => server.made.length }
  },
  async 'gemini-images'() {
    const server = await fakeGemini()
    const fields = { baseUrl: `${server.url}/v1beta`, model: 'gemini-test-image' }
    const submit = 'POST /v1beta/models/gemini-test-image:generateContent'
    return { server, key: server.key, fields, submit, poll: null, fetch: null, done: () => server.made.length }
  },
}

/** A project with one shot that has both stills and a profile of the service; closed. */
async function filmFor(kind: ProfileKind, { fields }: Service): Promise<{ folder: string; shotId: string }> {
  const { folder, project } = storedExample()
  project.close()
  const session = openSession(testContext(), folder, undefined, false)
  const run = (name: string, input: unknown) => dispatch(session.project, name, input)
  run('profile.create', { id: 'service', kind, timeoutSeconds: 60, ...fields })
  const sceneId = run('scene.create', { heading: 'INT. HALL - DAY' }).created.scenes![0]!
  const shotId = run('shot.create', { sceneId, text: 'Ada waits.', durationSeconds: 4 }).created.shots![0]!
  for (const [i, name] of ['Hall', 'Ada'].entries()) {
    const path = join(session.project.media.temporaryFolder(), `${name}.png`)
    writeFileSync(path, pngBytes(32, 18, [i * 90, 60, 90]))
    const file = { path, ext: 'png', mime: 'image/png', width: 32, height: 18 }
    const mediaId = await keepMedia(session.project, file, name)
    run('asset.create', { name, type: i === 0 ? 'location' : 'character', mediaId, shotIds: [shotId] })
    const frame = i === 0 ? ('startFrame' as const) : ('endFrame' as const)
    commitRule(
      session.project,
      'take.import',
      (draft) => importTake(draft, { shotId, kind: frame, mediaId, madeAt: 1 }),
      {
        step: { command: 'take.import', label: 'take' },
      },
    )
  }
  session.close()
  return { folder, shotId }
}

/** An editor in a process of its own. */
function editor(folder: string, key: string) {
  const child = startProgram(maker, [folder, generatorEntry, key])
  onTestFinished(() => void child.kill('SIGKILL'))
  let last: { state: string; error: string | null }[] = []
  let text = ''
  child.stdout!.on('data', (part) => {
    text += String(part)
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
      last = JSON.parse(text.slice(0, end)) as typeof last
      text = text.slice(end + 1)
    }
  })
  const say = (line: string) => child.stdin!.write(`${line}\n`)
  const state = () => last.at(-1)?.state
  return {
    say,
    async kill() {
      const gone = once(child, 'close')
      child.kill('SIGKILL')
      await gone
    },
    settled: (...states: string[]) =>
      expect.poll(state, { timeout: 20_000, interval: 30 }).toSatisfy((s) => states.includes(s)),
  }
}

const moments = ['going out', 'done, unanswered', 'asked for', 'being fetched'] as const
const victims = ['editor', 'generator process'] as const
type Case = [kind: ProfileKind, moment: (typeof moments)[number], victim: (typeof victims)[number]]
const all = (Object.keys(services) as ProfileKind[]).flatMap((kind) =>
  moments.flatMap((moment) => victims.map((victim): Case => [kind, moment, victim])),
)
const few: Case[] = [
  ['comfyui', 'done, unanswered', 'editor'],
  ['openai-images', 'done, unanswered', 'editor'],
  ['runway-video', 'asked for', 'editor'],
  ['gemini-video', 'being fetched', 'generator process'],
]
const hasMoment = ([kind, moment]: Case) =>
  moment === 'going out' || moment === 'done, unanswered' || profileKinds[kind].looksUp !== 'never'

describe('kill -9', () => {
  test.each((isFull ? all : few).filter(hasMoment))(
    '%s, %s, of the %s: nothing is lost, nothing is sent twice',
    async (kind, moment, victim) => {
      const service = await services[kind]!()
      const { server, submit } = service
      const { folder, shotId } = await filmFor(kind, service)
      const at = moment === 'asked for' ? service.poll!() : moment === 'being fetched' ? service.fetch!() : submit
      const does: Trouble['does'] = moment === 'going out' ? 'hang' : 'stall'
      server.trouble({ at, does, times: 1 })
      const arrived = () => server.requests.some(({ method, path }) => `${method} ${path}` === at)
      let open = editor(folder, service.key)
      const stage = profileKinds[kind].makes === 'clips' ? 12 : 10
      open.say(`make ${stage} ${shotId} service`)
      await expect.poll(arrived, { timeout: 20_000, interval: 20 }).toBe(true)
      const before = service.done()
      expect(before).toBe(moment === 'going out' ? 0 : 1)
      if (victim === 'editor') {
        await open.kill()
        open = editor(folder, service.key)
      } else open.say('kill')
      await open.settled('done', 'unknownOutcome')
      const { looksUp } = profileKinds[kind]
      const knows =
        looksUp === 'always' || (looksUp === 'byHandle' && moment !== 'going out' && moment !== 'done, unanswered')
      if (!knows) {
        // Nobody can say: it waits for the user, and nothing more has gone out.
        expect(service.done()).toBe(before)
        open.say('retry')
        await open.settled('done')
        expect(service.done()).toBe(before + 1)
      } else expect(service.done()).toBe(1)
      await open.kill()
      const session = openSession(testContext(), folder, undefined, false)
      const made = session.project.records
        .list('takesMadeFor', `${shotId}/${stage === 12 ? 'video' : 'startFrame'}`)
        .filter((take) => take.generatorId === 'service')
      expect(made).toHaveLength(1)
      expect(session.project.media.has(session.project.records.must('media', made[0]!.mediaId))).toBe(true)
      expect((await checkProject(session.project)).integrity).toBe('ok')
      session.close()
    },
    60_000,
  )
})
