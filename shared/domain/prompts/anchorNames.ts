import type { Asset } from '../../model/asset'
import { mention } from '../mentions'

/** Replaces the names and aliases of assets in a text by mention tokens, longer names first, whole words only. */
export function anchorNames(text: string, subjects: readonly { asset: Asset }[]): string {
  const names = subjects.flatMap(({ asset }) => [asset.name, ...asset.aliases.map((a) => a.name)].map((name) => ({ name, id: asset.id })))
  names.sort((a, b) => b.name.length - a.name.length)
  if (!names.length) return text
  const byFold = new Map(names.toReversed().map((n) => [n.name.toLowerCase(), n.id]))
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map((n) => escape(n.name)).join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  return text.replace(pattern, (word) => {
    const id = byFold.get(word.toLowerCase())
    // A common noun in lower case ("the lamp") is not the asset's name unless the asset is called just that.
    return id ? mention(id) : word
  })
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
