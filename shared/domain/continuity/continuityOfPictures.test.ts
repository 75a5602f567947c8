import { describe, expect, test } from 'vitest'
import type { CommandName } from '../../ipc/inputSchemas'
import type { Shot } from '../../model/shot'
import { bistroScene, timeJump, triedFixes } from '../../testing/continuityScene'
import { runCommand } from '../../testing/runCommand'
import { createLook, deleteAsset } from '../assets/assetRules'
import { activeMembers } from '../lookup'
import { placements } from '../blocking/placement'
import { setBlocking } from '../results/resultRules'
import { setTransformation } from '../looks/transformationRules'
import { continuityCounts, continuityOfShot } from './continuity'

describe('sides', () => {
  function talking() {
    const s = bistroScene()
    const [alice, bob] = [s.person('Alice'), s.person('Bob')]
    for (const shot of s.shots) for (const asset of [alice, bob]) s.p.put(shot, asset)
    const at = (shot: Shot, asset: typeof alice, frame: 'start' | 'end', x: number) =>
      s.p.run((draft) =>
        setBlocking(
          draft,
          { assignmentId: s.p.assignment(shot, asset)!.id, frame, x },
          { x, y: 0.9, scale: 0.6, flip: x > 0.5, depth: 0 },
        ),
      )
    return { ...s, alice, bob, at }
  }

  test('that two characters swap across a cut are noted', () => {
    const { p, alice, bob, at, one, notes, first, second } = talking()
    at(first, alice, 'end', 0.3)
    at(first, bob, 'end', 0.7)
    at(second, alice, 'start', 0.8)
    at(second, bob, 'start', 0.4)
    const note = one('SIDES_SWAPPED')
    expect(note).toMatchObject({
      shotIds: [first.id, second.id],
      assetIds: [alice.id, bob.id],
      message: 'Alice and Bob swap sides between 1 and 2.',
    })
    expect(triedFixes(p, note)).toEqual(['Swap them in 2', 'Swap them in 1'])
    timeJump(p, second)
    expect(notes()).toEqual([])
  })

  test('count when one of the two was placed by hand against the other’s default', () => {
    const { alice, at, one, second } = talking()
    at(second, alice, 'start', 0.95)
    expect(one('SIDES_SWAPPED').shotIds[1]).toBe(second.id)
  })

  test('stay as they are by default, whoever speaks and whoever else is there', () => {
    const { p, person, shots, first, second, alice, bob, notes } = talking()
    const carol = person('Carol')
    p.put(shots[1]!, carol)
    const speaks = (shot: Shot, character: string) =>
      p.run((draft) =>
        draft.update('shots', shot.id, { dialogue: [{ character, extension: '', parenthetical: '', text: 'No.' }] }),
      )
    speaks(first, 'ALICE')
    speaks(second, 'BOB')
    const x = (shot: Shot, frame: 'start' | 'end', asset: typeof alice) =>
      placements(p.store, shot.id, frame, activeMembers(p.store, shot.id)).get(asset.id)!.x
    for (const [shot, frame] of [
      [first, 'end'],
      [second, 'start'],
    ] as const)
      expect(x(shot, frame, alice)).toBeLessThan(x(shot, frame, bob))
    expect(notes()).toEqual([])
  })

  test('of figures that stand behind each other, of props, and of stills nobody placed are no note', () => {
    const { p, alice, bob, at, notes, first, second, shots } = talking()
    expect(notes()).toEqual([])
    at(first, alice, 'end', 0.5)
    at(first, bob, 'end', 0.52)
    at(second, alice, 'start', 0.6)
    at(second, bob, 'start', 0.3)
    const props = ['Cup', 'Pot'].map((name) => p.asset('prop', name, { picture: true }))
    for (const shot of shots) for (const prop of props) p.put(shot, prop)
    props.forEach((prop, i) => {
      at(first, prop, 'end', i)
      at(second, prop, 'start', 1 - i)
    })
    expect(notes()).toEqual([])
  })
})

