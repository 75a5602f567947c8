import type { CommandAnswer, ProjectContents } from '@shared/ipc/contract'
import type { CommandInputs, CommandName } from '@shared/ipc/inputSchemas'
import { shotIdsInOrder } from '@shared/domain/lookup'
import { counted } from '@shared/language/unitWords'
import { projectOf } from '@shared/domain/lookup'
import type { SendRequest } from '@shared/domain/results/sendPreview'
import type { FrameEnd } from '@shared/model/common'
import type { TextReading } from '@shared/model/script'
import type { TextEncodingName } from '@shared/model/textEncodings'
import { flushTypedText } from '../common/typedText'
import { request, send, whileChanging } from './hostClient'
import { leaveProject, mirrorProject, useProject } from './projectStore'
import { announce, failure, toast, type ToastAction } from './toasts'
import { restoreRemembered, saveRemembered } from './remembered'
import { importChoiceSheet, importReportSheet, recoverySheet, sendClipsSheet, sendSheet } from './sheetKeys'
import { closeSheet, openSheet } from './sheets'
import { selectScene, selectShots, setView } from './viewStore'

/** Shows an opened project, and says what is to be known of its file. */
export function enterProject(snapshot: ProjectContents): void {
  closeSheet()
  mirrorProject(snapshot)
  restoreRemembered(snapshot.view)
  for (const note of snapshot.notes) toast('warning', note)
  if (snapshot.readOnlyBecause?.problems.length) openSheet(recoverySheet, {})
}

/** Sends what was typed, and how the window looks at the project, before either goes. Settles when all of it is written. */
export async function saveEverything(): Promise<void> {
  await Promise.all([flushTypedText(), saveRemembered()])
}

/** Runs a command and shows warnings and refusals; answers what it changed, null when it was not done. */
export async function perform<C extends CommandName>(name: C, input: CommandInputs[C]): Promise<CommandAnswer | null> {
  try {
    const answer = await send(name, input)
    for (const warning of answer.warnings) toast('warning', warning.message, wayOut(warning.code, answer))
    return answer
  } catch (error) {
    failure(error)
    return null
  }
}

/** What a warning offers: of an asset that is called as a deleted one, that one back. */
function wayOut(code: string, { created }: CommandAnswer): ToastAction | undefined {
  const { records } = useProject.getState()
  const name = records.get('assets', created.assets?.[0] ?? '')?.name.toLowerCase()
  if (code !== 'DELETED_NAMESAKE' || name === undefined) return undefined
  const old = records.list('assetsByName', name).find((a) => a.deleted && a.mergedIntoId === null)
  return old && { label: 'Restore it', run: () => void run('asset.restore', { assetId: old.id }) }
}

/** Runs a command and shows warnings and refusals; answers whether it was done. */
export async function run<C extends CommandName>(name: C, input: CommandInputs[C]): Promise<boolean> {
  return (await perform(name, input)) !== null
}

/** Says what was done, with a button that takes it back. */
export function done(text: string): void {
  toast('done', text, { label: 'Undo', run: () => void undo(), untilChange: true })
}

/** Does some work and says what went wrong; null then. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    failure(error)
    return null
  }
}

async function enter(work: () => Promise<ProjectContents | null>): Promise<void> {
  await saveEverything()
  const snapshot = await attempt(work)
  if (snapshot) enterProject(snapshot)
}

/** Opens what a request answered; null where it was refused. */
export async function enterAnswer<T extends { opened: ProjectContents }>(work: () => Promise<T>): Promise<T | null> {
  await saveEverything()
  const answer = await attempt(work)
  if (answer) enterProject(answer.opened)
  return answer
}

/** Opens a project; of one that cannot even be looked at the snapshots are shown, if there are any. */
async function openOrRecover(folder: string): Promise<ProjectContents | null> {
  try {
    return await request('project.open', { folder })
  } catch (error) {
    const isDamaged = (error as { code?: string }).code === 'PROJECT_DAMAGED'
    const found = isDamaged ? await request('snapshots.list', { folder }).catch(() => null) : null
    if (!found?.snapshots.length) throw error
    openSheet(recoverySheet, { folder })
    return null
  }
}

