import { create } from 'zustand'
import type { CellRef } from './viewStore'

/** The change of look being made or edited: an asset in a shot; with an id an existing one. */
export const useLookChange = create<{ open: (CellRef & { readonly transformationId: string | null }) | null }>(() => ({
  open: null,
}))

export function openLookChange(cell: CellRef, transformationId: string | null = null): void {
  useLookChange.setState({ open: { ...cell, transformationId } })
}

export const closeLookChange = (): void => useLookChange.setState({ open: null })
