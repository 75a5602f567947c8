import { reflexives } from '../../../language/lexicon/pronouns'
import type { ReadSentence } from '../../../language/reading/readText'

type Sex = 'he' | 'she'

/**
 * What the text itself tells of who is a man and who a woman: "Otto looks at himself", "Otto sits. He waits." Only what it tells more than once, or without
 * contradiction.
 */
export function learnSexes(paragraphs: Iterable<readonly ReadSentence[]>): Map<string, { sex: Sex; sure: boolean }> {
  const votes = new Map<string, { he: number; she: number }>()
  const vote = (name: string, sex: Sex, weight: number): void => {
    const own = votes.get(name) ?? { he: 0, she: 0 }
    own[sex] += weight
    votes.set(name, own)
  }
  for (const sentences of paragraphs) {
    let only: string | null = null
    for (const { tokens } of sentences) {
      const first = tokens[0]
      if (only !== null && (first?.low === 'he' || first?.low === 'she')) vote(only, first.low, 1)
      const names = new Set(tokens.flatMap((t) => (t.name === undefined ? [] : [t.name])))
      const [name] = names
      const subject = first?.name !== undefined && !first.possessive && names.size === 1
      only = subject ? name! : null
      if (!subject) continue
      for (const { low } of tokens) {
        if (reflexives.has(low) && low !== 'themselves') vote(name!, low === 'himself' ? 'he' : 'she', 2)
        else if (low === 'his' || low === 'her') vote(name!, low === 'his' ? 'he' : 'she', 0.5)
      }
      if (tokens.some(({ low }) => /^(?:he|she|him|they|them)$/.test(low))) only = null
    }
  }
  return new Map(
    [...votes].flatMap(([name, { he, she }]): [string, { sex: Sex; sure: boolean }][] => {
      const [most, least] = [Math.max(he, she), Math.min(he, she)]
      if (most < 1 || most < least * 2) return []
      return [[name, { sex: he > she ? 'he' : 'she', sure: most >= 2 }]]
    }),
  )
}