export const newProject = () => enter(() => request('project.new', {}))
export const openProject = (folder?: string) =>
  enter(() => (folder === undefined ? request('project.open', {}) : openOrRecover(folder)))
export const openSample = () => enter(() => request('project.sample', {}))

export async function closeProject(): Promise<void> {
  await saveEverything()
  closeSheet()
  await attempt(() => request('project.close', {}))
  leaveProject()
}

/**
 * Imports a script into the open project, or into a new one beside it; the report stays on screen until it is read. Of a script that is here
 * already the user is asked first, with what would change.
 */
export const importScript = (path?: string): Promise<void> => importFrom(path === undefined ? {} : { path })

/** Imports a shot list that was copied from a spreadsheet, as a script. */
export const importPasted = (pasted: string): Promise<void> => importFrom({ pasted })

async function importFrom(source: { path?: string; pasted?: string }): Promise<void> {
  if (useProject.getState().folder === null) return finishImport(source)
  const told = await attempt(() => request('script.import', { ...source, dryRun: true }))
  if (!told) return
  if (told.reimport)
    openSheet(importChoiceSheet, { file: told.file, fileName: baseName(told.file), counts: told.reimport })
  else await finishImport({ path: told.file })
}

/** How a text is to be read, where that was guessed wrong. */
interface ReadChoice {
  readAs?: TextReading
  encoding?: TextEncodingName
}

export async function finishImport(
  input: { path?: string; pasted?: string; asNew?: boolean } & ReadChoice,
): Promise<void> {
  closeSheet(importChoiceSheet)
  const answer = await attempt(() => request('script.import', input))
  if (!answer) return
  const { opened, file, ...report } = answer
  if (opened) {
    enterProject(opened)
    setView({ view: 'matrix' })
  }
  openSheet(importReportSheet, { report, fileName: baseName(file), file })
}

/** Takes an import back, if it brought anything, and reads the file in another form or encoding. */
export async function importAgain(path: string, choice: ReadChoice, wasEmpty = false): Promise<void> {
  closeSheet(importReportSheet)
  if (wasEmpty || (await attempt(() => request('project.undo', {})))) await finishImport({ path, ...choice })
}

const baseName = (file: string) => file.split(/[\\/]/).at(-1) ?? 'the script'

/** Undo and redo as they were asked for: each is sent when the one before is answered. */
let steps: Promise<void> = Promise.resolve()

export const undo = (): Promise<void> => step('project.undo', 'Undone')
export const redo = (): Promise<void> => step('project.redo', 'Done again')

/** A step through the history. The main process knows whether there is one: the window hears of a change a moment later. */
function step(way: 'project.undo' | 'project.redo', said: string): Promise<void> {
  steps = whileChanging(async () => {
    await steps
    await flushTypedText()
    const before = shotIdsInOrder(useProject.getState().records)
    try {
      const { label } = await request(way, {})
      selectReturned(before)
      announce(`${said}: ${label}.`)
    } catch (error) {
      if ((error as { code?: string }).code?.startsWith('NOTHING_TO_')) announce((error as Error).message)
      else failure(error)
    }
  })
  return steps
}

/** Shots that came back are selected again; a whole scene as one. */
function selectReturned(before: readonly string[]): void {
  const { records } = useProject.getState()
  const had = new Set(before)
  const returned = shotIdsInOrder(records).filter((id) => !had.has(id))
  const [first] = returned
  const scenes = new Set(returned.map((id) => records.must('shots', id).sceneId))
  const [scene] = scenes
  // An import that is done again brings all of them.
  if (first === undefined || scene === undefined || scenes.size > 1 || !before.length) return
  if (records.sizeOf('shotsOfScene', scene) === returned.length) selectScene(scene, first)
  else selectShots(returned, first)
}

