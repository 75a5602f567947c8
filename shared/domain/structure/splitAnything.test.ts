import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { visibleIn } from '../../model/assignment'
import { resultKinds } from '../../model/result'
import type { Shot } from '../../model/shot'
import { invertChange } from '../../records/change'
import { pick, seededRandom } from '../../testing/seededRandom'
import { randomCommand } from '../../testing/randomCommands'
import { recordDump, recordText } from '../../testing/recordDump'
import { runCommand } from '../../testing/runCommand'
import { unsound } from '../../testing/soundness'
import type { TestProject } from '../../testing/testProject'
import { wildCut, wildProject } from '../../testing/wildProject'
import { inputsDigest } from '../results/compareInputs'
import { inputsOf } from '../results/resultInputs'
import { joinShots } from './joinShots'
import { activeMembers, neighbour, shotsInOrder } from '../lookup'
import { transformationsInOrder, resolveLook } from '../looks/resolveLook'
import { seamHolds } from '../results/sameStill'
import { splitShot } from './splitShot'

interface Case {
  p: TestProject
  shot: Shot
  at: number
  random: () => number
}

/** Wild projects with a few cuts each, one after the other in the same project. */
function everyCut(numRuns: number, check: (c: Case) => void): void {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const random = seededRandom(seed)
      const p = wildProject(random)
      for (let i = 0; i < 5; i++) {
        const cut = wildCut(p, random)
        if (cut) check({ p, ...cut, random })
      }
    }),
    { numRuns },
  )
}

const split = ({ p, shot, at }: Case) => p.run((draft) => splitShot(draft, { shotId: shot.id, at }))
const join = (p: TestProject, halves: { first: Shot; second: Shot }) =>
  p.run((draft) => joinShots(draft, { shotIds: [halves.first.id, halves.second.id] }))

const near = ({ shot, at }: Case, moment: number | null) =>
  moment !== null && moment > 0 && moment < 1 && Math.abs(moment - at) * shot.durationFrames <= 0.5 + 1e-6
const anythingNear = (c: Case) => {
  const intervals = [
    ...c.p.store.list('assignmentsOfShot', c.shot.id),
    ...c.p.store.list('suggestionsOfShot', c.shot.id),
  ]
  return (
    intervals.some((i) => near(c, i.enterAt) || near(c, i.exitAt)) ||
    c.p.store.list('transformationsOfShot', c.shot.id).some((e) => near(c, e.at))
  )
}
const seen = (p: TestProject, shot: Shot, frame: 'start' | 'end') =>
  activeMembers(p.store, shot.id)
    .filter((m) => visibleIn(m.assignment, frame))
    .map((m) => m.asset.id)
    .sort()
const looks = (p: TestProject, shot: Shot | undefined, at: 'start' | 'end') =>
  shot
    ? p.store
        .list('instancesOfScene', shot.sceneId)
        .map((i) => [i.id, resolveLook(p.store, i, { shotId: shot.id, at }).id])
    : []
/** The changes of look of a whole scene, in the order they happen. */
const order = (p: TestProject, shot: Shot) =>
  p.store.list('instancesOfScene', shot.sceneId).map((i) => transformationsInOrder(p.store, i).map((e) => e.id))
const plain = (value: unknown) =>
  JSON.parse(
    JSON.stringify(value, (_key, v: unknown) => (typeof v === 'number' ? Math.round(v * 1e6) / 1e6 : v)),
  ) as Record<string, unknown>
/** Every table but the notes of merges, which may name halves that are gone. */
const dump = (p: TestProject) => plain({ ...recordDump(p.store), merges: null })

test('the wild cuts meet every hard case', () => {
  const met = new Map<string, number>()
  everyCut(100, (c) => {
    const { p, shot } = c
    const second = shot.durationFrames - Math.round(c.at * shot.durationFrames)
    const count = (what: string, happens: boolean) => met.set(what, (met.get(what) ?? 0) + Number(happens))
    const assignments = p.store.list('assignmentsOfShot', shot.id)
    const events = p.store.list('transformationsOfShot', shot.id)
    const inside = assignments.map((a) => ({ ...a, comes: a.enterAt > 0, goes: a.exitAt < 1 }))
    for (const room of [second > 1, second === 1]) {
      const where = room ? ' with room' : ' beside one frame'
      const here = (what: string, list: readonly unknown[]) =>
        count(what + where, second > 1 === room && list.length > 0)
      here(
        'enters',
        inside.filter((a) => a.comes && !a.goes && near(c, a.enterAt)),
      )
      here(
        'leaves',
        inside.filter((a) => !a.comes && a.goes && near(c, a.exitAt)),
      )
      here(
        'crosses, was there',
        inside.filter((a) => a.comes && near(c, a.exitAt) && a.enterAt < c.at),
      )
      here(
        'crosses, comes at the cut',
        inside.filter((a) => a.goes && near(c, a.enterAt) && a.enterAt >= c.at),
      )
      here(
        'comes and goes at the cut',
        inside.filter((a) => a.comes && a.goes && near(c, a.enterAt) && near(c, a.exitAt)),
      )
      here(
        'changes',
        events.filter((e) => near(c, e.at) && !e.suspended),
      )
      here(
        'changes at once',
        events.filter(
          (e) =>
            near(c, e.at) &&
            events.some((f) => f !== e && f.at === e.at && f.sceneAssetInstanceId === e.sceneAssetInstanceId),
        ),
      )
      here(
        'a suspended role',
        assignments.filter(
          (a) =>
            (near(c, a.enterAt) || near(c, a.exitAt)) &&
            p.store.must('assets', p.store.must('sceneAssetInstances', a.sceneAssetInstanceId).assetId).deleted,
        ),
      )
      here('many at once', assignments.filter((a) => near(c, a.enterAt) || near(c, a.exitAt)).slice(2))
      here('nothing', anythingNear(c) ? [] : [1])
    }
    count(
      'a sleeping change',
      events.some((e) => e.suspended),
    )
    count(
      'a sleeping position',
      p.store
        .list('blockingsOfShot', shot.id)
        .some((b) => !assignments.some((a) => a.sceneAssetInstanceId === b.sceneAssetInstanceId)),
    )
    count(
      'a merge',
      [...p.store.all('merges')].some((m) => m.entries.some((e) => assignments.some((a) => a.id === e.recordId))),
    )
    count(
      'a change after the shot',
      events.some((e) => e.kind === 'between_shots'),
    )
    count('a seam after the shot', p.store.list('seamsFrom', shot.id).length > 0)
    count('a suggestion', p.store.list('suggestionsOfShot', shot.id).length > 0)
    count('one frame before', Math.round(c.at * shot.durationFrames) === 1)
    count(
      'an overtaken exit',
      second > 1 &&
        inside.some(
          (a) =>
            a.goes &&
            !near(c, a.exitAt) &&
            a.exitAt > c.at &&
            (a.exitAt - c.at) * shot.durationFrames < 1 &&
            (near(c, a.enterAt) ||
              events.some(
                (e) => e.sceneAssetInstanceId === a.sceneAssetInstanceId && near(c, e.at) && e.at! <= a.exitAt,
              )),
        ),
    )
    split(c)
  })
  expect([...met].filter(([, times]) => times === 0)).toEqual([])
})

