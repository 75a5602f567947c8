import { basename } from 'node:path'
import type { JobView, ProjectSnapshot } from '@shared/ipc/contract'
import type { Change } from '@shared/records/change'
import { parseInput } from '@shared/ipc/errors'
import { inputSchemas } from '@shared/ipc/inputs'
import { tableNames } from '@shared/model/tableNames'
import type { TableName } from '@shared/model/tables'
import type { FrameRateInput } from '@shared/domain/time/frameRates'
import { newProject } from '@shared/domain/structure/projectRules'
import { JobQueue } from '../jobs/queue'
import { makeFrame } from '../services/frames'
import { createProject, openProject, type OpenProject } from '../store/openProject'
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

/** Opens an existing project for writing and goes on with its queue, unless the visit is for something else (`work` false). */
export function openSession(context: AppContext, folder: string, onJobs?: JobsListener, work = true): Session {
  const project = openProject(folder, 'write')
  project.media.clearTemporary()
  // Killed between making the file and its first row: the settings are made now.
  if (!project.records.get('project', 'project'))
    commitRule(project, 'project.begin', (draft) =>
      draft.add('project', newProject({ title: titleOfFolder(project.folder) })),
    )
  const session = startSession(context, project, onJobs)
  if (work) session.queue.resume()
  return session
}

/** What a project is called after its folder. */
export function titleOfFolder(folder: string): string {
  return (
    basename(folder)
      .replace(/\.exeunt$/, '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 200) || 'Untitled'
  )
}

function startSession(context: AppContext, project: OpenProject, onJobs?: JobsListener): Session {
  const queue: JobQueue = new JobQueue(context, project, { frame: makeFrame }, () => onJobs?.(() => queue.view()))
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
export function snapshotOf({ project, queue }: Session): ProjectSnapshot {
  const tables: Partial<Record<TableName, unknown[]>> = {}
  for (const table of tableNames) tables[table] = [...project.records.all(table)]
  return {
    folder: project.folder,
    readOnly: project.readOnly,
    tables: tables as ProjectSnapshot['tables'],
    undo: project.undoLabels(),
    view: project.view.read(),
    jobs: queue.view(),
  }
}
