import { beforeEach, expect, test } from 'vitest'
import { shotsInOrder } from '@shared/domain/lookup'
import { shotFreshness, shotStatuses } from '@shared/domain/results/freshness'
import { resultKinds } from '@shared/model/result'
import { Refusal } from '@shared/records/refusal'
import { makeAllResults } from '@shared/testing/makeAllResults'
import { recordDump } from '@shared/testing/recordDump'
import { rebuilt } from '@shared/testing/rebuilt'
import { exampleProject, type ExampleProject } from '@shared/testing/exampleProject'
import { preview, rehearse, staleWords, type Preview } from './preview'
import { useProject } from './projectStore'

let p: ExampleProject
beforeEach(() => {
  p = exampleProject()
  makeAllResults(p)
  useProject.setState((s) => ({ records: p.store, epoch: s.epoch + 1, revision: 0 }))
})

const asked = (outcome: Preview | Refusal): Preview => {
  if (outcome instanceof Refusal) throw outcome
  return outcome
}
const statuses = () => shotsInOrder(p.store).map((s) => shotStatuses(p.store, s.id))
const staleNow = () => {
  const memoryless = rebuilt(p.store)
  return shotsInOrder(p.store).flatMap((s) =>
    resultKinds.flatMap((r) => (shotFreshness(memoryless, s.id)[r].status === 'stale' ? [`${s.id} ${r}`] : [])),
  )
}

test.each([
  ['shot.update', () => ({ shotId: p.roomShots[2]!.id, size: 'close' })],
  ['asset.merge', () => ({ intoId: p.letter.id, fromIds: [p.alice.id], as: 'alias' })],
  ['asset.update', () => ({ assetId: p.bob.id, name: 'Rob' })],
  ['shot.move', () => ({ shotIds: [p.gardenShots[1]!.id], index: 0 })],
  ['project.update', () => ({ styleText: 'ink' })],
] as const)('%s turns stale what its preview says, whether or not anything was known before', (name, input) => {
  const told = asked(preview(name, input() as never))
  expect(told.complete).toBe(true)
  const before = staleNow()
  p.store.apply(told.change)
  const turned = staleNow().filter((one) => !before.includes(one))
  expect(told.staleResults).toBe(turned.length)
  expect(told.staleResults).toBeGreaterThan(0)
  expect([...told.staleShots]).toEqual([...new Set(turned.map((one) => one.split(' ')[0]))])
})

test('a preview changes nothing, and nothing that is remembered', () => {
  const [records, known] = [recordDump(p.store), statuses()]
  const input = { shotIds: [p.roomShots[0]!.id], index: 2 }
  asked(preview('shot.move', input))
  expect(recordDump(p.store)).toEqual(records)
  statuses().forEach((now, i) => expect(now).toBe(known[i]))
})

test('asked the same again it answers the same, until the project changes', () => {
  const sceneAssetInstanceId = p.instanceId(p.room, p.bob)
  const ask = (at: number) =>
    preview('assignment.moveEdge', {
      sceneAssetInstanceId,
      fromShotId: p.roomShots[0]!.id,
      edge: 'enter',
      toShotId: p.roomShots[0]!.id,
      at,
    })
  const first = ask(0.5)
  p.store.visits = 0
  expect(ask(0.5)).toBe(first)
  expect(p.store.visits).toBe(0)
  const other = ask(0.6)
  expect(other).not.toBe(first)
  p.run((draft) => draft.update('shots', p.roomShots[0]!.id, { lens: '24 mm' }))
  expect(ask(0.6)).not.toBe(other)
  const refused = preview('shot.move', { shotIds: ['gone'], index: 0 })
  expect(refused).toBeInstanceOf(Refusal)
  expect(preview('shot.move', { shotIds: ['gone'], index: 0 })).toBe(refused)
})

test('a rehearsal tells what would come of it without asking what turns stale', () => {
  const outcome = rehearse('shot.split', { shotId: p.roomShots[0]!.id })
  expect(outcome).toMatchObject({ change: { added: { shots: expect.anything() } } })
  expect(rehearse('shot.split', { shotId: p.roomShots[0]!.id })).toBe(outcome)
})

test.each([
  [3, ['a', 'b'], true, '3 results turn stale', '2 shots turn stale'],
  [1, ['a'], true, '1 result turns stale', '1 shot turns stale'],
  [0, [], true, 'nothing turns stale', 'nothing turns stale'],
  [1, ['a'], false, 'at least 1 result turns stale', 'at least 1 shot turns stale'],
  [0, [], false, 'still counting what turns stale', 'still counting what turns stale'],
])('%i results in shots %j, all known: %s', (staleResults, shots, complete, results, inShots) => {
  const told = { staleResults, staleShots: new Set(shots), complete }
  expect([staleWords(told), staleWords(told, 'shot')]).toEqual([results, inShots])
})
