import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frameDescriptionSchema } from '../../drawing/frameDescription'
import { runCommand } from '../../testing/runCommand'
import { TestProject } from '../../testing/testProject'
import { createLook } from '../assets/assetRules'
import { setTransformation } from '../looks/transformationRules'
import { setBlocking } from '../results/resultRules'
import { describeFrame } from './describeFrame'
import { frameAt, shotPlay, stillAt } from './shotPlay'

function setting() {
  const p = new TestProject()
  const shot = p.shot(p.scene(), { durationFrames: 96 })
  const [alice, bob, carol] = ['Alice', 'Bob', 'Carol'].map((name) => p.asset('character', name))
  p.put(shot, alice!, { presence: 'throughout' })
  p.put(shot, bob!, { presence: 'enters', enterAt: 0.5, enterFrom: 'left' })
  p.put(shot, carol!, { presence: 'passes_through', enterAt: 0.25, exitAt: 0.75, enterFrom: 'left', exitTo: 'right' })
  const at = (frame: number) => frameAt(p.store, shot.id, frame)
  const of = (name: string, frame: number) => at(frame).subjects.find((s) => s.name === name)
  return { p, shot, at, of }
}

test('who is in the picture comes and goes on the very frame', () => {
  const { at } = setting()
  const names = (frame: number) => at(frame).subjects.map((s) => s.name)
  expect(names(23)).toEqual(['Alice'])
  expect(names(24)).toEqual(['Alice', 'Carol'])
  expect(names(48)).toEqual(['Alice', 'Bob', 'Carol'])
  expect(names(72)).toEqual(['Alice', 'Bob'])
})

test('the first and the last frame are the stills', () => {
  const { p, shot, at } = setting()
  const still = (end: 'start' | 'end') => describeFrame(p.store, shot.id, end, false)
  expect(at(0)).toEqual(still('start'))
  expect(at(95)).toEqual(still('end'))
})

test('somebody walks in from the side that was said, facing the way, and stands still then', () => {
  const { of } = setting()
  const [first, later, stands] = [of('Bob', 48)!, of('Bob', 58)!, of('Bob', 90)!]
  expect(first.x).toBeLessThan(0)
  expect(first).toMatchObject({ pose: 'walk', flip: false })
  expect(later.x).toBeGreaterThan(first.x)
  expect(later.x).toBeLessThan(stands.x)
  expect(stands.pose).toBeUndefined()
})

test('who passes through crosses the picture from side to side', () => {
  const { of } = setting()
  expect(of('Carol', 24)!.x).toBeLessThan(0)
  const middle = of('Carol', 48)!.x
  expect(middle).toBeGreaterThan(0)
  expect(middle).toBeLessThan(1)
  expect(of('Carol', 71)!.x).toBeGreaterThan(0.98)
})

test('a change of look shows from its frame on', () => {
  const { p, shot, of } = setting()
  const alice = shotPlay(p.store, shot.id).cast.find((x) => x.name === 'Alice')!
  const wet = p.run((draft) => createLook(draft, { assetId: alice.assetId, name: 'Wet', description: 'dripping' }))
  p.run((draft) =>
    setTransformation(draft, {
      sceneAssetInstanceId: p.store.first('instanceOf', `${shot.sceneId}/${alice.assetId}`)!.id,
      kind: 'within_shot',
      shotId: shot.id,
      at: 0.5,
      fromLookId: null,
      toLookId: wet.id,
    }),
  )
  expect([of('Alice', 47)!.lookName, of('Alice', 48)!.lookName]).toEqual(['Default', 'Wet'])
  expect(shotPlay(p.store, shot.id).events).toEqual([24, 48, 72])
})

test('chosen takes show until the first and from the last thing that happens', () => {
  const { p, shot } = setting()
  const at = (frame: number) => stillAt(p.store, shot.id, frame)?.end ?? null
  expect(at(0)).toBeNull()
  p.take(shot, 'startFrame')
  expect([at(0), at(23), at(24), at(95)]).toEqual(['start', 'start', null, null])
  p.take(shot, 'endFrame')
  expect([at(23), at(24), at(71), at(72), at(95)]).toEqual(['start', null, null, 'end', 'end'])
})

test('every frame of any stay can be drawn', () => {
  const sides = ['left', 'right', 'top', 'bottom', 'background', 'foreground', 'in_place', null] as const
  fc.assert(
    fc.property(
      fc.integer({ min: 20, max: 60 }),
      fc.integer({ min: 0, max: 19 }),
      fc.integer({ min: 1, max: 20 }),
      fc.constantFrom(...sides),
      fc.constantFrom(...sides),
      (durationFrames, from, length, enterFrom, exitTo) => {
        const p = new TestProject()
        const shot = p.shot(p.scene(), { durationFrames })
        const [enterAt, exitAt] = [from / 20, Math.min(1, (from + length) / 20)]
        p.put(shot, p.asset('character', 'Alice'), { enterAt, exitAt, enterFrom, exitTo })
        for (let frame = 0; frame < durationFrames; frame++)
          expect(frameDescriptionSchema.safeParse(frameAt(p.store, shot.id, frame)).error).toBeUndefined()
      },
    ),
    { numRuns: 60 },
  )
})

test('what is handed over goes with whoever has it then', () => {
  const { p, shot, of } = setting()
  const [alice, bob] = ['Alice', 'Bob'].map((name) => shotPlay(p.store, shot.id).cast.find((x) => x.name === name)!)
  p.put(shot, p.store.must('assets', bob!.assetId), { presence: 'exits', exitAt: 0.8, exitTo: 'right' })
  const ring = p.asset('prop', 'Ring')
  const hands = { carriedBy: alice!.assetId, handedTo: bob!.assetId, handedAt: 0.4 }
  runCommand(p.store, p.newId, 'assignment.set', { shotId: shot.id, assetId: ring.id, ...hands })
  expect([of('Ring', 10)!.x < 1, of('Ring', 75)!.x - of('Ring', 50)!.x > 0.2]).toEqual([true, true])
  expect(of('Ring', 77)).toBeUndefined()
})

test('whoever is hidden in a still is not seen in its half of the shot', () => {
  const { p, shot, of } = setting()
  const alice = p.store.must('assets', shotPlay(p.store, shot.id).cast.find((x) => x.name === 'Alice')!.assetId)
  const place = { x: 0.5, y: 0.9, scale: 1, flip: false, depth: 0 }
  p.run((draft) =>
    setBlocking(draft, { assignmentId: p.assignment(shot, alice)!.id, frame: 'start', shown: 'hidden' }, place),
  )
  expect([of('Alice', 0), of('Alice', 47)]).toEqual([undefined, undefined])
  expect([of('Alice', 48)?.name, of('Alice', 95)?.name]).toEqual(['Alice', 'Alice'])
})
