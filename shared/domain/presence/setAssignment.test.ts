import { wholeFigure } from '../../model/transformation'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { presenceOf, presenceSchema } from '../../model/assignment'
import type { Asset } from '../../model/asset'
import type { Draft } from '../../records/draft'
import { InvalidInput } from '../../records/refusal'
import { TestProject } from '../../testing/testProject'
import { intervalFor } from './presenceTimes'
import { setAssignment } from './setAssignment'
import { setManyAssignments } from './setManyAssignments'
import { removeAssignment } from './removeAssignment'
import { setTransformation } from '../looks/transformationRules'
import { createAsset, deleteAsset } from '../assets/assetRules'

/** One shot of 100 frames, so that a hundredth is a frame. */
function oneShot(durationFrames = 100) {
  const p = new TestProject()
  const scene = p.scene()
  const shot = p.shot(scene, { durationFrames })
  return { p, scene, shot, alice: p.asset('character', 'Alice') }
}

describe('assignment.set', () => {
  test.each([
    ['throughout', 0, 1],
    ['enters', 0.35, 1],
    ['exits', 0, 0.65],
    ['passes_through', 0.25, 0.75],
  ] as const)('gives %s its default times', (presence, enterAt, exitAt) => {
    const { p, shot, alice } = oneShot()
    expect(p.put(shot, alice, { presence })).toMatchObject({ presence, enterAt, exitAt, origin: 'user' })
  })

  test('takes missing times from the last ones the user gave for that presence', () => {
    const { p, scene, shot, alice } = oneShot()
    p.put(shot, alice, { presence: 'enters', enterAt: 0.2 })
    p.put(shot, alice, { presence: 'exits', exitAt: 0.9 })
    p.put(shot, alice, { presence: 'passes_through', enterAt: 0.4, exitAt: 0.5 })
    const bob = p.asset('character', 'Bob')
    const next = p.shot(scene, { durationFrames: 100 })
    expect(p.put(next, bob, { presence: 'enters' })).toMatchObject({ enterAt: 0.2, exitAt: 1 })
    expect(p.put(next, bob, { presence: 'exits' })).toMatchObject({ enterAt: 0, exitAt: 0.9 })
    expect(p.put(next, bob, { presence: 'passes_through' })).toMatchObject({ enterAt: 0.4, exitAt: 0.5 })
  })

  test('remembers only times that were given', () => {
    const { p, shot, alice } = oneShot()
    p.put(shot, alice, { presence: 'enters', enterAt: 0.2 })
    p.put(shot, alice, { presence: 'throughout' })
    p.put(shot, alice, { presence: 'enters' })
    expect(p.store.must('project', 'project').lastTimes).toEqual({ enterAt: 0.2, exitAt: null, passes: null })
  })

  test('scales the missing time of a crossing to fit the given one', () => {
    const project = { lastTimes: { enterAt: null, exitAt: null, passes: null } }
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (given) => {
        const byEnter = intervalFor(project, 'passes_through', given, undefined, undefined)
        expect(byEnter.enterAt).toBe(given)
        expect(byEnter.exitAt).toBeCloseTo(given < 0.75 ? 0.75 : given + (1 - given) * (2 / 3), 12)
        const byExit = intervalFor(project, 'passes_through', undefined, given, undefined)
        expect(byExit.exitAt).toBe(given)
        expect(byExit.enterAt).toBeCloseTo(given > 0.25 ? 0.25 : given / 3, 12)
        for (const interval of [byEnter, byExit])
          expect(presenceOf(interval.enterAt, interval.exitAt)).toBe('passes_through')
      }),
    )
  })

  test('lets the interval decide without a presence, and keeps the edge that is not named', () => {
    const { p, shot, alice } = oneShot()
    expect(p.put(shot, alice, { enterAt: 0.4 })).toMatchObject({ presence: 'enters', enterAt: 0.4, exitAt: 1 })
    expect(p.put(shot, alice, { exitAt: 0.8 })).toMatchObject({ presence: 'passes_through', enterAt: 0.4, exitAt: 0.8 })
    expect(p.put(shot, alice, { enterAt: 0 })).toMatchObject({ presence: 'exits', exitAt: 0.8 })
    expect(p.put(shot, alice, { exitAt: 1 })).toMatchObject({ presence: 'throughout' })
  })

  test('changes only the fields it is given', () => {
    const { p, shot, alice } = oneShot()
    p.put(shot, alice, { presence: 'enters', enterAt: 0.4, enterFrom: 'left', action: 'carrying a tray', rank: 2 })
    const set = p.run((draft) => setAssignment(draft, { shotId: shot.id, assetId: alice.id, action: 'limping' }))
    expect(set).toMatchObject({ presence: 'enters', enterAt: 0.4, enterFrom: 'left', action: 'limping', rank: 2 })
    expect(
      p.run((draft) => setAssignment(draft, { shotId: shot.id, assetId: alice.id, enterFrom: null, rank: null })),
    ).toMatchObject({ enterFrom: null, rank: null, action: 'limping' })
  })

  test.each([
    [{ presence: 'throughout', enterAt: 0.3 }, 'enterAt'],
    [{ presence: 'throughout', exitAt: 0.3 }, 'exitAt'],
    [{ presence: 'enters', exitAt: 0.9 }, 'exitAt'],
    [{ presence: 'enters', enterAt: 0 }, 'enterAt'],
    [{ presence: 'enters', enterAt: 1 }, 'enterAt'],
    [{ presence: 'exits', enterAt: 0.1 }, 'enterAt'],
    [{ presence: 'exits', exitAt: 1 }, 'exitAt'],
    [{ presence: 'passes_through', enterAt: 0 }, 'enterAt'],
    [{ presence: 'passes_through', exitAt: 1 }, 'exitAt'],
    [{ presence: 'passes_through', enterAt: 0.6, exitAt: 0.4 }, 'exitAt'],
    [{ enterAt: 0.6, exitAt: 0.4 }, 'exitAt'],
    [{ enterAt: 0.5, exitAt: 0.5 }, 'exitAt'],
    [{ enterAt: 1 }, 'enterAt'],
  ] as const)('calls the contradiction %j invalid, with its place', (fields, at) => {
    const { p, shot, alice } = oneShot()
    const attempt = () => p.put(shot, alice, fields)
    expect(attempt).toThrow(InvalidInput)
    expect(attempt).toThrow(new RegExp(`^${at}: expected`))
    expect(p.assignment(shot, alice)).toBeUndefined()
  })

  test.each([
    [{ enterAt: 0.009 }, 'throughout', 0, 1],
    [{ exitAt: 0.991 }, 'throughout', 0, 1],
    [{ enterAt: 0.009, exitAt: 0.5 }, 'exits', 0, 0.5],
    [{ enterAt: 0.5, exitAt: 0.995 }, 'enters', 0.5, 1],
    [{ enterAt: 0.005, exitAt: 0.995 }, 'throughout', 0, 1],
    [{ presence: 'enters', enterAt: 0.004 }, 'throughout', 0, 1],
  ] as const)('snaps %j to the cut and says so', (fields, presence, enterAt, exitAt) => {
    const { p, shot, alice } = oneShot()
    expect(p.put(shot, alice, fields)).toMatchObject({ presence, enterAt, exitAt })
    expect(p.warningCodes()).toContain('SNAPPED')
  })

  test('leaves an edge of exactly one frame where it is, without a warning', () => {
    const { p, shot, alice } = oneShot()
    expect(p.put(shot, alice, { enterAt: 0.01 })).toMatchObject({ presence: 'enters', enterAt: 0.01 })
    expect(p.put(shot, alice, { enterAt: 0, exitAt: 0.99 })).toMatchObject({ presence: 'exits', exitAt: 0.99 })
    expect(p.warnings).toEqual([])
  })

  test.each([
    { enterAt: 0.995 },
    { exitAt: 0.005 },
    { enterAt: 0.001, exitAt: 0.005 },
    { presence: 'enters', enterAt: 0.995 },
  ] as const)('refuses %j, which snapping would empty', (fields) => {
    const { p, shot, alice } = oneShot()
    expect(p.refusal((draft) => setAssignment(draft, { shotId: shot.id, assetId: alice.id, ...fields }))).toBe(
      'EMPTY_INTERVAL',
    )
  })

  test('whatever is asked, the interval of what is set agrees with its presence and lies on no part of a frame', () => {
    const fraction = fc.oneof(fc.constantFrom(0, 1, 0.5), fc.double({ min: 0, max: 1, noNaN: true }))
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.option(fc.constantFrom(...presenceSchema.options), { nil: undefined }),
        fc.option(fraction, { nil: undefined }),
        fc.option(fraction, { nil: undefined }),
        (frames, presence, enterAt, exitAt) => {
          const { p, shot, alice } = oneShot(frames)
          let set
          try {
            set = p.run((draft) =>
              setAssignment(draft, { shotId: shot.id, assetId: alice.id, presence, enterAt, exitAt }),
            )
          } catch {
            return
          }
          expect(presenceOf(set.enterAt, set.exitAt)).toBe(set.presence)
          for (const edge of [set.enterAt, set.exitAt])
            if (edge !== 0 && edge !== 1) expect(Math.min(edge, 1 - edge)).toBeGreaterThanOrEqual(1 / frames - 1e-8)
        },
      ),
      { numRuns: 200 },
    )
  })

  test('warns that a crossing is in neither still', () => {
    const { p, shot, alice } = oneShot()
    p.put(shot, alice, { presence: 'passes_through' })
    expect(p.warnings).toEqual([
      {
        code: 'PASSES_THROUGH',
        message:
          "Alice in shot 1 appears in neither the start nor the end frame. How it looks depends on the video model's reading of the text. For a reliable result, split the shot.",
      },
    ])
  })

  test('names every crossing of a step, and counts the rest', () => {
    const { p, shot, alice } = oneShot()
    const others = ['Bob', 'Cleo', 'Dan', 'Eve'].map((name) => p.asset('character', name))
    const cells = (assets: readonly Asset[]) => ({
      cells: assets.map((a) => ({ shotId: shot.id, assetId: a.id, presence: 'passes_through' as const })),
    })
    const said = (assets: readonly Asset[]) => {
      p.run((draft) => setManyAssignments(draft, cells(assets)))
      return p.warnings[0]!.message.split(' in neither')[0]
    }
    expect(said([alice, others[0]!])).toBe('Alice in shot 1 and Bob in shot 1 appear')
    expect(said([alice, ...others])).toBe('Alice in shot 1, Bob in shot 1, Cleo in shot 1 and 2 more appear')
  })

  test('an edit of a suggested assignment accepts it', () => {
    const { p, shot, alice } = oneShot()
    const made = p.put(shot, alice)
    p.run((draft) => draft.update('assignments', made.id, { origin: 'suggested' }))
    expect(p.put(shot, alice, { rank: 1 }).origin).toBe('user')
  })

  test('keeps an edge that a split left within a frame of the cut, until the user sets that edge', () => {
    const { p, shot, alice } = oneShot()
    const { id } = p.put(shot, alice)
    p.run((draft) => draft.update('assignments', id, { presence: 'enters', enterAt: 0.004 }))
    expect(
      p.run((draft) => setAssignment(draft, { shotId: shot.id, assetId: alice.id, action: 'limping' })),
    ).toMatchObject({ presence: 'enters', enterAt: 0.004, exitAt: 1 })
    expect(p.put(shot, alice, { exitAt: 0.5 })).toMatchObject({
      presence: 'passes_through',
      enterAt: 0.004,
      exitAt: 0.5,
    })
    expect(p.put(shot, alice, { enterAt: 0.004 })).toMatchObject({ presence: 'exits', enterAt: 0, exitAt: 0.5 })
    expect(p.warningCodes()).toEqual(['SNAPPED'])
  })

  test('fits times nobody gave to a short shot, so that it gets the presence asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 40 }),
        fc.constantFrom('enters', 'exits', 'passes_through'),
        fc.double({ min: 0.001, max: 0.45, noNaN: true }),
        (frames, presence, edge) => {
          const { p, scene, alice } = oneShot(1000)
          const long = p.shot(scene, { durationFrames: 1000 })
          p.put(long, alice, {
            presence,
            ...(presence === 'exits' ? {} : { enterAt: edge }),
            ...(presence === 'enters' ? {} : { exitAt: 1 - edge }),
          })
          const set = p.put(p.shot(scene, { durationFrames: frames }), alice, { presence })
          expect(set.presence).toBe(presence)
          expect(p.warningCodes()).not.toContain('SNAPPED')
        },
      ),
    )
  })

  test('without room for an edge the presence snaps, with a warning', () => {
    const { p, shot, alice } = oneShot(1)
    expect(p.put(shot, alice, { presence: 'enters' }).presence).toBe('throughout')
    expect(p.warningCodes()).toEqual(['SNAPPED'])
  })

  test('makes one scene instance for an asset, and refuses that of another scene or another asset', () => {
    const { p, shot, alice } = oneShot()
    const garden = p.scene('EXT. GARDEN - DAY')
    const there = p.put(p.shot(garden), alice)
    p.put(p.shot(garden), alice)
    expect(p.store.count('sceneAssetInstances')).toBe(1)
    const set = (fields: object) => (draft: Draft) =>
      setAssignment(draft, { shotId: shot.id, sceneAssetInstanceId: there.sceneAssetInstanceId, ...fields })
    expect(p.refusal(set({}))).toBe('OTHER_SCENE')
    const bob = p.asset('character', 'Bob')
    expect(() => p.run(set({ assetId: bob.id }))).toThrow(/^assetId: expected/)
    expect(() => p.run((draft) => setAssignment(draft, { shotId: shot.id }))).toThrow(/^sceneAssetInstanceId: expected/)
  })

  test('refuses a deleted asset, a missing shot and a missing instance', () => {
    const { p, shot, alice } = oneShot()
    p.run((draft) => deleteAsset(draft, { assetId: alice.id }))
    const refusal = (input: Parameters<typeof setAssignment>[1]) => p.refusal((draft) => setAssignment(draft, input))
    expect(refusal({ shotId: shot.id, assetId: alice.id })).toBe('ASSET_DELETED')
    expect(refusal({ shotId: 'gone', assetId: alice.id })).toBe('NOT_FOUND')
    expect(refusal({ shotId: shot.id, sceneAssetInstanceId: 'gone' })).toBe('NOT_FOUND')
  })
})

