import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assetTypes } from '../model/asset'
import { shotAngles, shotSizes } from '../model/shot'
import { drawList, farToNear } from './drawList'
import type { DrawOp } from './drawOp'
import { animalOf, isCrowd } from './character/kindOfCharacter'
import { personOf } from './character/person'
import { poses } from '../language/lexicon/poses'
import { frameDescriptionSchema } from './frameDescription'
import type { FrameDescription, FrameSubject } from './frameDescription'
import { weathers } from '../language/lexicon/weathers'

function subject(assetId: string, more: Partial<FrameSubject> = {}): FrameSubject {
  return {
    assetId,
    name: assetId,
    type: 'character',
    lookName: '',
    traits: '',
    x: 0.5,
    y: 0.9,
    scale: 0.6,
    flip: false,
    depth: 0,
    picture: null,
    ...more,
  }
}

function frameOf(subjects: FrameSubject[], more: Partial<FrameDescription> = {}): FrameDescription {
  return {
    width: 1920,
    height: 1080,
    size: 'wide',
    angle: 'eye',
    location: { assetId: 'room', name: 'Living Room', intExt: 'INT', timeOfDay: 'NIGHT', picture: null },
    setName: 'LIVING ROOM',
    subjects,
    showNames: true,
    ...more,
  }
}

const words = fc.constantFrom(
  '',
  'red-haired woman in blue dress',
  'old man, grey beard',
  'small boy, cap',
  'teapot',
  'brown',
  'Ω 😀',
  'a\u0000b',
)
const names = fc.constantFrom(
  'Alice',
  'Mrs Finch',
  'Teapot',
  'Old car',
  'Wobulator',
  'Garden gnome',
  'Rex the dog',
  'Soldiers',
  'ÀÉÎ',
  '李',
  'x'.repeat(200),
)
const place = fc.constantFrom(
  'Kitchen',
  'Street',
  'Beach',
  'Hallway',
  'Car',
  'Moon Bar',
  'Nowhere',
  'Forest',
  'House / Attic',
  '宿',
)
const arbitrarySubject: fc.Arbitrary<FrameSubject> = fc.record({
  assetId: fc.uuid(),
  name: names,
  type: fc.constantFrom(...assetTypes),
  lookName: fc.constant(''),
  traits: words,
  x: fc.double({ min: -2, max: 3, noNaN: true }),
  y: fc.double({ min: -2, max: 3, noNaN: true }),
  scale: fc.double({ min: 0.001, max: 10, noNaN: true }),
  flip: fc.boolean(),
  depth: fc.integer({ min: -1000, max: 1000 }),
  picture: fc.option(
    fc.record({
      mediaId: fc.constant('m'),
      width: fc.integer({ min: 1, max: 4000 }),
      height: fc.integer({ min: 1, max: 4000 }),
      alpha: fc.boolean(),
    }),
  ),
  pose: fc.constantFrom(...poses),
  gaze: fc.constantFrom('back' as const, 'camera' as const),
  mouth: fc.constantFrom('speaks' as const, 'laughs' as const),
  tone: fc.nat(1000),
})
const arbitraryFrame: fc.Arbitrary<FrameDescription> = fc.record({
  width: fc.integer({ min: 1, max: 4096 }),
  height: fc.integer({ min: 1, max: 4096 }),
  size: fc.option(fc.constantFrom(...shotSizes)),
  angle: fc.option(fc.constantFrom(...shotAngles)),
  location: fc.option(
    fc.record({
      assetId: fc.uuid(),
      name: place,
      intExt: fc.constantFrom('', 'INT', 'EXT', 'INT/EXT'),
      timeOfDay: fc.constantFrom('', 'DAY', 'NIGHT', 'DUSK', 'LATER'),
      picture: fc.constant(null),
    }),
  ),
  setName: fc.constantFrom('', 'BARN'),
  subjects: fc.uniqueArray(arbitrarySubject, { maxLength: 4, selector: (s) => s.assetId }),
  showNames: fc.boolean(),
  weather: fc.constantFrom(...weathers),
  seenThrough: fc.constantFrom('eyes' as const, 'scope' as const, 'binoculars' as const),
})

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze)
  return value
}

