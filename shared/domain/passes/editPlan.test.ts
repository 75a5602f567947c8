import { describe, expect, test } from 'vitest'
import type { FrameEnd } from '../../model/common'
import { digest } from '../../records/digest'
import { invertChange } from '../../records/change'
import { runCommand } from '../../testing/runCommand'
import { TestProject } from '../../testing/testProject'
import { describeFrame } from '../blocking/describeFrame'
import { editPlan, type EditPlanInput } from './editPlan'
import { freshnessOf } from '../results/freshness'
import { passInputs } from './passInputs'
import { planOf } from './passPlan'
import { profileOf } from './profiles'
import { Refusal } from '../../records/refusal'
import { propose } from '../../records/draft'

/** A pictured room with five pictured people and a letter without picture; Eve comes later. */
function dinner(generatorId = 'strong') {
  const p = new TestProject()
  const shot = p.shot(p.scene())
  const room = p.asset('location', 'Room', { picture: true })
  const people = ['Ann', 'Bob', 'Cem', 'Dee', 'Fay'].map((name) => p.asset('character', name, { picture: true }))
  const letter = p.asset('prop', 'Letter')
  const eve = p.asset('character', 'Eve', { picture: true })
  for (const asset of [room, ...people, letter]) p.put(shot, asset)
  p.put(shot, eve, { presence: 'enters' })
  p.run((draft) => draft.update('project', 'project', { stage10GeneratorId: generatorId }))
  const [ann, bob, cem, dee, fay] = people.map((a) => a.id) as [string, string, string, string, string]
  const ids = { ann, bob, cem, dee, fay, room: room.id, letter: letter.id, eve: eve.id }
  const edit = (passes: EditPlanInput['passes'], frame: FrameEnd = 'start') =>
    p.run((draft) => editPlan(draft, { shotId: shot.id, frame, passes }))
  const sentence = (passes: EditPlanInput['passes']) => {
    const outcome = propose(p.store, p.newId, (draft) => editPlan(draft, { shotId: shot.id, frame: 'start', passes }))
    return outcome instanceof Refusal ? `${outcome.code}: ${outcome.message}` : null
  }
  const names = (frame: FrameEnd = 'start', profile = generatorId) =>
    planOf(p.store, shot.id, frame, profileOf(profile)!).passes.map((pass) => pass.references.map((r) => r.name))
  return { p, shot, ids, edit, sentence, names }
}

