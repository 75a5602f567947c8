import { expect, test } from 'vitest'
import type { CommandName } from '../ipc/inputs'
import { commands, type Command } from '../ipc/rules'
import { propose } from '../records/draft'
import { Refusal } from '../records/refusal'
import { shotFreshness } from './freshness'
import { TestProject } from '../testing/testProject'

/** A project of scenes of ten shots each; the first scene is the same whatever the size. */
function project(scenes: number) {
  const p = new TestProject()
  const alice = p.asset('character', 'Alice', { description: 'red-haired woman', picture: true })
  const bob = p.asset('character', 'Bob')
  const john = p.asset('character', 'John')
  const first = p.scene()
  const shots = p.shots(first, 10)
  for (const shot of shots) p.put(shot, alice)
  p.put(shots[3]!, john)
  p.put(shots[4]!, bob, { presence: 'passes_through' })
  const added = { scenes: {} as Record<string, never>, shots: {} as Record<string, never> }
  for (let i = 1; i < scenes; i++) {
    const scene = { ...first, id: `scene${i}`, orderKey: `b${String(i).padStart(5, '0')}`, number: String(i + 1) }
    added.scenes[scene.id] = scene as never
    for (let k = 0; k < 10; k++) added.shots[`shot${i}-${k}`] = { ...shots[0]!, id: `shot${i}-${k}`, sceneId: scene.id, orderKey: `a${k}`, number: `${i}.${k}` } as never
  }
  p.store.apply({ added, updated: {}, removed: {} })
  return { p, alice, bob, john, first, shots }
}

type Setting = ReturnType<typeof project>
const edits: [CommandName, (s: Setting) => object][] = [
  ['assignment.set', (s) => ({ shotId: s.shots[2]!.id, assetId: s.bob.id, presence: 'enters' })],
  ['assignment.remove', (s) => ({ assignmentId: s.p.assignment(s.shots[2]!, s.alice)!.id })],
  ['assignment.moveEdge', (s) => ({ sceneAssetInstanceId: s.p.instanceId(s.first, s.alice), fromShotId: s.shots[0]!.id, edge: 'enter', toShotId: s.shots[3]!.id, at: 0.5 })],
  ['shot.update', (s) => ({ shotId: s.shots[2]!.id, text: 'Alice sits.' })],
  ['shot.split', (s) => ({ shotId: s.shots[4]!.id })],
  ['shot.join', (s) => ({ shotIds: [s.shots[0]!.id, s.shots[1]!.id] })],
  ['shot.delete', (s) => ({ shotId: s.shots[5]!.id })],
  ['shot.move', (s) => ({ shotId: s.shots[5]!.id, index: 0 })],
  ['blocking.set', (s) => ({ assignmentId: s.p.assignment(s.shots[2]!, s.alice)!.id, frame: 'start', x: 0.3 })],
  ['look.create', (s) => ({ assetId: s.alice.id, name: 'Raincoat' })],
  ['asset.update', (s) => ({ assetId: s.alice.id, description: 'a woman' })],
  ['template.apply', (s) => ({ template: 'visits', assetId: s.bob.id, shotIds: [s.shots[1]!.id, s.shots[2]!.id] })],
  ['prompt.edit', (s) => ({ shotId: s.shots[2]!.id, prompt: 'start', text: 'Alice waits.' })],
]

const visitsOf = (setting: Setting, name: CommandName, input: object) => {
  const { store } = setting.p
  store.visits = 0
  const outcome = propose(store, setting.p.newId, (draft) => (commands[name] as Command).rule(draft, input as never))
  if (outcome instanceof Refusal) throw outcome
  return store.visits
}

const small = project(10)
const large = project(1000)

test.each(edits)('%s reads as many records in a project of 100 shots as in one of 10,000', (name, input) => {
  const visits = visitsOf(small, name, input(small))
  expect(visits).toBeGreaterThan(0)
  expect(visitsOf(large, name, input(large))).toBe(visits)
})

test('what a shot\'s results depend on is read from the shot, not from the project', () => {
  const count = (s: Setting) => {
    s.p.store.visits = 0
    shotFreshness(s.p.store, s.shots[2]!.id)
    return s.p.store.visits
  }
  for (const s of [small, large]) s.p.take(s.shots[2]!, 'startFrame')
  expect(count(large)).toBe(count(small))
})

test('merging costs what the two assets touch', () => {
  const input = (s: Setting) => ({ intoId: s.alice.id, fromIds: [s.john.id], as: 'look' })
  expect(visitsOf(large, 'asset.merge', input(large))).toBe(visitsOf(small, 'asset.merge', input(small)))
})
