import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { shotsInOrder } from '@shared/domain/lookup'
import { below, seededRandom } from '@shared/testing/seededRandom'
import { openSession } from '../app/session'
import { generate } from '../services/generate'
import { testContext } from './fakeGenerators'

// Makes stills until it is killed: `endlessMaker.mjs FOLDER SEED` waits for a line on its standard input, opens the project, goes on with its queue
// and asks for more. Every take that is stored it tells at once: `take ID MEDIA`.
const [folder = '', seed = '1'] = process.argv.slice(2)
const random = seededRandom(Number(seed))
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

writeSync(1, 'ready\n')
await once(process.stdin, 'data')
const started = Date.now()
let ids = 0
const context = { ...testContext(), newId: () => `${started}-${process.pid}-${++ids}` }
context.generators.during = () => pause(below(random, 4)).then(() => {})
const { project, queue } = openSession(context, folder)
project.onChange((change) => {
  for (const take of Object.values(change.added.takes ?? {})) writeSync(1, `take ${take.id} ${take.mediaId}\n`)
})
writeSync(1, 'open\n')
for (;;) {
  const shots = shotsInOrder(project.records).map((s) => s.id)
  const some = shots.filter(() => random() < 0.5)
  if (random() < 0.2) setTimeout(() => queue.cancel(), below(random, 6))
  // Something new to draw each time.
  for (const shotId of some)
    project.commit(
      {
        added: {},
        updated: {
          shots: { [shotId]: [{ notes: project.records.must('shots', shotId).notes }, { notes: `${ids++}` }] },
        },
        removed: {},
      },
      null,
    )
  await generate(project, queue, { stage: 10, scope: 'chosen', shotIds: some.length ? some : shots })
}
