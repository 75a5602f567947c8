import type { FrameEnd } from '@shared/model/common'
import type { Shot } from '@shared/model/shot'
import { rateNumber } from '@shared/domain/time/frameRates'
import { framesToSeconds } from '@shared/domain/time/frames'
import { takeKindSchema, type ResultKind } from '@shared/model/result'
import { continuityOf } from '@shared/domain/continuity/continuity'
import { freshnessOf, shotFreshness, type Freshness } from '@shared/domain/results/freshness'
import { currentPrompt, splitOf, takeOfResult, writtenPrompt } from '@shared/domain/results/resultInputs'
import { remoteProfile, stageProfile } from '@shared/domain/passes/stageProfile'
import {
  chosenTake,
  existingScene,
  existingShot,
  projectOf,
  scenesInOrder,
  shotsInOrder,
  shotsOfScene,
  takesOf,
} from '@shared/domain/lookup'
import type { MergeReport } from '@shared/domain/merging/mergeAssets'
import { manifestOf } from '@shared/domain/manifest/manifest'
import { framesOver } from '@shared/domain/sound/clipRules'
import { soundingClips } from '@shared/domain/sound/soundingClips'
import { StoryClock } from '@shared/domain/time/storyClock'
import { traysOf } from '@shared/domain/structure/tray'
import { planOf } from '@shared/domain/passes/passPlan'
import { passPrompts } from '@shared/domain/results/passPrompt'
import { suggestionsOf } from '@shared/domain/told/suggestionRules'
import { renderPrompt } from '@shared/domain/prompts/renderPrompt'
import { InvalidInput, Refusal } from '@shared/records/refusal'
import type { RecordStore } from '@shared/records/recordStore'
import type { Job } from '../store/jobStore'
import type { OpenProject } from '../store/project'
import { impactOfCommand, isCommand, parseCommandInput } from '@shared/ipc/proposeCommand'
import { newId } from '../commit/newId'

/** What narrows a query. */
export interface QueryOptions {
  id?: string | undefined
  scene?: string | undefined
  shot?: string | undefined
  frame?: string | undefined
  generator?: string | undefined
  command?: string | undefined
  input?: unknown
}
const takeKinds = takeKindSchema.options
type Query = (project: OpenProject, options: QueryOptions) => unknown

/** The queries of the command line; their shapes stay stable. */
const queries: Record<string, Query> = {
  project: (project) => projectAnswer(project),
  scenes: ({ records }, options) =>
    scenesInOrder(records)
      .filter((s) => !options.id || s.id === options.id)
      .map((s) => ({ ...plain(s), shotIds: shotsOfScene(records, s.id).map((shot) => shot.id) })),
  shots: ({ records }, options) =>
    chosenShots(records, options).map((s) => ({
      ...plain(s),
      durationSeconds: framesToSeconds(s.durationFrames, projectOf(records).fps),
    })),
  assets: ({ records }, options) =>
    records
      .list('assetsInOrder')
      .filter((a) => !options.id || a.id === options.id)
      .map((a) => ({
        ...a,
        aliases: a.aliases.map((alias) => alias.name),
        aliasLooks: a.aliases,
        looks: records.list('looksOfAsset', a.id).map((l) => ({
          ...l,
          isDefault: l.id === a.defaultLookId,
          checkDescription: l.checkDescription && l.mediaId !== null,
        })),
      })),
  assignments: ({ records }, options) => assignmentsOf(records, options),
  instances: ({ records }, options) =>
    [...records.all('sceneAssetInstances')].filter((i) => !options.scene || i.sceneId === options.scene),
  transformations: ({ records }) => [...records.all('transformations')],
  matrix: ({ records }, options) => matrix(records, options),
  manifest: ({ records }, options) => manifestAnswer(records, options),
  prompts: ({ records }, options) => {
    const shot = oneShot(records, options)
    const answer: Record<string, unknown> = { shotId: shot.id }
    for (const prompt of ['start', 'end', 'video'] as const) {
      const kept = currentPrompt(records, shot.id, prompt)
      const profile = profileFor(records, options)
      const split = prompt === 'video' ? undefined : splitOf(records, shot.id, prompt, profile)
      answer[prompt] = {
        text: renderPrompt(
          records,
          shot.id,
          prompt,
          kept?.text ?? writtenPrompt(records, shot.id, prompt),
          split,
          profile.traits,
        ),
        ...freshnessOf(records, shot.id, `${prompt}Prompt`),
        edited: kept?.edited ?? false,
      }
    }
    return answer
  },
  plan: ({ records }, options) => {
    const shot = oneShot(records, options)
    const frame = frameOption(options)
    const profile = profileFor(records, options)
    const plan = planOf(records, shot.id, frame, profile)
    const prompts = passPrompts(records, shot.id, frame, plan, profile)
    return {
      shotId: shot.id,
      frame,
      generator: profile.id,
      passes: plan.passes.map((pass, i) => ({ ...pass, prompt: prompts[i] })),
      refusal: plan.refusal && { code: plan.refusal.code, message: plan.refusal.message, params: plan.refusal.params },
    }
  },
  freshness: (project, options) => freshnessAnswer(project, options),
  takes: ({ records }, options) => chosenShots(records, options).flatMap((shot) => takesAnswer(records, shot.id)),
  continuity: ({ records }, options) =>
    continuityOf(records, options.shot || options.id || options.scene ? chosenShots(records, options) : undefined),
  sounds: ({ records }) => ({
    clips: [...records.all('soundClips')].map((clip) => ({ ...clip, framesOver: framesOver(records, clip) })),
    heard: soundingClips(records, StoryClock.of(records, 'film')),
  }),
  tray: ({ records }) =>
    traysOf(records).flatMap((scene) =>
      shotsOfScene(records, scene.id).map((s) => ({
        ...plain(s),
        trayHeading: scene.heading,
        durationSeconds: framesToSeconds(s.durationFrames, projectOf(records).fps),
      })),
    ),
  templates: ({ records }) => records.list('templatesInOrder'),
  suggestions: ({ records }, options) =>
    chosenShots(records, { scene: options.scene, shot: options.shot })
      .flatMap((shot) => suggestionsOf(records, shot))
      .map((s) => ({ ...s, evidence: s.evidence ?? { line: null, text: '' } })),
  aliases: ({ records }) =>
    records.list('aliasProposalsInOrder').map((p) => ({
      ...p,
      intoName: records.get('assets', p.intoId)?.name,
      fromName: records.get('assets', p.fromId)?.name,
    })),
  jobs: ({ jobs }) => jobs.list(),
  history: (project) => project.history(),
  impact: (project, options) => impact(project.records, options),
}

