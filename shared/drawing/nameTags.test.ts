import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FrameDescription, FrameSubject } from './frameDescription'
import { nameTags } from './nameTags'
import { faceBox, overlap } from './subjectBox'

const crowd: fc.Arbitrary<FrameDescription> = fc
  .array(
    fc.record({
      x: fc.double({ min: 0, max: 1, noNaN: true }),
      y: fc.double({ min: 0.3, max: 2.5, noNaN: true }),
      scale: fc.double({ min: 0.1, max: 2.5, noNaN: true }),
      depth: fc.integer({ min: 0, max: 9 }),
      prop: fc.boolean(),
    }),
    { maxLength: 9 },
  )
  .map((all) => ({
    width: 1920,
    height: 1080,
    size: null,
    angle: null,
    location: null,
    setName: '',
    showNames: true,
    subjects: all.map(({ prop, ...at }, i): FrameSubject => ({
      ...at,
      assetId: `a${i}`,
      name: `Somebody ${i}`,
      type: prop ? 'prop' : 'character',
      lookName: '',
      traits: '',
      flip: false,
      picture: null,
    })),
  }))

test('a name covers no face and no other name, and stays in the frame', () => {
  fc.assert(
    fc.property(crowd, (frame) => {
      const tags = nameTags(frame)
      const faces = frame.subjects.map((subject) => faceBox(frame, subject))
      for (const [i, { box }] of tags.entries()) {
        for (const face of faces) if (face) expect(overlap(face, box)).toBe(false)
        for (const other of tags.slice(i + 1)) expect(overlap(other.box, box)).toBe(false)
        expect(box.x).toBeGreaterThanOrEqual(0)
        expect(box.y).toBeGreaterThanOrEqual(0)
        expect(box.x + box.width).toBeLessThanOrEqual(frame.width)
        expect(box.y + box.height).toBeLessThanOrEqual(frame.height)
      }
    }),
  )
})

test('whoever is outside the frame has no name in it', () => {
  const subject: FrameSubject = {
    assetId: 'a',
    name: 'Alice',
    type: 'character',
    lookName: '',
    traits: '',
    x: -1,
    y: 0.9,
    scale: 0.5,
    flip: false,
    depth: 0,
    picture: null,
  }
  expect(
    nameTags({
      width: 1920,
      height: 1080,
      size: null,
      angle: null,
      location: null,
      setName: '',
      subjects: [subject],
      showNames: true,
    }),
  ).toEqual([])
})

test('whoever is shown by a picture of their own needs no name, but keeps the face free of others’ names', () => {
  const shared = { type: 'character' as const, lookName: '', traits: '', x: 0.5, flip: false }
  const near: FrameSubject = {
    ...shared,
    assetId: 'a',
    name: 'Alice',
    y: 1.1,
    scale: 0.7,
    depth: 2,
    picture: { mediaId: 'm', width: 400, height: 1000, alpha: true },
  }
  const far: FrameSubject = { ...shared, assetId: 'b', name: 'Bob', y: 0.5, scale: 0.4, depth: 1, picture: null }
  const frame: FrameDescription = {
    width: 1920,
    height: 1080,
    size: null,
    angle: null,
    location: null,
    setName: '',
    subjects: [near, far],
    showNames: true,
  }
  const tags = nameTags(frame)
  expect(tags.map((tag) => tag.text)).toEqual(['Bob'])
  expect(overlap(faceBox(frame, near)!, tags[0]!.box)).toBe(false)
})

test('names can be read on a picture 200 pixels wide, of the middle of an upright frame too', () => {
  const sizeOf = (width: number, height: number) =>
    nameTags({
      width,
      height,
      size: null,
      angle: null,
      location: null,
      setName: '',
      showNames: true,
      subjects: [
        {
          assetId: 'a',
          name: 'Alice',
          type: 'character',
          lookName: '',
          traits: '',
          x: 0.5,
          y: 0.9,
          scale: 0.5,
          flip: false,
          depth: 0,
          picture: null,
        },
      ],
    })[0]!.size
  for (const [width, height] of [
    [1920, 1080],
    [1080, 1920],
    [1920, 1920],
    [1920, 1440],
  ] as const)
    expect((sizeOf(width, height) * 200) / width).toBeGreaterThan(4.5)
})

test('long names are cut between letters, wide letters get the room they need', () => {
  const tagOf = (name: string) =>
    nameTags({
      width: 1920,
      height: 1080,
      size: null,
      angle: null,
      location: null,
      setName: '',
      showNames: true,
      subjects: [
        {
          assetId: 'a',
          name,
          type: 'character',
          lookName: '',
          traits: '',
          x: 0.5,
          y: 0.9,
          scale: 0.5,
          flip: false,
          depth: 0,
          picture: null,
        },
      ],
    })[0]!
  expect(tagOf(`${'x'.repeat(20)}👩‍🚀👩‍🚀👩‍🚀`).text).toBe(`${'x'.repeat(20)}👩‍🚀…`)
  expect(tagOf('李小龍李小龍').box.width).toBeGreaterThan(tagOf('abcdef').box.width * 1.4)
})