describe('assignment.remove and assignment.setMany', () => {
  test('a change of look and blocking sleep while the asset is away and are named', () => {
    const { p, scene, shot, alice } = oneShot()
    p.put(shot, alice)
    const sceneAssetInstanceId = p.instanceId(scene, alice)
    const event = p.run((draft) =>
      setTransformation(draft, {
        sceneAssetInstanceId,
        kind: 'within_shot',
        shotId: shot.id,
        at: 0.5,
        fromLookId: null,
        toLookId: alice.defaultLookId,
      }),
    )
    p.run((draft) =>
      draft.add('blockings', {
        ...wholeFigure,
        id: draft.newId(),
        shotId: shot.id,
        sceneAssetInstanceId,
        frame: 'start',
        x: 0.2,
        y: 0.9,
        scale: 1,
        flip: false,
        depth: 0,
      }),
    )
    p.run((draft) => removeAssignment(draft, { shotId: shot.id, assetId: alice.id }))
    expect(p.warnings.map((w) => w.message)).toEqual([
      'Alice leaves shot 1; its change of look and blocking sleeps until it returns.',
    ])
    expect(p.store.must('transformations', event.id).suspended).toBe('uncovered')
    p.put(shot, alice)
    expect(p.store.must('transformations', event.id).suspended).toBe('')
    expect(p.store.list('blockingsOfShot', shot.id)).toHaveLength(1)
  })

  test('taking out what is not there is refused alone and passed over among many', () => {
    const { p, shot, alice } = oneShot()
    expect(p.refusal((draft) => removeAssignment(draft, { shotId: shot.id, assetId: alice.id }))).toBe('NOT_FOUND')
    p.run((draft) => setManyAssignments(draft, { cells: [{ shotId: shot.id, assetId: alice.id, remove: true }] }))
    expect(p.change).toEqual({ added: {}, updated: {}, removed: {} })
  })

  test('taking out needs a shot and an asset that belong together', () => {
    const { p, scene, shot, alice } = oneShot()
    p.put(shot, alice)
    const elsewhere = p.put(p.shot(p.scene('EXT. GARDEN')), alice).sceneAssetInstanceId
    const remove = (input: Parameters<typeof removeAssignment>[1]) => (draft: Draft) => removeAssignment(draft, input)
    expect(() => p.run(remove({}))).toThrow(/^shotId: expected/)
    expect(() => p.run(remove({ shotId: shot.id }))).toThrow(/^sceneAssetInstanceId: expected/)
    expect(() =>
      p.run(remove({ shotId: shot.id, sceneAssetInstanceId: p.instanceId(scene, alice), assetId: 'other' })),
    ).toThrow(/^assetId: expected/)
    expect(p.refusal(remove({ shotId: shot.id, sceneAssetInstanceId: elsewhere }))).toBe('OTHER_SCENE')
    expect(p.refusal(remove({ shotId: 'gone', assetId: alice.id }))).toBe('NOT_FOUND')
  })

  test('a bad cell is named by its place, and two stays in one shot are refused', () => {
    const { p, shot, alice } = oneShot()
    const set =
      (...cells: Parameters<typeof setManyAssignments>[1]['cells']) =>
      (draft: Draft) =>
        setManyAssignments(draft, { cells })
    const cell = { shotId: shot.id, assetId: alice.id }
    expect(() => p.run(set(cell, { ...cell, presence: 'enters', enterAt: 0 }))).toThrow(
      /^cells\[1\]\.enterAt: expected/,
    )
    expect(
      p.refusal(set({ ...cell, presence: 'exits', exitAt: 0.3 }, { ...cell, presence: 'enters', enterAt: 0.6 })),
    ).toBe('SPLIT_NEEDED')
    expect(p.store.count('assignments')).toBe(0)
  })

  test('many crossings are warned of once', () => {
    const { p, shot } = oneShot()
    p.run((draft) =>
      setManyAssignments(draft, {
        cells: ['Alice', 'Bob'].map((name) => ({
          shotId: shot.id,
          assetId: createAsset(draft, { name, type: 'character' }).id,
          presence: 'passes_through' as const,
        })),
      }),
    )
    expect(p.warningCodes()).toEqual(['NAME_TAKEN', 'PASSES_THROUGH'])
  })

  test('one bad cell of many refuses them all', () => {
    const { p, scene, shot, alice } = oneShot()
    const second = p.shot(scene, { durationFrames: 100 })
    expect(
      p.refusal((draft) =>
        setManyAssignments(draft, {
          cells: [
            { shotId: shot.id, assetId: alice.id },
            { shotId: second.id, assetId: alice.id, enterAt: 0.995 },
          ],
        }),
      ),
    ).toBe('EMPTY_INTERVAL')
    expect(p.store.count('assignments')).toBe(0)
    p.run((draft) =>
      setManyAssignments(draft, {
        cells: [
          { shotId: shot.id, assetId: alice.id },
          { shotId: second.id, assetId: alice.id, presence: 'enters' },
          { shotId: shot.id, assetId: alice.id, remove: true },
        ],
      }),
    )
    expect([...p.store.all('assignments')].map((a) => [a.shotId, a.presence])).toEqual([[second.id, 'enters']])
  })
})
