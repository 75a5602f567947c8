import { expect, test } from 'vitest'
import { makeAllResults } from '../../testing/makeAllResults'
import { story, type Put } from '../../testing/story'
import { createLook } from '../assets/assetRules'
import { continuityOf } from '../continuity/continuity'
import { setTransformation } from '../looks/transformationRules'
import { freshnessOf } from '../results/freshness'
import { writtenPrompt } from '../results/resultInputs'
import { splitShot } from '../structure/splitShot'
import { renderPrompt } from './renderPrompt'

/** A shot with Alice and Bob, who is there for a part of it, cut in two: what each half tells. */
function halves(text: string, bob: Put, at: number) {
  const s = story({ text }, [
    ['character', 'Alice'],
    ['character', 'Bob', undefined, bob],
  ])
  const { first, second } = s.p.run((draft) => splitShot(draft, { shotId: s.shot.id, at }))
  const say = (shotId: string, prompt: 'start' | 'end' | 'video') =>
    renderPrompt(s.p.store, shotId, prompt, writtenPrompt(s.p.store, shotId, prompt))
  return { ...s, first, second, say }
}

test('a coming is told in the half that shows it, and what is done then in the other', () => {
  const h = halves('Alice waits. Bob comes in from the left and pours tea.', { presence: 'enters', enterAt: 0.5 }, 0.75)
  expect(h.say(h.first.id, 'video')).toContain('Bob comes in from the left.')
  expect(h.say(h.second.id, 'video')).toContain('Alice waits. Bob pours tea.')
  for (const prompt of ['start', 'end', 'video'] as const) expect(h.say(h.second.id, prompt)).not.toContain('comes in')
})

test('a going too, and no note says that the words of the first half tell of it', () => {
  const h = halves('Alice waits. Bob slams the door and leaves.', { presence: 'exits', exitAt: 0.75 }, 0.5)
  expect(h.say(h.first.id, 'video')).toContain('Bob slams the door.')
  expect(h.say(h.first.id, 'video')).not.toContain('leaves')
  expect(h.say(h.second.id, 'video')).toContain('Bob leaves')
  expect(continuityOf(h.p.store).filter((n) => n.code === 'TEXT_SAYS_OTHERWISE')).toEqual([])
})

test('a change of look too, in stills as in the video', () => {
  const s = story({ text: 'The Gnome turns into a man. He laughs.' }, [['character', 'Gnome']])
  const gnome = s.assets['Gnome']!
  const man = s.p.run((draft) =>
    createLook(draft, { assetId: gnome.id, name: 'Man', description: 'tall man in green' }),
  )
  s.p.run((draft) =>
    setTransformation(draft, {
      sceneAssetInstanceId: s.p.instanceId(s.scene, gnome),
      kind: 'within_shot',
      shotId: s.shot.id,
      at: 0.5,
      fromLookId: null,
      toLookId: man.id,
    }),
  )
  const cut = s.p.run((draft) => splitShot(draft, { shotId: s.shot.id, at: 0.75 }))
  const all = [cut.first, cut.second].flatMap(({ id }) =>
    (['start', 'end', 'video'] as const).map((prompt) =>
      renderPrompt(s.p.store, id, prompt, writtenPrompt(s.p.store, id, prompt)).includes('turns into'),
    ),
  )
  expect(all).toEqual([false, false, true, false, false, false])
})

test('what the other half shows is an input: other words or other comings there stale the video prompt, and undo frees it', () => {
  const h = halves('Alice waits. Bob slams the door and leaves.', { presence: 'exits', exitAt: 0.75 }, 0.5)
  makeAllResults(h.p)
  const prompt = () => freshnessOf(h.p.store, h.first.id, 'videoPrompt')
  expect(prompt().status).toBe('fresh')
  h.p.put(h.second, h.assets['Bob']!, { presence: 'throughout' })
  expect(prompt()).toMatchObject({
    status: 'stale',
    causes: ['What the shot beside it with the same words shows changed.'],
  })
  expect(h.say(h.first.id, 'video')).toContain('leaves')
  h.p.put(h.second, h.assets['Bob']!, { presence: 'exits', exitAt: 0.5 })
  expect(prompt().status).toBe('fresh')
})
