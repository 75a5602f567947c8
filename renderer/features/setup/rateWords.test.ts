import { expect, test } from 'vitest'
import { updateProject } from '@shared/domain/structure/projectRules'
import { propose } from '@shared/records/draft'
import { Refusal } from '@shared/records/refusal'
import { TestProject } from '@shared/testing/testProject'
import { rateWords } from './rateWords'

function words(p: TestProject, fps: string): string {
  const outcome = propose(p.store, p.newId, (draft) => updateProject(draft, { fps }))
  if (outcome instanceof Refusal) throw outcome
  return rateWords(p.store, outcome.change, '24')
}

test('a rate that is pulled down keeps the cuts and makes the film longer', () => {
  const p = new TestProject({ fps: 24 })
  p.shots(p.scene(), 3, { durationFrames: 96 })
  expect(words(p, '23.976')).toBe('was 24: every cut stays on its frame, the film runs 0.012 s longer')
})

test('another rate keeps the seconds and says how many shots are counted anew', () => {
  const p = new TestProject({ fps: 24 })
  const scene = p.scene()
  p.shots(scene, 2, { durationFrames: 96 })
  expect(words(p, '48')).toBe('was 24: 2 shots get another number of frames, the film keeps its length')
  p.shot(scene, { durationFrames: 1 })
  expect(words(p, '25')).toBe('was 24: 2 shots get another number of frames, the film runs 0.002 s shorter')
})
