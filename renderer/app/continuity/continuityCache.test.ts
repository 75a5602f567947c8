import { expect, test } from 'vitest'
import { continuityOf, notesOf } from '@shared/domain/continuity/continuity'
import { setAssignment } from '@shared/domain/presence/setAssignment'
import { dismissNote } from '@shared/domain/continuity/dismiss'
import { bistroScene } from '@shared/testing/continuityScene'
import { FindingsByShot } from './continuityCache'

function bringUpToDate(found: FindingsByShot): number {
  const steps = found.bringUpToDate()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

test('after an edit only its shot and the one before it are looked at again, and the notes are those of the whole story', () => {
  const { p, person, shots } = bistroScene(12)
  const waiter = person('The Waiter')
  p.put(shots[4]!, waiter, { presence: 'exits' })
  p.put(shots[5]!, waiter)
  const found = new FindingsByShot(p.store)
  expect(bringUpToDate(found)).toBe(12)
  expect(notesOf(p.store, found.all())).toEqual(continuityOf(p.store))
  expect(bringUpToDate(found)).toBe(0)
  p.run((draft) => setAssignment(draft, { shotId: shots[5]!.id, assetId: waiter.id, presence: 'enters' }))
  expect(bringUpToDate(found)).toBe(2)
  expect(notesOf(p.store, found.all())).toEqual([])
})

test('a note put aside is gone without another look', () => {
  const { p, person, shots, one } = bistroScene()
  const waiter = person('The Waiter')
  p.put(shots[0]!, waiter, { presence: 'exits' })
  p.put(shots[1]!, waiter)
  const found = new FindingsByShot(p.store)
  bringUpToDate(found)
  const { code, shotIds, assetIds } = one('EXITS_BUT_PRESENT')
  p.run((draft) =>
    dismissNote(draft, { code, shotIds: [...shotIds], assetIds: [...assetIds], reason: 'He comes back.' }),
  )
  expect(bringUpToDate(found)).toBe(0)
  expect(notesOf(p.store, found.all())).toEqual([])
})
