import type { AliasProposalFound, FoundAsset, ScriptElement } from '../../scriptTypes'
import { keyName } from '../cast/cast'
import type { Groups } from '../cast/groups'
import { turnIn } from '../../../language/reading/turns'
import { NameIndex } from '../../../language/text/nameIndex'
import { nameWords } from '../../../language/text/names'
import { readableSentences } from '../../../language/text/splitSentences'

/**
 * Proposals to merge one asset into another as a look (domain.md 8): "The gnome turns into JOHN", and parts as in
 * "Pyramus (Bottom)". Only where the text says so; the character takes in the thing.
 */
export function proposeLooks(
  assets: readonly FoundAsset[],
  actions: readonly ScriptElement[],
  groups: Groups,
): AliasProposalFound[] {
  const byName = new Map(assets.filter((a) => a.type !== 'location').map((a) => [keyName(a), a]))
  const proposals = new Map<string, AliasProposalFound>()
  const add = (from: FoundAsset, into: FoundAsset, reason: string, line: number, text: string): void => {
    const id = [from.key, into.key].sort().join(' ')
    if (from !== into && !proposals.has(id))
      proposals.set(id, {
        intoKey: into.key,
        fromKey: from.key,
        as: 'look',
        reason,
        evidence: { line, text: text.slice(0, 300) },
      })
  }
  for (const [part, { player, line }] of groups.parts) {
    const [from, into] = [byName.get(part), byName.get(player)]
    if (from && into) add(from, into, `${into.name} plays ${from.name}.`, line, `${from.name} (${into.name})`)
  }
  const index = indexOf(byName)
  for (const action of actions) {
    if (!/\b(?:turn|transform|change|morph|shape-?shift|becom)/i.test(action.text)) continue
    for (const sentence of readableSentences(action.text)) {
      const turn = turnIn(index.read(sentence.text))
      const before = turn?.from && byName.get(turn.from)
      const after = turn && byName.get(turn.to)
      if (!before || !after) continue
      const [from, into] = weight(before) > weight(after) ? [after, before] : [before, after]
      add(
        from,
        into,
        `The text says that ${before.name} turns into ${after.name}.`,
        lineOf(action, sentence.start),
        sentence.text,
      )
    }
  }
  return [...proposals.values()]
}

/** Who speaks outlasts who is only seen, a character outlasts a thing. */
function weight(asset: FoundAsset): number {
  return (asset.cue ? 2 : 0) + (asset.type === 'character' ? 1 : 0)
}

/** All names, and heads of two-word things that can only mean one ("the gnome"). */
function indexOf(byName: ReadonlyMap<string, FoundAsset>): NameIndex {
  const index = new NameIndex(byName.keys(), 'thing')
  const heads = new Map<string, string | null>()
  for (const [name, asset] of byName) {
    const words = nameWords(name)
    if (asset.type === 'prop' && words.length > 1) heads.set(words.at(-1)!, heads.has(words.at(-1)!) ? null : name)
  }
  for (const [head, name] of heads) if (name !== null) index.add(head, name)
  return index
}

function lineOf(action: ScriptElement, start: number): number {
  return Math.min(action.endLine, action.line + action.text.slice(0, start).split('\n').length - 1)
}
