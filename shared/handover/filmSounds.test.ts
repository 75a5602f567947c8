import { XMLParser } from 'fast-xml-parser'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeSound, soundLength, updateClips } from '../domain/sound/clipRules'
import { clipStart } from '../domain/sound/soundingClips'
import { scenesInOrder, shotIdsInOrder } from '../domain/lookup'
import { StoryClock, type ClockScope } from '../domain/time/storyClock'
import { pick, seededRandom } from '../testing/seededRandom'
import { TestProject } from '../testing/testProject'
import { wildProject } from '../testing/wildProject'
import { wildSounds } from '../testing/wildSounds'
import { filmOf } from './film'
import { writeHandover } from './formats'
import { imageOptionsSchema } from './images'

const options = {
  name: 'cut',
  folderUrl: 'file:///films/out/',
  images: imageOptionsSchema.parse({}),
  cut: { ends: 'none' as const },
}
const forms = ['otio', 'fcpxml', 'xmeml'] as const
type Form = (typeof forms)[number]

/** A clip of sound as another program finds it, in seconds of what was exported. */
interface Heard {
  readonly clipId: string
  readonly file: string
  readonly track: number
  readonly channel: number
  readonly start: number
  readonly length: number
  readonly from: number
  readonly muted: boolean
  readonly gain: number
  readonly fadeIn: number
  readonly fadeOut: number
}

function write(p: TestProject, form: Form | 'edl', scope: ClockScope = 'film') {
  const { files, warnings } = writeHandover(p.store, form, scope, options)
  const [first, ...rest] = files
  if (!first || !('text' in first)) throw new Error('no words')
  return {
    words: first.text,
    media: new Map(rest.flatMap((file) => ('mediaId' in file ? [[file.path, file.mediaId] as const] : []))),
    leftOut: warnings.filter(({ code }) => code === 'SOUND_LEFT_OUT').map(({ message }) => message),
  }
}

// Readers of their own, which know nothing of what wrote the file.

const parse = (words: string) =>
  new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    isArray: (name) => ['track', 'clipitem', 'link', 'keyframe', 'asset', 'asset-clip', 'video', 'gap'].includes(name),
  }).parse(words)

const seconds = (time: string) => {
  const [above, below = '1'] = time.replace(/s$/, '').split('/')
  return Number(above) / Number(below)
}
const pathIn = (address: string) => decodeURIComponent(address.replace('file:///films/out/', ''))

interface OtioTime {
  value: number
  rate: number
}
interface OtioItem {
  OTIO_SCHEMA: string
  enabled?: boolean
  source_range: { start_time: OtioTime; duration: OtioTime }
  in_offset: OtioTime
  out_offset: OtioTime
  metadata: { exeunt: { soundClipId: string } }
  media_references: { DEFAULT_MEDIA: { target_url: string } }
}
const inSeconds = ({ value, rate }: OtioTime) => {
  expect(Number.isInteger(value)).toBe(true)
  return value / rate
}

function readOtio(words: string): Heard[] {
  const tracks: { kind: string; children: OtioItem[] }[] = JSON.parse(words).tracks.children
  return tracks
    .filter(({ kind }) => kind === 'Audio')
    .flatMap(({ children }, track) => {
      let at = 0
      return children.flatMap((item, i) => {
        if (item.OTIO_SCHEMA === 'Transition.1') return []
        const length = inSeconds(item.source_range.duration)
        const start = at
        at += length
        if (item.OTIO_SCHEMA === 'Gap.1') return []
        const [before, after] = [children[i - 1], children[i + 1]]
        const isFade = (one: OtioItem | undefined) => one?.OTIO_SCHEMA === 'Transition.1'
        // A transition stands between a clip and silence, never between two clips.
        if (isFade(before)) expect(children[i - 2]?.OTIO_SCHEMA ?? 'Gap.1').toBe('Gap.1')
        if (isFade(after)) expect(children[i + 2]?.OTIO_SCHEMA ?? 'Gap.1').toBe('Gap.1')
        return [
          {
            clipId: item.metadata.exeunt.soundClipId,
            file: pathIn(item.media_references.DEFAULT_MEDIA.target_url),
            track,
            channel: 0,
            start,
            length,
            from: inSeconds(item.source_range.start_time),
            muted: item.enabled === false,
            gain: 1,
            fadeIn: isFade(before) ? inSeconds(before!.out_offset) : 0,
            fadeOut: isFade(after) ? inSeconds(after!.in_offset) : 0,
          },
        ]
      })
    })
}

