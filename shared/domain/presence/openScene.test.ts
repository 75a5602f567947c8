import { describe, expect, test } from 'vitest'
import { invertChange } from '../../records/change'
import { TestProject } from '../../testing/testProject'
import { addToScene, deleteAsset } from '../assets/assetRules'
import { markInitialised } from './initialised'
import { openScene } from './openScene'
import { ensureInstance } from './setAssignment'
import { createShot } from '../structure/shotRules'
import { trayScene } from '../structure/tray'

/** A scene that was never opened, with two shots and Alice, Bob and a deleted Carol among its assets. */
function unopened() {
  const p = new TestProject()
  const scene = p.scene()
  const shots = p.shots(scene, 2)
  const [alice, bob, carol] = ['Alice', 'Bob', 'Carol'].map((name) => p.asset('character', name)) as [
    ReturnType<TestProject['asset']>,
    ReturnType<TestProject['asset']>,
    ReturnType<TestProject['asset']>,
  ]
  for (const asset of [alice, bob, carol]) p.run((draft) => ensureInstance(draft, scene.id, asset.id))
  p.run((draft) => deleteAsset(draft, { assetId: carol.id }))
  return { p, scene, shots, alice, bob, carol, open: () => p.run((draft) => openScene(draft, { sceneId: scene.id })) }
}

describe('the first opening of a scene', () => {
  test('puts every undeleted asset of the scene into all of its shots, throughout', () => {
    const { p, shots, alice, bob, carol, open } = unopened()
    expect(open()).toEqual({ filledShots: 2 })
    expect(p.warnings.map((w) => w.message)).toEqual(['Asset assignments initialised for 2 shots.'])
    for (const shot of shots) {
      for (const asset of [alice, bob])
        expect(p.assignment(shot, asset)).toMatchObject({ presence: 'throughout', origin: 'auto' })
      expect(p.assignment(shot, carol)).toBeUndefined()
    }
  })

  test('keeps what is there, and counts only the shots it filled', () => {
    const { p, shots, alice, bob, open } = unopened()
    p.put(shots[0]!, alice, { presence: 'enters', enterAt: 0.2 })
    p.put(shots[0]!, bob)
    expect(open()).toEqual({ filledShots: 1 })
    expect(p.assignment(shots[0]!, alice)).toMatchObject({ presence: 'enters', enterAt: 0.2, origin: 'user' })
  })

  test('fills once: not again for later shots or assets', () => {
    const { p, scene, open } = unopened()
    open()
    const shot = p.shot(scene)
    expect(open()).toEqual({ filledShots: 0 })
    expect(p.change).toEqual({ added: {}, updated: {}, removed: {} })
    expect(p.store.list('assignmentsOfShot', shot.id)).toEqual([])
  })

  test('is not undone by undo: the assignments go, and opening again fills nothing', () => {
    const { p, open } = unopened()
    open()
    const { sceneStates: _kept, ...added } = p.change.added
    p.store.apply(invertChange({ ...p.change, added }))
    expect(p.store.count('assignments')).toBe(0)
    expect(open()).toEqual({ filledShots: 0 })
    expect(p.store.count('assignments')).toBe(0)
  })

  test('leaves what was read from the text open: nobody answered it', () => {
    const { p, shots, alice, open } = unopened()
    const read = p.run((draft) =>
      draft.add('suggestions', {
        id: draft.newId(),
        shotId: shots[0]!.id,
        assetId: alice.id,
        presence: 'enters',
        enterAt: 0.4,
        exitAt: 1,
        enterFrom: null,
        exitTo: null,
        evidence: { line: 1, text: 'Alice comes in.' },
        state: 'open',
        ordinal: 0,
      }),
    )
    open()
    expect(p.store.must('suggestions', read.id).state).toBe('open')
  })

  test('refuses a scene in the tray', () => {
    const { p, scene } = unopened()
    p.run((draft) => trayScene(draft, scene.id))
    expect(p.refusal((draft) => openScene(draft, { sceneId: scene.id }))).toBe('IN_TRAY')
  })

  test('waits while the scene has no shots or no assets', () => {
    const p = new TestProject()
    const scene = p.scene()
    const open = () => p.run((draft) => openScene(draft, { sceneId: scene.id }))
    expect(open()).toEqual({ filledShots: 0 })
    const shot = p.shot(scene)
    expect(open()).toEqual({ filledShots: 0 })
    const alice = p.asset('character', 'Alice')
    p.run((draft) => ensureInstance(draft, scene.id, alice.id))
    expect(open()).toEqual({ filledShots: 1 })
    expect(p.assignment(shot, alice)).toBeDefined()
  })

  test('does nothing for a scene that was filled by hand, also with nothing', () => {
    const { p, scene, open } = unopened()
    p.run((draft) => markInitialised(draft, scene.id))
    expect(open()).toEqual({ filledShots: 0 })
  })

  test('refuses a scene that is gone', () => {
    expect(new TestProject().refusal((draft) => openScene(draft, { sceneId: 'gone' }))).toBe('NOT_FOUND')
  })
})

