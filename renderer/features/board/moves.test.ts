// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest'
import { TestProject } from '@shared/testing/testProject'
import { useProject } from '../../app/projectStore'
import { amongOthers, draftOfMove, scenePlace, shotsWords, stepPlace } from './moves'

const scenes = [
  { sceneId: 'room', shotIds: ['1', '2', '3', '4'] },
  { sceneId: 'void', shotIds: [] },
  { sceneId: 'garden', shotIds: ['5', '6'] },
]
const step = (by: number, ...ids: string[]) => stepPlace(scenes, new Set(ids), by)

describe('by keys', () => {
  test.each([
    [['2'], 1, 'room', 2],
    [['2'], -1, 'room', 0],
    [['2', '3'], 1, 'room', 2],
    [['1', '3'], 1, 'room', 2],
    [['2', '4'], -1, 'room', 0],
    [['1'], 4, 'room', 3],
    [['4'], 1, 'void', 0],
    [['5'], -1, 'void', 0],
    [['6'], -4, 'garden', 0],
  ])('shots %s go %i', (ids, by, sceneId, index) => {
    expect(step(by, ...ids)).toEqual({ sceneId, index })
  })
  test('the film has two ends', () => {
    expect([step(1, '6'), step(-1, '1'), step(1, 'gone')]).toEqual([null, null, null])
  })
  test('a whole scene further', () => {
    expect(scenePlace(scenes, new Set(['1']), 1)).toEqual({ sceneId: 'void', index: 0 })
    expect(scenePlace([scenes[0]!, scenes[2]!], new Set(['5']), -1)).toEqual({ sceneId: 'room', index: 4 })
    expect(scenePlace(scenes, new Set(['5']), 1)).toBeNull()
  })
})

test('a place on the board is counted among the shots that stay', () => {
  expect(amongOthers(['1', '2', '3', '4'], 3, new Set(['1', '3']))).toBe(1)
})

describe('what a move would do', () => {
  const p = new TestProject()
  const room = p.scene('INT. ROOM - DAY')
  const garden = p.scene('EXT. GARDEN - DAY')
  const shots = p.shots(room, 3)
  const outside = p.shots(garden, 2)
  const bob = p.asset('character', 'Bob')
  p.put(shots[0]!, bob)
  const ids = (...at: number[]) => at.map((i) => shots[i]!.id)
  const number = (at: number) => shots[at]!.number
  beforeEach(() => useProject.setState({ records: p.store }))

  test('is said with the neighbours it comes between', () => {
    const draft = draftOfMove(ids(0), { sceneId: room.id, index: 1 })
    expect(draft).toMatchObject({
      command: 'shot.move',
      sentence: `Move shot ${number(0)} between ${number(1)} and ${number(2)}; numbers stay`,
      idle: false,
    })
  })
  test('names the scene, and who comes along into it', () => {
    const { sentence } = draftOfMove(ids(0, 1), { sceneId: garden.id, index: 0 })
    expect(sentence).toBe(
      `Move shots ${number(0)} and ${number(1)} into scene ${garden.number}, before ${outside[0]!.number}; numbers stay; Bob comes along`,
    )
  })
  test('is nothing where the order stays, but a copy is something', () => {
    expect(draftOfMove(ids(1), { sceneId: room.id, index: 1 })).toMatchObject({
      sentence: `Shot ${number(1)} stays where it is`,
      idle: true,
    })
    expect(draftOfMove(ids(1), { sceneId: room.id, index: 1 }, true)).toMatchObject({
      command: 'shot.paste',
      sentence: `Copy shot ${number(1)} between ${number(0)} and ${number(1)}`,
      idle: false,
    })
  })
  test('is refused with the reason', () => {
    expect(draftOfMove(['gone'], { sceneId: room.id, index: 0 })).toMatchObject({ idle: true, refused: true })
  })
  test('many shots are counted', () => {
    expect(shotsWords(p.store, ids(0, 1, 2))).toBe(`shots ${number(0)}, ${number(1)} and ${number(2)}`)
    expect(
      shotsWords(
        p.store,
        Array.from({ length: 6 }, () => shots[0]!.id),
      ),
    ).toBe('6 shots')
  })
})