interface FcpxmlAsset {
  '@id': string
  '@duration': string
  'media-rep': { '@src': string }
}
interface FcpxmlClip {
  '@ref': string
  '@lane': string
  '@offset': string
  '@start': string
  '@duration': string
  '@enabled'?: string
  'adjust-volume'?: {
    '@amount'?: string
    param?: { fadeIn?: { '@duration': string }; fadeOut?: { '@duration': string } }
  }
  metadata: { md: { '@value': string } }
}

function readFcpxml(words: string): Heard[] {
  const { resources, library } = parse(words).fcpxml
  const { spine, ...sequence } = library.event.project.sequence
  const all: FcpxmlAsset[] = resources.asset ?? []
  const assets = new Map(all.map((asset) => [asset['@id'], asset]))
  const items: { '@offset': string; 'asset-clip'?: FcpxmlClip[] }[] = ['video', 'asset-clip', 'gap'].flatMap(
    (name) => spine[name] ?? [],
  )
  return items.flatMap((item) =>
    (item['asset-clip'] ?? []).map((clip): Heard => {
      const asset = assets.get(clip['@ref'])!
      const volume = clip['adjust-volume']
      const lasts = (fade: { '@duration': string } | undefined) => (fade ? seconds(fade['@duration']) : 0)
      const from = seconds(clip['@start'])
      expect(from + seconds(clip['@duration'])).toBeLessThan(seconds(asset['@duration']) + 1e-3)
      return {
        clipId: clip.metadata.md['@value'],
        file: pathIn(asset['media-rep']['@src']),
        track: -1 - Number(clip['@lane']),
        channel: 0,
        start: seconds(item['@offset']) - seconds(sequence['@tcStart']) + seconds(clip['@offset']),
        length: seconds(clip['@duration']),
        from,
        muted: clip['@enabled'] === '0',
        gain: 10 ** (Number((volume?.['@amount'] ?? '0dB').replace('dB', '')) / 20),
        fadeIn: lasts(volume?.param?.fadeIn),
        fadeOut: lasts(volume?.param?.fadeOut),
      }
    }),
  )
}

interface XmemlItem {
  '@id': string
  start: string
  end: string
  in: string
  out: string
  duration: string
  enabled: string
  file: { '@id': string; pathurl?: string }
  sourcetrack: { trackindex: string }
  link?: { linkclipref: string; trackindex: string }[]
  filter?: { effect: { parameter: { value: string; keyframe?: { when: string; value: string }[] } } }
  logginginfo: { lognote: string }
}

function readXmeml(words: string): Heard[] {
  const { sequence } = parse(words).xmeml
  const tracks: { clipitem?: XmemlItem[] }[] = sequence.media.audio?.track ?? []
  const rate = Number(sequence.rate.timebase) / (sequence.rate.ntsc === 'TRUE' ? 1.001 : 1)
  const files = new Map<string, string>()
  const items = tracks.flatMap((track, index) => (track.clipitem ?? []).map((item) => ({ item, index })))
  for (const { item } of items) if (item.file.pathurl) files.set(item.file['@id'], pathIn(item.file.pathurl))
  const byId = new Map(items.map(({ item, index }) => [item['@id'], index]))
  return items.map(({ item, index }): Heard => {
    const channel = Number(item.sourcetrack.trackindex) - 1
    for (const link of item.link ?? []) expect(byId.get(link.linkclipref)).toBe(Number(link.trackindex) - 1)
    const level = item.filter?.effect.parameter
    const keys: [number, number][] = (level?.keyframe ?? []).map((key) => [
      (Number(key.when) - Number(item.in)) / rate,
      Number(key.value),
    ])
    const gain = Number(level?.value ?? 1)
    const isFull = ([, value]: [number, number]) => Math.abs(value - gain) < 1e-4
    const start = Number(item.start) / rate
    const length = Number(item.end) / rate - start
    expect(Number(item.out) - Number(item.in)).toBe(Number(item.end) - Number(item.start))
    expect(Number(item.out)).toBeLessThanOrEqual(Number(item.duration))
    return {
      clipId: item.logginginfo.lognote.replace('exeunt:', ''),
      file: files.get(item.file['@id'])!,
      track: index - channel,
      channel,
      start,
      length,
      from: Number(item.in) / rate,
      muted: item.enabled === 'FALSE',
      gain,
      fadeIn: keys.length && keys[0]![1] === 0 ? (keys.find(isFull)?.[0] ?? 0) : 0,
      fadeOut: keys.length && keys.at(-1)![1] === 0 ? length - (keys.findLast(isFull)?.[0] ?? 0) : 0,
    }
  })
}

