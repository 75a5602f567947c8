import { describe, expect, test } from 'vitest'
import type { Shot } from '../../model/shot'
import { TestProject } from '../../testing/testProject'
import { createLook, updateSceneAsset } from '../assets/assetRules'
import { placements } from '../blocking/placement'
import { findingsOfShot } from '../continuity/continuity'
import { freshnessOf } from './freshness'
import { chosenTake } from '../lookup'
import { seenIn } from '../manifest/manifest'
import { setAssignment } from '../presence/setAssignment'
import { importTake } from './importTake'
import { chooseTake, lockTake, setBlocking } from './resultRules'
import { sameStill, seamDifferences, seamHolds } from './sameStill'
import { setSeam } from './seams'
import { seamTake } from './sharedStill'
import { createShot, deleteShot, moveShot, updateShot } from '../structure/shotRules'
import { setTransformation } from '../looks/transformationRules'

/** Three shots with Alice and the living room in all of them, and a seam after the first. */
function stage() {
  const p = new TestProject()
  const scene = p.scene()
  const shots = p.shots(scene, 3, { size: 'medium' }) as [Shot, Shot, Shot]
  const room = p.asset('location', 'Living Room')
  const alice = p.asset('character', 'Alice')
  const bob = p.asset('character', 'Bob')
  for (const shot of shots) for (const asset of [room, alice]) p.put(shot, asset)
  const pair = { fromShotId: shots[0].id, toShotId: shots[1].id }
  const share = (shared = true) => p.run((draft) => setSeam(draft, { ...pair, shared }))
  const seam = () => p.store.list('seamsFrom', shots[0].id)[0]
  const differences = () => seamDifferences(p.store, pair)
  return { p, scene, shots, alice, bob, room, pair, share, seam, differences }
}

