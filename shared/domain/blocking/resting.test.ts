import { describe, expect, test } from 'vitest'
import { story } from '../../testing/story'
import { changedInputs } from '../results/compareInputs'
import { promptInputs, writtenPrompt } from '../results/resultInputs'
import { renderPrompt } from '../prompts/renderPrompt'
import { describeFrame } from './describeFrame'

/** A scene of shots with Ann and Bob in all of them, but for those `put` says otherwise of. */
function scene(texts: readonly string[], put: Readonly<Record<number, object | null>> = {}) {
  const s = story({ text: texts[0]! }, [
    ['character', 'Ann', undefined, put[0] ?? {}],
    ['character', 'Bob'],
  ])
  const shots = [s.shot, ...texts.slice(1).map((text) => s.p.shot(s.scene, { text }))]
  shots.slice(1).forEach((shot, i) => {
    const how = put[i + 1]
    if (how !== null) s.p.put(shot, s.assets.Ann!, how ?? {})
    s.p.put(shot, s.assets.Bob!)
  })
  const words = (i: number, end: 'start' | 'end') =>
    renderPrompt(s.p.store, shots[i]!.id, end, writtenPrompt(s.p.store, shots[i]!.id, end))
  const of = (i: number, name: string, end: 'start' | 'end') => {
    const drawn = describeFrame(s.p.store, shots[i]!.id, end).subjects.find((one) => one.name === name)
    const said = new RegExp(`${name} at [^;.]*?, (seated|lying down|kneeling)`).exec(words(i, end))?.[1] ?? null
    return [drawn?.pose ?? null, drawn?.seated ?? false, said]
  }
  return { ...s, shots, of, words }
}

describe('how somebody rests is carried on through a scene, in drawing and words', () => {
  test.each([
    ['Ann sits on the bench.', 'seated', 'sit'],
    ['Ann lies on the floor.', 'lying down', 'lie'],
    ['Ann drops to her knees.', 'kneeling', 'kneel'],
  ])('%s', (text, said, pose) => {
    const { of } = scene([text, 'Bob laughs.', 'Bob waits.'])
    for (const i of [1, 2])
      for (const end of ['start', 'end'] as const) expect(of(i, 'Ann', end)).toEqual([pose, false, said])
    expect(of(2, 'Bob', 'start')).toEqual([null, false, null])
  })

  test('until the text changes it', () => {
    const { of } = scene(['Ann sits.', 'Ann stands up.', 'Bob waits.'])
    expect(of(1, 'Ann', 'start')[0]).toBe('sit')
    expect([of(1, 'Ann', 'end'), of(2, 'Ann', 'start')]).toEqual([
      [null, false, null],
      [null, false, null],
    ])
    expect(scene(['Ann sits.', 'Ann walks to the window.', 'Bob waits.']).of(2, 'Ann', 'start')[0]).toBe(null)
  })

  test('until they leave, and while the camera is elsewhere', () => {
    expect(scene(['Ann sits.', 'Bob waits.', 'Bob waits.'], { 1: null }).of(2, 'Ann', 'start')[0]).toBe('sit')
    const gone = scene(['Ann sits.', 'Ann leaves.', 'Ann comes back.'], {
      1: { presence: 'exits' },
      2: { presence: 'enters' },
    })
    expect(gone.of(2, 'Ann', 'end')[0]).toBe(null)
  })

  test('while the arms do something else', () => {
    expect(scene(['Ann sits.', 'Ann points at the door.']).of(1, 'Ann', 'start')).toEqual(['point', true, 'seated'])
  })

  test('what the state tells already is not told again', () => {
    expect(scene(['Ann sits.', 'Ann sits by the fire.']).words(1, 'start')).not.toContain('seated')
  })

  test('is an input of those stills alone that it shows in', () => {
    const { p, shots } = scene(['Ann sits.', 'Bob waits.', 'Ann stands at the door.'])
    const before = shots.map(({ id }) => promptInputs(p.store, id, 'start'))
    p.run((draft) => draft.update('shots', shots[0]!.id, { text: 'Ann laughs.' }))
    const changed = shots.slice(1).map(({ id }, i) => changedInputs(before[i + 1]!, promptInputs(p.store, id, 'start')))
    expect(changed).toEqual([['scene/rests'], []])
  })
})

test('who drives sits, until they get out; who climbs out of a hole did not sit in it', () => {
  const { of } = scene(['Ann drives along the road.', 'A voice.', 'Ann gets out of the car.', 'Bob waits.'])
  expect([of(1, 'Ann', 'start')[0], of(3, 'Ann', 'start')[0]]).toEqual(['sit', null])
  expect(scene(['Ann climbs out of the hole.']).of(0, 'Ann', 'start')[0]).toBe(null)
})

test('a still of whose action nothing can be drawn tells how those in it are', () => {
  const { words } = scene(['Ann sits.', 'A long beat.', 'Ann waits.'])
  for (const end of ['start', 'end'] as const)
    expect(words(1, end)).toMatch(/^As the shot (?:begins|ends): Ann sits and Bob stands, silent and still\.$/m)
})
