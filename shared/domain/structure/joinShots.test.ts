import { describe, expect, test } from 'vitest'
import type { Assignment } from '../../model/assignment'
import type { Shot } from '../../model/shot'
import { TestProject } from '../../testing/testProject'
import { createLook, deleteAsset } from '../assets/assetRules'
import { currentPrompt } from '../results/resultInputs'
import { joinShots } from './joinShots'
import { chosenTake, takesOf } from '../lookup'
import { resolveLook } from '../looks/resolveLook'
import { chooseTake, editPrompt, setBlocking } from '../results/resultRules'
import { seamHolds } from '../results/sameStill'
import { setSeam } from '../results/seams'
import { createShot } from './shotRules'
import { splitShot } from './splitShot'
import { setTransformation } from '../looks/transformationRules'

/** Three shots of 100, 300 and 100 frames. */
function stage() {
  const p = new TestProject()
  const scene = p.scene()
  const shots = [100, 300, 100].map((durationFrames) => p.shot(scene, { durationFrames })) as [Shot, Shot, Shot]
  const alice = p.asset('character', 'Alice')
  const bob = p.asset('character', 'Bob')
  const join = (...ids: string[]) => p.run((draft) => joinShots(draft, { shotIds: ids }))
  const both = () => join(shots[0].id, shots[1].id)
  const refused = (...ids: string[]) => p.refusal((draft) => joinShots(draft, { shotIds: ids }))
  const update = (shot: Shot, fields: Partial<Shot>) => p.run((draft) => draft.update('shots', shot.id, fields))
  return { p, scene, shots, alice, bob, join, both, refused, update }
}

