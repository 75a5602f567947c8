import type { FoundAsset } from '../../scriptTypes'
import type { CutScene } from '../shots/scenes'

/**
 * One location for each set of the headings, its " - " chain kept (domain.md 11). A POV or "LATER" heading stays in the
 * set before; titles on screen have none.
 */
export function findLocations(scenes: readonly CutScene[]): FoundAsset[] {
  const found = new Map<string, FoundAsset>()
  for (const { scene, kind, also } of scenes)
    for (const set of [scene.set, also ?? '']) {
      if (set === '') continue
      const key = locationKey(set)
      const known = found.get(key)
      if (!known) {
        found.set(key, {
          key,
          type: 'location',
          name: set,
          forms: [set],
          firstLine: scene.startLine,
          cue: false,
          candidate: false,
          description: '',
        })
      } else if (kind === 'place' && !known.forms.includes(set)) known.forms.push(set)
    }
  return [...found.values()]
}

/**
 * What makes two sets one place: THE BARN and AT THE BARN are BARN, BIG-TOP is BIG TOP, HOUSE/KITCHEN and HOUSE, KITCHEN are HOUSE - KITCHEN. The name stays as it was first written.
 */
export function locationKey(set: string): string {
  const parts = set
    .normalize('NFC')
    .toUpperCase()
    .split(/\s*\/\s*|\s+[-–—]+\s+|,\s+/)
    .map((part) =>
      part
        .replaceAll('’', "'")
        .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^(?:(?:BACK )?(?:AT|IN|ON) (?=(?:THE|AN?|HIS|HER) ))?(?:THE|AN?) (?=\S)/, ''),
    )
  return `location:${parts.filter((p) => p !== '').join(' - ')}`
}