describe('any split', () => {
  test('leaves a sound project, in which nobody vanishes, no look changes at a cut by itself and no order turns round', () => {
    everyCut(60, (c) => {
      const { p, shot } = c
      const next = neighbour(p.store, shot, 1)
      const before = {
        start: seen(p, shot, 'start'),
        end: seen(p, shot, 'end'),
        looks: [looks(p, shot, 'start'), looks(p, shot, 'end'), looks(p, next, 'start')],
        order: order(p, shot),
      }
      const { first, second } = split(c)
      expect(unsound(p.store)).toEqual([])
      expect({
        start: seen(p, first, 'start'),
        end: seen(p, second, 'end'),
        looks: [looks(p, first, 'start'), looks(p, second, 'end'), looks(p, next, 'start')],
        order: order(p, first),
      }).toEqual(before)
      const changes = new Set(
        p.store
          .list('transformationsOfShot', first.id)
          .filter((e) => e.kind === 'between_shots')
          .map((e) => e.sceneAssetInstanceId),
      )
      const unchanged = (list: string[][]) => list.filter(([id]) => !changes.has(id!))
      expect(unchanged(looks(p, second, 'start'))).toEqual(unchanged(looks(p, first, 'end')))
      const seam = p.store.first('seamsFrom', first.id)
      if (!seam) expect(second.durationFrames).toBe(1)
      else {
        expect(seen(p, first, 'end')).toEqual(seen(p, second, 'start'))
        expect(seamHolds(p.store, seam)).toBe(true)
      }
    })
  })

  test('then join is the identity, but for what lay within half a frame of the cut', () => {
    everyCut(60, (c) => {
      const before = dump(c.p)
      const inOrder = order(c.p, c.shot)
      const moves = anythingNear(c)
      const halves = split(c)
      join(c.p, halves)
      expect(unsound(c.p.store)).toEqual([])
      expect(order(c.p, c.shot)).toEqual(inOrder)
      if (moves) return
      const after = dump(c.p)
      for (const table of Object.keys(before)) expect(after[table], table).toEqual(before[table])
    })
  })

  test('then join puts what lay near the cut where it stays in another split and join', () => {
    everyCut(40, (c) => {
      join(c.p, split(c))
      const once = dump(c.p)
      join(c.p, split(c))
      const twice = dump(c.p)
      for (const table of ['assignments', 'transformations', 'blockings', 'shots', 'seams'])
        expect(twice[table], table).toEqual(once[table])
    })
  })
})

test('whatever is done to shots is sound, and undo and redo give equal records and equal digests', () => {
  const reshaping = [
    'shot.split',
    'shot.join',
    'shot.move',
    'shot.create',
    'shot.delete',
    'shot.duplicate',
    'shot.paste',
    'seam.set',
    'scene.move',
    'scene.delete',
  ] as const
  const done = new Set<string>()
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const random = seededRandom(seed)
      const p = wildProject(random)
      const digests = () =>
        shotsInOrder(p.store)
          .flatMap((s) => resultKinds.map((kind) => inputsDigest(inputsOf(p.store, s.id, kind))))
          .join()
      for (let i = 0; i < 6; i++) {
        const { name, input } = randomCommand(p.store, random, pick(random, reshaping))
        // Few shots of a wild project can be joined but those that were one.
        const cut = name === 'shot.join' && wildCut(p, random)
        if (cut)
          input['shotIds'] = Object.values(p.run((draft) => splitShot(draft, { shotId: cut.shot.id, at: cut.at }))).map(
            (s) => s.id,
          )
        const before = [recordText(p.store), digests()]
        const change = runCommand(p.store, p.newId, name, input)
        if (!change) continue
        done.add(name)
        expect(unsound(p.store), name).toEqual([])
        const after = [recordText(p.store), digests()]
        p.store.apply(invertChange(change))
        expect([recordText(p.store), digests()], name).toEqual(before)
        p.store.apply(change)
        expect([recordText(p.store), digests()], name).toEqual(after)
      }
    }),
    { numRuns: 12 },
  )
  expect(reshaping.filter((name) => !done.has(name))).toEqual([])
})
