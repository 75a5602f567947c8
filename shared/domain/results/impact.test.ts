import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { impactOfCommand, parseCommandInput } from '../../ipc/proposeCommand'
import type { CommandInputs, CommandName } from '../../ipc/inputSchemas'
import { resultKinds } from '../../model/result'
import { InvalidInput, Refusal } from '../../records/refusal'
import type { RecordStore } from '../../records/recordStore'
import { addScript } from '../../testing/addScript'
import { makeAllResults } from '../../testing/makeAllResults'
import { randomCommand } from '../../testing/randomCommands'
import { seededRandom } from '../../testing/seededRandom'
import { rebuilt } from '../../testing/rebuilt'
import { exampleProject } from '../../testing/exampleProject'
import { TestProject } from '../../testing/testProject'
import { createLook } from '../assets/assetRules'
import { setTransformation } from '../looks/transformationRules'
import { shotsInOrder } from '../lookup'
import { shotsInTray } from '../structure/tray'
import { shotFreshness, shotStatuses, type ShotFreshness } from './freshness'
import type { Impact } from './impact'
import { lockTake } from './resultRules'

function impact<C extends CommandName>(p: TestProject, name: C, input: CommandInputs[C], atMost?: number): Impact {
  const outcome = impactOfCommand(p.store, p.newId, name, input, atMost)
  if (outcome instanceof Refusal) throw outcome
  return outcome
}
/** The same of any input; null when it is refused. */
function allowed(p: TestProject, name: CommandName, input: unknown): Impact | null {
  try {
    return impact(p, name, parseCommandInput(name, input))
  } catch (error) {
    if (error instanceof Refusal || error instanceof InvalidInput) return null
    throw error
  }
}
const counts = ({ stale }: Impact) => ({
  results: stale.reduce((n, s) => n + s.results.length, 0),
  shots: stale.length,
})

/** Everything of every shot, worked out by a store without memory. */
function bruteForce(store: RecordStore): Map<string, ShotFreshness> {
  const memoryless = rebuilt(store)
  return new Map([...store.all('shots')].map((shot) => [shot.id, shotFreshness(memoryless, shot.id)]))
}

/** What turned stale between two such looks at a project, by the words of the definition. */
const turned = (store: RecordStore, before: Map<string, ShotFreshness>, after: Map<string, ShotFreshness>) =>
  shotsInOrder(store).flatMap(({ id }) => {
    const now = after.get(id)!
    const results = resultKinds.filter((r) => now[r].status === 'stale' && before.get(id)?.[r].status !== 'stale')
    return results.length ? [{ shotId: id, results, approved: results.filter((r) => now[r].locked) }] : []
  })

