import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deleteAsset } from '../../domain/assets/assetRules'
import { freshnessOf } from '../../domain/results/freshness'
import { joinShots } from '../../domain/structure/joinShots'
import { shotsInOrder, shotsOfScene } from '../../domain/lookup'
import { mergeAssets } from '../../domain/merging/mergeAssets'
import { removeAssignment } from '../../domain/presence/removeAssignment'
import { acceptSuggestions } from '../../domain/told/suggestionRules'
import { setAssignment } from '../../domain/presence/setAssignment'
import { createShot, deleteShot, updateShot } from '../../domain/structure/shotRules'
import { splitShot } from '../../domain/structure/splitShot'
import { restoreScene, restoreShot, shotsInTray } from '../../domain/structure/tray'
import { wholeRate } from '../../domain/time/frameRates'
import { defaultBreakdown } from '../../model/project'
import type { Shot } from '../../model/shot'
import { isEmptyChange } from '../../records/change'
import { brokenReferences } from '../../testing/brokenReferences'
import { pick, seededRandom } from '../../testing/seededRandom'
import { randomCommand } from '../../testing/randomCommands'
import { invalidRecords, recordDump } from '../../testing/recordDump'
import { runCommand } from '../../testing/runCommand'
import { TestProject } from '../../testing/testProject'
import { breakDown } from '../extract/breakDown'
import { parseFountain } from '../fountain/parseFountain'
import { importBreakdown } from '../importBreakdown'
import { rebreak, storedBreakdown } from './rebreak'
import { reimport } from './reimport'

const script = [
  'INT. KITCHEN - DAY',
  '',
  'ALICE pours tea into two cups.',
  '',
  'BOB comes in from the garden.',
  '',
  'BOB',
  'It rains again.',
  '',
  'Alice laughs and sits down.',
  '',
  'EXT. GARDEN - NIGHT',
  '',
  'A LANTERN swings in the wind.',
  '',
  'CORA hides behind the hedge.',
  '',
  'INT. CELLAR - NIGHT',
  '',
  'BOB looks for the fuse box.',
  '',
  'The light comes back.',
  '',
]
const text = script.join('\n')

function film(source = text) {
  const p = new TestProject({ fps: 24 })
  const read = (t: string) => {
    const parsed = parseFountain(t)
    return { script: parsed, breakdown: breakDown(parsed, { ...defaultBreakdown, fps: wholeRate(24) }) }
  }
  p.run((d) => importBreakdown(d, { fileName: 'film.fountain', ...read(source) }))
  const scriptId = p.store.list('scriptsInOrder')[0]!.id
  const again = (t: string) =>
    p.run((d) => {
      const { script: parsed, breakdown } = read(t)
      return reimport(d, {
        scriptId,
        fileName: 'film.fountain',
        script: parsed,
        rule: defaultBreakdown,
        before: storedBreakdown(d, d.must('scripts', scriptId)),
        after: breakdown,
      })
    })
  const shot = (words: string): Shot =>
    shotsInOrder(p.store).find((s) => s.text.includes(words) || s.dialogue.some((l) => l.text.includes(words)))!
  const texts = () =>
    p.store
      .list('scenesInOrder')
      .map((s) => [s.set, ...shotsOfScene(p.store, s.id).map((x) => x.text || x.dialogue.map((l) => l.text).join(' '))])
  const asset = (name: string) => p.store.list('assetsInOrder').find((a) => a.name === name && !a.deleted)!
  const sound = () => expect([...invalidRecords(p.store), ...brokenReferences(p.store)]).toEqual([])
  return { p, scriptId, again, shot, texts, asset, sound }
}
const changed = (from: string, to: string) => text.replace(from, to)

