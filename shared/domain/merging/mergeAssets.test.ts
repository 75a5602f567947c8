import { wholeFigure } from '../../model/transformation'
import { describe, expect, test } from 'vitest'
import { createLook, deleteLook, updateAsset, updateLook, updateSceneAsset } from '../assets/assetRules'
import { mergeAssets } from './mergeAssets'
import { resolveLook } from '../looks/resolveLook'
import { setTransformation } from '../looks/transformationRules'
import { unmerge } from './unmerge'
import { recordText } from '../../testing/recordDump'
import { unsound } from '../../testing/soundness'
import { TestProject } from '../../testing/testProject'
import type { Asset } from '../../model/asset'
import type { Shot } from '../../model/shot'
import type { Draft } from '../../records/draft'

function film() {
  const p = new TestProject()
  const scene = p.scene('EXT. GARDEN - NIGHT')
  const shots = p.shots(scene, 4)
  const john = p.asset('character', 'John Smith', { description: 'slim man in green pullover', picture: true })
  const gnome = p.asset('prop', 'Garden Gnome', { description: 'red pointed hat, white beard', picture: true })
  const look = (asset: Asset, shot: Shot, at: 'start' | 'end' = 'start') => {
    const instance = p.store.first('instanceOf', `${shot.sceneId}/${asset.id}`)!
    return resolveLook(p.store, instance, { shotId: shot.id, at }).id
  }
  return { p, scene, shots, john, gnome, look }
}

describe('merging as an alias', () => {
  test('names, looks, assignments and suggestions go to the target, and one instance per scene is left', () => {
    const { p, scene, shots, john } = film()
    const short = p.asset('character', 'John')
    p.put(shots[0]!, john)
    p.put(shots[1]!, short)
    p.put(shots[2]!, john, { presence: 'enters', enterAt: 0.5 })
    p.put(shots[2]!, short, { presence: 'exits', exitAt: 0.6 })
    const report = p.run((d) => mergeAssets(d, { intoId: john.id, fromIds: [short.id], as: 'alias' }))
    expect(report.assignmentsMoved).toBe(2)
    expect(p.store.must('assets', john.id).aliases).toEqual([{ name: 'John', lookId: null }])
    expect(p.store.list('instancesOfScene', scene.id)).toHaveLength(1)
    expect(p.assignment(shots[1]!, john)?.presence).toBe('throughout')
    expect(p.assignment(shots[2]!, john)).toMatchObject({ presence: 'throughout', enterAt: 0, exitAt: 1 })
    expect(p.store.must('assets', short.id)).toMatchObject({ deleted: true, mergedIntoId: john.id })
  })

  test('the gaps of the default look are filled, set values win', () => {
    const p = new TestProject()
    const bare = p.asset('character', 'John Smith')
    const full = p.asset('character', 'John', { description: 'man with round glasses', picture: true })
    p.run((d) => mergeAssets(d, { intoId: bare.id, fromIds: [full.id], as: 'alias' }))
    const filled = p.store.must('looks', bare.defaultLookId)
    expect(filled.description).toBe('man with round glasses')
    expect(filled.mediaId).not.toBeNull()
  })

  test('a default look that says nothing is left behind, and comes back when the merge is taken apart', () => {
    const { p, shots, john } = film()
    const short = p.asset('character', 'John')
    const wet = p.run((d) => createLook(d, { assetId: short.id, name: 'wet' }))
    p.put(shots[0]!, short)
    const event = p.run((d) =>
      setTransformation(d, {
        sceneAssetInstanceId: p.store.first('instanceOf', `${shots[0]!.sceneId}/${short.id}`)!.id,
        kind: 'within_shot',
        shotId: shots[0]!.id,
        at: 0.5,
        fromLookId: wet.id,
        toLookId: short.defaultLookId,
      }),
    )
    const before = recordText(p.store)
    const { mergeId } = p.run((d) => mergeAssets(d, { intoId: john.id, fromIds: [short.id], as: 'alias' }))
    expect(p.store.list('looksOfAsset', john.id).map((l) => l.name)).toEqual(['Default', 'wet'])
    expect(p.store.must('transformations', event.id).toLookId).toBe(john.defaultLookId)
    expect(unsound(p.store)).toEqual([])
    p.run((d) => unmerge(d, { mergeId }))
    expect(recordText(p.store)).toEqual(before)
  })

  test('intervals that do not touch are reported', () => {
    const { p, shots, john } = film()
    const short = p.asset('character', 'John')
    p.put(shots[0]!, john, { presence: 'exits', exitAt: 0.2 })
    p.put(shots[0]!, short, { presence: 'enters', enterAt: 0.8 })
    const report = p.run((d) => mergeAssets(d, { intoId: john.id, fromIds: [short.id], as: 'alias' }))
    expect(report.conflicts.map((c) => c.code)).toEqual(['DISJOINT'])
  })
})

