import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Shot } from '../../model/shot'
import { invertChange } from '../../records/change'
import { randomCommand } from '../../testing/randomCommands'
import { below, pick, seededRandom } from '../../testing/seededRandom'
import { invalidRecords, recordDump, recordText } from '../../testing/recordDump'
import { runCommand } from '../../testing/runCommand'
import { exampleProject, type ExampleProject } from '../../testing/exampleProject'
import { visibleIn } from '../../model/assignment'
import { joinShots } from './joinShots'
import { activeMembers, neighbour, shotsInOrder } from '../lookup'
import { resolveLook } from '../looks/resolveLook'
import { seamHolds } from '../results/sameStill'
import { splitShot } from './splitShot'

const building = [
  'assignment.set',
  'assignment.setMany',
  'assignment.moveEdge',
  'assignment.remove',
  'transformation.set',
  'blocking.set',
  'asset.delete',
  'asset.restore',
  'prompt.edit',
  'take.choose',
  'suggestion.accept',
] as const
const reshaping = [
  'shot.split',
  'shot.join',
  'shot.move',
  'shot.create',
  'shot.delete',
  'shot.duplicate',
  'shot.paste',
  'seam.set',
] as const

type Random = () => number

/** A project after a random run of commands; takes come in between as jobs make them. */
function runOf(
  seed: number,
  length: number,
  each: (p: ExampleProject) => void = () => {},
): { p: ExampleProject; random: Random } {
  const p = exampleProject()
  const random = seededRandom(seed)
  for (let i = 0; i < length; i++) {
    const { name, input } = randomCommand(
      p.store,
      random,
      random() < 0.5 ? pick(random, building) : pick(random, reshaping),
    )
    runCommand(p.store, p.newId, name, input)
    if (random() < 0.05) p.take(anyShot(p, random), pick(random, ['startFrame', 'endFrame', 'video']))
    each(p)
  }
  return { p, random }
}

function anyShot(p: ExampleProject, random: Random): Shot {
  const shots = shotsInOrder(p.store)
  // A run that deleted every scene has nothing to try.
  fc.pre(shots.length > 0)
  return pick(random, shots)
}

/** A shot of many frames or few, and where to cut it; often where something happens. */
function anyCut(p: ExampleProject, random: Random): { shot: Shot; at: number } {
  const shot = anyShot(p, random)
  const frames = random() < 0.3 ? 2 + below(random, 4) : Math.max(2, shot.durationFrames)
  if (frames !== shot.durationFrames) p.run((draft) => draft.update('shots', shot.id, { durationFrames: frames }))
  // A number that two shots have, by the user's hand, is not given a second time by a join.
  if (p.store.list('shotsByNumber', shot.number).length > 1)
    p.run((draft) => draft.update('shots', shot.id, { number: `n${shot.id}` }))
  const moments = p.store
    .list('assignmentsOfShot', shot.id)
    .flatMap((a) => [a.enterAt, a.exitAt])
    .filter((m) => m > 0 && m < 1)
  const at = moments.length && random() < 0.3 ? pick(random, moments) : random()
  return {
    shot: p.store.must('shots', shot.id),
    at: Math.min(frames - 1, Math.max(1, Math.round(at * frames))) / frames,
  }
}

/** Does something of the shot lie within half a frame of the cut? */
function nearCut(p: ExampleProject, shot: Shot, at: number): boolean {
  const near = (m: number | null) =>
    m !== null && m > 0 && m < 1 && Math.abs(m - at) * shot.durationFrames <= 0.5 + 1e-6
  return (
    p.store.list('assignmentsOfShot', shot.id).some((a) => near(a.enterAt) || near(a.exitAt)) ||
    p.store.list('transformationsOfShot', shot.id).some((e) => near(e.at)) ||
    p.store.list('suggestionsOfShot', shot.id).some((s) => near(s.enterAt) || near(s.exitAt))
  )
}

const seen = (p: ExampleProject, shotId: string, frame: 'start' | 'end') =>
  activeMembers(p.store, shotId)
    .filter((m) => visibleIn(m.assignment, frame))
    .map((m) => m.asset.name)
    .sort()

