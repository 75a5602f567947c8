import { secondsText } from '@shared/language/unitWords'
import type { FrameSide, Presence } from '@shared/model/assignment'
import type { FrameRate } from '@shared/model/frameRate'
import type { Shot, ShotAngle, ShotSize } from '@shared/model/shot'
import { framesToSeconds } from '@shared/domain/time/frames'

export const sizeNames: Record<ShotSize, string> = {
  extreme_wide: 'Extreme wide',
  wide: 'Wide',
  full: 'Full',
  medium_wide: 'Medium wide',
  medium: 'Medium',
  medium_close: 'Medium close',
  close: 'Close',
  extreme_close: 'Extreme close',
  insert: 'Insert',
  two_shot: 'Two-shot',
  over_shoulder: 'Over the shoulder',
  pov: 'Point of view',
}
export const angleNames: Record<ShotAngle, string> = {
  eye: 'Eye level',
  low: 'Low',
  high: 'High',
  overhead: 'Overhead',
  dutch: 'Dutch',
}
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

/** "Wide · 24 mm · 3.5 s" */
export function cameraLine(shot: Pick<Shot, 'size' | 'lens' | 'durationFrames'>, fps: FrameRate): string {
  return [
    shot.size ? sizeNames[shot.size] : '',
    shot.lens.trim(),
    secondsText(framesToSeconds(shot.durationFrames, fps)),
  ]
    .filter(Boolean)
    .join(' · ')
}
