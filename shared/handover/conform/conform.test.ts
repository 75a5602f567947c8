import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scenesInOrder, shotIdsInOrder } from '../../domain/lookup'
import { conformFilm } from '../../domain/structure/conformFilm'
import { canDropFrames } from '../../domain/time/frameRates'
import type { Shot } from '../../model/shot'
import { Refusal } from '../../records/refusal'
import { anyRate } from '../../testing/anyRate'
import { below, pick, seededRandom } from '../../testing/seededRandom'
import { unsound } from '../../testing/soundness'
import { TestProject } from '../../testing/testProject'
import { wildProject } from '../../testing/wildProject'
import { wildSounds } from '../../testing/wildSounds'
import { filmOf } from '../film'
import { writeHandover, type HandoverFormatName } from '../formats'
import { imageOptionsSchema } from '../images'
import { compareCut } from './compareCut'
import { allChanges, conformPlan } from './conformPlan'
import type { EditedCut, Piece } from './editedCut'
import { readTimeline, readTimelines } from './readTimeline'

const forms = ['otio', 'fcpxml', 'xmeml', 'edl'] as const
const options = {
  name: 'cut',
  folderUrl: 'file:///films/out/',
  images: imageOptionsSchema.parse({}),
  cut: { ends: 'none' as const },
}

function written(p: TestProject, format: HandoverFormatName, scope: Parameters<typeof filmOf>[1] = 'film'): string {
  const [first] = writeHandover(p.store, format, scope, options).files
  if (!first || !('text' in first)) throw new Error('no words')
  return first.text
}

const timingOf = (p: TestProject) => filmOf(p.store, 'film').timing
const readBack = (p: TestProject, text: string) => readTimeline(text, { file: 'cut', timing: timingOf(p) })
const nothing = { order: null, places: [], durations: [], dropped: [], repeated: [], foreign: [] }

describe.each(forms)('%s, written and read again', (form) => {
  test('does not differ from the film, whatever is in it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const random = seededRandom(seed)
        const p = wildProject(random)
        wildSounds(p, random)
        if (form === 'edl' && timingOf(p).fps.num === 240) return
        const scene = pick(random, scenesInOrder(p.store))
        const some = shotIdsInOrder(p.store).filter(() => random() < 0.5)
        for (const scope of ['film', { sceneId: scene.id }, { shotIds: some }] as const) {
          if (typeof scope === 'object' && 'shotIds' in scope && !some.length) continue
          expect(compareCut(p.store, readBack(p, written(p, form, scope)))).toMatchObject(nothing)
        }
      }),
      { numRuns: 20 },
    )
  })

  test('does not differ at any rate, with and without drop frame', () => {
    fc.assert(
      fc.property(
        anyRate,
        fc.boolean(),
        fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 6 }),
        (fps, drops, lengths) => {
          const p = new TestProject({ fps })
          p.run((draft) => draft.update('project', 'project', { dropFrame: drops && canDropFrames(fps) }))
          const scene = p.scene()
          for (const durationFrames of lengths) p.shot(scene, { durationFrames })
          let text
          try {
            text = written(p, form)
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal)
            return
          }
          expect(compareCut(p.store, readBack(p, text))).toMatchObject(nothing)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('a longer shot, a shorter one, one that is gone and two that changed places are found', () => {
    const p = new TestProject({ fps: 23.976 })
    const scene = p.scene()
    const [one, two, three, four] = p.shots(scene, 4) as [Shot, Shot, Shot, Shot]
    const text = written(p, form)
    // The film goes on while the edit is away.
    p.run((draft) => draft.update('shots', one.id, { durationFrames: 80 }))
    p.run((draft) => conformFilm(draft, { shots: [{ shotId: four.id, beforeShotId: three.id }] }))
    const five = p.shot(scene)
    const found = compareCut(p.store, readBack(p, text))
    expect(found).toMatchObject({
      order: [one.id, two.id, three.id, four.id],
      places: [{ kind: 'shot' }],
      durations: [{ shotId: one.id, from: 80, to: 96, head: 0 }],
      // A list of the whole film has no room to say what was in it.
      dropped: form === 'edl' ? [five.id] : [],
    })
  })
})

