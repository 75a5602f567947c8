import { wholeFigure } from '../../model/transformation'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TestProject } from '../../testing/testProject'
import type { Shot } from '../../model/shot'
import { describeFrame, frameSize } from './describeFrame'
import { frameDescriptionSchema } from '../../drawing/frameDescription'
import { subjectBox } from '../../drawing/subjectBox'
import { activeMembers } from '../lookup'
import { placements } from './placement'

function setting(fields: Partial<Shot>, heading?: string) {
  const p = new TestProject()
  const shot = p.shot(p.scene(heading), fields)
  const cast = {
    alice: p.asset('character', 'Alice'),
    bob: p.asset('character', 'Bob'),
    carol: p.asset('character', 'Carol', { picture: true }),
  }
  for (const asset of Object.values(cast)) p.put(shot, asset)
  const frame = (end: 'start' | 'end' = 'start') => {
    const description = describeFrame(p.store, shot.id, end)
    expect(frameDescriptionSchema.safeParse(description).error).toBeUndefined()
    return description
  }
  const of = (name: string, end: 'start' | 'end' = 'start') => {
    const { pose, gaze, mouth, fromBehind, flip } = frame(end).subjects.find((s) => s.name === name)!
    return { pose, gaze, mouth, fromBehind, flip }
  }
  return { p, shot, frame, of }
}
const line = (character: string) => ({ character, extension: '', parenthetical: '', text: 'Tea?' })

describe('how drawn people act', () => {
  test('as the text says, or as the state of that end says; pictures are as they are', () => {
    const { of } = setting({ text: 'Alice sits. Carol sits. Bob runs.', endState: 'Bob kneels.' })
    expect([of('Alice').pose, of('Bob').pose, of('Carol').pose]).toEqual(['sit', 'run', undefined])
    expect([of('Alice', 'end').pose, of('Bob', 'end').pose]).toEqual(['sit', 'kneel'])
  })

  test('who does not speak looks at who does: first the first, in the last still the last', () => {
    const { of } = setting({ text: 'They talk.', dialogue: [line('BOB'), line('ALICE')] })
    expect([of('Bob').mouth, of('Alice').mouth]).toEqual(['speaks', undefined])
    expect([of('Alice').flip, of('Alice').gaze]).toEqual([false, undefined])
    expect([of('Alice', 'end').mouth, of('Bob', 'end').gaze]).toEqual([
      'speaks',
      of('Bob', 'end').flip ? undefined : 'back',
    ])
  })

  test('in a point of view they look into the camera, and it shows through what it is seen', () => {
    const { of, frame } = setting({ size: 'pov', text: 'Bob, in the cross-hairs.' })
    expect([of('Bob').gaze, frame().seenThrough]).toEqual(['camera', 'scope'])
    expect(setting({ size: 'pov', text: 'Bob.' }).frame().seenThrough).toBe('eyes')
    expect(setting({ size: 'medium', text: 'Bob.' }).frame().seenThrough).toBeUndefined()
  })

  test('over a shoulder the one who listens is seen from behind, or whose shoulder is named', () => {
    const behind = (fields: Partial<Shot>) =>
      setting({ size: 'over_shoulder', ...fields })
        .frame()
        .subjects.filter((s) => s.fromBehind)
        .map((s) => s.name)
    expect(behind({ dialogue: [line('ALICE')] })).toEqual(['Bob'])
    expect(behind({ text: 'OVER ALICE’S SHOULDER: Bob waits.', dialogue: [line('ALICE')] })).toEqual(['Alice'])
  })

  test('in a car everybody sits and is seen from the chest up', () => {
    const { of, frame } = setting({ text: 'They wait.' }, 'INT. CAR - DAY')
    expect([of('Alice').pose, of('Bob').pose]).toEqual(['sit', 'sit'])
    const scaleIn = (set: string) => setting({}, `INT. ${set} - DAY`).frame().subjects[0]!.scale
    expect(frame().subjects[0]!.scale).toBeGreaterThan(scaleIn('ROOM') * 1.5)
  })

  test('a face that fills the picture is near', () => {
    const scale = (text: string) =>
      setting({ size: 'pov', text })
        .frame()
        .subjects.find((s) => s.name === 'Bob')!.scale
    expect(scale('Bob’s face FILLS the scope.')).toBeGreaterThan(scale('Bob waits.'))
  })
})

