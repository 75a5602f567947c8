import { describe, expect, test } from 'vitest'
import { wholeRate } from '../domain/time/frameRates'
import { defaultBreakdown } from '../model/project'
import { breakDown } from './extract/breakDown'
import { parseFountain } from './fountain/parseFountain'
import { importBreakdown } from './importBreakdown'
import { TestProject } from '../testing/testProject'
import { deleteAsset } from '../domain/assets/assetRules'
import { freshnessOf } from '../domain/results/freshness'
import { splitOf } from '../domain/results/resultInputs'
import { manifestOf } from '../domain/manifest/manifest'
import { neverMerge } from '../domain/merging/neverMerge'
import { planOf } from '../domain/passes/passPlan'
import { profileOf } from '../domain/passes/profiles'
import { recast } from '../domain/assets/recast'
import { splitShot } from '../domain/structure/splitShot'

/** A project with a script in it, as an import leaves it. */
function imported(text: string) {
  const p = new TestProject({ fps: 24 })
  const script = parseFountain(text)
  const report = p.run((d) =>
    importBreakdown(d, {
      fileName: 'film.fountain',
      script,
      breakdown: breakDown(script, { ...defaultBreakdown, fps: wholeRate(24) }),
    }),
  )
  return {
    p,
    report,
    asset: (name: string) => p.store.list('assetsInOrder').find((a) => a.name === name && !a.deleted),
  }
}
const names = (m: { entries: readonly { asset: { name: string } }[] }) => m.entries.map((e) => e.asset.name)

describe('two pairs of twins', () => {
  const script = `INT. NURSERY - DAY

ANNA MILLER and HANNA MILLER build a tower. OTTO and OTTILIE BROWN watch.

ANNA MILLER
Mine.

HANNA MILLER
Ours.

OTTO
Ha.

OTTILIE BROWN
Ha ha.

OTTO BROWN
Hush.

TWIN 1
Hello.

TWIN 2
Hello.
`
  test('stay four persons: neither likeness, a surname nor a number makes two names one', () => {
    const { p, report, asset } = imported(script)
    const pairs = report.aliasProposals.map((a) => [a.intoName, a.fromName].sort().join(' / '))
    expect(pairs.filter((pair) => /Anna|Hanna|Twin|Ottilie/.test(pair))).toEqual([])
    expect(
      ['Anna Miller', 'Hanna Miller', 'Ottilie Brown', 'Twin 1', 'Twin 2'].map((name) => asset(name)?.deleted),
    ).toEqual([false, false, false, false, false])
    expect(p.store.count('merges')).toBe(0)
  })

  test('that the user keeps apart are never proposed again, whichever way round', () => {
    const { p, asset } = imported(
      'INT. NURSERY - DAY\n\nJUNO sleeps.\n\nJUNO\nMm.\n\nINT. HALL - DAY\n\nJUNO VALE runs.\n\nJUNO VALE\nWait!',
    )
    const [juno, vale] = [asset('Juno')!, asset('Juno Vale')!]
    expect(p.store.list('aliasProposalsInOrder').map((a) => a.state)).toEqual(['open'])
    p.run((d) => neverMerge(d, { aId: vale.id, bId: juno.id }))
    const again = parseFountain(
      'INT. ATTIC - DAY\n\nJUNO hides.\n\nJUNO\nShh.\n\nINT. YARD - DAY\n\nJUNO VALE waits.\n\nJUNO VALE\nWell?',
    )
    const report = p.run((d) =>
      importBreakdown(d, {
        fileName: 'two.fountain',
        script: again,
        breakdown: breakDown(again, { ...defaultBreakdown, fps: wholeRate(24) }),
      }),
    )
    expect(report.aliasProposals).toEqual([])
    expect(p.store.list('aliasProposalsInOrder').filter((a) => a.state === 'open')).toEqual([])
  })
})

