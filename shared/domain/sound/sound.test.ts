import { expect, test } from 'vitest'
import type { SoundClip } from '../../model/sound'
import { TestProject } from '../../testing/testProject'
import { joinShots } from '../structure/joinShots'
import { deleteScene } from '../structure/sceneRules'
import { deleteShots, duplicateShots, moveShots } from '../structure/manyShots'
import { splitShot } from '../structure/splitShot'
import { StoryClock } from '../time/storyClock'
import { fitShotToSound, framesOver, placeSound, removeClips, splitClip, updateClips } from './clipRules'
import { fadeAt, soundingClips } from './soundingClips'

function setting() {
  const p = new TestProject()
  const scene = p.scene()
  const shots = p.shots(scene, 3, { durationFrames: 48 })
  const soundId = p.sound(10)
  const place = (fields: Parameters<typeof placeSound>[1] | object) =>
    p.run((draft) => placeSound(draft, { soundId, ...fields }))
  const film = () => StoryClock.of(p.store, 'film')
  const heard = (clock = film()) => soundingClips(p.store, clock).map((s) => [s.start, s.length, s.from])
  const clip = (id: string): SoundClip => p.store.must('soundClips', id)
  return { p, scene, shots, soundId, place, film, heard, clip }
}

test('a clip of the film lies at its time, those of a scene or shot at theirs', () => {
  const { p, shots, place, heard } = setting()
  const second = p.scene()
  p.shot(second, { durationFrames: 240 })
  place({ at: 1, length: 2 })
  place({ shotId: shots[1]!.id, at: 0.5, length: 1 })
  place({ sceneId: second.id, from: 4, length: 3 })
  place({ shotId: shots[1]!.id, length: 1, muted: true })
  expect(heard()).toEqual([
    [1, 2, 0],
    [2.5, 1, 0],
    [6, 3, 4],
  ])
})

test('what belongs to a shot goes with it, what lies on the film stays', () => {
  const { p, shots, place, heard } = setting()
  place({ at: 1, length: 0.5 })
  place({ shotId: shots[2]!.id, at: 0.5, length: 1 })
  p.run((draft) => moveShots(draft, { shotIds: [shots[2]!.id], index: 0 }))
  expect(heard()).toEqual([
    [0.5, 1, 0],
    [1, 0.5, 0],
  ])
  p.run((draft) => deleteShots(draft, { shotIds: [shots[2]!.id] }))
  expect(heard()).toEqual([[1, 0.5, 0]])
})

test('on the clock of some shots their stretch of each clip is heard, in its place', () => {
  const { p, shots, place, heard } = setting()
  place({ length: 6 })
  const some = StoryClock.of(p.store, { shotIds: [shots[0]!.id, shots[2]!.id] })
  expect(heard(some)).toEqual([
    [0, 2, 0],
    [2, 2, 4],
  ])
  const two = StoryClock.of(p.store, { shotIds: [shots[1]!.id, shots[2]!.id] })
  expect(heard(two)).toEqual([[0, 4, 2]])
})

test('what begins before the film is heard from its first frame on, at the end it stops', () => {
  const { shots, place, heard } = setting()
  place({ shotId: shots[0]!.id, at: -1, length: 10 })
  expect(heard()).toEqual([[0, 6, 1]])
})

test('fades keep their place where only a part of a clip is heard', () => {
  const { p, shots, place } = setting()
  place({ length: 6, fadeIn: 4, fadeOut: 1, gainDb: -6 })
  const [whole] = soundingClips(p.store, StoryClock.of(p.store, 'film'))
  expect(whole!.gain).toBeCloseTo(0.501, 3)
  expect([0, 2, 4, 5.5, 6].map((at) => fadeAt(whole!, at))).toEqual([0, 0.5, 1, 0.5, 0])
  const [part] = soundingClips(p.store, StoryClock.of(p.store, { shotIds: [shots[1]!.id] }))
  expect([0, 1, 2].map((at) => fadeAt(part!, at))).toEqual([0.5, 0.75, 1])
})

