import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Timing } from '../../model/frameRate'
import { readTimeline } from './readTimeline'

const timing: Timing = { fps: { num: 24, den: 1 }, dropFrame: false }
const read = (text: string) => readTimeline(text, { file: 'cut', timing })
const laid = (text: string) => read(text).pieces.map(({ name, start, frames, from }) => [name, start, frames, from])

function refused(text: string): string {
  try {
    read(text)
  } catch (error) {
    expect(error).toMatchObject({ name: 'Refusal', code: 'TIMELINE_UNREADABLE' })
    return (error as Error).message
  }
  throw new Error('nothing was refused')
}

const time = (value: number, rate = 24) => ({ OTIO_SCHEMA: 'RationalTime.1', rate, value })
const range = (start: number, frames: number, rate = 24) => ({
  OTIO_SCHEMA: 'TimeRange.1',
  start_time: time(start, rate),
  duration: time(frames, rate),
})
const clip = (name: string, start: number, frames: number, more: object = {}) => ({
  OTIO_SCHEMA: 'Clip.2',
  name,
  source_range: range(start, frames),
  ...more,
})
const track = (children: object[], more: object = {}) => ({ OTIO_SCHEMA: 'Track.1', kind: 'Video', children, ...more })
const otio = (...tracks: object[]) =>
  JSON.stringify({ OTIO_SCHEMA: 'Timeline.1', name: 'T', tracks: { OTIO_SCHEMA: 'Stack.1', children: tracks } })

describe('OTIO', () => {
  test('gaps take time, transitions none, and what is switched off is not seen', () => {
    const gap = { OTIO_SCHEMA: 'Gap.1', source_range: range(0, 10) }
    const transition = { OTIO_SCHEMA: 'Transition.1', in_offset: time(4), out_offset: time(4) }
    expect(
      laid(
        otio(
          track([
            clip('a', 5, 20),
            gap,
            transition,
            clip('b', 0, 30),
            clip('c', 0, 5, { enabled: false }),
            clip('d', 0, 2),
          ]),
        ),
      ),
    ).toEqual([
      ['a', 0, 20, 5],
      ['b', 30, 30, 0],
      ['d', 65, 2, 0],
    ])
  })

  test('an upper track covers the lower one, which goes on behind it', () => {
    const over = track([{ OTIO_SCHEMA: 'Gap.1', source_range: range(0, 10) }, clip('over', 0, 5)])
    expect(laid(otio(track([clip('a', 0, 20)]), over, track([clip('sound', 0, 99)], { kind: 'Audio' })))).toEqual([
      ['a', 0, 10, 0],
      ['over', 10, 5, 0],
      ['a', 15, 5, 15],
    ])
  })

  test('a timeline inside another one shows as far as it is used', () => {
    const nested = {
      OTIO_SCHEMA: 'Stack.1',
      children: [track([clip('a', 0, 20), clip('b', 0, 20)])],
      source_range: range(10, 20),
    }
    expect(laid(otio(track([clip('x', 0, 5), nested])))).toEqual([
      ['x', 0, 5, 0],
      ['a', 5, 10, 10],
      ['b', 15, 10, 0],
    ])
  })

  test('another rate is counted in seconds, and media from its first frame', () => {
    const media = {
      media_references: { DEFAULT_MEDIA: { available_range: range(100, 500, 25), target_url: 'a/b%20c.mov?x' } },
    }
    const [piece] = read(otio(track([{ ...clip('a', 0, 0), source_range: range(125, 50, 25), ...media }]))).pieces
    expect(piece).toMatchObject({ frames: 48, from: 24, fileName: 'b c.mov' })
  })

  test('what is damaged is refused', () => {
    expect(refused('{"OTIO_SCHEMA": "Timeline.1"')).toMatch(/no whole JSON/)
    expect(refused('{}')).toMatch(/no timeline/)
    expect(refused('{"OTIO_SCHEMA":"Timeline.1"}')).toMatch(/no tracks/)
    expect(refused(otio(track([{ OTIO_SCHEMA: 'Clip.1', name: 'x' }])))).toMatch(/“x” has no length/)
    expect(refused(otio(track([clip('a', 0, -4)])))).toMatch(/ends before/)
    expect(refused(otio(track([clip('a', 0, 1e15)])))).toMatch(/no time of a film/)
    expect(refused(otio(track([clip('a', 0, 4, { source_range: range(0, 4, 0) })])))).toMatch(/cannot be read/)
    let deep: object = track([clip('a', 0, 4)])
    for (let i = 0; i < 60; i++) deep = { OTIO_SCHEMA: 'Stack.1', children: [deep] }
    expect(refused(otio(deep))).toMatch(/without end/)
  })
})

