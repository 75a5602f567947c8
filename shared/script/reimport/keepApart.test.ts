import { expect, test } from 'vitest'
import { activeMembers, shotsInOrder } from '../../domain/lookup'
import { removeAssignment } from '../../domain/presence/removeAssignment'
import { wholeRate } from '../../domain/time/frameRates'
import { defaultBreakdown } from '../../model/project'
import { TestProject } from '../../testing/testProject'
import { breakDown } from '../extract/breakDown'
import { parseFountain } from '../fountain/parseFountain'
import { importBreakdown } from '../importBreakdown'
import { keepApart } from './keepApart'
import { namesApart } from './namesApart'
import { storedBreakdown } from './rebreak'

const text = `INT. KITCHEN - DAY

MARA VANCE, 40, washes a cup.

MARA
Who is there?

OTTO
Me.

Otto sits down.

MARA VANCE
No, me.

Mara waits.`

function imported() {
  const p = new TestProject()
  const script = parseFountain(text)
  const breakdown = breakDown(script, { ...defaultBreakdown, fps: wholeRate(24) })
  p.run((draft) => importBreakdown(draft, { fileName: 'kitchen.fountain', script, breakdown }))
  const assets = new Map([...p.store.all('assets')].map((asset) => [asset.name, asset]))
  const [mara, vance] = [assets.get('Mara')!, assets.get('Mara Vance')!]
  const there = () =>
    shotsInOrder(p.store).map((shot) =>
      activeMembers(p.store, shot.id)
        .map((m) => m.asset.name)
        .filter((name) => name.startsWith('Mara'))
        .sort()
        .join(' + '),
    )
  return { p, mara, vance, there, pair: { aId: mara.id, bId: vance.id } }
}

test('after “Never merge” the bars of the second name, held back while the question was open, are there', () => {
  const { p, there, pair } = imported()
  const [proposal] = p.store.list('aliasProposalsInOrder')
  expect(proposal).toMatchObject({ state: 'open', as: 'alias' })
  const before = there()
  expect(before.some((names) => names.includes(' + '))).toBe(false)
  p.run((draft) => keepApart(draft, pair))
  const after = there()
  // As a fresh import that knows of two would read it.
  const fresh = breakDown(parseFountain(text), {
    ...defaultBreakdown,
    fps: wholeRate(24),
    apart: [['MARA', 'MARA VANCE']],
  })
  const named = new Map(fresh.assets.map((a) => [a.key, a.name]))
  const read = fresh.scenes[0]!.shots.map((_, shot) =>
    fresh.presences
      .filter((one) => one.shotIndex === shot && named.get(one.assetKey)!.startsWith('Mara'))
      .map((one) => named.get(one.assetKey)!)
      .sort()
      .join(' + '),
  )
  expect(after).toEqual(read)
  expect(after).not.toEqual(before)
  expect(after.at(-1)).toBe('Mara + Mara Vance')
  // And a later re-import compares with that.
  expect(namesApart(p.store).map((two) => two.toSorted())).toEqual([['MARA', 'MARA VANCE']])
  expect(storedBreakdown(p.store, p.store.list('scriptsInOrder')[0]!).presences).toEqual(fresh.presences)
})

test('what the user took out stays out, and nothing else changes', () => {
  const { p, mara, pair } = imported()
  const shots = shotsInOrder(p.store)
  const texts = shots.map((shot) => [shot.id, shot.text, shot.number])
  const one = activeMembers(p.store, shots[1]!.id).find((m) => m.asset.id === mara.id)!
  p.run((draft) => removeAssignment(draft, { assignmentId: one.assignment.id }))
  p.run((draft) => keepApart(draft, pair))
  expect(activeMembers(p.store, shots[1]!.id).map((m) => m.asset.name)).not.toContain('Mara')
  expect(shotsInOrder(p.store).map((shot) => [shot.id, shot.text, shot.number])).toEqual(texts)
})

test('where nothing was asked, nothing is read again', () => {
  const { p, there, pair } = imported()
  const [proposal] = p.store.list('aliasProposalsInOrder')
  p.run((draft) => draft.update('aliasProposals', proposal!.id, { state: 'rejected' }))
  const before = there()
  p.run((draft) => keepApart(draft, pair))
  expect(there()).toEqual(before)
})
