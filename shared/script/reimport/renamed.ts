import type { AliasProposalFound, ScriptBreakdown } from '../scriptTypes'
import type { BreakdownMatch } from './matchBreakdowns'

/** More renamings than that are another script. */
const mostProposals = 50

/**
 * Somebody of the old draft whom the new one has no more, and somebody new who stands in most of the shots where he stood: he was given another name.
 * Offered, never done (domain.md 11).
 */
export function proposeRenamed(
  { before, after }: { before: ScriptBreakdown; after: ScriptBreakdown },
  { shots }: BreakdownMatch,
  newKeys: ReadonlySet<string>,
  goneKeys: ReadonlySet<string>,
): AliasProposalFound[] {
  const typeOf = new Map([...before.assets, ...after.assets].map((a) => [a.key, a]))
  const isPerson = (key: string) => typeOf.get(key)?.type === 'character'
  const nowAt = new Map<string, string>()
  shots.forEach((list, n) => list.forEach((m, i) => m.old && nowAt.set(`${m.old.scene}/${m.old.shot}`, `${n}/${i}`)))
  const newcomers = new Map<string, string[]>()
  for (const { sceneIndex, shotIndex, assetKey } of after.presences)
    if (newKeys.has(assetKey) && isPerson(assetKey)) {
      const place = `${sceneIndex}/${shotIndex}`
      newcomers.set(place, [...(newcomers.get(place) ?? []), assetKey])
    }
  const stood = new Map<string, { shots: number; beside: Map<string, number> }>()
  for (const { sceneIndex, shotIndex, assetKey } of before.presences) {
    const place = nowAt.get(`${sceneIndex}/${shotIndex}`)
    if (!goneKeys.has(assetKey) || !isPerson(assetKey) || place === undefined) continue
    const known = stood.get(assetKey) ?? { shots: 0, beside: new Map<string, number>() }
    known.shots++
    for (const key of newcomers.get(place) ?? []) known.beside.set(key, (known.beside.get(key) ?? 0) + 1)
    stood.set(assetKey, known)
  }
  return [...stood].slice(0, mostProposals).flatMap(([fromKey, known]) => {
    const [best] = [...known.beside].sort((a, b) => b[1] - a[1])
    if (!best || best[1] * 2 <= known.shots) return []
    const [intoKey] = best
    const [from, into] = [typeOf.get(fromKey)!.name, typeOf.get(intoKey)!.name]
    return [
      { intoKey, fromKey, as: 'alias', reason: `In the new draft ${into} stands where ${from} stood.`, evidence: null },
    ] satisfies AliasProposalFound[]
  })
}
