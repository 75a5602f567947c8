import { wholeFigure } from '../../model/transformation'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Shot } from '../../model/shot'
import { recordDump } from '../../testing/recordDump'
import { invertChange } from '../../records/change'
import { TestProject } from '../../testing/testProject'
import { shotsInOrder, shotsOfScene } from '../lookup'
import { letters, numberParts } from './numbering'
import { createScene, deleteScene, moveScene, updateScene } from './sceneRules'
import { createShot, deleteShot, moveShot, updateShot } from './shotRules'
import { createLook } from '../assets/assetRules'
import { resolveLook } from '../looks/resolveLook'
import { setTransformation } from '../looks/transformationRules'

const numbers = (p: TestProject) => shotsInOrder(p.store).map((s) => s.number)
const seam = (p: TestProject, from: Shot, to: Shot) =>
  p.run((draft) => draft.add('seams', { id: draft.newId(), fromShotId: from.id, toShotId: to.id }))

describe('shot.create', () => {
  test('puts a shot at the end, at an index, or after another', () => {
    const p = new TestProject()
    const scene = p.scene()
    const [a, b] = p.shots(scene, 2) as [Shot, Shot]
    const c = p.shot(scene, { index: 0 })
    const d = p.run((draft) => createShot(draft, { sceneId: scene.id, afterShotId: a.id }))
    const e = p.shot(scene, { index: 99 })
    expect(shotsOfScene(p.store, scene.id).map((s) => s.id)).toEqual([c, a, d, b, e].map((s) => s.id))
  })

  test('gives the next number at the end of the story, and a letter where numbers follow', () => {
    const p = new TestProject()
    const one = p.scene()
    p.shots(one, 2)
    const two = p.scene()
    p.shot(two)
    expect(numbers(p)).toEqual(['1', '2', '3'])
    p.shot(one)
    p.shot(one, { index: 1 })
    p.shot(one, { index: 1 })
    p.shot(one, { index: 0 })
    p.shot(two)
    expect(numbers(p)).toEqual(['A1', '1', 'A1A', '1A', '2', '2A', '3', '4'])
  })

  test('gives numbers that stay in order, whatever stands on both sides', () => {
    const p = new TestProject()
    const scene = p.scene()
    p.shots(scene, 2)
    const put = (index: number) => p.shot(scene, { index }).number
    expect([put(1), put(1), put(1)]).toEqual(['1A', 'A1A', 'AA1A'])
    expect([put(4), put(5)]).toEqual(['1B', '1C'])
    expect([put(4), put(4)]).toEqual(['1AA', 'A1AA'])
    expect(put(0)).toBe('A1')
    expect(numbers(p)).toEqual(['A1', '1', 'AA1A', 'A1A', '1A', 'A1AA', '1AA', '1B', '1C', '2'])
  })

  test('keeps own numbers and takes none twice', () => {
    const p = new TestProject()
    const scene = p.scene()
    p.shot(scene, { number: 'intro' })
    p.shot(scene, { number: '1' })
    p.shot(scene, { index: 1 })
    p.shot(scene)
    expect(numbers(p)).toEqual(['intro', 'introA', '1', '2'])
  })

  test('never gives a number twice or one that is too long, whatever the user numbered', () => {
    const number = fc.option(fc.constantFrom('1', '2', '1A', '9', 'x', 'N'.repeat(20), '12345678901234567890'), {
      nil: undefined,
    })
    fc.assert(
      fc.property(fc.array(fc.record({ number, index: fc.nat(6) }), { maxLength: 12 }), (list) => {
        const p = new TestProject()
        const scene = p.scene()
        for (const { number, index } of list) {
          const taken = numbers(p)
          const shot = p.shot(scene, { index, ...(number === undefined ? {} : { number }) })
          if (number === undefined) expect(taken).not.toContain(shot.number)
          expect(shot.number.length).toBeLessThanOrEqual(20)
        }
      }),
    )
  })

  test('takes seconds as whole frames, three seconds by default', () => {
    const p = new TestProject({ fps: 25 })
    const scene = p.scene()
    expect(p.shot(scene, { durationSeconds: 2.51 }).durationFrames).toBe(63)
    expect(p.shot(scene, { durationSeconds: 0.001 }).durationFrames).toBe(1)
    expect(p.run((draft) => createShot(draft, { sceneId: scene.id })).durationFrames).toBe(75)
  })

  test('dissolves the seam it is put into, and no other', () => {
    const p = new TestProject()
    const scene = p.scene()
    const [a, b, c] = p.shots(scene, 3) as [Shot, Shot, Shot]
    seam(p, a, b)
    seam(p, b, c)
    p.shot(scene, { index: 1 })
    expect([...p.store.all('seams')].map((s) => [s.fromShotId, s.toShotId])).toEqual([[b.id, c.id]])
  })
})

