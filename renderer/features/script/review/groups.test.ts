import { expect, test } from 'vitest'
import { wholeRate } from '@shared/domain/time/frameRates'
import { acceptSuggestions } from '@shared/domain/told/suggestionRules'
import { defaultBreakdown } from '@shared/model/project'
import { TestProject } from '@shared/testing/testProject'
import { breakDown } from '@shared/script/extract/breakDown'
import { importBreakdown } from '@shared/script/importBreakdown'
import { parseScript } from '@shared/script/form/parseScript'
import { groupsOf } from './groups'
import { countAnswered, countUnconfirmed } from './unconfirmed'

function film() {
  const script = parseScript(
    'INT. HALL - DAY\n\nOTTO waits with LENA.\n\nOTTO\nWhere is she?\n\nThe clock strikes.\n\nLena leaves.\n\nEXT. YARD - DAY\n\nLena picks up a spade.\n\nLENA\nOtto would laugh.\n',
  )
  const p = new TestProject({ fps: 24 })
  const breakdown = breakDown(script, { ...defaultBreakdown, fps: wholeRate(24) })
  p.run((d) => importBreakdown(d, { fileName: 'a.fountain', script, breakdown }))
  return p
}

test('every grouping holds all that waits, once; the most doubtful group is first', () => {
  const { store } = film()
  const all = countUnconfirmed(store)
  expect(all).toBeGreaterThan(8)
  for (const by of ['doubt', 'person', 'scene'] as const) {
    const items = groupsOf(store, by).flatMap((g) => g.items.map((i) => i.id))
    expect([items.length, new Set(items).size]).toEqual([all, all])
  }
  const kinds = groupsOf(store, 'doubt').map((g) => g.id)
  expect(kinds.indexOf('moment')).toBeLessThan(kinds.indexOf('speaks'))
  expect(kinds.at(-1)).toBe('place')
  expect(groupsOf(store, 'scene').map((g) => g.title)).toEqual(expect.arrayContaining(['1  INT. HALL - DAY']))
})

test('a person is confirmed in all shots at once, and counts as answered', () => {
  const p = film()
  const otto = groupsOf(p.store, 'person').find((g) => g.title === 'Otto')!
  expect(otto).toMatchObject({ type: 'character' })
  const [before, answered] = [countUnconfirmed(p.store), countAnswered(p.store)]
  const ids = (kind: 'assignment' | 'suggestion') => otto.items.filter((i) => i.kind === kind).map((i) => i.id)
  p.run((d) => acceptSuggestions(d, { assignmentIds: ids('assignment'), suggestionIds: ids('suggestion') }))
  expect(groupsOf(p.store, 'person').some((g) => g.title === 'Otto')).toBe(false)
  expect(countUnconfirmed(p.store)).toBe(before - otto.items.length)
  expect(countAnswered(p.store)).toBe(answered + otto.items.length)
})