describe('a script imported again', () => {
  test('that says the same changes nothing at all', () => {
    const f = film()
    f.p.take(f.shot('pours tea'), 'startFrame')
    const report = f.again(text)
    expect(isEmptyChange(f.p.change)).toBe(true)
    expect(report).toMatchObject({
      unchanged: expect.any(Array),
      changed: [],
      added: [],
      moved: [],
      removed: [],
      restored: [],
      keptEdited: [],
    })
    expect(report.unchanged).toHaveLength(8)
  })

  test('with a new paragraph gets one new shot there, with a number of its own; the others stay as they are', () => {
    const f = film()
    const before = shotsInOrder(f.p.store)
    const take = f.p.take(f.shot('Alice laughs'), 'startFrame')
    const report = f.again(
      changed('Alice laughs and', 'DORA looks in through the window and leaves.\n\nAlice laughs and'),
    )
    expect(report).toMatchObject({ changed: [], moved: [], removed: [] })
    const added = f.shot('DORA looks')
    expect([report.added, added.number, report.assets.character]).toEqual([[added.id], '3A', 1])
    expect(
      shotsInOrder(f.p.store)
        .filter((s) => s.id !== added.id)
        .map((s) => [s.id, s.number]),
    ).toEqual(before.map((s) => [s.id, s.number]))
    expect(freshnessOf(f.p.store, take.shotId, 'startFrame').status).toBe('fresh')
    expect(f.p.assignment(added, f.asset('Dora'))).toMatchObject({ origin: 'suggested' })
    // Lines follow the new text.
    expect(f.shot('light comes back').sourceStart).toBe(text.split('\n').indexOf('The light comes back.') + 3)
    f.sound()
  })

  test('with other words in a shot stales exactly that one, with the text as the cause', () => {
    const f = film()
    const [tea, cora] = [f.shot('pours tea'), f.shot('CORA hides')]
    for (const s of [tea, cora]) f.p.take(s, 'startFrame')
    const report = f.again(changed('pours tea into two cups', 'pours hot tea into two blue cups'))
    expect([report.changed, report.added, report.removed]).toEqual([[tea.id], [], []])
    expect(freshnessOf(f.p.store, tea.id, 'startFrame')).toMatchObject({
      status: 'stale',
      causes: [expect.stringMatching(/text|action/i)],
    })
    expect(freshnessOf(f.p.store, cora.id, 'startFrame').status).toBe('fresh')
    f.sound()
  })

  test('without a shot puts it into the tray with its work, and brings it back when the script has it again', () => {
    const f = film()
    const cora = f.shot('CORA hides')
    const take = f.p.take(cora, 'startFrame')
    const report = f.again(changed('CORA hides behind the hedge.\n\n', ''))
    expect(report.removed).toEqual([cora.id])
    expect(shotsInTray(f.p.store).map((s) => s.id)).toEqual([cora.id])
    expect(shotsInOrder(f.p.store)).toHaveLength(7)
    expect(f.p.assignment(f.p.store.must('shots', cora.id), f.asset('Cora'))).toBeDefined()
    f.sound()
    const back = f.again(text)
    expect([back.restored, back.added]).toEqual([[cora.id], []])
    expect(freshnessOf(f.p.store, cora.id, 'startFrame').status).toBe('fresh')
    expect([shotsInTray(f.p.store), f.p.store.get('takes', take.id)?.shotId]).toEqual([[], cora.id])
    expect(f.texts()[1]).toEqual(['GARDEN', 'A LANTERN swings in the wind.', 'CORA hides behind the hedge.'])
    f.sound()
  })

  test('without a scene puts it aside whole; the user brings scene or shot back by hand', () => {
    const f = film()
    const garden = f.p.store.list('scenesInOrder')[1]!
    const [lantern, cora] = shotsOfScene(f.p.store, garden.id) as [Shot, Shot]
    f.again(changed(script.slice(11, 17).join('\n') + '\n', ''))
    expect(f.p.store.list('scenesInOrder').map((s) => s.set)).toEqual(['KITCHEN', 'CELLAR'])
    expect(f.p.store.must('scenes', garden.id).tray).toBe(true)
    f.p.run((d) => restoreShot(d, { shotId: cora.id }))
    expect(f.texts()).toMatchObject([{}, ['GARDEN', 'CORA hides behind the hedge.'], {}])
    f.p.run((d) => restoreScene(d, { sceneId: garden.id }))
    expect(f.texts()[1]!.toSorted()).toEqual([
      'A LANTERN swings in the wind.',
      'CORA hides behind the hedge.',
      'GARDEN',
    ])
    expect(shotsInTray(f.p.store)).toEqual([])
    expect(f.p.refusal((d) => restoreShot(d, { shotId: lantern.id }))).toBe('NOT_IN_TRAY')
    f.sound()
  })

  test('with another heading keeps the scene, whose set follows; with scenes in another order moves them', () => {
    const f = film()
    const ids = f.p.store.list('scenesInOrder').map((s) => s.id)
    const renamed = f.again(changed('INT. CELLAR - NIGHT', 'INT. DARK CELLAR - NIGHT'))
    expect([renamed.added, renamed.removed, f.p.store.must('scenes', ids[2]!).set]).toEqual([[], [], 'DARK CELLAR'])
    const moved = f.again([...script.slice(17), ...script.slice(0, 17)].join('\n'))
    expect([moved.added, moved.removed]).toEqual([[], []])
    expect(f.p.store.list('scenesInOrder').map((s) => s.id)).toEqual([ids[2], ids[0], ids[1]])
    f.sound()
  })

  test('with a shot in another scene takes its work along', () => {
    const f = film()
    const cora = f.shot('CORA hides')
    const report = f.again([...script.slice(0, 15), ...script.slice(17), script[15]!, ''].join('\n'))
    expect([report.moved, report.added, report.removed]).toEqual([[cora.id], [], []])
    expect(f.texts()[2]).toEqual([
      'CELLAR',
      'BOB looks for the fuse box.',
      'The light comes back.',
      'CORA hides behind the hedge.',
    ])
    f.sound()
  })
})