describe('where drawn people are seen', () => {
  const sides = (text: string) => {
    const { p, frame } = setting({ text })
    p.run((draft) => {
      for (const a of draft.list('assetsInOrder'))
        if (a.name === 'Carol') draft.update('looks', a.defaultLookId, { mediaId: null })
    })
    const description = frame()
    return description.subjects.map((s) => {
      const box = subjectBox(description, s)
      return [
        s.name,
        box.x <= 0 ? 'left' : box.x + box.width >= description.width ? 'right' : '',
        s.flip ? 'looks left' : 'looks right',
        s.pose ?? '',
      ]
        .filter(Boolean)
        .join(' ')
    })
  }
  test('who comes in or goes out stands where the words of the prompt have them, whole and looking the way they say', () => {
    const standing = ['Alice looks right', 'Bob looks right', 'Carol looks left']
    for (const text of ['Alice enters.', 'Carol walks out.', 'Bob enters.', 'Alice runs in.'])
      expect(sides(text)).toEqual(standing)
    // What is no coming or going is drawn.
    expect(sides('Alice runs.')[0]).toBe('Alice looks right run')
  })

  test('who lies, lies in front of all feet; whom the user placed stays there', () => {
    const { p, shot, frame } = setting({ text: 'Bob lies on the floor. Alice enters.' })
    const of = (name: string) => frame().subjects.find((s) => s.name === name)!
    expect(of('Bob').depth).toBe(Math.max(...frame().subjects.map((s) => s.depth)))
    expect(of('Bob').y).toBeGreaterThan(of('Alice').y)
    const alice = of('Alice').assetId
    p.run((draft) =>
      draft.add('blockings', {
        ...wholeFigure,
        id: draft.newId(),
        shotId: shot.id,
        sceneAssetInstanceId: p.assignment(shot, p.store.must('assets', alice))!.sceneAssetInstanceId,
        frame: 'start',
        x: 0.4,
        y: 0.8,
        scale: 0.5,
        flip: true,
        depth: 3,
      }),
    )
    expect(of('Alice')).toMatchObject({ x: 0.4, y: 0.8, flip: true })
  })

  test('what somebody is about to do is none of the blocking, so a seam holds over it', () => {
    const { p, shot } = setting({ text: 'Alice enters. Bob lies on the floor.' })
    const plain = setting({ text: 'They wait.' })
    const all = (x: typeof p, s: Shot) => [...placements(x.store, s.id, 'start', activeMembers(x.store, s.id)).values()]
    expect(all(p, shot)).toEqual(all(plain.p, plain.shot))
  })
})

test('nothing but the text, the camera and who is there changes how people act: no time, no side, no kind of presence', () => {
  const { p, shot, frame } = setting({ text: 'Alice runs.' })
  const before = frame('end')
  p.run((draft) => {
    for (const a of draft.list('assignmentsOfShot', shot.id))
      draft.update('assignments', a.id, {
        presence: 'enters',
        enterAt: 0.4,
        enterFrom: 'left',
        action: 'carrying a tray',
      })
  })
  expect(frame('end')).toEqual(before)
})

test.each([
  ['EXT. STREET IN THE RAIN - NIGHT', '', 'rain'],
  ['EXT. SNOWY FOREST - DAY', '', 'snow'],
  ['EXT. STREET - DAY', 'Thick fog. Alice waits.', 'fog'],
  ['EXT. STREET - DAY', 'Alice in a raincoat storms out.', undefined],
])('the weather of %j %j is %s', (heading, text, weather) => {
  expect(setting({ text }, heading).frame().weather).toBe(weather)
})

describe('the size of a still', () => {
  test.each([
    [16, 9, 1920, 1080],
    [9, 16, 1080, 1920],
    [239, 100, 1920, 804],
    [4, 5, 1536, 1920],
    [1, 1, 1920, 1920],
  ])('of a film %d:%d is %d x %d', (aspectWidth, aspectHeight, width, height) => {
    expect(frameSize(aspectWidth, aspectHeight)).toEqual({ width, height })
  })

  test('is even, 1920 px on its long side, and as near to the aspect as even pixels can be', () => {
    const side = fc.integer({ min: 1, max: 100_000 })
    fc.assert(
      fc.property(side, side, (w, h) => {
        const { width, height } = frameSize(w, h)
        expect([width % 2, height % 2, Math.max(width, height)]).toEqual([0, 0, 1920])
        const wanted = Math.max(2, (1920 * Math.min(w, h)) / Math.max(w, h))
        expect(Math.abs(Math.min(width, height) - wanted)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