/** The look of every asset of a scene at one end of a shot. */
const looks = (p: ExampleProject, shot: Shot, at: 'start' | 'end') =>
  p.store
    .list('instancesOfScene', shot.sceneId)
    .map((i) => `${i.id} ${resolveLook(p.store, i, { shotId: shot.id, at }).id}`)

const seeds = fc.integer({ min: 1, max: 1_000_000 })

describe('whatever is done to shots', () => {
  test('every record stays valid and nothing points to what is gone', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { p } = runOf(seed, 80)
        expect(invalidRecords(p.store)).toEqual([])
        expect(danglers(p)).toEqual([])
        for (const scene of p.store.list('scenesInOrder')) {
          const keys = p.store.list('shotsOfScene', scene.id).map((s) => s.orderKey)
          expect(new Set(keys).size).toBe(keys.length)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('undo brings every record back', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { p, random } = runOf(seed, 30)
        for (let i = 0; i < 20; i++) {
          const { name, input } = randomCommand(p.store, random, pick(random, reshaping))
          const before = recordText(p.store)
          const change = runCommand(p.store, p.newId, name, input)
          if (!change) continue
          const after = recordText(p.store)
          p.store.apply(invertChange(change))
          expect(recordText(p.store), name).toBe(before)
          p.store.apply(change)
          expect(recordText(p.store), name).toBe(after)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('seams are only between neighbours', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        runOf(seed, 60, (p) => {
          for (const seam of p.store.all('seams'))
            expect(neighbour(p.store, p.store.must('shots', seam.fromShotId), 1)?.id).toBe(seam.toShotId)
        })
      }),
      { numRuns: 30 },
    )
  })

  test('numbers given to halves, copies and new shots are nobody else’s', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const p = exampleProject()
        const random = seededRandom(seed)
        for (let i = 0; i < 60; i++) {
          const { name, input } = randomCommand(p.store, random, pick(random, reshaping))
          delete input['number']
          runCommand(p.store, p.newId, name, input)
        }
        const numbers = shotsInOrder(p.store).map((s) => s.number)
        expect(new Set(numbers).size).toBe(numbers.length)
      }),
      { numRuns: 40 },
    )
  })
})

function danglers(p: ExampleProject): string[] {
  const out: string[] = []
  const has = (table: 'shots' | 'sceneAssetInstances' | 'takes', id: string, whose: string) => {
    if (!p.store.get(table, id)) out.push(`${whose}: ${table} ${id}`)
  }
  for (const table of ['assignments', 'transformations', 'blockings'] as const) {
    for (const record of p.store.all(table)) {
      has('shots', record.shotId, `${table} ${record.id}`)
      has('sceneAssetInstances', record.sceneAssetInstanceId, `${table} ${record.id}`)
      const scene = p.store.get('shots', record.shotId)?.sceneId
      if (scene !== p.store.get('sceneAssetInstances', record.sceneAssetInstanceId)?.sceneId)
        out.push(`${table} ${record.id}: of two scenes`)
    }
  }
  for (const table of ['suggestions', 'planEdits', 'takeChoices'] as const)
    for (const record of p.store.all(table)) has('shots', record.shotId, `${table} ${record.id}`)
  for (const seam of p.store.all('seams'))
    for (const id of [seam.fromShotId, seam.toShotId]) has('shots', id, `seam ${seam.id}`)
  for (const place of p.store.all('takePlaces')) has('takes', place.id, 'takePlaces')
  return out
}

