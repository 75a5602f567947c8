import { describe, expect, test } from 'vitest'
import { XMLParser } from 'fast-xml-parser'
import fc from 'fast-check'
import { exampleProject } from '../testing/exampleProject'
import { seededRandom } from '../testing/seededRandom'
import { TestProject } from '../testing/testProject'
import { wildProject } from '../testing/wildProject'
import { setTransformation } from '../domain/looks/transformationRules'
import { createLook } from '../domain/assets/assetRules'
import { updateProject } from '../domain/structure/projectRules'
import { parseTimecode } from '../domain/time/timecode'
import type { FrameRate } from '../model/frameRate'
import type { RecordStore } from '../records/recordStore'
import { Refusal } from '../records/refusal'
import { compareCut } from './conform/compareCut'
import { readTimeline } from './conform/readTimeline'
import { cutOptionsSchema, endStills } from './cutPieces'
import { filmOf } from './film'
import { handoverFormats, writeHandover, type HandoverFormatName } from './formats'
import { imageOptionsSchema } from './images'
import { startFrame } from './rationalTime'

const options = {
  name: 'cut',
  folderUrl: 'file:///films/out/',
  images: imageOptionsSchema.parse({}),
  cut: cutOptionsSchema.parse({}),
}

/** The words of the first file of a format. */
function text(store: RecordStore, format: HandoverFormatName): string {
  const file = writeHandover(store, format, 'film', options).files[0]!
  if (!('text' in file)) throw new Error('no words')
  return file.text
}

/** A cut as it lies on a timeline: names with first frame and length, read by a reader of its own. */
type Laid = { name: string; start: number; frames: number }[]

const lists = new Set(['track.clipitem', 'spine.video', 'spine.asset-clip', 'spine.gap'])
const xml = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (_name, path) => lists.has(String(path).split('.').slice(-2).join('.')),
})

/** Seconds of FCPXML in frames; whole, or the format would be refused. */
function inFrames(time: string, { num, den }: FrameRate): number {
  const [above, below = '1'] = time.replace(/s$/, '').split('/')
  const frames = (BigInt(above!) * BigInt(num)) / (BigInt(below) * BigInt(den))
  expect((BigInt(above!) * BigInt(num)) % (BigInt(below) * BigInt(den))).toBe(0n)
  return Number(frames)
}

const readers: Record<'otio' | 'edl' | 'fcpxml' | 'xmeml', (text: string, store: RecordStore) => Laid> = {
  otio: (words) => {
    let start = 0
    return JSON.parse(words).tracks.children[0].children.map((clip: never) => {
      const { name, source_range: range } = clip as { name: string; source_range: { duration: { value: number } } }
      const laid = { name, start, frames: range.duration.value }
      start += laid.frames
      return laid
    })
  },
  edl: (words, store) => {
    const timing = filmOf(store, 'film').timing
    const frame = (label: string) => {
      const read = parseTimecode(label, timing)
      if ('refused' in read) throw new Error(read.refused)
      return read.frame
    }
    return [
      ...words.matchAll(/^\d{3}  (?:AX|BL) {6} {1}V {5}C {8}(\S+) (\S+) (\S+) (\S+)\r\n\* FROM CLIP NAME: (.*)\r$/gm),
    ].map(([, sourceIn, sourceOut, recordIn, recordOut, name]) => {
      expect(frame(sourceOut!) - frame(sourceIn!)).toBe(frame(recordOut!) - frame(recordIn!))
      return {
        name: name!,
        start: frame(recordIn!) - startFrame(timing),
        frames: frame(recordOut!) - frame(recordIn!),
      }
    })
  },
  fcpxml: (words, store) => {
    const { fps } = filmOf(store, 'film').timing
    const sequence = xml.parse(words).fcpxml.library.event.project.sequence
    const { spine, tcStart } = sequence
    const items = [...(spine.video ?? []), ...(spine['asset-clip'] ?? []), ...(spine.gap ?? [])]
    return items
      .map((item) => ({
        name: item.name,
        start: inFrames(item.offset, fps) - inFrames(tcStart, fps),
        frames: inFrames(item.duration, fps),
      }))
      .sort((a, b) => a.start - b.start)
  },
  xmeml: (words) => {
    const clips = xml.parse(words).xmeml.sequence.media.video.track.clipitem ?? []
    return clips.map((clip: { name: unknown; start: number; end: number; in: number; out: number }) => {
      expect(clip.out - clip.in).toBe(clip.end - clip.start)
      return { name: String(clip.name), start: clip.start, frames: clip.end - clip.start }
    })
  },
}
const formats = Object.keys(readers) as (keyof typeof readers)[]

