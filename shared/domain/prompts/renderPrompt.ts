import type { PromptKind } from '../../model/result'
import type { ReadRecords } from '../../records/recordStore'
import { anchorPhrases } from '../manifest/anchors'
import { frameBrief, videoBrief } from './briefs'
import type { MentionBook } from '../manifest/mentions'
import { manifestToken, renderMentions, tokenise } from '../manifest/mentions'
import type { Placement } from '../blocking/blockingMember'
import { placeWords } from '../blocking/placement'
import type { PassSplit } from '../manifest/manifest'

/** The words behind the tokens of one prompt: names, anchors and image numbers as they are today. */
export function mentionBook(
  store: ReadRecords,
  shotId: string,
  prompt: PromptKind,
  split?: PassSplit,
  traits = true,
): { book: MentionBook; manifest: string } {
  if (prompt === 'video') {
    // The stills carry the identities; no reference is sent with a video prompt.
    const { members } = videoBrief(store, shotId)
    const anchors = anchorPhrases(
      members.map((m) => ({
        assetId: m.asset.id,
        name: m.asset.name,
        type: m.asset.type,
        description: m.asset.type === 'location' ? '' : m.dressed,
        index: null,
        place: m.place,
        x: m.x,
      })),
      traits,
    )
    return {
      book: new Map(
        members.map((m) => [m.asset.id, { name: m.asset.name, anchor: anchors.get(m.asset.id) ?? '', index: null }]),
      ),
      manifest: '',
    }
  }
  const brief = frameBrief(store, shotId, prompt, split, traits)
  const numbers = new Map(brief.manifest.entries.map((e) => [e.asset.id, e.index]))
  const anchors = anchorPhrases(
    brief.subjects.map((s) => ({
      assetId: s.asset.id,
      name: s.asset.name,
      type: s.asset.type,
      description: brief.dressed.get(s.asset.id) ?? s.description,
      index: numbers.get(s.asset.id) ?? null,
      ...anchorPlaceOf(brief.placements.get(s.asset.id)),
    })),
    traits,
  )
  const book = new Map(
    brief.subjects.map((s) => [
      s.asset.id,
      { name: s.asset.name, anchor: anchors.get(s.asset.id) ?? '', index: numbers.get(s.asset.id) ?? null },
    ]),
  )
  return { book, manifest: brief.manifest.text }
}

/** How an anchor tells where somebody stands. */
export const anchorPlaceOf = (at: Placement | undefined) => (at ? { place: placeWords(at.x), x: at.x } : { place: '' })

/** A tokenised prompt in words, with today's numbers. */
export function renderPrompt(
  store: ReadRecords,
  shotId: string,
  prompt: PromptKind,
  text: string,
  split?: PassSplit,
  traits = true,
): string {
  const { book, manifest } = mentionBook(store, shotId, prompt, split, traits)
  return renderMentions(text, book, manifest, (id) => store.get('assets', id)?.name ?? 'somebody')
}

/** A prompt as the user typed it, back to tokens. */
export function tokenisePrompt(store: ReadRecords, shotId: string, prompt: PromptKind, text: string): string {
  const { book, manifest } = mentionBook(store, shotId, prompt)
  const tokens = tokenise(text, book, manifest)
  // Without references no list was shown that could come back; its place is kept for those that come later.
  return prompt !== 'video' && !manifest && !tokens.includes(manifestToken) ? `${manifestToken}\n\n${tokens}` : tokens
}
