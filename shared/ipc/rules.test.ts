import { asItself } from '../model/assignment'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isInitialised } from '../domain/presence/initialised'
import { changedIds, invertChange, type Change } from '../records/change'
import { addScript } from '../testing/addScript'
import { brokenReferences } from '../testing/brokenReferences'
import { composeChanges, emptyChange } from '../testing/composeChanges'
import { commandNames, randomCommand } from '../testing/randomCommands'
import { seededRandom } from '../testing/seededRandom'
import { invalidRecords, recordDump } from '../testing/recordDump'
import { runCommand } from '../testing/runCommand'
import { exampleProject } from '../testing/exampleProject'
import { inputSchemas, type CommandName } from './inputSchemas'
import { commands } from './rules'

/** Seeded commands over the sample project, each change given to `see`. */
function play(seed: number, count: number, see: (name: CommandName, change: Change) => void = () => {}) {
  const project = exampleProject()
  addScript(project)
  const random = seededRandom(seed)
  for (let i = 0; i < count; i++) {
    const { name, input } = randomCommand(project.store, random)
    const change = runCommand(project.store, project.newId, name, input)
    if (change) see(name, change)
  }
  return project
}

describe('the commands', () => {
  test('leave only valid records that hold together, whatever the user does', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { store } = play(seed, 120)
        expect(invalidRecords(store)).toEqual([])
        expect(brokenReferences(store)).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  test('can all be taken back, one by one and all at once', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const untouched = exampleProject()
        addScript(untouched)
        const before = recordDump(untouched.store)
        const changes: Change[] = []
        const states: unknown[] = []
        const { store } = play(seed, 40, (_name, change) => changes.push(change))
        const end = recordDump(store)
        for (const change of changes.toReversed()) {
          states.push(recordDump(store))
          store.apply(invertChange(change))
        }
        expect(recordDump(store)).toEqual(before)
        for (const change of changes) {
          store.apply(change)
          expect(recordDump(store)).toEqual(states.pop())
        }
        expect(recordDump(store)).toEqual(end)
        store.apply(invertChange(changes.reduce(composeChanges, emptyChange)))
        expect(recordDump(store)).toEqual(before)
      }),
      { numRuns: 15 },
    )
  })

  test('never touch what jobs make, and only ever note that a scene was filled', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        play(seed, 120, (name, change) => {
          for (const kind of ['added', 'updated', 'removed'] as const) {
            const tables = Object.keys(changedIds(change, kind))
            expect(
              tables.filter((t) => ['takes', 'passes', 'media'].includes(t)),
              `${name} ${kind}`,
            ).toEqual([])
          }
          expect(change.removed.sceneStates).toBeUndefined()
          for (const state of Object.values(change.added.sceneStates ?? {}))
            expect(state.assignmentsInitialised).toBe(true)
        })
      }),
      { numRuns: 10 },
    )
  })

  test('have a label each, and an undo step', () => {
    for (const name of commandNames) expect(commands[name].label, name).toMatch(/^[a-z][a-z ]+$/)
    expect(Object.keys(commands).sort()).toEqual(Object.keys(inputSchemas).sort())
    expect([...new Set(commandNames.map((name) => commands[name].undo))]).toEqual(['step'])
  })
})

describe('a scene counts as filled', () => {
  const cellar = () => {
    const project = exampleProject()
    const scene = project.store.list('scenesInOrder').find((s) => s.set === 'CELLAR')!
    const [shot] = project.store.list('shotsOfScene', scene.id)
    const { id: instanceId } = project.store.first('instancesOfScene', scene.id)!
    const run = (name: CommandName, input: unknown) =>
      expect(runCommand(project.store, project.newId, name, input), name).not.toBeNull()
    return { project, scene, shot: shot!, instanceId, run, filled: () => isInitialised(project.store, scene.id) }
  }

  test.each<[CommandName, (c: ReturnType<typeof cellar>) => unknown]>([
    ['assignment.set', (c) => ({ shotId: c.shot.id, sceneAssetInstanceId: c.instanceId })],
    ['assignment.setMany', (c) => ({ cells: [{ shotId: c.shot.id, sceneAssetInstanceId: c.instanceId }] })],
    [
      'assignment.setMany',
      (c) => ({ cells: [{ shotId: c.shot.id, sceneAssetInstanceId: c.instanceId, remove: true }] }),
    ],
    ['asset.addToScene', (c) => ({ assetId: c.project.alice.id, sceneId: c.scene.id, shotIds: [] })],
    ['scene.open', (c) => ({ sceneId: c.scene.id })],
  ])('after %s', (name, input) => {
    const c = cellar()
    expect(c.filled()).toBe(false)
    c.run(name, input(c))
    expect(c.filled()).toBe(true)
  })

  test.each<[string, (c: ReturnType<typeof cellar>, assignmentId: string) => [CommandName, unknown]]>([
    ['assignment.remove by its id', (_c, assignmentId) => ['assignment.remove', { assignmentId }]],
    [
      'assignment.remove by shot and asset',
      (c) => ['assignment.remove', { shotId: c.shot.id, sceneAssetInstanceId: c.instanceId }],
    ],
    [
      'assignment.moveEdge',
      (c) => [
        'assignment.moveEdge',
        { sceneAssetInstanceId: c.instanceId, fromShotId: c.shot.id, edge: 'exit', toShotId: c.shot.id, at: 0.5 },
      ],
    ],
    ['suggestion.accept', (_c, assignmentId) => ['suggestion.accept', { assignmentIds: [assignmentId] }]],
    ['suggestion.reject', (_c, assignmentId) => ['suggestion.reject', { assignmentIds: [assignmentId] }]],
  ])('after %s', (_name, command) => {
    const c = cellar()
    // As a new shot's location gets there: assigned, but not by hand.
    const assignment = c.project.run((draft) =>
      draft.add('assignments', {
        ...asItself,
        id: draft.newId(),
        shotId: c.shot.id,
        sceneAssetInstanceId: c.instanceId,
        presence: 'throughout',
        enterAt: 0,
        exitAt: 1,
        enterFrom: null,
        exitTo: null,
        action: '',
        rank: null,
        origin: 'suggested',
        evidence: null,
        ordinal: draft.nextOrdinal('assignments'),
      }),
    )
    c.run(...command(c, assignment.id))
    expect(c.filled()).toBe(true)
  })

  test.each<[CommandName, (c: ReturnType<typeof cellar>) => unknown]>([
    ['shot.create', (c) => ({ sceneId: c.scene.id })],
    ['shot.delete', (c) => ({ shotId: c.shot.id })],
    ['scene.update', (c) => ({ sceneId: c.scene.id, title: 'x' })],
  ])('not after %s', (name, input) => {
    const c = cellar()
    c.run(name, input(c))
    expect(c.filled()).toBe(false)
  })
})
