import type { FrameSide } from '../../model/assignment'
import type { Scene } from '../../model/scene'
import type { Shot, ShotAngle, ShotSize } from '../../model/shot'
import { lowerFirst, titleCase } from '../../language/wording/phrases'

export const sizeWords: Record<ShotSize, string> = {
  extreme_wide: 'Extreme wide shot',
  wide: 'Wide shot',
  full: 'Full shot',
  medium_wide: 'Medium wide shot',
  medium: 'Medium shot',
  medium_close: 'Medium close-up',
  close: 'Close-up',
  extreme_close: 'Extreme close-up',
  insert: 'Insert',
  two_shot: 'Two-shot',
  over_shoulder: 'Over-the-shoulder shot',
  pov: 'Point-of-view shot',
}
export const angleWords: Record<ShotAngle, string> = {
  eye: 'eye level',
  low: 'low angle',
  high: 'high angle',
  overhead: 'overhead',
  dutch: 'dutch angle',
}

/** "Wide shot, low angle, 24 mm, camera push in." */
export function shotLine(shot: Pick<Shot, 'size' | 'angle' | 'lens'>, movement: string): string {
  const parts = [
    shot.size ? sizeWords[shot.size] : 'Shot',
    shot.angle ? angleWords[shot.angle] : '',
    shot.lens.trim(),
    movement ? `camera ${lowerFirst(movement)}` : '',
  ]
  const said = parts.filter(Boolean)
  return said.length === 1 && said[0] === 'Shot' ? '' : `${said.join(', ')}.`
}

/** "SNIPER SCOPE POV": what a point-of-view shot looks through; empty where it is somebody's own eyes. */
export function glassWords(...told: readonly string[]): string {
  for (const text of told) {
    const glass =
      /(?:^|[\s.-])((?:[\p{L}-]+ )?(?:scope|gunsight|binoculars|camera|telescope|periscope|keyhole|peephole|windshield|windscreen|visor|drone|webcam|viewfinder|lens|goggles))(?:['’]s)?\s+(?:POV|P\.O\.V\.)/iu.exec(
        text,
      )?.[1] ??
      /\b(?:POV|P\.O\.V\.)\s*[-–—:(]?\s*through (?:an?|the)?\s*([\p{L} ]{3,40}?)(?=[.,;:)]|$)/iu.exec(text)?.[1]
    if (glass) return ` through the ${glass.trim().toLowerCase()}`
  }
  return ''
}

/** "Set: Living Room (…), interior, night." */
export function setWords(scene: Pick<Scene, 'set' | 'intExt' | 'timeOfDay'>, locations: readonly string[]): string {
  const where = locations.length ? locations.join(' and ') : titleCase(scene.set)
  const inside = { '': '', INT: 'interior', EXT: 'exterior', 'INT/EXT': 'interior and exterior' }[scene.intExt]
  const parts = [where, inside, scene.timeOfDay.toLowerCase()].filter(Boolean)
  return parts.length ? `Set: ${parts.join(', ')}.` : ''
}

const sides: Record<FrameSide, [from: string, to: string]> = {
  left: ['from the left', 'frame left'],
  right: ['from the right', 'frame right'],
  top: ['from above', 'upwards out of frame'],
  bottom: ['from below', 'downwards out of frame'],
  background: ['from the background', 'into the background'],
  foreground: ['from behind the camera', 'past the camera'],
  in_place: ['', ''],
}
export const fromWords = (side: FrameSide) => sides[side][0]
export const toWords = (side: FrameSide) => sides[side][1]