/** A cut as somebody might have edited it. */
function edited(p: TestProject, random: () => number): EditedCut {
  const film = filmOf(p.store, 'film')
  const shots = film.shots.filter(() => random() < 0.85)
  for (let n = below(random, 4); n > 0 && shots.length > 1; n--) {
    const [moved] = shots.splice(below(random, shots.length), 1)
    shots.splice(below(random, shots.length + 1), 0, moved!)
  }
  const pieces: Piece[] = []
  let at = 0
  const add = (piece: Omit<Piece, 'start'>) => {
    pieces.push({ ...piece, start: at })
    at += piece.frames
  }
  for (const { shot, frames, name } of shots) {
    const from = random() < 0.3 ? below(random, frames) : 0
    const left = frames - from
    const length = random() < 0.4 ? 1 + below(random, left + 20) : left
    add({ name, shotId: shot.id, fileName: null, frames: length, from })
    if (random() < 0.15) add({ name: 'plate.mov', shotId: null, fileName: 'plate.mov', frames: 12, from: 0 })
    if (random() < 0.1) at += 7
  }
  return { form: 'otio', name: '', pieces, range: film.shots.map(({ shot }) => shot.id), unread: [] }
}

test('what an edit changed is the film once it is taken over, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const random = seededRandom(seed)
      const p = wildProject(random)
      const cut = edited(p, random)
      const before = compareCut(p.store, cut)
      const ids = new Set(shotIdsInOrder(p.store))
      const plan = conformPlan(p.store, before, allChanges(before))
      if (plan) p.run((draft) => conformFilm(draft, plan))
      const after = compareCut(p.store, cut)
      expect(after).toMatchObject({ order: null, places: [], durations: [] })
      expect(new Set(after.dropped)).toEqual(new Set(before.dropped))
      expect(new Set(shotIdsInOrder(p.store))).toEqual(ids)
      expect(unsound(p.store)).toEqual([])
      expect(conformPlan(p.store, after, allChanges(after))).toBeNull()
    }),
    { numRuns: 60 },
  )
})

test('what is not taken stays as it was', () => {
  const p = new TestProject()
  const scene = p.scene()
  const [one, two, three] = p.shots(scene, 3) as [Shot, Shot, Shot]
  const piece = (shotId: string, frames: number, start: number): Piece => ({
    name: '',
    shotId,
    fileName: null,
    frames,
    start,
    from: 0,
  })
  const pieces = [piece(three.id, 50, 0), piece(one.id, 60, 50)]
  const difference = compareCut(p.store, { form: 'edl', name: '', pieces, range: null, unread: [] })
  expect(difference).toMatchObject({ order: [three.id, one.id], dropped: [two.id] })
  const choice = {
    places: new Set<string>(),
    durations: new Map([[one.id, 'parts' as const]]),
    trayed: new Set([two.id]),
    added: new Set<number>(),
  }
  const plan = conformPlan(p.store, difference, choice)!
  p.run((draft) => conformFilm(draft, plan))
  expect(shotIdsInOrder(p.store)).toEqual([one.id, three.id])
  expect([one, two, three].map(({ id }) => p.store.must('shots', id).durationFrames)).toEqual([60, 96, 96])
  expect(p.store.must('scenes', p.store.must('shots', two.id).sceneId).tray).toBe(true)
})