describe('a seam', () => {
  test('holds while the end of one shot and the start of the next agree', () => {
    const s = stage()
    s.share()
    expect(seamHolds(s.p.store, s.seam()!)).toBe(true)
  })

  const edits: [string, string, (s: ReturnType<typeof stage>) => void][] = [
    ['somebody who comes into the second', 'who is there (Bob)', (s) => s.p.put(s.shots[1], s.bob)],
    [
      'somebody who leaves before the cut',
      'who is there (Alice)',
      (s) => s.p.put(s.shots[0], s.alice, { presence: 'exits' }),
    ],
    [
      'a look change between the shots',
      'the look of Alice',
      (s) => {
        const look = s.p.run((draft) => createLook(draft, { assetId: s.alice.id, name: 'wet' }))
        s.p.run((draft) =>
          setTransformation(draft, {
            sceneAssetInstanceId: s.p.instanceId(s.scene, s.alice),
            kind: 'between_shots',
            shotId: s.shots[0].id,
            fromLookId: null,
            toLookId: look.id,
          }),
        )
      },
    ],
    [
      'another position',
      'where Alice stands',
      (s) =>
        s.p.run((draft) =>
          setBlocking(
            draft,
            { assignmentId: s.p.assignment(s.shots[1], s.alice)!.id, frame: 'start', x: 0.9 },
            { x: 0.5, y: 0.9, scale: 1, flip: false, depth: 0 },
          ),
        ),
    ],
    [
      'another camera',
      'the camera',
      (s) => s.p.run((draft) => updateShot(draft, { shotId: s.shots[1].id, angle: 'low' })),
    ],
    [
      'a move that ends in another framing',
      'the camera',
      (s) => s.p.run((draft) => updateShot(draft, { shotId: s.shots[0].id, endSize: 'wide' })),
    ],
    ...(['part', 'hidden'] as const).map((shown): (typeof edits)[number] => [
      `somebody ${shown}`,
      shown === 'part' ? 'how much of Alice is seen' : 'who is there (Alice)',
      (s) =>
        s.p.run((draft) =>
          setBlocking(
            draft,
            { assignmentId: s.p.assignment(s.shots[1], s.alice)!.id, frame: 'start', shown },
            placements(s.p.store, s.shots[1].id, 'start', seenIn(s.p.store, s.shots[1].id, 'start')).get(s.alice.id)!,
          ),
        ),
    ]),
    [
      'a picture of somebody',
      'how much of Alice is seen',
      (s) => s.p.run((draft) => setAssignment(draft, { shotId: s.shots[1].id, assetId: s.alice.id, depicts: 'image' })),
    ],
  ]
  test.each(edits)('no longer holds with %s, and holds again when it is undone', (_what, words, edit) => {
    const s = stage()
    s.share()
    edit(s)
    expect(seamHolds(s.p.store, s.seam()!)).toBe(false)
    expect(s.differences()).toContain(words)
    expect(s.p.refusal((draft) => setSeam(draft, { ...s.pair, shared: true }))).toBe('SEAM_DIFFERENT')
  })

  test('holds where a move ends in the framing that the next shot begins in', () => {
    const s = stage()
    s.p.run((draft) => updateShot(draft, { shotId: s.shots[0].id, size: 'close', endSize: 'medium' }))
    expect(s.differences()).toEqual([])
  })

  test('does not care for words, for the other ends, or for what holds for the whole scene', () => {
    const s = stage()
    s.share()
    s.p.run((draft) =>
      updateShot(draft, { shotId: s.shots[1].id, text: 'Something else.', endState: 'tired', durationFrames: 7 }),
    )
    s.p.put(s.shots[0], s.bob, { presence: 'exits' })
    s.p.put(s.shots[1], s.bob, { presence: 'enters' })
    s.p.run((draft) => updateSceneAsset(draft, { id: s.p.instanceId(s.scene, s.alice), description: 'in a raincoat' }))
    expect(seamHolds(s.p.store, s.seam()!)).toBe(true)
  })

  test('is only made between neighbours of one scene that agree, and once', () => {
    const s = stage()
    const refusal = (fromShotId: string, toShotId: string) =>
      s.p.refusal((draft) => setSeam(draft, { fromShotId, toShotId, shared: true }))
    const elsewhere = s.p.shot(s.p.scene('EXT. GARDEN - DAY'))
    expect([
      refusal(s.shots[0].id, s.shots[2].id),
      refusal(s.shots[1].id, s.shots[0].id),
      refusal(s.shots[2].id, elsewhere.id),
      refusal(s.shots[0].id, 'gone'),
    ]).toEqual(['NOT_ADJACENT', 'NOT_ADJACENT', 'NOT_ADJACENT', 'NOT_FOUND'])
    s.share()
    s.share()
    expect(s.p.store.count('seams')).toBe(1)
    s.p.put(s.shots[2], s.bob)
    expect(() =>
      s.p.run((draft) => setSeam(draft, { fromShotId: s.shots[1].id, toShotId: s.shots[2].id, shared: true })),
    ).toThrow('Not shared: the end of shot 2 and the start of shot 3 differ in who is there (Bob).')
  })

  test('shows one still at both ends; taken back, both keep it, each with its own inputs', () => {
    const s = stage()
    s.share()
    const take = s.p.take(s.shots[0], 'endFrame')
    expect(seamTake(s.p.store, s.shots[1].id, 'start')?.id).toBe(take.id)
    s.share(false)
    const copy = chosenTake(s.p.store, s.shots[1].id, 'startFrame')
    expect(copy).toMatchObject({ mediaId: take.mediaId, kind: 'startFrame', shotId: s.shots[1].id })
    expect(chosenTake(s.p.store, s.shots[0].id, 'endFrame')?.id).toBe(take.id)
    expect(freshnessOf(s.p.store, s.shots[1].id, 'startFrame').status).toBe('fresh')
    expect(s.seam()).toBeUndefined()
  })

  test.each<[string, (s: ReturnType<typeof stage>) => unknown]>([
    [
      'inserting between',
      (s) => s.p.run((draft) => createShot(draft, { sceneId: s.scene.id, afterShotId: s.shots[0].id })),
    ],
    ['moving the first away', (s) => s.p.run((draft) => moveShot(draft, { shotId: s.shots[0].id, index: 2 }))],
    ['moving the second away', (s) => s.p.run((draft) => moveShot(draft, { shotId: s.shots[1].id, index: 2 }))],
    ['moving another between', (s) => s.p.run((draft) => moveShot(draft, { shotId: s.shots[2].id, index: 1 }))],
    [
      'moving one to another scene',
      (s) => {
        const sceneId = s.p.scene('EXT. GARDEN').id
        s.p.run((draft) => moveShot(draft, { shotId: s.shots[0].id, index: 0, sceneId }))
      },
    ],
  ])('dissolves by %s; both keep the take', (_what, edit) => {
    const s = stage()
    s.share()
    const take = s.p.take(s.shots[1], 'startFrame')
    const garden = s.p.scene('EXT. GARDEN')
    expect(garden).toBeDefined()
    edit(s)
    expect(s.p.store.count('seams')).toBe(0)
    expect([
      chosenTake(s.p.store, s.shots[0].id, 'endFrame')?.mediaId,
      chosenTake(s.p.store, s.shots[1].id, 'startFrame')?.mediaId,
    ]).toEqual([take.mediaId, take.mediaId])
  })

  test('dissolves by deleting one side; the other keeps the take', () => {
    const s = stage()
    s.share()
    const take = s.p.take(s.shots[1], 'startFrame')
    s.p.run((draft) => deleteShot(draft, { shotId: s.shots[1].id }))
    expect(s.p.store.count('seams')).toBe(0)
    expect(chosenTake(s.p.store, s.shots[0].id, 'endFrame')?.mediaId).toBe(take.mediaId)
    expect(s.p.store.count('takes')).toBe(2)
  })

  test('dissolves where a shot of another scene comes between', () => {
    const s = stage()
    s.share()
    const elsewhere = s.p.shot(s.p.scene('EXT. GARDEN'))
    s.p.run((draft) => moveShot(draft, { shotId: elsewhere.id, sceneId: s.scene.id, index: 1 }))
    expect(s.seam()).toBeUndefined()
  })

  test('a deleted shot is given no take', () => {
    const s = stage()
    s.share()
    const take = s.p.take(s.shots[0], 'endFrame')
    s.p.run((draft) => deleteShot(draft, { shotId: s.shots[1].id }))
    expect([...s.p.store.all('takes')].map((t) => t.id)).toEqual([take.id])
  })

  test('moving a shot to where it is dissolves nothing', () => {
    const s = stage()
    s.share()
    s.p.run((draft) => moveShot(draft, { shotId: s.shots[0].id, index: 0, sceneId: s.scene.id }))
    expect(s.seam()).toBeDefined()
  })
})

