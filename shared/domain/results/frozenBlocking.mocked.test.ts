import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Snapshot } from '../../model/result'
import { resultKinds, type ResultKind } from '../../model/result'
import type { Shot } from '../../model/shot'
import { rebuilt } from '../../testing/rebuilt'
import { TestProject } from '../../testing/testProject'
import { updateAsset } from '../assets/assetRules'
import { describeFrame } from '../blocking/describeFrame'
import { setAssignment } from '../presence/setAssignment'
import { renderPrompt } from '../prompts/renderPrompt'
import { updateProject } from '../structure/projectRules'
import { updateShot } from '../structure/shotRules'
import type * as Person from '../../drawing/character/person'
import type * as PropKinds from '../../drawing/props/propKind'
import type * as SetKinds from '../../drawing/sets/kind'
import { inputsDigest } from './compareInputs'
import { freshnessOf } from './freshness'
import { inputsOf, writtenPrompt } from './resultInputs'
import { acceptInputs, addPromptVersion, setBlocking } from './resultRules'

/** What a later version of the application might change in its drawing tables. */
const later = vi.hoisted(() => ({ taller: 1, propTaller: 1, car: false }))
vi.mock('../../drawing/character/person', async (original) => {
  const tables = await original<typeof Person>()
  return {
    ...tables,
    personHeight: (...of: Parameters<typeof tables.personHeight>) => tables.personHeight(...of) * later.taller,
  }
})
vi.mock('../../drawing/props/propKind', async (original) => {
  const tables = await original<typeof PropKinds>()
  return {
    ...tables,
    propHeight: (...of: Parameters<typeof tables.propHeight>) => tables.propHeight(...of) * later.propTaller,
  }
})
vi.mock('../../drawing/sets/kind', async (original) => {
  const tables = await original<typeof SetKinds>()
  return { ...tables, isInCar: (...of: Parameters<typeof tables.isInCar>) => later.car || tables.isInCar(...of) }
})
/** Nothing that was remembered outlives a version: what it answers is read from stores loaded anew. */
const laterVersion = () => Object.assign(later, { taller: 0.7, propTaller: 2, car: true })
beforeEach(() => {
  Object.assign(later, { taller: 1, propTaller: 1, car: false })
})

/** A shot with Alice, Bob who comes in, and a lamp, whose six results were made. */
function made() {
  const p = new TestProject()
  const scene = p.scene('INT. STUDY - NIGHT')
  const shot = p.shot(scene, { text: 'Alice waits.' })
  const alice = p.asset('character', 'Alice', { description: 'red-haired woman' })
  const bob = p.asset('character', 'Bob')
  const lamp = p.asset('prop', 'Lamp')
  p.put(shot, alice)
  p.put(shot, bob, { presence: 'enters' })
  p.put(shot, lamp)
  make(p, shot)
  const stale = () => resultKinds.filter((kind) => freshnessOf(rebuilt(p.store), shot.id, kind).status !== 'fresh')
  const causes = (kind: ResultKind) => freshnessOf(rebuilt(p.store), shot.id, kind).causes
  const place = (x: number | undefined, frame: 'start' | 'end' = 'end') =>
    p.run((draft) =>
      setBlocking(
        draft,
        { assignmentId: p.assignment(shot, alice)!.id, frame, ...(x === undefined ? { reset: true } : { x }) },
        drawnAt(p, shot, frame, 'Alice'),
      ),
    )
  return { p, scene, shot, alice, bob, lamp, stale, causes, place }
}

function make(p: TestProject, shot: Shot) {
  for (const prompt of ['start', 'end', 'video'] as const)
    p.run((draft) => addPromptVersion(draft, shot.id, prompt, writtenPrompt(draft, shot.id, prompt), false, 'writer'))
  for (const kind of ['startFrame', 'endFrame', 'video'] as const) p.take(shot, kind)
}

function drawnAt(p: TestProject, shot: Shot, frame: 'start' | 'end', name: string) {
  const { x, y, scale, flip, depth } = describeFrame(rebuilt(p.store), shot.id, frame).subjects.find(
    (s) => s.name === name,
  )!
  return { x, y, scale, flip, depth }
}

/** Gives the results of a shot other inputs. */
function rewriteInputs(p: TestProject, shot: Shot, rewritten: (inputs: Snapshot) => Snapshot) {
  p.run((draft) => {
    const takes = [...draft.all('takes')].filter((take) => take.shotId === shot.id)
    const prompts = [...draft.all('promptVersions')]
    for (const { id, inputs } of takes) draft.update('takes', id, { inputs: rewritten(inputs) })
    for (const { id, inputs } of prompts) draft.update('promptVersions', id, { inputs: rewritten(inputs) })
  })
}

