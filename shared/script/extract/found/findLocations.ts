import type { FoundAsset } from '../../scriptTypes'
import type { CutScene } from '../shots/scenes'

/**
 * One location for each set of the headings, its " - " chain kept (domain.md 11). A POV or "LATER" heading stays in the
 * set before; titles on screen have none.
 */
export function findLocations(scenes: readonly CutScene[]): FoundAsset[] {
  const found = new Map<string, FoundAsset>()
  for (const { scene, kind } of scenes) {
    if (scene.set === '') continue
    const key = locationKey(scene.set)
    const known = found.get(key)
    if (!known) {
      found.set(key, {
        key,
        type: 'location',
        name: scene.set,
        forms: [scene.set],
        firstLine: scene.startLine,
        cue: false,
        candidate: false,
        description: '',
      })
    } else if (kind === 'place' && !known.forms.includes(scene.set)) known.forms.push(scene.set)
  }
  return [...found.values()]
}

export function locationKey(set: string): string {
  return `location:${set.toUpperCase().replace(/\s+/g, ' ').trim()}`
}