describe('a new draft is followed as a fresh import would be, where nobody has decided', () => {
  const names = (f: ReturnType<typeof film>, words: string) =>
    f.p.store
      .list('assignmentsOfShot', f.shot(words).id)
      .map((a) => f.p.store.must('assets', f.p.store.must('sceneAssetInstances', a.sceneAssetInstanceId).assetId).name)
      .sort()

  test('whoever got another name goes from the shots, and is offered as the same', () => {
    const f = film()
    const report = f.again(text.replaceAll('CORA', 'DORIS'))
    expect(names(f, 'DORIS hides')).toEqual(['Doris', 'Garden'])
    expect(report).toMatchObject({ newNames: { character: ['Doris'] }, goneNames: { character: ['Cora'] } })
    expect(report.aliasProposals).toMatchObject([{ intoName: 'Doris', fromName: 'Cora' }])
    f.sound()
  })

  test('a scene at another place or time: its shots go there, though they say the same', () => {
    const f = film()
    const halves = f.p.run((d) => splitShot(d, { shotId: f.shot('light comes back').id, at: 0.5 }))
    const report = f.again(changed('INT. CELLAR - NIGHT', 'INT. ATTIC - DAY'))
    expect(names(f, 'fuse box')).toEqual(['Attic', 'Bob'])
    for (const half of [halves.first, halves.second])
      expect(f.p.assignment(f.p.store.must('shots', half.id), f.asset('Attic'))).toBeDefined()
    expect(report).toMatchObject({
      scenesChanged: [f.shot('fuse box').sceneId],
      newNames: { location: ['Attic'] },
      goneNames: { location: ['Cellar'] },
    })
    expect(report.changed).toContain(f.shot('fuse box').id)
    f.sound()
  })

  test('an exit that was edited away lets him stay in the shots behind it', () => {
    const leaves = changed('Alice laughs and sits down.', 'Alice leaves.\n\nThe kettle whistles.\n\nBob stirs his tea.')
    const f = film(leaves)
    expect(names(f, 'Bob stirs')).not.toContain('Alice')
    const report = f.again(leaves.replace('Alice leaves.', 'Alice sits down.'))
    expect(names(f, 'Bob stirs')).toContain('Alice')
    expect(report.changed).toContain(f.shot('Bob stirs').id)
  })

  test('but what was confirmed or set stays', () => {
    const f = film()
    const [cora, fuse] = [f.shot('CORA hides'), f.shot('fuse box')]
    f.p.run((d) => acceptSuggestions(d, { assignmentIds: [f.p.assignment(cora, f.asset('Cora'))!.id] }))
    f.p.run((d) => setAssignment(d, { shotId: fuse.id, assetId: f.asset('Cellar').id, presence: 'throughout' }))
    f.again(text.replaceAll('CORA', 'DORIS').replace('INT. CELLAR', 'INT. ATTIC'))
    expect(names(f, 'DORIS hides')).toContain('Cora')
    expect(names(f, 'fuse box')).toContain('Cellar')
  })
})