describe('what both set', () => {
  const both = (into: object, from: object) => {
    const { p, shots, john } = film()
    const short = p.asset('character', 'John')
    p.put(shots[0]!, john, into)
    p.put(shots[0]!, short, from)
    const { conflicts } = p.run((d) => mergeAssets(d, { intoId: john.id, fromIds: [short.id], as: 'alias' }))
    return { merged: p.assignment(shots[0]!, john), codes: conflicts.map((c) => c.code) }
  }

  test.each<[string, object, object, object, string[]]>([
    [
      'the way in is that of who enters first',
      { enterAt: 0.4, enterFrom: 'left', action: 'late' },
      { enterAt: 0.2, enterFrom: 'right', action: 'early' },
      { enterAt: 0.2, enterFrom: 'right', action: 'early' },
      ['SIDES'],
    ],
    [
      'the way out is that of who leaves last',
      { exitAt: 0.6, exitTo: 'left', action: 'early' },
      { exitAt: 0.8, exitTo: 'right', action: 'late' },
      { exitAt: 0.8, exitTo: 'right', action: 'late' },
      ['SIDES'],
    ],
    [
      'a way in and a way out both keep their text',
      { enterAt: 0.2, exitAt: 0.5, enterFrom: 'left', action: 'comes in' },
      { enterAt: 0.3, exitAt: 0.8, exitTo: 'right', action: 'goes out' },
      { enterAt: 0.2, exitAt: 0.8, enterFrom: 'left', exitTo: 'right', action: 'comes in\n\ngoes out' },
      [],
    ],
    [
      "on one edge the target's wins",
      { enterAt: 0.2, enterFrom: 'left', action: 'mine' },
      { enterAt: 0.2, enterFrom: 'right', action: 'other' },
      { enterFrom: 'left', action: 'mine' },
      ['SIDES'],
    ],
    [
      "and the source's fills a gap",
      { enterAt: 0.2 },
      { enterAt: 0.2, enterFrom: 'right', action: 'other' },
      { enterFrom: 'right', action: 'other' },
      [],
    ],
    [
      'the text of an edge that is no more goes with it, and is named',
      { action: 'sits' },
      { enterAt: 0.2, action: 'comes in' },
      { presence: 'throughout', action: 'sits' },
      ['SIDES'],
    ],
  ])('%s', (_what, into, from, merged, codes) => {
    const done = both(into, from)
    expect(done.merged).toMatchObject(merged)
    expect(done.codes).toEqual(codes)
  })

  test('of the scene and of the position: the target wins, the source fills gaps, and what loses is named', () => {
    const { p, scene, shots, john } = film()
    const short = p.asset('character', 'John')
    for (const asset of [john, short]) p.put(shots[0]!, asset)
    const coat = p.run((d) => createLook(d, { assetId: short.id, name: 'Coat' }))
    const wet = p.run((d) => createLook(d, { assetId: john.id, name: 'Wet' }))
    const stand = (asset: Asset, frame: 'start' | 'end', x: number) =>
      p.run((d) =>
        d.add('blockings', {
          ...wholeFigure,
          id: d.newId(),
          shotId: shots[0]!.id,
          sceneAssetInstanceId: p.instanceId(scene, asset),
          frame,
          x,
          y: 0.9,
          scale: 0.5,
          flip: false,
          depth: 0,
        }),
      )
    stand(john, 'start', 0.1)
    stand(short, 'start', 0.2)
    stand(short, 'end', 0.3)
    p.run((d) => updateSceneAsset(d, { id: p.instanceId(scene, john), lookId: wet.id }))
    p.run((d) => updateSceneAsset(d, { id: p.instanceId(scene, short), lookId: coat.id, description: 'tired' }))
    const { conflicts } = p.run((d) => mergeAssets(d, { intoId: john.id, fromIds: [short.id], as: 'alias' }))
    expect(conflicts.map((c) => c.code)).toEqual(['LOOK', 'BLOCKING'])
    expect(p.store.must('sceneAssetInstances', p.instanceId(scene, john))).toMatchObject({
      lookId: wet.id,
      description: 'tired',
    })
    expect(
      p.store
        .list('blockingsOfShot', shots[0]!.id)
        .map((b) => [b.frame, b.x])
        .sort(),
    ).toEqual([
      ['end', 0.3],
      ['start', 0.1],
    ])
  })

  test('a position that slept in a shot of the target moves nobody, and returns to the source', () => {
    const { p, scene, shots, john } = film()
    const short = p.asset('character', 'John')
    p.put(shots[0]!, john)
    p.put(shots[1]!, short)
    p.run((d) =>
      d.add('blockings', {
        ...wholeFigure,
        id: d.newId(),
        shotId: shots[0]!.id,
        sceneAssetInstanceId: p.instanceId(scene, short),
        frame: 'start',
        x: 0.1,
        y: 0.9,
        scale: 0.5,
        flip: false,
        depth: 0,
      }),
    )
    const { mergeId } = p.run((d) => mergeAssets(d, { intoId: john.id, fromIds: [short.id], as: 'alias' }))
    expect(p.store.list('blockingsOfShot', shots[0]!.id)).toEqual([])
    p.run((d) => unmerge(d, { mergeId }))
    expect(p.store.list('blockingsOfShot', shots[0]!.id)).toMatchObject([
      { sceneAssetInstanceId: p.instanceId(scene, short), x: 0.1 },
    ])
  })

  test('name, type and default look may be chosen otherwise, in the same step', () => {
    const { p, john, gnome } = film()
    const { mergeId } = p.run((d) =>
      mergeAssets(d, {
        intoId: john.id,
        fromIds: [gnome.id],
        as: 'look',
        name: 'Garden Gnome',
        type: 'prop',
        defaultLookId: gnome.defaultLookId,
      }),
    )
    expect(p.store.must('assets', john.id)).toMatchObject({
      name: 'Garden Gnome',
      type: 'prop',
      defaultLookId: gnome.defaultLookId,
      aliases: [{ name: 'John Smith', lookId: null }],
    })
    const cup = p.asset('prop', 'Cup')
    expect(
      p.refusal((d) => mergeAssets(d, { intoId: john.id, fromIds: [cup.id], as: 'alias', defaultLookId: 'nothing' })),
    ).toBe('DEFAULT_LOOK_ELSEWHERE')
    p.run((d) => unmerge(d, { mergeId }))
    expect(p.store.must('assets', john.id)).toEqual(john)
  })
})

