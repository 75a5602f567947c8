import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CommandName } from '../ipc/inputSchemas'
import { makeAllResults } from '../testing/makeAllResults'
import { runCommand, tryCommand } from '../testing/runCommand'
import { TestProject } from '../testing/testProject'
import type { Asset } from '../model/asset'
import type { FrameEnd } from '../model/common'
import type { Shot } from '../model/shot'
import { removeAssignment } from '../domain/presence/removeAssignment'
import { describeFrame } from '../domain/blocking/describeFrame'
import { continuityOf } from '../domain/continuity/continuity'
import { neighbour } from '../domain/lookup'
import { manifestOf } from '../domain/manifest/manifest'
import { mergeAssets } from '../domain/merging/mergeAssets'
import { unmerge } from '../domain/merging/unmerge'
import { planOf } from '../domain/passes/passPlan'
import { stageProfile } from '../domain/passes/stageProfile'
import { renderPrompt } from '../domain/prompts/renderPrompt'
import { freshnessOf } from '../domain/results/freshness'
import { passPrompts } from '../domain/results/passPrompt'
import { addPromptVersion } from '../domain/results/resultRules'
import { writtenPrompt } from '../domain/results/resultInputs'
import { sameStill } from '../domain/results/sameStill'
import { joinShots } from '../domain/structure/joinShots'
import { deleteShot } from '../domain/structure/shotRules'
import { splitShot } from '../domain/structure/splitShot'

/** A bistro with Alice, Bob and a waiter, none of whom is in the shot yet. */
function bistro(text = 'Alice and Bob sit at the table.') {
  const p = new TestProject()
  const scene = p.scene('INT. BISTRO - NIGHT')
  const alice = p.asset('character', 'Alice', { description: 'red-haired woman' })
  const bob = p.asset('character', 'Bob', { description: 'tall man' })
  const waiter = p.asset('character', 'Waiter', { description: 'tall man in white uniform' })
  const shot = p.shot(scene, { text })
  const say = (prompt: 'start' | 'end' | 'video', of: Shot = shot) =>
    renderPrompt(p.store, of.id, prompt, writtenPrompt(p.store, of.id, prompt))
  const command = (name: CommandName, input: unknown) => {
    const change = runCommand(p.store, p.newId, name, input)
    if (!change) throw new Error(`${name} was refused`)
    return change
  }
  const refused = (name: CommandName, input: unknown) => {
    const outcome = tryCommand(p.store, p.newId, name, input)
    return 'refused' in outcome ? outcome.refused : null
  }
  return { p, scene, shot, alice, bob, waiter, say, command, refused }
}

/** Where somebody is drawn in a still, without what they do with their face. */
function placeIn(p: TestProject, shot: Shot, frame: FrameEnd, asset: Asset) {
  const found = describeFrame(p.store, shot.id, frame).subjects.find((s) => s.assetId === asset.id)
  return found && { x: found.x, scale: found.scale, flip: found.flip }
}

