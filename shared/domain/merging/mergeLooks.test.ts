import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Asset } from '../../model/asset'
import type { FrameEnd } from '../../model/common'
import type { Shot } from '../../model/shot'
import { mergeFilm, type MergeFilm } from '../../testing/mergeFilm'
import { unsound } from '../../testing/soundness'
import { TestProject } from '../../testing/testProject'
import { createLook, updateSceneAsset } from '../assets/assetRules'
import { assignmentOf, instanceOf } from '../lookup'
import { mergeAssets } from './mergeAssets'
import { resolveLook } from '../looks/resolveLook'
import { ensureInstance } from '../presence/setAssignment'
import { setTransformation } from '../looks/transformationRules'

function film(count = 3) {
  const p = new TestProject()
  const scene = p.scene('EXT. GARDEN - NIGHT')
  const shots = p.shots(scene, count)
  const john = p.asset('character', 'John')
  const gnome = p.asset('prop', 'Gnome')
  const mossy = p.run((d) => createLook(d, { assetId: gnome.id, name: 'Mossy' }))
  const wet = p.run((d) => createLook(d, { assetId: john.id, name: 'Wet' }))
  const turns = (asset: Asset, shot: Shot, at: number, toLookId: string) =>
    p.run((d) =>
      setTransformation(d, {
        sceneAssetInstanceId: p.instanceId(scene, asset),
        kind: 'within_shot',
        shotId: shot.id,
        at,
        fromLookId: null,
        toLookId,
      }),
    )
  const merge = (turnBackAfter?: string[]) =>
    p.run((d) => mergeAssets(d, { intoId: john.id, fromIds: [gnome.id], as: 'look', turnBackAfter }))
  const look = (shot: Shot, at: FrameEnd | number = 'start') =>
    resolveLook(p.store, p.store.first('instanceOf', `${shot.sceneId}/${john.id}`)!, { shotId: shot.id, at }).id
  const made = () => [...p.store.all('transformations')].filter((e) => e.mergeId !== null)
  return { p, scene, shots, john, gnome, mossy, wet, turns, merge, look, made }
}

test('in equal stays whoever was alone before is changed from, whichever row was dragged (domain.md 8.4)', () => {
  const { p, shots, john, gnome, merge, look, made } = film()
  p.put(shots[0]!, gnome)
  for (const asset of [john, gnome]) p.put(shots[1]!, asset)
  p.put(shots[2]!, john)
  merge()
  expect(made()).toMatchObject([{ at: 0.5, fromLookId: gnome.defaultLookId, toLookId: john.defaultLookId }])
  expect(shots.map((shot) => look(shot, 'end'))).toEqual([gnome, john, john].map((asset) => asset.defaultLookId))
})

test('a shot that is not there cannot be one to turn back after', () => {
  const { p, shots, john, gnome, merge } = film()
  for (const asset of [john, gnome]) p.put(shots[0]!, asset)
  expect(() => merge(['nowhere'])).toThrow()
})

describe('changes the source had by itself', () => {
  test('in a shot with both keep their looks, and the merge changes to and from them', () => {
    const { p, shots, john, gnome, mossy, turns, merge, look, made } = film()
    p.put(shots[0]!, gnome)
    p.put(shots[0]!, john, { presence: 'enters', enterAt: 0.5 })
    turns(gnome, shots[0]!, 0.25, mossy.id)
    expect(merge().conflicts).toEqual([])
    expect([look(shots[0]!), look(shots[0]!, 0.3), look(shots[0]!, 'end')]).toEqual([
      gnome.defaultLookId,
      mossy.id,
      john.defaultLookId,
    ])
    expect(made()).toMatchObject([{ at: 0.5, fromLookId: mossy.id, toLookId: john.defaultLookId }])
  })

  test('after auto-populate put both everywhere, still need one change only', () => {
    const { p, shots, john, gnome, mossy, turns, merge, look, made } = film()
    for (const shot of shots) for (const asset of [john, gnome]) p.put(shot, asset)
    turns(gnome, shots[1]!, 0.25, mossy.id)
    merge()
    expect(made()).toMatchObject([{ shotId: shots[0]!.id, at: 0.5 }])
    expect([look(shots[1]!), look(shots[2]!)]).toEqual([gnome.defaultLookId, mossy.id])
  })

  test("in the target's turn are kept and named", () => {
    const { p, shots, john, gnome, mossy, turns, merge } = film()
    p.put(shots[0]!, gnome)
    p.put(shots[0]!, john, { presence: 'enters', enterAt: 0.5 })
    turns(gnome, shots[0]!, 0.75, mossy.id)
    expect(merge().conflicts).toMatchObject([{ code: 'EVENT', shotId: shots[0]!.id }])
  })
})

