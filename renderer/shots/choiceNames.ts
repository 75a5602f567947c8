import type { FrameSide, Presence } from '@shared/model/assignment'

export const sideNames: Record<FrameSide, string> = {
  left: 'Left',
  right: 'Right',
  top: 'Top',
  bottom: 'Bottom',
  background: 'Background',
  foreground: 'Foreground',
  in_place: 'In place',
}

/** The four presences in the order of their buttons, with the key that sets each. */
export const presences: readonly { presence: Presence; name: string; key: 'T' | 'E' | 'X' | 'P' }[] = [
  { presence: 'throughout', name: 'Through', key: 'T' },
  { presence: 'enters', name: 'Enters', key: 'E' },
  { presence: 'exits', name: 'Exits', key: 'X' },
  { presence: 'passes_through', name: 'Passes', key: 'P' },
]
export const letterOf = (presence: Presence) => presences.find((p) => p.presence === presence)!.key
