import { wholeFigure } from '../../model/transformation'
import { describe, expect, test } from 'vitest'
import { invertChange } from '../../records/change'
import { recordDump } from '../../testing/recordDump'
import { TestProject } from '../../testing/testProject'
import {
  createAsset,
  createLook,
  deleteAsset,
  deleteLook,
  removeFromScene,
  restoreAsset,
  retypeAsset,
  updateAsset,
  updateLook,
  updateSceneAsset,
} from './assetRules'
import { subjectsOf } from '../manifest/manifest'
import { updateProject } from '../structure/projectRules'
import { setTransformation } from '../looks/transformationRules'

function alice() {
  const p = new TestProject()
  const scene = p.scene()
  const shot = p.shot(scene)
  const asset = p.asset('character', 'Alice', { description: 'red-haired' })
  p.put(shot, asset)
  return { p, scene, shot, asset, instanceId: p.instanceId(scene, asset) }
}

describe('assets', () => {
  test('are made with one look, trimmed, in order of first appearance', () => {
    const p = new TestProject()
    const asset = p.run((draft) =>
      createAsset(draft, { name: ' Alice ', type: 'character', aliases: [' Al ', { name: 'Lissy', lookId: null }] }),
    )
    expect(asset).toMatchObject({
      name: 'Alice',
      aliases: [
        { name: 'Al', lookId: null },
        { name: 'Lissy', lookId: null },
      ],
      description: '',
      rank: null,
      key: false,
      deleted: false,
      mergedIntoId: null,
      ordinal: 0,
    })
    expect(p.store.list('looksOfAsset', asset.id)).toMatchObject([
      { id: asset.defaultLookId, name: 'Default', mediaId: null },
    ])
    expect(p.asset('prop', 'Cup').ordinal).toBe(1)
  })

  test('with a name that is taken warn, by type; a deleted namesake is offered for restoring', () => {
    const { p, asset } = alice()
    p.asset('prop', 'alice')
    expect(p.warnings).toEqual([])
    p.asset('character', 'ALICE')
    expect(p.warningCodes()).toEqual(['NAME_TAKEN'])
    p.run((draft) => deleteAsset(draft, { assetId: asset.id }))
    p.asset('character', 'Alice')
    expect(p.warningCodes()).toEqual(['NAME_TAKEN', 'DELETED_NAMESAKE'])
    p.asset('location', 'Alice')
    expect(p.warningCodes()).toEqual(['DELETED_NAMESAKE'])
  })

  test('are deleted softly: their assignments sleep and come back with restore', () => {
    const { p, shot, asset } = alice()
    const seen = () => subjectsOf(p.store, shot.id, 'start').map((s) => s.asset.name)
    p.run((draft) => deleteAsset(draft, { assetId: asset.id }))
    expect([seen(), p.store.count('assignments')]).toEqual([[], 1])
    expect(p.refusal((draft) => deleteAsset(draft, { assetId: asset.id }))).toBe('ASSET_DELETED')
    p.run((draft) => restoreAsset(draft, { assetId: asset.id }))
    expect(seen()).toEqual(['Alice'])
  })

  test('that were merged away are not restored', () => {
    const { p, asset } = alice()
    const other = p.asset('character', 'Bob')
    p.run((draft) => draft.update('assets', asset.id, { deleted: true, mergedIntoId: other.id }))
    expect(p.refusal((draft) => restoreAsset(draft, { assetId: asset.id }))).toBe('MERGED')
  })

  test('of another type keep their assignments and looks', () => {
    const { p, shot, asset } = alice()
    p.run((draft) => retypeAsset(draft, { assetId: asset.id, type: 'prop' }))
    expect(subjectsOf(p.store, shot.id, 'start').map((s) => [s.asset.type, s.look.id])).toEqual([
      ['prop', asset.defaultLookId],
    ])
  })

  test('leave a scene with everything they have there, and come back with undo', () => {
    const { p, scene, shot, asset, instanceId } = alice()
    p.run((draft) =>
      setTransformation(draft, {
        sceneAssetInstanceId: instanceId,
        kind: 'between_shots',
        shotId: shot.id,
        fromLookId: null,
        toLookId: asset.defaultLookId,
        carries: 'story',
      }),
    )
    p.run((draft) =>
      draft.add('blockings', {
        ...wholeFigure,
        id: draft.newId(),
        shotId: shot.id,
        sceneAssetInstanceId: instanceId,
        frame: 'start',
        x: 0,
        y: 0,
        scale: 1,
        flip: false,
        depth: 0,
      }),
    )
    const before = recordDump(p.store)
    p.run((draft) => removeFromScene(draft, { assetId: asset.id, sceneId: scene.id }))
    expect(p.warnings.map((w) => w.message)).toEqual([
      'Alice leaves the scene with its changes of look in shot 1.',
      'Alice no longer brings the look “Default” into later scenes, because the change was in shot 1. Set the look where they start, or undo.',
    ])
    for (const table of ['sceneAssetInstances', 'assignments', 'transformations', 'blockings'] as const)
      expect(p.store.count(table), table).toBe(0)
    p.store.apply(invertChange(p.change))
    expect(recordDump(p.store)).toEqual(before)
    p.run((draft) => removeFromScene(draft, { assetId: asset.id, sceneId: scene.id }))
    expect(p.refusal((draft) => removeFromScene(draft, { assetId: asset.id, sceneId: scene.id }))).toBe('NOT_FOUND')
  })
})

