import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { invertChange } from '../../records/change'
import { recordText } from '../../testing/recordDump'
import { runCommand } from '../../testing/runCommand'
import { TestProject } from '../../testing/testProject'
import { continuityOf } from '../continuity/continuity'
import { isInitialised } from './initialised'
import { setAssignment } from './setAssignment'
import { stretchSteps, type TemplateStep } from './stretchSteps'
import { applyTemplate, builtInSteps, deleteTemplate, saveTemplate, type BuiltInTemplate } from './templates'

/** Two scenes of three shots and somebody who is in none of them. */
function story() {
  const p = new TestProject()
  const scenes = [p.scene('INT. A - DAY'), p.scene('INT. B - DAY')]
  const shots = scenes.flatMap((scene) => p.shots(scene, 3))
  const alice = p.asset('character', 'Alice', { picture: true })
  const apply = (template: string, chosen = shots) =>
    p.run((draft) => applyTemplate(draft, { template, assetId: alice.id, shotIds: chosen.map((s) => s.id) }))
  const row = () =>
    shots.map((shot) => {
      const a = p.assignment(shot, alice)
      return a ? [a.presence, a.enterAt, a.exitAt] : null
    })
  return { p, scenes, shots, alice, apply, row }
}
const throughout = ['throughout', 0, 1]
const enters = ['enters', 0.35, 1]
const exits = ['exits', 0, 0.65]

test('several assets take a template in one step, each once', () => {
  const { p, shots, alice, row } = story()
  const bob = p.asset('character', 'Bob')
  p.run((draft) =>
    applyTemplate(draft, {
      template: 'arrives',
      assetId: alice.id,
      otherAssetIds: [bob.id, alice.id],
      shotIds: shots.slice(0, 2).map((s) => s.id),
    }),
  )
  expect(row().slice(0, 2)).toEqual([enters, throughout])
  expect(shots.slice(0, 2).map((s) => p.assignment(s, bob)?.presence)).toEqual(['enters', 'throughout'])
})

