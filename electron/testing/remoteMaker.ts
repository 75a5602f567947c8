import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { openSession, type Session } from '../app/session'
import { nodeChild } from '../generators/nodeChild'
import { startGeneratorProcess, type ChildLike } from '../generators/startGeneratorProcess'
import { generate } from '../services/generate'
import { afterMs } from '../commit/context'
import { newId } from '../commit/newId'

// An editor with its generator process, to be killed: `remoteMaker.mjs FOLDER GENERATOR_ENTRY KEY`. It opens the project, goes on with its queue and tells the states of its
// jobs as JSON, one line each time they change. Its standard input takes `make STAGE SHOT GENERATOR`, `retry` and `kill`, which kills the generator process.
const [folder = '', entry = '', key = ''] = process.argv.slice(2)
let child: ChildLike | null = null
const generators = startGeneratorProcess(() => (child = nodeChild(entry)))
const context = { newId, now: Date.now, after: afterMs, generators, keys: { keyOf: () => key || null } }
let session: Session | null = null
function tell(): void {
  // The queue goes on while the project is still being opened.
  const jobs = session?.project.jobs.list().map(({ state, error }) => ({ state, error }))
  if (jobs) writeSync(1, `${JSON.stringify(jobs)}\n`)
}
const { project, queue } = (session = openSession(context, folder, tell))
tell()
createInterface({ input: process.stdin }).on('line', (line) => {
  const [verb, stage, shotId, generatorId] = line.split(' ')
  if (verb === 'kill') child?.kill()
  if (verb === 'retry') queue.retry(project.jobs.list().map((job) => job.id))
  if (verb === 'make')
    void generate(project, queue, {
      stage: stage === '12' ? 12 : 10,
      scope: 'chosen',
      shotIds: [shotId!],
      frames: ['start'],
      generatorId: generatorId!,
    }).then(tell, tell)
})
