import type { SnapshotView } from '@shared/ipc/contract'
import { counted } from '@shared/language/unitWords'

/** "today 14:02", "yesterday 18:40", "Mon 23 Nov 18:40": when, as it is said in the zone of the machine. */
export function whenWords(at: number, now: number): string {
  const [then, today] = [new Date(at), new Date(now)]
  const time = then.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  const day = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000
  const ago = day(today) - day(then)
  if (ago === 0) return `today ${time}`
  if (ago === 1) return `yesterday ${time}`
  const year = then.getFullYear() === today.getFullYear() ? {} : { year: 'numeric' as const }
  const date = then.toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', ...year })
  return `${date.replace(',', '')} ${time}`
}

const reasons: Record<SnapshotView['reason'], string> = {
  opened: 'on opening',
  edits: 'while it was edited',
  closed: 'on closing',
  before: 'before going back',
  kept: 'kept by you',
}

export const reasonWords = ({ reason, label }: SnapshotView) =>
  reason === 'kept' && label ? `kept by you: “${label}”` : reasons[reason]

/** "lacks 6 edits" */
export function lackWords({ lacks }: SnapshotView): string {
  if (!lacks) return ''
  const parts = [
    ...(lacks.count ? [`lacks ${counted(lacks.count, 'edit')}`] : []),
    ...(lacks.undone ? [`has ${counted(lacks.undone, 'edit')} taken back since`] : []),
  ]
  return parts.join(', ') || 'the same'
}