test('whole scenes that changed places are moved as scenes, and a shot among those of another scene joins it', () => {
  const p = new TestProject()
  const [a, b, c] = [p.scene('INT. A - DAY'), p.scene('INT. B - DAY'), p.scene('INT. C - DAY')]
  const shots = [a, b, c].flatMap((scene) => p.shots(scene, 2)).map((shot) => shot.id)
  const [a1, a2, b1, b2, c1, c2] = shots as [string, string, string, string, string, string]
  const order = [b1, b2, a1, c1, a2, c2]
  const pieces = order.map((shotId, i): Piece => ({
    name: '',
    shotId,
    fileName: null,
    frames: 96,
    start: 96 * i,
    from: 0,
  }))
  const difference = compareCut(p.store, { form: 'otio', name: '', pieces, range: shots, unread: [] })
  expect(difference.places.filter(({ kind }) => kind === 'scene')).toHaveLength(1)
  p.run((draft) => conformFilm(draft, conformPlan(p.store, difference, allChanges(difference))!))
  expect(shotIdsInOrder(p.store)).toEqual(order)
  expect(p.store.must('shots', b1).sceneId).toBe(b.id)
})

test('foreign clips become shots in their order, where they came back', () => {
  const p = new TestProject()
  const [one, two] = p.shots(p.scene(), 2).map((shot) => shot.id) as [string, string]
  const names = ['first', one, 'second', 'third', two]
  const pieces = names.map((name, i): Piece => ({
    name,
    shotId: name,
    fileName: null,
    frames: 10,
    start: 10 * i,
    from: 0,
  }))
  const difference = compareCut(p.store, { form: 'otio', name: '', pieces, range: null, unread: [] })
  expect(difference.foreign.map(({ name, start }) => [name, start])).toEqual([
    ['first', 0],
    ['second', 20],
    ['third', 30],
  ])
  const choice = { ...allChanges(difference), added: new Set([0, 1, 2]) }
  p.run((draft) => conformFilm(draft, conformPlan(p.store, difference, choice)!))
  const texts = shotIdsInOrder(p.store).map((id) => p.store.must('shots', id).text)
  expect(texts).toEqual(['first', '', 'second', 'third', ''])
})

test('a shot that was cut and left in one row is whole; one that comes twice is named and keeps its length', () => {
  const p = new TestProject()
  const [one, two] = p.shots(p.scene(), 2).map((shot) => shot.id) as [string, string]
  const piece = (shotId: string, start: number, frames: number, from: number): Piece => ({
    name: '',
    shotId,
    fileName: null,
    start,
    frames,
    from,
  })
  const cut = (pieces: Piece[]): EditedCut => ({ form: 'otio', name: '', pieces, range: null, unread: [] })
  expect(compareCut(p.store, cut([piece(one, 0, 40, 0), piece(one, 40, 56, 40), piece(two, 96, 96, 0)]))).toMatchObject(
    nothing,
  )
  expect(
    compareCut(p.store, cut([piece(one, 0, 40, 0), piece(two, 40, 96, 0), piece(one, 136, 56, 40)])),
  ).toMatchObject({
    ...nothing,
    repeated: [{ shotId: one, times: 2 }],
  })
})

test('a film that one EDL is too short for comes back in all its lists, in whatever order they are given', () => {
  const p = new TestProject()
  p.shots(p.scene(), 1001)
  const lists = writeHandover(p.store, 'edl', 'film', options).files.flatMap((file) =>
    'text' in file ? [{ file: file.path, text: file.text }] : [],
  )
  expect(lists).toHaveLength(2)
  const cut = readTimelines(lists.toReversed(), { timing: timingOf(p) })
  expect(cut.pieces).toHaveLength(1001)
  expect(compareCut(p.store, cut)).toMatchObject(nothing)
  const one = lists.map(({ text }) => text).join('')
  expect(compareCut(p.store, readBack(p, one))).toMatchObject(nothing)
  expect(compareCut(p.store, readTimelines(lists.slice(0, 1), { timing: timingOf(p) })).dropped).toHaveLength(2)
  const otio = { file: 'cut.otio', text: written(p, 'otio') }
  expect(() => readTimelines([...lists, otio], { timing: timingOf(p) })).toThrow('only an EDL comes in several files')
})
