import { create } from 'zustand'

export type MergeKind = 'alias' | 'look'

/** The merge being looked at before it is done; `intoId` null while the target is still to be chosen. `turnBackAfter`: shots after which the carried look ends. */
export const useMerge = create<{
  pair: { fromId: string; intoId: string | null; as: MergeKind; turnBackAfter: readonly string[] } | null
}>(() => ({ pair: null }))

export function openMerge(fromId: string, intoId: string | null = null, as: MergeKind = 'alias'): void {
  useMerge.setState({ pair: { fromId, intoId, as, turnBackAfter: [] } })
}

export const closeMerge = (): void => useMerge.setState({ pair: null })
