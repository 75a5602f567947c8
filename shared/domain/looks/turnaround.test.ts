import { expect, test } from 'vitest'
import { updateLook } from '../assets/assetRules'
import { takePictures } from '../assets/takePictures'
import { manifestOf } from '../manifest/manifest'
import { TestProject } from '../../testing/testProject'
import { picturesOf } from './turnaround'

function pictured() {
  const p = new TestProject()
  const shot = p.shot(p.scene())
  const alice = p.asset('character', 'Alice', { picture: true })
  p.put(shot, alice)
  const look = () => p.store.must('looks', alice.defaultLookId)
  const front = look().mediaId!
  return { p, shot, alice, look, front }
}

test('a further picture of a look changes nothing that is sent', () => {
  const { p, shot, look, front } = pictured()
  const before = manifestOf(p.store, shot.id, 'start').text
  const side = p.picture()
  p.run((draft) => takePictures(draft, { pictures: [{ mediaId: side, lookId: look().id, view: 'side' }] }))
  expect(look()).toMatchObject({ mediaId: front, sideId: side, view: 'front' })
  expect(manifestOf(p.store, shot.id, 'start').text).toBe(before)
})

test('another picture that is chosen is sent, says what it shows, and the front waits in its place', () => {
  const { p, shot, look, front } = pictured()
  const side = p.picture()
  p.run((draft) => updateLook(draft, { lookId: look().id, pictures: { side }, view: 'side' }))
  expect(look()).toMatchObject({ mediaId: side, sideId: null, frontId: front, view: 'side', checkDescription: false })
  const { entries, text } = manifestOf(p.store, shot.id, 'start')
  expect(entries[0]!.mediaId).toBe(side)
  expect(text).toContain('Image #1: Alice (character, seen from the side)')
  p.run((draft) => updateLook(draft, { lookId: look().id, view: 'front' }))
  expect(look()).toMatchObject({ mediaId: front, frontId: null, sideId: side })
  expect(picturesOf(look())).toHaveLength(2)
})

test('a picture for the view that is sent replaces the reference', () => {
  const { p, look } = pictured()
  const next = p.picture()
  p.run((draft) => updateLook(draft, { lookId: look().id, pictures: { front: next } }))
  expect(look()).toMatchObject({ mediaId: next, frontId: null })
})

test('a view without a picture is not sent', () => {
  const { p, look } = pictured()
  expect(p.refusal((draft) => updateLook(draft, { lookId: look().id, view: 'back' }))).toBe('NO_PICTURE_IN_VIEW')
})