test('a piece is never longer than its sound, and fades never meet', () => {
  const { p, soundId, place, clip } = setting()
  expect(p.refusal((draft) => placeSound(draft, { soundId, from: 4, length: 7 }))).toBe('NOT_THAT_LONG')
  expect(p.refusal((draft) => placeSound(draft, { soundId, from: 11 }))).toBe('NOT_THAT_LONG')
  expect(p.refusal((draft) => placeSound(draft, { soundId, at: -1 }))).toBe('BEFORE_FILM')
  expect(p.refusal((draft) => placeSound(draft, { soundId: 'nothing' }))).toBe('NOT_FOUND')
  const { id } = place({ length: 4, fadeIn: 2, fadeOut: 2 })
  p.run((draft) => updateClips(draft, { clipIds: [id], fadeOut: 3 }))
  expect(clip(id)).toMatchObject({ fadeIn: 1, fadeOut: 3 })
  p.run((draft) => updateClips(draft, { clipIds: [id], length: 1 }))
  expect(clip(id).fadeIn + clip(id).fadeOut).toBeLessThanOrEqual(1)
})

test('a clip that is cut sounds as before', () => {
  const { p, place, clip, heard } = setting()
  const { id } = place({ at: 1, from: 1, length: 4, fadeIn: 1, fadeOut: 1 })
  const second = p.run((draft) => splitClip(draft, { clipId: id, at: 1.5 }))
  expect(clip(id)).toMatchObject({ at: 1, from: 1, length: 1.5, fadeIn: 1, fadeOut: 0 })
  expect(clip(second.id)).toMatchObject({ at: 2.5, from: 2.5, length: 2.5, fadeIn: 0, fadeOut: 1 })
  expect(heard()).toEqual([
    [1, 1.5, 1],
    [2.5, 2.5, 2.5],
  ])
  expect(p.refusal((draft) => splitClip(draft, { clipId: id, at: 0 }))).toBe('CLIP_TOO_SHORT')
})

test('splitting and joining shots moves no sound', () => {
  const { p, shots, place, heard, clip } = setting()
  const early = place({ shotId: shots[0]!.id, at: 0.25, length: 1.5 })
  const late = place({ shotId: shots[0]!.id, at: 1.25, length: 0.5 })
  const before = heard()
  const { second } = p.run((draft) => splitShot(draft, { shotId: shots[0]!.id, at: 0.5 })) as { second: { id: string } }
  expect([clip(early.id).shotId, clip(late.id).shotId]).toEqual([shots[0]!.id, second.id])
  expect(clip(late.id).at).toBe(0.25)
  expect(heard()).toEqual(before)
  p.run((draft) => joinShots(draft, { shotIds: [shots[0]!.id, second.id] }))
  expect([clip(early.id), clip(late.id)]).toMatchObject([early, late])
})

test('a copy of a shot sounds alike, and a scene takes its sounds along when it goes', () => {
  const { p, scene, shots, place, heard } = setting()
  place({ shotId: shots[0]!.id, length: 1 })
  place({ sceneId: scene.id, at: 1, length: 1 })
  p.run((draft) => duplicateShots(draft, { shotIds: [shots[0]!.id] }))
  expect(heard().map(([start]) => start)).toEqual([0, 1, 2])
  p.run((draft) => deleteScene(draft, { sceneId: scene.id }))
  expect(p.store.count('soundClips')).toBe(0)
})

test('a shot gets as long as what sounds in it', () => {
  const { p, shots, place } = setting()
  const shotId = shots[0]!.id
  expect(p.refusal((draft) => fitShotToSound(draft, { shotId }))).toBe('NO_SOUND_IN_SHOT')
  const clip = place({ shotId, at: 1, length: 2.01 })
  expect(framesOver(p.store, clip)).toBe(24)
  p.run((draft) => fitShotToSound(draft, { shotId }))
  expect(p.store.must('shots', shotId).durationFrames).toBe(73)
  expect(framesOver(p.store, clip)).toBeLessThanOrEqual(0)
})

test('clips go, the sound stays', () => {
  const { p, place, soundId } = setting()
  const { id } = place({})
  p.run((draft) => removeClips(draft, { clipIds: [id] }))
  expect(p.store.count('soundClips')).toBe(0)
  expect(p.store.get('sounds', soundId)).toBeDefined()
})
