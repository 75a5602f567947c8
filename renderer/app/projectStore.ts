import { create } from 'zustand'
import type { JobView, ProjectContents, ReadOnlyBecause, UndoLabels } from '@shared/ipc/contract'
import type { Change } from '@shared/records/change'
import { RecordStore } from '@shared/records/recordStore'
import { tableNames } from '@shared/model/tableNames'

/** The window's read-only mirror of the open project. Only events of the main process change it. */
export interface ProjectState {
  /** The project folder; null on the home screen. */
  readonly folder: string | null
  readonly readOnly: boolean
  /** Why it is: opened so, or by now. */
  readonly readOnlyBecause: ReadOnlyBecause | null
  /** Filled once per opened project, then updated in place; `revision` tells that something changed. */
  readonly records: RecordStore
  readonly revision: number
  /** Counts opened projects: a new mirror has nothing in common with the old one. */
  readonly epoch: number
  readonly undo: UndoLabels
  readonly jobs: readonly JobView[]
}

export const useProject = create<ProjectState>(() => ({
  folder: null,
  readOnly: false,
  readOnlyBecause: null,
  records: new RecordStore(),
  revision: 0,
  epoch: 0,
  undo: { undo: null, redo: null },
  jobs: [],
}))

export function mirrorProject(snapshot: ProjectContents): void {
  const records = new RecordStore()
  for (const table of tableNames) records.load(table, snapshot.tables[table] ?? [])
  useProject.setState((s) => ({
    folder: snapshot.folder,
    readOnly: snapshot.readOnly,
    readOnlyBecause: snapshot.readOnlyBecause,
    records,
    revision: 0,
    epoch: s.epoch + 1,
    undo: snapshot.undo,
    jobs: snapshot.jobs,
  }))
}

export function leaveProject(): void {
  useProject.setState((s) => ({
    folder: null,
    readOnly: false,
    readOnlyBecause: null,
    records: new RecordStore(),
    revision: 0,
    epoch: s.epoch + 1,
    undo: { undo: null, redo: null },
    jobs: [],
  }))
}

export function mirrorChange(change: Change, undo: UndoLabels): void {
  const { records } = useProject.getState()
  records.apply(change)
  useProject.setState({ revision: records.revision, undo })
}

/** The records, for reading in event handlers and painters. */
export const recordsNow = (): RecordStore => useProject.getState().records

/** Renders again on every change of the project; for what depends on all of it. Everything else takes `useRead`. */
export function useRevision(): string {
  return useProject((s) => `${s.epoch}.${s.revision}`)
}
