import { expect, test } from 'vitest'
import { addMark } from '@shared/domain/marks/markRules'
import { TestProject } from '@shared/testing/testProject'
import { markSkin, neighbourFrame } from './neighbourFrame'

test('under the pen lies the still that the eye comes from, in its scene', () => {
  const p = new TestProject()
  const [one, two] = p.shots(p.scene(), 2)
  const next = p.shot(p.scene())
  expect(neighbourFrame(p.store, one!.id, 'end')).toEqual({ shotId: one!.id, frame: 'start' })
  expect(neighbourFrame(p.store, two!.id, 'start')).toEqual({ shotId: one!.id, frame: 'end' })
  expect(neighbourFrame(p.store, one!.id, 'start')).toEqual({ shotId: one!.id, frame: 'end' })
  expect(neighbourFrame(p.store, next.id, 'start')).toEqual({ shotId: next.id, frame: 'end' })
})

test('with its marks, and its picture where it has one', () => {
  const p = new TestProject()
  const shot = p.shot(p.scene())
  const start = { shotId: shot.id, frame: 'start' } as const
  expect(markSkin(p.store, start)).toEqual({ marks: [], picture: null })
  const take = p.take(shot, 'startFrame')
  p.run((draft) =>
    addMark(draft, {
      ...start,
      kind: 'box',
      points: [
        [0, 0],
        [1, 1],
      ],
    }),
  )
  expect(markSkin(p.store, start)).toMatchObject({ marks: [{ kind: 'box' }], picture: take.mediaId })
})