describe('who stays in a shot does not move', () => {
  test('when a crossing is split: two who sit at a table keep their places in all four stills', () => {
    const { p, shot, alice, bob, waiter, say } = bistro()
    for (const asset of [alice, bob]) p.put(shot, asset)
    p.put(shot, waiter, { presence: 'passes_through' })
    const before = [placeIn(p, shot, 'start', alice), placeIn(p, shot, 'start', bob)]
    expect(say('video')).toContain('crosses the frame from the left to the right')
    const { first, second } = p.run((draft) => splitShot(draft, { shotId: shot.id }))
    for (const half of [first, second])
      for (const frame of ['start', 'end'] as const)
        expect([placeIn(p, half, frame, alice), placeIn(p, half, frame, bob)]).toEqual(before)
    expect(say('video', first)).toContain('walks into frame from the left')
    expect(say('video', second)).toContain('leaves frame right')
    const joined = p.run((draft) => joinShots(draft, { shotIds: [first.id, second.id] }))
    expect(p.store.list('blockingsOfShot', joined.id)).toEqual([])
    expect(p.assignment(joined, waiter)).toMatchObject({ enterFrom: null, exitTo: null })
  })

  test('but makes room in both stills for whoever is added to come or go, with that cause, and for no crossing', () => {
    const { p, shot, alice, bob, waiter } = bistro('Alice waits.')
    p.put(shot, alice)
    makeAllResults(p)
    const causes = (result: 'startFrame' | 'endFrame') => freshnessOf(p.store, shot.id, result).causes
    p.put(shot, waiter, { presence: 'passes_through' })
    expect([causes('startFrame'), causes('endFrame')]).toEqual([[], []])
    const alone = placeIn(p, shot, 'start', alice)
    p.put(shot, bob, { presence: 'enters' })
    expect(placeIn(p, shot, 'start', alice)).not.toEqual(alone)
    expect(placeIn(p, shot, 'start', alice)).toEqual(placeIn(p, shot, 'end', alice))
    expect(causes('startFrame')).toEqual(['The figures make room for Bob.'])
    makeAllResults(p)
    p.run((draft) => removeAssignment(draft, { assignmentId: p.assignment(shot, bob)!.id }))
    expect(causes('startFrame')).toEqual(['The figures close up without Bob.'])
  })

  test('whoever else comes or goes, in either still, and whatever is split', () => {
    const presences = ['throughout', 'enters', 'exits'] as const
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...presences), { minLength: 2, maxLength: 5 }),
        fc.nat(4),
        fc.constantFrom(...presences),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        (cast, which, next, at) => {
          const p = new TestProject()
          const shot = p.shot(p.scene(), { text: 'They talk.' })
          const people = cast.map((presence, i) => {
            const one = p.asset('character', `Person ${i + 1}`)
            p.put(shot, one, { presence })
            return one
          })
          const moving = people[which % people.length]!
          const places = (of: Shot, frame: FrameEnd) => people.map((one) => placeIn(p, of, frame, one))
          const before = [places(shot, 'start'), places(shot, 'end')]
          p.put(shot, moving, { presence: next })
          const after = [places(shot, 'start'), places(shot, 'end')]
          after.forEach((still, s) =>
            still.forEach((place, i) => {
              if (people[i] !== moving && place && before[s]![i]) expect(place).toEqual(before[s]![i])
            }),
          )
          const { first, second } = p.run((draft) => splitShot(draft, { shotId: shot.id, at }))
          expect(places(first, 'start')).toEqual(after[0])
          expect(places(second, 'end')).toEqual(after[1])
          const [left, right] = [places(first, 'end'), places(second, 'start')]
          left.forEach((place, i) => {
            if (place && right[i]) expect(place).toEqual(right[i])
          })
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('dialogue', () => {
  test('is spoken before its speaker leaves, and by one half of a split alone; a join puts it together', () => {
    const { p, shot, alice, bob, say, command } = bistro('Alice leaves.')
    const line = (text: string) => ({ character: 'ALICE', extension: '', parenthetical: '', text })
    const long = line('I never wanted any of this to happen, you know that, do you not?')
    command('shot.update', { shotId: shot.id, dialogue: [line('Goodbye.'), long] })
    p.put(shot, bob)
    p.put(shot, alice, { presence: 'exits', exitAt: 0.7, action: 'slamming the door' })
    expect(say('video').indexOf('Goodbye')).toBeLessThan(say('video').indexOf('leaves'))
    const { first, second } = p.run((draft) => splitShot(draft, { shotId: shot.id, at: 0.5 }))
    const words = (of: Shot) => p.store.must('shots', of.id).dialogue.map((d) => d.text)
    expect([words(first), words(second)]).toEqual([['Goodbye.'], [long.text]])
    const joined = p.run((draft) => joinShots(draft, { shotIds: [first.id, second.id] }))
    expect(words(joined)).toEqual(['Goodbye.', long.text])
  })
})

test('taken apart after the shot with the change of look was deleted, the target is as it was and the source in its look', () => {
  const { p, scene, shot, bob } = bistro('x')
  const next = p.shot(scene, { text: 'x' })
  const john = p.asset('character', 'John', { description: 'man in a shirt' })
  p.put(shot, john)
  p.put(next, bob)
  p.put(next, john)
  const { command } = { command: (name: CommandName, input: unknown) => runCommand(p.store, p.newId, name, input)! }
  const made = command('look.create', { assetId: john.id, name: 'bloody', description: 'man in a bloody shirt' })
  const bloody = Object.keys(made.added.looks!)[0]!
  command('transformation.set', {
    sceneAssetInstanceId: p.instanceId(scene, john),
    kind: 'within_shot',
    shotId: shot.id,
    at: 0.5,
    fromLookId: null,
    toLookId: bloody,
  })
  const { mergeId } = p.run((draft) => mergeAssets(draft, { intoId: bob.id, fromIds: [john.id], as: 'alias' }))
  p.run((draft) => deleteShot(draft, { shotId: shot.id }))
  p.run((draft) => unmerge(draft, { mergeId }))
  const words = manifestOf(p.store, next.id, 'start').alsoInFrame.map((s) => [s.asset.name, s.description])
  expect(words).toEqual([
    ['Bob', 'tall man'],
    ['John', 'man in a bloody shirt'],
  ])
  expect(p.store.list('looksOfAsset', bob.id)).toHaveLength(1)
})

test('no pass asks for what a later one brings', () => {
  const { p, shot, alice, bob } = bistro('Alice toasts with Bob while Carl juggles and Dora serves.')
  const others = ['Carl', 'Dora'].map((name) => p.asset('character', name))
  for (const asset of [alice, bob, ...others]) p.put(shot, asset)
  const profile = stageProfile(p.store, 10, 'open')
  const prompts = () => passPrompts(p.store, shot.id, 'start', planOf(p.store, shot.id, 'start', profile), profile)
  const [one, two] = prompts()
  expect(one).toContain('Alice (the red-haired woman) toasts with Bob (the tall man).')
  expect(one).not.toMatch(/Carl|Dora|juggles/)
  expect(two).toContain('while Carl juggles and Dora serves')
  // Words of the user's own lose what speaks of later ones.
  p.run((draft) =>
    addPromptVersion(draft, shot.id, 'start', 'Alice toasts. Carl juggles with fire. Bob smiles.', true, 'user'),
  )
  expect(prompts()[0]).toContain('Alice toasts. Bob smiles.')
  expect(prompts()[0]).not.toContain('Carl')
  expect(prompts()[1]).toContain('Carl juggles with fire.')
})

test('start and end share a still only where the words are the same, or the drawing is', () => {
  const { p, shot, alice } = bistro('The clock strikes. Alice gives the waiter a tip.')
  p.put(shot, alice)
  expect([sameStill(p.store, shot.id, 'local'), sameStill(p.store, shot.id, 'strong')]).toEqual([true, false])
})

test('a stay of less than a frame is refused, and edges half a frame apart touch', () => {
  const { p, shot, alice, refused, command } = bistro()
  const cell = { shotId: shot.id, assetId: alice.id }
  const brief = { ...cell, presence: 'passes_through', enterAt: 0.5, exitAt: 0.500001 }
  expect(refused('assignment.set', brief)).toBe('EMPTY_INTERVAL')
  command('assignment.set', { ...cell, enterAt: 0.6667, exitAt: 1 })
  const scene = p.store.must('scenes', shot.sceneId)
  const before = p.shot(scene, { index: 0 })
  p.put(before, alice)
  const edge = { sceneAssetInstanceId: p.instanceId(scene, alice), fromShotId: before.id, edge: 'exit' }
  expect(refused('assignment.moveEdge', { ...edge, toShotId: shot.id, at: 0.6 })).toBe('SPLIT_NEEDED')
  command('assignment.moveEdge', { ...edge, toShotId: shot.id, at: 0.6666 })
  expect(p.assignment(shot, alice)).toMatchObject({ enterAt: 0, exitAt: 1 })
})

describe('people of the film who are named in a shot', () => {
  test('are inputs of its prompts: one made elsewhere stales them, with that cause; a thing made elsewhere does not', () => {
    const { p, shot, bob } = bistro('Bob waits for Mara. He reads a paper on the couch.')
    p.put(shot, bob)
    for (const prompt of ['start', 'end', 'video'] as const)
      p.run((draft) => addPromptVersion(draft, shot.id, prompt, writtenPrompt(draft, shot.id, prompt), false, 'writer'))
    p.asset('prop', 'Couch')
    expect(freshnessOf(p.store, shot.id, 'startPrompt').status).toBe('fresh')
    p.asset('character', 'Mara')
    expect(freshnessOf(p.store, shot.id, 'startPrompt')).toMatchObject({
      status: 'stale',
      causes: ['The text of the shot now names Mara.'],
    })
  })
})

describe('what somebody carries', () => {
  function withRing(text = 'Alice walks to the window.') {
    const s = bistro(text)
    const ring = s.p.asset('prop', 'Ring', { description: 'gold ring' })
    s.p.put(s.shot, s.bob)
    s.p.put(s.shot, s.alice, { presence: 'enters', enterAt: 0.25, enterFrom: 'left' })
    s.command('assignment.set', { shotId: s.shot.id, assetId: ring.id, carriedBy: s.alice.id })
    return { ...s, ring }
  }

  test('comes and goes with the carrier, stands in the hands, and is told in the same clause', () => {
    const { p, shot, alice, ring, say, command } = withRing()
    const ringIs = () => p.assignment(shot, ring)!
    expect(ringIs()).toMatchObject({ presence: 'enters', enterAt: 0.25, enterFrom: 'left' })
    command('assignment.set', { shotId: shot.id, assetId: alice.id, enterAt: 0.5 })
    expect(ringIs()).toMatchObject({ enterAt: 0.5 })
    expect(say('video')).toMatch(/Alice .*carrying the Ring/)
    expect(say('video').match(/Ring/g)).toHaveLength(1)
    expect(say('end')).toMatch(/facing (?:left|right), carrying the Ring \(the gold ring\)/)
    const [hand, thing] = [placeIn(p, shot, 'end', alice)!, placeIn(p, shot, 'end', ring)!]
    expect(Math.abs(hand.x - thing.x)).toBeLessThan(0.1)
    expect(thing.scale).toBeLessThan(hand.scale / 3)
    expect(say('start')).not.toContain('Ring')
  })

  test('is handed over at a time, split and joined with its shot, and put down by times of its own', () => {
    const { p, shot, alice, bob, ring, say, command, refused } = withRing()
    command('assignment.set', { shotId: shot.id, assetId: ring.id, handedTo: bob.id, handedAt: 0.75 })
    expect(say('video')).toContain('At about 3.0 s Alice hands the Ring to Bob.')
    expect(say('end')).toMatch(/Bob \(the tall man\) [^;]*carrying the Ring/)
    const { first, second } = p.run((draft) => splitShot(draft, { shotId: shot.id, at: 0.5 }))
    expect([first, second].map((half) => p.assignment(half, ring))).toMatchObject([
      { carriedBy: alice.id, handedTo: null },
      { carriedBy: alice.id, handedTo: bob.id, handedAt: 0.5 },
    ])
    const joined = p.run((draft) => joinShots(draft, { shotIds: [first.id, second.id] }))
    expect(p.assignment(joined, ring)).toMatchObject({ carriedBy: alice.id, handedTo: bob.id, handedAt: 0.75 })
    const ringInto = { shotId: shot.id, assetId: alice.id, carriedBy: ring.id }
    expect(refused('assignment.set', ringInto)).toBe('CARRIED_IN_A_CIRCLE')
    command('assignment.set', { shotId: shot.id, assetId: ring.id, presence: 'throughout' })
    expect(p.assignment(shot, ring)).toMatchObject({ carriedBy: null, handedTo: null, presence: 'throughout' })
  })

  test('keeps the moment it is handed over where only one half of a split has it, and in a join', () => {
    for (const [enterAt, exitAt, handedAt, half] of [
      [0.1, 0.4, 0.2, 0.4],
      [0.6, 0.9, 0.8, 0.6],
    ] as const) {
      const { p, shot, alice, bob, ring, command } = withRing()
      for (const { id } of [alice, bob])
        command('assignment.set', { shotId: shot.id, assetId: id, presence: 'passes_through', enterAt, exitAt })
      command('assignment.set', { shotId: shot.id, assetId: ring.id, handedTo: bob.id, handedAt })
      const halves = p.run((draft) => splitShot(draft, { shotId: shot.id, at: 0.5 }))
      const own = [halves.first, halves.second].flatMap((one) => p.assignment(one, ring) ?? [])
      expect(own.map((one) => one.handedAt)).toEqual([expect.closeTo(half, 6)])
      const joined = p.run((draft) => joinShots(draft, { shotIds: [halves.first.id, halves.second.id] }))
      expect(p.assignment(joined, ring)!.handedAt).toBeCloseTo(handedAt, 6)
    }
  })

  test('is handed over when both are there, and never by two who do not meet', () => {
    const { p, shot, alice, bob, ring, say, command } = withRing()
    command('assignment.set', { shotId: shot.id, assetId: ring.id, handedTo: bob.id, handedAt: 0.75 })
    command('assignment.set', { shotId: shot.id, assetId: bob.id, presence: 'enters', enterAt: 0.875 })
    expect(say('video')).toContain('At about 3.5 s Alice hands the Ring to Bob.')
    command('assignment.set', { shotId: shot.id, assetId: alice.id, presence: 'exits', exitAt: 0.5 })
    expect(say('video')).not.toContain('hands the Ring')
    expect(p.assignment(shot, ring)).toMatchObject({ presence: 'exits', exitAt: 0.5 })
    expect(say('end')).not.toContain('Ring')
    command('assignment.set', { shotId: shot.id, assetId: alice.id, presence: 'throughout' })
    expect(say('end')).toMatch(/Bob [^;]*carrying the Ring/)
  })

  test('has to be with somebody in the next shot', () => {
    const { p, scene, shot, alice, ring, command } = withRing()
    const next = p.shot(scene, { text: 'Alice looks at the ring.' })
    p.put(next, alice)
    p.put(next, ring)
    const note = () => continuityOf(p.store).find((n) => n.code === 'WHO_HAS_IT')
    expect(note()).toMatchObject({
      shotIds: [shot.id, next.id],
      message: `Alice carries Ring at the end of ${shot.number}; in ${next.number} nobody has it.`,
    })
    command(note()!.fix!.command as CommandName, note()!.fix!.input)
    expect(note()).toBeUndefined()
    expect(p.assignment(next, ring)).toMatchObject({ carriedBy: alice.id })
  })
})

test('a picture of somebody is sent and told as a picture; nobody stands there, and nobody is carried on', () => {
  const { p, scene, shot, alice, bob, say, command } = bistro('Bob looks at the photograph on the desk.')
  p.put(shot, bob)
  command('assignment.set', { shotId: shot.id, assetId: alice.id, depicts: 'image' })
  expect(manifestOf(p.store, shot.id, 'start').alsoInFrame.map((s) => s.asset.name)).toEqual(['Alice', 'Bob'])
  expect(placeIn(p, shot, 'start', alice)).toBeUndefined()
  expect(say('start')).toContain('Seen only on the photograph, not in person: Alice (the red-haired woman).')
  expect(say('start')).toMatch(/In frame: Bob [^;]*\./)
  expect(say('video')).toContain('is seen only on the photograph, not in person.')
  command('assignment.set', { shotId: shot.id, assetId: alice.id, depictedOn: 'mirror above the bar' })
  expect(say('start')).toContain('Seen only in the mirror above the bar')
  const halves = p.run((draft) => splitShot(draft, { shotId: shot.id }))
  for (const half of [halves.first, halves.second])
    expect(p.assignment(half, alice)).toMatchObject({ depicts: 'image', depictedOn: 'mirror above the bar' })
  expect([...p.store.all('blockings')].map((b) => b.sceneAssetInstanceId)).not.toContain(p.instanceId(scene, alice))
  p.run((draft) => joinShots(draft, { shotIds: [halves.first.id, halves.second.id] }))
  const next = p.shot(scene, { text: 'Bob turns away.' })
  p.put(next, bob)
  p.put(next, alice, { presence: 'enters' })
  expect(continuityOf(p.store).filter((n) => n.code === 'PRESENT_BUT_ENTERS')).toEqual([])
})

describe('the camera', () => {
  test('is the eyes of whoever looks in a point-of-view shot', () => {
    const { p, shot, alice, bob, say, command } = bistro('POV Bob: Alice on the balcony.')
    for (const asset of [alice, bob]) p.put(shot, asset)
    command('shot.update', { shotId: shot.id, size: 'pov' })
    const { leftOut } = manifestOf(p.store, shot.id, 'start')
    expect(leftOut.map((l) => [l.asset.name, l.reason])).toEqual([['Bob', 'camera']])
    expect(say('start')).toMatch(/In frame: Alice [^;]*\./)
    expect(neighbour(p.store, shot, 1)).toBeUndefined()
  })

  test('sees in an insert only what the words name; without a name, all', () => {
    const { p, shot, alice, bob, command } = bistro('The phone rings in Alice’s hand.')
    const phone = p.asset('prop', 'Phone')
    for (const asset of [alice, bob, phone]) p.put(shot, asset)
    command('shot.update', { shotId: shot.id, size: 'insert' })
    const leftOut = () => manifestOf(p.store, shot.id, 'start').leftOut.map((l) => l.asset.name)
    expect(leftOut()).toEqual(['Bob'])
    command('shot.update', { shotId: shot.id, text: 'Alice’s phone: “Mum calling”.' })
    expect(leftOut()).toEqual(['Alice', 'Bob'])
    command('shot.update', { shotId: shot.id, text: 'A key turns.' })
    expect(leftOut()).toEqual([])
  })

  test('may end a move in another framing', () => {
    const { p, shot, alice, say, command } = bistro('Alice reads.')
    p.put(shot, alice)
    command('shot.update', { shotId: shot.id, size: 'close', movement: 'pull back', endSize: 'wide' })
    expect([say('start'), say('end')].map((text) => /(?:Close-up|Wide shot)/.exec(text)?.[0])).toEqual([
      'Close-up',
      'Wide shot',
    ])
    expect(placeIn(p, shot, 'end', alice)!.scale).toBeLessThan(placeIn(p, shot, 'start', alice)!.scale)
    expect(say('video')).toContain('The camera: pull back, ending in a wide shot.')
    const { first, second } = p.run((draft) => splitShot(draft, { shotId: shot.id }))
    expect([first.endSize, second.endSize]).toEqual([null, 'wide'])
  })
})

test('who is hidden is in the video and nowhere in that still; who is seen in part is told so', () => {
  const { p, shot, alice, bob, say, command } = bistro('Alice reads. Bob hides behind the counter.')
  for (const asset of [alice, bob]) p.put(shot, asset)
  for (const asset of [alice, bob]) command('look.update', { lookId: asset.defaultLookId, mediaId: p.picture() })
  makeAllResults(p)
  const fresh = () =>
    (['startPrompt', 'startFrame', 'endPrompt', 'endFrame'] as const).filter(
      (result) => freshnessOf(p.store, shot.id, result).status === 'fresh',
    )
  const show = (shown: 'full' | 'part' | 'hidden') =>
    command('blocking.set', { assignmentId: p.assignment(shot, bob)!.id, frame: 'start', shown })
  const alicesPlace = placeIn(p, shot, 'start', alice)
  show('hidden')
  const { entries, alsoInFrame, leftOut } = manifestOf(p.store, shot.id, 'start')
  expect([...entries, ...alsoInFrame].map((one) => one.asset.name)).toEqual(['Alice'])
  expect(leftOut).toMatchObject([{ asset: { name: 'Bob' }, reason: 'hidden', detail: 'is hidden from view' }])
  const plan = planOf(p.store, shot.id, 'start', stageProfile(p.store, 10, 'open'))
  expect(plan.passes.flatMap((pass) => pass.references.map((r) => r.name))).toEqual(['Alice'])
  expect(say('start')).not.toContain('Bob')
  expect([placeIn(p, shot, 'start', bob), placeIn(p, shot, 'start', alice)]).toEqual([undefined, alicesPlace])
  expect(say('end')).toMatch(/In frame:.*Bob/)
  expect(say('video')).toContain('Bob')
  expect(fresh()).toEqual(['endPrompt', 'endFrame'])
  expect(freshnessOf(p.store, shot.id, 'startFrame').causes).toEqual(['Bob is hidden from view.'])
  show('full')
  command('blocking.set', { assignmentId: p.assignment(shot, bob)!.id, frame: 'start', reset: true })
  expect(fresh()).toHaveLength(4)
  show('part')
  expect(say('start')).toContain('only partly in view')
})

test('neither whoever is hidden nor whose eyes the camera is needs a picture', () => {
  const { p, shot, alice, bob, command } = bistro('Bob drinks. Alice hides.')
  const missing = () => continuityOf(p.store).filter((n) => n.code === 'NO_PICTURE' && n.assetIds[0] !== bob.id)
  p.put(shot, bob)
  p.put(shot, alice)
  expect(missing().map((n) => n.assetIds[0])).toContain(alice.id)
  for (const frame of ['start', 'end'])
    command('blocking.set', { assignmentId: p.assignment(shot, alice)!.id, frame, shown: 'hidden' })
  expect(missing().map((n) => n.assetIds[0])).not.toContain(alice.id)
  for (const frame of ['start', 'end'])
    command('blocking.set', { assignmentId: p.assignment(shot, alice)!.id, frame, reset: true })
  command('shot.update', { shotId: shot.id, text: "Alice's POV: Bob drinks." })
  expect(missing().map((n) => n.assetIds[0])).not.toContain(alice.id)
})

test('the text tells of an exit and the presence does not: a note, mended by one click', () => {
  const { p, shot, alice, bob, command } = bistro('Alice slams the door behind her and leaves.')
  for (const asset of [alice, bob]) p.put(shot, asset)
  const note = () => continuityOf(p.store).find((n) => n.code === 'TEXT_SAYS_OTHERWISE')
  expect(note()).toMatchObject({
    assetIds: [alice.id],
    message: `The text of ${shot.number} says that Alice leaves; set is throughout.`,
  })
  command(note()!.fix!.command as CommandName, note()!.fix!.input)
  expect(p.assignment(shot, alice)!.presence).toBe('exits')
  expect(note()).toBeUndefined()
})