describe('a split', () => {
  test('then join is the identity, but for what lay within half a frame of the cut', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { p, random } = runOf(seed, 40)
        for (let i = 0; i < 10; i++) {
          const { shot, at } = anyCut(p, random)
          if (nearCut(p, shot, at)) continue
          const before = recordDump(p.store)
          const { first, second } = p.run((draft) => splitShot(draft, { shotId: shot.id, at }))
          p.run((draft) => joinShots(draft, { shotIds: [first.id, second.id] }))
          const after = recordDump(p.store)
          for (const table of Object.keys(before)) expect(rounded(after[table]), table).toEqual(rounded(before[table]))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('with something at the cut can be joined again too', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { p, random } = runOf(seed, 40)
        const { shot, at } = anyCut(p, random)
        const { first, second } = p.run((draft) => splitShot(draft, { shotId: shot.id, at }))
        p.run((draft) => joinShots(draft, { shotIds: [first.id, second.id] }))
        expect(invalidRecords(p.store)).toEqual([])
        expect(p.store.must('shots', shot.id)).toMatchObject({
          durationFrames: shot.durationFrames,
          number: shot.number,
          text: shot.text,
        })
      }),
      { numRuns: 60 },
    )
  })

  test('changes neither who is seen at the ends of the shot nor any look there; at the cut both sides agree', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { p, random } = runOf(seed, 40)
        for (let i = 0; i < 8; i++) {
          const { shot, at } = anyCut(p, random)
          const next = neighbour(p.store, shot, 1)
          const before = {
            start: seen(p, shot.id, 'start'),
            end: seen(p, shot.id, 'end'),
            looks: [looks(p, shot, 'start'), looks(p, shot, 'end'), next && looks(p, next, 'start')],
          }
          const { first, second } = p.run((draft) => splitShot(draft, { shotId: shot.id, at }))
          expect({
            start: seen(p, first.id, 'start'),
            end: seen(p, second.id, 'end'),
            looks: [looks(p, first, 'start'), looks(p, second, 'end'), next && looks(p, next, 'start')],
          }).toEqual(before)
          const between = p.store
            .list('transformationsOfShot', first.id)
            .filter((e) => e.kind === 'between_shots' && !e.suspended)
          const changing = new Set(between.map((e) => e.sceneAssetInstanceId))
          const plain = (list: string[]) => list.filter((line) => !changing.has(line.split(' ')[0]!))
          expect(plain(looks(p, second, 'start'))).toEqual(plain(looks(p, first, 'end')))
          const seam = p.store.first('seamsFrom', first.id)
          if (seam) {
            expect(seen(p, first.id, 'end')).toEqual(seen(p, second.id, 'start'))
            expect(seamHolds(p.store, seam)).toBe(true)
          } else expect(second.durationFrames).toBe(1)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('changes the time on stage of nobody by more than a frame and a half, and on whole frames by more than one', () => {
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, wholeFrames) => {
        const { p, random } = runOf(seed, 30)
        const { shot, at } = anyCut(p, random)
        const whole = (fraction: number) => Math.round(fraction * shot.durationFrames) / shot.durationFrames
        if (wholeFrames)
          for (const a of p.store.list('assignmentsOfShot', shot.id))
            if (whole(a.enterAt) < whole(a.exitAt))
              p.run((draft) =>
                draft.update('assignments', a.id, {
                  enterAt: whole(a.enterAt),
                  exitAt: whole(a.exitAt),
                  presence: presence(whole(a.enterAt), whole(a.exitAt)),
                }),
              )
        const events = p.store.list('transformationsOfShot', shot.id).some((e) => e.at !== null)
        const frames = (ids: readonly string[]) => {
          const sum = new Map<string, number>()
          for (const id of ids)
            for (const a of p.store.list('assignmentsOfShot', id))
              sum.set(
                a.sceneAssetInstanceId,
                (sum.get(a.sceneAssetInstanceId) ?? 0) +
                  (a.exitAt - a.enterAt) * p.store.must('shots', id).durationFrames,
              )
          return sum
        }
        const before = frames([shot.id])
        const { first, second } = p.run((draft) => splitShot(draft, { shotId: shot.id, at }))
        const after = frames([first.id, second.id])
        expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
        for (const [id, time] of after)
          expect(Math.abs(time - before.get(id)!)).toBeLessThanOrEqual((wholeFrames && !events ? 1 : 1.5) + 1e-6)
      }),
      { numRuns: 80 },
    )
  })
})

const presence = (enterAt: number, exitAt: number) =>
  enterAt === 0 ? (exitAt === 1 ? 'throughout' : 'exits') : exitAt === 1 ? 'enters' : 'passes_through'

/** Numbers to 1e-6. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, v: unknown) => (typeof v === 'number' ? Math.round(v * 1e6) / 1e6 : v)),
  ) as unknown
}
