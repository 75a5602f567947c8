import fc from 'fast-check'
import { expect, test } from 'vitest'
import { presenceSchema } from '../../model/assignment'
import type { AssetType } from '../../model/asset'
import { TestProject } from '../../testing/testProject'
import { writtenPrompt } from '../results/resultInputs'
import { renderPrompt } from './renderPrompt'

const cast: [AssetType, string][] = [
  ['character', 'John'],
  ['character', 'John Smith'],
  ['character', 'Mrs Finch'],
  ['character', 'Garden Gnome'],
  ['location', 'Garden'],
  ['prop', 'Letter'],
]
const name = fc.constantFrom(...cast.map(([, n]) => n), 'GARDEN GNOME', 'the letter', 'He', 'She', 'They', 'The rain')
const verb = fc.constantFrom(
  'waits',
  'enters from the left',
  'leaves through the door',
  'looks at',
  'and',
  'crosses behind',
  'stands near',
)
const sentence = fc
  .tuple(fc.constantFrom('', 'WIDE. ', 'CLOSE ON ', 'But '), name, verb, name)
  .map(([slug, a, v, b]) => `${slug}${a} ${v} ${b}.`)
const presence = fc.option(fc.constantFrom(...presenceSchema.options))

/** The names of a text that none of the allowed names covers. */
function strangers(text: string, allowed: readonly string[], others: readonly string[]): string[] {
  let rest = text.toLowerCase()
  const all = [...allowed.map((n) => [n, true] as const), ...others.map((n) => [n, false] as const)].sort(
    (a, b) => b[0].length - a[0].length,
  )
  return all
    .filter(([n, mayBe]) => {
      const met = new RegExp(`\\b${n.toLowerCase()}\\b`)
      const found = met.test(rest)
      rest = rest.replaceAll(new RegExp(met, 'g'), '|')
      return found && !mayBe
    })
    .map(([n]) => n)
}

test('a still names nobody outside it and nothing that comes later or has gone, the video no person who is not in the shot', () => {
  fc.assert(
    fc.property(
      fc.array(sentence, { maxLength: 6 }),
      fc.array(presence, { minLength: cast.length, maxLength: cast.length }),
      (sentences, presences) => {
        const p = new TestProject()
        const shot = p.shot(p.scene('INT. 1 - DAY'), { text: sentences.join(' ') })
        cast.forEach(([type, who], i) => {
          const asset = p.asset(type, who, { picture: i % 2 === 0, description: 'plain' })
          if (presences[i]) p.put(shot, asset, { presence: presences[i] })
        })
        const say = (prompt: 'start' | 'end' | 'video') =>
          renderPrompt(p.store, shot.id, prompt, writtenPrompt(p.store, shot.id, prompt))
        const split = (isIn: (i: number) => boolean) =>
          [
            cast.filter((_, i) => isIn(i)).map(([, n]) => n),
            cast.filter(([type], i) => !isIn(i) && (type === 'character' || presences[i])).map(([, n]) => n),
          ] as const
        expect(strangers(say('start'), ...split((i) => ['throughout', 'exits'].includes(presences[i] ?? '')))).toEqual(
          [],
        )
        expect(strangers(say('end'), ...split((i) => ['throughout', 'enters'].includes(presences[i] ?? '')))).toEqual(
          [],
        )
        expect(strangers(say('video'), ...split((i) => presences[i] !== null || cast[i]![0] === 'prop'))).toEqual([])
        for (const text of [say('start'), say('end'), say('video')]) {
          expect(text).not.toMatch(/\{\{|undefined|NaN| ,|,,|\.\.(?!\.)| {2}|\(\)/)
          expect(text).not.toMatch(/\b(WIDE|CLOSE ON)\b/)
        }
      },
    ),
    { numRuns: 400 },
  )
})
