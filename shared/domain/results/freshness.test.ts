import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resultKinds, type ResultKind } from '../../model/result'
import { tableNames } from '../../model/tableNames'
import { invertChange } from '../../records/change'
import type { Draft } from '../../records/draft'
import { randomCommand } from '../../testing/randomCommands'
import { seededRandom } from '../../testing/seededRandom'
import { runCommand } from '../../testing/runCommand'
import { exampleProject } from '../../testing/exampleProject'
import { TestProject } from '../../testing/testProject'
import * as assets from '../assets/assetRules'
import { freshnessOf, shotFreshness } from './freshness'
import { inputsDigest, sameInputs } from './compareInputs'
import { inputsOf, writtenPrompt } from './resultInputs'
import { shotsInOrder } from '../lookup'
import { updateProject } from '../structure/projectRules'
import { removeAssignment } from '../presence/removeAssignment'
import * as results from './resultRules'
import { updateScene } from '../structure/sceneRules'
import { setAssignment } from '../presence/setAssignment'
import { moveShot, updateShot } from '../structure/shotRules'
import { setTransformation } from '../looks/transformationRules'

/** A shot with Alice, Bob and the room, all throughout, and all six results made from today's inputs. */
function made() {
  const p = new TestProject()
  const scene = p.scene('INT. LIVING ROOM - NIGHT')
  const shot = p.shot(scene, { durationSeconds: 4, text: 'Alice waits.' })
  const next = p.shot(scene)
  const alice = p.asset('character', 'Alice', { description: 'red-haired woman', picture: true })
  const bob = p.asset('character', 'Bob', { description: 'tall man', picture: true })
  const room = p.asset('location', 'Living Room', { picture: true })
  for (const asset of [alice, bob, room]) p.put(shot, asset)
  make(p, shot.id)
  const stale = () => resultKinds.filter((r) => freshnessOf(p.store, shot.id, r).status !== 'fresh')
  const causes = (result: ResultKind) => freshnessOf(p.store, shot.id, result).causes
  const put = (fields: Partial<Parameters<typeof setAssignment>[1]>) =>
    p.run((draft) => setAssignment(draft, { shotId: shot.id, assetId: alice.id, ...fields }))
  const undo = () => p.store.apply(invertChange(p.change))
  return { p, scene, shot, next, alice, bob, room, stale, causes, put, undo }
}

function make(p: TestProject, shotId: string) {
  const shot = p.store.must('shots', shotId)
  for (const prompt of ['start', 'end', 'video'] as const)
    p.run((draft) =>
      results.addPromptVersion(draft, shotId, prompt, writtenPrompt(draft, shotId, prompt), false, 'writer'),
    )
  for (const kind of ['startFrame', 'endFrame', 'video'] as const) p.take(shot, kind)
}

type Made = ReturnType<typeof made>
const all = [...resultKinds]
const ofStart: ResultKind[] = ['startPrompt', 'videoPrompt', 'startFrame', 'video']
const ofEnd: ResultKind[] = ['endPrompt', 'videoPrompt', 'endFrame', 'video']
const stills: ResultKind[] = ['startPrompt', 'endPrompt', 'startFrame', 'endFrame', 'video']
const ofVideo: ResultKind[] = ['videoPrompt', 'video']

