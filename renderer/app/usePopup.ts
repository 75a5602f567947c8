import { useEffect } from 'react'
import { closeSheet, openSheet, useSheets, type SheetKey } from './sheets'

/**
 * A popover that its own button draws, opened and closed like a sheet: `[open, setOpen]`. It closes when its button goes, so that it does not
 * come back by itself.
 */
export function usePopup(key: SheetKey<Record<never, never>>): [boolean, (open: boolean) => void] {
  const open = useSheets((s) => s.open?.name === key.name)
  useEffect(() => () => closeSheet(key), [key])
  return [open, (next) => (next ? openSheet(key, {}) : closeSheet(key))]
}
