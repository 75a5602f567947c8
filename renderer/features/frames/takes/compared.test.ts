import { expect, test } from 'vitest'
import { TestProject } from '@shared/testing/testProject'
import { takeDifferences, takesToCompare, withTake } from './compared'

test('the chosen take is compared with the newest other one, and two to four are looked at', () => {
  const p = new TestProject()
  const shot = p.shot(p.scene())
  const takes = Array.from({ length: 5 }, () => p.take(shot, 'startFrame'))
  const ids = takes.map((take) => take.id) as [string, string, string, string, string]
  expect(takesToCompare({ takes, chosen: takes[1]! })).toEqual([ids[1], ids[4]])
  expect(takesToCompare({ takes, chosen: takes[4]! })).toEqual([ids[4], ids[3]])
  expect(withTake([ids[0], ids[1]], ids[1])).toEqual([ids[0], ids[1]])
  expect(withTake([ids[0], ids[1]], ids[2])).toEqual([ids[0], ids[1], ids[2]])
  expect(withTake([ids[0], ids[1], ids[2]], ids[0])).toEqual([ids[1], ids[2]])
  expect(withTake(ids.slice(0, 4), ids[4])).toEqual([ids[0], ids[2], ids[3], ids[4]])
})

test('what two takes were made from is told apart by name', () => {
  const p = new TestProject()
  const shot = p.shot(p.scene())
  const alice = p.asset('character', 'Alice', { picture: true })
  p.put(shot, alice)
  const first = p.take(shot, 'startFrame')
  expect(takeDifferences(p.store, shot.id, first, first)).toEqual([])
  p.put(shot, p.asset('character', 'Bob', { picture: true }))
  const second = { ...p.take(shot, 'startFrame'), generatorId: 'other' }
  expect(takeDifferences(p.store, shot.id, first, second)).toEqual([
    expect.stringMatching(/\(now other\)\.$/),
    'Bob was added.',
  ])
  expect(takeDifferences(p.store, shot.id, first, { ...first, imported: true })).toEqual([
    expect.stringMatching(/now a picture of yours/),
  ])
})
