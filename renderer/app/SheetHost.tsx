import { createElement, type FunctionComponent } from 'react'
import { FocusOrigin } from '../common/Sheet'
import { useSheets, type SheetDefinition } from './sheets'

/** Draws the sheet that is open. */
export function SheetHost({ sheets }: { sheets: readonly SheetDefinition[] }) {
  const open = useSheets((s) => s.open)
  const sheet = open && sheets.find((s) => s.name === open.name)
  if (!sheet) return null
  // `openSheet` lets only the params of a sheet in with its key.
  const Component = sheet.Component as FunctionComponent<object>
  return <FocusOrigin value={open.from}>{createElement(Component, { key: open.round, ...open.params })}</FocusOrigin>
}