describe('merging as the look somebody turns into', () => {
  test('a shot with both changes at the entry of the second', () => {
    const { p, shots, john, gnome, look } = film()
    p.put(shots[0]!, gnome)
    p.put(shots[1]!, gnome, { presence: 'exits', exitAt: 0.5 })
    p.put(shots[1]!, john, { presence: 'enters', enterAt: 0.4 })
    p.put(shots[2]!, john)
    p.run((d) => mergeAssets(d, { intoId: john.id, fromIds: [gnome.id], as: 'look' }))
    const events = [...p.store.all('transformations')]
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({
      kind: 'within_shot',
      shotId: shots[1]!.id,
      at: 0.4,
      fromLookId: gnome.defaultLookId,
      toLookId: john.defaultLookId,
    })
    expect(look(john, shots[0]!)).toBe(gnome.defaultLookId)
    expect(look(john, shots[1]!, 'end')).toBe(john.defaultLookId)
    expect(look(john, shots[2]!)).toBe(john.defaultLookId)
    expect(p.assignment(shots[1]!, john)).toMatchObject({ presence: 'throughout' })
    expect(p.store.must('assets', john.id).aliases).toEqual([{ name: 'Garden Gnome', lookId: gnome.defaultLookId }])
  })

  test('the other order: the man becomes a gnome', () => {
    const { p, shots, john, gnome, look } = film()
    p.put(shots[0]!, john)
    p.put(shots[1]!, john, { presence: 'exits', exitAt: 0.5 })
    p.put(shots[1]!, gnome, { presence: 'enters', enterAt: 0.5 })
    p.put(shots[2]!, gnome)
    p.run((d) => mergeAssets(d, { intoId: john.id, fromIds: [gnome.id], as: 'look' }))
    expect([...p.store.all('transformations')]).toHaveLength(1)
    expect(look(john, shots[0]!)).toBe(john.defaultLookId)
    expect(look(john, shots[2]!)).toBe(gnome.defaultLookId)
  })

  test('without a shot that holds both the change lies in the cut', () => {
    const { p, shots, john, gnome, look } = film()
    p.put(shots[0]!, gnome)
    p.put(shots[2]!, john)
    p.run((d) => mergeAssets(d, { intoId: john.id, fromIds: [gnome.id], as: 'look' }))
    const events = [...p.store.all('transformations')]
    expect(events).toMatchObject([{ kind: 'between_shots', shotId: shots[1]!.id, at: null }])
    expect(look(john, shots[0]!)).toBe(gnome.defaultLookId)
    expect(look(john, shots[2]!)).toBe(john.defaultLookId)
  })

  test('two that auto-populate put everywhere make one change, not one per shot', () => {
    const { p, shots, john, gnome } = film()
    for (const shot of shots) {
      p.put(shot, john)
      p.put(shot, gnome)
    }
    p.run((d) => mergeAssets(d, { intoId: john.id, fromIds: [gnome.id], as: 'look' }))
    expect([...p.store.all('transformations')]).toMatchObject([
      { kind: 'within_shot', shotId: shots[0]!.id, at: 0.5, toLookId: gnome.defaultLookId },
    ])
  })

  test('who leaves first changes back when the other was only a visitor', () => {
    const { p, shots, john, gnome, look } = film()
    p.put(shots[0]!, john)
    p.put(shots[0]!, gnome, { presence: 'passes_through', enterAt: 0.3, exitAt: 0.6 })
    p.run((d) => mergeAssets(d, { intoId: john.id, fromIds: [gnome.id], as: 'look' }))
    expect([...p.store.all('transformations')].map((e) => e.at)).toEqual([0.3, 0.6])
    expect(look(john, shots[0]!, 'end')).toBe(john.defaultLookId)
  })

  test('a shot of the target alone after one with both carries the look, and is named', () => {
    const { p, shots, john, gnome, look } = film()
    p.put(shots[0]!, john)
    p.put(shots[0]!, gnome, { presence: 'enters', enterAt: 0.5 })
    p.put(shots[1]!, john)
    const report = p.run((d) => mergeAssets(d, { intoId: john.id, fromIds: [gnome.id], as: 'look' }))
    expect(look(john, shots[1]!)).toBe(gnome.defaultLookId)
    expect(report.carriedInto).toEqual([shots[1]!.id])
  })

  test('a prop extracted in another scene starts that scene in its look', () => {
    const { p, shots, john, gnome, look } = film()
    const other = p.scene('INT. SHED - DAY')
    const [shed] = p.shots(other, 2)
    p.put(shots[0]!, john)
    p.put(shed!, gnome)
    p.run((d) => mergeAssets(d, { intoId: john.id, fromIds: [gnome.id], as: 'look' }))
    expect(look(john, shed!)).toBe(gnome.defaultLookId)
    expect(look(john, shots[0]!)).toBe(john.defaultLookId)
    expect([...p.store.all('transformations')]).toHaveLength(0)
  })

  test("a moved change that carried through the story now carries through its scene, and later scenes keep the source's look", () => {
    const { p, scene, shots, john, gnome, look } = film()
    const later = p.scene('INT. SHED - DAY')
    const [shed] = p.shots(later, 1)
    p.put(shots[0]!, gnome)
    p.put(shed!, gnome)
    p.put(shots[3]!, john)
    const mossy = p.run((d) => createLook(d, { assetId: gnome.id, name: 'Mossy' }))
    p.run((d) =>
      setTransformation(d, {
        sceneAssetInstanceId: p.instanceId(scene, gnome),
        kind: 'within_shot',
        shotId: shots[0]!.id,
        at: 0.5,
        fromLookId: gnome.defaultLookId,
        toLookId: mossy.id,
        carries: 'story',
      }),
    )
    expect(look(gnome, shed!)).toBe(mossy.id)
    p.run((d) => mergeAssets(d, { intoId: john.id, fromIds: [gnome.id], as: 'look' }))
    expect(look(john, shed!)).toBe(mossy.id)
    expect([...p.store.all('transformations')].every((e) => e.carries === 'scene')).toBe(true)
    expect(look(john, shots[3]!)).toBe(john.defaultLookId)
  })
})