describe('looks', () => {
  test('belong to their asset wherever one is named', () => {
    const { p, asset, instanceId, shot } = alice()
    const foreign = p.asset('character', 'Bob').defaultLookId
    expect(p.refusal((draft) => updateAsset(draft, { assetId: asset.id, defaultLookId: foreign }))).toBe(
      'DEFAULT_LOOK_ELSEWHERE',
    )
    expect(p.refusal((draft) => updateSceneAsset(draft, { id: instanceId, lookId: foreign }))).toBe(
      'DEFAULT_LOOK_ELSEWHERE',
    )
    expect(
      p.refusal((draft) =>
        setTransformation(draft, {
          sceneAssetInstanceId: instanceId,
          kind: 'within_shot',
          shotId: shot.id,
          fromLookId: null,
          toLookId: foreign,
        }),
      ),
    ).toBe('DEFAULT_LOOK_ELSEWHERE')
  })

  test('take only pictures that are in the project', () => {
    const { p, asset } = alice()
    const picture = p.picture()
    const gone = 'f'.repeat(64)
    expect(p.refusal((draft) => createLook(draft, { assetId: asset.id, name: 'Wet', mediaId: gone }))).toBe('NOT_FOUND')
    expect(p.refusal((draft) => updateLook(draft, { lookId: asset.defaultLookId, mediaId: gone }))).toBe('NOT_FOUND')
    expect(p.refusal((draft) => createAsset(draft, { name: 'Bob', type: 'character', mediaId: gone }))).toBe(
      'NOT_FOUND',
    )
    expect(p.refusal((draft) => updateProject(draft, { stylePictureId: gone }))).toBe('NOT_FOUND')
    expect(p.run((draft) => createLook(draft, { assetId: asset.id, name: 'Wet', mediaId: picture })).mediaId).toBe(
      picture,
    )
  })

  test('with a newer picture than their description ask to check it, until it is written anew', () => {
    const { p, asset } = alice()
    const set = (fields: { mediaId?: string | null; description?: string }) =>
      p.run((draft) => updateLook(draft, { lookId: asset.defaultLookId, ...fields })).checkDescription
    expect(set({ mediaId: p.picture() })).toBe(false)
    expect(set({ mediaId: p.picture() })).toBe(true)
    expect(set({ description: 'blonde' })).toBe(false)
    expect(set({ mediaId: p.picture() })).toBe(true)
    p.run((draft) => updateAsset(draft, { assetId: asset.id, description: 'tall' }))
    expect(p.store.must('looks', asset.defaultLookId).checkDescription).toBe(true)
    set({ description: '' })
    set({ mediaId: null })
    expect(set({ mediaId: p.picture() }), 'taken away and put back by another').toBe(true)
    p.run((draft) => updateAsset(draft, { assetId: asset.id, description: 'short' }))
    expect(p.store.must('looks', asset.defaultLookId).checkDescription, 'described by the asset, anew').toBe(false)
    const bare = p.asset('prop', 'Cup', { picture: true })
    expect(
      p.run((draft) =>
        updateLook(draft, { lookId: bare.defaultLookId, mediaId: p.store.must('looks', asset.defaultLookId).mediaId }),
      ).checkDescription,
    ).toBe(false)
  })
})