describe('EDL', () => {
  const lines = (...more: string[]) => ['TITLE: T', 'FCM: NON-DROP FRAME', ...more].join('\r\n')

  test('events of other programs are read, sound is not', () => {
    const text = lines(
      '000001  A001C003 V     C        00:00:10:00 00:00:12:00 01:00:00:00 01:00:02:00',
      '* FROM CLIP NAME:  first.mov',
      '000002  A001C004 A2    C        00:00:10:00 00:00:12:00 01:00:00:00 01:00:02:00',
      '000003  A001C003 B     C        00:00:01:00 00:00:02:00 01:00:02:00 01:00:03:00',
    )
    expect(laid(text)).toEqual([
      ['first.mov', 0, 48, 240],
      ['A001C003', 48, 24, 24],
    ])
    expect(read(text).unread).toEqual(['1 audio event'])
  })

  test('of a dissolve the clip that comes is at its place', () => {
    const text = lines(
      '001  A V C        00:00:00:00 00:00:01:00 01:00:00:00 01:00:01:00',
      '* FROM CLIP NAME: one',
      '002  A V C        00:00:01:00 00:00:01:00 01:00:01:00 01:00:01:00',
      '002  B V D    012 00:00:00:00 00:00:02:00 01:00:01:00 01:00:03:00',
      '* FROM CLIP NAME: one',
      '* TO CLIP NAME: two',
    )
    expect(laid(text)).toEqual([
      ['one', 0, 24, 0],
      ['two', 24, 48, 0],
    ])
  })

  test('black without a name is a gap, and a list counted at another rate is refused', () => {
    expect(
      laid(
        lines(
          '001 BL V C 00:00:00:00 00:00:01:00 01:00:00:00 01:00:01:00',
          '002 X V C 00:00:00:00 00:00:01:00 01:00:01:00 01:00:02:00',
        ),
      ),
    ).toEqual([['X', 24, 24, 0]])
    expect(refused(lines('001 X V C 00:00:00:00 00:00:01:00 01:00:00:28 01:00:01:00'))).toMatch(
      /line 3: A second has 24 frames/,
    )
    expect(refused(lines('001 X V C 00:00:00:00 00:00:01:00 01:00:02:00 01:00:01:00'))).toMatch(/ends before it begins/)
  })
})

