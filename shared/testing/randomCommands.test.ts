import { expect, test } from 'vitest'
import { isEmptyChange } from '../records/change'
import { addScript } from './addScript'
import { commandNames, randomCommand } from './randomCommands'
import { seededRandom } from './seededRandom'
import { runCommand } from './runCommand'
import { exampleProject } from './exampleProject'

test('random commands reach every command of the contract, and most of them change something', () => {
  const changing = new Set<string>()
  let changes = 0
  for (let seed = 1; seed <= 30; seed++) {
    const project = exampleProject()
    addScript(project)
    project.sound()
    const random = seededRandom(seed)
    for (let i = 0; i < 200; i++) {
      const { name, input } = randomCommand(project.store, random)
      const change = runCommand(project.store, project.newId, name, input)
      if (!change || isEmptyChange(change)) continue
      changes++
      changing.add(name)
    }
  }
  expect(commandNames.filter((name) => !changing.has(name))).toEqual([])
  expect(changes).toBeGreaterThan(2000)
})
