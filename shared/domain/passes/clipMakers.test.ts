import { describe, expect, test } from 'vitest'
import { TestProject } from '@shared/testing/testProject'
import { clipMaker, lengthOf } from './clipMakers'
import { createProfile } from './profileRules'

describe('the length a clip is made at (backends.md 6.5)', () => {
  const veo = { fps: 1, shortest: 4, longest: 8, step: 2 }
  const ltx = { fps: 24, shortest: 9, longest: 257, step: 8 }
  test.each([
    [veo, 2, 4],
    [veo, 4, 4],
    [veo, 4.01, 4],
    [veo, 4.1, 6],
    [veo, 7.9, 8],
    [veo, 8.5, null],
    [ltx, 1, 25 / 24],
    [ltx, 0.2, 9 / 24],
    [ltx, 25 / 24, 25 / 24],
    [ltx, 11, null],
  ])('%o for %d s: %d s', (lengths, seconds, made) => {
    expect(lengthOf(lengths, seconds)).toBe(made)
  })

  test('is on the grid and no shorter than the shot, less a frame', () => {
    for (let frames = 1; frames <= 257; frames++) {
      const made = lengthOf(ltx, frames / 24)!
      expect(made).toBeGreaterThan(frames / 24 - 1 / 47)
      expect((made * 24 - 9) % 8).toBeCloseTo(0)
    }
  })
})

test('this computer makes clips until a service is chosen, and a generator of frames makes none', () => {
  const project = new TestProject()
  expect(clipMaker(project.store)).toMatchObject({ kind: 'local', clip: null })
  project.run((draft) => createProfile(draft, { id: 'pictures', kind: 'openai-images' }))
  expect(() => clipMaker(project.store, 'pictures')).toThrow('OpenAI images makes frames, not clips. Choose another')
  expect(() => clipMaker(project.store, 'nobody')).toThrow('There is no generator called nobody.')
})
