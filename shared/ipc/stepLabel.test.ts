import { expect, test } from 'vitest'
import { TestProject } from '../testing/testProject'
import { Refusal } from '../records/refusal'
import { proposeCommand, parseCommandInput } from './proposeCommand'
import { commands } from './rules'
import { stepLabel } from './stepLabel'
import type { CommandName } from './inputSchemas'

test('an undo step says what was done to what', () => {
  const p = new TestProject()
  const scene = p.scene()
  const shots = p.shots(scene, 5)
  const [one, two] = shots
  const alice = p.asset('character', 'Alice')
  const bob = p.asset('character', 'Bob')
  const a = p.put(one!, alice, { presence: 'throughout' })
  const label = (name: CommandName, input: unknown) => {
    const parsed = parseCommandInput(name, input)
    const outcome = proposeCommand(p.store, p.newId, name, parsed)
    if (outcome instanceof Refusal) throw outcome
    return stepLabel(commands[name].label, parsed, p.store, outcome.change)
  }
  const shotIds = shots.map((s) => s.id)
  expect(label('assignment.set', { shotId: two!.id, assetId: alice.id })).toBe('set presence: Alice, shot 2')
  expect(label('assignment.remove', { id: a.id })).toBe('remove from shot: Alice, shot 1')
  expect(label('shot.delete', { shotIds: [one!.id, two!.id] })).toBe('delete shot: shots 1, 2')
  expect(label('shot.delete', { shotIds })).toBe('delete shot: 5 shots')
  expect(label('asset.create', { name: 'Cleo', type: 'prop' })).toBe('add asset: Cleo')
  expect(label('asset.merge', { intoId: alice.id, fromIds: [bob.id] })).toBe('merge assets: Alice, Bob')
  expect(label('look.create', { assetId: bob.id, name: 'Wet' })).toBe('add look: Bob')
  expect(label('look.update', { lookId: bob.defaultLookId, name: 'Dry' })).toBe('edit look: Bob')
  expect(label('scene.delete', { sceneId: scene.id })).toBe('delete scene: scene 1')
  expect(label('shot.create', { sceneId: scene.id, afterShotId: one!.id })).toBe('add shot: shot 1A')
  expect(label('project.update', { title: 'Nine' })).toBe('change project settings')
  const cells = shots.map((s) => ({ shotId: s.id, assetId: bob.id, presence: 'throughout' }))
  expect(label('assignment.setMany', { cells })).toBe('set presences: Bob, 5 shots')
})