describe('results', () => {
  test('are missing before they are made and fresh afterwards', () => {
    const { p, next, shot } = made()
    expect(Object.values(shotFreshness(p.store, shot.id)).map((f) => f.status)).toEqual(Array(6).fill('fresh'))
    expect(Object.values(shotFreshness(p.store, next.id)).map((f) => f.status)).toEqual(Array(6).fill('missing'))
  })

  test.each<[string, (m: Made, draft: Draft) => unknown, ResultKind[], string]>([
    [
      'Alice now enters',
      (m, d) => setAssignment(d, { shotId: m.shot.id, assetId: m.alice.id, presence: 'enters' }),
      ofStart,
      'Alice now enters at 35 % (was throughout).',
    ],
    [
      'Alice now leaves',
      (m, d) => setAssignment(d, { shotId: m.shot.id, assetId: m.alice.id, presence: 'exits' }),
      ofEnd,
      'Alice now leaves at 65 % (was throughout).',
    ],
    [
      'Alice now crosses',
      (m, d) => setAssignment(d, { shotId: m.shot.id, assetId: m.alice.id, presence: 'passes_through' }),
      all,
      'Alice now passes through from 25 % to 75 % (was throughout).',
    ],
    [
      'Alice is taken out',
      (m, d) => removeAssignment(d, { shotId: m.shot.id, assetId: m.alice.id }),
      all,
      'Alice is no longer in the shot.',
    ],
    ['Alice is deleted', (m, d) => assets.deleteAsset(d, { assetId: m.alice.id }), all, 'Alice was deleted.'],
    [
      'Alice is renamed',
      (m, d) => assets.updateAsset(d, { assetId: m.alice.id, name: 'Alison' }),
      all,
      'Alice is now called Alison.',
    ],
    [
      'Alice becomes a prop',
      (m, d) => assets.retypeAsset(d, { assetId: m.alice.id, type: 'prop' }),
      all,
      'Alice is now a prop (was a character).',
    ],
    [
      'the description of Alice changes',
      (m, d) => assets.updateAsset(d, { assetId: m.alice.id, description: 'blonde woman' }),
      all,
      'The description of Alice changed.',
    ],
    [
      'Alice loses her picture',
      (m, d) => assets.updateLook(d, { lookId: m.alice.defaultLookId, mediaId: null }),
      stills,
      'Alice has no picture any more.',
    ],
    [
      'Alice starts the scene in another look',
      (m, d) =>
        assets.updateSceneAsset(d, {
          id: m.p.instanceId(m.scene, m.alice),
          lookId: assets.createLook(d, { assetId: m.alice.id, name: 'Wet' }).id,
        }),
      all,
      'Alice is now in the look “Wet” (was “Default”).',
    ],
    [
      'Alice stands elsewhere at the start',
      (m, d) =>
        results.setBlocking(
          d,
          { assignmentId: m.p.assignment(m.shot, m.alice)!.id, frame: 'start', x: 0.1 },
          { x: 0, y: 0.9, scale: 1, flip: false, depth: 0 },
        ),
      ['startPrompt', 'startFrame', 'video'],
      'Alice stands elsewhere.',
    ],
    [
      'the size changes',
      (m, d) => updateShot(d, { shotId: m.shot.id, size: 'wide' }),
      all,
      'The shot size is now wide shot (was open).',
    ],
    [
      'the lens changes',
      (m, d) => updateShot(d, { shotId: m.shot.id, lens: '24 mm' }),
      all,
      'The lens is now 24 mm (was none).',
    ],
    [
      'the action changes',
      (m, d) => updateShot(d, { shotId: m.shot.id, text: 'Alice runs.' }),
      all,
      'The action of the shot changed.',
    ],
    [
      'the end state changes',
      (m, d) => updateShot(d, { shotId: m.shot.id, endState: 'Alice is gone.' }),
      ['endPrompt', 'endFrame', 'video'],
      'The state of the action changed.',
    ],
    [
      'the duration changes',
      (m, d) => updateShot(d, { shotId: m.shot.id, durationSeconds: 6 }),
      ofVideo,
      'The duration is now 6.0 s (was 4.0 s).',
    ],
    [
      'the time of day changes',
      (m, d) => updateScene(d, { sceneId: m.scene.id, heading: 'INT. LIVING ROOM - DAY' }),
      all,
      'The time of day is now day (was night).',
    ],
    [
      'the set changes',
      (m, d) => updateScene(d, { sceneId: m.scene.id, heading: 'INT. KITCHEN - NIGHT' }),
      all,
      'The set is now KITCHEN (was LIVING ROOM).',
    ],
    ['the style changes', (_m, d) => updateProject(d, { styleText: 'ink' }), all, 'The style of the project changed.'],
    [
      'the aspect ratio changes',
      (_m, d) => updateProject(d, { aspectWidth: 4, aspectHeight: 3 }),
      ['startFrame', 'endFrame', 'video'],
      'The aspect ratio of the project changed.',
    ],
  ])(
    'when %s are stale where it counts, with the cause, and fresh again when it is undone',
    (_what, edit, expected, cause) => {
      const m = made()
      m.p.run((draft) => edit(m, draft))
      expect(m.stale()).toEqual(expected)
      for (const result of expected) expect(m.causes(result).join(' '), result).toContain(cause)
      m.undo()
      expect(m.stale()).toEqual([])
    },
  )

  test.each<[string, (m: Made, draft: Draft) => unknown]>([
    ['the shot moves', (m, d) => moveShot(d, { shotId: m.shot.id, index: 1 })],
    [
      'the scene gets a number, a title and notes',
      (m, d) => updateScene(d, { sceneId: m.scene.id, number: '9', title: 'Tea', notes: 'n' }),
    ],
    ['the shot gets a number and notes', (m, d) => updateShot(d, { shotId: m.shot.id, number: '9Z', notes: 'n' })],
    [
      'another generator is set',
      (_m, d) => updateProject(d, { stage10GeneratorId: 'open', stage12GeneratorId: 'strong' }),
    ],
    ['an alias is added that no text uses', (m, d) => assets.updateAsset(d, { assetId: m.alice.id, aliases: ['Al'] })],
    [
      'somebody is put into the next shot',
      (m, d) => setAssignment(d, { shotId: m.next.id, assetId: m.alice.id, presence: 'enters' }),
    ],
    ['another frame rate is set', (_m, d) => updateProject(d, { fps: 48 })],
    [
      'an unused look is added',
      (m, d) => assets.createLook(d, { assetId: m.alice.id, name: 'Wet', description: 'wet' }),
    ],
  ])('stay fresh when %s', (_what, edit) => {
    const m = made()
    m.p.run((draft) => edit(m, draft))
    expect(m.stale()).toEqual([])
  })

  test('a change of look inside the shot stales the end and the video, each with its own cause', () => {
    const m = made()
    m.p.run((draft) =>
      setTransformation(draft, {
        sceneAssetInstanceId: m.p.instanceId(m.scene, m.alice),
        kind: 'within_shot',
        shotId: m.shot.id,
        at: 0.5,
        fromLookId: null,
        toLookId: assets.createLook(draft, { assetId: m.alice.id, name: 'Wet' }).id,
      }),
    )
    expect(m.stale()).toEqual(ofEnd)
    expect([m.causes('endFrame'), m.causes('videoPrompt')]).toEqual([
      ['Alice is now in the look “Wet” (was “Default”).'],
      ['The changes of look of Alice changed.'],
    ])
    m.undo()
    expect(m.stale()).toEqual([])
  })

  test('moving times without changing the type stales only the video prompt and the video', () => {
    const m = made()
    m.put({ presence: 'enters', enterAt: 0.35 })
    make(m.p, m.shot.id)
    expect(m.stale()).toEqual([])
    m.put({ enterAt: 0.5 })
    expect(m.stale()).toEqual(ofVideo)
    expect(m.causes('videoPrompt')).toEqual(['Alice now enters at 50 % (was 35 %).'])
    m.put({ enterAt: 0.35 })
    expect(m.stale()).toEqual([])
    m.put({ presence: 'exits', exitAt: 0.5 })
    make(m.p, m.shot.id)
    m.put({ exitAt: 0.7 })
    expect(m.stale()).toEqual(ofVideo)
    expect(m.causes('video')).toContain('Alice now leaves at 70 % (was 50 %).')
  })

  test('every fact that changed of an asset is a cause, and the frame or prompt that changed is named', () => {
    const m = made()
    m.p.run((draft) =>
      assets.updateLook(draft, { lookId: m.alice.defaultLookId, description: 'wet woman', mediaId: null }),
    )
    expect(m.causes('endFrame')).toEqual(['Alice has no picture any more.', 'The description of Alice changed.'])
    m.undo()
    m.put({ presence: 'passes_through', enterAt: 0.25, exitAt: 0.75 })
    make(m.p, m.shot.id)
    m.put({ enterAt: 0.3, exitAt: 0.6, action: 'humming' })
    expect(m.causes('videoPrompt')).toEqual([
      'Alice now passes through from 30 % to 60 % (was 25 % to 75 %).',
      'What Alice does changed.',
    ])
    make(m.p, m.shot.id)
    m.p.take(m.shot, 'endFrame')
    expect(m.causes('video')).toEqual(['The end frame changed.'])
    make(m.p, m.shot.id)
    m.p.run((draft) => results.editPrompt(draft, { shotId: m.shot.id, prompt: 'start', text: 'Alone.' }))
    expect([m.causes('startFrame'), m.causes('video')]).toEqual([
      ['The prompt changed.'],
      ['The start prompt changed.'],
    ])
  })

  test('a look that the order of shots changes stales what it is seen in, with that cause', () => {
    const m = made()
    m.p.put(m.next, m.alice)
    m.p.run((draft) =>
      setTransformation(draft, {
        sceneAssetInstanceId: m.p.instanceId(m.scene, m.alice),
        kind: 'within_shot',
        shotId: m.next.id,
        at: 0.5,
        fromLookId: null,
        toLookId: assets.createLook(draft, { assetId: m.alice.id, name: 'Wet' }).id,
      }),
    )
    expect(m.stale()).toEqual([])
    m.p.run((draft) => moveShot(draft, { shotId: m.shot.id, index: 1 }))
    expect(m.stale()).toEqual(all)
    expect(m.causes('startFrame')).toEqual(['Alice is now in the look “Wet” (was “Default”).'])
  })

  test('a hand edit of a prompt is fresh itself and stales its frame and the video', () => {
    const m = made()
    m.p.run((draft) => results.editPrompt(draft, { shotId: m.shot.id, prompt: 'start', text: 'Alice by the window.' }))
    expect(m.stale()).toEqual(['startFrame', 'video'])
    expect(m.causes('startFrame')).toEqual(['The prompt changed.'])
  })

  test('another chosen still stales the video, and the end frame only when it is built on the start', () => {
    for (const [endFromStart, generatorId, stale] of [
      [false, 'strong', ['video']],
      [true, 'strong', ['endFrame', 'video']],
      // This computer draws every still from its parts.
      [true, 'local', ['video']],
    ] as const) {
      const m = made()
      m.p.run((draft) => updateShot(draft, { shotId: m.shot.id, endFromStart }))
      make(m.p, m.shot.id)
      m.p.take(m.shot, 'endFrame', generatorId)
      m.p.take(m.shot, 'video')
      expect(m.stale()).toEqual([])
      const first = m.p.store.list('takesMadeFor', `${m.shot.id}/startFrame`)[0]!
      m.p.run((draft) => results.chooseTake(draft, { shotId: m.shot.id, kind: 'startFrame', takeId: first.id }))
      expect(m.stale()).toEqual(stale)
    }
  })

  test('“still good” frees exactly that result, and only until the next change', () => {
    const m = made()
    m.put({ presence: 'enters' })
    m.p.run((draft) => results.acceptInputs(draft, { shotId: m.shot.id, result: 'startFrame' }))
    expect(m.stale()).toEqual(['startPrompt', 'videoPrompt', 'video'])
    m.p.run((draft) => updateShot(draft, { shotId: m.shot.id, size: 'wide' }))
    expect(m.stale()).toEqual(all)
    expect(m.causes('startFrame')).toEqual(['The shot size is now wide shot (was open).'])
  })

  test('are judged under the profile they were made with', () => {
    const m = made()
    const people = ['Carl', 'Dora', 'Emil'].map((name) => m.p.asset('character', name, { picture: true }))
    for (const asset of people) m.p.put(m.shot, asset)
    m.p.take(m.shot, 'startFrame', 'open')
    expect(freshnessOf(m.p.store, m.shot.id, 'startFrame').status).toBe('fresh')
    m.p.run((draft) => updateProject(draft, { stage10GeneratorId: 'strong' }))
    expect(freshnessOf(m.p.store, m.shot.id, 'startFrame').status).toBe('fresh')
  })

  test('tell that they are approved, also while stale', () => {
    const m = made()
    const take = m.p.store.list('takesMadeFor', `${m.shot.id}/endFrame`)[0]!
    m.p.run((draft) => results.lockTake(draft, { takeId: take.id, locked: true }))
    m.put({ presence: 'exits' })
    expect(freshnessOf(m.p.store, m.shot.id, 'endFrame')).toMatchObject({ status: 'stale', locked: true })
    expect(freshnessOf(m.p.store, m.shot.id, 'startFrame')).toMatchObject({ status: 'fresh', locked: false })
  })
})

