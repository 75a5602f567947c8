import { escapeRegExp } from '../../language/text/escapeRegExp'
/**
 * Prompts keep mentions as tokens, so image numbers still match after a reorder (domain.md 4). `{{asset:ID}}` is a name with its
 * anchor, `{{name:ID}}` a bare name, `{{image:ID}}` the number of its picture, `{{manifest}}` the list of references.
 */
export interface MentionWords {
  readonly name: string
  /** "the red-haired woman from Image #1", or empty. */
  readonly anchor: string
  readonly index: number | null
}
export type MentionBook = ReadonlyMap<string, MentionWords>

export const mention = (assetId: string) => `{{asset:${assetId}}}`
export const bareName = (assetId: string) => `{{name:${assetId}}}`
export const manifestToken = '{{manifest}}'
const token = /\{\{(asset|name|image):([^{}]+)\}\}(['’]s?(?![\p{L}\p{N}]))?/gu

/** Tokens to words. An asset that is not in the book any more is shown by what `nameOf` knows, without a number. */
export function renderMentions(
  text: string,
  book: MentionBook,
  manifest: string,
  nameOf: (assetId: string) => string,
): string {
  const words = text.replace(token, (_, kind: string, id: string, owns = '') => {
    const entry = book.get(id)
    if (kind === 'image') return (entry?.index ? `Image #${entry.index}` : 'no image') + owns
    const name = entry?.name ?? nameOf(id)
    // "Bob's (the tall man from Image #1) shoulder"
    return kind === 'asset' && entry?.anchor ? `${name}${owns} (${entry.anchor})` : name + owns
  })
  // Without references the place of the list and the blank line behind it go.
  return manifest
    ? words.replace(manifestToken, () => manifest)
    : words.replace(manifestToken + '\n\n', '').replace(manifestToken, '')
}

/** A user's text back to tokens: the list of references, anchored and bare names and image numbers as they were shown (domain.md 4). */
export function tokenise(text: string, book: MentionBook, manifest: string): string {
  let out = manifest ? text.replace(manifest, manifestToken) : text
  const entries = [...book].sort((a, b) => b[1].name.length - a[1].name.length)
  for (const [id, words] of entries)
    if (words.anchor)
      for (const owns of ['', "'s", '’s', "'", '’'])
        out = out.split(`${words.name}${owns} (${words.anchor})`).join(mention(id) + owns)
  for (const [id, words] of entries)
    if (words.index) out = out.replace(new RegExp(`Image #${words.index}(?!\\d)`, 'g'), `{{image:${id}}}`)
  return tokeniseNames(out, entries)
}

/** Names that stand alone, whole words outside of tokens; one that two assets share stays text. */
function tokeniseNames(text: string, entries: readonly (readonly [string, MentionWords])[]): string {
  const byName = new Map<string, string | null>()
  for (const [id, words] of entries)
    byName.set(words.name, byName.has(words.name) ? null : words.anchor ? bareName(id) : mention(id))
  if (!byName.size) return text
  const names = [...byName.keys()].map(escapeRegExp)
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  return text
    .split(/(\{\{[^{}]*\}\})/)
    .map((part, i) => (i % 2 ? part : part.replace(pattern, (name) => byName.get(name) ?? name)))
    .join('')
}
