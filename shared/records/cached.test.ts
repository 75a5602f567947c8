import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomCommand } from '../testing/randomCommands'
import { seededRandom } from '../testing/seededRandom'
import { runCommand, tryCommand } from '../testing/runCommand'
import { exampleProject } from '../testing/exampleProject'
import { cached } from './cached'
import { sameValue } from './canonical'
import { propose } from './draft'
import { RecordStore, type ReadRecords } from './recordStore'
import { TrackedReads } from './trackedReads'

/** Names of the assets in a shot, each of them remembered too; `worked` counts what was worked out. */
function readings() {
  const worked: string[] = []
  const nameOf = cached((reads, instanceId) => {
    worked.push(instanceId)
    return reads.must('assets', reads.must('sceneAssetInstances', instanceId).assetId).name
  })
  const namesIn = cached((reads, shotId) => {
    worked.push(shotId)
    return reads.list('assignmentsOfShot', shotId).map((a) => nameOf(reads, a.sceneAssetInstanceId))
  }, sameValue)
  const plainNames = (reads: ReadRecords, shotId: string) =>
    reads
      .list('assignmentsOfShot', shotId)
      .map((a) => reads.must('assets', reads.must('sceneAssetInstances', a.sceneAssetInstanceId).assetId).name)
  const workOf = (work: () => unknown) => {
    worked.length = 0
    work()
    return [...worked]
  }
  return { nameOf, namesIn, plainNames, workOf }
}

