import { expect, test } from 'vitest'
import { freshnessOf } from '../results/freshness'
import { inputsOf } from '../results/resultInputs'
import { passPrompts } from '../results/passPrompt'
import { manifestOf } from '../manifest/manifest'
import { updateProject } from '../structure/projectRules'
import { TestProject } from '../../testing/testProject'
import { passSplit, planOf } from './passPlan'
import { profileOf } from './profiles'

function film(people: number, generator: 'local' | 'open' | 'strong') {
  const p = new TestProject()
  const shot = p.shot(p.scene())
  p.run((draft) => updateProject(draft, { stage10GeneratorId: generator }))
  for (let i = 0; i < people; i++) p.put(shot, p.asset('character', `Person ${i + 1}`, { picture: true }))
  const style = p.picture()
  const setStyle = () => p.run((draft) => updateProject(draft, { stylePictureId: style }))
  const plan = () => planOf(p.store, shot.id, 'start', profileOf(generator)!)
  return { p, shot, style, setStyle, plan }
}

test('the style picture goes last with a still, numbered, and takes one of its images', () => {
  const { p, shot, style, setStyle, plan } = film(2, 'strong')
  expect(plan().passes).toHaveLength(1)
  setStyle()
  const { passes } = plan()
  expect(passes).toHaveLength(1)
  expect(passes[0]!.references.at(-1)).toMatchObject({ index: 3, role: 'style', pictureId: style, assetId: null })
  const { text, style: listed } = manifestOf(p.store, shot.id, 'start', passSplit(plan()))
  expect(listed).toEqual({ index: 3, mediaId: style })
  expect(text.split('\n').at(-1)).toMatch(/^Image #3: style — take how it is drawn/)
  expect(passPrompts(p.store, shot.id, 'start', plan(), profileOf('strong')!)[0]).toContain('Image #3: style — ')
})

test('with more people than images it goes with each pass that has room, numbered anew', () => {
  const { p, shot, setStyle, plan } = film(4, 'open')
  const before = plan().passes.length
  setStyle()
  const { passes, refusal } = plan()
  expect(refusal).toBeNull()
  expect(passes.length).toBeGreaterThanOrEqual(before)
  const sent = passes.map(({ references }) => references.filter((r) => r.index !== null))
  for (const pass of sent) {
    expect(pass.map((r) => r.index)).toEqual(pass.map((_, i) => i + 1))
    expect(pass.length).toBeLessThanOrEqual(3)
    expect(pass.at(-1)!.role).toBe('style')
  }
  for (const [i, prompt] of passPrompts(p.store, shot.id, 'start', plan(), profileOf('open')!).entries())
    expect(prompt).toContain(`Image #${sent[i]!.length}: style`)
})

test('another one stales the stills it could go with and the clip between them, with that cause, and none of this computer', () => {
  for (const generator of ['strong', 'local'] as const) {
    const { p, shot, setStyle } = film(1, generator)
    for (const still of ['startFrame', 'endFrame'] as const) p.take(shot, still, generator)
    p.take(shot, 'video')
    expect(freshnessOf(p.store, shot.id, 'startFrame').status).toBe('fresh')
    setStyle()
    for (const result of ['startFrame', 'video'] as const) {
      const now = freshnessOf(p.store, shot.id, result)
      if (generator === 'local') expect(now.status).toBe('fresh')
      else expect(now).toMatchObject({ status: 'stale', causes: ['The style picture of the project changed.'] })
    }
    expect(inputsOf(p.store, shot.id, 'startFrame', generator)).toBeDefined()
  }
})
