import { onHostEvent } from './hostClient'
import { enterProject } from './projectActions'
import { mirrorChange, useProject } from './projectStore'

/** Events of the main process into the mirror. */
export function startHostEvents(): void {
  onHostEvent('project.changed', ({ change, undo }) => mirrorChange(change, undo))
  onHostEvent('jobs.changed', ({ jobs }) => useProject.setState({ jobs }))
  onHostEvent('project.opened', ({ snapshot }) => enterProject(snapshot))
}
