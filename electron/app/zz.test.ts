import { test } from 'vitest'
import { randomCommand } from '@shared/testing/randomCommands'
import { seededRandom } from '@shared/testing/random'
import { storedSample } from '../testing/testFolder'
import { brokenReferences } from '@shared/testing/brokenReferences'
import { dispatch } from './dispatch'
import { tryCommand } from '@shared/testing/runCommand'
test('x', () => {
  const seen = new Set()
  for (let seed = 0; seed < 30; seed++) {
  const { project } = storedSample()
  const random = seededRandom(seed)
  let undone = 0
  for (let i = 0; i < 120; i++) {
    const { name, input } = randomCommand(project.records, random)
    const before = brokenReferences(project.records)
    try { dispatch(project, name, input) } catch (e) { if (/Sqlite/.test((e as Error).name)) { if (seen.has(name)) break; seen.add(name); console.log(seed, i, name, input, e, JSON.stringify(tryCommand(project.records, () => 'x' + Math.random(), name, input), null, 1).slice(0, 3000), before); break } }
    if (random() < 0.1) { try { project.undo(); undone++ } catch (e) { if (/Sqlite/.test((e as Error).name)) { console.log('UNDO', project.undoLabels(), e); break } } }
  }
  }
})