describe('taking a merge apart', () => {
  test('right after the merge it is the identity, for both kinds', () => {
    for (const as of ['alias', 'look'] as const) {
      const { p, shots, john, gnome } = film()
      p.put(shots[0]!, gnome, { presence: 'enters', enterAt: 0.2 })
      p.put(shots[1]!, gnome)
      p.put(shots[1]!, john, { presence: 'exits', exitAt: 0.7 })
      p.put(shots[2]!, john)
      const before = recordText(p.store)
      const { mergeId } = p.run((d) => mergeAssets(d, { intoId: john.id, fromIds: [gnome.id], as }))
      expect(recordText(p.store)).not.toBe(before)
      p.run((d) => unmerge(d, { mergeId }))
      expect(recordText(p.store)).toBe(before)
    }
  })

  test('what the user did meanwhile stays with the target', () => {
    const { p, shots, john, gnome } = film()
    p.put(shots[0]!, gnome)
    const { mergeId } = p.run((d) => mergeAssets(d, { intoId: john.id, fromIds: [gnome.id], as: 'alias' }))
    p.put(shots[3]!, john)
    p.run((d) => unmerge(d, { mergeId }))
    expect(p.assignment(shots[0]!, gnome)).toBeDefined()
    expect(p.assignment(shots[3]!, john)).toBeDefined()
    expect(p.assignment(shots[0]!, john)).toBeUndefined()
  })

  test('a newer merge into the same target has to go first', () => {
    const { p, john, gnome } = film()
    const third = p.asset('character', 'Smith')
    const first = p.run((d) => mergeAssets(d, { intoId: john.id, fromIds: [gnome.id], as: 'alias' }))
    const second = p.run((d) => mergeAssets(d, { intoId: john.id, fromIds: [third.id], as: 'alias' }))
    expect(p.refusal((d) => unmerge(d, { mergeId: first.mergeId }))).toBe('MERGED_FURTHER')
    expect(() => p.run((d) => unmerge(d, { mergeId: first.mergeId }))).toThrow(
      'the newer merge of Smith into John Smith stands on it',
    )
    p.run((d) => unmerge(d, { mergeId: second.mergeId }))
    expect(p.refusal((d) => unmerge(d, { mergeId: first.mergeId }))).toBeNull()
  })

  test('a look of the source that the target still uses is copied', () => {
    const { p, scene, shots, john, gnome, look } = film()
    p.put(shots[0]!, gnome)
    p.put(shots[1]!, john)
    const { mergeId } = p.run((d) => mergeAssets(d, { intoId: john.id, fromIds: [gnome.id], as: 'look' }))
    p.put(shots[2]!, john)
    p.run((d) =>
      setTransformation(d, {
        sceneAssetInstanceId: p.instanceId(scene, john),
        kind: 'within_shot',
        shotId: shots[2]!.id,
        at: 0.5,
        fromLookId: john.defaultLookId,
        toLookId: gnome.defaultLookId,
      }),
    )
    p.run((d) => unmerge(d, { mergeId }))
    const shown = p.store.must('looks', look(john, shots[2]!, 'end'))
    expect(shown.assetId).toBe(john.id)
    expect(shown.id).not.toBe(gnome.defaultLookId)
    expect(p.store.must('looks', gnome.defaultLookId).assetId).toBe(gnome.id)
  })
})

