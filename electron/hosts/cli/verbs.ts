import { resolve } from 'node:path'
import { z } from 'zod'
import { existingShot, storyScene, storyShot, takeKindOf } from '@shared/domain/lookup'
import type { ClockScope } from '@shared/domain/time/storyClock'
import { printOptionsSchema } from '@shared/handover/boards/printOptions'
import { movieOptionsSchema } from '@shared/handover/movie/movieOptions'
import { cutOptionsSchema } from '@shared/handover/cutPieces'
import { exportFormatNames, handoverFormatNames, isCut } from '@shared/handover/formats'
import { imageOptionsSchema } from '@shared/handover/images'
import { parseInput } from '@shared/ipc/errors'
import { textReadings, type TextReading } from '@shared/model/script'
import { textEncodingNames, type TextEncodingName } from '@shared/model/textEncodings'
import { InvalidInput, Refusal } from '@shared/records/refusal'
import { mostCandidates, type GenerateRequest } from '@shared/ipc/contract'
import { listCommands } from '@shared/ipc/fileCommands'
import type { AppContext } from '../../commit/context'
import { dispatch } from '../../commit/dispatch'
import { runQuery, type QueryOptions } from '../../app/queries'
import { createSession, openSession, type Session } from '../../app/session'
import { checkFolder } from '../../services/check'
import { findFiles } from '../../services/missingFiles'
import { doCommand } from '../../services/doCommand'
import { packArchive } from '../../services/archive/packArchive'
import { unpackArchive } from '../../services/archive/unpackArchive'
import { compareFiles, conformAnswer, conformFiles } from '../../services/conform'
import { handOver } from '../../services/handOver'
import { generate } from '../../services/generate'
import { exportMovie } from '../../services/exportMovie'
import { printFilm } from '../../services/printFilm'
import { addProfileFile, generatorList, testGenerator } from '../../services/generators'
import { importFile } from '../../services/boardPictures'
import { pdfText } from '../../services/pdfText'
import { importScript } from '../../services/importScript'
import { titleOfFolder } from '../../services/titleOfFolder'
import { addPictureToAsset } from '../../services/importPicture'
import { importSound } from '../../services/importSound'
import { importTakeFile } from '../../services/takes'
import type { OpenProject } from '../../store/project'
import { openProject } from '../../store/openProject'
import { keepAfterVisit } from '../../app/snapshotKeeper'
import { UsageError, type Arguments } from './arguments'
import { snapshotVerb } from './snapshotVerb'

export type Verb = (context: AppContext, args: Arguments) => unknown

/** Opens a project for writing, and closes it whatever happens. */
export async function withSession<T>(
  context: AppContext,
  folder: string,
  work: (session: Session) => T | Promise<T>,
  goesOn = false,
): Promise<T> {
  const session = openSession(context, folder, undefined, goesOn)
  const keepSnapshot = keepAfterVisit(context, session.project)
  try {
    return await work(session)
  } finally {
    keepSnapshot()
    session.close()
  }
}

export async function withReader<T>(folder: string, work: (project: OpenProject) => T | Promise<T>): Promise<T> {
  const project = openProject(folder, 'read')
  try {
    return await work(project)
  } finally {
    project.close()
  }
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new InvalidInput(what, 'expected JSON')
  }
}

function aspectOf(text: string | undefined): { aspectWidth: number; aspectHeight: number } | Record<string, never> {
  if (text === undefined) return {}
  const match = /^(\d+)[:x/](\d+)$/.exec(text)
  if (!match) throw new UsageError('--aspect expects W:H, e.g. 16:9')
  return { aspectWidth: Number(match[1]), aspectHeight: Number(match[2]) }
}

const steps = (text: string | undefined): number => {
  if (text === undefined) return 1
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1) throw new UsageError('N is a whole number, 1 or more')
  return count
}

function travel(way: 'undo' | 'redo'): Verb {
  return (context, args) => {
    const [folder, count] = [args.positional(0, 'DIR'), steps(args.optional(1))]
    return withSession(context, folder, ({ project }) => travelSteps(project, way, count))
  }
}

/** Takes up to `count` steps; with none left at all it is a refusal, with fewer it says how many. */
export function travelSteps(
  project: OpenProject,
  way: 'undo' | 'redo',
  count: number,
): { steps: { label: string; command: string; seq: number }[] } {
  const done = []
  for (let i = 0; i < count; i++) {
    try {
      const { seq, command, label } = project[way]()
      done.push({ seq, command, label })
    } catch (error) {
      if (error instanceof Refusal && i > 0) break
      throw error
    }
  }
  return { steps: done }
}

export function generateRequest(options: {
  stage?: unknown
  shots?: string[] | undefined
  stale?: boolean | undefined
  generator?: string | undefined
  fromPass?: number | undefined
  candidates?: number | undefined
  stopAfter?: number | undefined
}): GenerateRequest {
  const stage = Number(options.stage)
  if (stage !== 9 && stage !== 10 && stage !== 12) throw new InvalidInput('stage', 'expected 9, 10 or 12')
  return {
    stage,
    // Who asks for candidates wants them of what is fresh as well.
    scope: options.stale ? 'stale' : options.fromPass === undefined && (options.candidates ?? 1) < 2 ? 'all' : 'chosen',
    fromPass: options.fromPass,
    candidates: options.candidates,
    stopAfter: options.stopAfter,
    shotIds: options.shots,
    generatorId: options.generator,
  }
}

