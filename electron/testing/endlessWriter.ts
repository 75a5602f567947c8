import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { InvalidInput, Refusal } from '@shared/records/refusal'
import { randomCommand } from '@shared/testing/randomCommands'
import { below, seededRandom } from '@shared/testing/seededRandom'
import { dispatch } from '../commit/dispatch'
import type { OpenProject } from '../store/project'
import { openProject } from '../store/openProject'
import { stateDigest } from './stateDigest'

// Writes to a project until it is killed: `endlessWriter.mjs FOLDER SEED` waits for a line on its standard input, opens the project and runs
// seeded commands, undos, redos and new media. What is done it tells at once, one line each: `KIND UNDOSTEP DIGEST-OF-THE-RECORDS`.
const [folder = '', seed = '1'] = process.argv.slice(2)

function tell(project: OpenProject, kind: string, step: number | string): void {
  writeSync(1, `${kind} ${step} ${stateDigest(project.records)}\n`)
}

function addMedia(project: OpenProject, random: () => number): void {
  const bytes = randomBytes(1 + below(random, 60_000))
  const id = project.media.keepBytes(bytes, 'bin')
  const media = {
    id,
    kind: 'picture' as const,
    mime: 'x/y',
    ext: 'bin',
    bytes: bytes.length,
    width: 1,
    height: 1,
    alpha: false,
    name: 'x',
    seconds: null,
    workingId: null,
    ordinal: project.records.nextOrdinal('media'),
  }
  project.commit({ added: { media: { [id]: media } }, updated: {}, removed: {} }, null)
  tell(project, 'media', 0)
}

function oneMore(project: OpenProject, random: () => number): void {
  const dice = random()
  const labels = project.undoLabels()
  if (dice < 0.1 && labels.undo) tell(project, 'undo', project.undo().seq)
  else if (dice < 0.17 && labels.redo) tell(project, 'redo', project.redo().seq)
  else if (dice < 0.2) addMedia(project, random)
  else {
    const { name, input } = randomCommand(project.records, random)
    const { undoStep } = dispatch(project, name, input)
    if (undoStep !== null) tell(project, 'do', undoStep)
  }
}

writeSync(1, 'ready\n')
await once(process.stdin, 'data')
const project = openProject(folder, 'write')
tell(project, 'open', 0)
for (const random = seededRandom(Number(seed)); ;) {
  try {
    oneMore(project, random)
  } catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof InvalidInput)) throw error
  }
}
