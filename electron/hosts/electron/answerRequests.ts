import { app, ipcMain, shell, type WebFrameMain } from 'electron'
import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import {
  mostCandidates,
  themeChoices,
  type AppInfo,
  type RequestName,
  type Requests,
  type WireAnswer,
} from '@shared/ipc/contract'
import { takeKindOf } from '@shared/domain/lookup'
import { fileName } from '@shared/handover/handoverFiles'
import { filmPictures } from '@shared/model/project'
import { promptKindSchema } from '@shared/model/result'
import { pictureEndings } from '@shared/model/fileKinds'
import { parseInput } from '@shared/ipc/errors'
import { frameRateInputSchema, pictureShows } from '@shared/ipc/inputSchemas'
import { Refusal } from '@shared/records/refusal'
import { dispatch } from '../../commit/dispatch'
import type { Session } from '../../app/session'
import { reportedError } from '../../commit/reportedError'
import { askAboutScript } from '../../services/askAboutScript'
import { rewritePrompt } from '../../services/rewritePrompt'
import { generate } from '../../services/generate'
import {
  addProfileFile,
  existingProfile,
  setWorkflowFile,
  testGenerator,
  writeProfileFile,
} from '../../services/generators'
import { addPictureToAsset, setFilmPicture } from '../../services/importPicture'
import { takePictureFiles } from '../../services/takePictureFiles'
import { unpackArchive } from '../../services/archive/unpackArchive'
import { importTakeFile } from '../../services/takes'
import type { OpenProject } from '../../store/project'
import { databaseFile } from '../../store/openProject'
import type { Desktop } from './desktop'
import { isTrustedSender } from './security'
import { largestSent, withSentPicture } from './sentPicture'
import type { Settings } from './settings'
import { bringHandlers, bringSchemas } from './bringRequests'
import { filmHandlers, filmSchemas } from './filmRequests'
import { chooseNewProject, scriptHandlers, scriptSchemas } from './scriptRequests'
import { soundHandlers, soundSchemas } from './soundRequests'
import { fileHandlers, fileSchemas } from './fileRequests'
import { snapshotHandlers, snapshotSchemas } from './snapshotRequests'

const none = z.object({})
const text = z.string().max(4096)

const bytesSchema = z
  .instanceof(Uint8Array)
  .refine(({ byteLength }) => byteLength <= largestSent)
  .optional()

