import { stageProfile, type MadeUnder } from '../passes/stageProfile'
import type { Assignment } from '../../model/assignment'
import type { FrameEnd } from '../../model/common'
import type { PromptKind, PromptVersion, ResultKind, Snapshot, TakeKind } from '../../model/result'
import { roundInput } from '../../records/canonical'
import type { ReadRecords } from '../../records/recordStore'
import { frameBrief, videoBrief } from '../prompts/briefs'
import { chosenTake, existingShot, settingsOf, takeKindOf } from '../lookup'
import { oneLine, subjectsOf, type Subject } from '../manifest/manifest'
import { drawnMarksOf } from '../marks/markRules'
import { passSplit, planOf, startTakeOf } from '../passes/passPlan'
import { carrierIn, carriersOf } from '../presence/carrying'
import { presenceWords } from '../presence/presenceTimes'
import type { GeneratorProfile } from '../passes/profiles'
import { eyesIn, namedAway, toldElsewhere, turnsIn } from '../prompts/wordFacts'
import { writeFramePrompt } from '../prompts/writeFramePrompt'
import { wornNow } from '../prompts/wornNow'
import { handsCarried } from '../told/heldIn'
import { writeVideoPrompt } from '../prompts/writeVideoPrompt'
import { blockingFacts } from '../blocking/blockingFacts'
import { restsCarried } from '../blocking/resting'
import { placements } from '../blocking/placement'
import { comparedFacts, inputPaths, recordedBlocking, roundedPlace } from '../blocking/recordedBlocking'
import { timeFromBefore } from '../time/dayTime'
import { namedPeople } from '../manifest/namedPeople'
import {
  asidesPath,
  awayPath,
  cameraPath,
  eyesPath,
  halvesPath,
  isNote,
  namesPath,
  restsPath,
  sidesPath,
  timePath,
  turnsPath,
  handsPath,
  wornPath,
} from './compareInputs'

/**
 * Inputs of a result as values, by path (domain.md 6). Keys that start with `note:` tell how things were, for causes
 * in words and for what was drawn by default; they are not compared (compareInputs.ts). No shot or assignment ids;
 * numbers rounded to 1e-6.
 */
export type Inputs = Record<string, unknown>

export const resultOfPrompt: Record<PromptKind, ResultKind> = {
  start: 'startPrompt',
  end: 'endPrompt',
  video: 'videoPrompt',
}
export const promptOfResult: Partial<Record<ResultKind, PromptKind>> = {
  startPrompt: 'start',
  endPrompt: 'end',
  videoPrompt: 'video',
}
export const takeOfResult: Partial<Record<ResultKind, TakeKind>> = {
  startFrame: 'startFrame',
  endFrame: 'endFrame',
  video: 'video',
}
export const frameOfTake = (kind: TakeKind): FrameEnd => (kind === 'startFrame' ? 'start' : 'end')

function commonInputs(store: ReadRecords, shotId: string): Inputs {
  const shot = existingShot(store, shotId)
  const scene = store.must('scenes', shot.sceneId)
  const timeBefore = timeFromBefore(store, scene.id)
  return {
    'shot/size': shot.size,
    'shot/angle': shot.angle,
    'shot/lens': shot.lens.trim(),
    'shot/movement': shot.movement.trim(),
    'shot/text': shot.text.trim(),
    [namesPath]: namedPeople(store, shotId),
    [eyesPath]: eyesIn(store, shotId),
    'scene/set': scene.set,
    'scene/intExt': scene.intExt,
    'scene/timeOfDay': scene.timeOfDay,
    ...(timeBefore === null ? {} : { [timePath]: timeBefore }),
    'project/style': settingsOf(store).styleText.trim(),
  }
}

