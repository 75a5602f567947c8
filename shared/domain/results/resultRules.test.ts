import { describe, expect, test } from 'vitest'
import { TestProject } from '../../testing/testProject'
import { freshnessOf } from './freshness'
import { inputsDigest } from './compareInputs'
import { currentPrompt } from './resultInputs'
import { chosenTake, takesOf } from '../lookup'
import { acceptInputs, chooseTake, editPrompt, lockTake, regeneratePrompt, setBlocking } from './resultRules'

function shotWithTakes() {
  const p = new TestProject()
  const [shot, other] = p.shots(p.scene(), 2) as [ReturnType<TestProject['shot']>, ReturnType<TestProject['shot']>]
  const takes = [1, 2].map(() => p.take(shot, 'startFrame')) as [
    ReturnType<TestProject['take']>,
    ReturnType<TestProject['take']>,
  ]
  return { p, shot, other, takes, chosen: () => chosenTake(p.store, shot.id, 'startFrame')?.id ?? null }
}

describe('the take that stands', () => {
  test('is the newest, unless the user chose another or none', () => {
    const { p, shot, takes, chosen } = shotWithTakes()
    const choose = (takeId: string | null) =>
      p.run((draft) => chooseTake(draft, { shotId: shot.id, kind: 'startFrame', takeId }))
    expect(chosen()).toBe(takes[1].id)
    choose(takes[0].id)
    expect(chosen()).toBe(takes[0].id)
    const newer = p.take(shot, 'startFrame')
    expect(chosen()).toBe(takes[0].id)
    choose(null)
    expect(chosen()).toBeNull()
    choose(newer.id)
    expect(chosen()).toBe(newer.id)
  })

  test('can only be one of the shot and kind', () => {
    const { p, shot, other, takes } = shotWithTakes()
    const refusal = (shotId: string, kind: 'startFrame' | 'endFrame', takeId: string) =>
      p.refusal((draft) => chooseTake(draft, { shotId, kind, takeId }))
    expect([
      refusal(other.id, 'startFrame', takes[0].id),
      refusal(shot.id, 'endFrame', takes[0].id),
      refusal(shot.id, 'startFrame', 'gone'),
    ]).toEqual(['STALE_TAKE', 'STALE_TAKE', 'STALE_TAKE'])
    expect(refusal('gone', 'startFrame', takes[0].id)).toBe('NOT_FOUND')
  })

  test('follows the place a split or join gave it; one set aside never stands by itself', () => {
    const { p, shot, other, takes, chosen } = shotWithTakes()
    p.run((draft) => draft.add('takePlaces', { id: takes[1].id, shotId: other.id, kind: 'endFrame', detached: false }))
    expect([chosen(), chosenTake(p.store, other.id, 'endFrame')?.id]).toEqual([takes[0].id, takes[1].id])
    p.run((draft) => draft.update('takePlaces', takes[1].id, { detached: true }))
    expect(chosenTake(p.store, other.id, 'endFrame')).toBeNull()
    expect(takesOf(p.store, other.id, 'endFrame').map((t) => t.id)).toEqual([takes[1].id])
    p.run((draft) => draft.update('takePlaces', takes[1].id, { shotId: null }))
    expect(takesOf(p.store, shot.id, 'startFrame').map((t) => t.id)).toEqual([takes[0].id])
  })
})

describe('prompts', () => {
  test('keep every version; the newest stands, and a rewrite keeps the hand edit', () => {
    const { p, shot } = shotWithTakes()
    p.run((draft) => regeneratePrompt(draft, { shotId: shot.id, prompt: 'video' }))
    p.run((draft) => editPrompt(draft, { shotId: shot.id, prompt: 'video', text: 'My words.' }))
    expect(currentPrompt(p.store, shot.id, 'video')).toMatchObject({
      text: 'My words.',
      edited: true,
      generatorId: 'user',
    })
    p.run((draft) => regeneratePrompt(draft, { shotId: shot.id, prompt: 'video' }))
    expect(currentPrompt(p.store, shot.id, 'video')).toMatchObject({ edited: false, generatorId: 'writer' })
    const versions = p.store.list('promptVersionsOf', `${shot.id}/video`)
    expect(versions.map((v) => v.edited)).toEqual([false, true, false])
    expect(versions.every((v) => v.digest === inputsDigest(v.inputs))).toBe(true)
    expect(currentPrompt(p.store, shot.id, 'start')).toBeUndefined()
  })

  test('of a shot that is gone are refused', () => {
    const { p } = shotWithTakes()
    expect(p.refusal((draft) => editPrompt(draft, { shotId: 'gone', prompt: 'start', text: '' }))).toBe('NOT_FOUND')
    expect(p.refusal((draft) => regeneratePrompt(draft, { shotId: 'gone', prompt: 'start' }))).toBe('NOT_FOUND')
  })
})

describe('marks', () => {
  test('lock and accept are kept side by side', () => {
    const { p, shot, takes } = shotWithTakes()
    p.run((draft) => lockTake(draft, { takeId: takes[1].id, locked: true }))
    p.run((draft) => draft.update('shots', shot.id, { lens: '35 mm' }))
    p.run((draft) => acceptInputs(draft, { shotId: shot.id, result: 'startFrame' }))
    expect(freshnessOf(p.store, shot.id, 'startFrame')).toEqual({ status: 'fresh', causes: [], locked: true })
    p.run((draft) => lockTake(draft, { takeId: takes[1].id, locked: false }))
    expect(freshnessOf(p.store, shot.id, 'startFrame')).toEqual({ status: 'fresh', causes: [], locked: false })
    expect(p.refusal((draft) => acceptInputs(draft, { shotId: shot.id, result: 'video' }))).toBe('NOT_FOUND')
    expect(p.refusal((draft) => lockTake(draft, { takeId: 'gone', locked: true }))).toBe('NOT_FOUND')
  })
})

describe('blocking.set', () => {
  test('keeps what is not named: of the blocking that stands, else of the default; reset takes it away', () => {
    const { p, shot } = shotWithTakes()
    const assignment = p.put(shot, p.asset('character', 'Alice'))
    const defaults = { x: 0.3, y: 0.9, scale: 0.6, flip: false, depth: 2 }
    const set = (fields: Partial<typeof defaults> & { reset?: boolean }, frame: 'start' | 'end' = 'start') =>
      p.run((draft) => setBlocking(draft, { assignmentId: assignment.id, frame, ...fields }, defaults))
    const now = () =>
      p.store
        .list('blockingsOfShot', shot.id)
        .map(({ frame, x, y, scale, flip, depth }) => ({ frame, x, y, scale, flip, depth }))
    set({ x: 0.7 })
    expect(now()).toEqual([{ frame: 'start', ...defaults, x: 0.7 }])
    set({ flip: true })
    expect(now()).toEqual([{ frame: 'start', ...defaults, x: 0.7, flip: true }])
    set({ y: 0.5 }, 'end')
    set({ reset: true })
    expect(now()).toEqual([{ frame: 'end', ...defaults, y: 0.5 }])
    expect(p.refusal((draft) => setBlocking(draft, { assignmentId: 'gone', frame: 'start' }, defaults))).toBe(
      'NOT_FOUND',
    )
  })
})
