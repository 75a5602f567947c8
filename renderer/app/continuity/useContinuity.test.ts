import { expect, test } from 'vitest'
import { continuityOf } from '@shared/domain/continuity/continuity'
import { setAssignment } from '@shared/domain/presence/setAssignment'
import { dismissNote } from '@shared/domain/continuity/dismiss'
import type { RecordStore } from '@shared/records/recordStore'
import { bistroScene } from '@shared/testing/continuityScene'
import { rebuilt } from '@shared/testing/rebuilt'
import { workOutNotes } from './useContinuity'

/** The notes, and how many records were read for them. */
function notesOf(records: RecordStore) {
  records.visits = 0
  const steps = workOutNotes(records)
  for (;;) {
    const step = steps.next()
    if (step.done) return { notes: step.value, visits: records.visits }
  }
}

test('after an edit only its shot and the one before it are looked at again, and the notes are those of the whole story', () => {
  const after = (shotCount: number) => {
    const { p, person, shots } = bistroScene(shotCount)
    const waiter = person('The Waiter')
    for (const shot of shots.slice(0, 3)) p.put(shot, waiter)
    p.put(shots[4]!, waiter, { presence: 'exits' })
    p.put(shots[5]!, waiter)
    const before = notesOf(p.store)
    expect(before.notes.map((n) => n.code)).toContain('EXITS_BUT_PRESENT')
    expect(before.notes).toEqual(continuityOf(rebuilt(p.store)))
    expect(notesOf(p.store).notes).toEqual(before.notes)
    p.run((draft) => setAssignment(draft, { shotId: shots[5]!.id, assetId: waiter.id, presence: 'enters' }))
    const { notes, visits } = notesOf(p.store)
    expect(notes).toEqual(continuityOf(rebuilt(p.store)))
    expect(notes.map((n) => n.code)).not.toContain('EXITS_BUT_PRESENT')
    return visits
  }
  const [few, many] = [after(12), after(120)]
  expect(few).toBeGreaterThan(10)
  expect(many).toBe(few)
})

test('a note put aside is gone without another look', () => {
  const { p, person, shots, one } = bistroScene()
  const waiter = person('The Waiter')
  p.put(shots[0]!, waiter, { presence: 'exits' })
  p.put(shots[1]!, waiter)
  const { notes, visits } = notesOf(p.store)
  expect(notes.map((n) => n.code)).toContain('EXITS_BUT_PRESENT')
  const { code, shotIds, assetIds } = one('EXITS_BUT_PRESENT')
  p.run((draft) =>
    dismissNote(draft, { code, shotIds: [...shotIds], assetIds: [...assetIds], reason: 'He comes back.' }),
  )
  const again = notesOf(p.store)
  expect(again.notes.map((n) => n.code)).not.toContain('EXITS_BUT_PRESENT')
  expect(again.visits).toBeLessThan(visits / 2)
})