describe('a cached reading', () => {
  test('is worked out again only when something it read changed, also through another one', () => {
    const p = exampleProject()
    const { namesIn, workOf } = readings()
    const [shot, other] = [p.roomShots[0]!, p.roomShots[3]!]
    const bob = p.instanceId(p.room, p.bob)
    expect(workOf(() => namesIn(p.store, shot.id))).toHaveLength(4)
    expect(workOf(() => namesIn(p.store, shot.id))).toEqual([])
    p.put(other, p.alice)
    expect(workOf(() => namesIn(p.store, shot.id))).toEqual([])
    p.run((draft) => draft.update('assets', p.bob.id, { name: 'Rob' }))
    expect(workOf(() => namesIn(p.store, shot.id))).toEqual([bob, shot.id])
    expect(namesIn(p.store, shot.id)).toContain('Rob')
  })

  test('is the same value when it comes out the same, and then nothing that read it is worked out', () => {
    const p = exampleProject()
    const { nameOf, namesIn, workOf } = readings()
    const shot = p.roomShots[0]!
    const before = namesIn(p.store, shot.id)
    p.run((draft) => draft.update('assets', p.bob.id, { description: 'a small man' }))
    expect(workOf(() => namesIn(p.store, shot.id))).toEqual([p.instanceId(p.room, p.bob)])
    p.run((draft) => draft.update('assignments', p.assignment(shot, p.bob)!.id, { action: 'waits' }))
    expect(workOf(() => namesIn(p.store, shot.id))).toEqual([shot.id])
    expect(namesIn(p.store, shot.id)).toBe(before)
    expect(nameOf(p.store, p.instanceId(p.room, p.bob))).toBe('Bob')
  })

  test('passes on what it read to the reads it is called with', () => {
    const p = exampleProject()
    const { namesIn } = readings()
    const reads = new TrackedReads(p.store)
    namesIn(reads, p.roomShots[0]!.id)
    const { values } = reads.finish()
    const { revision } = p.store
    const moved = () => {
      for (const value of values) value.refresh()
      return values.some((value) => value.version > revision)
    }
    p.run((draft) => draft.update('assets', p.alice.id, { description: 'a small woman' }))
    expect(moved()).toBe(false)
    p.run((draft) => draft.update('assets', p.alice.id, { name: 'Alison' }))
    expect(moved()).toBe(true)
  })

  test('neither answers nor keeps anything while a draft is open', () => {
    const p = exampleProject()
    const { namesIn, workOf } = readings()
    const [known, unknown] = [p.roomShots[0]!.id, p.roomShots[1]!.id]
    const before = [...namesIn(p.store, known)]
    propose(p.store, p.newId, (draft) => {
      draft.update('assets', p.bob.id, { name: 'Rob' })
      for (const reads of [draft, p.store, new TrackedReads(p.store)])
        for (const id of [known, unknown]) {
          expect(namesIn(reads, id)).toContain('Rob')
          expect(namesIn(reads, id)).not.toContain('Bob')
        }
    })
    expect(workOf(() => expect(namesIn(p.store, known)).toEqual(before))).toEqual([])
    expect(namesIn(p.store, unknown)).toContain('Bob')
  })

  test('inside a draft is worked out once, and again after each write of the draft', () => {
    const p = exampleProject()
    const { namesIn, workOf } = readings()
    const { id } = p.roomShots[0]!
    propose(p.store, p.newId, (draft) => {
      for (const name of ['Rob', 'Bo']) {
        draft.update('assets', p.bob.id, { name })
        expect(namesIn(draft, id)).toContain(name)
        expect(workOf(() => namesIn(draft, id))).toEqual([])
      }
    })
    expect(namesIn(p.store, id)).toContain('Bob')
  })

  test('tells inside a draft what it was before, of exactly what the draft touches', () => {
    const p = exampleProject()
    const { nameOf, namesIn } = readings()
    for (const shot of [...p.roomShots, ...p.gardenShots]) namesIn(p.store, shot.id)
    const drafted = (edit: (draft: Parameters<Parameters<typeof propose>[2]>[0]) => void) =>
      propose(p.store, p.newId, edit, () => [[...nameOf.drafted(p.store)], [...namesIn.drafted(p.store)]] as const)
    const alice = p.instanceId(p.room, p.alice)
    const renamed = drafted((draft) => draft.update('assets', p.alice.id, { name: 'Alison' }))
    expect(renamed).toMatchObject({
      inspected: [[[alice, 'Alice']], p.roomShots.slice(0, 3).map((s) => [s.id, namesIn(p.store, s.id)])],
    })
    const described = drafted((draft) => draft.update('assets', p.alice.id, { description: 'a small woman' }))
    expect(described).toMatchObject({ inspected: [[[alice, 'Alice']], []] })
    const untouched = drafted((draft) => draft.update('shots', p.roomShots[0]!.id, { text: 'Nobody speaks.' }))
    expect(untouched).toMatchObject({ inspected: [[], []] })
    p.run((draft) => draft.update('assets', p.bob.id, { name: 'Rob' }))
    expect(drafted((draft) => draft.update('assets', p.bob.id, { name: 'Bo' }))).toMatchObject({ inspected: [[], []] })
  })

  test('that cannot be worked out is asked again, and who can do without it hears when it can', () => {
    const p = exampleProject()
    const nameOf = cached((reads, id) => reads.must('assets', id).name)
    const nameOr = cached((reads, id) => {
      try {
        return nameOf(reads, id)
      } catch {
        return 'nobody'
      }
    })
    expect(() => nameOf(p.store, 'late')).toThrow('late')
    expect(nameOr(p.store, 'late')).toBe('nobody')
    p.run((draft) => draft.add('assets', { ...p.bob, id: 'late', name: 'Late' }))
    expect(nameOr(p.store, 'late')).toBe('Late')
    expect(nameOf(p.store, 'late')).toBe('Late')
    p.run((draft) => draft.remove('assets', 'late'))
    expect(nameOr(p.store, 'late')).toBe('nobody')
    expect(() => nameOf(p.store, 'late')).toThrow('late')
  })

  test('as last worked out is what it was, however much has changed', () => {
    const p = exampleProject()
    const { namesIn } = readings()
    const { id } = p.roomShots[0]!
    expect(namesIn.last(p.store, id)).toContain('Bob')
    p.run((draft) => draft.update('assets', p.bob.id, { name: 'Rob' }))
    expect(namesIn.isCurrent(p.store, id)).toBe(false)
    expect(namesIn.last(p.store, id)).toContain('Bob')
    expect(namesIn(p.store, id)).toContain('Rob')
    expect(namesIn.last(p.store, id)).toContain('Rob')
    expect(namesIn.isCurrent(p.store, id)).toBe(true)
  })

  test('of two stores are two', () => {
    const [one, two] = [exampleProject(), exampleProject()]
    const { namesIn } = readings()
    two.run((draft) => draft.update('assets', two.bob.id, { name: 'Rob' }))
    expect(namesIn(one.store, one.roomShots[0]!.id)).toContain('Bob')
    expect(namesIn(two.store, two.roomShots[0]!.id)).toContain('Rob')
    expect(namesIn(new RecordStore(), 'nothing')).toEqual([])
  })

  test('is what the plain reading is, after any commands and drafts', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { store, newId } = exampleProject()
        const { namesIn, plainNames } = readings()
        const random = seededRandom(seed)
        for (let i = 0; i < 40; i++) {
          const { name, input } = randomCommand(store, random)
          if (random() < 0.3) tryCommand(store, newId, name, input)
          else runCommand(store, newId, name, input)
          for (const shot of store.all('shots'))
            if (random() < 0.7) expect(namesIn(store, shot.id)).toEqual(plainNames(store, shot.id))
        }
      }),
      { numRuns: 15 },
    )
  })
})