/** Every input of the window is parsed; the window is not trusted more than a file is. */
const schemas: { [R in RequestName]: z.ZodType<Requests[R]['input']> } = {
  'app.info': none,
  'app.setTheme': z.object({ theme: z.enum(themeChoices) }),
  'app.showCrashLog': none,
  'app.fetchUpdate': none,
  'app.tourOffered': none,
  'app.recents': none,
  'app.forgetRecent': z.object({ folder: text }),
  'window.control': z.object({ action: z.enum(['minimise', 'maximise', 'close']) }),
  'project.new': z.object({
    folder: text.optional(),
    title: text.optional(),
    fps: frameRateInputSchema.optional(),
    aspectWidth: z.number().int().positive().optional(),
    aspectHeight: z.number().int().positive().optional(),
  }),
  'project.open': z.object({ folder: text.optional() }),
  'project.unpack': z.object({ file: text.optional(), folder: text.optional() }),
  ...snapshotSchemas,
  ...fileSchemas,
  ...bringSchemas,
  'project.sample': none,
  'project.current': none,
  'project.close': none,
  'project.undo': z.object({ step: text.optional() }),
  'project.redo': none,
  'project.history': none,
  'view.save': z.object({ key: z.string().max(100), value: z.unknown() }),
  'script.ask': z.object({ scriptId: text }),
  'prompt.propose': z.object({ shotId: text, prompt: promptKindSchema }),
  'media.add': z.object({ paths: z.array(text).max(500).optional(), assetId: text, lookId: text.optional() }),
  'media.choose': none,
  'media.take': z.object({
    pictures: z
      .array(z.object({ path: text.optional(), bytes: bytesSchema, ...pictureShows }))
      .min(1)
      .max(500),
  }),
  'media.ofFilm': z.object({ as: z.enum(filmPictures), path: text.optional() }),
  'take.import': z.object({
    path: text.optional(),
    bytes: bytesSchema,
    shotId: text,
    frame: z.enum(['start', 'end']),
  }),
  ...scriptSchemas,
  ...soundSchemas,
  ...filmSchemas,
  'generator.keys': none,
  'generator.giveKey': z.object({
    profileId: text,
    key: z
      .string()
      .trim()
      .min(1)
      .max(5000)
      .regex(/^[\x20-\x7e]+$/, 'expected a key on one line'),
    keep: z.enum(['keychain', 'session']),
  }),
  'generator.forgetKey': z.object({ profileId: text }),
  'generator.test': z.object({ profileId: text }),
  'generator.export': z.object({ profileId: text, path: text.optional() }),
  'generator.import': z.object({ path: text.optional() }),
  'generator.workflow': z.object({ profileId: text, path: text.optional() }),
  generate: z.object({
    stage: z.union([z.literal(9), z.literal(10), z.literal(12)]),
    shotIds: z.array(text).max(100_000).optional(),
    scope: z.enum(['chosen', 'stale', 'all']),
    frames: z.array(z.enum(['start', 'end'])).optional(),
    generatorId: text.optional(),
    fromPass: z.number().int().min(1).max(50).optional(),
    candidates: z.number().int().min(1).max(mostCandidates).optional(),
    stopAfter: z.number().int().min(1).max(50).optional(),
  }),
  'jobs.cancel': z.object({ ids: z.array(text).optional() }),
  'jobs.retry': z.object({ ids: z.array(text) }),
  'jobs.forget': z.object({ ids: z.array(text) }),
  'jobs.makeNext': z.object({ id: text }),
  'window.flushed': none,
  command: z.object({
    name: z.string().max(100),
    input: z.unknown(),
    continues: text.optional(),
  }) as unknown as z.ZodType<Requests['command']['input']>,
}

type Handlers = {
  [R in RequestName]: (input: Requests[R]['input']) => Requests[R]['answer'] | Promise<Requests[R]['answer']>
}

const pictureFilter = { name: 'Pictures', extensions: [...pictureEndings] }

