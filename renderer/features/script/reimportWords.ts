import type { ImportReport } from '@shared/ipc/contract'

type Counts = Omit<NonNullable<ImportReport['reimport']>, 'scriptId'>

/** "41 shots stay as they are, 3 change, 2 are new, 1 goes to the tray." */
export function reimportWords({ unchanged, changed, added, moved, restored, removed, keptEdited }: Counts): string {
  if (!changed && !added && !moved && !restored && !removed && !keptEdited) return 'Nothing changes.'
  const shots = (n: number) => `${n} ${n === 1 ? 'shot' : 'shots'}`
  const parts = [
    `${shots(unchanged)} ${unchanged === 1 ? 'stays as it is' : 'stay as they are'}`,
    changed && `${changed} ${changed === 1 ? 'changes' : 'change'}`,
    added && `${added} ${added === 1 ? 'is' : 'are'} new`,
    moved && `${moved} ${moved === 1 ? 'moves' : 'move'}`,
    restored && `${restored} ${restored === 1 ? 'comes' : 'come'} back from the tray`,
    removed && `${removed} ${removed === 1 ? 'goes' : 'go'} to the tray`,
    keptEdited && `in ${keptEdited} your own words stand`,
  ].filter(Boolean)
  return `${parts.join(', ')}.`
}
