import { expect, test } from 'vitest'
import { TestProject } from '../../testing/testProject'
import { manifestOf } from '../manifest/manifest'
import { addMark, removeMarks } from '../marks/markRules'
import { freshnessOf } from '../results/freshness'
import { inputsOf } from '../results/resultInputs'
import { passPrompts } from '../results/passPrompt'
import { sendPreview } from '../results/sendPreview'
import { updateProject } from '../structure/projectRules'
import { capsFor, capacityOf, passSplit, planOf } from './passPlan'
import { passInputs } from './passInputs'
import { createProfile, updateProfile } from './profileRules'
import { stageProfile } from './stageProfile'
import { describeFrame } from '../blocking/describeFrame'

function film(people: number, takesMarks: boolean, caps: { maxImages?: number; maxObjects?: number } = {}) {
  const p = new TestProject()
  const shot = p.shot(p.scene())
  p.run((draft) => {
    createProfile(draft, { id: 'service', kind: 'openai-images', model: 'm', takesMarks, ...caps })
    updateProject(draft, { stage10GeneratorId: 'service' })
  })
  for (let i = 0; i < people; i++) p.put(shot, p.asset('character', `Person ${i + 1}`, { picture: true }))
  const mark = () =>
    p.run((draft) =>
      addMark(draft, {
        shotId: shot.id,
        frame: 'start',
        kind: 'arrow',
        points: [
          [0.1, 0.1],
          [0.5, 0.5],
        ],
      }),
    )
  const plan = () => planOf(p.store, shot.id, 'start', stageProfile(p.store, 10))
  return { p, shot, mark, plan }
}

test('marks go behind the references, numbered, before the style picture, with words of their own', () => {
  const { p, shot, mark, plan } = film(2, true)
  const before = plan()
  const drawn = mark()
  const style = p.picture()
  p.run((draft) => updateProject(draft, { stylePictureId: style }))
  const { references } = plan().passes[0]!
  expect(references.map(({ index, role }) => [index, role])).toEqual([
    [1, 'identity'],
    [2, 'identity'],
    [3, 'marks'],
    [4, 'style'],
  ])
  expect(references[2]!.marks).toEqual([expect.objectContaining({ kind: 'arrow', points: drawn.points })])
  expect(before.passes[0]!.references.some(({ role }) => role === 'marks')).toBe(false)
  const { text, marksIndex } = manifestOf(p.store, shot.id, 'start', passSplit(plan()))
  expect(marksIndex).toBe(3)
  expect(text.split('\n').at(-2)).toMatch(/^Image #3: marks — /)
  expect(passPrompts(p.store, shot.id, 'start', plan(), stageProfile(p.store, 10))[0]).toContain('Image #3: marks — ')
  const [still] = sendPreview(
    p.store,
    { scope: 'chosen', shotIds: [shot.id], frames: ['start'] },
    stageProfile(p.store, 10),
  ).stills
  expect(still!.passes[0]!.references[2]).toMatchObject({ role: 'marks', index: 3, marks: [{ kind: 'arrow' }] })
})

test('they take an image in the plan, and go only where a subject has room beside them', () => {
  const { p, shot, mark, plan } = film(4, true, { maxImages: 3 })
  const passes = plan().passes.length
  mark()
  const now = plan()
  expect(now.refusal).toBeNull()
  expect(now.passes.length).toBeGreaterThanOrEqual(passes)
  for (const { references } of now.passes) {
    const sent = references.filter(({ index }) => index !== null)
    expect(sent.length).toBeLessThanOrEqual(3)
    expect(sent.map(({ index }) => index)).toEqual(sent.map((_, i) => i + 1))
  }
  p.run((draft) => updateProfile(draft, { profileId: 'service', maxImages: 1 }))
  expect(plan().passes[0]!.references.some(({ role }) => role === 'marks')).toBe(false)
  const caps = capsFor(p.store, { shotId: shot.id, frame: 'start' }, stageProfile(p.store, 10))
  expect(capacityOf(0, undefined, caps).images).toBe(1)
})

test('drawing, changing and erasing stales what was made with them, with that cause, and passes alike', () => {
  const { p, shot, mark, plan } = film(1, true)
  p.take(shot, 'startFrame', 'service')
  const status = () => freshnessOf(p.store, shot.id, 'startFrame')
  const inputs = () =>
    passInputs(describeFrame(p.store, shot.id, 'start'), plan().passes[0]!, null, stageProfile(p.store, 10))
  const before = inputs()
  expect(status().status).toBe('fresh')
  const drawn = mark()
  expect(status()).toMatchObject({ status: 'stale', causes: ['The marks over the still changed.'] })
  expect(inputs()).not.toEqual(before)
  p.run((draft) => removeMarks(draft, { markIds: [drawn.id] }))
  expect(status().status).toBe('fresh')
  expect(inputs()).toEqual(before)
})

test('a generator that takes none is sent none, and its stills stay fresh; a profile that begins to take them stales nothing', () => {
  const { p, shot, mark, plan } = film(1, false)
  mark()
  p.take(shot, 'startFrame', 'service')
  mark()
  expect(freshnessOf(p.store, shot.id, 'startFrame').status).toBe('fresh')
  expect(plan().passes[0]!.references.some(({ role }) => role === 'marks')).toBe(false)
  expect(Object.keys(inputsOf(p.store, shot.id, 'startFrame'))).not.toContain('frame/marks')
  p.run((draft) => updateProfile(draft, { profileId: 'service', takesMarks: true }))
  expect(p.store.must('profiles', 'service').revision).toBe(2)
  expect(freshnessOf(p.store, shot.id, 'startFrame').status).toBe('fresh')
})
