import { app } from 'electron'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { JobView } from '@shared/ipc/contract'
import type { AppContext } from '../../app/context'
import { createSession, type Session } from '../../app/session'
import { importScript } from '../../services/importScript'

/** Makes the sample film in a folder from the application's resources. A half-made one is cleared away first. */
export function sampleSession(context: AppContext, folder: string, onJobs: (jobs: JobView[]) => void): Session {
  rmSync(folder, { recursive: true, force: true })
  const session = createSession(context, folder, { title: 'Number Nine' }, onJobs)
  importScript(session.project, join(app.getAppPath(), 'resources', 'sample', 'number-nine.fountain'))
  return session
}
