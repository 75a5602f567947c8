import { describe, expect, test } from 'vitest'
import type { Shot } from '../../model/shot'
import { bistroScene, timeJump, triedFixes } from '../../testing/continuityScene'
import { TestProject } from '../../testing/testProject'
import { createLook, deleteAsset, updateSceneAsset } from '../assets/assetRules'
import { setTransformation } from '../looks/transformationRules'
import { continuityOf, continuityOfShot } from './continuity'

describe('presence across a cut', () => {
  test.each(['exits', 'passes_through'] as const)(
    'notes who %s but is there at the start of the next shot',
    (presence) => {
      const { p, person, one, first, second, notes } = bistroScene()
      const waiter = person('The Waiter')
      p.put(first, waiter, { presence })
      p.put(second, waiter, { presence: 'exits' })
      const note = one('EXITS_BUT_PRESENT')
      expect(note).toMatchObject({
        shotIds: [first.id, second.id],
        assetIds: [waiter.id],
        message: 'The Waiter exits in 1 but is there at the start of 2.',
      })
      expect(triedFixes(p, note)).toEqual(['Remove from 2', 'Stays in 1'])
      timeJump(p, second)
      expect(notes()).toEqual([])
    },
  )

  test('lets a location stay rather than take it from the next shot', () => {
    const { p, room, one, first } = bistroScene()
    p.put(first, room, { presence: 'exits' })
    expect(one('EXITS_BUT_PRESENT').fix).toEqual({
      command: 'assignment.set',
      input: { shotId: first.id, assetId: room.id, exitAt: 1 },
    })
  })

  test.each(['enters', 'passes_through'] as const)(
    'notes who is there at the end of a shot but %s the next one',
    (presence) => {
      const { p, person, one, first, second, notes } = bistroScene()
      const waiter = person('The Waiter')
      p.put(first, waiter, { presence: 'enters' })
      p.put(second, waiter, { presence })
      const note = one('PRESENT_BUT_ENTERS')
      expect(note).toMatchObject({
        shotIds: [first.id, second.id],
        assetIds: [waiter.id],
        message: 'The Waiter is there at the end of 1 but enters in 2.',
      })
      expect(triedFixes(p, note)).toEqual(['There from the start of 2', 'Remove from 1'])
      timeJump(p, second)
      expect(notes()).toEqual([])
    },
  )

  test('finds nothing where somebody is in one of the shots only, comes back after leaving, or is in another scene', () => {
    const { p, person, notes, first, second } = bistroScene()
    p.put(first, person('Alice'))
    p.put(second, person('Bob'))
    const carol = person('Carol')
    p.put(first, carol, { presence: 'exits' })
    p.put(second, carol, { presence: 'enters' })
    const dave = person('Dave')
    const other = p.shot(p.scene('EXT. STREET - DAY'))
    p.put(second, dave, { presence: 'exits' })
    p.put(other, p.asset('location', 'Street', { picture: true }))
    p.put(other, dave)
    expect(notes()).toEqual([])
  })

  test('offers only what the shot has room for', () => {
    const { p, place, room, person, one, second } = bistroScene()
    const short = p.shot(place, { durationFrames: 3 })
    p.put(short, room)
    const waiter = person('The Waiter')
    p.put(second, waiter)
    p.put(short, waiter)
    // So near to the cut only a split leaves it; a user's edge snaps, and from 0 nothing would be left.
    p.run((draft) =>
      draft.update('assignments', p.assignment(short, waiter)!.id, {
        enterAt: 0.1,
        exitAt: 0.3,
        presence: 'passes_through',
      }),
    )
    expect(triedFixes(p, one('PRESENT_BUT_ENTERS'))).toEqual(['Remove from 2'])
  })
})

