import { expect, test } from 'vitest'
import { TestProject } from '../../testing/testProject'
import { freshnessOf } from './freshness'
import { importTake } from './importTake'
import { setAssignment } from '../presence/setAssignment'

test('an imported take is made from today’s inputs and no generator, whatever generator the project uses', () => {
  for (const stage10GeneratorId of ['local', 'strong']) {
    const p = new TestProject()
    const shot = p.shot(p.scene())
    const alice = p.asset('character', 'Alice', { picture: true })
    p.put(shot, alice)
    p.run((draft) => draft.update('project', 'project', { stage10GeneratorId }))
    const mediaId = p.picture()
    const [take] = p.run((draft) => importTake(draft, { shotId: shot.id, kind: 'endFrame', mediaId, madeAt: 7 }))
    expect(take).toMatchObject({ imported: true, madeAt: 7, references: [], prompt: '' })
    expect(freshnessOf(p.store, shot.id, 'endFrame').status).toBe('fresh')
    // Another generator stales nothing (domain.md 6).
    p.run((draft) => draft.update('project', 'project', { stage10GeneratorId: 'open' }))
    expect(freshnessOf(p.store, shot.id, 'endFrame').status).toBe('fresh')
    p.run((draft) => setAssignment(draft, { shotId: shot.id, assetId: alice.id, presence: 'exits' }))
    expect(freshnessOf(p.store, shot.id, 'endFrame').status).toBe('stale')
  }
})

test('a picture is no video, and media must be in the project', () => {
  const p = new TestProject()
  const shot = p.shot(p.scene())
  const mediaId = p.picture()
  expect(p.refusal((draft) => importTake(draft, { shotId: shot.id, kind: 'video', mediaId, madeAt: 0 }))).toBe(
    'TAKE_KIND',
  )
  expect(
    p.refusal((draft) =>
      importTake(draft, { shotId: shot.id, kind: 'startFrame', mediaId: 'f'.repeat(64), madeAt: 0 }),
    ),
  ).toBe('NOT_FOUND')
  expect(p.refusal((draft) => importTake(draft, { shotId: 'gone', kind: 'startFrame', mediaId, madeAt: 0 }))).toBe(
    'NOT_FOUND',
  )
})
