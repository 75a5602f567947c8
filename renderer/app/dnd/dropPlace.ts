import { assignmentOf, instanceOf, projectOf, shotsOfScene } from '@shared/domain/lookup'
import { framesToSeconds } from '@shared/domain/time/frames'
import { secondsText } from '@shared/language/unitWords'
import { Refusal } from '@shared/records/refusal'
import { preview, staleWords } from '../preview'
import { done, run } from '../projectActions'
import { recordsNow } from '../projectStore'
import { addToSceneSheet } from '../sheetKeys'
import { openSheet } from '../sheets'
import type { AssetDrag, DropPlace } from './assetDrag'
import { surfacePlaceAt } from './assetDrag'

/** Where an asset that is let go at a point of the window goes: what a canvas says, else the nearest panel or row of a shot or scene. Client pixels. */
export function placeUnder(x: number, y: number): DropPlace | null {
  const [top] = document.elementsFromPoint(x, y)
  const shotId = top?.closest<HTMLElement>('[data-panel]')?.dataset['panel']
  if (shotId !== undefined) return { shotId }
  const scene = top?.closest<HTMLElement>('[data-scene], [data-scene-head]')?.dataset
  const sceneId = scene?.['scene'] ?? scene?.['sceneHead']
  return sceneId === undefined ? surfacePlaceAt(x, y) : { sceneId }
}

/** The scene of a place. With Alt a shot stands for its scene. */
const sceneOf = (place: DropPlace) =>
  'sceneId' in place ? place.sceneId : recordsNow().must('shots', place.shotId).sceneId

/** Is the asset in the shot? */
function isIn(assetId: string, shotId: string): boolean {
  const records = recordsNow()
  const instance = instanceOf(records, records.must('shots', shotId).sceneId, assetId)
  return instance !== undefined && assignmentOf(records, shotId, instance.id) !== undefined
}

/** What letting go there does: "Add Alice to shot 4, throughout: 3 results turn stale". */
export function addWords(
  assetId: string,
  place: DropPlace | null,
  wholeScene: boolean,
): Pick<AssetDrag, 'sentence' | 'staleShots' | 'refused'> {
  const nothing = { sentence: '', staleShots: new Set<string>(), refused: false }
  if (!place) return nothing
  const records = recordsNow()
  const name = records.must('assets', assetId).name
  const sceneId = sceneOf(place)
  if (wholeScene || 'sceneId' in place) {
    const { number } = records.must('scenes', sceneId)
    return shotsOfScene(records, sceneId).length
      ? { ...nothing, sentence: `Add ${name} to scene ${number}, and choose the shots` }
      : { ...nothing, sentence: `Scene ${number} has no shots yet.`, refused: true }
  }
  const { number } = records.must('shots', place.shotId)
  if (isIn(assetId, place.shotId))
    return { ...nothing, sentence: `${name} is in shot ${number} already.`, refused: true }
  const enters = entering(assetId, place)
  const outcome = enters
    ? preview('assignment.setMany', enters)
    : preview('asset.addToScene', { assetId, sceneId, shotIds: [place.shotId] })
  if (outcome instanceof Refusal) return { ...nothing, sentence: outcome.message, refused: true }
  const how = enters ? `enters at ${momentWords(place.shotId, place.at ?? 0)}` : 'throughout'
  return {
    sentence: `Add ${name} to shot ${number}, ${how}: ${staleWords(outcome)}`,
    staleShots: outcome.staleShots,
    refused: false,
  }
}

/** What puts an asset into a shot from a moment on; null where that is its start. */
const entering = (assetId: string, { shotId, at = 0 }: { shotId: string; at?: number }) =>
  at > 0 ? { cells: [{ shotId, assetId, enterAt: at, exitAt: 1 }] } : null

const momentWords = (shotId: string, at: number): string => {
  const records = recordsNow()
  return secondsText(framesToSeconds(at * records.must('shots', shotId).durationFrames, projectOf(records).fps))
}

/** Puts an asset into the shot at once, where the place has a moment from that on; for a scene it is asked which shots. */
export async function addAt(assetId: string, place: DropPlace, wholeScene: boolean): Promise<void> {
  const records = recordsNow()
  const sceneId = sceneOf(place)
  if (wholeScene || 'sceneId' in place) {
    openSheet(addToSceneSheet, { assetId, sceneId })
    return
  }
  const enters = entering(assetId, place)
  const name = records.must('assets', assetId).name
  const { number } = records.must('shots', place.shotId)
  if (enters) {
    if (await run('assignment.setMany', enters))
      done(`${name} enters shot ${number} at ${momentWords(place.shotId, place.at ?? 0)}.`)
  } else if (await run('asset.addToScene', { assetId, sceneId, shotIds: [place.shotId] }))
    done(`${name} is in shot ${number}.`)
}
