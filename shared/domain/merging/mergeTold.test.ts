import { expect, test } from 'vitest'
import type { Asset } from '../../model/asset'
import type { FrameEnd } from '../../model/common'
import { TestProject } from '../../testing/testProject'
import { resolveLook } from '../looks/resolveLook'
import { mergeAssets } from './mergeAssets'

// A sentence that tells the change sets its shot and time, whichever row was dragged (domain.md 8.3).

function film(texts: readonly string[], put: 'both' | 'apart' = 'both') {
  const p = new TestProject()
  const scene = p.scene('EXT. GARDEN - NIGHT')
  const shots = texts.map((text) => p.shot(scene, { text }))
  const tom = p.asset('character', 'Tom')
  const gnome = p.asset('prop', 'Garden Gnome')
  const told = texts.findIndex((text) => text.includes('turns into'))
  shots.forEach((shot, i) => {
    if (put === 'both' || i <= told) p.put(shot, tom)
    if (put === 'both' || i >= told) p.put(shot, gnome)
  })
  const merge = (into: Asset, from: Asset) => {
    p.run((draft) => mergeAssets(draft, { intoId: into.id, fromIds: [from.id], as: 'look' }))
    const look = (i: number, at: FrameEnd | number) =>
      resolveLook(p.store, p.store.first('instanceOf', `${scene.id}/${into.id}`)!, { shotId: shots[i]!.id, at }).id
    const nameOf = (id: string) => (id === tom.defaultLookId ? 'Tom' : id === gnome.defaultLookId ? 'Gnome' : '?')
    const events = [...p.store.all('transformations')].map((e) => [
      shots.findIndex((shot) => shot.id === e.shotId),
      e.at,
      nameOf(e.toLookId!),
    ])
    const ends = shots.map((_, i) => `${nameOf(look(i, 'start'))}-${nameOf(look(i, 'end'))}`)
    return { events, ends }
  }
  return { tom, gnome, merge }
}

const texts = ['Tom waits.', 'The bell rings. Tom turns into a garden gnome.', 'The moon comes out.']

test.each(['into Tom', 'into the gnome'])('in a run of shots with both: %s', (way) => {
  const { tom, gnome, merge } = film(texts)
  const { events, ends } = way === 'into Tom' ? merge(tom, gnome) : merge(gnome, tom)
  expect(events).toEqual([[1, 0.43, 'Gnome']])
  expect(ends).toEqual(['Tom-Tom', 'Tom-Gnome', 'Gnome-Gnome'])
})

test('and back, where the text says so', () => {
  const { tom, gnome, merge } = film([...texts, 'The garden gnome turns into Tom.', 'Tom laughs.'])
  const { events, ends } = merge(tom, gnome)
  expect(events.map(([shot, , to]) => [shot, to])).toEqual([
    [1, 'Gnome'],
    [3, 'Tom'],
  ])
  expect(ends).toEqual(['Tom-Tom', 'Tom-Gnome', 'Gnome-Gnome', 'Gnome-Tom', 'Tom-Tom'])
})

test('where only the shot of the change has both', () => {
  const { tom, gnome, merge } = film(texts, 'apart')
  expect(merge(tom, gnome).ends).toEqual(['Tom-Tom', 'Tom-Gnome', 'Gnome-Gnome'])
})

test('“where the gnome stood is now Tom” tells it as well', () => {
  const { tom, gnome, merge } = film([
    'The garden gnome stands there.',
    'Where the garden gnome stood is now Tom.',
    'Rain.',
  ])
  expect(merge(tom, gnome).ends).toEqual(['Gnome-Gnome', 'Gnome-Tom', 'Tom-Tom'])
})

test('a change that is all its shot tells happens in the middle of it', () => {
  const { tom, gnome, merge } = film(['Tom waits.', 'Tom turns into a garden gnome.', 'Rain.'])
  expect(merge(tom, gnome).events).toEqual([[1, 0.5, 'Gnome']])
})
