// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { TestProject } from '@shared/testing/testProject'
import { useProject } from '../../app/projectStore'
import { draftOfSceneMove } from './sceneMoves'

const p = new TestProject()
const [one, two, three] = ['INT. ROOM - DAY', 'EXT. GARDEN - DAY', 'INT. HALL - DAY'].map((h) => p.scene(h))
beforeEach(() => useProject.setState({ records: p.store }))

test('a scene goes before the one it is dropped at, or to the end of the film', () => {
  expect(draftOfSceneMove(three!.id, 0)).toMatchObject({
    input: { sceneId: three!.id, index: 0 },
    sentence: `Move scene ${three!.number} before scene ${one!.number}; numbers stay`,
    idle: false,
  })
  expect(draftOfSceneMove(one!.id, 2)).toMatchObject({ input: { index: 1 } })
  expect(draftOfSceneMove(one!.id, 3)).toMatchObject({
    input: { index: 2 },
    sentence: `Move scene ${one!.number} after scene ${three!.number}; numbers stay`,
  })
})

test('on either side of itself it stays', () => {
  for (const index of [1, 2])
    expect(draftOfSceneMove(two!.id, index)).toMatchObject({
      sentence: `Scene ${two!.number} stays where it is`,
      idle: true,
    })
})