describe('changes of look', () => {
  function changing() {
    const s = bistroScene(3)
    const gnome = s.person('Gnome')
    const look = (name: string) => {
      const mediaId = s.p.picture()
      return s.p.run((draft) => createLook(draft, { assetId: gnome.id, name, mediaId }))
    }
    for (const shot of s.shots) s.p.put(shot, gnome)
    const instanceId = s.p.instanceId(s.place, gnome)
    const change = (shot: Shot, fromLookId: string | null, toLookId: string, at?: number) =>
      s.p.run((draft) =>
        setTransformation(draft, {
          sceneAssetInstanceId: instanceId,
          kind: at === undefined ? 'between_shots' : 'within_shot',
          shotId: shot.id,
          at,
          fromLookId,
          toLookId,
        }),
      )
    return { ...s, gnome, wet: look('Wet'), human: look('Human'), instanceId, change }
  }

  test('that follow each other are no note; nor is one that claims no look', () => {
    const { gnome, wet, human, change, notes, first, second } = changing()
    change(first, gnome.defaultLookId, wet.id, 0.5)
    change(first, wet.id, human.id)
    change(second, null, wet.id, 0.5)
    expect(notes()).toEqual([])
  })

  test('from another look than the one in force are noted', () => {
    const { p, gnome, wet, human, change, one, first, second } = changing()
    change(first, gnome.defaultLookId, wet.id, 0.5)
    change(second, gnome.defaultLookId, human.id, 0.25)
    const note = one('FROM_LOOK_DIFFERS')
    expect(note).toMatchObject({
      shotIds: [second.id],
      assetIds: [gnome.id],
      message: 'Gnome changes from “Default” in 2, but is in the look “Wet” by then.',
    })
    expect(triedFixes(p, note)).toEqual(['Change from “Wet”', 'Remove the change'])
  })

  test('from another look than the scene starts in can start the scene in it', () => {
    const { p, wet, human, instanceId, change, one, first } = changing()
    change(first, wet.id, human.id)
    p.run((draft) => updateSceneAsset(draft, { id: instanceId, lookId: human.id }))
    const note = one('FROM_LOOK_DIFFERS')
    expect(note.message).toBe('Gnome changes from “Wet” after 1, but is in the look “Human” by then.')
    // It has the new look already, so there is nothing to change.
    expect(triedFixes(p, note)).toEqual(['Remove the change', 'Change from “Human”', 'Start the scene as “Wet”'])
  })

  test.each([
    [
      'before it enters',
      { presence: 'enters', enterAt: 0.5 },
      0.25,
      'Gnome changes look at 1.0 s of shot 2 but enters at 2.0 s.',
      ['Enters at 1.0 s', 'Change at 2.0 s', 'Remove the change'],
    ],
    [
      'after it left',
      { presence: 'exits', exitAt: 0.5 },
      0.75,
      'Gnome changes look at 3.0 s of shot 2 but leaves at 2.0 s.',
      ['Stays until 3.0 s', 'Change at 2.0 s', 'Remove the change'],
    ],
  ] as const)('%s are noted', (_when, presence, at, message, labels) => {
    const { p, gnome, wet, change, one, second } = changing()
    p.put(second, gnome, presence)
    change(second, null, wet.id, at)
    const note = one('EVENT_OUTSIDE_PRESENCE')
    expect(note).toMatchObject({ shotIds: [second.id], assetIds: [gnome.id], message })
    expect(triedFixes(p, note)).toEqual(labels)
  })

  test('a little before the entrance are told apart from it', () => {
    const { p, gnome, wet, change, one, second } = changing()
    p.put(second, gnome, { presence: 'enters', enterAt: 0.5 })
    change(second, null, wet.id, 0.49)
    expect(one('EVENT_OUTSIDE_PRESENCE').message).toBe('Gnome changes look at 1.96 s of shot 2 but enters at 2.00 s.')
  })

  test('in a shot the asset is not in are noted; between shots it may change unseen', () => {
    const { p, gnome, wet, human, change, one, second } = changing()
    p.run((draft) => draft.remove('assignments', p.assignment(second, gnome)!.id))
    change(second, null, wet.id, 0.5)
    change(second, null, human.id)
    const note = one('EVENT_OUTSIDE_PRESENCE')
    expect(note.message).toBe('Gnome changes look at 2.0 s of shot 2 but is not in it.')
    expect(triedFixes(p, note)).toEqual(['There throughout 2', 'Remove the change'])
  })

  test('exactly at an entrance or exit are seen', () => {
    const { p, gnome, wet, change, notes, second } = changing()
    p.put(second, gnome, { presence: 'exits', exitAt: 0.5 })
    change(second, null, wet.id, 0.5)
    expect(notes('EVENT_OUTSIDE_PRESENCE')).toEqual([])
  })
})