test('changes the target had in a shot with both win, and are named', () => {
  const { p, shots, john, gnome, wet, turns, merge, look, made } = film()
  p.put(shots[0]!, john)
  p.put(shots[0]!, gnome, { presence: 'enters', enterAt: 0.25 })
  turns(john, shots[0]!, 0.75, wet.id)
  expect(merge().conflicts).toMatchObject([{ code: 'EVENT', shotId: shots[0]!.id }])
  expect([made(), look(shots[0]!, 'end')]).toEqual([[], wet.id])
})

test('a change of the target in a shot of the source alone is kept and named, and does not outlast it', () => {
  const { p, shots, john, gnome, wet, turns, merge, look } = film()
  p.put(shots[1]!, john)
  p.put(shots[0]!, gnome)
  turns(john, shots[0]!, 0.5, wet.id)
  expect(merge().conflicts).toMatchObject([{ code: 'EVENT', shotId: shots[0]!.id }])
  expect([look(shots[0]!), look(shots[1]!)]).toEqual([gnome.defaultLookId, wet.id])
})

test('a scene of the source alone starts in the look it had, also where its first shot is without it', () => {
  const { p, gnome, mossy, merge, look, made } = film()
  const shed = p.scene('INT. SHED - DAY')
  const [, second] = p.shots(shed, 2)
  const bare = p.scene('INT. ATTIC - DAY')
  const [attic] = p.shots(bare, 1)
  p.put(second!, gnome)
  for (const scene of [shed, bare]) {
    const instance = p.run((d) => ensureInstance(d, scene.id, gnome.id))
    p.run((d) => updateSceneAsset(d, { id: instance.id, lookId: mossy.id }))
  }
  merge()
  expect([look(second!), look(attic!), made()]).toEqual([mossy.id, mossy.id, []])
})

test('a look carried on can turn back after a shot: offered by the report, done by the merge', () => {
  const { p, shots, john, gnome, merge, look, made } = film(4)
  p.put(shots[0]!, john)
  p.put(shots[0]!, gnome, { presence: 'enters', enterAt: 0.5 })
  for (const shot of shots.slice(1)) p.put(shot, john)
  const { offers, carriedInto } = merge()
  expect(carriedInto).toEqual(shots.slice(1).map((s) => s.id))
  expect(offers[1]).toMatchObject({
    message: `Turns back after shot ${shots[1]!.number}`,
    command: 'asset.merge',
    input: { turnBackAfter: [shots[1]!.id] },
  })
  const again = film(4)
  again.p.put(again.shots[0]!, again.john)
  again.p.put(again.shots[0]!, again.gnome, { presence: 'enters', enterAt: 0.5 })
  for (const shot of again.shots.slice(1)) again.p.put(shot, again.john)
  expect(again.merge([again.shots[1]!.id]).carriedInto).toEqual([again.shots[1]!.id])
  expect(again.shots.map((s) => again.look(s))).toEqual([
    again.john.defaultLookId,
    again.gnome.defaultLookId,
    again.john.defaultLookId,
    again.john.defaultLookId,
  ])
  expect([look(shots[3]!), made().length]).toEqual([gnome.defaultLookId, 1])
})

interface ShotBefore {
  inIntoScene: boolean
  inFromScene: boolean
  into?: { enterAt: number; exitAt: number } | undefined
  from?: { enterAt: number; exitAt: number } | undefined
  intoChanges: boolean
  fromChanges: boolean
}

/** Who is in each shot, and whose look changes there. */
function shotsBefore({ p, shots, assets }: MergeFilm): Map<string, ShotBefore> {
  const [into, from] = assets.map((a) => a.id)
  return new Map(
    shots.map((shot) => {
      const instances = [into, from].map((id) => instanceOf(p.store, shot.sceneId, id!))
      const stay = (i: number) => instances[i] && assignmentOf(p.store, shot.id, instances[i].id)
      const changes = (i: number) =>
        p.store
          .list('transformationsOfShot', shot.id)
          .some((e) => e.kind === 'within_shot' && e.sceneAssetInstanceId === instances[i]?.id)
      return [
        shot.id,
        {
          inIntoScene: !!instances[0],
          inFromScene: !!instances[1],
          into: stay(0),
          from: stay(1),
          intoChanges: changes(0),
          fromChanges: changes(1),
        },
      ]
    }),
  )
}

function looksBy(
  { p, shots }: MergeFilm,
  asset: Asset,
): (shotId: string) => [start: string | null, end: string | null] {
  const looks = new Map(
    shots.map((shot) => {
      const instance = instanceOf(p.store, shot.sceneId, asset.id)
      const at = (end: FrameEnd) => (instance ? resolveLook(p.store, instance, { shotId: shot.id, at: end }).id : null)
      return [shot.id, [at('start'), at('end')] as [string | null, string | null]]
    }),
  )
  return (shotId) => looks.get(shotId)!
}

