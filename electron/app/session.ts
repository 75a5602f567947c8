import type { JobView, ProjectContents } from '@shared/ipc/contract'
import type { Change } from '@shared/records/change'
import { parseInput } from '@shared/ipc/errors'
import { inputSchemas } from '@shared/ipc/inputSchemas'
import { tableNames } from '@shared/model/tableNames'
import type { TableName } from '@shared/model/tables'
import type { FrameRateInput } from '@shared/domain/time/frameRates'
import { newProject } from '@shared/domain/structure/projectRules'
import { JobQueue } from '../jobs/queue'
import { makeClip } from '../services/clips'
import { titleOfFolder } from '../services/titleOfFolder'
import { makeFrame } from '../services/frames'
import { Refusal } from '@shared/records/refusal'
import type { OpenProject } from '../store/project'
import { createProject, openProject } from '../store/openProject'
import { onDisk } from '../store/worldErrors'
import { commitRule } from '../commit/commitRule'
import type { AppContext } from '../commit/context'

/** An open project with its queue. */
export interface Session {
  readonly project: OpenProject
  readonly queue: JobQueue
  close(): void
}

/** Told of every change of the queue, with a way to look at it: a batch changes it more often than anybody looks. */
export type JobsListener = (view: () => JobView[]) => void

export interface NewProjectFields {
  title: string
  fps?: FrameRateInput | undefined
  aspectWidth?: number | undefined
  aspectHeight?: number | undefined
}

const newProjectSchema = inputSchemas['project.update']
  .pick({ title: true, fps: true, aspectWidth: true, aspectHeight: true })
  .required({ title: true })

/** Makes an empty project folder with its settings and opens it; a folder that cannot be finished is taken back. @throws InvalidInput, Refusal FOLDER_TAKEN, DISK */
export function createSession(
  context: AppContext,
  folder: string,
  fields: NewProjectFields,
  onJobs?: JobsListener,
): Session {
  const settings = settingsRow(parseInput(newProjectSchema, fields))
  const project = createProject(folder, settings)
  return startSession(context, project, onJobs)
}

const settingsRow = (fields: NewProjectFields): Change => ({
  added: { project: { project: newProject(fields) } },
  updated: {},
  removed: {},
})

/**
 * Opens an existing project for writing and goes on with its queue, unless the visit is for something else (`work` false).
 * @throws Refusal as `openProject` says
 */
export function openSession(context: AppContext, folder: string, onJobs?: JobsListener, work = true): Session {
  const project = openProject(folder, 'write')
  try {
    onDisk(() => project.media.clearTemporary())
    // Killed between making the file and its first row: the settings are made now.
    if (!project.records.get('project', 'project'))
      commitRule(project, 'project.begin', (draft) =>
        draft.add('project', newProject({ title: titleOfFolder(project.folder) })),
      )
  } catch (error) {
    project.close()
    throw error
  }
  const session = startSession(context, project, onJobs)
  if (work) session.queue.resume()
  return session
}

/** Why a project that cannot be written may still be looked at, as the end of "Read-only: …"; null where there is nothing to look at. */
function readingBecause(refused: Refusal): string | null {
  switch (refused.code) {
    case 'PROJECT_DAMAGED':
      return 'the project file is damaged'
    case 'PROJECT_IN_USE':
      return 'the project is open in another window or program'
    case 'DISK':
      return String(refused.params['reason'])
    default:
      return null
  }
}

/**
 * Opens a project to be looked at, because it cannot be opened for writing: its folder or disk takes nothing, somebody else has it, or it is damaged;
 * then what can be read is there. Nothing is written, no job is done.
 * @param refused what opening it for writing was refused with
 * @throws `refused` itself where reading would make no sense; else Refusal when it cannot be read either
 */
export function openSessionToLookAt(context: AppContext, folder: string, refused: Refusal): Session {
  const reason = readingBecause(refused)
  if (reason === null) throw refused
  const because = new Refusal('READ_ONLY', { reason })
  const project = openProject(folder, refused.code === 'PROJECT_DAMAGED' ? 'salvage' : 'read', because)
  if (!project.records.get('project', 'project'))
    project.records.load('project', [newProject({ title: titleOfFolder(project.folder) })])
  return startSession(context, project)
}

function startSession(context: AppContext, project: OpenProject, onJobs?: JobsListener): Session {
  const queue: JobQueue = new JobQueue(context, project, { frame: makeFrame, clip: makeClip }, () =>
    onJobs?.(() => queue.view()),
  )
  return {
    project,
    queue,
    close() {
      queue.close()
      project.close()
    },
  }
}

/** Everything the window needs to show a project. */
export function contentsOf({ project, queue }: Session): ProjectContents {
  const tables: Partial<Record<TableName, unknown[]>> = {}
  for (const table of tableNames) tables[table] = [...project.records.all(table)]
  return {
    folder: project.folder,
    readOnly: project.readOnly,
    readOnlyBecause: project.readOnlyBecause && {
      message: project.readOnlyBecause.message,
      problems: [...project.problems],
      // A damaged file does not mend itself; whatever else was in the way may have gone.
      openAt: project.problems.length ? null : project.folder,
    },
    notes: [...project.notes],
    tables: tables as ProjectContents['tables'],
    undo: project.undoLabels(),
    view: project.view.read(),
    jobs: queue.view(),
  }
}