describe('locations', () => {
  test('missing in both stills, or in one, are noted with the likeliest place', () => {
    const { p, room, one, first, second } = bistroScene()
    p.put(first, p.asset('character', 'Alice', { picture: true }))
    p.run((draft) => draft.remove('assignments', p.assignment(first, room)!.id))
    const note = one('NO_LOCATION')
    expect(note).toMatchObject({ shotIds: [first.id], assetIds: [], message: 'Shot 1 has no location.' })
    expect(triedFixes(p, note)).toEqual(['Bistro throughout 1'])
    p.put(first, room, { presence: 'enters' })
    expect(one('NO_LOCATION').message).toBe('Shot 1 has no location at its start.')
    expect(triedFixes(p, one('NO_LOCATION'))).toEqual(['Bistro throughout 1'])
    expect(continuityOfShot(p.store, second.id).map((n) => n.code)).toEqual([])
  })

  test('are sought by the heading when the scene knows none, and made by it where there is none, for every shot that lacks one', () => {
    const p = new TestProject()
    const scene = p.scene("INT. L'ÉTOILE BISTRO - DAY")
    const [shot, second] = p.shots(scene, 3) as [Shot, Shot, Shot]
    const alice = p.asset('character', 'Alice', { picture: true })
    for (const s of [shot, second]) p.put(s, alice)
    p.asset('location', 'Street', { picture: true })
    const [note] = continuityOf(p.store)
    expect(note).toMatchObject({
      code: 'NO_LOCATION',
      fix: {
        command: 'asset.create',
        input: { type: 'location', name: "L'étoile Bistro", shotIds: [shot.id, second.id] },
      },
    })
    expect(triedFixes(p, note!)).toEqual(["Make L'étoile Bistro the location"])
  })

  test('are not asked for where a heading names no place: one click says so', () => {
    const p = new TestProject()
    p.put(p.shot(p.scene('OPENING TITLES')), p.asset('prop', 'Title Card', { picture: true }))
    expect(triedFixes(p, continuityOf(p.store)[0]!)).toEqual(['Needs no location'])
  })

  test('that were deleted come back first', () => {
    const { p, room, one, notes, second } = bistroScene()
    p.put(second, p.asset('character', 'Alice', { picture: true }))
    p.run((draft) => deleteAsset(draft, { assetId: room.id }))
    expect(triedFixes(p, one('NO_LOCATION'))).toEqual(['Restore Bistro'])
    expect(notes('ROLE_VACANT')).toHaveLength(1)
  })

  test('are called as the heading or by another name of theirs', () => {
    const p = new TestProject()
    const shot = p.shot(p.scene('INT. BISTRO - DAY'))
    p.put(shot, p.asset('character', 'Alice', { picture: true }))
    const bistro = p.asset('location', 'Bar', { aliases: ['bistro'], picture: true })
    expect(continuityOf(p.store)[0]!.fix).toEqual({
      command: 'assignment.set',
      input: { shotId: shot.id, assetId: bistro.id, presence: 'throughout' },
    })
  })

  test('two in one still are noted; the one in both stills is kept first', () => {
    const { p, room, one, second } = bistroScene()
    const street = p.asset('location', 'Street', { picture: true, rank: 1 })
    p.put(second, street, { presence: 'enters' })
    const note = one('TWO_LOCATIONS')
    expect(note).toMatchObject({
      shotIds: [second.id],
      assetIds: [street.id, room.id],
      message: 'Shot 2 shows 2 locations at its end: Street and Bistro.',
    })
    expect(triedFixes(p, note)).toEqual(['Only Bistro', 'Only Street'])
  })

  test('that follow each other in a shot, and shots nobody is in, are no note', () => {
    const { p, room, notes, shots, second } = bistroScene(3)
    p.put(second, room, { presence: 'exits' })
    p.put(second, p.asset('location', 'Street', { picture: true }), { presence: 'enters' })
    p.run((draft) => draft.remove('assignments', p.assignment(shots[2]!, room)!.id))
    expect(notes()).toEqual([])
  })
})

describe('crossings', () => {
  test('under half a second are noted and widened around their middle', () => {
    const { p, person, one, first, notes } = bistroScene()
    const waiter = person('Waiter')
    p.put(first, waiter, { presence: 'passes_through', enterAt: 0.5, exitAt: 0.6 })
    const note = one('SHORT_CROSSING')
    expect(note.message).toBe('Waiter passes through 1 in 0.4 s; half a second is the least that can be read.')
    expect(note.fix!.input).toMatchObject({ enterAt: 47 / 96, exitAt: 59 / 96 })
    expect(triedFixes(p, note)).toEqual(['Take half a second', 'There throughout 1'])
    p.put(first, waiter, { presence: 'passes_through', enterAt: 0.5, exitAt: 0.625 })
    expect(notes()).toEqual([])
  })

  test('just under half a second are not said to take half a second', () => {
    const { p, person, one, first } = bistroScene()
    p.put(first, person('Waiter'), { presence: 'passes_through', enterAt: 0.5, exitAt: 0.5 + 11.9 / 96 })
    expect(one('SHORT_CROSSING').message).toBe(
      'Waiter passes through 1 in 0.496 s; half a second is the least that can be read.',
    )
    const fly = person('Fly')
    expect(() => p.put(first, fly, { presence: 'passes_through', enterAt: 0.5, exitAt: 0.505 })).toThrow(
      'less than one frame',
    )
  })

  test('in a shot too short for them can only become a presence', () => {
    const { p, person, one, place, room } = bistroScene()
    const shot = p.shot(place, { durationFrames: 12 })
    p.put(shot, room)
    p.put(shot, person('Waiter'), { presence: 'passes_through' })
    expect(triedFixes(p, one('SHORT_CROSSING'))).toEqual(['There throughout 3'])
  })
})
