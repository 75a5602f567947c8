import { wholeFigure } from '../../model/transformation'
import { describe, expect, test } from 'vitest'
import { TestProject } from '../../testing/testProject'
import { removeAssignment } from '../presence/removeAssignment'
import { activeMembers } from '../lookup'
import { figureWords, keyCharacters, nearestSide, placements, placeWords } from './placement'
import { videoBrief } from '../prompts/briefs'

describe('where somebody stands', () => {
  test('is the user’s blocking, else a default of who is in the frame; a location stands nowhere', () => {
    const p = new TestProject()
    const shot = p.shot(p.scene())
    const [alice, bob, room] = [p.asset('character', 'Alice'), p.asset('character', 'Bob'), p.asset('location', 'Room')]
    for (const asset of [alice, bob, room]) p.put(shot, asset)
    const at = () => placements(p.store, shot.id, 'start', activeMembers(p.store, shot.id))
    const before = at()
    expect([...before.keys()].sort()).toEqual([alice.id, bob.id].sort())
    p.run((draft) =>
      draft.add('blockings', {
        ...wholeFigure,
        id: draft.newId(),
        shotId: shot.id,
        sceneAssetInstanceId: p.assignment(shot, alice)!.sceneAssetInstanceId,
        frame: 'start',
        x: 0.11,
        y: 0.8,
        scale: 0.5,
        flip: true,
        depth: 3,
      }),
    )
    expect(at().get(alice.id)).toEqual({ x: 0.11, y: 0.8, scale: 0.5, flip: true, depth: 3 })
    expect(at().get(bob.id)).toEqual(before.get(bob.id))
    expect(placements(p.store, shot.id, 'end', activeMembers(p.store, shot.id)).get(alice.id)).toEqual(
      before.get(alice.id),
    )
  })

  test('sleeps with the blocking while the asset is away', () => {
    const p = new TestProject()
    const shot = p.shot(p.scene())
    const alice = p.asset('character', 'Alice')
    p.put(shot, alice)
    p.run((draft) =>
      draft.add('blockings', {
        ...wholeFigure,
        id: draft.newId(),
        shotId: shot.id,
        sceneAssetInstanceId: p.assignment(shot, alice)!.sceneAssetInstanceId,
        frame: 'start',
        x: 0.11,
        y: 0.8,
        scale: 0.5,
        flip: true,
        depth: 3,
      }),
    )
    p.run((draft) => removeAssignment(draft, { shotId: shot.id, assetId: alice.id }))
    expect(placements(p.store, shot.id, 'start', activeMembers(p.store, shot.id)).size).toBe(0)
    p.put(shot, alice)
    expect(placements(p.store, shot.id, 'start', activeMembers(p.store, shot.id)).get(alice.id)?.x).toBe(0.11)
  })

  test('gives the side of an entrance or exit that nobody named', () => {
    const p = new TestProject()
    const shot = p.shot(p.scene())
    const place = (name: string, x: number, fields: Parameters<TestProject['put']>[2]) => {
      const asset = p.asset('character', name)
      const { sceneAssetInstanceId } = p.put(shot, asset, fields)
      for (const frame of ['start', 'end'] as const)
        p.run((draft) =>
          draft.add('blockings', {
            ...wholeFigure,
            id: draft.newId(),
            shotId: shot.id,
            sceneAssetInstanceId,
            frame,
            x,
            y: 0.9,
            scale: 0.5,
            flip: false,
            depth: 0,
          }),
        )
    }
    place('Left', 0.2, { presence: 'enters' })
    place('Right', 0.8, { presence: 'exits' })
    place('Named', 0.8, { presence: 'enters', enterFrom: 'background' })
    expect(videoBrief(p.store, shot.id).members.map((m) => [m.asset.name, m.enterSide, m.exitSide])).toEqual([
      ['Left', 'left', 'left'],
      ['Right', 'right', 'right'],
      ['Named', 'background', 'right'],
    ])
    const side = (x: number, y: number, scale: number) => nearestSide({ x, y, scale, flip: false, depth: 0 })
    expect(
      [side(0.5, 0.9, 0.6), side(0.44, 0.79, 0.25), side(0.5, 1.4, 1.4), nearestSide(undefined)],
      'who stands',
    ).toEqual(['left', 'left', 'left', 'left'])
    expect(
      [side(0.5, 0.1, 0.2), side(0.4, 0.95, 0.1), side(0.95, 0.1, 0.05), side(0.02, 0.95, 0.1)],
      'what hangs, what lies',
    ).toEqual(['top', 'bottom', 'right', 'left'])
  })

  test('gives a crossing the edges nearest to it at its two moments, on the way from its start to its end', () => {
    const p = new TestProject()
    const shot = p.shot(p.scene())
    const { sceneAssetInstanceId } = p.put(shot, p.asset('character', 'Waiter'), { presence: 'passes_through' })
    for (const [frame, x] of [
      ['start', 0.1],
      ['end', 0.9],
    ] as const)
      p.run((draft) =>
        draft.add('blockings', {
          ...wholeFigure,
          id: draft.newId(),
          shotId: shot.id,
          sceneAssetInstanceId,
          frame,
          x,
          y: 0.9,
          scale: 0.5,
          flip: false,
          depth: 0,
        }),
      )
    expect(videoBrief(p.store, shot.id).members.map((m) => [m.enterSide, m.exitSide])).toEqual([['left', 'right']])
  })

  test('in words', () => {
    expect([0.05, 0.3, 0.5, 0.7, 0.95].map(placeWords)).toEqual([
      'at far left',
      'at left third',
      'at centre',
      'at right third',
      'at far right',
    ])
    expect([0.3, 0.8, 1.2, 1.5, 2, 3].map(figureWords)).toEqual([
      'small in frame',
      'full figure',
      'knees up',
      'waist up',
      'head and shoulders',
      'face filling the frame',
    ])
  })
})

describe('key characters', () => {
  test('are those marked by the user, else those with a cue, by name or alias', () => {
    const p = new TestProject()
    const shot = p.shot(p.scene(), {
      dialogue: [{ character: 'JOHN', extension: '', parenthetical: '', text: 'Tea?' }],
    })
    const john = p.asset('character', 'John Smith', { aliases: ['John'] })
    const bob = p.asset('character', 'Bob')
    const prop = p.asset('prop', 'John')
    for (const asset of [john, bob, prop]) p.put(shot, asset)
    const keys = () => [...keyCharacters(p.store, shot.id, activeMembers(p.store, shot.id))]
    expect(keys()).toEqual([john.id])
    p.run((draft) => draft.update('assets', bob.id, { key: true }))
    expect(keys()).toEqual([bob.id])
  })
})