describe.each(formats)('a cut as %s', (format) => {
  test('holds every shot at its frame, at every rate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const { store } = wildProject(seededRandom(seed))
        const film = filmOf(store, 'film')
        let words
        try {
          words = text(store, format)
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
          expect([format, film.timing.fps]).toEqual(['edl', { num: 240, den: 1 }])
          return
        }
        expect(readers[format](words, store)).toEqual(
          film.shots.map(({ name, start, frames }) => ({ name, start, frames })),
        )
      }),
      { numRuns: 25 },
    )
  })

  test('is the same for the same records, byte for byte', () => {
    const [one, other] = [exampleProject().store, exampleProject().store]
    expect(writeHandover(one, format, 'film', options)).toEqual(writeHandover(other, format, 'film', options))
  })

  test('names signs that its form gives a meaning', () => {
    const p = new TestProject()
    const scene = p.scene('INT. “A & B” <HALL> - DAY')
    p.shot(scene, { text: 'Tom & "Ann" <3\nwait.\u0000' })
    p.run((draft) => updateProject(draft, { title: 'Tom & Ann <3\nII' }))
    const words = text(p.store, format)
    expect(readers[format](words, p.store)).toEqual([{ name: '1', start: 0, frames: 96 }])
    expect(words).not.toContain('\u0000')
  })

  test('has entrances, exits and changes of look as markers', () => {
    const p = exampleProject()
    const words = text(p.store, format)
    for (const marker of [
      'Alice enters',
      'Alice exits',
      'Letter enters',
      'Letter exits',
      'Garden Gnome changes into Human',
    ])
      expect(words).toContain(marker)
  })
})

test('timecode drops frames where the project does', () => {
  const p = new TestProject({ fps: '29.97 drop frame' })
  const scene = p.scene()
  p.shot(scene, { durationSeconds: 90 })
  p.shot(scene)
  expect(text(p.store, 'edl')).toContain('FCM: DROP FRAME\r\n')
  expect(text(p.store, 'edl')).toContain('01:00:00;00 01:01:29;29')
  expect(text(p.store, 'fcpxml')).toContain('tcFormat="DF"')
  expect(text(p.store, 'xmeml')).toContain('<displayformat>DF</displayformat>')
  expect(JSON.parse(text(p.store, 'otio')).global_start_time).toMatchObject({ value: 107_892, rate: 30_000 / 1001 })
})

test('23.976 is counted by its fraction', () => {
  const p = new TestProject({ fps: 23.976 })
  p.shot(p.scene(), { durationSeconds: 4.004 })
  const words = text(p.store, 'fcpxml')
  expect(words).toContain('frameDuration="1001/24000s"')
  expect(words).toContain('duration="96096/24000s"')
  expect(text(p.store, 'xmeml')).toContain('<ntsc>TRUE</ntsc>')
})

test('an EDL goes on in another list after 999 shots', () => {
  const p = new TestProject()
  p.shots(p.scene(), 1001)
  const { files, warnings } = writeHandover(p.store, 'edl', 'film', options)
  expect(files.map((f) => f.path)).toEqual(['cut.edl', 'cut_2.edl'])
  expect('text' in files[1]! && files[1].text.match(/^\d{3}  /gm)).toHaveLength(2)
  expect(warnings.map((w) => w.code)).toEqual(['NO_PICTURE', 'SEVERAL_LISTS'])
})

test('shots that share a number are told apart by their scene', () => {
  const p = new TestProject()
  const [a, b] = [p.scene('INT. A - DAY'), p.scene('INT. B - DAY')]
  const [one] = p.shots(a, 2)
  const [other] = p.shots(b, 2)
  p.run((draft) => draft.update('shots', other!.id, { number: one!.number }))
  expect(filmOf(p.store, 'film').shots.map((s) => s.name)).toEqual(['1-1', '2', '2-1', '4'])
})

