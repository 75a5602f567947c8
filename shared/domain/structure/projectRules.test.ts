import { describe, expect, test } from 'vitest'
import { TestProject } from '../../testing/testProject'
import { projectOf } from '../lookup'
import { inputsOf } from '../results/resultInputs'
import { parseFrameRate, wholeRate } from '../time/frameRates'
import { newProject, updateProject } from './projectRules'

const ntsc = (rate: string) => parseFrameRate(rate)!.fps

describe('project settings', () => {
  test('start with 24 frames a second, 16:9 and the local generators', () => {
    expect(newProject({ title: 'T' })).toMatchObject({
      fps: wholeRate(24),
      dropFrame: false,
      aspectWidth: 16,
      aspectHeight: 9,
      stage9GeneratorId: 'writer',
      stage10GeneratorId: 'local',
      stage12GeneratorId: null,
    })
  })

  test('keep an NTSC rate exactly', () => {
    for (const fps of [23.976, '23.976', '24000/1001', { num: 24_000, den: 1001 }])
      expect(newProject({ title: 'T', fps }).fps).toEqual({ num: 24_000, den: 1001 })
  })

  test('with another frame rate keep every shot’s seconds, in whole frames within the limit', () => {
    const p = new TestProject({ fps: 24 })
    const scene = p.scene()
    const [long, short, longest] = [
      p.shot(scene, { durationFrames: 100 }),
      p.shot(scene, { durationFrames: 1 }),
      p.shot(scene, { durationFrames: 10_000_000 }),
    ]
    const frames = () => [long, short, longest].map((s) => p.store.must('shots', s.id).durationFrames)
    p.run((draft) => updateProject(draft, { fps: 240 }))
    expect(frames()).toEqual([1000, 10, 10_000_000])
    p.run((draft) => updateProject(draft, { fps: 1 }))
    expect(frames().slice(0, 2)).toEqual([4, 1])
  })

  test('a rate there and back leaves a shot within a frame of the coarser one', () => {
    const p = new TestProject({ fps: 120 })
    const shot = p.shot(p.scene(), { durationFrames: 367 })
    const frames = () => p.store.must('shots', shot.id).durationFrames
    p.run((draft) => updateProject(draft, { fps: 25 }))
    expect(frames()).toBe(76)
    p.run((draft) => updateProject(draft, { fps: 120 }))
    expect(frames()).toBe(365)
  })

  test('a rate that is only pulled down keeps almost every length', () => {
    const p = new TestProject({ fps: 24 })
    const shot = p.shot(p.scene(), { durationFrames: 74 })
    p.run((draft) => updateProject(draft, { fps: '23.976' }))
    expect(p.store.must('shots', shot.id).durationFrames).toBe(74)
    expect(inputsOf(p.store, shot.id, 'videoPrompt')['shot/duration']).toBe(3.086417)
  })

  test('the same rate in other words changes nothing', () => {
    const p = new TestProject({ fps: '23.976' })
    p.shot(p.scene(), { durationFrames: 74 })
    p.run((draft) => updateProject(draft, { fps: '24000/1001' }))
    expect(p.change).toEqual({ added: {}, updated: {}, removed: {} })
  })

  test('drop frame is told with the rate or apart, and ends with it', () => {
    const p = new TestProject({ fps: 29.97 })
    const timing = () => {
      const { fps, dropFrame } = projectOf(p.store)
      return [fps, dropFrame]
    }
    expect(timing()).toEqual([ntsc('29.97'), false])
    p.run((draft) => updateProject(draft, { dropFrame: true }))
    expect(timing()).toEqual([ntsc('29.97'), true])
    p.run((draft) => updateProject(draft, { fps: 29.97, title: 'Other' }))
    expect(timing()).toEqual([ntsc('29.97'), true])
    p.run((draft) => updateProject(draft, { fps: '29.97 non-drop' }))
    expect(timing()).toEqual([ntsc('29.97'), false])
    p.run((draft) => updateProject(draft, { fps: '59.94 drop frame' }))
    expect(timing()).toEqual([ntsc('59.94'), true])
    p.run((draft) => updateProject(draft, { fps: 24 }))
    expect(timing()).toEqual([wholeRate(24), false])
  })

  test('drop frame is refused where there is none, and what is no rate as well', () => {
    const p = new TestProject({ fps: 24 })
    expect(() => p.run((draft) => updateProject(draft, { dropFrame: true }))).toThrow(
      'dropFrame: expected false: 24 fps has no drop-frame timecode',
    )
    expect(() => p.run((draft) => updateProject(draft, { fps: 23.976, dropFrame: true }))).toThrow(/23.976 fps has no/)
    expect(() => p.run((draft) => updateProject(draft, { fps: 24.5 }))).toThrow(/^fps: expected a whole number/)
  })

  test('a generator that is not there is refused', () => {
    const p = new TestProject()
    const update = (fields: Parameters<typeof updateProject>[1]) => p.refusal((draft) => updateProject(draft, fields))
    expect([update({ stage10GeneratorId: 'nope' }), update({ stage12GeneratorId: 'nope' })]).toEqual([
      'GENERATOR_UNKNOWN',
      'GENERATOR_UNKNOWN',
    ])
    expect([update({ stage10GeneratorId: 'open' }), update({ stage12GeneratorId: null })]).toEqual([null, null])
  })
})