describe('the still of a shared seam', () => {
  /** The media at both sides of the cut. */
  const stills = (s: ReturnType<typeof stage>) => [
    chosenTake(s.p.store, s.shots[0].id, 'endFrame')?.mediaId,
    chosenTake(s.p.store, s.shots[1].id, 'startFrame')?.mediaId,
  ]

  test('is the one of the side that has one, on both sides from then on', () => {
    const s = stage()
    const take = s.p.take(s.shots[1], 'startFrame')
    s.share()
    expect(stills(s)).toEqual([take.mediaId, take.mediaId])
    expect(freshnessOf(s.p.store, s.shots[0].id, 'endFrame').status).toBe('fresh')
  })

  test('of two different ones is the one the user says; until then both stand and continuity tells', () => {
    const s = stage()
    const [end, start] = [s.p.take(s.shots[0], 'endFrame'), s.p.take(s.shots[1], 'startFrame')]
    s.share()
    expect(stills(s)).toEqual([end.mediaId, start.mediaId])
    const [finding] = findingsOfShot(s.p.store, s.shots[0].id).filter((f) => f.code === 'SEAM_DIFFERS')
    expect(finding?.fixes(s.shots, s.p.store).map((f) => f.label)).toEqual([
      'Use the end of 1',
      'Use the start of 2',
      'Two stills',
    ])
    s.p.run((draft) => setSeam(draft, { ...s.pair, shared: true, still: 'to' }))
    expect(stills(s)).toEqual([start.mediaId, start.mediaId])
    expect(findingsOfShot(s.p.store, s.shots[0].id).filter((f) => f.code === 'SEAM_DIFFERS')).toEqual([])
  })

  test('follows the choice of a take, both ways', () => {
    const s = stage()
    const [older, newer] = [s.p.take(s.shots[0], 'endFrame'), s.p.take(s.shots[0], 'endFrame')]
    s.share()
    expect(stills(s)).toEqual([newer.mediaId, newer.mediaId])
    s.p.run((draft) => chooseTake(draft, { shotId: s.shots[0].id, kind: 'endFrame', takeId: older.id }))
    expect(stills(s)).toEqual([older.mediaId, older.mediaId])
    const back = chosenTake(s.p.store, s.shots[1].id, 'startFrame')!
    s.p.run((draft) => chooseTake(draft, { shotId: s.shots[0].id, kind: 'endFrame', takeId: newer.id }))
    s.p.run((draft) => chooseTake(draft, { shotId: s.shots[1].id, kind: 'startFrame', takeId: back.id }))
    expect(stills(s)).toEqual([older.mediaId, older.mediaId])
    expect(s.p.store.count('takes')).toBe(4)
  })

  test('is an imported picture on both sides', () => {
    const s = stage()
    s.share()
    const mediaId = s.p.picture()
    s.p.run((draft) => importTake(draft, { shotId: s.shots[1].id, kind: 'startFrame', mediaId, madeAt: 0 }))
    expect(stills(s)).toEqual([mediaId, mediaId])
  })

  test('never replaces an approved take, nor a still that the sides no longer agree on', () => {
    const s = stage()
    const [end, start] = [s.p.take(s.shots[0], 'endFrame'), s.p.take(s.shots[1], 'startFrame')]
    s.p.run((draft) => lockTake(draft, { takeId: start.id, locked: true }))
    s.p.run((draft) => setSeam(draft, { ...s.pair, shared: true, still: 'from' }))
    expect(stills(s)).toEqual([end.mediaId, start.mediaId])
    s.p.run((draft) => lockTake(draft, { takeId: start.id, locked: false }))
    s.p.put(s.shots[1], s.bob)
    s.p.run((draft) => chooseTake(draft, { shotId: s.shots[0].id, kind: 'endFrame', takeId: end.id }))
    expect(stills(s)).toEqual([end.mediaId, start.mediaId])
  })
})

describe('start and end of one shot', () => {
  test('may share one still while they agree', () => {
    const s = stage()
    expect(sameStill(s.p.store, s.shots[0].id)).toBe(true)
    s.p.put(s.shots[0], s.bob, { presence: 'passes_through' })
    expect(sameStill(s.p.store, s.shots[0].id)).toBe(true)
    s.p.put(s.shots[0], s.bob, { presence: 'enters' })
    expect(sameStill(s.p.store, s.shots[0].id)).toBe(false)
  })

  test('may not with a camera that moves; states told apart by hand make two prompts, if one drawing', () => {
    const s = stage()
    const after = (fields: Parameters<typeof updateShot>[1]) => {
      s.p.run((draft) => updateShot(draft, fields))
      return [sameStill(s.p.store, s.shots[0].id), sameStill(s.p.store, s.shots[0].id, 'strong')]
    }
    const shotId = s.shots[0].id
    expect([
      after({ shotId, movement: 'dolly in' }),
      after({ shotId, movement: 'Static' }),
      after({ shotId, startState: 'the cup is empty' }),
      after({ shotId, endState: 'the cup is full' }),
    ]).toEqual([
      [false, false],
      [true, true],
      [true, false],
      [true, false],
    ])
  })
})