describe('a deleted asset', () => {
  test('gets no new looks, changes or words until it is restored', () => {
    const { p, shot, asset, instanceId } = alice()
    p.run((draft) => deleteAsset(draft, { assetId: asset.id }))
    expect(p.refusal((draft) => createLook(draft, { assetId: asset.id, name: 'Wet' }))).toBe('ASSET_DELETED')
    expect(p.refusal((draft) => updateLook(draft, { lookId: asset.defaultLookId, name: 'Wet' }))).toBe('ASSET_DELETED')
    expect(p.refusal((draft) => deleteLook(draft, { lookId: asset.defaultLookId }))).toBe('ASSET_DELETED')
    expect(p.refusal((draft) => updateSceneAsset(draft, { id: instanceId, description: 'wet' }))).toBe('ASSET_DELETED')
    expect(
      p.refusal((draft) =>
        setTransformation(draft, {
          sceneAssetInstanceId: instanceId,
          kind: 'within_shot',
          shotId: shot.id,
          fromLookId: null,
          toLookId: asset.defaultLookId,
        }),
      ),
    ).toBe('ASSET_DELETED')
  })
})

describe('transformation.set', () => {
  test('needs a look to change to', () => {
    const { p, shot, instanceId } = alice()
    expect(() =>
      p.run((draft) =>
        setTransformation(draft, {
          sceneAssetInstanceId: instanceId,
          kind: 'within_shot',
          shotId: shot.id,
          fromLookId: null,
          toLookId: null,
        }),
      ),
    ).toThrow(/^toLookId: expected/)
  })

  test('changes an existing event whole, also to another asset of the scene', () => {
    const { p, scene, shot, asset, instanceId } = alice()
    const event = p.run((draft) =>
      setTransformation(draft, {
        sceneAssetInstanceId: instanceId,
        kind: 'within_shot',
        shotId: shot.id,
        at: 0.3,
        fromLookId: null,
        toLookId: asset.defaultLookId,
        carries: 'story',
      }),
    )
    const moved = p.run((draft) =>
      setTransformation(draft, {
        transformationId: event.id,
        sceneAssetInstanceId: instanceId,
        kind: 'between_shots',
        shotId: shot.id,
        fromLookId: null,
        toLookId: asset.defaultLookId,
      }),
    )
    expect(moved).toEqual({ ...event, kind: 'between_shots', at: null })
    const bob = p.asset('character', 'Bob')
    p.put(shot, bob)
    expect(
      p.run((draft) =>
        setTransformation(draft, {
          transformationId: event.id,
          sceneAssetInstanceId: p.instanceId(scene, bob),
          kind: 'within_shot',
          shotId: shot.id,
          fromLookId: null,
          toLookId: bob.defaultLookId,
        }),
      ),
    ).toMatchObject({ id: event.id, sceneAssetInstanceId: p.instanceId(scene, bob), at: 0.5 })
  })

  test('never leaves an event in a shot of another scene than its asset', () => {
    const { p, shot, asset, instanceId } = alice()
    const elsewhere = p.shot(p.scene('EXT. GARDEN'))
    p.put(elsewhere, asset)
    expect(
      p.refusal((draft) =>
        setTransformation(draft, {
          sceneAssetInstanceId: instanceId,
          kind: 'within_shot',
          shotId: elsewhere.id,
          fromLookId: null,
          toLookId: asset.defaultLookId,
        }),
      ),
    ).toBe('OTHER_SCENE')
    const event = p.run((draft) =>
      setTransformation(draft, {
        sceneAssetInstanceId: instanceId,
        kind: 'within_shot',
        shotId: shot.id,
        fromLookId: null,
        toLookId: asset.defaultLookId,
      }),
    )
    const there = p.store.first('instanceOf', `${elsewhere.sceneId}/${asset.id}`)!.id
    const moved = p.run((draft) =>
      setTransformation(draft, {
        transformationId: event.id,
        sceneAssetInstanceId: there,
        kind: 'within_shot',
        shotId: elsewhere.id,
        fromLookId: null,
        toLookId: asset.defaultLookId,
      }),
    )
    expect(p.store.must('sceneAssetInstances', moved.sceneAssetInstanceId).sceneId).toBe(
      p.store.must('shots', moved.shotId).sceneId,
    )
  })
})