/** The results of a shot as versions stored them that compared where everybody was drawn by default. */
function asStoredBefore(p: TestProject, shot: Shot, shift: number) {
  const old = (inputs: Snapshot): Snapshot => {
    const out: Snapshot = {}
    for (const [path, value] of Object.entries(inputs)) {
      const [, prefix = '', bare = ''] = /^(?:note:)?((?:start|end|video)\/)?(.*)$/.exec(path)!
      if (bare === 'frame/blocking' || bare === 'frame/placements' || bare === 'sides/blocking') continue
      const isSide =
        bare.startsWith('asset:') && path.startsWith('note:') && value !== null && 'from' in (value as object)
      if (isSide) continue
      const note = inputs[`note:${path}`] as Record<string, unknown> | undefined
      const drawn = (inputs[`note:${prefix}frame/placements`] as Record<string, { x: number }> | undefined)?.[bare]
      if (path.startsWith('note:asset:') || path.startsWith(`note:${prefix}asset:`)) {
        const own = (inputs[prefix + bare] as { blocking?: unknown }).blocking
        out[path] = { ...(value as object), placed: Boolean(own) }
      } else if (bare.startsWith('asset:')) {
        const { blocking, from, to, ...rest } = value as Record<string, unknown>
        out[path] = {
          ...rest,
          ...(blocking === undefined
            ? {}
            : { blocking: blocking ?? (drawn && { ...drawn, x: drawn.x + shift }) ?? null }),
          ...(from === undefined ? {} : { from: from ?? note?.from, to: to ?? note?.to }),
        }
      } else out[path] = value
    }
    return out
  }
  rewriteInputs(p, shot, old)
}

/** The results of a shot as a version stored them that knew less of what the default blocking goes by. */
function asStoredWithLess(p: TestProject, shot: Shot) {
  const less = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(less)
    if (value === null || typeof value !== 'object') return value
    const { aspect: _aspect, order: _order, cues: _cues, ...kept } = value as Record<string, unknown>
    return Object.fromEntries(Object.entries(kept).map(([key, one]) => [key, less(one)]))
  }
  const old = (inputs: Snapshot): Snapshot =>
    Object.fromEntries(
      Object.entries(inputs).map(([path, value]) => [
        path,
        /(?:frame|sides)\/blocking$/.test(path) ? less(value) : value,
      ]),
    )
  rewriteInputs(p, shot, old)
}

describe('a later version that draws otherwise', () => {
  test('stales nothing, and keeps what stands where it was drawn, in the picture, its words and its remake', () => {
    const { p, shot, stale } = made()
    const frames = ['start', 'end'] as const
    const drawn = () => frames.map((frame) => describeFrame(rebuilt(p.store), shot.id, frame).subjects)
    const said = () =>
      frames.map((frame) =>
        renderPrompt(rebuilt(p.store), shot.id, frame, writtenPrompt(rebuilt(p.store), shot.id, frame)),
      )
    const [before, words] = [drawn(), said()]
    laterVersion()
    expect(stale()).toEqual([])
    expect(drawn().map((still) => still.map(({ x, y, scale }) => [x, y, scale]))).toEqual(
      before.map((still) => still.map(({ x, y, scale }) => [x, y, scale])),
    )
    expect(said()).toEqual(words)
    const remade = p.take(shot, 'endFrame')
    expect(remade.inputs['note:frame/placements']).toEqual(
      p.store.list('takesMadeFor', `${shot.id}/endFrame`)[0]!.inputs['note:frame/placements'],
    )
  })

  test('draws new stills by its own tables', () => {
    const { p, scene, shot, alice } = made()
    const next = p.shot(scene, { text: 'Alice waits.' })
    p.put(next, alice)
    const before = drawnAt(p, next, 'start', 'Alice')
    laterVersion()
    expect(drawnAt(p, next, 'start', 'Alice').scale).not.toBe(before.scale)
    expect(drawnAt(p, shot, 'start', 'Alice').scale).toBe(
      (shotInputs(p, shot)['note:frame/placements'] as Record<string, { scale: number }>)['asset:Alice']!.scale,
    )
  })

  test('frees a result that was said to be still good, and goes on freeing it', () => {
    const { p, shot, lamp, stale } = made()
    p.run((draft) => updateAsset(draft, { assetId: lamp.id, description: 'brass' }))
    p.run((draft) => acceptInputs(draft, { shotId: shot.id, result: 'startFrame' }))
    laterVersion()
    expect(stale()).not.toContain('startFrame')
    expect(stale()).toContain('endFrame')
  })
})

const shotInputs = (p: TestProject, shot: Shot) => p.store.list('takesMadeFor', `${shot.id}/startFrame`)[0]!.inputs
const stills: ResultKind[] = ['startPrompt', 'endPrompt', 'startFrame', 'endFrame', 'video']

