import { expect, test } from 'vitest'
import { compareCut } from '@shared/handover/conform/compareCut'
import { TestProject } from '@shared/testing/testProject'
import {
  changesIn,
  changeWords,
  choiceOf,
  lengthKey,
  nothingChosen,
  placeWords,
  sameShots,
  toggled,
} from './conformRows'

test('rows say what changed, and what is left out of a choice is not counted', () => {
  const p = new TestProject()
  const [one, two, three] = p.shots(p.scene(), 3).map((shot) => shot.id) as [string, string, string]
  const piece = (shotId: string, start: number, frames: number, from = 0) => ({
    name: '',
    shotId,
    fileName: null,
    start,
    frames,
    from,
  })
  const pieces = [piece(two, 0, 80), piece(three, 80, 60, 20), piece(one, 140, 96)]
  const difference = compareCut(p.store, { form: 'otio', name: '', pieces, range: null, unread: [] })
  expect(difference.durations.map(changeWords)).toEqual([
    'shorter by 16 frames, at the tail',
    'shorter, head and tail cut',
  ])
  expect(placeWords(p.store, difference, difference.places[0]!)).toEqual({
    name: 'Shot 1',
    was: 'at the beginning',
    now: 'after 3',
  })
  expect(sameShots(difference)).toBe(0)
  const all = choiceOf(difference, nothingChosen)
  expect(changesIn(all)).toBe(3)
  const less = choiceOf(difference, {
    ...nothingChosen,
    left: toggled(new Set<string>(), lengthKey(difference.durations[0]!)),
  })
  expect([changesIn(less), [...less.durations.keys()]]).toEqual([2, [three]])
})