/** Inputs of a start or end prompt. Times are not among them: only who is visible counts. */
function framePromptInputs(store: ReadRecords, shotId: string, frame: FrameEnd): Inputs {
  const shot = existingShot(store, shotId)
  const inputs: Inputs = {
    ...commonInputs(store, shotId),
    ...(frame === 'end' && shot.endSize ? { 'shot/size': shot.endSize } : {}),
    'shot/state': (frame === 'start' ? shot.startState : shot.endState).trim(),
    'shot/speakers': shot.dialogue.map((d) => d.character),
    [asidesPath]: shot.dialogue.map((d) => [d.extension, d.parenthetical].map(oneLine).join(' ').trim()),
  }
  const subjects = subjectsOf(store, shotId, frame)
  inputs[turnsPath] = turnsIn(store, shotId, frame, subjects)
  inputs[awayPath] = namedAway(store, shotId, subjects)
  const facts = blockingFacts(store, shotId, frame, subjects)
  const own = new Map(facts.members.map((m) => [m.id, m.own]))
  const paths = inputPaths(subjects.map((s) => s.asset))
  for (const s of subjects) {
    const path = paths.get(s.asset.id)!
    const place = own.get(s.asset.id)
    const shown = store.first('blockingOf', `${shotId}/${s.instance.id}/${frame}`)?.shown
    const carrier = carrierIn(store, s.assignment, frame)?.asset.name
    inputs[path] = {
      type: s.asset.type,
      look: s.look.name,
      description: s.description.trim(),
      picture: s.look.mediaId,
      blocking: place ? roundedPlace(place) : null,
      // Told only where it is not as ever, so that what older versions made stays fresh.
      ...(shown === 'part' ? { shown } : {}),
      ...depicted(s.assignment),
      ...(carrier === undefined ? {} : { carriedBy: carrier }),
    }
    const { presence, enterAt, exitAt } = s.assignment
    inputs[`note:${path}`] = { presence, enterAt, exitAt }
  }
  const people = subjects.filter((s) => s.asset.type === 'character')
  inputs[restsPath] = Object.fromEntries(
    [...restsCarried(store, shotId, frame, people)].map(([id, rest]) => [paths.get(id)!, rest]),
  )
  inputs[wornPath] = wornBefore(store, shotId, frame, subjects, paths)
  inputs[handsPath] = Object.fromEntries(
    [...handsCarried(store, shotId, frame, subjects)].map(([id, words]) => [paths.get(id)!, words]),
  )
  inputs['frame/order'] = subjects.map((s) => s.asset.name)
  return { ...inputs, ...recordedBlocking(facts, paths, placements(store, shotId, frame, subjects)) }
}

/** What the shots before tell of the clothes of those of a prompt. */
const wornBefore = (
  store: ReadRecords,
  shotId: string,
  frame: FrameEnd,
  subjects: readonly Subject[],
  paths: ReadonlyMap<string, string>,
) =>
  Object.fromEntries(
    [
      ...wornNow(
        store,
        shotId,
        frame,
        subjects.filter((s) => s.asset.type === 'character'),
      ),
    ].flatMap(([id, { words, isCarried }]) => (isCarried ? [[paths.get(id)!, words] as const] : [])),
  )

const depicted = ({ depicts, depictedOn }: Assignment) => (depicts === 'image' ? { depicts, depictedOn } : {})

function handsOf(store: ReadRecords, assignment: Assignment) {
  const carriers = carriersOf(store, assignment)
  if (!carriers) return {}
  const { first, last, handedAt } = carriers
  return {
    carriedBy: first.asset.name,
    ...(handedAt === null ? {} : { handedTo: last.asset.name, handedAt: roundInput(handedAt) }),
  }
}

function videoPromptInputs(store: ReadRecords, shotId: string): Inputs {
  const shot = existingShot(store, shotId)
  const brief = videoBrief(store, shotId)
  const inputs: Inputs = {
    ...commonInputs(store, shotId),
    'shot/duration': roundInput(brief.seconds),
    'shot/dialogue': shot.dialogue,
    [halvesPath]: toldElsewhere(store, shotId),
    ...(shot.endSize && shot.endSize !== shot.size ? { 'shot/endSize': shot.endSize } : {}),
    [cameraPath]: brief.camera && { kind: brief.camera.kind, first: brief.camera.first, last: brief.camera.last },
  }
  const paths = inputPaths(brief.members.map((m) => m.asset))
  inputs[wornPath] = wornBefore(store, shotId, 'end', brief.members, paths)
  let byDefault = false
  for (const m of brief.members) {
    const path = paths.get(m.asset.id)!
    const { presence, enterAt, exitAt, action, enterFrom, exitTo } = m.assignment
    inputs[path] = {
      type: m.asset.type,
      look: m.look.name,
      description: m.description.trim(),
      presence: presenceWords[presence],
      enterAt: roundInput(enterAt),
      exitAt: roundInput(exitAt),
      from: enterAt > 0 ? enterFrom : null,
      to: exitAt < 1 ? exitTo : null,
      action: action.trim(),
      ...depicted(m.assignment),
      ...handsOf(store, m.assignment),
      ...(m.carrier && m.carrier.hold !== 'hand' ? { hold: m.carrier.hold } : {}),
      changes: m.changes.map((c) => ({ at: roundInput(c.at), look: c.lookName, description: c.description.trim() })),
    }
    // The edges they are told to come and go by.
    inputs[`note:${path}`] = { from: enterAt > 0 ? m.enterSide : null, to: exitAt < 1 ? m.exitSide : null }
    byDefault ||= (enterAt > 0 && !enterFrom) || (exitAt < 1 && !exitTo)
  }
  const factsAt = (frame: FrameEnd) => comparedFacts(blockingFacts(store, shotId, frame, brief.members), paths)
  return byDefault ? { ...inputs, [sidesPath]: { start: factsAt('start'), end: factsAt('end') } } : inputs
}