test('a scene or some shots are counted from their own first frame, and the tray is in none', () => {
  const p = exampleProject()
  const garden = filmOf(p.store, { sceneId: p.garden.id })
  expect(garden.shots.map((s) => [s.shot.id, s.start])).toEqual(p.gardenShots.map((s, i) => [s.id, i * 96]))
  const some = filmOf(p.store, { shotIds: [p.gardenShots[1]!.id, p.roomShots[1]!.id] })
  expect(some.shots.map((s) => [s.shot.id, s.start])).toEqual([
    [p.roomShots[1]!.id, 0],
    [p.gardenShots[1]!.id, 96],
  ])
})

test('a change that sleeps is no marker, and those of an asset that is deleted neither', () => {
  const p = exampleProject()
  const look = p.run((draft) => createLook(draft, { assetId: p.alice.id, name: 'Wet' }))
  p.run((draft) =>
    setTransformation(draft, {
      sceneAssetInstanceId: p.instanceId(p.room, p.alice),
      kind: 'within_shot',
      shotId: p.roomShots[1]!.id,
      at: 0.5,
      fromLookId: p.alice.defaultLookId,
      toLookId: look.id,
    }),
  )
  const words = () => filmOf(p.store, 'film').shots.flatMap((s) => s.markers.map((m) => m.words))
  expect(words()).toContain('Alice changes into Wet')
  p.run((draft) => draft.update('assets', p.alice.id, { deleted: true }))
  expect(words().filter((w) => w.startsWith('Alice'))).toEqual([])
})

test('pictures lie beside the list under names that sort as the film runs, and a list says what it lacks', () => {
  const p = exampleProject()
  for (const format of formats) {
    const { files, warnings } = writeHandover(p.store, format, 'film', options)
    expect(files.map((f) => f.path)).toEqual([`cut.${handoverFormats[format].ext}`, 'cut_media/001_1_start.png'])
    expect(warnings).toEqual([{ code: 'NO_PICTURE', message: expect.stringMatching(/: 2, 3, 4, 5, 6, 7, 8, 9\.$/) }])
  }
})

test.each(formats)(
  'a shot of two stills is two clips in a row where the end still is asked for, and comes back as one (%s)',
  (format) => {
    for (const ends of endStills)
      for (const durationFrames of [1, 2, 3, 24, 25, 100]) {
        const p = new TestProject()
        const scene = p.scene()
        const [shot] = [p.shot(scene, { durationFrames }), p.shot(scene, { durationFrames })]
        p.take(shot, 'startFrame')
        p.take(shot, 'endFrame')
        const { files } = writeHandover(p.store, format, 'film', { ...options, cut: { ends } })
        const [first, ...media] = files
        if (!first || !('text' in first)) throw new Error('no words')
        const laid = readers[format](first.text, p.store)
        const from = {
          none: durationFrames,
          second: Math.max(Math.ceil(durationFrames / 2), durationFrames - 24),
          half: Math.ceil(durationFrames / 2),
        }[ends]
        const two = from < durationFrames
        expect(laid.map(({ start, frames }) => [start, frames])).toEqual([
          ...(two
            ? [
                [0, from],
                [from, durationFrames - from],
              ]
            : [[0, durationFrames]]),
          [durationFrames, durationFrames],
        ])
        expect(media.map(({ path }) => path)).toEqual([
          'cut_media/001_1_start.png',
          ...(two ? ['cut_media/001_1_end.png'] : []),
        ])
        const cut = readTimeline(first.text, { file: 'cut', timing: filmOf(p.store, 'film').timing })
        expect(compareCut(p.store, cut)).toMatchObject({
          order: null,
          durations: [],
          dropped: [],
          repeated: [],
          foreign: [],
        })
      }
  },
)

test('nothing to export is said', () => {
  const p = new TestProject()
  for (const format of Object.keys(handoverFormats) as HandoverFormatName[])
    expect(writeHandover(p.store, format, 'film', options).warnings.map((w) => w.code)).toContain('NO_SHOTS')
})