describe.each([
  ['results of this version', () => undefined],
  ['results that an older version compared by where everybody was drawn', asStoredBefore],
  ['results of a version that knew less of what the default blocking goes by', asStoredWithLess],
] as const)('%s', (_of, age) => {
  const aged = (shift = 0) => {
    const m = made()
    age(m.p, m.shot, shift)
    return m
  }

  test('are fresh, also where other places were drawn than would be now', () => {
    expect(aged().stale()).toEqual([])
    expect(aged(0.2).stale()).toEqual([])
  })

  test.each<[string, (m: ReturnType<typeof made>) => unknown, readonly ResultKind[], string]>([
    ['another member', (m) => m.p.put(m.shot, m.p.asset('character', 'Carl')), resultKinds, 'Carl was added.'],
    [
      'another size of shot',
      (m) => m.p.run((d) => updateShot(d, { shotId: m.shot.id, size: 'close' })),
      resultKinds,
      'The shot size is now close-up (was open).',
    ],
    ['a place of the user’s', (m) => m.place(0.9), ['endPrompt', 'endFrame', 'video'], 'Alice stands elsewhere.'],
    [
      'another side',
      (m) =>
        m.p.run((d) =>
          setAssignment(d, { shotId: m.shot.id, assetId: m.bob.id, presence: 'enters', enterFrom: 'top' }),
        ),
      ['videoPrompt', 'video'],
      'Bob takes another way in or out.',
    ],
    [
      'other words',
      (m) => m.p.run((d) => updateShot(d, { shotId: m.shot.id, text: 'CLOSE ON Alice.' })),
      resultKinds,
      'The action of the shot changed.',
    ],
  ])('turn stale by %s, with the cause', (_what, edit, expected, cause) => {
    const m = aged()
    edit(m)
    expect(m.stale()).toEqual(expected)
    for (const kind of expected) expect(m.causes(kind).join(' '), kind).toContain(cause)
  })
})

describe('facts that only the default blocking goes by', () => {
  test('stale what they move, and nothing else', () => {
    const { p, shot, alice, stale, causes } = made()
    p.run((draft) => updateAsset(draft, { assetId: alice.id, aliases: ['Red'] }))
    expect(stale()).toEqual([])
    // A mark as main character makes the other one smaller, who keeps a slot at the start too.
    p.run((draft) => updateAsset(draft, { assetId: alice.id, key: true }))
    expect(stale()).toEqual(stills)
    expect(causes('endFrame')).toContain('The figures stand elsewhere.')
    p.run((draft) => updateAsset(draft, { assetId: alice.id, key: false }))
    expect(stale()).toEqual([])
    p.run((draft) => updateProject(draft, { aspectWidth: 1, aspectHeight: 4 }))
    expect(stale()).toEqual(stills)
    make(p, shot)
    expect(stale()).toEqual([])
  })

  test('do not count for who is placed, and placing somebody where they were drawn moves nobody', () => {
    const { p, shot, place, stale } = made()
    const at = drawnAt(p, shot, 'end', 'Alice')
    place(at.x)
    expect(stale()).toEqual([])
    place(0.9)
    expect(stale()).toEqual(['endPrompt', 'endFrame', 'video'])
    place(undefined)
    expect(stale()).toEqual([])
  })

  test('a place that was taken back after a still was made leads back to the default', () => {
    const { p, shot, place } = made()
    const byDefault = drawnAt(p, shot, 'end', 'Alice')
    place(0.9)
    p.take(shot, 'endFrame')
    place(undefined)
    expect(drawnAt(p, shot, 'end', 'Alice')).toEqual(byDefault)
  })

  test('the edge that was meant by default may be said, and taken back', () => {
    const { p, shot, bob, stale } = made()
    const { from } = p.store.list('promptVersionsOf', `${shot.id}/video`)[0]!.inputs['note:asset:Bob'] as {
      from: 'left'
    }
    const say = (enterFrom: 'left' | 'right' | null) =>
      p.run((d) => setAssignment(d, { shotId: shot.id, assetId: bob.id, presence: 'enters', enterFrom }))
    say(from)
    expect(stale()).toEqual([])
    say(from === 'left' ? 'right' : 'left')
    expect(stale()).toEqual(['videoPrompt', 'video'])
    say(null)
    expect(stale()).toEqual([])
  })

  test('a place that turns the default way in round stales what tells it', () => {
    const { p, shot, bob, stale, causes } = made()
    const assignmentId = p.assignment(shot, bob)!.id
    const from = drawnAt(p, shot, 'end', 'Bob')
    p.run((draft) => setBlocking(draft, { assignmentId, frame: 'end', x: 0.05 }, from))
    expect(stale()).toEqual(['endPrompt', 'videoPrompt', 'endFrame', 'video'])
    expect(causes('videoPrompt')).toEqual(['Bob takes another way in or out.'])
  })

  test('the inputs hold no place that nobody set', () => {
    const { p, shot } = made()
    for (const kind of resultKinds) {
      const inputs = inputsOf(rebuilt(p.store), shot.id, kind)
      const compared = Object.entries(inputs).filter(([path]) => !path.startsWith('note:'))
      expect(JSON.stringify(compared)).not.toContain('"x":')
      const digest = inputsDigest(inputs)
      laterVersion()
      expect(inputsDigest(inputs)).toBe(digest)
      Object.assign(later, { taller: 1, propTaller: 1, car: false })
    }
  })
})
