import { create } from 'zustand'

export type MergeKind = 'alias' | 'look'

/** The merge being looked at before it is done; `intoId` null while the target is still to be chosen. */
export const useMerge = create<{ pair: { fromId: string; intoId: string | null; as: MergeKind } | null }>(() => ({ pair: null }))

export function openMerge(fromId: string, intoId: string | null = null, as: MergeKind = 'alias'): void {
  useMerge.setState({ pair: { fromId, intoId, as } })
}

export const closeMerge = (): void => useMerge.setState({ pair: null })
