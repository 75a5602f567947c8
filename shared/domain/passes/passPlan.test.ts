import { wholeFigure } from '../../model/transformation'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AssetType } from '../../model/asset'
import { TestProject } from '../../testing/testProject'
import { editPlan } from './editPlan'
import { passSplit, planOf, planPasses, planSubjects, type PlanSubject } from './passPlan'
import { builtInProfiles, profileOf, type GeneratorProfile } from './profiles'

type Caps = Pick<GeneratorProfile, 'maxImages' | 'newSubjectsPerPass' | 'maxPasses'>
const local: Caps = { maxImages: null, newSubjectsPerPass: null, maxPasses: null }
const open: Caps = { maxImages: 3, newSubjectsPerPass: 2, maxPasses: 4 }
const strong: Caps = { maxImages: 4, newSubjectsPerPass: 3, maxPasses: 4 }

const subjectsArbitrary = fc
  .array(
    fc.record({
      type: fc.constantFrom<AssetType>('character', 'character', 'prop', 'location'),
      key: fc.boolean(),
      pictured: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((list) => list.map((s, i): PlanSubject => ({ ...s, assetId: `a${i}`, name: `A${i}` })))
const capsArbitrary: fc.Arbitrary<Caps> = fc.record({
  maxImages: fc.integer({ min: 1, max: 5 }),
  newSubjectsPerPass: fc.integer({ min: 1, max: 3 }),
  maxPasses: fc.option(fc.integer({ min: 1, max: 5 })),
})
const plan = (subjects: readonly PlanSubject[], caps: Caps) =>
  planPasses(
    subjects,
    subjects.map((s) => s.assetId),
    caps,
  )
const setOf = (subjects: readonly PlanSubject[]) => subjects.find((s) => s.type === 'location')
const restOf = (subjects: readonly PlanSubject[]) => subjects.filter((s) => s !== setOf(subjects))

/** Every way to spread the subjects over `count` passes within the caps, as pass numbers in the order of the subjects. */
function spreads(subjects: readonly PlanSubject[], caps: Caps, count: number): number[][] {
  const rest = restOf(subjects)
  const images = Array.from(
    { length: count },
    (_, i) => caps.maxImages! - (i === 0 ? (setOf(subjects)?.pictured ? 1 : 0) : 1),
  )
  const places = Array.from({ length: count }, () => caps.newSubjectsPerPass!)
  const found: number[][] = []
  const walk = (i: number, chosen: number[]): void => {
    if (i === rest.length) {
      found.push(chosen)
      return
    }
    for (let pass = 0; pass < count; pass++) {
      const need = rest[i]!.pictured ? 1 : 0
      if (places[pass]! < 1 || images[pass]! < need) continue
      places[pass]!--
      images[pass]! -= need
      walk(i + 1, [...chosen, pass])
      places[pass]!++
      images[pass]! += need
    }
  }
  walk(0, [])
  return found
}

const first = (a: number[], b: number[]) => {
  const at = a.findIndex((pass, i) => pass !== b[i])
  return at < 0 ? 0 : a[at]! - b[at]!
}

describe('the pass plan of a capped profile', () => {
  test('holds each subject once, within the caps, and the set in pass 1', () => {
    fc.assert(
      fc.property(subjectsArbitrary, capsArbitrary, (subjects, caps) => {
        const { passes, leftOver, refusal } = plan(subjects, caps)
        const placed = passes.flatMap((p) => p.assetIds)
        expect([...placed, ...leftOver.map((s) => s.assetId)].sort()).toEqual(subjects.map((s) => s.assetId).sort())
        expect(refusal === null).toBe(leftOver.length === 0)
        const set = setOf(subjects)
        if (set) expect(passes[0]!.assetIds).toContain(set.assetId)
        passes.forEach((pass, i) => {
          const numbers = pass.references.flatMap((r) => (r.index === null ? [] : [r.index]))
          // The pictured set alone may fill the only image.
          expect(numbers.length).toBeLessThanOrEqual(Math.max(caps.maxImages!, i === 0 && set?.pictured ? 1 : 0))
          expect(numbers).toEqual(numbers.map((_, n) => n + 1))
          expect(pass.newSubjects).toBeLessThanOrEqual(caps.newSubjectsPerPass!)
          expect(pass.newSubjects).toBe(pass.assetIds.filter((id) => id !== set?.assetId).length)
          expect(pass).toMatchObject({ index: i + 1, basePlate: i > 0 })
          expect(pass.references[0]?.role === 'base').toBe(i > 0)
          for (const reference of pass.references) {
            const subject = subjects.find((s) => s.assetId === reference.assetId)
            if (subject) expect(reference.index === null).toBe(!subject.pictured)
          }
        })
        if (!refusal) expect(passes.length).toBeLessThanOrEqual(caps.maxImages! < 2 ? 1 : (caps.maxPasses ?? 99))
      }),
      { numRuns: 400 },
    )
  })

  test('uses the fewest passes, and in priority order each asset is in the earliest pass that keeps that number', () => {
    fc.assert(
      fc.property(
        subjectsArbitrary.filter((s) => s.length <= 6),
        capsArbitrary,
        (subjects, caps) => {
          const { passes, refusal } = plan(subjects, caps)
          const allowed = caps.maxImages! < 2 ? 1 : (caps.maxPasses ?? subjects.length + 1)
          let fewest = 1
          while (fewest <= allowed && spreads(subjects, caps, fewest).length === 0) fewest++
          expect(refusal === null).toBe(fewest <= allowed)
          if (refusal) return
          const best = spreads(subjects, caps, fewest).sort(first)[0]!
          const chosen = restOf(subjects).map((s) => passes.findIndex((p) => p.assetIds.includes(s.assetId)))
          expect(passes).toHaveLength(fewest)
          expect(chosen).toEqual(best)
        },
      ),
      { numRuns: 300 },
    )
  })

  const people = (count: number): PlanSubject[] =>
    Array.from({ length: count }, (_, i) => ({
      assetId: `p${i}`,
      name: `P${i}`,
      type: 'character',
      key: false,
      pictured: true,
    }))
  const room: PlanSubject = { assetId: 'room', name: 'Room', type: 'location', key: false, pictured: true }

  test.each([
    ['open', open, 2, [['p0', 'p1', 'room']]],
    ['open', open, 3, [['p0', 'p1', 'room'], ['p2']]],
    ['strong', strong, 3, [['p0', 'p1', 'p2', 'room']]],
    [
      'strong',
      strong,
      5,
      [
        ['p0', 'p1', 'p2', 'room'],
        ['p3', 'p4'],
      ],
    ],
  ] as const)('of the %s model', (_name, caps, count, expected) => {
    const subjects = [room, ...people(count)]
    expect(
      planPasses(subjects, [...people(count).map((p) => p.assetId), 'room'], caps).passes.map((p) => p.assetIds),
    ).toEqual(expected)
  })

  test('that would need too many passes is refused by name, with what would help', () => {
    const { refusal, leftOver, passes } = plan([room, ...people(9)], open)
    expect(refusal).toMatchObject({ code: 'PLAN_TOO_LONG', params: { needed: 5, allowed: 4, assets: ['P8'] } })
    expect(refusal!.message).toBe(
      'Not made: the plan needs 5 passes and 4 are allowed. Left over: P8. Take them out of this frame, split the shot, or choose a generator that takes more images.',
    )
    expect(leftOver.map((s) => s.name)).toEqual(['P8'])
    expect(passes).toHaveLength(4)
  })

  test('cannot chain passes with one image at a time', () => {
    expect(plan(people(2), { maxImages: 1, newSubjectsPerPass: 3, maxPasses: 4 }).refusal).toMatchObject({
      code: 'CHAIN_NEEDS_TWO',
      params: { assets: ['P1'] },
    })
    expect(plan(people(1), { maxImages: 1, newSubjectsPerPass: 3, maxPasses: 4 }).refusal).toBeNull()
  })

  test('counts a second location as a subject', () => {
    const hall: PlanSubject = { ...room, assetId: 'hall', name: 'Hall' }
    expect(plan([room, hall, ...people(2)], open).passes.map((p) => [p.newSubjects, ...p.assetIds])).toEqual([
      [2, 'room', 'hall', 'p0'],
      [1, 'p1'],
    ])
  })

  test('numbers the base plate first, then the pass’s own references in manifest order', () => {
    const { passes } = planPasses([room, ...people(3)], ['p0', 'p1', 'p2', 'room'], open)
    expect(passes.map((p) => p.references.map((r) => [r.index, r.name, r.role]))).toEqual([
      [
        [1, 'P0', 'identity'],
        [2, 'P1', 'identity'],
        [3, 'Room', 'set'],
      ],
      [
        [1, 'pass 1', 'base'],
        [2, 'P2', 'identity'],
      ],
    ])
  })
})

describe('the pass plan of the local compositor', () => {
  test('is the set with key characters, other characters, props; empty groups are left out', () => {
    fc.assert(
      fc.property(subjectsArbitrary, (subjects) => {
        const { passes, refusal } = plan(subjects, local)
        expect(refusal).toBeNull()
        const group = (s: PlanSubject) =>
          s.type === 'location' || (s.type === 'character' && s.key) ? 0 : s.type === 'character' ? 1 : 2
        const wanted = [0, 1, 2].map((n) => subjects.filter((s) => group(s) === n).map((s) => s.assetId))
        expect(passes.map((p) => p.assetIds)).toEqual(wanted.filter((ids, i) => i === 0 || ids.length > 0))
      }),
    )
  })
})

describe('the plan of a frame', () => {
  /** A shot with a room, a prop and people of whom Carol speaks. */
  function table() {
    const p = new TestProject()
    const shot = p.shot(p.scene(), {
      dialogue: [{ character: 'CAROL', extension: '', parenthetical: '', text: 'No.' }],
    })
    const assets = Object.fromEntries(
      (['Cup', 'Alice', 'Bob', 'Carol'] as const).map((name) => [
        name,
        p.asset(name === 'Cup' ? 'prop' : 'character', name, { picture: true }),
      ]),
    )
    const room = p.asset('location', 'Room', { picture: true })
    for (const asset of [...Object.values(assets), room]) p.put(shot, asset)
    const names = () => planSubjects(p.store, shot.id, 'start').subjects.map((s) => s.name)
    return { p, shot, assets: { ...assets, Room: room } as Record<string, ReturnType<TestProject['asset']>>, names }
  }

  test('takes the location, then who speaks, then other characters, then props', () => {
    expect(table().names()).toEqual(['Room', 'Carol', 'Alice', 'Bob', 'Cup'])
  })

  test('takes who the user marked as key before who speaks', () => {
    const { p, assets, names } = table()
    p.run((draft) => draft.update('assets', assets['Bob']!.id, { key: true }))
    expect(names()).toEqual(['Room', 'Bob', 'Alice', 'Carol', 'Cup'])
  })

  test('takes the two largest in blocking when nobody is marked and nobody speaks', () => {
    const { p, shot, assets, names } = table()
    p.run((draft) => draft.update('shots', shot.id, { dialogue: [] }))
    for (const [name, scale] of [
      ['Alice', 0.2],
      ['Bob', 0.5],
      ['Carol', 0.9],
    ] as const) {
      p.run((draft) =>
        draft.add('blockings', {
          ...wholeFigure,
          id: draft.newId(),
          shotId: shot.id,
          sceneAssetInstanceId: p.assignment(shot, assets[name]!)!.sceneAssetInstanceId,
          frame: 'start',
          x: 0.5,
          y: 0.9,
          scale,
          flip: false,
          depth: 0,
        }),
      )
    }
    expect(names()).toEqual(['Room', 'Bob', 'Carol', 'Alice', 'Cup'])
  })

  test('goes by rank within a group, and no rank brings a prop before people or others before who speaks', () => {
    const { p, shot, assets, names } = table()
    const rank = (name: string, rank: number | null) =>
      p.run((draft) => draft.update('assets', assets[name]!.id, { rank }))
    const was = names()
    rank('Cup', -5)
    expect(names()).toEqual(was)
    rank('Bob', 1)
    rank('Alice', 7)
    expect(names()).toEqual(['Room', 'Carol', 'Bob', 'Alice', 'Cup'])
    p.put(shot, assets['Alice']!, { rank: 0 })
    expect(names()).toEqual(['Room', 'Carol', 'Alice', 'Bob', 'Cup'])
  })

  test('follows the user’s passes: who is gone is left out, who is new joins the last pass', () => {
    const { p, shot, assets } = table()
    const id = (name: string) => assets[name]!.id
    p.run((draft) =>
      draft.add('planEdits', {
        id: `${shot.id}:start`,
        shotId: shot.id,
        frame: 'start',
        passes: [
          { assetIds: [id('Cup')], note: '' },
          { assetIds: ['gone'], note: 'empty' },
          { assetIds: [id('Alice'), id('Bob')], note: 'closer' },
        ],
      }),
    )
    const { passes } = planOf(p.store, shot.id, 'start', profileOf('local')!)
    expect(passes.map((pass) => [pass.note, ...pass.references.map((r) => r.name)])).toEqual([
      ['', 'Room', 'Cup'],
      ['closer', 'pass 1', 'Alice', 'Bob', 'Carol'],
    ])
    expect(planOf(p.store, shot.id, 'end', profileOf('local')!).passes.map((pass) => pass.note)).toEqual(['', '', ''])
  })

  test('says for each asset which pass adds it', () => {
    const { p, shot, assets } = table()
    const { passOf, overCap } = passSplit(planOf(p.store, shot.id, 'start', profileOf('open')!))
    expect(Object.fromEntries(Object.entries(assets).map(([name, asset]) => [name, passOf.get(asset.id)]))).toEqual({
      Room: 1,
      Carol: 1,
      Alice: 1,
      Bob: 2,
      Cup: 2,
    })
    expect(overCap.size).toBe(0)
  })

  test('the caps of the built-in profiles are those of the specification', () => {
    expect(builtInProfiles.map((p) => [p.id, p.maxImages, p.newSubjectsPerPass, p.maxPasses])).toEqual([
      ['local', null, null, null],
      ['open', 3, 2, 4],
      ['strong', 4, 3, 4],
    ])
  })
})

describe('an end frame that is built on the start', () => {
  /** A room with three people, a start take, and the choice made or not. */
  function made(endFromStart: boolean | null) {
    const p = new TestProject()
    const shot = p.shot(p.scene(), { endFromStart })
    for (const name of ['Ann', 'Bob', 'Cem']) p.put(shot, p.asset('character', name, { picture: true }))
    p.put(shot, p.asset('location', 'Room', { picture: true }))
    const take = p.take(shot, 'startFrame', 'strong')
    const plan = (id: string, frame: 'start' | 'end' = 'end') => planOf(p.store, shot.id, frame, profileOf(id)!)
    const names = (id: string, frame: 'start' | 'end' = 'end') =>
      plan(id, frame).passes.map((pass) => pass.references.map((r) => `${r.index} ${r.name}`))
    return { p, shot, take, plan, names }
  }

  test('has the chosen start take as Image #1 of its first pass, which takes the room of an image', () => {
    const { plan, names, take } = made(true)
    expect(names('strong')).toEqual([
      ['1 start frame', '2 Ann', '3 Bob', '4 Room'],
      ['1 pass 1', '2 Cem'],
    ])
    expect(plan('strong')).toMatchObject({
      startTake: take.mediaId,
      passes: [{ basePlate: true, references: [{ role: 'base' }, {}, {}, {}] }, { basePlate: true }],
    })
    expect(names('strong', 'start')).toEqual([['1 Ann', '2 Bob', '3 Cem', '4 Room']])
  })

  test('is planned so only where somebody said so, not for the compositor, and not without a take', () => {
    expect(made(null).names('strong')).toEqual([['1 Ann', '2 Bob', '3 Cem', '4 Room']])
    expect(made(false).plan('strong').startTake).toBeNull()
    expect(made(true).plan('local').startTake).toBeNull()
    const { p, shot, plan } = made(true)
    p.run((draft) =>
      draft.add('takeChoices', { id: `${shot.id}:startFrame`, shotId: shot.id, kind: 'startFrame', takeId: null }),
    )
    expect(plan('strong').startTake).toBeNull()
  })

  test('keeps to the room left when the user moves assets', () => {
    const { p, shot } = made(true)
    p.run((draft) => draft.update('project', 'project', { stage10GeneratorId: 'strong' }))
    const ids = [...p.store.all('assets')].filter((a) => a.type === 'character').map((a) => a.id)
    expect(p.refusal((draft) => editPlan(draft, { shotId: shot.id, frame: 'end', passes: [{ assetIds: ids }] }))).toBe(
      'PLAN_PASS_FULL',
    )
    expect(
      p.refusal((draft) => editPlan(draft, { shotId: shot.id, frame: 'start', passes: [{ assetIds: ids }] })),
    ).toBeNull()
  })
})

test('people and objects are counted apart where a model does', () => {
  const subject = (assetId: string, type: 'character' | 'prop' | 'location') =>
    ({ assetId, name: assetId, type, key: false, pictured: true }) as const
  const subjects = [
    subject('set', 'location'),
    subject('a', 'character'),
    subject('b', 'character'),
    subject('c', 'character'),
    subject('p', 'prop'),
    subject('q', 'prop'),
  ]
  const order = subjects.map((s) => s.assetId)
  const caps = { maxImages: 14, newSubjectsPerPass: 9, maxPasses: 4 }
  const passes = (more: object) =>
    planPasses(subjects, order, { ...caps, ...more }).passes.map((pass) => pass.assetIds.join(''))
  expect(passes({})).toEqual(['setabcpq'])
  expect(passes({ maxHumans: 2 })).toEqual(['setabpq', 'c'])
  expect(passes({ maxObjects: 2 })).toEqual(['setabcp', 'q'])
  expect(passes({ maxHumans: 1, maxObjects: 2 })).toEqual(['setap', 'bq', 'c'])
  expect(planPasses(subjects, order, { ...caps, maxHumans: 0 }).refusal?.code).toBe('PLAN_TOO_LONG')
})