describe('a plan the user changed', () => {
  test('stands as given, with its notes, for that frame alone; the set is in pass 1, named or not', () => {
    const { p, shot, ids, edit, names } = dinner()
    const planned = names('end')
    edit([
      { assetIds: [ids.letter, ids.fay] },
      { assetIds: [ids.ann, ids.bob, ids.cem], note: ' closer ' },
      { assetIds: [ids.dee] },
    ])
    expect(names()).toEqual([
      ['Fay', 'Room', 'Letter'],
      ['pass 1', 'Ann', 'Bob', 'Cem'],
      ['pass 2', 'Dee'],
    ])
    expect(planOf(p.store, shot.id, 'start', profileOf('strong')!).passes.map((pass) => pass.note)).toEqual([
      '',
      'closer',
      '',
    ])
    expect(names('end')).toEqual(planned)
    edit([
      { assetIds: [ids.room] },
      { assetIds: [ids.ann, ids.bob, ids.cem] },
      { assetIds: [] },
      { assetIds: [ids.dee, ids.fay, ids.letter] },
    ])
    expect(names()).toEqual([['Room'], ['pass 1', 'Ann', 'Bob', 'Cem'], ['pass 2', 'Dee', 'Fay', 'Letter']])
  })

  test.each([[null], [[]]])('goes back to the planner’s with %j', (passes) => {
    const { p, ids, edit, names } = dinner()
    const planned = names()
    edit([{ assetIds: [ids.letter, ids.fay] }, { assetIds: [ids.ann, ids.bob, ids.cem] }, { assetIds: [ids.dee] }])
    expect(names()).not.toEqual(planned)
    edit(passes)
    expect(names()).toEqual(planned)
    expect(p.store.count('planEdits')).toBe(0)
  })

  test('is refused by name when an asset is missing, double, not in the frame, or the set comes late', () => {
    const { ids, sentence } = dinner()
    const rest = { assetIds: [ids.dee, ids.fay, ids.letter] }
    expect(sentence([{ assetIds: [ids.ann, ids.bob] }, { assetIds: [ids.dee, ids.fay] }])).toBe(
      'PLAN_MISSING: Not changed: Cem, Letter would be in no pass. Put every asset of the frame into one.',
    )
    expect(
      sentence([{ assetIds: [ids.ann, ids.bob, ids.cem] }, { assetIds: [ids.ann, ids.dee, ids.fay, ids.letter] }]),
    ).toBe('PLAN_TWICE: Not changed: Ann would be added twice. Leave each asset in one pass.')
    expect(sentence([{ assetIds: [ids.ann, ids.bob, ids.cem] }, rest, { assetIds: [ids.eve, 'gone'] }])).toBe(
      'PLAN_NOT_IN_FRAME: Not changed: Eve, An asset that is gone cannot be seen in this frame.',
    )
    expect(sentence([{ assetIds: [ids.ann, ids.bob, ids.cem] }, { assetIds: [ids.room, ...rest.assetIds] }])).toBe(
      'PLAN_SET_FIRST: Not changed: Room is the set and belongs to pass 1.',
    )
  })

  test('is refused where a pass is too full, naming it and who has to leave it', () => {
    const { ids, sentence } = dinner()
    expect(sentence([{ assetIds: [ids.ann, ids.bob] }, { assetIds: [ids.cem, ids.dee, ids.letter, ids.fay] }])).toBe(
      'PLAN_PASS_FULL: Not changed: pass 2 is too full; Strong hosted model takes 3 new assets and 4 images in a pass. Move Fay to another pass.',
    )
    const five = [ids.ann, ids.bob, ids.cem, ids.dee, ids.fay].map((id) => ({ assetIds: [id] }))
    expect(sentence([{ assetIds: [ids.letter] }, ...five])).toBe(
      'PLAN_EDIT_TOO_LONG: Not changed: these are 6 passes, and Strong hosted model allows 4. Put passes together, or choose a generator that allows more.',
    )
  })

  test('counts an asset without picture as a subject, not as an image', () => {
    const { ids, sentence } = dinner('open')
    // Two people and the set are three images; a letter needs none but is a second subject.
    expect(
      sentence([
        { assetIds: [ids.ann, ids.bob] },
        { assetIds: [ids.cem, ids.letter] },
        { assetIds: [ids.dee, ids.fay] },
      ]),
    ).toBeNull()
    expect(
      sentence([
        { assetIds: [ids.ann] },
        { assetIds: [ids.bob, ids.cem, ids.letter] },
        { assetIds: [ids.dee, ids.fay] },
      ]),
    ).toContain('Move Letter to another pass.')
  })

  test('is planned anew under a generator that takes less, and new assets open a pass when the last is full', () => {
    const { p, shot, ids, edit, names } = dinner('local')
    edit([{ assetIds: [ids.ann, ids.bob, ids.cem, ids.dee, ids.fay, ids.letter], note: 'all' }])
    expect(names()).toHaveLength(1)
    expect(names('start', 'strong')).toEqual([
      ['Ann', 'Bob', 'Cem', 'Room'],
      ['pass 1', 'Dee', 'Fay', 'Letter'],
    ])
    edit([
      { assetIds: [ids.letter, ids.ann] },
      { assetIds: [ids.bob, ids.cem, ids.dee], note: 'closer' },
      { assetIds: [ids.fay] },
    ])
    for (const name of ['Gus', 'Hal', 'Ida']) p.put(shot, p.asset('character', name, { picture: true }))
    expect(names('start', 'strong')).toEqual([
      ['Ann', 'Room', 'Letter'],
      ['pass 1', 'Bob', 'Cem', 'Dee'],
      ['pass 2', 'Fay', 'Gus', 'Hal'],
      ['pass 3', 'Ida'],
    ])
  })

  test('stales its frame with that cause, from the earliest changed pass, and undo makes it fresh again', () => {
    const { p, shot, ids } = dinner()
    const profile = profileOf('strong')!
    const digests = () => {
      const frame = describeFrame(p.store, shot.id, 'start')
      return planOf(p.store, shot.id, 'start', profile).passes.map((pass) =>
        digest(passInputs(frame, pass, `base ${pass.index}`, profile)),
      )
    }
    p.take(shot, 'startFrame', 'strong')
    p.take(shot, 'endFrame', 'strong')
    const before = digests()
    const change = runCommand(p.store, p.newId, 'plan.edit', {
      shotId: shot.id,
      frame: 'start',
      passes: [{ assetIds: [ids.ann, ids.bob, ids.cem] }, { assetIds: [ids.dee, ids.letter] }, { assetIds: [ids.fay] }],
    })!
    expect(freshnessOf(p.store, shot.id, 'startFrame')).toMatchObject({
      status: 'stale',
      causes: ['The plan of the passes changed.'],
    })
    expect(freshnessOf(p.store, shot.id, 'endFrame').status).toBe('fresh')
    expect(digests()[0]).toBe(before[0])
    expect(digests()[1]).not.toBe(before[1])
    p.store.apply(invertChange(change))
    expect(freshnessOf(p.store, shot.id, 'startFrame').status).toBe('fresh')
  })
})
