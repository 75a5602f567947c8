import { plural, secondsText, upperFirst } from '@shared/language/unitWords'
import { Refusal } from '@shared/records/refusal'
import type { Change } from '@shared/records/change'
import { framesToSeconds } from '@shared/domain/time/frames'
import { projectOf } from '@shared/domain/lookup'
import type { RecordStore } from '@shared/records/recordStore'
import type { CommandInputs } from '@shared/ipc/inputSchemas'
import { preview, staleWords } from '../../app/preview'
import type { BarEnd } from './hitTest'
import { indexAt, size, type MatrixLayout } from './matrixLayout'
import type { DraftCells } from './paint/matrixPaint'

export type MoveEdge = CommandInputs['assignment.moveEdge']

/** What a drag of a bar end would do: drawn dashed, said in one sentence, sent on release. */
export interface EdgeDraft {
  readonly input: MoveEdge
  readonly cells: DraftCells
  readonly staleShots: ReadonlySet<string>
  /** Body pixels where the end would stand. */
  readonly x: number
  readonly row: number
  readonly sentence: string
  readonly staleResults: number
  /** How many results turn stale, in words. */
  readonly staleWords: string
  /** Why it cannot be, in one sentence; nothing happens on release then. */
  readonly refused: string | null
}

const snapPx = 6

/** Where on the scene's shots a pixel lies: snapped to cuts unless Shift is held, and always to whole frames. */
function place(layout: MatrixLayout, sceneId: string, bodyX: number, free: boolean): { column: number; at: number } {
  const own = layout.scenes.find((s) => s.scene.id === sceneId)!
  const column = Math.min(own.last, Math.max(own.first, indexAt(layout.lefts, bodyX)))
  const left = layout.lefts[column]!
  const { durationFrames } = layout.columns[column]!.shot
  let at = Math.min(1, Math.max(0, (bodyX - left) / size.cell))
  if (!free && at * size.cell <= snapPx) at = 0
  else if (!free && (1 - at) * size.cell <= snapPx) at = 1
  else at = Math.round(at * durationFrames) / durationFrames
  return { column, at }
}

/** Works out the draft of a bar end at a pixel. */
export function draftEdge(
  records: RecordStore,
  layout: MatrixLayout,
  end: BarEnd,
  bodyX: number,
  free: boolean,
): EdgeDraft {
  const from = layout.columns[end.column]!
  const { column, at } = place(layout, from.scene.id, bodyX, free)
  const input: MoveEdge = {
    sceneAssetInstanceId: end.instanceId,
    fromShotId: from.shot.id,
    edge: end.edge,
    toShotId: layout.columns[column]!.shot.id,
    at,
  }
  return draftOf(records, layout, end, input)
}

export function draftOf(records: RecordStore, layout: MatrixLayout, end: BarEnd, input: MoveEdge): EdgeDraft {
  const column = layout.columnOfShot.get(input.toShotId) ?? end.column
  const base = { input, row: end.row, x: layout.lefts[column]! + input.at * size.cell }
  const outcome = preview('assignment.moveEdge', input)
  if (outcome instanceof Refusal)
    return {
      ...base,
      cells: new Map(),
      staleShots: new Set(),
      sentence: outcome.message,
      staleResults: 0,
      staleWords: '',
      refused: outcome.message,
    }
  const drafted = draftCells(records, outcome.change, end.assetId)
  return {
    ...base,
    cells: drafted,
    staleShots: outcome.staleShots,
    staleResults: outcome.staleResults,
    staleWords: upperFirst(staleWords(outcome)),
    sentence: sentenceOf(records, layout, end, input, outcome.change),
    refused: null,
  }
}

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
function sentenceOf(records: RecordStore, layout: MatrixLayout, end: BarEnd, input: MoveEdge, change: Change): string {
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
  const place = (id: string) => layout.columnOfShot.get(id) ?? 0
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
