import { expect, test } from 'vitest'
import { TestProject } from '../../testing/testProject'
import { dayTimeOf } from './dayTime'

const film = (...headings: string[]) => {
  const p = new TestProject()
  return { p, scenes: headings.map((heading) => p.scene(heading)) }
}

test('a heading that only follows has the time of day of the scene before', () => {
  const { p, scenes } = film(
    'INT. HALL - NIGHT',
    'INT. STAIRS - CONTINUOUS',
    'EXT. ALLEY - MOMENTS LATER',
    'INT. VAN',
    'EXT. ROAD - SAME TIME',
    'EXT. HILL - DAWN',
    'EXT. SEA - LATER',
    'INT. SHED - TWO DAYS LATER',
    'EXT. SHED - CONTINUOUS',
  )
  expect(scenes.map((scene) => dayTimeOf(p.store, scene.id))).toEqual([
    'NIGHT',
    'NIGHT',
    'NIGHT',
    '',
    'NIGHT',
    'DAWN',
    'DAWN',
    '',
    '',
  ])
})

test('a flashback neither gives nor takes it', () => {
  const { p, scenes } = film('INT. HALL - NIGHT', 'EXT. BEACH - DAY', 'INT. HALL - CONTINUOUS')
  p.run((draft) => draft.update('scenes', scenes[1]!.id, { outOfStoryOrder: true }))
  expect(dayTimeOf(p.store, scenes[2]!.id)).toBe('NIGHT')
})
