import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockingSchema, wholeFigure } from '../../model/transformation'
import { shotAngles, shotSizes } from '../../model/shot'
import { defaultBlocking } from './defaultBlocking'
import type { BlockingMember, Placement } from './blockingMember'
import { faceBox, overlap, subjectBox } from '../../drawing/subjectBox'
import type { Box } from '../../drawing/subjectBox'
import type { FrameSubject } from '../../drawing/frameDescription'

const WIDTH = 1920
const cast: readonly (readonly [string, string])[] = [
  ['Alice', 'red-haired woman'],
  ['Timmy', 'small boy'],
  ['Bob', 'tall man'],
  ['Gnome man', 'garden gnome'],
  ['Mrs Finch', ''],
]
const things: readonly (readonly [string, string])[] = [
  ['Teapot', ''],
  ['Car', ''],
  ['Couch', ''],
  ['Letter', ''],
  ['Wobulator', ''],
  ['Dog', ''],
  ['Rifle', ''],
]

function membersOf(people: number, props: number, keys: readonly boolean[], named: boolean): BlockingMember[] {
  const member = (type: 'character' | 'prop', i: number): BlockingMember => {
    const [name, traits] = type === 'character' ? cast[i % cast.length]! : things[i % things.length]!
    return { id: `${type}${i}`, type, key: keys[i] ?? false, ...(named ? { name, traits } : {}) }
  }
  return [
    ...Array.from({ length: people }, (_, i) => member('character', i)),
    { id: 'room', type: 'location', key: false },
    ...Array.from({ length: props }, (_, i) => member('prop', i)),
  ]
}

const size = fc.option(fc.constantFrom(...shotSizes))
const angle = fc.option(fc.constantFrom(...shotAngles))
const aspect = fc.constantFrom(16 / 9, 2.39, 4 / 3, 1, 9 / 16)
const keys = fc.array(fc.boolean(), { maxLength: 8 })

function asSubject(member: BlockingMember, at: Placement): FrameSubject {
  return {
    assetId: member.id,
    name: member.name ?? 'Somebody',
    type: member.type,
    lookName: '',
    traits: member.traits ?? '',
    ...at,
    picture: null,
  }
}

function facesOf(members: readonly BlockingMember[], placements: ReadonlyMap<string, Placement>, ratio: number): Box[] {
  const frame = { width: WIDTH, height: WIDTH / ratio }
  return members.filter((m) => m.type === 'character').map((m) => faceBox(frame, asSubject(m, placements.get(m.id)!))!)
}