describe('asset.addToScene', () => {
  test('assigns throughout to the checked shots, to all by default, and fills the scene', () => {
    const { p, scene, shots, open } = unopened()
    const dora = p.asset('character', 'Dora')
    p.run((draft) => addToScene(draft, { assetId: dora.id, sceneId: scene.id, shotIds: [shots[1]!.id] }))
    expect(p.assignment(shots[0]!, dora)).toBeUndefined()
    expect(p.assignment(shots[1]!, dora)).toMatchObject({ presence: 'throughout' })
    const emil = p.asset('character', 'Emil')
    p.run((draft) => addToScene(draft, { assetId: emil.id, sceneId: scene.id }))
    expect(shots.map((shot) => p.assignment(shot, emil)?.presence)).toEqual(['throughout', 'throughout'])
    expect(open()).toEqual({ filledShots: 0 })
  })

  test('with no shot checked makes the scene instance alone, and still fills the scene', () => {
    const { p, scene, open } = unopened()
    const dora = p.asset('prop', 'Door')
    p.run((draft) => addToScene(draft, { assetId: dora.id, sceneId: scene.id, shotIds: [] }))
    expect(p.instanceId(scene, dora)).toBeDefined()
    expect(p.store.count('assignments')).toBe(0)
    expect(open()).toEqual({ filledShots: 0 })
  })

  test('keeps an assignment that is there and refuses shots of another scene', () => {
    const { p, scene, shots, alice } = unopened()
    p.put(shots[0]!, alice, { presence: 'exits' })
    p.run((draft) => addToScene(draft, { assetId: alice.id, sceneId: scene.id }))
    expect(p.assignment(shots[0]!, alice)?.presence).toBe('exits')
    const other = p.shot(p.scene('EXT. FIELD'))
    expect(p.refusal((draft) => addToScene(draft, { assetId: alice.id, sceneId: scene.id, shotIds: [other.id] }))).toBe(
      'OTHER_SCENE',
    )
    expect(p.refusal((draft) => addToScene(draft, { assetId: alice.id, sceneId: scene.id, shotIds: ['gone'] }))).toBe(
      'NOT_FOUND',
    )
  })
})

describe('a new shot', () => {
  test('gets the previous shot’s location, which does not count as filling the scene', () => {
    const { p, scene, shots, alice, bob, open } = unopened()
    const room = p.asset('location', 'Room')
    p.put(shots[1]!, room, { presence: 'enters' })
    p.put(shots[1]!, alice)
    const shot = p.run((draft) => createShot(draft, { sceneId: scene.id }))
    expect(p.store.list('assignmentsOfShot', shot.id)).toMatchObject([{ presence: 'throughout', origin: 'auto' }])
    expect(p.assignment(shot, room)).toBeDefined()
    expect(open()).toEqual({ filledShots: 3 })
    expect(p.assignment(shot, bob)).toBeDefined()
  })
})