/** Shows a scene: it counts as opened, so its assignments are filled the first time. */
export async function openScene(sceneId: string, shotId?: string): Promise<void> {
  const { records } = useProject.getState()
  selectScene(sceneId, shotId)
  if (records.get('sceneStates', sceneId)?.assignmentsInitialised || useProject.getState().readOnly) return
  const answer = await attempt(() => send('scene.open', { sceneId }))
  for (const notice of answer?.warnings ?? []) done(notice.message)
}

/** Makes prompts, frames or clips of shots. What would go to a service is shown first, and nothing goes before the user says so. */
export async function make(
  stage: 9 | 10 | 12,
  scope: 'chosen' | 'stale' | 'all',
  shotIds?: string[],
  frames?: ('start' | 'end')[],
  fromPass?: number,
): Promise<void> {
  const asked = {
    scope,
    ...(shotIds ? { shotIds } : {}),
    ...(frames ? { frames } : {}),
    ...(fromPass === undefined ? {} : { fromPass }),
  }
  const { records } = useProject.getState()
  await flushTypedText()
  const { stage10GeneratorId, stage12GeneratorId } = projectOf(records)
  const isRemote = (id: string | null) => id !== null && records.get('profiles', id) !== undefined
  if (stage === 10 && isRemote(stage10GeneratorId)) openSheet(sendSheet, asked)
  else if (stage === 12 && isRemote(stage12GeneratorId)) openSheet(sendClipsSheet, asked)
  else await makeNow({ stage, ...asked })
}

/** Makes what was asked for, and says what came of it. */
export async function makeNow({ shotIds, frames, ...asked }: SendRequest & { stage: 9 | 10 | 12 }): Promise<void> {
  const input = {
    ...asked,
    ...(shotIds ? { shotIds: [...shotIds] } : {}),
    ...(frames ? { frames: [...frames] } : {}),
  }
  const outcomes = await attempt(() => request('generate', input))
  if (!outcomes) return
  const failed = outcomes.filter((o) => o.outcome === 'failed' && o.detail !== 'Cancelled.')
  const made = outcomes.filter((o) => o.outcome === 'made').length
  // A take that does not stand, or is not what was asked for.
  const told = outcomes.find((o) => o.outcome === 'made' && !o.sharedWith && o.detail !== '')
  if (failed.length)
    toast(
      'failed',
      failed.length === 1
        ? failed[0]!.detail
        : `${counted(failed.length, 'result')} were not made. ${failed[0]!.detail}`,
    )
  else if (told) toast('warning', told.detail)
  else if (made > 1 && (asked.candidates ?? 1) > 1)
    toast(
      'done',
      asked.stopAfter === undefined
        ? `${counted(made, 'candidate')} made. Choose one under Takes.`
        : `${counted(made, 'candidate')} made up to pass ${asked.stopAfter}. Choose one under Takes and make it again to go on.`,
    )
  else if (made) announce(madeWords(made, outcomes.filter((o) => o.sharedWith).length))
  else if (!outcomes.some((o) => o.detail === 'Cancelled.'))
    toast(
      'done',
      outcomes.some((o) => o.outcome === 'skipped')
        ? outcomes.find((o) => o.outcome === 'skipped')!.detail
        : 'Everything asked for is fresh already.',
    )
}

/** "6 results made; 2 of them share a still with another, which saved as many pictures." */
function madeWords(made: number, shared: number): string {
  const words = `${counted(made, 'result')} made`
  return shared
    ? `${words}; ${counted(shared, 'shares its still with another', 'share their still with others')} and cost nothing.`
    : `${words}.`
}

/** A picture from outside becomes a take of a frame; without a path the user chooses one. */
export const importTake = (shotId: string, frame: FrameEnd, path?: string) =>
  attempt(() => request('take.import', { shotId, frame, ...(path === undefined ? {} : { path }) }))

/** A picture that is in no file, as one copied in another program, becomes a take of a frame. */
export const pasteTake = (shotId: string, frame: FrameEnd, picture: Blob) =>
  attempt(async () => request('take.import', { shotId, frame, bytes: new Uint8Array(await picture.arrayBuffer()) }))