describe('a built-in template', () => {
  test.each([
    ['throughout', [throughout, throughout, throughout]],
    ['arrives', [enters, throughout, throughout]],
    ['leaves', [throughout, throughout, exits]],
    ['visits', [enters, throughout, exits]],
    ['cameo', [null, throughout, null]],
    ['clear', [null, null, null]],
  ])('%s over three shots of two scenes, given in any order', (template, expected) => {
    const { p, scenes, shots, apply, row } = story()
    apply(template, [shots[3]!, shots[1]!, shots[2]!, shots[1]!])
    expect(row()).toEqual([null, ...expected, null, null])
    expect(scenes.map((scene) => isInitialised(p.store, scene.id))).toEqual([true, true])
  })

  test.each([
    ['throughout', throughout],
    ['arrives', enters],
    ['leaves', exits],
    ['visits', ['passes_through', 0.25, 0.75]],
    ['cameo', throughout],
    ['clear', null],
  ])('%s over one shot', (template, expected) => {
    const { shots, apply, row } = story()
    apply(template, [shots[2]!])
    expect(row()[2]).toEqual(expected)
  })

  test('decides every chosen shot: who was there is taken out or changed, what else was set stays', () => {
    const { p, shots, alice, apply, row } = story()
    p.put(shots[0]!, alice, { presence: 'exits', action: 'through the door', exitTo: 'left', rank: 3 })
    p.put(shots[1]!, alice)
    p.put(shots[5]!, alice)
    const before = p.assignment(shots[0]!, alice)!
    apply('arrives', shots.slice(0, 2))
    expect(p.assignment(shots[0]!, alice)).toMatchObject({
      id: before.id,
      presence: 'enters',
      action: 'through the door',
      exitTo: 'left',
      rank: 3,
      origin: 'preset',
    })
    apply('cameo', shots.slice(0, 3))
    expect(row()).toEqual([null, throughout, null, null, null, throughout])
  })

  test('takes the user’s last times, and leaves them as they are', () => {
    const { p, shots, alice, apply, row } = story()
    p.run((draft) =>
      setAssignment(draft, { shotId: shots[0]!.id, assetId: alice.id, presence: 'enters', enterAt: 0.8 }),
    )
    const { lastTimes } = p.store.must('project', 'project')
    apply('visits')
    expect(row()[0]).toEqual(['enters', 0.8, 1])
    expect(p.store.must('project', 'project').lastTimes).toEqual(lastTimes)
  })

  test('is one undo step', () => {
    const { p, shots, alice } = story()
    p.put(shots[1]!, alice)
    const before = recordText(p.store)
    const change = runCommand(p.store, p.newId, 'template.apply', {
      template: 'visits',
      assetId: alice.id,
      shotIds: shots.map((s) => s.id),
    })!
    expect(recordText(p.store)).not.toBe(before)
    p.store.apply(invertChange(change))
    expect(recordText(p.store)).toBe(before)
  })

  test('warns once that who only crosses is in no still', () => {
    const { p, shots, apply } = story()
    apply('visits', [shots[0]!])
    expect(p.warningCodes()).toEqual(['PASSES_THROUGH'])
    apply('visits', shots)
    expect(p.warningCodes()).toEqual([])
  })

  test('makes no instance where it only clears, but counts the scene as filled', () => {
    const { p, scenes, apply } = story()
    apply('clear')
    expect(p.store.count('sceneAssetInstances')).toBe(0)
    expect(isInitialised(p.store, scenes[1]!.id)).toBe(true)
  })

  test('never makes a continuity note across its own cuts', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<BuiltInTemplate>('throughout', 'arrives', 'leaves', 'visits', 'cameo', 'clear'),
        fc.integer({ min: 1, max: 6 }),
        (template, count) => {
          const { p, shots, apply } = story()
          apply(template, shots.slice(0, count))
          expect(builtInSteps(template, count)).toHaveLength(count)
          expect(
            continuityOf(p.store).filter((n) => n.code === 'EXITS_BUT_PRESENT' || n.code === 'PRESENT_BUT_ENTERS'),
          ).toEqual([])
        },
      ),
    )
  })

  test('of a deleted asset, an unknown template or a shot that is gone is refused', () => {
    const { p, shots, alice } = story()
    const refusal = (template: string, shotId = shots[0]!.id) =>
      p.refusal((draft) => applyTemplate(draft, { template, assetId: alice.id, shotIds: [shotId] }))
    expect(refusal('nothing')).toBe('NOT_FOUND')
    expect(refusal('visits', 'gone')).toBe('NOT_FOUND')
    p.run((draft) => draft.update('assets', alice.id, { deleted: true }))
    expect(refusal('visits')).toBe('ASSET_DELETED')
  })
})

describe('the user’s own template', () => {
  test('is saved from a selection and does the same elsewhere', () => {
    const { p, shots, alice, row } = story()
    p.put(shots[0]!, alice, { presence: 'enters', enterAt: 0.5 })
    p.put(shots[2]!, alice, { presence: 'exits', exitAt: 0.25 })
    const template = p.run((draft) =>
      saveTemplate(draft, {
        name: ' Comes and goes ',
        assetId: alice.id,
        shotIds: shots
          .slice(0, 3)
          .map((s) => s.id)
          .reverse(),
      }),
    )
    expect(template).toMatchObject({ name: 'Comes and goes', steps: [[0.5, 1], null, [0, 0.25]] })
    const bob = p.asset('character', 'Bob')
    p.run((draft) =>
      applyTemplate(draft, { template: template.id, assetId: bob.id, shotIds: shots.slice(3).map((s) => s.id) }),
    )
    expect(shots.slice(3).map((s) => p.assignment(s, bob)?.presence)).toEqual(['enters', undefined, 'exits'])
    expect(p.store.must('project', 'project').lastTimes.exitAt).toBe(0.25)
    expect(row()[1]).toBeNull()
  })

  test('goes by its name too, built-in ones in any case; a name nobody has is refused', () => {
    const { p, shots, alice } = story()
    p.put(shots[0]!, alice, { presence: 'enters', enterAt: 0.5 })
    p.run((draft) => saveTemplate(draft, { name: 'Late', assetId: alice.id, shotIds: [shots[0]!.id] }))
    const apply = (template: string) =>
      p.run((draft) => applyTemplate(draft, { template, assetId: alice.id, shotIds: [shots[1]!.id] }))
    apply('late')
    expect(p.assignment(shots[1]!, alice)).toMatchObject({ enterAt: 0.5, exitAt: 1 })
    apply('All throughout')
    expect(p.assignment(shots[1]!, alice)?.presence).toBe('throughout')
    expect(
      p.refusal((draft) => applyTemplate(draft, { template: 'dances', assetId: alice.id, shotIds: [shots[1]!.id] })),
    ).toBe('NOT_FOUND')
  })

  test('keeps its presences in short shots', () => {
    const p = new TestProject()
    const shots = p.shots(p.scene(), 2, { durationFrames: 2 })
    const alice = p.asset('character', 'Alice')
    p.run((draft) => applyTemplate(draft, { template: 'visits', assetId: alice.id, shotIds: shots.map((s) => s.id) }))
    expect(shots.map((s) => p.assignment(s, alice)?.presence)).toEqual(['enters', 'exits'])
    expect(p.warnings).toEqual([])
  })

  test('saved under a name again replaces the old one; of nobody it is refused; it can be deleted', () => {
    const { p, shots, alice } = story()
    const save = (name: string) =>
      p.run((draft) => saveTemplate(draft, { name, assetId: alice.id, shotIds: [shots[0]!.id] }))
    expect(p.refusal((draft) => saveTemplate(draft, { name: 'x', assetId: alice.id, shotIds: [shots[0]!.id] }))).toBe(
      'TEMPLATE_EMPTY',
    )
    p.put(shots[0]!, alice)
    const first = save('Mine')
    p.put(shots[0]!, alice, { presence: 'exits' })
    expect(save('mine')).toMatchObject({ id: first.id, steps: [[0, 0.65]] })
    expect(p.store.count('templates')).toBe(1)
    p.run((draft) => deleteTemplate(draft, { templateId: first.id }))
    expect(p.store.count('templates')).toBe(0)
    expect(p.refusal((draft) => deleteTemplate(draft, { templateId: first.id }))).toBe('NOT_FOUND')
  })
})

