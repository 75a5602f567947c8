import type { FrameSide } from '../../model/assignment'
import type { Scene } from '../../model/scene'
import type { Shot, ShotAngle, ShotSize } from '../../model/shot'

export const sizeWords: Record<ShotSize, string> = {
  extreme_wide: 'Extreme wide shot', wide: 'Wide shot', full: 'Full shot', medium_wide: 'Medium wide shot', medium: 'Medium shot', medium_close: 'Medium close-up',
  close: 'Close-up', extreme_close: 'Extreme close-up', insert: 'Insert', two_shot: 'Two-shot', over_shoulder: 'Over-the-shoulder shot', pov: 'Point-of-view shot',
}
export const angleWords: Record<ShotAngle, string> = { eye: 'eye level', low: 'low angle', high: 'high angle', overhead: 'overhead', dutch: 'dutch angle' }

/** "Wide shot, low angle, 24 mm, push in." */
export function shotWords(shot: Pick<Shot, 'size' | 'angle' | 'lens' | 'movement'>): string {
  const parts = [shot.size ? sizeWords[shot.size] : 'Shot', shot.angle ? angleWords[shot.angle] : '', shot.lens.trim(), shot.movement.trim() ? `camera ${lowerFirst(shot.movement.trim())}` : '']
  const said = parts.filter(Boolean)
  return said.length === 1 && said[0] === 'Shot' ? '' : `${said.join(', ')}.`
}

/** "Set: Living Room (…), interior, night." */
export function setWords(scene: Pick<Scene, 'set' | 'intExt' | 'timeOfDay'>, locations: readonly string[]): string {
  const where = locations.length ? locations.join(' and ') : titleCase(scene.set)
  const inside = { '': '', INT: 'interior', EXT: 'exterior', 'INT/EXT': 'interior and exterior' }[scene.intExt]
  const parts = [where, inside, scene.timeOfDay.toLowerCase()].filter(Boolean)
  return parts.length ? `Set: ${parts.join(', ')}.` : ''
}

const sides: Record<FrameSide, [from: string, to: string]> = {
  left: ['from the left', 'frame left'], right: ['from the right', 'frame right'], top: ['from above', 'upwards out of frame'], bottom: ['from below', 'downwards out of frame'],
  background: ['from the background', 'into the background'], foreground: ['from behind the camera', 'past the camera'], in_place: ['', ''],
}
export const fromWords = (side: FrameSide) => sides[side][0]
export const toWords = (side: FrameSide) => sides[side][1]

export const lowerFirst = (text: string) => (/^[A-Z][a-z]/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text)

/** "LIVING ROOM" to "Living Room"; text that is not all capitals stays. */
export function titleCase(text: string): string {
  if (text !== text.toUpperCase()) return text
  return text.toLowerCase().replace(/(^|[\s\-/(“"])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

export function sentenceEnd(text: string): string {
  const trimmed = text.trim().replace(/[\s:;,–—-]+$/, '')
  return /[.!?…"”]$/.test(trimmed) ? trimmed : `${trimmed}.`
}

export function listWords(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** Places that English puts "the" before; a place of somebody's or with a name of its own has none. */
const commonPlaces = /\b(room|hall|hallway|kitchen|garden|bistro|bar|cafe|café|restaurant|street|road|house|home|office|cellar|basement|attic|roof|bedroom|bathroom|corridor|lobby|park|forest|wood|woods|beach|field|lake|river|bridge|station|train|car|bus|shop|store|church|school|hospital|hotel|apartment|flat|yard|backyard|patio|porch|garage|barn|farm|castle|palace|tower|library|theatre|theater|stage|studio|court|courtroom|cell|prison|alley|square|market|harbour|harbor|dock|ship|boat|desert|cave|diner|gym|lab|laboratory|warehouse|factory|cemetery|chapel|tent|tunnel|staircase|stairs|balcony|terrace|pub|club|bank|clearing|valley|mountain|pool|pond|heath|tavern|inn)$/i

/** "the Living Room", "Brick's Patio", "Paris" */
export function placeName(name: string, mention: string): string {
  const own = /['’]|^(a|an|the|my|our|his|her)\s/i.test(name) || /\d/.test(name) || /\s(of|in|at)\s/i.test(name)
  return !own && commonPlaces.test(name.trim()) ? `the ${mention}` : mention
}