describe('shot.move', () => {
  test('goes to the index among the shots of its scene', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.tuple(fc.nat(5), fc.nat(8)), { maxLength: 10 }),
        (count, moves) => {
          const p = new TestProject()
          const scene = p.scene()
          const expected = p.shots(scene, count).map((s) => s.id)
          for (const [from, to] of moves) {
            const id = expected[from % count]!
            p.run((draft) => moveShot(draft, { shotId: id, index: to }))
            expected.splice(expected.indexOf(id), 1)
            expected.splice(Math.min(to, expected.length), 0, id)
            expect(shotsOfScene(p.store, scene.id).map((s) => s.id)).toEqual(expected)
          }
        },
      ),
      { numRuns: 50 },
    )
  })

  test('to its own place changes nothing; elsewhere it dissolves the seams at both places', () => {
    const p = new TestProject()
    const scene = p.scene()
    const [a, b, c, d] = p.shots(scene, 4) as [Shot, Shot, Shot, Shot]
    seam(p, a, b)
    seam(p, c, d)
    p.run((draft) => moveShot(draft, { shotId: a.id, index: 0 }))
    expect(p.change).toEqual({ added: {}, updated: {}, removed: {} })
    expect(p.store.count('seams')).toBe(2)
    p.run((draft) => moveShot(draft, { shotId: a.id, index: 2 }))
    expect(p.store.count('seams')).toBe(0)
  })
})

describe('shot.update and shot.delete', () => {
  test('change only what is named', () => {
    const p = new TestProject()
    const shot = p.shot(p.scene(), { text: 'Rain.', size: 'wide', durationSeconds: 4 })
    expect(p.run((draft) => updateShot(draft, { shotId: shot.id, text: 'Sun.' }))).toEqual({ ...shot, text: 'Sun.' })
    expect(p.run((draft) => updateShot(draft, { shotId: shot.id, size: null, durationSeconds: 1 }))).toEqual({
      ...shot,
      text: 'Sun.',
      size: null,
      durationFrames: 24,
    })
  })

  test('delete takes everything that hangs on the shot, and its inverse brings it back', () => {
    const p = new TestProject()
    const scene = p.scene()
    const [a, b] = p.shots(scene, 2) as [Shot, Shot]
    const alice = p.asset('character', 'Alice')
    p.put(a, alice)
    p.put(b, alice)
    const sceneAssetInstanceId = p.instanceId(scene, alice)
    p.run((draft) =>
      setTransformation(draft, {
        sceneAssetInstanceId,
        kind: 'within_shot',
        shotId: b.id,
        at: 0.5,
        fromLookId: null,
        toLookId: alice.defaultLookId,
      }),
    )
    p.run((draft) =>
      draft.add('blockings', {
        ...wholeFigure,
        id: draft.newId(),
        shotId: b.id,
        sceneAssetInstanceId,
        frame: 'end',
        x: 0,
        y: 0,
        scale: 1,
        flip: false,
        depth: 0,
      }),
    )
    p.run((draft) =>
      draft.add('planEdits', {
        id: `${b.id}:start`,
        shotId: b.id,
        frame: 'start',
        passes: [{ assetIds: [], note: '' }],
      }),
    )
    p.run((draft) => draft.add('takeChoices', { id: `${b.id}:video`, shotId: b.id, kind: 'video', takeId: null }))
    p.run((draft) =>
      draft.add('suggestions', {
        id: draft.newId(),
        shotId: b.id,
        assetId: alice.id,
        presence: 'throughout',
        enterAt: 0,
        exitAt: 1,
        enterFrom: null,
        exitTo: null,
        evidence: { line: 1, text: '' },
        state: 'open',
        ordinal: 0,
      }),
    )
    seam(p, a, b)
    const take = p.take(b, 'startFrame')
    const before = recordDump(p.store)
    p.run((draft) => deleteShot(draft, { shotId: b.id }))
    for (const table of ['shots', 'assignments'] as const) expect(p.store.count(table), table).toBe(1)
    for (const table of ['blockings', 'seams', 'suggestions', 'planEdits', 'takeChoices'] as const)
      expect(p.store.count(table), table).toBe(0)
    expect(p.warningCodes()).toEqual(['CHANGES_MOVED'])
    expect([...p.store.all('transformations')]).toMatchObject([{ kind: 'between_shots', at: null, shotId: a.id }])
    expect(p.store.get('takes', take.id)).toBeDefined()
    p.store.apply(invertChange(p.change))
    expect(recordDump(p.store)).toEqual(before)
  })

  test('delete of a scene’s first shot keeps the look in the scene, and names what the story no longer carries on', () => {
    const p = new TestProject()
    const scene = p.scene()
    const [a, b] = p.shots(scene, 2) as [Shot, Shot]
    const man = p.asset('character', 'John')
    for (const shot of [a, b]) p.put(shot, man)
    const gnome = p.run((draft) => createLook(draft, { assetId: man.id, name: 'Gnome' }))
    p.run((draft) =>
      setTransformation(draft, {
        sceneAssetInstanceId: p.instanceId(scene, man),
        kind: 'within_shot',
        shotId: a.id,
        at: 0.5,
        fromLookId: man.defaultLookId,
        toLookId: gnome.id,
        carries: 'story',
      }),
    )
    p.run((draft) => deleteShot(draft, { shotId: a.id }))
    expect(p.warningCodes()).toEqual(['STORY_LOOK_ENDS', 'CHANGES_MOVED'])
    expect(p.warnings[0]!.message).toMatch(/^John no longer brings the look “Gnome” into later scenes/)
    expect(
      resolveLook(p.store, p.store.must('sceneAssetInstances', p.instanceId(scene, man)), { shotId: b.id, at: 'start' })
        .id,
    ).toBe(gnome.id)
  })
})