/** What `--scene` or `--shots` narrow an export to. @throws Refusal NOT_FOUND, IN_TRAY */
function exportScope({ records }: OpenProject, args: Arguments): ClockScope {
  const shots = args.option('shots')?.split(',').filter(Boolean)
  if (shots) return { shotIds: shots.map((id) => storyShot(records, id).id) }
  const scene = args.option('scene')
  return scene === undefined ? 'film' : { sceneId: storyScene(records, scene).id }
}

const importChoice = (args: Arguments) => ({
  asNew: args.flag('as-new'),
  replaces: args.option('replaces'),
  readAs: readingOption(args.option('read-as')),
  encoding: encodingOption(args.option('encoding')),
})

function readingOption(text: string | undefined): TextReading | undefined {
  const reading = textReadings.find((known) => known === text)
  if (text !== undefined && !reading) throw new UsageError(`--read-as expects one of ${textReadings.join(', ')}`)
  return reading
}

function encodingOption(text: string | undefined): TextEncodingName | undefined {
  const encoding = textEncodingNames.find((known) => known === text?.toLowerCase())
  if (text !== undefined && !encoding) throw new UsageError(`--encoding expects one of ${textEncodingNames.join(', ')}`)
  return encoding
}

const queryOptions = (args: Arguments): QueryOptions => ({
  id: args.option('id'),
  scene: args.option('scene'),
  shot: args.option('shot'),
  frame: args.option('frame'),
  generator: args.option('generator'),
  command: args.option('command'),
  input: args.option('input') === undefined ? undefined : parseJson(args.option('input')!, 'input'),
})

