import { onTestFinished } from 'vitest'
import type { JobView } from '@shared/ipc/contract'
import type { ExampleProject } from '@shared/testing/exampleProject'
import { openSession, type Session } from '../app/session'
import { testContext } from './fakeGenerators'
import { storedExample } from './testFolder'

export interface TestSession extends Session {
  context: ReturnType<typeof testContext>
  folder: string
  sample: ExampleProject
  /** What the queue told, newest last. */
  told: JobView[][]
  /** Closes and opens again, as the next start of the application. */
  restart(): Session
}

/** The sample project in a session with fake generators. Its pictures are rows without files. */
export function testSession(): TestSession {
  const { folder, project, sample } = storedExample()
  project.close()
  const context = testContext()
  const told: JobView[][] = []
  const open = () => openSession(context, folder, (view) => told.push(view()))
  let session = open()
  onTestFinished(() => session.close())
  return {
    get project() {
      return session.project
    },
    get queue() {
      return session.queue
    },
    close: () => session.close(),
    context,
    folder,
    sample,
    told,
    restart() {
      session.close()
      session = open()
      return session
    },
  }
}
