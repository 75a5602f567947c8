import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exampleProject } from '../../testing/exampleProject'
import { randomCommand } from '../../testing/randomCommands'
import { runCommand } from '../../testing/runCommand'
import { pick, seededRandom } from '../../testing/seededRandom'
import { story } from '../../testing/story'
import type { CommandName } from '../../ipc/inputSchemas'
import type { Snapshot } from '../../model/result'
import type { ReadRecords } from '../../records/recordStore'
import { describeFrame } from '../blocking/describeFrame'
import { shotsInOrder } from '../lookup'
import { createLook } from '../assets/assetRules'
import { setTransformation } from '../looks/transformationRules'
import { renderPrompt } from '../prompts/renderPrompt'
import { changedInputs } from './compareInputs'
import { freshnessOf } from './freshness'
import { makeAllResults } from '../../testing/makeAllResults'
import { inputsOf, promptOfResult, writtenPrompt } from './resultInputs'

const sentences = [
  'Alice waits by the window.',
  'Bob pours tea.',
  'Alice carries the letter.',
  'The gnome turns into a man.',
  "Alice's hand on the letter.",
  "Bob's POV.",
  'The letter lies on the table.',
  'He sits down.',
  'Bob throws Alice out.',
  'Alice comes in from the left with the letter.',
  'Bob turns into the Garden Gnome.',
]
/** Commands that change who is how in a shot, beside any others. */
const often: readonly CommandName[] = [
  'assignment.set',
  'assignment.remove',
  'transformation.set',
  'transformation.remove',
  'blocking.set',
  'asset.delete',
  'scene.open',
]
const results = ['startPrompt', 'endPrompt', 'videoPrompt', 'startFrame', 'endFrame'] as const

/** What every result would be made from, and what would come of it: words, and what is drawn. */
function madeOf(store: ReadRecords): Map<string, { inputs: Snapshot; made: string }> {
  const all = shotsInOrder(store).flatMap((shot) => results.map((result) => ({ shot, result })))
  return new Map(
    all.map(({ shot, result }) => {
      const prompt = promptOfResult[result]
      const made = prompt
        ? renderPrompt(store, shot.id, prompt, writtenPrompt(store, shot.id, prompt))
        : JSON.stringify(describeFrame(store, shot.id, result === 'startFrame' ? 'start' : 'end'))
      // Another asset of the same looks and name makes the same picture.
      return [
        `${result} of ${shot.id}`,
        { inputs: inputsOf(store, shot.id, result), made: made.replaceAll(/"assetId":"\w+"/g, '') },
      ]
    }),
  )
}

test('whatever changes the words or the drawing of a result changes an input of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const p = exampleProject()
      const random = seededRandom(seed)
      for (const { id } of shotsInOrder(p.store))
        p.store.apply({
          added: {},
          removed: {},
          updated: {
            shots: {
              [id]: [
                { text: p.store.must('shots', id).text },
                { text: `${pick(random, sentences)} ${pick(random, sentences)}` },
              ],
            },
          },
        })
      let before = madeOf(p.store)
      for (let i = 0; i < 10; i++) {
        const { name, input } = randomCommand(p.store, random, random() < 0.7 ? pick(random, often) : undefined)
        if (!runCommand(p.store, p.newId, name, input)) continue
        const after = madeOf(p.store)
        for (const [result, now] of after) {
          const was = before.get(result)
          if (!was || was.made === now.made) continue
          expect(changedInputs(was.inputs, now.inputs), `${name}: ${result}\n${was.made}\n${now.made}`).not.toEqual([])
        }
        before = after
      }
    }),
    { numRuns: 12 },
  )
})

test.each([
  [
    'whose eyes the camera is',
    "Lena's POV: Bob waves.",
    ['Lena', { presence: 'enters' }],
    ['startPrompt', 'videoPrompt'],
    'The camera is now the eyes of Lena.',
  ],
  [
    'a thing that the words name and the still does not show',
    'Bob waits beside the lamp.',
    ['Lamp', { presence: 'passes_through' }],
    ['startPrompt', 'endPrompt', 'videoPrompt'],
    'The text of the shot now names Lamp, which this still does not show.',
  ],
] as const)('%s is a cause', (_what, text, [name, put], stale, cause) => {
  const s = story({ text }, [
    ['character', 'Bob'],
    ['character', 'Lena', undefined, null],
    ['prop', 'Lamp', undefined, null],
  ])
  makeAllResults(s.p)
  s.p.put(s.shot, s.assets[name]!, put)
  const of = (result: (typeof results)[number]) => freshnessOf(s.p.store, s.shot.id, result)
  for (const result of stale) expect(of(result).status, result).toBe('stale')
  expect(of('startPrompt').causes).toContain(cause)
})

test('a change of look that the words tell is told in no still, so setting it stales those that told it', () => {
  const s = story({ text: 'The Prince turns into a frog. He croaks.' }, [['character', 'Prince']])
  const prince = s.assets['Prince']!
  const frog = s.p.run((draft) => createLook(draft, { assetId: prince.id, name: 'Frog' }))
  makeAllResults(s.p)
  const told = s.say('start')
  s.p.run((draft) =>
    setTransformation(draft, {
      sceneAssetInstanceId: s.p.instanceId(s.scene, prince),
      kind: 'within_shot',
      shotId: s.shot.id,
      at: 0.5,
      fromLookId: null,
      toLookId: frog.id,
    }),
  )
  expect(told).toContain('turns into a frog')
  expect(s.say('start')).not.toContain('turns into a frog')
  expect(freshnessOf(s.p.store, s.shot.id, 'startPrompt').status).toBe('stale')
})