describe('FCPXML', () => {
  const fcpxml = (spine: string, resources = '') =>
    `<?xml version="1.0"?><!DOCTYPE fcpxml><fcpxml version="1.10"><resources>${resources}</resources><library><event><project name="P"><sequence tcStart="3600s"><spine>${spine}</spine></sequence></project></event></library></fcpxml>`

  test('what is connected lies over the clip it is connected to', () => {
    const text = fcpxml(
      '<asset-clip name="a" ref="r1" offset="3600s" duration="2s" start="10s"><asset-clip name="over" lane="1" ref="r1" offset="21/2s" duration="12/24s" start="5s"/><audio lane="-1" ref="r1" offset="10s" duration="2s"/></asset-clip><gap offset="3602s" duration="1s" start="3600s"/><transition offset="3602s" duration="1s"/><clip name="b" offset="3603s" duration="1001/1000s"><video ref="r1" offset="0s" duration="1s"/></clip>',
      '<asset id="r1" name="m" start="5s"><media-rep src="file:///x/m%20m.mov"/></asset>',
    )
    expect(laid(text)).toEqual([
      ['a', 0, 12, 120],
      ['over', 12, 12, 0],
      ['a', 24, 24, 144],
      ['b', 72, 24, 0],
    ])
    expect(read(text)).toMatchObject({ name: 'P', unread: ['1 transition', '1 audio clip'] })
    expect(read(text).pieces[0]!.fileName).toBe('m m.mov')
  })

  test('what is no timeline, or hostile, is refused', () => {
    expect(refused('<fcpxml></fcpxml>')).toMatch(/no timeline/)
    expect(refused(fcpxml('<video name="a" offset="3600s" duration="1/0s"/>'))).toMatch(/is no time/)
    expect(refused(fcpxml('<video name="a" duration="-5s"/>'))).toMatch(/ends before/)
    expect(refused('<!DOCTYPE fcpxml [<!ENTITY x SYSTEM "file:///etc/passwd">]><fcpxml>&x;</fcpxml>')).toMatch(
      /declares entities/,
    )
    expect(refused('<fcpxml><library>')).toMatch(/line 1/)
    expect(refused(`<fcpxml>${'<a>'.repeat(300)}${'</a>'.repeat(300)}</fcpxml>`)).toMatch(/levels deep/)
    const nested = `${'<clip lane="1" duration="1s">'.repeat(40)}${'</clip>'.repeat(40)}`
    expect(refused(fcpxml(`<gap duration="2s">${nested}</gap>`))).toMatch(/without end/)
  })
})

describe('xmeml', () => {
  const rate = '<rate><timebase>24</timebase><ntsc>FALSE</ntsc></rate>'
  const xmeml = (tracks: string) =>
    `<?xml version="1.0"?><!DOCTYPE xmeml><xmeml version="4"><sequence><name>S</name>${rate}<media><video>${tracks}</video><audio><track/><track/></audio></media></sequence></xmeml>`
  const item = (name: string, start: number, end: number, from: number, more = '') =>
    `<clipitem id="${name}"><name>${name}</name><enabled>TRUE</enabled><start>${start}</start><end>${end}</end><in>${from}</in><out>${from + 9}</out>${more}</clipitem>`

  test('tracks cover each other, files are told once, and a transition is cut in its middle', () => {
    const text = xmeml(
      `<track>${item('a', 0, -1, 5, '<file id="f"><pathurl>file://localhost/x/a.png</pathurl></file>')}<transitionitem><start>40</start><end>50</end></transitionitem>${item('b', -1, 90, 10, '<file id="f"/>')}</track><track>${item('over', 10, 20, 0)}${item('off', 0, 90, 0).replace('TRUE', 'FALSE')}</track>`,
    )
    expect(laid(text)).toEqual([
      ['a', 0, 10, 5],
      ['over', 10, 10, 0],
      ['a', 20, 25, 25],
      ['b', 45, 45, 15],
    ])
    expect(read(text)).toMatchObject({ name: 'S', unread: ['2 audio tracks', '1 transition'] })
    expect(read(text).pieces.map((piece) => piece.fileName)).toEqual(['a.png', null, 'a.png', 'a.png'])
  })

  test('a clip without a place is refused', () => {
    expect(refused(xmeml(`<track>${item('a', 0, -1, 0)}</track>`))).toMatch(/no place/)
    expect(refused(xmeml('<track><clipitem><name>a</name></clipitem></track>'))).toMatch(/has no start/)
    expect(refused('<xmeml></xmeml>')).toMatch(/no timeline/)
  })
})

test('any text is read or refused with a sentence', () => {
  const begins = fc.constantFrom(
    '',
    '{',
    '{"OTIO_SCHEMA":"Timeline.1","tracks":',
    '<fcpxml>',
    '<xmeml version="5">',
    '001 AX V C 00:00:00:00 ',
  )
  fc.assert(
    fc.property(begins, fc.string({ unit: 'binary' }), fc.json(), (start, text, json) => {
      for (const words of [start + text, start + json])
        try {
          read(words)
        } catch (error) {
          expect((error as Error).name, String((error as Error).stack)).toBe('Refusal')
        }
    }),
  )
})

test('a text of millions of signs is refused at once', () => {
  expect(refused(' '.repeat(64_000_001))).toMatch(/far larger/)
})