function numbersOf(ops: readonly DrawOp[]): number[] {
  const found: number[] = []
  JSON.stringify(ops, (_key, value: unknown) => {
    if (typeof value === 'number') found.push(value)
    return value
  })
  return found
}

function assetsDrawn(ops: readonly DrawOp[], part: string): string[] {
  return ops.flatMap((op) => (op.op === 'group' && op.part === part && op.assetId ? [op.assetId] : []))
}

describe('the draw list', () => {
  test('is plain, finite JSON, the same for the same frame, of every subject once from far to near, and the sum of its parts', () => {
    fc.assert(
      fc.property(arbitraryFrame, (frame) => {
        expect(frameDescriptionSchema.safeParse(frame).success).toBe(true)
        const whole = drawList(freeze(structuredClone(frame)))
        expect(numbersOf(whole).every(Number.isFinite)).toBe(true)
        expect(JSON.parse(JSON.stringify(whole))).toEqual(whole)
        expect(assetsDrawn(whole, 'subject')).toEqual(farToNear(frame.subjects).map((s) => s.assetId))
        const location = drawList(frame, { location: true, assetIds: [] })
        const subjects = drawList(frame, { location: false, assetIds: frame.subjects.map((s) => s.assetId) })
        // What it is seen through lies over whatever is drawn so far.
        const plate = location.filter((op) => op.op !== 'group' || op.part !== 'glass')
        expect(location.length - plate.length).toBe(1)
        expect([...plate, ...subjects]).toEqual(whole)
      }),
      { numRuns: 25 },
    )
  }, 30_000)

  test('a part draws only its own subjects and their names', () => {
    const frame = frameOf([subject('Alice', { x: 0.3 }), subject('Bob', { x: 0.7 })])
    const ops = drawList(frame, { location: false, assetIds: ['Bob'] })
    expect(assetsDrawn(ops, 'subject')).toEqual(['Bob'])
    expect(assetsDrawn(ops, 'name')).toEqual(['Bob'])
    expect(assetsDrawn(ops, 'location')).toEqual([])
  })

  test('a name stands at the same place in a pass as in the whole frame', () => {
    const frame = frameOf([subject('Alice', { x: 0.48 }), subject('Bob', { x: 0.52 })])
    const whole = drawList(frame).filter((op) => op.op === 'group' && op.part === 'name' && op.assetId === 'Bob')
    const pass = drawList(frame, { location: false, assetIds: ['Bob'] }).filter(
      (op) => op.op === 'group' && op.part === 'name',
    )
    expect(pass).toEqual(whole)
  })

  test('names can be left out', () => {
    expect(assetsDrawn(drawList(frameOf([subject('Alice')], { showNames: false })), 'name')).toEqual([])
  })

  test('moving a subject changes where its group stands, not its drawing', () => {
    const drawing = (x: number) =>
      drawList(frameOf([subject('Alice', { x })], { showNames: false })).find(
        (op) => op.op === 'group' && op.part === 'subject',
      )
    const left = drawing(0.2)
    const right = drawing(0.8)
    if (left?.op !== 'group' || right?.op !== 'group') throw new Error('no group')
    expect(left.ops).toEqual(right.ops)
    expect(left.transform).not.toEqual(right.transform)
  })

  test('a cut-out picture stands on its feet, as high as its scale says', () => {
    const picture = { mediaId: 'm', width: 500, height: 1000, alpha: true }
    const op = drawList(frameOf([subject('Alice', { picture, x: 0.25, y: 0.8, scale: 0.5 })])).find(
      (o) => o.op === 'group' && o.part === 'subject',
    )
    if (op?.op !== 'group') throw new Error('no group')
    expect(op.transform?.slice(4)).toEqual([480, 864])
    expect(op.ops.find((inner) => inner.op === 'image')).toMatchObject({
      mediaId: 'm',
      x: -135,
      y: -540,
      width: 270,
      height: 540,
    })
  })

  test('a picture with a background is a card, a plate covers the frame', () => {
    const card = drawList(
      frameOf([subject('Alice', { picture: { mediaId: 'm', width: 400, height: 400, alpha: false } })]),
    )
    expect(JSON.stringify(card)).toContain('"radius"')
    const plate = drawList(
      frameOf([], {
        location: {
          assetId: 'room',
          name: 'Room',
          intExt: 'INT',
          timeOfDay: '',
          picture: { mediaId: 'plate', width: 1000, height: 1000, alpha: false },
        },
      }),
    )
    expect(plate).toEqual([
      expect.objectContaining({
        part: 'location',
        ops: [
          {
            op: 'image',
            mediaId: 'plate',
            sx: 0,
            sy: 218.75,
            sw: 1000,
            sh: 562.5,
            x: 0,
            y: 0,
            width: 1920,
            height: 1080,
          },
        ],
      }),
    ])
  })

  test('one asset looks the same in every shot, two assets differ', () => {
    const drawn = (assetId: string, size: FrameDescription['size']) => {
      const op = drawList(frameOf([subject(assetId, { name: 'Same name' })], { size, showNames: false })).find(
        (o) => o.op === 'group' && o.part === 'subject',
      )
      return op?.op === 'group' ? op.ops : []
    }
    expect(drawn('a', 'wide')).toEqual(drawn('a', 'close'))
    expect(drawn('a', 'wide')).not.toEqual(drawn('b', 'wide'))
  })

  test('every pose is a drawing of its own, and so are gazes, mouths and backs', () => {
    const drawn = (more: Partial<FrameSubject>) =>
      JSON.stringify(
        drawList(frameOf([subject('Alice', more)], { showNames: false })).find(
          (o) => o.op === 'group' && o.part === 'subject',
        ),
      )
    const ways: Partial<FrameSubject>[] = [
      {},
      ...poses.map((pose) => ({ pose })),
      { gaze: 'back' },
      { gaze: 'camera' },
      { mouth: 'speaks' },
      { mouth: 'laughs' },
      { fromBehind: true },
      { tone: 3 },
    ]
    expect(new Set(ways.map(drawn)).size).toBe(ways.length)
  })

  test('eight people of whom nothing is said wear eight colours', () => {
    const cloth = (tone: number) => personOf(`id${tone}`, `Somebody ${tone}`, '', tone).cloth
    expect(new Set([0, 1, 2, 3, 4, 5, 6, 7].map(cloth)).size).toBe(8)
  })

  test('an animal is no person, a crowd is more than one', () => {
    expect([
      animalOf('Rex', 'old dog'),
      animalOf('Horse', ''),
      animalOf('Cat Woman', ''),
      animalOf('Bob', 'man with a dog'),
    ]).toEqual(['dog', 'horse', null, null])
    expect(['CROWD', 'The Soldiers', 'James', 'Brooks', 'Guests'].map(isCrowd)).toEqual([
      true,
      true,
      false,
      false,
      true,
    ])
    const ops = (name: string) =>
      JSON.stringify(
        drawList(frameOf([subject('x', { name })], { showNames: false }), { location: false, assetIds: ['x'] }),
      ).length
    expect(ops('Soldiers')).toBeGreaterThan(ops('Soldier') * 2)
  })

  test('weather falls outside only', () => {
    const set = (intExt: string, weather?: 'rain') =>
      drawList(
        frameOf([], {
          ...(weather && { weather }),
          location: { assetId: 'l', name: 'Somewhere', intExt, timeOfDay: 'DAY', picture: null },
        }),
      )
    expect(JSON.stringify(set('EXT', 'rain')).length).toBeGreaterThan(JSON.stringify(set('EXT')).length)
    expect(JSON.stringify(set('INT', 'rain'))).not.toContain('#dfe8f0')
  })
})
