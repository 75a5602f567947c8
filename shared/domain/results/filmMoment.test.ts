import { expect, test } from 'vitest'
import { TestProject } from '../../testing/testProject'
import { StoryClock } from '../time/storyClock'
import { filmMoment, picturesOf } from './filmMoment'

const line = (text: string) => ({ character: 'ALICE', extension: '', parenthetical: '', text })

function setting() {
  const p = new TestProject()
  const scene = p.scene()
  const before = p.shot(scene, { durationFrames: 48, text: 'The house from afar.' })
  const shot = p.shot(scene, { durationFrames: 96 })
  const [alice, bob] = ['Alice', 'Bob'].map((name) => p.asset('character', name))
  p.put(shot, alice!)
  p.put(shot, bob!, { presence: 'enters', enterAt: 0.5, enterFrom: 'left' })
  const at = (frame: number) => filmMoment(p.store, StoryClock.of(p.store, 'film'), frame)
  const drawn = (frame: number) => at(frame)?.drawn?.subjects.map((s) => s.name)
  return { p, scene, before, shot, alice: alice!, bob: bob!, at, drawn }
}

test('the shot of a frame shows, and beside the film nothing does', () => {
  const { at, before, shot } = setting()
  expect(at(47)).toMatchObject({ shotId: before.id, inShot: 47, number: before.number })
  expect(at(48)).toMatchObject({ shotId: shot.id, inShot: 0 })
  expect([at(-1), at(144)]).toEqual([null, null])
})

test('a shot that shows nobody and nowhere is a card with its words', () => {
  const { at } = setting()
  expect(at(0)).toMatchObject({ still: null, drawn: null, card: 'The house from afar.' })
  expect(at(48)!.card).toBeNull()
})

test('without stills everybody is drawn, from the very frame of the entrance on', () => {
  const { drawn } = setting()
  expect(drawn(48 + 47)).toEqual(['Alice'])
  expect(drawn(48 + 48)).toEqual(['Alice', 'Bob'])
})

test('who comes in is drawn over a still of another generator, until the end still holds him', () => {
  const { p, shot, at, drawn } = setting()
  const start = p.take(shot, 'startFrame', 'comfy')
  expect(at(48)).toMatchObject({ still: { mediaId: start.mediaId, end: 'start' }, drawn: null })
  expect(drawn(48 + 47)).toBeUndefined()
  expect(at(48 + 48)!.still).toMatchObject({ mediaId: start.mediaId })
  expect(drawn(48 + 48)).toEqual(['Bob'])
  const end = p.take(shot, 'endFrame', 'comfy')
  expect(at(48 + 90)).toMatchObject({ still: { mediaId: end.mediaId, end: 'end' }, drawn: null })
})

test('who leaves walks off over the end still; without one the blocking is drawn, for the start still would keep him', () => {
  const { p, scene, alice, bob } = setting()
  const shot = p.shot(scene, { durationFrames: 96 })
  p.put(shot, alice)
  p.put(shot, bob, { presence: 'exits', exitAt: 0.5, exitTo: 'right' })
  const at = (frame: number) => filmMoment(p.store, StoryClock.of(p.store, { shotIds: [shot.id] }), frame)!
  p.take(shot, 'startFrame', 'comfy')
  expect(at(20)).toMatchObject({ still: { end: 'start' }, drawn: null })
  expect(at(60)).toMatchObject({ still: null, drawn: { subjects: [{ name: 'Alice' }] } })
  p.take(shot, 'endFrame', 'comfy')
  expect(at(60)).toMatchObject({ still: { end: 'end' }, drawn: null })
})

test('what the compositor made is drawn alike between its stills', () => {
  const { p, shot, at } = setting()
  p.take(shot, 'startFrame')
  p.take(shot, 'endFrame')
  expect(at(48)!.still?.end).toBe('start')
  expect(at(48 + 48)!.still?.end).toBe('end')
  const carol = p.asset('character', 'Carol')
  p.put(shot, carol, { presence: 'exits', exitAt: 0.75 })
  expect(at(48 + 60)).toMatchObject({ still: null, drawn: { subjects: [{}, {}, {}] } })
})

test('the pictures of a moment are told, so that they can be read before it is drawn', () => {
  const { p, shot, at } = setting()
  const dora = p.asset('character', 'Dora', { picture: true })
  p.put(shot, dora)
  const picture = p.store.must('looks', dora.defaultLookId).mediaId
  expect(picturesOf(at(50)!)).toEqual([picture])
  const still = p.take(shot, 'startFrame', 'comfy')
  expect(picturesOf(at(50)!)).toEqual([still.mediaId])
})

test('what is said shows while it is said: speeches share the shot by their length', () => {
  const p = new TestProject()
  p.shot(p.scene(), { durationFrames: 100, dialogue: [line('Nine char'), line('It is a line three times l.')] })
  const clock = StoryClock.of(p.store, 'film')
  const said = (frame: number) => filmMoment(p.store, clock, frame)!.subtitle?.text
  expect([said(0), said(24), said(25), said(99)]).toEqual([
    'Nine char',
    'Nine char',
    'It is a line three times l.',
    'It is a line three times l.',
  ])
})

test('a chosen clip plays in its shot as long as it is fresh, each frame from its middle', () => {
  const { p, shot, bob, at } = setting()
  const { mediaId } = p.take(shot, 'video', 'google')
  expect(at(48)!.clip).toBeNull()
  const media = p.store.must('media', mediaId)
  p.store.apply({ added: {}, updated: { media: { [mediaId]: [media, { ...media, kind: 'video' }] } }, removed: {} })
  expect(at(47)!.clip).toBeNull()
  expect(at(48)!.clip).toEqual({ mediaId, seconds: 0.5 / 24 })
  expect(at(48 + 95)!.clip).toEqual({ mediaId, seconds: 95.5 / 24 })
  expect(filmMoment(p.store, StoryClock.of(p.store, 'film'), 48, { clips: false })!.clip).toBeNull()
  p.put(shot, bob, { enterAt: 0.25 })
  expect(at(48)!.clip).toBeNull()
})
