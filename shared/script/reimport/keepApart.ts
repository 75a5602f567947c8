import { neverMerge } from '../../domain/merging/neverMerge'
import { projectOf } from '../../domain/lookup'
import type { Draft } from '../../records/draft'
import { namesApart } from './namesApart'
import { readStored, storedBreakdown } from './rebreak'
import { reimport } from './reimport'

/**
 * `asset.neverMerge`: the two are never merged, and where they were taken for one person while the question was open, the bars of the second
 * name come back: the scripts are read again with two persons in them, as a fresh import would (domain.md 8.7, 11.4).
 * @throws Refusal MERGED while one stands merged into the other
 */
export function keepApart(draft: Draft, input: { aId: string; bId: string; never?: boolean | undefined }): void {
  const pair = [input.aId, input.bId]
  const wasOpen = draft
    .list('aliasProposalsInOrder')
    .some((p) => p.state === 'open' && p.as === 'alias' && pair.includes(p.intoId) && pair.includes(p.fromId))
  const scripts = wasOpen && input.never !== false ? [...draft.all('scripts')] : []
  const before = scripts.map((script) => storedBreakdown(draft, script))
  neverMerge(draft, input)
  const { fps } = projectOf(draft)
  scripts.forEach((script, i) => {
    const { parsed, breakdown } = readStored(script, script.breakdown, fps, namesApart(draft))
    const { id: scriptId, fileName, breakdown: rule } = script
    reimport(draft, { scriptId, fileName, script: parsed, rule, before: before[i]!, after: breakdown })
  })
}
