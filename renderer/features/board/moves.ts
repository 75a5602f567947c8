import type { CommandInputs } from '@shared/ipc/inputSchemas'
import { plural, upperFirst } from '@shared/language/unitWords'
import type { ReadRecords } from '@shared/records/recordStore'
import { Refusal } from '@shared/records/refusal'
import { preview, staleWords, type Preview } from '../../app/preview'
import { recordsNow } from '../../app/projectStore'
import type { SceneShots } from './boardLayout'

/** Where shots go: to an index among the shots of a scene that stay. */
export interface Place {
  readonly sceneId: string
  readonly index: number
}

/** What moving or copying shots to a place would do, said in one sentence; sent on release. */
export interface MoveDraft {
  readonly command: 'shot.move' | 'shot.paste'
  readonly input: CommandInputs['shot.paste']
  readonly sentence: string
  readonly staleResults: number
  readonly staleWords: string
  readonly staleShots: ReadonlySet<string>
  /** They would stay where they are, or it is refused: nothing is sent. */
  readonly idle: boolean
  readonly refused: boolean
}

/** A place before the shot that stands at an index now, among the shots that stay. */
export function amongOthers(shotIds: readonly string[], index: number, moving: ReadonlySet<string>): number {
  return shotIds.slice(0, index).filter((id) => !moving.has(id)).length
}

/**
 * Where shots go by so many steps: later positive. Beyond the end of a scene to the beginning of the next, beyond its beginning to the end of
 * the one before; null where the film ends.
 */
export function stepPlace(scenes: readonly SceneShots[], moving: ReadonlySet<string>, by: number): Place | null {
  const has = (scene: SceneShots) => scene.shotIds.some((id) => moving.has(id))
  const at = by > 0 ? scenes.findLastIndex(has) : scenes.findIndex(has)
  const scene = scenes[at]
  if (!scene) return null
  const isMoving = (id: string) => moving.has(id)
  const edge = by > 0 ? scene.shotIds.findLastIndex(isMoving) : scene.shotIds.findIndex(isMoving)
  const before = amongOthers(scene.shotIds, edge, moving)
  const others = scene.shotIds.filter((id) => !moving.has(id)).length
  const atEdge = by > 0 ? before === others : before === 0
  if (!atEdge) return { sceneId: scene.sceneId, index: Math.max(0, Math.min(others, before + by)) }
  return scenePlace(scenes, moving, by > 0 ? 1 : -1)
}

/** Into the scene after (1), at its beginning, or into the one before (-1), at its end. */
export function scenePlace(scenes: readonly SceneShots[], moving: ReadonlySet<string>, way: 1 | -1): Place | null {
  const has = (scene: SceneShots) => scene.shotIds.some((id) => moving.has(id))
  const at = way === 1 ? scenes.findLastIndex(has) : scenes.findIndex(has)
  const scene = at < 0 ? undefined : scenes[at + way]
  return scene ? { sceneId: scene.sceneId, index: way === 1 ? 0 : scene.shotIds.length } : null
}

/** Works out what moving shots to a place would do, or copying them there. */
export function draftOfMove(shotIds: readonly string[], place: Place, copies = false): MoveDraft {
  const records = recordsNow()
  const command = copies ? 'shot.paste' : 'shot.move'
  const input = { shotIds: [...shotIds], ...place }
  const draft = { command, input, staleResults: 0, staleWords: '', staleShots: new Set<string>() } as const
  const moving = copies ? new Set<string>() : new Set(shotIds)
  if (!copies && staysPut(records, place, shotIds))
    return { ...draft, sentence: stayWords(records, shotIds), idle: true, refused: false }
  const outcome = preview(command, input)
  if (outcome instanceof Refusal) return { ...draft, sentence: outcome.message, idle: true, refused: true }
  return {
    ...draft,
    sentence: `${copies ? 'Copy' : 'Move'} ${shotsWords(records, shotIds)} ${placeWords(records, shotIds, place, moving)}${copies ? '' : '; numbers stay'}${comingAlong(records, outcome)}`,
    staleResults: outcome.staleResults,
    staleWords: upperFirst(staleWords(outcome)),
    staleShots: outcome.staleShots,
    idle: false,
    refused: false,
  }
}

const stayWords = (records: ReadRecords, shotIds: readonly string[]): string =>
  `${upperFirst(shotsWords(records, shotIds))} ${plural(shotIds.length, 'stays where it is', 'stay where they are')}`

/** Would the scene's order be the same? */
function staysPut(records: ReadRecords, { sceneId, index }: Place, shotIds: readonly string[]): boolean {
  const now = records.list('shotsOfScene', sceneId).map((s) => s.id)
  const moving = now.filter((id) => shotIds.includes(id))
  if (moving.length !== shotIds.length) return false
  const others = now.filter((id) => !shotIds.includes(id))
  return [...others.slice(0, index), ...moving, ...others.slice(index)].join() === now.join()
}

/** "shot 9", "shots 3, 4 and 7", "12 shots" */
export function shotsWords(records: ReadRecords, shotIds: readonly string[]): string {
  const numbers = shotIds.flatMap((id) => records.get('shots', id)?.number ?? [])
  if (numbers.length === 1) return `shot ${numbers[0]}`
  if (numbers.length > 5) return `${numbers.length} shots`
  return `shots ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`
}

/** "between 10A and 10B", "into scene 3, before 15" */
function placeWords(
  records: ReadRecords,
  shotIds: readonly string[],
  { sceneId, index }: Place,
  moving: ReadonlySet<string>,
): string {
  const others = records.list('shotsOfScene', sceneId).filter((s) => !moving.has(s.id))
  const [before, after] = [others[index - 1], others[index]]
  const among =
    before && after
      ? `between ${before.number} and ${after.number}`
      : before
        ? `after ${before.number}`
        : after
          ? `before ${after.number}`
          : ''
  const elsewhere = shotIds.some((id) => records.get('shots', id)?.sceneId !== sceneId)
  const scene = elsewhere ? `into scene ${records.must('scenes', sceneId).number}` : ''
  return [scene, among].filter(Boolean).join(', ')
}

/** Who becomes known in the scene by it: "; Bob and Letter come along". */
function comingAlong(records: ReadRecords, { change }: Preview): string {
  const made = Object.values(change.added.sceneAssetInstances ?? {})
  const names = [...new Set(made.map((i) => records.must('assets', i.assetId).name))]
  if (!names.length) return ''
  const who =
    names.length > 4
      ? `${names.length} assets`
      : names.length === 1
        ? names[0]!
        : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
  return `; ${who} ${names.length === 1 ? 'comes' : 'come'} along`
}