describe('what a change turns stale', () => {
  test('is what a look at every shot before and after finds, after any commands; a preview leaves everything remembered as it was', () => {
    let stale = 0
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const p = exampleProject()
        const random = seededRandom(seed)
        makeAllResults(p)
        if (random() < 0.5) addScript(p)
        for (const take of p.store.all('takes'))
          if (random() < 0.2) p.run((draft) => lockTake(draft, { takeId: take.id, locked: true }))
        for (let i = 0; i < 5; i++) {
          const { name, input } = randomCommand(p.store, random)
          const before = bruteForce(p.store)
          const told = allowed(p, name, input)
          for (const [id, known] of before) expect(shotStatuses(p.store, id)).toEqual(statusesIn(known))
          if (!told) continue
          p.store.apply(told.change)
          const after = bruteForce(p.store)
          expect(told.stale, name).toEqual(turned(p.store, before, after))
          expect(told.complete).toBe(true)
          for (const [id, known] of after) {
            expect(shotStatuses(p.store, id), name).toEqual(statusesIn(known))
            expect(shotFreshness(p.store, id), name).toEqual(known)
          }
          stale += counts(told).results
        }
      }),
      { numRuns: 25 },
    )
    expect(stale).toBeGreaterThan(50)
  })

  test('of an edit of the shot itself is told: another size turns all its results stale', () => {
    const p = exampleProject()
    makeAllResults(p)
    const shot = p.roomShots[2]!
    expect(impact(p, 'shot.update', { shotId: shot.id, size: 'close' }).stale).toEqual([
      { shotId: shot.id, results: [...resultKinds], approved: [] },
    ])
  })

  test('of a merge into somebody without a picture is told for every shot, whether or not anybody asked before', () => {
    const merged = (ask: boolean) => {
      const p = new TestProject()
      const shots = p.shots(p.scene(), 3)
      const john = p.asset('character', 'John', { picture: true })
      const smith = p.asset('character', 'John Smith')
      for (const shot of shots) p.put(shot, shot === shots[0] ? smith : john)
      for (const shot of shots) for (const kind of ['startFrame', 'endFrame'] as const) p.take(shot, kind)
      if (ask) for (const shot of shots) shotFreshness(p.store, shot.id)
      return impact(p, 'asset.merge', { intoId: smith.id, fromIds: [john.id], as: 'alias' })
    }
    for (const ask of [false, true]) expect(counts(merged(ask))).toEqual({ results: 6, shots: 3 })
  })

  test('counts a video of a shot that is split, and nothing of the tray', () => {
    const p = exampleProject()
    const [shot] = p.roomShots
    p.take(shot!, 'video')
    const split = impact(p, 'shot.split', { shotId: shot!.id, at: 0.5 })
    expect(split.stale).toEqual([{ shotId: shot!.id, results: ['video'], approved: [] }])
    const scripted = new TestProject()
    addScript(scripted)
    const trayed = shotsInTray(scripted.store)[0]!
    scripted.take(trayed, 'startFrame')
    expect(impact(scripted, 'shot.update', { shotId: trayed.id, size: 'close' }).stale).toEqual([])
    scripted.run((draft) => draft.update('shots', trayed.id, { size: 'close' }))
    expect(impact(scripted, 'shot.restore', { shotId: trayed.id }).stale).toEqual([])
  })

  test('tells which of them are approved', () => {
    const p = exampleProject()
    const [shot] = p.roomShots
    const [start, end] = [p.take(shot!, 'startFrame'), p.take(shot!, 'endFrame')]
    p.run((draft) => lockTake(draft, { takeId: end.id, locked: true }))
    expect(p.store.get('takes', start.id)).toBeDefined()
    expect(impact(p, 'shot.update', { shotId: shot!.id, lens: '24 mm' }).stale).toEqual([
      { shotId: shot!.id, results: ['startFrame', 'endFrame'], approved: ['endFrame'] },
    ])
  })

  test('is told as far as it is known where only so much may be worked out, and says so', () => {
    const p = new TestProject()
    const shots = p.shots(p.scene(), 5)
    for (const shot of shots.slice(0, 3)) p.take(shot, 'startFrame')
    const some = impact(p, 'project.update', { styleText: 'ink' }, 2)
    expect([some.complete, counts(some).shots]).toEqual([false, 2])
    const all = impact(p, 'project.update', { styleText: 'ink' }, 2)
    expect([all.complete, counts(all).shots]).toEqual([true, 3])
  })
})

describe('after shots are put into another order', () => {
  test('a change of look reaches those that come after it now, and what is remembered says so', () => {
    const p = new TestProject()
    const scene = p.scene()
    const shots = p.shots(scene, 3)
    const alice = p.asset('character', 'Alice')
    for (const shot of shots) p.put(shot, alice)
    const wet = p.run((draft) => createLook(draft, { assetId: alice.id, name: 'Wet', description: 'soaked' }))
    p.run((draft) =>
      setTransformation(draft, {
        sceneAssetInstanceId: p.instanceId(scene, alice),
        kind: 'within_shot',
        shotId: shots[0]!.id,
        at: 0.5,
        fromLookId: alice.defaultLookId,
        toLookId: wet.id,
      }),
    )
    for (const shot of shots) p.take(shot, 'startFrame')
    const statuses = () => shots.map((s) => shotStatuses(p.store, s.id).startFrame.status)
    expect(statuses()).toEqual(['fresh', 'fresh', 'fresh'])
    const told = impact(p, 'shot.move', { shotIds: [shots[0]!.id], index: 2 })
    expect(told.stale.map((s) => s.shotId)).toEqual([shots[1]!.id, shots[2]!.id])
    expect(statuses()).toEqual(['fresh', 'fresh', 'fresh'])
    p.store.apply(told.change)
    expect(statuses()).toEqual(['fresh', 'stale', 'stale'])
    expect([...bruteForce(p.store).values()].map((f) => f.startFrame.status).sort()).toEqual([
      'fresh',
      'stale',
      'stale',
    ])
  })
})

const statusesIn = (known: ShotFreshness) =>
  Object.fromEntries(resultKinds.map((r) => [r, { status: known[r].status, locked: known[r].locked }]))