test('looks deleted after the merge come back with their asset', () => {
  const p = new TestProject()
  const into = p.asset('location', 'Room')
  const gnome = p.asset('prop', 'Gnome')
  const bob = p.asset('character', 'Bob')
  const { mergeId } = p.run((d) => mergeAssets(d, { intoId: into.id, fromIds: [gnome.id, bob.id], as: 'look' }))
  p.run((d) => deleteLook(d, { lookId: into.defaultLookId }))
  p.run((d) => deleteLook(d, { lookId: gnome.defaultLookId }))
  p.run((d) => unmerge(d, { mergeId }))
  expect(unsound(p.store)).toEqual([])
  expect(p.store.must('assets', gnome.id).defaultLookId).toBe(gnome.defaultLookId)
})

test('the source regains its recorded values, whatever was done to them meanwhile; the target keeps what was changed since', () => {
  const { p, scene, shots, john, gnome } = film()
  p.put(shots[0]!, gnome)
  const { mergeId } = p.run((d) => mergeAssets(d, { intoId: john.id, fromIds: [gnome.id], as: 'look' }))
  p.run((d) => updateLook(d, { lookId: gnome.defaultLookId, name: 'Renamed' }))
  p.run((d) => updateSceneAsset(d, { id: p.instanceId(scene, john), lookId: john.defaultLookId }))
  p.run((d) => updateAsset(d, { assetId: john.id, name: 'Johnny' }))
  p.run((d) => unmerge(d, { mergeId }))
  expect(p.store.must('looks', gnome.defaultLookId).name).toBe('Default')
  expect(p.store.must('sceneAssetInstances', p.instanceId(scene, gnome)).lookId).toBeNull()
  expect(p.store.must('assets', john.id)).toMatchObject({ name: 'Johnny', aliases: [] })
})

