import type { ImportReport } from '@shared/ipc/contract'
import { counted } from '@shared/language/unitWords'

type Counts = Omit<NonNullable<ImportReport['reimport']>, 'scriptId'>

/** "41 shots stay as they are, 3 change, 2 are new, 1 goes to the tray." */
export function reimportWords({ unchanged, changed, added, moved, restored, removed, keptEdited }: Counts): string {
  if (!changed && !added && !moved && !restored && !removed && !keptEdited) return 'Nothing changes.'
  const parts = [
    counted(unchanged, 'shot stays as it is', 'shots stay as they are'),
    changed && counted(changed, 'changes', 'change'),
    added && `${counted(added, 'is', 'are')} new`,
    moved && counted(moved, 'moves', 'move'),
    restored && `${counted(restored, 'comes', 'come')} back from the tray`,
    removed && `${counted(removed, 'goes', 'go')} to the tray`,
    keptEdited && `in ${keptEdited} your own words stand`,
  ].filter(Boolean)
  return `${parts.join(', ')}.`
}
