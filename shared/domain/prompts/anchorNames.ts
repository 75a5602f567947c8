import { escapeRegExp } from '../../language/text/escapeRegExp'
import { isDense } from '../../language/text/tokens'
import { takesArticle } from '../../language/wording/articles'
import type { Asset } from '../../model/asset'
import { oneLine } from '../manifest/manifest'
import { mention } from '../manifest/mentions'

/** A name as a whole word; where words have no spaces between it stands anywhere. */
const bounded = (name: string): string =>
  isDense(name) ? escapeRegExp(name) : `(?<![\\p{L}\\p{N}])${escapeRegExp(name)}(?![\\p{L}\\p{N}])`

interface Named {
  readonly asset: Asset
  readonly description: string
  readonly look?: { readonly id: string }
}

/**
 * Replaces the names and aliases of assets in a text by mention tokens, longer names first, whole words only. What the description says of
 * somebody is not said again behind the name: "Bob, a tall man, waits" is "Bob waits", since the mention brings the tall man along. A name that is
 * bound to a look (the gnome he was) stays as it is while another look is in force.
 */
export function anchorNames(text: string, subjects: readonly Named[]): string {
  const folded = text.toLowerCase()
  const names = subjects.flatMap(({ asset, look }) =>
    [asset.name, ...asset.aliases.filter((a) => !look || !a.lookId || a.lookId === look.id).map((a) => a.name)].flatMap(
      // Most of a crowd is not in a sentence, and looking for one of many names costs many times looking for few.
      (name) => (folded.includes(name.toLowerCase()) ? [{ name, asset }] : []),
    ),
  )
  names.sort((a, b) => b.name.length - a.name.length)
  if (!names.length) return subjects.reduce(withoutApposition, text)
  const byFold = new Map(names.toReversed().map((n) => [n.name.toLowerCase(), n.asset]))
  const pattern = new RegExp(
    `(?:(?<![\\p{L}\\p{N}])(an?|the)\\s+)?(${names.map((n) => bounded(n.name)).join('|')})(?=(\\s+[\\p{L}]+)?)`,
    'giu',
  )
  const anchored = text
    .split(/(\{\{[^{}]*\}\})/)
    .map((part, i) =>
      i % 2
        ? part
        : part.replace(
            pattern,
            (whole, article: string | undefined, word: string, next: string | undefined, at: number) => {
              const asset = byFold.get(word.toLowerCase())
              return asset && !isCommonWord(asset, word, next)
                ? articleOf(asset, word, article, i === 0 ? part.slice(0, at) : `, ${part}`.slice(0, at + 2)) +
                    mention(asset.id)
                : whole
            },
          ),
    )
    .join('')
  return subjects.reduce(withoutApposition, anchored)
}

/** "A LETTER" becomes "the Letter", as a mention means one certain thing; "the gnome" that is John's other name becomes "John". */
function articleOf(asset: Asset, word: string, article: string | undefined, before: string): string {
  const takes = asset.type !== 'location' && takesArticle(asset.name, asset.type === 'prop')
  if (!article && !(takes && opensNoun.test(before))) return ''
  if (article && !takes && asset.type === 'character' && word.toLowerCase() !== asset.name.toLowerCase()) return ''
  return /^\p{Lu}/u.test(article ?? '') || (!article && /(?:^|[.!?:]\s+)$/.test(before)) ? 'The ' : 'the '
}

/** Where a noun without an article needs one: "WAITER crosses", "looks at WAITER", but "his PARTNER". */
const opensNoun =
  /(?:^|[.!?:,;]\s+|\b(?:and|at|to|with|past|behind|of|by|from|on|in|into|for|towards?|after|near|beside|over)\s+)$/i

/** "the garden gate", "A GARDEN GNOME": a place's name that is only part of something else's. */
function isCommonWord(asset: Asset, word: string, next = ''): boolean {
  if (asset.type !== 'location') return false
  return word === word.toLowerCase() ? asset.name !== word : /^\s+\p{Lu}/u.test(next)
}

/** Nobody writes more behind a name. */
const longestApposition = 500

function withoutApposition(text: string, { asset, description }: Named): string {
  if (!text.includes(mention(asset.id))) return text
  const said = oneLine(description).replace(/[.\s]+$/, '')
  if (!said || said.length > longestApposition) return text
  return text.replace(
    new RegExp(
      `(${escapeRegExp(mention(asset.id))}),\\s+(?:(?:an?|the|his|her|their)\\s+)?${escapeRegExp(said)}(?:,(?=\\s)|(?=[.!?;:]|$))`,
      'giu',
    ),
    '$1',
  )
}