describe('shot.join', () => {
  test('joins touching intervals and rescales those of one shot', () => {
    const { p, shots, alice, bob, both } = stage()
    const waiter = p.asset('character', 'Waiter')
    const lamp = p.asset('prop', 'Lamp')
    p.put(shots[0], alice, { presence: 'enters', enterAt: 0.5, enterFrom: 'left', action: 'in a hurry' })
    p.put(shots[1], alice, { presence: 'exits', exitAt: 0.5, exitTo: 'right', action: 'slowly' })
    p.put(shots[0], bob, { presence: 'passes_through', enterAt: 0.2, exitAt: 0.6 })
    p.put(shots[1], waiter, { presence: 'enters', enterAt: 0.2 })
    p.put(shots[1], lamp)
    const joined = both()
    expect(joined).toMatchObject({ id: shots[0].id, durationFrames: 400 })
    expect(p.assignment(joined, alice)).toMatchObject({
      presence: 'passes_through',
      enterAt: 0.125,
      exitAt: 0.625,
      enterFrom: 'left',
      exitTo: 'right',
      action: 'in a hurry\n\nslowly',
    })
    expect(p.assignment(joined, bob)).toMatchObject({ presence: 'passes_through', enterAt: 0.05, exitAt: 0.15 })
    expect(p.assignment(joined, waiter)).toMatchObject({ presence: 'enters', enterAt: 0.4, exitAt: 1 })
    expect(p.assignment(joined, lamp)).toMatchObject({ presence: 'enters', enterAt: 0.25, exitAt: 1 })
    expect(p.store.get('shots', shots[1].id)).toBeUndefined()
  })

  test('refuses what no shot can hold: the words of the shot or of one asset, and the duration', () => {
    const { p, shots, alice, update, refused } = stage()
    const [first, second] = shots.map((s) => s.id) as [string, string]
    const long = 'x'.repeat(60_000)
    shots.forEach((shot, i) => p.put(shot, alice, { action: `${i}${long}` }))
    expect(() => p.run((draft) => joinShots(draft, { shotIds: [first, second] }))).toThrow(
      'Not joined: what Alice does would be longer than a shot can hold.',
    )
    shots.forEach((shot) => p.put(shot, alice, { action: long }))
    expect(refused(first, second)).toBeNull()
    shots.forEach((shot, i) => update(shot, { text: `${i}${long}` }))
    expect(refused(first, second)).toBe('JOIN_TOO_LONG')
    shots.forEach((shot) => update(shot, { text: long, durationFrames: 6_000_000 }))
    expect(refused(first, second)).toBe('JOIN_TOO_LONG')
  })

  test('refuses what would leave and come back, naming everyone at once; a deleted asset becomes its hull', () => {
    const { p, shots, alice, bob, refused, join } = stage()
    p.put(shots[0], alice, { presence: 'exits', exitAt: 0.5 })
    p.put(shots[1], alice)
    p.put(shots[0], bob)
    p.put(shots[2], bob)
    expect(refused(...shots.map((s) => s.id))).toBe('JOIN_GAP')
    expect(() => join(...shots.map((s) => s.id))).toThrow(
      'Not joined: Alice, Bob would leave and come back inside the joined shot.',
    )
    expect(refused(shots[0].id, shots[1].id)).toBe('JOIN_GAP')
    p.run((draft) => deleteAsset(draft, { assetId: alice.id }))
    p.run((draft) => deleteAsset(draft, { assetId: bob.id }))
    const joined = join(...shots.map((s) => s.id))
    expect([p.assignment(joined, alice), p.assignment(joined, bob)]).toMatchObject([
      { presence: 'exits', enterAt: 0, exitAt: 0.8 },
      { presence: 'throughout' },
    ])
  })

  test('only neighbours of one scene are joined', () => {
    const { p, shots, refused } = stage()
    const elsewhere = p.shot(p.scene('EXT. GARDEN - DAY'))
    expect(refused(shots[0].id, shots[2].id)).toBe('NOT_ADJACENT')
    expect(refused(shots[2].id, elsewhere.id)).toBe('NOT_ADJACENT')
    expect(refused(shots[0].id, shots[0].id)).toBe('NOT_ADJACENT')
    expect(refused(shots[0].id, 'gone')).toBe('NOT_FOUND')
    expect(() => p.run((draft) => joinShots(draft, { shotId: shots[2].id }))).toThrow(
      'Not joined: the shots are not neighbours in one scene.',
    )
    expect(() => p.run((draft) => joinShots(draft, {}))).toThrow('expected shotIds or shotId')
  })

  test('joins a shot with the next one, in whatever order they are named, or several in one step', () => {
    const one = stage()
    one.p.run((draft) => joinShots(draft, { shotId: one.shots[0].id }))
    expect(one.p.store.list('shotsOfScene', one.scene.id).map((s) => s.durationFrames)).toEqual([400, 100])
    const two = stage()
    two.p.run((draft) => joinShots(draft, { shotId: two.shots[1].id, nextShotId: two.shots[0].id }))
    expect(two.p.store.list('shotsOfScene', two.scene.id).map((s) => s.id)).toEqual([two.shots[0].id, two.shots[2].id])
    const three = stage()
    three.p.put(three.shots[0], three.alice, { presence: 'enters', enterAt: 0.5 })
    three.p.put(three.shots[1], three.alice)
    three.p.put(three.shots[2], three.alice, { presence: 'exits', exitAt: 0.5 })
    const joined = three.join(three.shots[2].id, three.shots[0].id, three.shots[1].id)
    expect(three.p.assignment(joined, three.alice)).toMatchObject({ enterAt: 0.1, exitAt: 0.9 })
    expect(joined.durationFrames).toBe(500)
  })

  test('equal words stand once, others one after the other; the camera is the first’s, the end state the last’s', () => {
    const s = stage()
    const line = (text: string) => ({ character: 'ALICE', extension: '', parenthetical: '', text })
    s.update(s.shots[0], {
      text: 'Alice waits.',
      notes: 'slow',
      dialogue: [line('Tea?')],
      size: 'wide',
      startState: 'dark',
      endState: 'a light',
      scriptId: 'x',
      sourceStart: 4,
      sourceEnd: 5,
    })
    s.update(s.shots[1], {
      text: 'Alice waits.',
      dialogue: [line('Tea?')],
      size: 'close',
      startState: 'a light',
      endState: 'bright',
      scriptId: 'x',
      sourceStart: 6,
      sourceEnd: 9,
    })
    s.update(s.shots[2], { text: 'Bob comes.', dialogue: [line('No.')] })
    const joined = s.join(...s.shots.map((shot) => shot.id))
    expect(joined).toMatchObject({
      text: 'Alice waits.\n\nBob comes.',
      notes: 'slow',
      size: 'wide',
      startState: 'dark',
      endState: '',
      scriptId: 'x',
      sourceStart: 4,
      sourceEnd: 9,
    })
    expect(joined.dialogue.map((d) => d.text)).toEqual(['Tea?', 'No.'])
  })

  test('words and durations beyond what a shot holds are refused', () => {
    const s = stage()
    s.update(s.shots[0], { text: 'a'.repeat(60_000) })
    s.update(s.shots[1], { text: 'b'.repeat(60_000) })
    expect(() => s.both()).toThrow('Not joined: the text would be longer than a shot can hold.')
    s.update(s.shots[1], { text: '', durationFrames: 10_000_000 })
    expect(() => s.both()).toThrow('Not joined: the duration would be longer than a shot can hold.')
  })

  test.each([
    ['5A', '5B', '5'],
    ['5AA', '5AB', '5A'],
    ['5', '6', '5'],
    ['5A', '5C', '5A'],
    ['5B', '5A', '5B'],
    ['A', 'B', 'A'],
    ['12A', '12B', '12'],
    ['4A', '5B', '4A'],
  ])('number: %s and %s become %s', (first, second, number) => {
    const s = stage()
    s.update(s.shots[0], { number: first })
    s.update(s.shots[1], { number: second })
    s.update(s.shots[2], { number: '99' })
    expect(s.both().number).toBe(number)
  })

  test('a number that is taken is not taken twice', () => {
    const s = stage()
    s.update(s.shots[0], { number: '5A' })
    s.update(s.shots[1], { number: '5B' })
    s.update(s.shots[2], { number: '5' })
    expect(s.both().number).toBe('5A')
  })

  test('look changes of the cut happen inside the joined shot, in order, as far-reaching as before', () => {
    const { p, scene, shots, alice, both } = stage()
    shots.forEach((shot) => p.put(shot, alice))
    const [wet, dry, old] = ['wet', 'dry', 'old'].map(
      (name) => p.run((draft) => createLook(draft, { assetId: alice.id, name })).id,
    ) as [string, string, string]
    const event = (shot: Shot, at: number | null, to: string, carries: 'scene' | 'story' = 'scene') =>
      p.run((draft) =>
        setTransformation(draft, {
          sceneAssetInstanceId: p.instanceId(scene, alice),
          kind: at === null ? 'between_shots' : 'within_shot',
          shotId: shot.id,
          ...(at === null ? {} : { at }),
          fromLookId: null,
          toLookId: to,
          carries,
        }),
      )
    const events = [
      event(shots[0], null, wet, 'story'),
      event(shots[0], null, dry),
      event(shots[1], 0.5, wet),
      event(shots[1], null, old),
    ]
    const joined = both()
    expect(events.map((e) => p.store.must('transformations', e.id))).toMatchObject([
      { shotId: joined.id, kind: 'within_shot', at: 0.25, carries: 'story' },
      { kind: 'within_shot', at: 0.25, carries: 'scene' },
      { shotId: joined.id, at: 0.625 },
      { shotId: joined.id, kind: 'between_shots', at: null },
    ])
    const instance = p.store.must('sceneAssetInstances', p.instanceId(scene, alice))
    expect(
      [0.2, 0.4, 0.7, 'end' as const].map((at) => resolveLook(p.store, instance, { shotId: joined.id, at }).name),
    ).toEqual(['Default', 'dry', 'wet', 'wet'])
    expect(resolveLook(p.store, instance, { shotId: shots[2].id, at: 'start' }).name).toBe('old')
  })

  test('positions: the start of the first, the end of the second; of who is in one shot only, that shot’s', () => {
    const { p, scene, shots, alice, bob, both } = stage()
    p.put(shots[0], alice)
    p.put(shots[1], alice)
    p.put(shots[0], bob, { presence: 'exits', exitAt: 0.5 })
    const put = (shot: Shot, who: typeof alice, frame: 'start' | 'end', x: number) =>
      p.run((draft) =>
        setBlocking(
          draft,
          { assignmentId: p.assignment(shot, who)!.id, frame, x },
          { x: 0, y: 0.9, scale: 1, flip: false, depth: 0 },
        ),
      )
    put(shots[0], alice, 'start', 0.1)
    put(shots[0], alice, 'end', 0.2)
    put(shots[1], alice, 'start', 0.3)
    put(shots[1], alice, 'end', 0.4)
    put(shots[0], bob, 'start', 0.5)
    put(shots[0], bob, 'end', 0.6)
    const joined = both()
    const x = (who: typeof alice, frame: string) =>
      p.store.first('blockingOf', `${joined.id}/${p.instanceId(scene, who)}/${frame}`)?.x
    expect([x(alice, 'start'), x(alice, 'end'), x(bob, 'start'), x(bob, 'end')]).toEqual([0.1, 0.4, 0.5, 0.6])
    expect(p.store.count('blockings')).toBe(4)
  })

  test('no take is dropped: those of the cut stay listed, unchosen', () => {
    const { p, shots, both } = stage()
    const takes = [shots[0], shots[1]].map((shot) => ({
      start: p.take(shot, 'startFrame').id,
      end: p.take(shot, 'endFrame').id,
      video: p.take(shot, 'video').id,
    })) as [{ start: string; end: string; video: string }, { start: string; end: string; video: string }]
    p.run((draft) => chooseTake(draft, { shotId: shots[0].id, kind: 'endFrame', takeId: takes[0].end }))
    const joined = both()
    const listed = (kind: 'startFrame' | 'endFrame' | 'video') => takesOf(p.store, joined.id, kind).map((t) => t.id)
    expect([listed('startFrame'), listed('endFrame'), listed('video')]).toEqual([
      [takes[0].start, takes[1].start],
      [takes[0].end, takes[1].end],
      [takes[0].video, takes[1].video],
    ])
    expect(
      (['startFrame', 'endFrame', 'video'] as const).map((kind) => chosenTake(p.store, joined.id, kind)?.id),
    ).toEqual([takes[0].start, takes[1].end, takes[0].video])
  })

  test('where the standing side has no take, none is chosen; the user can still choose one', () => {
    const { p, shots, both } = stage()
    const end = p.take(shots[0], 'endFrame')
    const start = p.take(shots[1], 'startFrame')
    const joined = both()
    expect([chosenTake(p.store, joined.id, 'startFrame'), chosenTake(p.store, joined.id, 'endFrame')]).toEqual([
      null,
      null,
    ])
    p.run((draft) => chooseTake(draft, { shotId: joined.id, kind: 'endFrame', takeId: end.id }))
    p.run((draft) => chooseTake(draft, { shotId: joined.id, kind: 'startFrame', takeId: start.id }))
    expect([chosenTake(p.store, joined.id, 'startFrame')?.id, chosenTake(p.store, joined.id, 'endFrame')?.id]).toEqual([
      start.id,
      end.id,
    ])
  })

  test('a prompt of the cut never stands for a frame it was not written for', () => {
    const { p, shots, both } = stage()
    const write = (shot: Shot, prompt: 'start' | 'end' | 'video', text: string) =>
      p.run((draft) => editPrompt(draft, { shotId: shot.id, prompt, text }))
    write(shots[0], 'start', 'A')
    write(shots[1], 'end', 'D')
    write(shots[0], 'end', 'B')
    write(shots[1], 'start', 'C')
    write(shots[1], 'video', 'E')
    const joined = both()
    const words = (version: { text: string } | undefined) => version?.text.at(-1)
    expect(
      (['start', 'end', 'video'] as const).map((prompt) => words(currentPrompt(p.store, joined.id, prompt))),
    ).toEqual(['A', 'D', undefined])
    expect(p.store.list('promptVersionsOf', `${joined.id}/start`).map(words)).toEqual(['C', 'A'])
    expect(p.store.list('promptVersionsOf', `${joined.id}/end`).map(words)).toEqual(['B', 'D'])
  })

  test('an assignment keeps its evidence, is confirmed when either was, and has the rank of the first that has one', () => {
    const { p, shots, alice, bob, both } = stage()
    const evidence = { line: 3, text: 'Alice waits.' }
    const fields = (shot: Shot, who: typeof alice, values: Partial<Assignment>) => {
      const { id } = p.put(shot, who)
      p.run((draft) => draft.update('assignments', id, values))
    }
    fields(shots[0], alice, { origin: 'suggested', evidence })
    fields(shots[1], alice, { origin: 'user', rank: 2 })
    fields(shots[0], bob, { origin: 'suggested', rank: 1 })
    fields(shots[1], bob, { origin: 'suggested', evidence, rank: 2 })
    const joined = both()
    expect([p.assignment(joined, alice), p.assignment(joined, bob)]).toMatchObject([
      { origin: 'user', evidence, rank: 2 },
      { origin: 'suggested', evidence, rank: 1 },
    ])
  })

  test('halves of a suggestion become one again; one that was answered differently stays its own', () => {
    const { p, shots, alice } = stage()
    const suggest = () =>
      p.run((draft) =>
        draft.add('suggestions', {
          id: draft.newId(),
          shotId: shots[0].id,
          assetId: alice.id,
          presence: 'throughout',
          enterAt: 0,
          exitAt: 1,
          enterFrom: null,
          exitTo: null,
          evidence: { line: 1, text: 'Alice.' },
          state: 'open',
          ordinal: draft.nextOrdinal('suggestions'),
        }),
      )
    const again = (answer: boolean) => {
      const { first, second } = p.run((draft) => splitShot(draft, { shotId: shots[0].id }))
      const half = p.store.first('suggestionsOfShot', second.id)!
      if (answer) p.run((draft) => draft.update('suggestions', half.id, { state: 'rejected' }))
      p.run((draft) => joinShots(draft, { shotIds: [first.id, second.id] }))
      return p.store.list('suggestionsOfShot', first.id).map((x) => [x.state, x.presence, x.enterAt, x.exitAt])
    }
    suggest()
    expect(again(false)).toEqual([['open', 'throughout', 0, 1]])
    expect(again(true)).toEqual([
      ['open', 'exits', 0, 0.5],
      ['rejected', 'enters', 0.5, 1],
    ])
  })

  test('the seam at the cut goes, the outgoing one follows', () => {
    const { p, shots, alice, both } = stage()
    shots.forEach((shot) => p.put(shot, alice))
    for (const i of [0, 1] as const)
      p.run((draft) => setSeam(draft, { fromShotId: shots[i].id, toShotId: shots[i + 1]!.id, shared: true }))
    const joined = both()
    expect([...p.store.all('seams')]).toMatchObject([{ fromShotId: joined.id, toShotId: shots[2].id }])
    expect(seamHolds(p.store, p.store.first('seamsFrom', joined.id)!)).toBe(true)
  })

  test('an edge that lay at the cut comes back where the split put it', () => {
    const { p, shots, alice } = stage()
    p.put(shots[0], alice, { presence: 'enters', enterAt: 0.5 })
    const { first, second } = p.run((draft) => splitShot(draft, { shotId: shots[0].id, at: 0.5 }))
    const joined = p.run((draft) => joinShots(draft, { shotId: first.id, nextShotId: second.id }))
    expect(p.assignment(joined, alice)).toMatchObject({ presence: 'enters', enterAt: 0.51, exitAt: 1 })
    expect(joined.number).toBe('1')
  })

  test('a shot inserted between two halves does not get their number', () => {
    const { p, scene, shots } = stage()
    const { first } = p.run((draft) => splitShot(draft, { shotId: shots[0].id }))
    const between = p.run((draft) => createShot(draft, { sceneId: scene.id, afterShotId: first.id }))
    expect([first.number, between.number]).toEqual(['1A', '1AA'])
  })
})