describe('a template laid over another number of shots', () => {
  const all: TemplateStep = [0, 1]
  test.each<[string, TemplateStep[], number, TemplateStep[]]>([
    [
      'a visit over more shots',
      [
        [0.3, 1],
        [0, 0.6],
      ],
      5,
      [[0.3, 1], all, all, all, [0, 0.6]],
    ],
    ['a visit over one shot', [[0.3, 1], all, [0, 0.6]], 1, [[0.3, 0.6]]],
    [
      'a visit that would leave before it came',
      [
        [0.6, 1],
        [0, 0.2],
      ],
      1,
      [[0.3, 0.6]],
    ],
    ['a crossing over more shots', [[0.25, 0.75]], 3, [[0.25, 1], all, [0, 0.75]]],
    ['the first half of the shots', [all, all, null, null], 8, [all, all, all, all, null, null, null, null]],
    ['the middle', [null, all, null], 6, [null, null, all, all, null, null]],
    ['two appearances over one shot', [[0, 0.2], null, [0.8, 1]], 1, [all]],
    ['an entrance in the middle', [null, [0.5, 1], all], 5, [null, null, [0.5, 1], all, all]],
  ])('%s', (_name, steps, count, expected) => {
    expect(stretchSteps(steps, count)).toEqual(expected)
  })

  const step = fc.oneof(
    fc.constant<TemplateStep>(null),
    fc.constant<TemplateStep>([0, 1]),
    fc.tuple(fc.constantFrom(0, 0.2, 0.5), fc.constantFrom(0.6, 0.9, 1)),
  )
  test('has as many steps as shots, none of them empty, and the same ends', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 12 }), (steps, count) => {
        const out = stretchSteps(steps, count)
        expect(out).toHaveLength(count)
        for (const s of out) if (s) expect(s[0]).toBeLessThan(s[1])
        if (count === steps.length) expect(out).toEqual(steps)
        expect(out.some(Boolean)).toBe(steps.some(Boolean))
        if (steps[0]?.[0] === 0) expect(out[0]?.[0]).toBe(0)
        if (steps.at(-1)?.[1] === 1) expect(out.at(-1)?.[1]).toBe(1)
      }),
      { numRuns: 500 },
    )
  })

  test('enters and leaves no more often than before', () => {
    const edges = (steps: readonly TemplateStep[]) =>
      steps.reduce((n, s) => n + (s ? Number(s[0] > 0) + Number(s[1] < 1) : 0), 0)
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 12 }), (steps, count) => {
        expect(edges(stretchSteps(steps, count))).toBeLessThanOrEqual(edges(steps))
      }),
      { numRuns: 500 },
    )
  })
})