describe('scenes', () => {
  test('are read from their heading, and read again when it changes', () => {
    const p = new TestProject()
    const scene = p.scene('INT. LIVING ROOM - NIGHT')
    expect(scene).toMatchObject({ number: '1', intExt: 'INT', set: 'LIVING ROOM', timeOfDay: 'NIGHT' })
    expect(p.run((draft) => updateScene(draft, { sceneId: scene.id, heading: ' EXT. GARDEN - DAWN ' }))).toMatchObject({
      heading: 'EXT. GARDEN - DAWN',
      intExt: 'EXT',
      set: 'GARDEN',
      timeOfDay: 'DAWN',
    })
    expect(p.run((draft) => updateScene(draft, { sceneId: scene.id, title: 'Gnome' }))).toMatchObject({
      title: 'Gnome',
      set: 'GARDEN',
    })
  })

  test('get a free number: a letter in between, the next one at the end', () => {
    const p = new TestProject()
    p.scene()
    p.scene()
    const create = (index: number) => p.run((draft) => createScene(draft, { heading: 'EXT. FIELD', index })).number
    expect([create(1), create(1), create(99)]).toEqual(['1A', '1B', '5'])
    const long = p.run((draft) => createScene(draft, { heading: 'x', number: 'N'.repeat(20), index: 0 }))
    expect(p.run((draft) => createScene(draft, { heading: 'y', index: 1 })).number.length).toBeLessThanOrEqual(
      long.number.length,
    )
  })

  test('move with their shots; to its own place nothing changes', () => {
    const p = new TestProject()
    const [a, b, c] = [p.scene('A'), p.scene('B'), p.scene('C')]
    const shots = [a, b, c].map((scene) => p.shot(scene).id)
    p.run((draft) => moveScene(draft, { sceneId: c.id, index: 1 }))
    expect(shotsInOrder(p.store).map((s) => s.id)).toEqual([shots[0], shots[2], shots[1]])
    p.run((draft) => moveScene(draft, { sceneId: a.id, index: 0 }))
    expect(p.change).toEqual({ added: {}, updated: {}, removed: {} })
  })

  test('that are deleted name the looks that later scenes showed because of them', () => {
    const p = new TestProject()
    const man = p.asset('character', 'John')
    const gnome = p.run((draft) => createLook(draft, { assetId: man.id, name: 'Gnome' }))
    const [first, later] = [p.scene('A'), p.scene('B')]
    const shot = p.shot(first)
    p.put(shot, man)
    const change = (carries: 'story' | 'scene') =>
      p.run((draft) =>
        setTransformation(draft, {
          sceneAssetInstanceId: p.instanceId(first, man),
          kind: 'within_shot',
          shotId: shot.id,
          at: 0.5,
          fromLookId: null,
          toLookId: gnome.id,
          carries,
        }),
      )
    const warned = () => {
      p.run((draft) => deleteScene(draft, { sceneId: first.id }))
      p.store.apply(invertChange(p.change))
      return p.warningCodes()
    }
    change('story')
    expect(warned()).toEqual([])
    p.put(p.shot(later), man)
    expect(warned()).toEqual(['STORY_LOOK_ENDS'])
    change('scene')
    expect(warned()).toEqual(['STORY_LOOK_ENDS'])
    p.run((draft) => updateScene(draft, { sceneId: first.id, outOfStoryOrder: true }))
    expect(warned()).toEqual([])
  })

  test('are deleted with their shots and uses of assets, and nothing of another scene', () => {
    const p = new TestProject()
    const [a, b] = [p.scene('A'), p.scene('B')]
    const alice = p.asset('character', 'Alice')
    for (const scene of [a, b]) for (const shot of p.shots(scene, 2)) p.put(shot, alice)
    const before = recordDump(p.store)
    p.run((draft) => deleteScene(draft, { sceneId: a.id }))
    expect([
      p.store.count('scenes'),
      p.store.count('shots'),
      p.store.count('sceneAssetInstances'),
      p.store.count('assignments'),
      p.store.count('assets'),
    ]).toEqual([1, 2, 1, 2, 1])
    p.store.apply(invertChange(p.change))
    expect(recordDump(p.store)).toEqual(before)
  })
})

describe('numbers', () => {
  test('are a count with letters, or free text', () => {
    expect(['5', '10A', '5AB', 'intro', 'A1', ''].map(numberParts)).toEqual([
      { base: 5, letters: '' },
      { base: 10, letters: 'A' },
      { base: 5, letters: 'AB' },
      null,
      null,
      null,
    ])
    expect([0, 1, 25, 26, 27, 51, 52, 701, 702].map(letters)).toEqual([
      'A',
      'B',
      'Z',
      'AA',
      'AB',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ])
  })
})
