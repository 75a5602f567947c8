import { framesToSeconds } from '@shared/domain/time/frames'
import { secondsText } from '@shared/language/unitWords'
import type { FrameRate } from '@shared/model/frameRate'
import type { Shot, ShotAngle, ShotSize } from '@shared/model/shot'

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
