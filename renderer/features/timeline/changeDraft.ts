import { percentText, upperFirst } from '@shared/language/unitWords'
import type { CommandInputs } from '@shared/ipc/inputSchemas'
import type { Transformation } from '@shared/model/transformation'
import { Refusal } from '@shared/records/refusal'
import { preview, staleWords } from '../../app/preview'
import { recordsNow } from '../../app/projectStore'
import type { BarSpan } from '../../lanes/bars'
import type { CellIndex } from '../../lanes/cellIndex'
import { whereWords } from '../../lanes/edgeDraft'
import { pxOf, type PlaceOnAxis } from '../../lanes/snap'
import type { TimelineLayout } from './timelineLayout'

/** What changes of look are found in. */
interface ChangeView {
  readonly layout: TimelineLayout
  readonly cells: CellIndex
}

type SetChange = CommandInputs['transformation.set']

/** A change of look on screen. Body pixels. */
export interface ChangeHit {
  readonly change: Transformation
  readonly assetId: string
  readonly row: number
  readonly x: number
}

/** Where a change of look goes. */
export interface ChangeMove extends PlaceOnAxis {
  readonly changeId: string
  readonly assetId: string
}

/** What it would do: drawn in place, said in one sentence, sent on release. */
export interface ChangeDraft {
  readonly input: SetChange
  readonly row: number
  readonly x: number
  readonly staleShots: ReadonlySet<string>
  readonly staleResults: number
  readonly staleWords: string
  readonly sentence: string
  readonly refused: string | null
}

/** The changes of look inside a bar, with where they lie. */
export function changesIn({ layout, cells }: ChangeView, assetId: string, { first, last }: BarSpan): ChangeHit[] {
  const records = recordsNow()
  const row = layout.rowOfAsset.get(assetId)
  const found: ChangeHit[] = []
  for (let slot = first; row !== undefined && slot <= last; slot++) {
    const { shot } = layout.axis.slots[slot]!
    const instanceId = cells.cell(shot.id, assetId)?.instanceId
    for (const change of records.list('transformationsOfShot', shot.id))
      if (change.sceneAssetInstanceId === instanceId && change.at !== null && !change.suspended)
        found.push({ change, assetId, row, x: pxOf(layout.axis, { slot, at: change.at }) })
  }
  return found
}

/** Works out what moving a change of look would do; it stays inside a shot. */
export function draftOfChange({ layout }: ChangeView, { changeId, assetId, slot, at }: ChangeMove): ChangeDraft {
  const records = recordsNow()
  const { shot } = layout.axis.slots[slot]!
  const frames = shot.durationFrames
  const frame = Math.min(frames - 1, Math.max(1, Math.round(at * frames)))
  const change = records.must('transformations', changeId)
  const input: SetChange = {
    transformationId: change.id,
    sceneAssetInstanceId: change.sceneAssetInstanceId,
    kind: 'within_shot',
    shotId: shot.id,
    at: frames > 1 ? frame / frames : 0.5,
    fromLookId: change.fromLookId,
    toLookId: change.toLookId,
    carries: change.carries,
  }
  const place = { row: layout.rowOfAsset.get(assetId) ?? 0, x: pxOf(layout.axis, { slot, at: input.at! }) }
  const outcome = preview('transformation.set', input)
  if (outcome instanceof Refusal) {
    const nothing = { staleShots: new Set<string>(), staleResults: 0, staleWords: '' }
    return { input, ...place, ...nothing, sentence: outcome.message, refused: outcome.message }
  }
  const name = records.must('assets', assetId).name
  const look = change.toLookId === null ? 'its look' : (records.get('looks', change.toLookId)?.name ?? 'another look')
  return {
    input,
    ...place,
    staleShots: outcome.staleShots,
    staleResults: outcome.staleResults,
    staleWords: upperFirst(staleWords(outcome)),
    sentence: `${name} changes to ${look} ${whereWords(records, shot.id, input.at!)}, ${percentText(input.at!)}.`,
    refused: null,
  }
}