/** `query DIR KIND`. @throws InvalidInput for an unknown kind, Refusal for a missing record */
export function runQuery(project: OpenProject, kind: string, options: QueryOptions): unknown {
  if (!Object.hasOwn(queries, kind))
    throw new InvalidInput('kind', `expected one of ${Object.keys(queries).join(', ')}`)
  return queries[kind]!(project, options)
}

function projectAnswer(project: OpenProject) {
  const { records, folder } = project
  const { fps, ...settings } = projectOf(records)
  return {
    ...settings,
    fps: rateNumber(fps),
    fpsExact: fps,
    folder,
    scenes: scenesInOrder(records).length,
    shots: shotsInOrder(records).length,
    assets: records.count('assets'),
    assignments: records.count('assignments'),
    historySteps: project.history().length,
  }
}

/** A record without the keys that only order it. */
function plain<R extends { orderKey: string }>({ orderKey: _orderKey, ...rest }: R): Omit<R, 'orderKey'> {
  return rest
}

function chosenShots(records: RecordStore, options: QueryOptions): readonly Shot[] {
  const id = options.shot ?? options.id
  if (id) return [existingShot(records, id)]
  return options.scene ? shotsOfScene(records, existingScene(records, options.scene).id) : shotsInOrder(records)
}

function oneShot(records: RecordStore, options: QueryOptions): Shot {
  const id = options.shot ?? options.id
  if (!id) throw new InvalidInput('shot', 'expected --shot ID')
  return existingShot(records, id)
}

function frameOption(options: QueryOptions): FrameEnd {
  const frame = options.frame ?? 'start'
  if (frame !== 'start' && frame !== 'end') throw new InvalidInput('frame', 'expected start or end')
  return frame
}

function profileFor(records: RecordStore, options: QueryOptions) {
  if (options.generator) remoteProfile(records, options.generator)
  return stageProfile(records, 10, options.generator)
}

function assignmentsOf(records: RecordStore, options: QueryOptions) {
  return chosenShots(records, { scene: options.scene, shot: options.shot }).flatMap((shot) =>
    records
      .list('assignmentsOfShot', shot.id)
      .filter((a) => !options.id || a.id === options.id)
      .map((a) => ({ ...a, assetId: records.must('sceneAssetInstances', a.sceneAssetInstanceId).assetId })),
  )
}