describe('what was only read from the text counts in a look merge', () => {
  test('the change stands where the text has both, in its words, and taking it apart makes suggestions of it again', () => {
    const p = new TestProject()
    const scene = p.scene()
    const shots = p.shots(scene, 3)
    const john = p.asset('character', 'John')
    const gnome = p.asset('prop', 'Garden Gnome')
    shots.forEach((shot) => p.put(shot, john))
    const read = (shotId: string, text: string) => (d: Draft) =>
      d.add('suggestions', {
        id: d.newId(),
        shotId,
        assetId: gnome.id,
        presence: 'throughout',
        enterAt: 0,
        exitAt: 1,
        enterFrom: null,
        exitTo: null,
        evidence: { line: 1, text },
        state: 'open',
        ordinal: d.nextOrdinal('suggestions'),
      })
    p.run(read(shots[1]!.id, 'John turns into a GARDEN GNOME with a red hat.'))
    p.run(read(shots[2]!.id, 'The GARDEN GNOME stands there.'))
    const before = recordText(p.store)
    const report = p.run((d) => mergeAssets(d, { intoId: john.id, fromIds: [gnome.id], as: 'look' }))
    expect(report.suggestedIn).toEqual([shots[1]!.id, shots[2]!.id])
    expect([...p.store.all('transformations')].map((e) => [e.shotId, e.toLookId])).toEqual([
      [shots[1]!.id, gnome.defaultLookId],
    ])
    expect(p.store.must('looks', gnome.defaultLookId).description).toBe('garden gnome with a red hat')
    p.run((d) => unmerge(d, { mergeId: report.mergeId }))
    expect(recordText(p.store)).toBe(before)
  })
})