describe('default blocking', () => {
  test('places everybody but locations, within what a blocking may hold, the same each time', () => {
    fc.assert(
      fc.property(
        fc.nat(14),
        fc.nat(8),
        keys,
        fc.boolean(),
        size,
        angle,
        aspect,
        (people, props, key, named, shotSize, shotAngle, ratio) => {
          const members = membersOf(people, props, key, named)
          const placements = defaultBlocking(members, { size: shotSize, angle: shotAngle }, ratio)
          expect([...placements.keys()].sort()).toEqual(
            members
              .filter((m) => m.type !== 'location')
              .map((m) => m.id)
              .sort(),
          )
          for (const at of placements.values()) {
            expect(
              blockingSchema.safeParse({
                id: 'b',
                shotId: 's',
                sceneAssetInstanceId: 'i',
                frame: 'start',
                ...wholeFigure,
                ...at,
              }).error,
            ).toBeUndefined()
            expect(at.x).toBeGreaterThanOrEqual(0)
            expect(at.x).toBeLessThanOrEqual(1)
          }
          expect(defaultBlocking(members, { size: shotSize, angle: shotAngle }, ratio)).toEqual(placements)
          expect(new Set([...placements.values()].map((at) => at.depth)).size).toBe(placements.size)
        },
      ),
    )
  })

  const staged = fc.record({ focus: fc.option(fc.nat(7)), shoulder: fc.option(fc.nat(7)) })
  /** The same members as the text may stage them. */
  const stage = (
    members: readonly BlockingMember[],
    { focus, shoulder }: { focus: number | null; shoulder: number | null },
  ): BlockingMember[] =>
    members.map((m) => ({ ...m, focus: m.id === `character${focus}`, shoulder: m.id === `character${shoulder}` }))

  test('up to eight faces are in the frame and clear of each other, but for an insert and for whose shoulder is looked over', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.nat(3),
        keys,
        fc.boolean(),
        staged,
        size,
        angle,
        aspect,
        (people, props, key, named, how, shotSize, shotAngle, ratio) => {
          const members = stage(membersOf(people, props, key, named), how)
          const placements = defaultBlocking(members, { size: shotSize, angle: shotAngle }, ratio)
          const nearest = members
            .filter((m) => m.type === 'character')
            .reduce((near, m) => (placements.get(m.id)!.depth > placements.get(near.id)!.depth ? m : near))
          const faces = facesOf(
            members.filter((m) => shotSize !== 'over_shoulder' || people < 2 || m !== nearest),
            placements,
            ratio,
          )
          const all = facesOf(members, placements, ratio)
          for (const face of shotSize === 'insert' ? [] : faces) {
            expect(face.x).toBeGreaterThanOrEqual(-1)
            expect(face.x + face.width).toBeLessThanOrEqual(WIDTH + 1)
            expect(face.y).toBeGreaterThanOrEqual((-WIDTH / ratio) * (shotSize === 'extreme_close' ? 0.14 : 0.1))
            expect(face.y + face.height).toBeLessThanOrEqual(WIDTH / ratio)
          }
          for (const [i, face] of all.entries())
            for (const other of all.slice(i + 1)) expect(overlap(face, other)).toBe(false)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('the same two never change sides, whoever else is there, whoever speaks, whatever the size and angle', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 8 }),
        fc.nat(2),
        keys,
        staged,
        size,
        angle,
        aspect,
        fc.subarray([0, 1, 2, 3, 4, 5, 6, 7]),
        (people, props, key, how, shotSize, shotAngle, ratio, away) => {
          const members = stage(membersOf(people, props, key, true), how).map((m, order) => ({ ...m, order }))
          const some = members.filter((m) => !away.some((i) => m.id === `character${i}`)).reverse()
          const placements = defaultBlocking(some, { size: shotSize, angle: shotAngle }, ratio)
          const fromLeft = some
            .filter((m) => m.type === 'character')
            .sort((a, b) => placements.get(a.id)!.x - placements.get(b.id)!.x)
          expect(fromLeft.map((m) => m.order)).toEqual(fromLeft.map((m) => m.order).toSorted((a, b) => a - b))
        },
      ),
      { numRuns: 400 },
    )
  })

  test('a close shot of one shows the others small on their own sides; over a shoulder the listener is large at the edge', () => {
    const members = membersOf(3, 0, [], false).map((m) => ({ ...m, focus: m.id === 'character1' }))
    const close = defaultBlocking(members, { size: 'close', angle: null }, 16 / 9)
    const at = (id: number) => close.get(`character${id}`)!
    expect(at(1).scale).toBeGreaterThan(2)
    for (const other of [0, 2]) expect(at(other).scale).toBeLessThan(1)
    expect([at(0).x < at(1).x, at(1).x < at(2).x]).toEqual([true, true])
    const over = defaultBlocking(members.slice(0, 2), { size: 'over_shoulder', angle: null }, 16 / 9)
    const [listener, speaker] = [over.get('character0')!, over.get('character1')!]
    expect(listener.depth).toBeGreaterThan(speaker.depth)
    expect(listener.scale).toBeGreaterThan(speaker.scale * 1.1)
    expect(listener.x).toBeLessThan(0.25)
    expect([listener.flip, speaker.flip]).toEqual([false, true])
  })

  test('nothing that stands in front hides a face', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 6 }),
        keys,
        size,
        angle,
        aspect,
        (people, props, key, shotSize, shotAngle, ratio) => {
          const members = membersOf(people, props, key, true)
          const placements = defaultBlocking(members, { size: shotSize, angle: shotAngle }, ratio)
          const frame = { width: WIDTH, height: WIDTH / ratio }
          const nearest = Math.max(
            ...members.filter((m) => m.type === 'character').map((m) => placements.get(m.id)!.depth),
          )
          for (const prop of members.filter((m) => m.type === 'prop')) {
            const at = placements.get(prop.id)!
            if (at.depth < nearest) continue
            const box = subjectBox(frame, asSubject(prop, at))
            for (const face of facesOf(members, placements, ratio)) expect(overlap(face, box)).toBe(false)
          }
        },
      ),
    )
  })

  test('props are wholly in the frame, upright', () => {
    fc.assert(
      fc.property(
        fc.nat(8),
        fc.integer({ min: 1, max: 6 }),
        size,
        angle,
        aspect,
        (people, props, shotSize, shotAngle, ratio) => {
          const members = membersOf(people, props, [], true)
          const placements = defaultBlocking(members, { size: shotSize, angle: shotAngle }, ratio)
          for (const prop of members.filter((m) => m.type === 'prop')) {
            const box = subjectBox({ width: 1, height: 1 / ratio }, asSubject(prop, placements.get(prop.id)!))
            expect(box.x).toBeGreaterThanOrEqual(-0.001)
            expect(box.x + box.width).toBeLessThanOrEqual(1.001)
            expect(box.y).toBeGreaterThanOrEqual(-0.001)
            expect((box.y + box.height) * ratio).toBeLessThanOrEqual(1.001)
          }
        },
      ),
    )
  })

  test('the size of the shot decides how large people are', () => {
    const heightAt = (shotSize: (typeof shotSizes)[number]) =>
      defaultBlocking(membersOf(1, 0, [], false), { size: shotSize, angle: null }, 16 / 9).get('character0')!.scale
    const order = [
      'extreme_wide',
      'wide',
      'full',
      'medium_wide',
      'medium',
      'medium_close',
      'close',
      'extreme_close',
    ] as const
    expect(order.map(heightAt)).toEqual(order.map(heightAt).sort((a, b) => a - b))
    expect(heightAt('extreme_wide')).toBe(0.25)
    expect(heightAt('medium')).toBe(1.4)
    expect(heightAt('close')).toBe(2.5)
  })

  test('in a wide shot feet are on the floor, in a medium shot below the frame', () => {
    const feet = (shotSize: 'wide' | 'medium') =>
      defaultBlocking(membersOf(2, 0, [], false), { size: shotSize, angle: null }, 16 / 9).get('character0')!.y
    expect(feet('wide')).toBeLessThan(0.95)
    expect(feet('medium')).toBeGreaterThan(1)
  })

  test('two people face each other', () => {
    const both = defaultBlocking(membersOf(2, 0, [], false), { size: 'two_shot', angle: null }, 16 / 9)
    const [left, right] = [both.get('character0')!, both.get('character1')!]
    expect(left.x).toBeLessThan(right.x)
    expect([left.flip, right.flip]).toEqual([false, true])
  })

  test('key characters and the first two are in front, and not smaller', () => {
    const members = membersOf(6, 0, [false, false, false, false, true, true], false)
    const placements = defaultBlocking(members, { size: 'wide', angle: null }, 16 / 9)
    for (const key of ['character4', 'character5']) {
      for (const other of ['character0', 'character1', 'character2', 'character3']) {
        expect(placements.get(key)!.scale).toBeGreaterThanOrEqual(placements.get(other)!.scale)
      }
    }
    const alike = defaultBlocking(membersOf(6, 0, [], false), { size: 'wide', angle: null }, 16 / 9)
    const scales = [0, 1, 2, 3, 4, 5].map((i) => alike.get(`character${i}`)!.scale)
    expect(Math.min(scales[0]!, scales[1]!)).toBe(Math.max(...scales))
    expect(Math.min(...scales)).toBeLessThan(scales[0]!)
  })

  test('cards with a background of their own leave each other room', () => {
    const picture = { width: 1000, height: 1000, alpha: false }
    const members = membersOf(4, 0, [], true).map((member) => ({ ...member, picture }))
    const boxes = [...defaultBlocking(members, { size: 'medium', angle: null }, 16 / 9).values()]
      .map((at) => ({ x: at.x, width: (at.scale * 9) / 16 }))
      .sort((a, b) => a.x - b.x)
    for (const [i, box] of boxes.slice(1).entries())
      expect(box.x - boxes[i]!.x).toBeGreaterThan(Math.max(box.width, boxes[i]!.width) * 0.7)
  })

  test('furniture stands behind people, small things before them', () => {
    const members: BlockingMember[] = [
      ...membersOf(2, 0, [], true),
      { id: 'couch', type: 'prop', key: false, name: 'Couch', traits: '' },
      { id: 'cup', type: 'prop', key: false, name: 'Cup', traits: '' },
    ]
    const placements = defaultBlocking(members, { size: 'wide', angle: null }, 16 / 9)
    const depthOf = (id: string) => placements.get(id)!.depth
    expect(depthOf('couch')).toBeLessThan(depthOf('character0'))
    expect(depthOf('cup')).toBeGreaterThan(depthOf('character0'))
    expect(placements.get('cup')!.scale).toBeLessThan(placements.get('couch')!.scale)
  })
})