export function promptInputs(store: ReadRecords, shotId: string, prompt: PromptKind): Inputs {
  return prompt === 'video' ? videoPromptInputs(store, shotId) : framePromptInputs(store, shotId, prompt)
}

/**
 * The words somebody or some model chose. What the deterministic writer says follows from the other inputs, so it is
 * none of its own: writing the prompts for the first time, or a better writer, stales no frame.
 */
export function chosenWords(store: ReadRecords, shotId: string, prompt: PromptKind): string | null {
  const kept = currentPrompt(store, shotId, prompt)
  return kept && (kept.edited || kept.generatorId !== 'writer') ? kept.text : null
}

/** Inputs of a frame: its prompt's, the prompt itself, the plan and the caps it was planned under. */
export function frameInputs(store: ReadRecords, shotId: string, frame: FrameEnd, profile: GeneratorProfile): Inputs {
  const project = settingsOf(store)
  const shot = existingShot(store, shotId)
  const plan = planOf(store, shotId, frame, profile)
  const inputs: Inputs = {
    ...promptInputs(store, shotId, frame),
    'prompt/text': chosenWords(store, shotId, frame),
    'frame/plan': plan.passes.map((p) => ({
      names: p.references.filter((r) => r.role !== 'style' && r.role !== 'marks').map((r) => r.name),
      note: p.note,
    })),
    'frame/aspect': [project.aspectWidth, project.aspectHeight],
    // The compositor draws from the pictures of the film alone.
    'frame/stylePicture': profile.maxImages === null ? null : project.stylePictureId,
  }
  const marks = profile.takesMarks ? drawnMarksOf(store, shotId, frame) : []
  if (marks.length) inputs['frame/marks'] = marks
  if (frame === 'end' && shot.endFromStart) inputs['frame/startTake'] = startTakeOf(store, shotId, frame, profile)
  return inputs
}

/** Inputs of a video: both chosen stills, its prompt, and everything they depend on, so an edit reaches it at once. */
function videoInputs(store: ReadRecords, shotId: string): Inputs {
  const inputs: Inputs = {}
  const put = (prefix: string, from: Inputs) => {
    for (const [path, value] of Object.entries(from))
      inputs[isNote(path) ? `note:${prefix}${path.slice(5)}` : prefix + path] = value
  }
  put('video/', promptInputs(store, shotId, 'video'))
  inputs['video/prompt/text'] = chosenWords(store, shotId, 'video')
  for (const frame of ['start', 'end'] as const) {
    // Each still counts as planned under the profile it was made with: choosing another generator stales nothing.
    const take = chosenTake(store, shotId, takeKindOf(frame))
    put(`${frame}/`, frameInputs(store, shotId, frame, stageProfile(store, 10, take ?? undefined)))
    inputs[`${frame}/take`] = take?.mediaId ?? null
  }
  return inputs
}

/** Today's inputs of any result of a shot, judged under the profile it was made with. */
export function inputsOf(store: ReadRecords, shotId: string, result: ResultKind, under?: string | MadeUnder): Snapshot {
  const prompt = promptOfResult[result]
  if (prompt) return promptInputs(store, shotId, prompt)
  if (result === 'video') return videoInputs(store, shotId)
  return frameInputs(store, shotId, result === 'startFrame' ? 'start' : 'end', stageProfile(store, 10, under))
}

/** The newest version of a prompt, or undefined while nobody made one. */
export function currentPrompt(store: ReadRecords, shotId: string, prompt: PromptKind): PromptVersion | undefined {
  return store.list('promptVersionsOf', `${shotId}/${prompt}`).at(-1)
}

/** What the deterministic writer says today, with mention tokens. */
export function writtenPrompt(store: ReadRecords, shotId: string, prompt: PromptKind): string {
  return prompt === 'video'
    ? writeVideoPrompt(videoBrief(store, shotId))
    : writeFramePrompt(frameBrief(store, shotId, prompt))
}

/**
 * What a frame is sent: the words somebody or some model chose, stale or not; otherwise what the writer says today. A
 * still is never made from words of yesterday's facts while it counts as made from today's.
 */
export function sentText(store: ReadRecords, shotId: string, prompt: PromptKind): string {
  return chosenWords(store, shotId, prompt) ?? writtenPrompt(store, shotId, prompt)
}

/** The pass split of a frame under a profile, for its manifest. */
export function splitOf(store: ReadRecords, shotId: string, frame: FrameEnd, profile: GeneratorProfile) {
  return passSplit(planOf(store, shotId, frame, profile))
}
