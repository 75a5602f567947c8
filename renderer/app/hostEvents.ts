import type { Change } from '@shared/records/change'
import { onLostText } from '../common/typedText'
import { BatchCount, useBatch } from './batchCount'
import { onHostEvent, request } from './hostClient'
import { enterProject, saveEverything } from './projectActions'
import { leaveProject, mirrorChange, useProject } from './projectStore'
import { openFiles } from './useDropFiles'
import { offerUpdate } from './updateOffer'
import { showTheme } from './theme'
import { announce, dropOutdatedToasts, toast } from './toasts'

let batch = new BatchCount()

/** The beginning of a long text. */
const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

/** Results arrive beside the user's steps and leave the newest step what it is. */
const jobTables: readonly string[] = ['takes', 'takePlaces', 'passes', 'media']
const madeByJobs = ({ added, updated, removed }: Change) =>
  [added, updated, removed].every((part) => Object.keys(part).every((table) => jobTables.includes(table)))

/** Events of the main process into the mirror. */
export function startHostEvents(): void {
  onHostEvent('project.changed', ({ change, undo }) => {
    mirrorChange(change, undo)
    if (!madeByJobs(change)) dropOutdatedToasts()
  })
  onHostEvent('jobs.changed', ({ jobs }) => {
    useProject.setState({ jobs })
    useBatch.setState(batch.count(jobs))
  })
  onHostEvent('window.flush', () => void saveEverything().then(() => request('window.flushed', {})))
  window.addEventListener('pagehide', () => void saveEverything())
  onLostText((label, text, reason) => toast('failed', `Not saved: ${label}, “${shortened(text)}”. ${reason}`))
  onHostEvent('project.opened', ({ snapshot }) => enterProject(snapshot))
  onHostEvent('project.closed', leaveProject)
  onHostEvent('project.stopped', ({ because }) => {
    useProject.setState({ readOnly: because !== null, readOnlyBecause: because })
    announce(because?.message ?? 'The project can be edited again.')
  })
  onHostEvent('files.opened', ({ paths }) => void openFiles(paths))
  onHostEvent('notice', ({ message }) => toast('warning', message))
  onHostEvent('update.available', ({ version }) => offerUpdate(version))
  onHostEvent('theme.changed', ({ theme }) => showTheme(theme))
  useProject.subscribe((state, before) => {
    if (state.epoch === before.epoch) return
    batch = new BatchCount()
    useBatch.setState(batch.count(state.jobs))
  })
}
