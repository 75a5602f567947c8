import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { brokenReferences } from '@shared/testing/brokenReferences'
import { invalidRecords } from '@shared/testing/recordDump'
import { randomCommand } from '@shared/testing/randomCommands'
import { seededRandom } from '@shared/testing/seededRandom'
import { dispatch } from '../electron/commit/dispatch'
import { databaseFile } from '../electron/store/openProject'
import { storedExample } from '../electron/testing/testFolder'
import { Counts, rounds, seed } from './counts'

/** So many commands between two looks at memory and file. */
const apart = Math.max(100, Math.floor(rounds / 20))
const megabytes = (bytes: number) => Math.round(bytes / 1e5) / 10

test('a season of work in one sitting', { timeout: rounds * 1000 }, async () => {
  const stored = storedExample()
  const { folder } = stored
  let project = stored.project
  const random = seededRandom(seed)
  const counts = new Counts('soak', 'commands, undos and redos')
  const looks: { commands: number; memoryMB: number; keptMB: number; fileMB: number; records: number }[] = []
  for (let round = 1; round <= rounds; round++) {
    const dice = random()
    const { undo, redo } = project.undoLabels()
    await counts.one(() => {
      if (dice < 0.25 && undo) project.undo()
      else if (dice < 0.32 && redo) project.redo()
      else {
        const { name, input } = randomCommand(project.records, random)
        dispatch(project, name, input)
      }
    })
    if (round % apart) continue
    // As a user who closes for the night.
    project = stored.reopen()
    globalThis.gc?.()
    looks.push({
      commands: round,
      memoryMB: megabytes(process.memoryUsage().rss),
      keptMB: megabytes(process.memoryUsage().heapUsed),
      fileMB: megabytes(statSync(databaseFile(folder)).size),
      records: project.records.count('assignments') + project.records.count('shots') + project.records.count('assets'),
    })
    expect([...invalidRecords(project.records), ...brokenReferences(project.records)]).toEqual([])
    expect(project.inspect().integrity).toBe('ok')
  }
  counts.tell()
  process.stdout.write(`${looks.map((look) => JSON.stringify(look)).join('\n')}\n`)
  // What the file holds beside the records is the history, which is bounded.
  expect(looks.at(-1)!.fileMB).toBeLessThan(40)
})