describe('what the user did since the import stays', () => {
  test('words, times and presences of their own', () => {
    const f = film()
    const [tea, rain] = [f.shot('pours tea'), f.shot('rains again')]
    f.p.run((d) => updateShot(d, { shotId: tea.id, text: 'Alice spills the tea.', durationFrames: 99 }))
    f.p.run((d) => setAssignment(d, { shotId: rain.id, assetId: f.asset('Alice').id, presence: 'exits', exitAt: 0.4 }))
    const report = f.again(
      changed('pours tea into', 'pours more tea into').replace('It rains again.', 'It rains again, Alice.'),
    )
    expect(f.p.store.must('shots', tea.id)).toMatchObject({ text: 'Alice spills the tea.', durationFrames: 99 })
    expect([report.keptEdited, report.changed]).toEqual([[tea.id], [rain.id]])
    expect(f.p.assignment(rain, f.asset('Alice'))).toMatchObject({ presence: 'exits', exitAt: 0.4, origin: 'user' })
  })

  test('shots split, joined, added and deleted', () => {
    const f = film()
    const [lantern, cora] = [f.shot('LANTERN'), f.shot('CORA hides')]
    const halves = f.p.run((d) => splitShot(d, { shotId: f.shot('pours tea').id, at: 0.5 }))
    f.p.run((d) => joinShots(d, { shotIds: [lantern.id, cora.id] }))
    const own = f.p.run((d) => createShot(d, { sceneId: cora.sceneId, text: 'An owl.' }))
    f.p.run((d) => deleteShot(d, { shotId: f.shot('fuse box').id }))
    const report = f.again(changed('pours tea', 'pours green tea').replace('behind the hedge', 'behind the tall hedge'))
    expect([report.added, report.removed]).toEqual([[], []])
    expect([halves.first, halves.second].map((s) => f.p.store.must('shots', s.id).text)).toEqual(
      Array(2).fill('ALICE pours green tea into two cups.'),
    )
    expect(f.texts()).toMatchObject([
      {},
      ['GARDEN', 'A LANTERN swings in the wind.\n\nCORA hides behind the tall hedge.', 'An owl.'],
      ['CELLAR', 'The light comes back.'],
    ])
    expect(f.p.store.get('shots', own.id)).toBeDefined()
    f.sound()
  })

  test('merges, retyping and rejected names', () => {
    const f = film()
    const [bob, cora] = [f.asset('Bob'), f.asset('Cora')]
    f.p.run((d) => mergeAssets(d, { intoId: bob.id, fromIds: [cora.id], as: 'alias' }))
    f.p.run((d) => deleteAsset(d, { assetId: f.asset('Alice').id }))
    f.p.run((d) => removeAssignment(d, { shotId: f.shot('fuse box').id, assetId: bob.id }))
    const assets = f.p.store.count('assets')
    const report = f.again(
      changed('The light comes back.', 'The light comes back.\n\nCORA and ALICE cheer in the dark.').replace(
        'fuse box',
        'old fuse box',
      ),
    )
    expect(f.p.store.count('assets')).toBe(assets)
    const cheer = f.shot('cheer')
    expect(f.p.assignment(cheer, bob)).toMatchObject({ origin: 'suggested' })
    expect(f.p.assignment(f.shot('fuse box'), bob)).toBeUndefined()
    expect(report.assets).toEqual({ character: 0, location: 0, prop: 0 })
    f.sound()
  })
})

describe('another breakdown rule', () => {
  test('changes the shots it cuts otherwise, and keeps the rest', () => {
    const speech = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ')
    const f = film(changed('It rains again.', `${speech}. ${speech}.`))
    const [tea, talk] = [f.shot('pours tea'), f.shot('word0')]
    const count = shotsInOrder(f.p.store).length
    const report = f.p.run((d) => rebreak(d, { scriptId: f.scriptId, breakdown: { dialogueMaxSeconds: 60 } }))
    expect(report.removed.length).toBeGreaterThan(0)
    expect(shotsInOrder(f.p.store).length).toBeLessThan(count)
    expect(f.p.store.get('shots', talk.id)).toBeDefined()
    expect(report.unchanged).toContain(tea.id)
    expect(f.p.store.must('scripts', f.scriptId).breakdown.dialogueMaxSeconds).toBe(60)
    const back = f.p.run((d) => rebreak(d, { scriptId: f.scriptId, breakdown: { dialogueMaxSeconds: 12 } }))
    expect(back.restored.length).toBeGreaterThan(0)
    expect(shotsInOrder(f.p.store)).toHaveLength(count)
    f.sound()
  })
})

