import { app } from 'electron'
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { AppContext } from '../../commit/context'
import { createSession, openSession, type JobsListener, type Session } from '../../app/session'
import { buildSample } from '../../app/sample/buildSample'
import { preparedGenerators } from '../../app/sample/preparedGenerators'

const dayMs = 24 * 3600 * 1000

/**
 * Makes the sample film in a folder from the application's resources, and opens it. It is made beside the folder and
 * moved there when it is whole: a half-made one is never opened, and a finished one never made again.
 */
export async function sampleSession(context: AppContext, folder: string, onJobs: JobsListener): Promise<Session> {
  const source = join(app.getAppPath(), 'resources', 'sample')
  const making = `${folder}.making`
  for (const left of [making, folder]) rmSync(left, { recursive: true, force: true })
  // Its stills were made before the user had it: they are no work of today.
  const now = () => context.now() - dayMs
  const prepared = { ...context, now, generators: preparedGenerators(source, context.generators) }
  const session = createSession(prepared, making, { title: 'Number Nine' })
  try {
    await buildSample(prepared, session, source)
  } finally {
    session.close()
  }
  renameSync(making, folder)
  return openSession(context, folder, onJobs)
}
