import { foldName, namesOf } from '@shared/domain/lookup'
import type { Asset, AssetType } from '@shared/model/asset'

/** What a picture shows: an asset there is with a look of it by name (null: the default look, or a further one), a new asset of a type, or nothing for the film. */
export type Shows = { readonly asset: string; readonly look: string | null } | { readonly new: AssetType } | null

/** "mrs_finch-02.png" -> "Mrs finch" */
export function nameOfFile(path: string): string {
  const base = (path.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]+$/, '')
  const words = base
    .replace(/[_\-.]+/g, ' ')
    .replace(/(?:^|\s)(?:\(?\d+\)?|copy|final|v\d+)(?=\s|$)/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const name = words || base.trim()
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}

/** The asset whose name or other name the file carries, the longest name first, and the look that the rest of it names; else a new character. */
export function guessShows(path: string, assets: readonly Asset[]): Shows {
  const words = ` ${foldName(nameOfFile(path))} `
  const named = assets
    .filter((a) => !a.deleted)
    .flatMap((a) => namesOf(a).map((name) => ({ id: a.id, name: foldName(name) })))
    .filter(({ name }) => name && words.includes(` ${name} `))
  const best = named.sort((a, b) => b.name.length - a.name.length)[0]
  if (!best) return { new: 'character' }
  const rest = words.replace(` ${best.name} `, ' ').trim()
  return { asset: best.id, look: rest ? rest.slice(0, 1).toUpperCase() + rest.slice(1) : null }
}
