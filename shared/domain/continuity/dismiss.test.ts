import { describe, expect, test } from 'vitest'
import { inputSchemas } from '../../ipc/inputSchemas'
import { invertChange } from '../../records/change'
import { runCommand } from '../../testing/runCommand'
import { TestProject } from '../../testing/testProject'
import { setAssignment } from '../presence/setAssignment'
import { continuityOf, continuityOfShot } from './continuity'
import { dismissNote, reopenNote } from './dismiss'

/** The waiter leaves in shot 1 and is there in 2; the letter has no picture in 1, 2 and 3. */
function bistro() {
  const p = new TestProject()
  const shots = p.shots(p.scene('INT. BISTRO - EVENING'), 3)
  const room = p.asset('location', 'Bistro', { picture: true })
  const letter = p.asset('prop', 'Letter')
  const waiter = p.asset('character', 'Waiter', { picture: true })
  for (const shot of shots) for (const asset of [room, letter]) p.put(shot, asset)
  p.put(shots[0]!, waiter, { presence: 'exits' })
  p.put(shots[1]!, waiter, { presence: 'exits' })
  const codes = () => continuityOf(p.store).map((n) => n.code)
  const exits = { code: 'EXITS_BUT_PRESENT', shotIds: [shots[1]!.id, shots[0]!.id], assetIds: [waiter.id] }
  const picture = { code: 'NO_PICTURE', shotIds: shots.map((s) => s.id), assetIds: [letter.id] }
  return { p, shots, letter, waiter, codes, exits, picture }
}

describe('dismissing a note', () => {
  test('needs a reason', () => {
    const { exits } = bistro()
    for (const reason of ['', '   '])
      expect(inputSchemas['continuity.dismiss'].safeParse({ ...exits, reason }).success).toBe(false)
    expect(inputSchemas['continuity.dismiss'].safeParse({ ...exits, reason: 'He comes back.' }).success).toBe(true)
  })

  test('puts it aside in the story and in its shots, and no other; the reason is kept', () => {
    const { p, shots, codes, exits } = bistro()
    expect(codes()).toEqual(['NO_PICTURE', 'EXITS_BUT_PRESENT'])
    p.run((draft) => dismissNote(draft, { ...exits, reason: ' He comes back. ' }))
    expect(codes()).toEqual(['NO_PICTURE'])
    for (const shot of shots) expect(continuityOfShot(p.store, shot.id).map((n) => n.code)).toEqual(['NO_PICTURE'])
    expect([...p.store.all('dismissals')]).toMatchObject([{ code: 'EXITS_BUT_PRESENT', reason: 'He comes back.' }])
  })

  test('is undone and redone like every step', () => {
    const { p, codes, exits } = bistro()
    const change = runCommand(p.store, p.newId, 'continuity.dismiss', { ...exits, reason: 'He comes back.' })!
    p.store.apply(invertChange(change))
    expect(codes()).toContain('EXITS_BUT_PRESENT')
    p.store.apply(change)
    expect(codes()).not.toContain('EXITS_BUT_PRESENT')
  })

  test('ends when its facts change, and holds for what it was judged on', () => {
    const { p, shots, waiter, codes, exits } = bistro()
    p.run((draft) => dismissNote(draft, { ...exits, reason: 'He comes back.' }))
    const exitAt = (value: number) =>
      p.run((draft) => setAssignment(draft, { shotId: shots[0]!.id, assetId: waiter.id, exitAt: value }))
    exitAt(0.4)
    expect(codes()).toContain('EXITS_BUT_PRESENT')
    exitAt(0.65)
    expect(codes()).not.toContain('EXITS_BUT_PRESENT')
    exitAt(0.4)
    p.run((draft) => dismissNote(draft, { ...exits, reason: 'Still.' }))
    expect(codes()).not.toContain('EXITS_BUT_PRESENT')
    expect(p.store.count('dismissals')).toBe(1)
  })

  test('of what many shots share holds in all of them, also when it was dismissed from one', () => {
    const { p, shots, letter, codes, picture } = bistro()
    p.run((draft) => dismissNote(draft, { ...picture, shotIds: [shots[2]!.id], reason: 'Text will do.' }))
    expect(codes()).toEqual(['EXITS_BUT_PRESENT'])
    p.put(p.shot(p.scene('EXT. STREET - DAY')), letter)
    expect(codes()).not.toContain('NO_PICTURE')
  })

  test('of a note that is not there is refused', () => {
    const { p, exits, picture } = bistro()
    expect(p.refusal((draft) => dismissNote(draft, { ...exits, code: 'PRESENT_BUT_ENTERS', reason: 'x' }))).toBe(
      'NOT_FOUND',
    )
    expect(p.refusal((draft) => dismissNote(draft, { ...exits, assetIds: picture.assetIds, reason: 'x' }))).toBe(
      'NOT_FOUND',
    )
    expect(p.refusal((draft) => dismissNote(draft, { ...exits, shotIds: [exits.shotIds[0]!], reason: 'x' }))).toBe(
      'NOT_FOUND',
    )
  })

  test('can be taken back later', () => {
    const { p, codes, exits } = bistro()
    expect(p.refusal((draft) => reopenNote(draft, exits))).toBe('NOT_FOUND')
    p.run((draft) => dismissNote(draft, { ...exits, reason: 'He comes back.' }))
    p.run((draft) => reopenNote(draft, exits))
    expect(codes()).toContain('EXITS_BUT_PRESENT')
  })
})
