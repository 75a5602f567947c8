import type { ImportReport } from '@shared/ipc/contract'
import { counted, numberText } from '@shared/language/unitWords'

type Counts = Omit<NonNullable<ImportReport['reimport']>, 'scriptId'>

/** What a new version changes, a sentence each for shots, scenes, people, places and props: "41 shots stay as they are, 3 change, 1 goes to the tray." */
export function reimportLines(counts: Counts): string[] {
  const { unchanged, changed, added, moved, restored, removed, keptEdited } = counts
  const scenes = [
    counts.scenesChanged && `${counted(counts.scenesChanged, 'scene has', 'scenes have')} another heading`,
    counts.scenesAdded && `${counted(counts.scenesAdded, 'scene is', 'scenes are')} new`,
    counts.scenesRemoved && `${counted(counts.scenesRemoved, 'scene goes', 'scenes go')} to the tray`,
  ].filter(Boolean)
  const shots = [
    changed && counted(changed, 'changes', 'change'),
    added && `${counted(added, 'is', 'are')} new`,
    moved && counted(moved, 'moves', 'move'),
    restored && `${counted(restored, 'comes', 'come')} back from the tray`,
    removed && `${counted(removed, 'goes', 'go')} to the tray`,
    keptEdited && `in ${keptEdited} your own words stand`,
  ].filter(Boolean)
  const names = [
    namesLine('New people', counts.newNames.character),
    namesLine('No longer in the script', counts.goneNames.character),
    namesLine('New places', counts.newNames.location),
    namesLine('No longer a place of the script', counts.goneNames.location),
    namesLine('New props', counts.newNames.prop),
    namesLine('Props the script has no more', counts.goneNames.prop),
  ].filter((line) => line !== null)
  if (!scenes.length && !shots.length && !names.length) return []
  const stay = counted(unchanged, 'shot stays as it is', 'shots stay as they are')
  return [`${[stay, ...shots].join(', ')}.`, ...(scenes.length ? [`${scenes.join(', ')}.`] : []), ...names]
}

/** More names than these are counted. */
const listed = 12

function namesLine(what: string, names: readonly string[]): string | null {
  if (!names.length) return null
  const more = names.length > listed ? ` and ${numberText(names.length - listed)} more` : ''
  return `${what}: ${names.slice(0, listed).join(', ')}${more}.`
}
