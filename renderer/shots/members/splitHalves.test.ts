import { expect, test } from 'vitest'
import { proposeCommand } from '@shared/ipc/proposeCommand'
import { Refusal } from '@shared/records/refusal'
import { TestProject } from '@shared/testing/testProject'
import { splitHalves } from './splitHalves'

test('the halves of a split show who enters the first and who leaves the second', () => {
  const p = new TestProject()
  const [shot] = p.shots(p.scene(), 1) as [ReturnType<TestProject['shots']>[number]]
  const waiter = p.asset('character', 'Waiter')
  const bob = p.asset('character', 'Bob')
  p.put(shot, bob, { presence: 'throughout' })
  p.put(shot, waiter, { presence: 'passes_through', enterAt: 0.2, exitAt: 0.6 })
  let next = 0
  const outcome = proposeCommand(p.store, () => `new-${next++}`, 'shot.split', { shotId: shot.id, at: 0.4 })
  if (outcome instanceof Refusal) throw outcome
  const halves = splitHalves(p.store, shot.id, outcome.change)!
  const frames = p.store.must('shots', shot.id).durationFrames
  expect(halves[0].frames + halves[1].frames).toBe(frames)
  expect(halves.map((h) => h.members.map((m) => [m.asset.name, m.assignment.presence]))).toEqual([
    [
      ['Bob', 'throughout'],
      ['Waiter', 'enters'],
    ],
    [
      ['Bob', 'throughout'],
      ['Waiter', 'exits'],
    ],
  ])
  expect(splitHalves(p.store, shot.id, { added: {}, updated: {}, removed: {} })).toBeNull()
})