/** The script with a few of its paragraphs removed, doubled, changed, moved or new. */
function edited(seed: number): string {
  const random = seededRandom(seed)
  const parts = text.split('\n\n')
  for (let n = 0; n < 4; n++) {
    const at = Math.floor(random() * parts.length)
    const way = pick(random, ['remove', 'add', 'change', 'move', 'double'] as const)
    if (way === 'remove') parts.splice(at, 1)
    else if (way === 'add')
      parts.splice(at, 0, pick(random, ['DORA waves from the roof.', 'INT. ATTIC - DAY', 'Rain falls on everything.']))
    else if (way === 'change') parts[at] = `${parts[at] ?? ''} slowly`
    else if (way === 'move') parts.push(...parts.splice(at, 1))
    else parts.splice(at, 0, parts[at] ?? '')
  }
  return parts.join('\n\n')
}

describe('whatever was edited on either side', () => {
  test('every shot of the new script is in the story once, and no work is lost', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const f = film()
        const before = shotsInOrder(f.p.store)
        const takes = before.map((s) => f.p.take(s, 'startFrame'))
        f.again(edited(seed))
        f.sound()
        const want = storedBreakdown(f.p.store, f.p.store.must('scripts', f.scriptId)).scenes.map((s) => [
          s.set,
          ...s.shots.map((x) => x.text || x.dialogue.map((l) => l.text).join(' ')),
        ])
        expect(f.texts()).toEqual(want)
        for (const shot of before) expect(f.p.store.get('shots', shot.id)).toBeDefined()
        for (const take of takes) expect(f.p.store.get('takes', take.id)).toBeDefined()
        f.again(f.p.store.must('scripts', f.scriptId).text)
        expect(isEmptyChange(f.p.change)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('after any commands the same text changes nothing that the user made, and any text leaves a sound project with every shot live or in the tray', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const f = film()
        const random = seededRandom(seed)
        for (let i = 0; i < 25; i++) {
          const { name, input } = randomCommand(f.p.store, random)
          if (name !== 'script.breakdown') runCommand(f.p.store, f.p.newId, name, input)
        }
        const shots = [...f.p.store.all('shots')].map((s) => s.id)
        const before = recordDump(f.p.store) as Record<string, Record<string, { text?: string }>>
        f.again(text)
        const after = recordDump(f.p.store) as typeof before
        expect([Object.keys(after['shots']!).sort(), Object.keys(after['assignments']!).sort()]).toEqual([
          Object.keys(before['shots']!).sort(),
          Object.keys(before['assignments']!).sort(),
        ])
        for (const [id, shot] of Object.entries(before['shots']!)) expect(after['shots']![id]!.text).toBe(shot.text)
        f.again(edited(seed))
        f.sound()
        for (const id of shots) expect(f.p.store.get('shots', id)).toBeDefined()
      }),
      { numRuns: 60 },
    )
  })
})

test('what the user put into somebody’s hands comes and goes with them as the new draft has it', () => {
  const { p, again } = film()
  const shot = shotsInOrder(p.store).find((s) => s.text.startsWith('BOB comes in'))!
  const bob = p.store.list('assetsInOrder').find((a) => a.name === 'Bob')!
  const cup = p.asset('prop', 'Cup')
  runCommand(p.store, p.newId, 'assignment.set', { shotId: shot.id, assetId: cup.id, carriedBy: bob.id })
  expect([p.assignment(shot, bob)!.presence, p.assignment(shot, cup)!.presence]).toEqual(['enters', 'enters'])
  again(text.replace('ALICE pours tea into two cups.', 'ALICE pours tea into two cups. BOB watches.'))
  expect([p.assignment(shot, bob)!.presence, p.assignment(shot, cup)!.presence]).toEqual(['throughout', 'throughout'])
})
