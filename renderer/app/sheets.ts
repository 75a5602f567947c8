import type { ReactNode } from 'react'
import { create } from 'zustand'

/** Names a sheet and says what it is opened with. What opens a sheet of another folder knows only this. */
export interface SheetKey<Params extends object = never> {
  readonly name: string
  /** Never called: it carries the type. */
  readonly takes?: (params: Params) => void
}

/** A sheet with what it shows. A key alone is enough for a popover that its own button draws. */
export interface SheetDefinition<Params extends object = never> extends SheetKey<Params> {
  readonly Component: (params: Params) => ReactNode
}

/** What a sheet is opened with. */
export type ParamsOf<K> = K extends SheetKey<infer Params> ? Params : never

export function sheetKey<Params extends object>(name: string): SheetKey<Params> {
  return { name }
}

/** Gives a sheet what it shows. The component gets the params as its properties and closes itself with `closeSheet`. */
export function defineSheet<Params extends object>(
  key: SheetKey<Params> | string,
  Component: (params: Params) => ReactNode,
): SheetDefinition<Params> {
  return { name: typeof key === 'string' ? key : key.name, Component }
}

/** The sheet that is open: one at a time. */
interface OpenSheet {
  readonly name: string
  readonly params: object
  /** Another number each time, so that a sheet opened again starts anew. */
  readonly round: number
  /** What had the focus before any sheet was open; it gets it back. */
  readonly from: Element | null
}

export const useSheets = create<{ open: OpenSheet | null; round: number }>(() => ({ open: null, round: 0 }))

/**
 * Opens a sheet in the place of the one that is open.
 * @param from what gets the focus when it closes; by default what has it now. Given where that is about to go, as a popover does.
 */
export function openSheet<Params extends object>(
  key: SheetKey<Params>,
  params: Params,
  from: Element | null = document.activeElement,
): void {
  useSheets.setState(({ open, round }) => ({
    open: { name: key.name, params, round: round + 1, from: open ? open.from : from },
    round: round + 1,
  }))
}

/** Closes the sheet that is open, or only `key` if it is that one. */
export function closeSheet(key?: SheetKey): void {
  const { open } = useSheets.getState()
  if (open && (key === undefined || open.name === key.name)) useSheets.setState({ open: null })
}