describe('inputs', () => {
  test('hold no ids but pictures’, are equal exactly when their digests are, and are stale exactly with a cause', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const project = exampleProject()
        const { store, newId, roomShots } = project
        make(project, roomShots[0]!.id)
        const random = seededRandom(seed)
        const before = new Map(resultKinds.map((r) => [r, inputsOf(store, roomShots[0]!.id, r)]))
        for (let i = 0; i < 6; i++) {
          const { name, input } = randomCommand(store, random)
          runCommand(store, newId, name, input)
        }
        const ids = tableNames
          .filter((t) => t !== 'media' && t !== 'project')
          .flatMap((t) => [...store.all(t)].map((r) => r.id))
        for (const shot of shotsInOrder(store)) {
          for (const result of resultKinds) {
            const text = JSON.stringify(inputsOf(store, shot.id, result))
            // The prompt's text holds its mentions as tokens.
            expect(ids.filter((id) => text.replace(/\{\{\w+:[^{}]*\}\}/g, '').includes(id))).toEqual([])
          }
        }
        if (!store.get('shots', roomShots[0]!.id)) return
        for (const [result, was] of before) {
          const today = inputsOf(store, roomShots[0]!.id, result)
          expect(sameInputs(was, today)).toBe(inputsDigest(was) === inputsDigest(today))
        }
        for (const { causes, status } of Object.values(shotFreshness(store, roomShots[0]!.id)))
          expect(causes.length > 0).toBe(status === 'stale')
      }),
      { numRuns: 30 },
    )
  })

  test('cost as much as the shot is large, not the project', () => {
    /** Records looked at for one shot's freshness, in a story of that many scenes with the same cast. */
    const visits = (scenes: number) => {
      const m = made()
      for (let i = 0; i < scenes; i++)
        for (const shot of m.p.shots(m.p.scene(), 5)) for (const asset of [m.bob, m.room]) m.p.put(shot, asset)
      const before = m.p.store.visits
      shotFreshness(m.p.store, m.shot.id)
      return m.p.store.visits - before
    }
    // Each further scene costs a look at its scene instance (story looks), not at its shots and assignments.
    expect(visits(40) - visits(20)).toBeLessThan(visits(20))
  })
})