/** Rows are assets, columns are shots; cells only where somebody is. */
function matrix(records: RecordStore, options: QueryOptions) {
  const shots = chosenShots(records, { scene: options.scene, shot: options.shot })
  return {
    assets: records
      .list('assetsInOrder')
      .filter((a) => !a.deleted)
      .map((a) => ({ id: a.id, type: a.type, name: a.name })),
    shots: shots.map((s) => ({ id: s.id, sceneId: s.sceneId, number: s.number })),
    cells: assignmentsOf(records, options).map((a) => ({
      shotId: a.shotId,
      assetId: a.assetId,
      assignmentId: a.id,
      presence: a.presence,
      enterAt: a.enterAt,
      exitAt: a.exitAt,
      origin: a.origin,
    })),
  }
}

function manifestAnswer(records: RecordStore, options: QueryOptions) {
  const shot = oneShot(records, options)
  const frame = frameOption(options)
  const profile = profileFor(records, options)
  const manifest = manifestOf(records, shot.id, frame, splitOf(records, shot.id, frame, profile), profile.traits)
  return {
    shotId: shot.id,
    frame,
    entries: manifest.entries.map((e) => ({
      index: e.index,
      assetId: e.asset.id,
      name: e.asset.name,
      type: e.asset.type,
      description: e.description,
      lookId: e.look.id,
      mediaId: e.mediaId,
      pass: e.pass,
    })),
    marksIndex: manifest.marksIndex,
    style: manifest.style,
    alsoInFrame: manifest.alsoInFrame.map((s) => ({
      assetId: s.asset.id,
      name: s.asset.name,
      type: s.asset.type,
      description: s.description,
    })),
    leftOut: manifest.leftOut.map((l) => ({
      assetId: l.asset.id,
      name: l.asset.name,
      reason: l.reason,
      detail: l.detail,
    })),
    text: manifest.text,
  }
}

/** The takes that show at a shot, with the numbering that was sent and the passes they were built in. */
function takesAnswer(records: RecordStore, shotId: string) {
  return takeKinds.flatMap((kind) => {
    const chosen = chosenTake(records, shotId, kind)?.id
    return takesOf(records, shotId, kind).map(({ inputs: _inputs, ...take }) => ({
      ...take,
      shotId,
      kind,
      chosen: take.id === chosen,
      locked: records.get('resultMarks', take.id)?.locked ?? false,
      passes: records.list('passesOfTake', take.id).map(({ inputs: _passInputs, takeId: _takeId, ...pass }) => pass),
    }))
  })
}

/** The status of every result, with what its newest job is doing over what is stored: a job that failed counts until a take comes after it (domain.md 6). */
function freshnessAnswer({ records, jobs }: OpenProject, options: QueryOptions) {
  const newest = new Map<string, Job>()
  for (const job of jobs.list())
    if (job.seq > (newest.get(`${job.shotId}/${job.result}`)?.seq ?? -1)) newest.set(`${job.shotId}/${job.result}`, job)
  return chosenShots(records, options).map((shot) => {
    const answer: Record<string, unknown> = { shotId: shot.id }
    for (const [result, freshness] of Object.entries(shotFreshness(records, shot.id)) as [ResultKind, Freshness][]) {
      const job = newest.get(`${shot.id}/${result}`)
      const kind = takeOfResult[result]
      const taken = kind ? (takesOf(records, shot.id, kind).at(-1)?.madeAt ?? -Infinity) : -Infinity
      const failed = job?.state === 'failed' && freshness.status !== 'fresh' && taken <= (job.finishedAt ?? 0)
      const running = job?.state === 'queued' || job?.state === 'running'
      answer[result] = running
        ? { ...freshness, status: 'running' }
        : failed
          ? { ...freshness, status: 'failed', error: job.error }
          : freshness
    }
    return answer
  })
}

/** What a command would do, without doing it: assignments moved, what it could not keep as it was, and the results that would turn stale. */
function impact(records: RecordStore, options: QueryOptions) {
  const { command: name, input } = options
  if (!name || !isCommand(name)) throw new InvalidInput('command', 'expected the name of a command')
  const outcome = impactOfCommand(records, newId, name, parseCommandInput(name, input))
  if (outcome instanceof Refusal) throw outcome
  const { assignmentsMoved, conflicts, carriedInto, offers } = (outcome.answer ?? {}) as Partial<MergeReport>
  return {
    assignmentsMoved: outcome.assignmentsMoved,
    conflicts: [],
    stale: outcome.stale,
    ...(conflicts ? { assignmentsMoved, conflicts, carriedInto, offers } : {}),
    warnings: outcome.warnings,
  }
}