describe('seams', () => {
  test('whose stills are different pictures, or whose sides do not agree, are noted', () => {
    const { p, person, one, notes, first, second } = bistroScene()
    p.run((draft) => draft.add('seams', { id: draft.newId(), fromShotId: first.id, toShotId: second.id }))
    p.take(first, 'endFrame')
    expect(notes()).toEqual([])
    p.take(second, 'startFrame')
    expect(one('SEAM_DIFFERS')).toMatchObject({
      shotIds: [first.id, second.id],
      assetIds: [],
      message: '1 and 2 share one still at the cut, but their pictures differ.',
    })
    expect(triedFixes(p, one('SEAM_DIFFERS'))).toEqual(['Use the end of 1', 'Use the start of 2', 'Two stills'])
    p.put(second, person('Alice'))
    expect(one('SEAM_DIFFERS').message).toBe('1 and 2 share one still at the cut, but differ in who is there (Alice).')
  })
})

describe('what many shots share is one note', () => {
  test('a look without a picture, wherever it is seen', () => {
    const { p, shots, one, notes } = bistroScene(8)
    const letter = p.asset('prop', 'Letter')
    for (const shot of shots) p.put(shot, letter)
    const note = one('NO_PICTURE')
    expect(note).toMatchObject({
      shotIds: shots.map((s) => s.id),
      assetIds: [letter.id],
      message: 'Letter is seen in 1, 2, 3, 4, 5 and 3 more without a picture.',
    })
    expect(continuityOfShot(p.store, shots[4]!.id)).toMatchObject([
      { code: 'NO_PICTURE', shotIds: [shots[4]!.id], message: 'Letter is seen in 5 without a picture.' },
    ])
    expect(triedFixes(p, note)).toEqual(['Keep as text'])
    expect(continuityCounts(p.store)).toEqual({ NO_PICTURE: 1 })
    const mediaId = p.picture()
    p.run((draft) => draft.update('looks', letter.defaultLookId, { mediaId }))
    expect(notes()).toEqual([])
  })

  test('but who only passes through is in no picture, and each look has its own', () => {
    const { p, one, first, second, place } = bistroScene()
    p.put(first, p.asset('character', 'Waiter'), { presence: 'passes_through' })
    const gnome = p.asset('character', 'Gnome', { picture: true })
    const human = p.run((draft) => createLook(draft, { assetId: gnome.id, name: 'Human' }))
    p.put(second, gnome)
    p.run((draft) =>
      setTransformation(draft, {
        sceneAssetInstanceId: p.instanceId(place, gnome),
        kind: 'within_shot',
        shotId: second.id,
        fromLookId: null,
        toLookId: human.id,
      }),
    )
    expect(one('NO_PICTURE').message).toBe('Gnome is seen as “Human” in 2 without a picture.')
    expect(triedFixes(p, one('NO_PICTURE'))).toEqual(['Keep as text', 'Use the picture of “Default”'])
  })

  test('the role of a deleted asset, with Restore first and Recast', () => {
    const { p, shots, person, notes, one } = bistroScene(3)
    const alice = person('Alice')
    for (const shot of shots) p.put(shot, alice, { presence: 'passes_through', enterAt: 0.5, exitAt: 0.55 })
    p.run((draft) => deleteAsset(draft, { assetId: alice.id }))
    expect(notes()).toHaveLength(1)
    const note = one('ROLE_VACANT')
    expect(note.message).toBe('Alice is deleted; the role in 1, 2 and 3 is vacant.')
    expect(note.fix).toEqual({ command: 'asset.restore', input: { assetId: alice.id } })
    expect(triedFixes(p, note)).toEqual(['Restore Alice', 'Recast…', 'Remove the role'])
    const recast = note.fixes[1]!
    expect(recast.ask).toBe('newId')
    const bob = person('Bob')
    expect(
      runCommand(p.store, p.newId, recast.command as CommandName, { ...recast.input, newId: bob.id }),
    ).not.toBeNull()
    expect(notes('ROLE_VACANT')).toEqual([])
  })
})
