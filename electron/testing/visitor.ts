import { openSync } from 'node:fs'
import { Refusal } from '@shared/records/refusal'
import { openSessionToLookAt, openSession } from '../app/session'
import { reportedError } from '../commit/reportedError'
import { openSqlite } from '../store/sqlite'
import { testContext } from './fakeGenerators'

// A process that comes to a project under hard conditions: `visitor.mjs FOLDER [handles]` opens it for writing, then as the window does when that is
// refused, tries an edit, and tells what happened as one line of JSON. With `handles` it first opens files until the system gives no more.
const [folder = '', burden] = process.argv.slice(2)

function withRefusal(work: () => void): Refusal | { message: string } | null {
  try {
    work()
    return null
  } catch (error) {
    return error instanceof Refusal ? error : { message: reportedError(error).message }
  }
}

if (burden === 'handles') {
  // What has to be loaded is loaded before.
  openSqlite(':memory:').close()
  try {
    for (;;) openSync('/dev/null', 'r')
  } catch {
    // As many as there are.
  }
}

const writing = withRefusal(() => openSession(testContext(), folder).close())
let scenes = -1
let edit: string | undefined
const reading =
  writing instanceof Refusal
    ? withRefusal(() => {
        const session = openSessionToLookAt(testContext(), folder, writing)
        const { project } = session
        scenes = project.records.count('scenes')
        edit = withRefusal(() => project.transaction(() => project.jobs.tidy()))?.message
        withRefusal(() => project.media.temporaryFolder())
        session.close()
      })
    : null
process.stdout.write(`${JSON.stringify({ writing: writing?.message, reading: reading?.message, scenes, edit })}\n`)