const readers: Record<Form, (words: string) => Heard[]> = { otio: readOtio, fcpxml: readFcpxml, xmeml: readXmeml }

describe.each(forms)('sound in %s', (form) => {
  test('every clip that is heard is there, in its track, at its frame and in sync, as loud as it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const random = seededRandom(seed)
        const p = wildProject(random)
        wildSounds(p, random)
        const { fps } = filmOf(p.store, 'film').timing
        const frame = fps.den / fps.num
        const clock = StoryClock.of(p.store, 'film')
        const { words, media, leftOut } = write(p, form)
        const found = readers[form](words).filter(({ channel }) => channel === 0)
        const byClip = new Map(found.map((heard) => [heard.clipId, heard]))
        expect(byClip.size).toBe(found.length)
        const end = clock.total * frame
        for (const clip of p.store.all('soundClips')) {
          const begins = clipStart(p.store, clock, clip)!
          const all = soundLength(p.store.must('sounds', clip.soundId))
          const heard = byClip.get(clip.id)
          if (!heard) {
            // What is not there is outside the film, or shorter than a frame where the frames begin.
            const inFilm = Math.min(end, begins + clip.length) - Math.max(0, begins)
            expect(inFilm).toBeLessThan(2 * frame)
            if (inFilm > 1e-6 && !clip.muted) expect(leftOut.join()).toContain('shorter than a frame')
            continue
          }
          expect(media.get(heard.file)).toBe(clip.soundId)
          expect(heard.muted).toBe(clip.muted)
          const [from, to] = [Math.max(0, begins), Math.min(end, begins + clip.length)]
          expect(Math.abs(heard.start - from)).toBeLessThanOrEqual(frame / 2 + 1e-6)
          // Where the sound itself ends within a frame, that frame is not there.
          const isAtEnd = clip.from + clip.length > all - frame
          expect(heard.start + heard.length).toBeGreaterThan(to - (isAtEnd ? 1.5 : 0.5) * frame - 1e-6)
          expect(heard.start + heard.length).toBeLessThan(to + frame / 2 + 1e-6)
          const sync = heard.from - heard.start - (clip.from - begins)
          expect(Math.abs(sync)).toBeLessThanOrEqual(frame / 2 + 1e-4)
          // Between frames, to the sample, unless there is nothing of the sound before its beginning.
          if (form === 'fcpxml' && heard.from > 0) expect(Math.abs(sync)).toBeLessThan(1e-4)
          if (form === 'otio')
            expect(leftOut.join().includes('the volume of') || clip.gainDb === 0 || clip.muted).toBe(true)
          else expect(heard.gain).toBeCloseTo(10 ** (Math.min(12, clip.gainDb) / 20), 3)
          if (clip.gainDb > 12 && form !== 'otio' && !clip.muted) expect(leftOut.join()).toContain('louder than +12 dB')
          const isWhole = begins >= 0 && begins + clip.length <= end
          const isSaid = !leftOut.join().includes('fade of')
          if (isWhole && isSaid && clip.fadeIn + clip.fadeOut < clip.length - 4 * frame) {
            expect(Math.abs(heard.fadeIn - clip.fadeIn)).toBeLessThanOrEqual(frame + 1e-3)
            expect(Math.abs(heard.fadeOut - clip.fadeOut)).toBeLessThanOrEqual(2 * frame + 1e-3)
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  test('clips of a track never lie over each other, of a scene or some shots neither', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const random = seededRandom(seed)
        const p = wildProject(random)
        wildSounds(p, random)
        const scene = pick(random, scenesInOrder(p.store))
        const some = shotIdsInOrder(p.store).filter(() => random() < 0.5)
        for (const scope of ['film', { sceneId: scene.id }, ...(some.length ? [{ shotIds: some }] : [])] as const) {
          const ends = new Map<string, number>()
          for (const { track, channel, start, length } of readers[form](write(p, form, scope).words).toSorted(
            (a, b) => a.start - b.start,
          )) {
            expect(start).toBeGreaterThanOrEqual((ends.get(`${track} ${channel}`) ?? 0) - 1e-6)
            ends.set(`${track} ${channel}`, start + length)
          }
        }
      }),
      { numRuns: 20 },
    )
  })

  test('a film that the form can tell of wholly lacks nothing', () => {
    const p = new TestProject()
    const shot = p.shot(p.scene())
    expect(write(p, form).leftOut).toEqual([])
    const soundId = p.sound(2)
    const clip = p.run((draft) => placeSound(draft, { soundId, shotId: shot.id, at: 0.5 }))
    p.run((draft) => updateClips(draft, { clipIds: [clip.id], fadeIn: 0.5, fadeOut: 0.25 }))
    const { words, leftOut, media } = write(p, form)
    expect(leftOut).toEqual([])
    expect([...media.keys()]).toEqual([expect.stringMatching(/^cut_media\/sound_001_\d+\.wav$/)])
    expect(readers[form](words)[0]).toMatchObject({ start: 0.5, length: 2, from: 0, track: 0 })
    expect(readers[form](words)[0]!.fadeIn).toBeCloseTo(0.5)
    expect(readers[form](words)[0]!.fadeOut).toBeCloseTo(0.25)
  })
})