function handlersOf(desktop: Desktop): Handlers {
  const session = (): Session => {
    if (!desktop.current) throw new Refusal('NO_PROJECT')
    return desktop.current
  }
  return {
    'app.info': () => ({
      version: app.getVersion(),
      platform: process.platform,
      themeChoice: desktop.settings.theme,
      theme: desktop.theme,
      tourOffered: desktop.settings.tourOffered,
      windowControls: process.platform === 'darwin' ? 'system' : 'own',
      home: app.getPath('home'),
      interrupted: interruptedProject(desktop.settings),
      notices: desktop.takeUnheard(),
      files: desktop.takeUnopened(),
    }),
    'app.setTheme': ({ theme }) => ({ theme: desktop.setTheme(theme) }),
    'app.showCrashLog': () => {
      const { crashLog } = desktop
      if (crashLog.isThere) shell.showItemInFolder(crashLog.file)
      return { shown: crashLog.isThere }
    },
    'app.fetchUpdate': async () => ({ fetched: await desktop.updates.fetch() }),
    'app.tourOffered': () => (desktop.settings.setTourOffered(), null),
    'app.recents': () => desktop.recents(),
    'app.forgetRecent': ({ folder }) => (desktop.settings.forget(folder), null),
    'window.control': ({ action }) => (desktop.control(action), null),
    async 'project.new'(input) {
      const { title, folder: given, ...settings } = input
      const named =
        given === undefined
          ? await chooseNewProject(desktop, title ?? 'Untitled')
          : given.endsWith('.exeunt')
            ? given
            : `${given}.exeunt`
      if (!named) return null
      return desktop.create(named, { title: title ?? basename(named).replace(/\.exeunt$/, ''), ...settings })
    },
    async 'project.open'({ folder }) {
      const chosen =
        folder ?? (await desktop.chooseFolder({ title: 'Open a project folder', properties: ['openDirectory'] }))
      return chosen ? desktop.open(chosen) : null
    },
    async 'project.unpack'(asked) {
      const place = await chooseUnpacking(desktop, asked)
      if (!place) return null
      await desktop.exporting((hooks) => unpackArchive(place.file, place.folder, hooks))
      return desktop.open(place.folder)
    },
    ...snapshotHandlers(desktop),
    ...fileHandlers(desktop),
    ...scriptHandlers(desktop),
    'project.sample': () => desktop.openSample(),
    'project.current': () => desktop.currentSnapshot,
    'project.close': () => (desktop.closeProject(), null),
    'project.undo': ({ step }) => ({ label: undoStep(session().project, step) }),
    'project.redo': () => ({ label: session().project.redo().label }),
    'project.history': () => session().project.history(),
    'view.save': ({ key, value }) => (session().project.view.write(key, value), null),
    async 'media.add'({ paths, assetId, lookId }) {
      const { project } = session()
      const files =
        paths ??
        (await desktop.chooseFiles({ title: 'Choose a picture', properties: ['openFile'], filters: [pictureFilter] }))
      if (!files?.length) return null
      const notes: string[] = []
      for (const file of files)
        notes.push((await addPictureToAsset(desktop.context, project, file, assetId, lookId)).note)
      return { added: files.length, note: notes.filter(Boolean).at(-1) ?? '' }
    },
    'media.choose': () =>
      desktop.chooseFiles({
        title: 'Choose pictures',
        properties: ['openFile', 'multiSelections'],
        filters: [pictureFilter],
      }),
    'media.take': ({ pictures }) => takePictureFiles(desktop.context, session().project, pictures, withSentPicture),
    async 'media.ofFilm'({ as, path }) {
      const file =
        path ??
        (
          await desktop.chooseFiles({ title: 'Choose a picture', properties: ['openFile'], filters: [pictureFilter] })
        )?.[0]
      return file ? { note: (await setFilmPicture(desktop.context, session().project, as, file)).note } : null
    },
    async 'take.import'({ path, bytes, shotId, frame }) {
      const { project } = session()
      if (bytes)
        return withSentPicture(bytes, async (sent) => ({
          takeId: (await importTakeFile(desktop.context, project, sent, shotId, takeKindOf(frame))).takeId,
        }))
      const file =
        path ??
        (
          await desktop.chooseFiles({ title: 'Choose a picture', properties: ['openFile'], filters: [pictureFilter] })
        )?.[0]
      return file
        ? { takeId: (await importTakeFile(desktop.context, project, file, shotId, takeKindOf(frame))).takeId }
        : null
    },
    ...soundHandlers(desktop),
    ...bringHandlers(desktop),
    ...filmHandlers(desktop),
    'generator.keys': () => {
      const profiles = session().project.records.list('profilesInOrder')
      return {
        states: Object.fromEntries(profiles.map((profile) => [profile.id, desktop.keys.stateOf(profile)])),
        isSafe: desktop.keys.isSafe,
      }
    },
    'generator.giveKey': ({ profileId, key, keep }) => ({
      state: desktop.keys.give(existingProfile(session().project, profileId), key, keep),
    }),
    'generator.forgetKey': ({ profileId }) => (desktop.keys.forget(profileId), null),
    'generator.test': ({ profileId }) => testGenerator(desktop.context, session().project, profileId),
    async 'generator.export'({ profileId, path }) {
      const { project } = session()
      const profile = existingProfile(project, profileId)
      const file =
        path ??
        (await desktop.chooseSave({
          title: 'Export generator',
          buttonLabel: 'Export',
          defaultPath: join(dirname(project.folder), `${fileName(profile.name, 'generator')}.json`),
          filters: [{ name: 'Generator', extensions: ['json'] }],
        }))
      return file ? { file: writeProfileFile(project, profileId, file) } : null
    },
    async 'generator.import'({ path }) {
      const { project } = session()
      const file = path ?? (await chooseJson(desktop, 'Import a generator'))
      return file ? { profileId: addProfileFile(project, file).created.profiles![0]! } : null
    },
    async 'generator.workflow'({ profileId, path }) {
      const { project } = session()
      const file = path ?? (await chooseJson(desktop, 'Choose a workflow in API format'))
      return file ? setWorkflowFile(project, profileId, file) : null
    },
    'prompt.propose': ({ shotId, prompt }) => rewritePrompt(desktop.context, session().project, shotId, prompt),
    'script.ask': ({ scriptId }) => askAboutScript(desktop.context, session().project, scriptId),
    generate: (request) => generate(session().project, session().queue, request),
    'jobs.retry': ({ ids }) => (session().queue.retry(ids), null),
    'jobs.forget': ({ ids }) => (session().queue.forget(ids), null),
    'jobs.makeNext': ({ id }) => (session().queue.makeNext(id), null),
    'jobs.cancel': ({ ids }) => (session().queue.cancel(ids), null),
    'window.flushed': () => (desktop.pageFlushed(), null),
    command: ({ name, input, continues }) => dispatch(session().project, name, input, { continues }),
  }
}

