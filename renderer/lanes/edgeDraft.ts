import { plural, secondsText, upperFirst } from '@shared/language/unitWords'
import { Refusal } from '@shared/records/refusal'
import type { Change } from '@shared/records/change'
import { framesToSeconds } from '@shared/domain/time/frames'
import { projectOf } from '@shared/domain/lookup'
import type { RecordStore } from '@shared/records/recordStore'
import type { CommandInputs } from '@shared/ipc/inputSchemas'
import { preview, staleWords } from '../app/preview'
import type { CellRef } from '../app/viewStore'
import type { BarEnd } from './barEnds'
import type { CellIndex } from './cellIndex'
import type { Lanes } from './lanes'
import type { DraftCells } from './paint/lanePaint'
import { placeOfFrame, pxOf, type PlaceOnAxis } from './snap'

export type MoveEdge = CommandInputs['assignment.moveEdge']

/** A bar's end and where it goes. */
export interface EdgeTarget extends PlaceOnAxis {
  readonly end: BarEnd
}

/** What a drag of a bar end would do: drawn dashed, said in one sentence, sent on release. */
export interface EdgeDraft {
  readonly input: MoveEdge
  readonly cells: DraftCells
  readonly staleShots: ReadonlySet<string>
  /** Body pixels where the end would stand. */
  readonly x: number
  readonly row: number
  readonly sentence: string
  /** Shots that the asset would no longer be in. */
  readonly leaves: readonly string[]
  readonly staleResults: number
  /** How many results turn stale, in words. */
  readonly staleWords: string
  /** Why it cannot be, in one sentence; nothing happens on release then. */
  readonly refused: string | null
}

/** Works out what moving a bar's end would do. */
export function draftOf(records: RecordStore, lanes: Lanes, { end, slot, at }: EdgeTarget): EdgeDraft {
  const { axis } = lanes
  const input: MoveEdge = {
    sceneAssetInstanceId: end.instanceId,
    fromShotId: axis.slots[end.slot]!.shot.id,
    edge: end.edge,
    toShotId: axis.slots[slot]!.shot.id,
    at,
  }
  const base = { input, row: end.row, x: pxOf(axis, { slot, at }) }
  const outcome = preview('assignment.moveEdge', input)
  if (outcome instanceof Refusal)
    return {
      ...base,
      cells: new Map(),
      staleShots: new Set(),
      sentence: outcome.message,
      leaves: [],
      staleResults: 0,
      staleWords: '',
      refused: outcome.message,
    }
  return {
    ...base,
    cells: draftCells(records, outcome.change, end.assetId),
    staleShots: outcome.staleShots,
    staleResults: outcome.staleResults,
    staleWords: upperFirst(staleWords(outcome)),
    sentence: sentenceOf(records, lanes, end, input, outcome.change),
    leaves: Object.values(outcome.change.removed.assignments ?? {}).map((a) => a.shotId),
    refused: null,
  }
}

/** Where the end of the bar in a cell goes when it moves by frames; it walks over cuts like the mouse does. Null where there is no bar. */
export function nudged(
  lanes: Lanes,
  cells: CellIndex,
  { assetId, shotId }: CellRef,
  edge: 'enter' | 'exit',
  frames: number,
): EdgeTarget | null {
  const held = cells.cell(shotId, assetId)
  const slot = lanes.axis.slotOfShot.get(shotId)
  if (!held || slot === undefined) return null
  const now = edge === 'enter' ? held.assignment.enterAt : held.assignment.exitAt
  const row = lanes.rowOfAsset.get(assetId) ?? 0
  const from = Math.round(now * lanes.axis.slots[slot]!.shot.durationFrames)
  return {
    end: { row, slot, edge, assetId, instanceId: held.instanceId, x: 0 },
    ...placeOfFrame(lanes.axis, slot, from + frames),
  }
}

/** The cells of an asset that a change makes, moves or takes away. */
function draftCells(records: RecordStore, change: Change, assetId: string): DraftCells {
  const out = new Map<string, { enterAt: number; exitAt: number } | null>()
  for (const a of Object.values(change.removed.assignments ?? {})) out.set(`${a.shotId}/${assetId}`, null)
  for (const a of Object.values(change.added.assignments ?? {}))
    out.set(`${a.shotId}/${assetId}`, { enterAt: a.enterAt, exitAt: a.exitAt })
  for (const [id, [, after]] of Object.entries(change.updated.assignments ?? {})) {
    const before = records.get('assignments', id)
    if (before && ('enterAt' in after || 'exitAt' in after))
      out.set(`${before.shotId}/${assetId}`, { enterAt: before.enterAt, exitAt: before.exitAt, ...(after as object) })
  }
  return out
}

/** "Alice enters at 1.5 s in shot 4; no longer in shots 2, 3." */
function sentenceOf(records: RecordStore, { axis }: Lanes, end: BarEnd, input: MoveEdge, change: Change): string {
  const name = records.must('assets', end.assetId).name
  const shot = records.must('shots', input.toShotId)
  const { fps } = projectOf(records)
  const seconds = framesToSeconds(input.at * shot.durationFrames, fps)
  const where =
    input.at === 0
      ? `at the start of shot ${shot.number}`
      : input.at === 1
        ? `at the end of shot ${shot.number}`
        : `at ${secondsText(seconds)} in shot ${shot.number}`
  const place = (id: string) => axis.slotOfShot.get(id) ?? 0
  const numbers = (ids: string[]) =>
    ids
      .toSorted((a, b) => place(a) - place(b))
      .map((id) => records.get('shots', id)?.number ?? '')
      .filter(Boolean)
  const left = numbers(Object.values(change.removed.assignments ?? {}).map((a) => a.shotId))
  const joined = numbers(Object.values(change.added.assignments ?? {}).map((a) => a.shotId))
  const main = `${name} ${input.edge === 'enter' ? 'enters' : 'leaves'} ${where}`
  const extra = [
    left.length ? `no longer in ${shotWords(left)}` : '',
    joined.length ? `now in ${shotWords(joined)}` : '',
  ].filter(Boolean)
  return `${[main, ...extra].join('; ')}.`
}

const shotWords = (numbers: readonly string[]) => `${plural(numbers.length, 'shot')} ${numbers.join(', ')}`