test('in any film every shot looks as the rule says, worked out shot by shot; all its cases occur', () => {
  const seen = new Map<string, number>()
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000_000 }), (seed) => {
      const film = mergeFilm(seed)
      const [into, from] = film.assets as [Asset, Asset]
      const before = shotsBefore(film)
      const looked = { into: looksBy(film, into), from: looksBy(film, from) }
      const report = film.p.run((d) => mergeAssets(d, { intoId: into.id, fromIds: [from.id], as: 'look' }))
      const looks = looksBy(film, into)
      for (const scene of film.scenes) {
        let hadBoth = false
        let arrived: 'into' | 'from' | null = null
        const ofScene = film.shots.filter((s) => s.sceneId === scene.id)
        const alone = ofScene.map(({ id }) => {
          const { into: a, from: b } = before.get(id)!
          return !a === !b ? null : a ? 'into' : 'from'
        })
        for (const [index, shot] of ofScene.entries()) {
          const was = before.get(shot.id)!
          const [intoStart, intoEnd] = looked.into(shot.id)
          const [fromStart, fromEnd] = looked.from(shot.id)
          const [start, end] = looks(shot.id)
          const { into: a, from: b } = was
          if (!was.inFromScene || !was.inIntoScene) {
            if (was.inFromScene || was.inIntoScene)
              count(was.inIntoScene ? "scene of the target's" : "scene of the source's")
            expect([start, end]).toEqual(was.inFromScene ? [fromStart, fromEnd] : [intoStart, intoEnd])
          } else if (a && b) {
            const equal = a.enterAt === b.enterAt && a.exitAt === b.exitAt
            const aloneBefore = alone.slice(0, index).findLast((side) => side !== null)
            const aloneAfter = alone.slice(index).find((side) => side !== null)
            const targetFirst = aloneBefore ? aloneBefore === 'into' : aloneAfter !== 'into'
            const intoFirst = equal
              ? targetFirst
              : a.enterAt !== b.enterAt
                ? a.enterAt < b.enterAt
                : a.exitAt < b.exitAt
            const back = a.enterAt !== b.enterAt && (intoFirst ? b.exitAt < a.exitAt : a.exitAt < b.exitAt)
            const stays = equal && arrived !== null && start === (arrived === 'from' ? fromStart : intoStart)
            count(
              stays
                ? 'equal, carried'
                : equal
                  ? `equal, ${targetFirst ? 'target' : 'source'} first`
                  : `${intoFirst ? 'target' : 'source'} first${a.enterAt === b.enterAt ? ', equal entries' : ''}${back ? ', back' : ''}`,
            )
            if (!stays) expect(start).toBe(intoFirst ? intoStart : fromStart)
            if (was.intoChanges)
              expect(report.conflicts).toContainEqual(expect.objectContaining({ code: 'EVENT', shotId: shot.id }))
            else if (!stays && ((equal && targetFirst) || !was.fromChanges))
              expect(end).toBe(intoFirst !== back ? fromEnd : intoEnd)
            hadBoth = true
            const toTarget: boolean = stays ? arrived === 'into' : equal && !targetFirst
            if (toTarget) arrived = end === intoStart ? 'into' : null
            else arrived = end === fromEnd ? 'from' : null
          } else if (b) {
            count('source alone')
            expect(start).toBe(fromStart)
            if (!was.intoChanges) expect(end).toBe(fromEnd)
          } else if (a && !hadBoth) {
            count('target alone, before')
            expect(start).toBe(intoStart)
            if (!was.fromChanges) expect(end).toBe(intoEnd)
          } else if (a) {
            count('target alone, after')
            expect(report.carriedInto.includes(shot.id)).toBe(start !== intoStart)
          }
        }
      }
      for (const event of film.p.store.all('transformations')) {
        if (event.mergeId !== report.mergeId) continue
        count(`made ${event.kind}`)
        expect(event.fromLookId).not.toBe(event.toLookId)
        expect(event.carries).toBe('scene')
      }
      expect(unsound(film.p.store)).toEqual([])
    }),
    { numRuns: 200 },
  )
  const cases = [
    'equal, target first',
    'equal, source first',
    'equal, carried',
    'target first',
    'source first',
    'target first, back',
    'source first, back',
    'target first, equal entries',
    'source first, equal entries',
    'source alone',
    'target alone, before',
    'target alone, after',
    "scene of the target's",
    "scene of the source's",
    'made within_shot',
    'made between_shots',
  ]
  for (const what of cases) expect(seen.get(what) ?? 0, what).toBeGreaterThan(5)
})
