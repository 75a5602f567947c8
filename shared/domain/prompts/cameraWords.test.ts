import { describe, expect, test } from 'vitest'
import { TestProject } from '../../testing/testProject'
import type { CameraMoveKind } from '../../model/cameraMove'
import { setCameraMove, usualMoves, wholeFraming } from '../camera/cameraMoves'
import { freshnessOf } from '../results/freshness'
import { updateShot } from '../structure/shotRules'
import { writtenPrompt } from '../results/resultInputs'
import { makeAllResults } from '../../testing/makeAllResults'
import { cameraWords } from './cameraWords'

const usual = (kind: CameraMoveKind, words = '') => cameraWords({ kind, ...usualMoves[kind] }, words)

test.each([
  ['push', 'pushes in on the middle of the picture'],
  ['pull', 'pulls back until all of the picture shows'],
  ['pan', 'pans right'],
  ['tilt', 'tilts up'],
  ['track', 'tracks right'],
] as const)('the usual %s %s', (kind, words) => {
  expect(usual(kind)).toBe(words)
})

test('where it goes is told from the framings', () => {
  const corner = { x: 0, y: 0, width: 0.4 }
  expect(cameraWords({ kind: 'push', first: wholeFraming, last: corner }, '')).toBe(
    'pushes in on the upper left of the picture',
  )
  expect(cameraWords({ kind: 'pull', first: corner, last: { ...corner, width: 0.9 } }, '')).toBe(
    'pulls back from the upper left of the picture',
  )
  const down = { x: 0.3, y: 0.5, width: 0.3 }
  expect(cameraWords({ kind: 'track', first: corner, last: down }, '')).toBe('tracks right and down while it closes in')
})

test('what somebody told is not told again', () => {
  expect(usual('pan', 'slow pan')).toBe('')
  expect(usual('push', 'Dolly in')).toBe('')
  expect(usual('push', 'handheld')).toBe('pushes in on the middle of the picture')
  expect(cameraWords({ kind: 'push', first: wholeFraming, last: { x: 0.6, y: 0.6, width: 0.4 } }, 'push in')).toBe(
    'comes to rest on the lower right of the picture',
  )
})

describe('the motion prompt', () => {
  function setting() {
    const p = new TestProject()
    const shot = p.shot(p.scene(), { text: 'Alice waits.' })
    const room = p.asset('location', 'Living Room', { picture: true })
    p.put(shot, room)
    const set = (kind: CameraMoveKind | null) => p.run((draft) => setCameraMove(draft, { shotIds: [shot.id], kind }))
    const line = () =>
      writtenPrompt(p.store, shot.id, 'video')
        .split('\n')
        .filter((words) => words.includes('camera') || words.startsWith('It '))
    return { p, shot, set, line }
  }

  test('tells how the camera moves, behind the words of the movement', () => {
    const { p, shot, set, line } = setting()
    expect(line()).toEqual(['The camera holds still.'])
    set('push')
    expect(line()).toEqual(['The camera pushes in on the middle of the picture.'])
    p.run((draft) => updateShot(draft, { shotId: shot.id, movement: 'Handheld' }))
    expect(line()).toEqual(['The camera: handheld. It pushes in on the middle of the picture.'])
    p.run((draft) => updateShot(draft, { shotId: shot.id, movement: '', size: 'wide', endSize: 'close' }))
    expect(line()).toEqual(['The camera pushes in on the middle of the picture, ending in a close-up.'])
    p.run((draft) => updateShot(draft, { shotId: shot.id, endSize: null, text: 'The camera finds Alice.' }))
    expect(line()).toEqual(['The camera finds Alice.', 'The camera pushes in on the middle of the picture.'])
  })

  test('a move stales the motion prompt and the clip, and no still', () => {
    const { p, shot, set } = setting()
    makeAllResults(p)
    set('tilt')
    const status = (result: Parameters<typeof freshnessOf>[2]) => freshnessOf(p.store, shot.id, result)
    expect(status('videoPrompt')).toMatchObject({ status: 'stale', causes: ['The camera now tilts up (was still).'] })
    expect(status('video').status).toBe('stale')
    expect(['startPrompt', 'endPrompt', 'startFrame', 'endFrame'].map((r) => status(r as 'startFrame').status)).toEqual(
      Array.from({ length: 4 }, () => 'fresh'),
    )
    set(null)
    expect(status('video').status).toBe('fresh')
  })
})