describe('eight in one frame', () => {
  function feast() {
    const p = new TestProject()
    const scene = p.scene('INT. DINING ROOM - NIGHT')
    const shot = p.shot(scene, { dialogue: [{ character: 'BOB', extension: '', parenthetical: '', text: 'Cheers.' }] })
    const room = p.asset('location', 'Dining Room', { description: 'long table, candles', picture: true })
    const people = ['Alice', 'Bob', 'Cora', 'Dan'].map((name) =>
      p.asset('character', name, { description: `${name} in evening dress`, picture: true }),
    )
    const things = ['Teapot', 'Letter', 'Crown'].map((name) => p.asset('prop', name, { picture: true }))
    for (const asset of [room, ...people, ...things]) p.put(shot, asset)
    return { p, shot }
  }

  test('are all in the manifest, in the order they are sent in', () => {
    const { p, shot } = feast()
    const manifest = manifestOf(p.store, shot.id, 'start')
    expect(names(manifest)).toEqual(['Alice', 'Bob', 'Cora', 'Dan', 'Dining Room', 'Teapot', 'Letter', 'Crown'])
    expect(manifest.entries.map((e) => e.index)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect([manifest.alsoInFrame, manifest.leftOut]).toEqual([[], []])
  })

  test('take four passes of an open model: the set with the speaker first, the others by priority, each once', () => {
    const { p, shot } = feast()
    const { passes, refusal } = planOf(p.store, shot.id, 'start', profileOf('open')!)
    expect(refusal).toBeNull()
    const sent = passes.map((pass) => pass.references.filter((r) => r.role !== 'base').map((r) => r.name))
    expect(sent).toEqual([
      ['Bob', 'Alice', 'Dining Room'].sort((a, b) => order(a) - order(b)),
      ['Cora', 'Dan'],
      ['Teapot', 'Letter'],
      ['Crown'],
    ])
    expect(passes.map((pass) => pass.references.some((r) => r.role === 'base'))).toEqual([false, true, true, true])
  })
  const order = (name: string) => ['Alice', 'Bob', 'Dining Room'].indexOf(name)

  test('a ninth fits, the tenth is refused by name rather than dropped', () => {
    const { p, shot } = feast()
    for (const name of ['Lamp', 'Ring']) p.put(shot, p.asset('prop', name, { picture: true }))
    const { refusal } = planOf(p.store, shot.id, 'start', profileOf('open')!)
    expect(refusal?.code).toBe('PLAN_TOO_LONG')
    expect(refusal?.message).toContain('Ring')
    const { leftOut } = manifestOf(p.store, shot.id, 'start', splitOf(p.store, shot.id, 'start', profileOf('open')!))
    expect(leftOut).toMatchObject([{ asset: { name: 'Ring' }, reason: 'over_cap' }])
  })
})

describe('Bob, and Alice who was missed', () => {
  test('added entering, she is in the end frame only, and he makes room in both stills', () => {
    const p = new TestProject()
    const scene = p.scene()
    const shot = p.shot(scene)
    const bob = p.asset('character', 'Bob', {
      description: 'tall man with dark beard, wearing grey suit',
      picture: true,
    })
    p.put(shot, bob)
    p.take(shot, 'startFrame')
    p.take(shot, 'endFrame')
    const alice = p.asset('character', 'Alice', {
      description: 'red-haired woman in blue dress, mid-20s',
      picture: true,
    })
    p.put(shot, alice, { presence: 'enters', enterAt: 0.35 })
    expect([names(manifestOf(p.store, shot.id, 'start')), names(manifestOf(p.store, shot.id, 'end'))]).toEqual([
      ['Bob'],
      ['Bob', 'Alice'],
    ])
    // He makes room for her from the start, so that he does not slide when she comes (domain.md 5.8).
    expect(freshnessOf(p.store, shot.id, 'startFrame').causes).toEqual(['The figures make room for Alice.'])
    expect(freshnessOf(p.store, shot.id, 'endFrame')).toMatchObject({
      status: 'stale',
      causes: [expect.stringMatching(/^Alice was added; enters at 35 %/)],
    })
  })
})

describe('the waiter who crosses', () => {
  test('is in neither still, with a warning; a split puts him into the two frames at the cut', () => {
    const p = new TestProject()
    const scene = p.scene('INT. CAFÉ - DAY')
    const shot = p.shot(scene)
    const waiter = p.asset('character', 'Waiter', { description: 'tall man in white uniform', picture: true })
    p.put(shot, waiter, { presence: 'passes_through' })
    expect(p.warningCodes()).toEqual(['PASSES_THROUGH'])
    for (const frame of ['start', 'end'] as const)
      expect(manifestOf(p.store, shot.id, frame)).toMatchObject({
        entries: [],
        leftOut: [{ reason: 'passes_through' }],
      })
    const { first, second } = p.run((d) => splitShot(d, { shotId: shot.id }))
    expect([p.assignment(first, waiter), p.assignment(second, waiter)]).toMatchObject([
      { presence: 'enters', enterAt: 0.5 },
      { presence: 'exits', exitAt: 0.5 },
    ])
    expect([names(manifestOf(p.store, first.id, 'end')), names(manifestOf(p.store, second.id, 'start'))]).toEqual([
      ['Waiter'],
      ['Waiter'],
    ])
    expect([names(manifestOf(p.store, first.id, 'start')), names(manifestOf(p.store, second.id, 'end'))]).toEqual([
      [],
      [],
    ])
  })
})

describe('the deleted Alice', () => {
  test('leaves her roles vacant until another is cast, and what was not recast comes back with her', () => {
    const p = new TestProject()
    const scene = p.scene()
    const [one, two] = [p.shot(scene), p.shot(scene)]
    const alice = p.asset('character', 'Alice', { picture: true })
    p.put(one, alice)
    p.put(two, alice, { presence: 'exits', exitAt: 0.6 })
    p.run((d) => deleteAsset(d, { assetId: alice.id }))
    expect(manifestOf(p.store, two.id, 'start')).toMatchObject({ entries: [], leftOut: [{ reason: 'deleted' }] })
    const ada = p.asset('character', 'Ada', { picture: true })
    p.run((d) => recast(d, { oldId: alice.id, newId: ada.id, shotIds: [two.id] }))
    expect(p.assignment(two, ada)).toMatchObject({ presence: 'exits', exitAt: 0.6 })
    expect(p.assignment(two, alice)).toBeUndefined()
    expect(p.assignment(one, alice)).toMatchObject({ presence: 'throughout' })
  })
})