async function chooseJson(desktop: Desktop, title: string): Promise<string | undefined> {
  const filters = [{ name: 'JSON', extensions: ['json'] }]
  return (await desktop.chooseFiles({ title, properties: ['openFile'], filters }))?.[0]
}

/** Asks which archive is opened, and where its project goes: beside it under its name unless the user says otherwise. */
async function chooseUnpacking(
  desktop: Desktop,
  asked: Requests['project.unpack']['input'],
): Promise<{ file: string; folder: string } | null> {
  const file =
    asked.file ??
    (
      await desktop.chooseFiles({
        title: 'Open a project archive',
        properties: ['openFile'],
        filters: [{ name: 'Project archives', extensions: ['zip'] }],
      })
    )?.[0]
  if (!file) return null
  const name = basename(file)
    .replace(/\.zip$/i, '')
    .replace(/\.exeunt$/i, '')
  const folder =
    asked.folder ??
    (await desktop.chooseSave({
      title: 'Where its project folder goes',
      buttonLabel: 'Unpack here',
      defaultPath: desktop.freeFolder(dirname(file), name),
    }))
  if (!folder) return null
  return { file, folder: folder.endsWith('.exeunt') ? folder : `${folder}.exeunt` }
}

/** Takes the newest step back, or `step` only if it is the newest; answers its label. @throws Refusal NOTHING_TO_UNDO */
function undoStep(project: OpenProject, step: string | undefined): string {
  if (step !== undefined && String(project.newestStep()?.seq) !== step) throw new Refusal('NOTHING_TO_UNDO')
  return project.undo().label
}

/** What was open when the last run ended without closing it, with the time of its last edit. */
function interruptedProject(settings: Settings): AppInfo['interrupted'] {
  const folder = settings.interrupted
  if (folder === null || !existsSync(databaseFile(folder))) return null
  const title = settings.recents.find((r) => r.folder === folder)?.title ?? basename(folder).replace(/\.exeunt$/, '')
  const savedAt = Math.max(
    ...[databaseFile(folder), `${databaseFile(folder)}-wal`].map(
      (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0,
    ),
  )
  return { folder, title, savedAt }
}

/** Answers the window's requests: known sender, known name, parsed input; errors travel as code and sentence. */
export function answerRequests(desktop: Desktop): void {
  const handlers = handlersOf(desktop)
  const answerTo = async (from: WebFrameMain | null, name: unknown, input: unknown): Promise<WireAnswer<unknown>> => {
    try {
      if (!isTrustedSender(from)) throw new Error('a foreign page asked')
      if (typeof name !== 'string' || !Object.hasOwn(handlers, name))
        throw new Error(`there is no request ${String(name)}`)
      const request = name as RequestName
      const parsed = parseInput(schemas[request] as z.ZodType<never>, input ?? {})
      return { ok: true, value: await handlers[request](parsed) }
    } catch (error) {
      // What keeps an edit from being made may keep all others: the window is told at once.
      desktop.look()
      return { ok: false, error: reportedError(error) }
    }
  }
  ipcMain.on('request', (event, id: unknown, name: unknown, input: unknown) => {
    const page = event.senderFrame
    void answerTo(page, name, input).then((answer) => {
      // A page that was loaded anew, or has gone, waits for nothing.
      if (page && !page.isDestroyed() && !event.sender.isDestroyed()) page.send('answer', id, answer)
    })
  })
}