/** The verbs of the command line; each answers what is printed. */
export const verbs: Record<string, Verb> = {
  new(context, args) {
    const folder = resolve(args.positional(0, 'DIR'))
    const session = createSession(context, folder, {
      title: args.option('title') ?? titleOfFolder(folder),
      fps: args.option('fps'),
      ...aspectOf(args.option('aspect')),
    })
    session.close()
    return { folder }
  },
  import: (context, args) => {
    const [folder, file] = [args.positional(0, 'DIR'), args.positional(1, 'FILE')]
    if (args.flag('dry-run'))
      return pdfText(context, resolve(file)).then((pdf) =>
        withReader(folder, (project) => importScript(project, file, { dryRun: true, pdf, ...importChoice(args) })),
      )
    return withSession(context, folder, ({ project }) =>
      importFile(context, project, resolve(file), { ...importChoice(args), suggest: args.flag('suggest') }),
    )
  },
  query: (_context, args) => {
    const [folder, kind, options] = [args.positional(0, 'DIR'), args.positional(1, 'KIND'), queryOptions(args)]
    return withReader(folder, (project) => runQuery(project, kind, options))
  },
  do: (context, args) => {
    const [folder, command, input] = [
      args.positional(0, 'DIR'),
      args.positional(1, 'COMMAND'),
      parseJson(args.optional(2) ?? '{}', 'JSON'),
    ]
    return withSession(context, folder, ({ project }) => doCommand(context, project, command, input))
  },
  undo: travel('undo'),
  redo: travel('redo'),
  media: (context, args) => {
    const what = args.positional(0, 'add, take or sound')
    if (what !== 'add' && what !== 'take' && what !== 'sound')
      throw new UsageError(
        'expected media add DIR FILE --asset ID [--look ID], media take DIR FILE --shot ID --frame start|end or media sound DIR FILE [--shot ID | --scene ID] [--at SECONDS]',
      )
    const [folder, file] = [args.positional(1, 'DIR'), resolve(args.positional(2, 'FILE'))]
    if (what === 'sound') {
      const at = args.option('at')
      if (at !== undefined && !Number.isFinite(Number(at))) throw new UsageError('--at expects seconds')
      const place = {
        shotId: args.option('shot'),
        sceneId: args.option('scene'),
        ...(at === undefined ? {} : { at: Number(at) }),
      }
      return withSession(context, folder, ({ project }) => importSound(context, project, file, place))
    }
    if (what === 'take') {
      const [shot, frame] = [args.option('shot'), args.option('frame')]
      if (!shot) throw new UsageError('--shot ID is missing')
      if (frame !== 'start' && frame !== 'end') throw new UsageError('--frame expects start or end')
      return withSession(context, folder, ({ project }) =>
        importTakeFile(context, project, file, shot, takeKindOf(frame)),
      )
    }
    const asset = args.option('asset')
    if (!asset) throw new UsageError('--asset ID is missing')
    return withSession(context, folder, ({ project }) =>
      addPictureToAsset(context, project, file, asset, args.option('look')),
    )
  },
  generate: (context, args) => {
    const folder = args.positional(0, 'DIR')
    if (args.option('stage') === undefined) throw new UsageError('--stage is missing')
    const request = generateRequest({
      stage: args.option('stage'),
      shots: args.option('shots')?.split(',').filter(Boolean),
      stale: args.flag('stale'),
      generator: args.option('generator'),
      fromPass:
        args.option('from-pass') === undefined ? undefined : wholeNumber(args.option('from-pass')!, 'from-pass', 1, 50),
      candidates:
        args.option('candidates') === undefined
          ? undefined
          : wholeNumber(args.option('candidates')!, 'candidates', 1, mostCandidates),
      stopAfter:
        args.option('stop-after') === undefined
          ? undefined
          : wholeNumber(args.option('stop-after')!, 'stop-after', 1, 50),
    })
    return withSession(
      context,
      folder,
      async ({ project, queue }) => {
        const stop = project.onChange((change) => {
          for (const take of Object.values(change.added.takes ?? {}))
            process.stderr.write(`made ${take.kind} of shot ${existingShot(project.records, take.shotId).number}\n`)
        })
        try {
          return await generate(project, queue, request)
        } finally {
          stop()
        }
      },
      true,
    )
  },
  generators: (context, args) => {
    const [folder, what] = [args.positional(0, 'DIR'), args.optional(1)]
    if (what === undefined) return withReader(folder, generatorList)
    if (what === 'add') {
      const file = resolve(args.positional(2, 'FILE'))
      return withSession(context, folder, ({ project }) => addProfileFile(project, file))
    }
    if (what === 'test')
      return withReader(folder, (project) => testGenerator(context, project, args.positional(2, 'ID')))
    if (what !== 'remove') throw new UsageError('expected generators DIR, add FILE, remove ID or test ID')
    const profileId = args.positional(2, 'ID')
    return withSession(context, folder, ({ project }) => dispatch(project, 'profile.delete', { profileId }))
  },
  export: (context, args) => {
    const [folder, format, out] = [args.positional(0, 'DIR'), args.positional(1, 'FORMAT'), args.positional(2, 'OUT')]
    if (format === 'movie') {
      const movie = parseInput(movieOptionsSchema, parseJson(args.option('options') ?? '{}', 'options'))
      return withReader(folder, (project) =>
        exportMovie(context, project, out, exportScope(project, args), movie, { onProgress: toldOnce() }),
      )
    }
    if (format === 'pdf') {
      const layout = parseInput(printOptionsSchema, parseJson(args.option('options') ?? '{}', 'options'))
      return withReader(folder, (project) => printFilm(context, project, out, exportScope(project, args), layout))
    }
    if (format === 'archive')
      return withReader(folder, (project) => packArchive(project, out, { onProgress: progressLine }))
    const known = handoverFormatNames.find((name) => name === format)
    if (!known) throw new InvalidInput('FORMAT', `expected one of ${exportFormatNames.join(', ')}`)
    const given = parseJson(args.option('options') ?? '{}', 'options')
    const options =
      known === 'frames'
        ? { images: parseInput(imageOptionsSchema, given) }
        : { cut: { ends: 'none' as const, ...parseInput(isCut(known) ? cutOptionsSchema : z.strictObject({}), given) } }
    return withReader(folder, (project) => handOver(context, project, known, out, exportScope(project, args), options))
  },
  unpack: (_context, args) =>
    unpackArchive(resolve(args.positional(0, 'FILE')), args.positional(1, 'DIR'), { onProgress: progressLine }),
  conform: (context, args) => {
    const [folder, first] = [args.positional(0, 'DIR'), args.positional(1, 'FILE')]
    const files = [first, ...args.rest(2)].map((file) => resolve(file))
    const take = args.option('take')?.split(',').filter(Boolean) ?? null
    if (!args.flag('apply')) return withReader(folder, (project) => conformAnswer(compareFiles(project, files)))
    return withSession(context, folder, ({ project }) => conformFiles(project, files, take))
  },
  snapshots: snapshotVerb,
  relink: (context, args) => {
    const [folder, ...places] = [args.positional(0, 'DIR'), resolve(args.positional(1, 'FOLDER'))]
    return withSession(context, folder, async ({ project }) => {
      const { found, missing, changed } = await findFiles(context, project, places, true)
      return { found, missing: missing.map((file) => ({ ...file, changedAt: changed.get(file.mediaId) ?? null })) }
    })
  },
  check: (_context, args) => checkFolder(args.positional(0, 'DIR')),
  commands: () => listCommands(),
}

/** Progress goes to standard error, a line a tenth. */
function progressLine(value: number, text: string): void {
  if (Math.round(value * 100) % 10 === 0) process.stderr.write(`${text}\n`)
}

function wholeNumber(text: string, name: string, min: number, max: number): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < min || value > max)
    throw new InvalidInput(name, `expected a whole number from ${min} to ${max}`)
  return value
}

/** Says on stderr how far something is, every tenth of it. */
function toldOnce(): (value: number, text: string) => void {
  let told = -1
  return (value, text) => {
    const tenth = Math.floor(value * 10)
    if (tenth !== told) process.stderr.write(`${text}\n`)
    told = tenth
  }
}