test('a stereo sound of xmeml is two linked channels', () => {
  const p = new TestProject()
  p.shot(p.scene())
  const soundId = p.sound(2)
  p.run((draft) => placeSound(draft, { soundId }))
  expect(readXmeml(write(p, 'xmeml').words).map(({ track, channel }) => [track, channel])).toEqual([
    [0, 0],
    [0, 1],
  ])
})

test('what a form has no place for is said, and only that', () => {
  const p = new TestProject()
  const shot = p.shot(p.scene())
  const other = p.shot(p.store.must('scenes', shot.sceneId))
  const soundId = p.sound(6)
  const clip = p.run((draft) => placeSound(draft, { soundId, shotId: shot.id }))
  expect(forms.flatMap((form) => write(p, form).leftOut)).toEqual([])
  expect(write(p, 'edl').leftOut).toEqual(['An EDL has no place for 1 clip of sound. A movie has all of the sound.'])
  p.run((draft) => updateClips(draft, { clipIds: [clip.id], gainDb: 20, fadeOut: 3 }))
  expect(write(p, 'otio').leftOut).toEqual([
    'OTIO has no place for the volume of 1 clip of sound. A movie has all of the sound.',
  ])
  for (const form of ['fcpxml', 'xmeml'] as const)
    expect(write(p, form).leftOut.join()).toContain('what is louder than +12 dB in 1 clip of sound')
  // The second shot alone begins within the fade.
  p.run((draft) => updateClips(draft, { clipIds: [clip.id], gainDb: 0, fadeOut: 5 }))
  const rest = { shotIds: [other.id] }
  expect(write(p, 'otio', rest).leftOut.join()).toContain('a fade of 1 clip of sound')
  expect(write(p, 'fcpxml', rest).leftOut.join()).toContain('the half of a fade of 1 clip of sound')
  expect(write(p, 'xmeml', rest).leftOut).toEqual([])
  p.run((draft) => updateClips(draft, { clipIds: [clip.id], muted: true, gainDb: 20 }))
  for (const form of [...forms, 'edl'] as const) expect(write(p, form).leftOut).toEqual([])
})
