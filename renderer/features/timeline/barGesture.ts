import { Refusal } from '@shared/records/refusal'
import { counted, upperFirst } from '@shared/language/unitWords'
import type { MovedBar } from '@shared/domain/presence/moveBars'
import type { Change } from '@shared/records/change'
import type { RecordStore } from '@shared/records/recordStore'
import type { CommandInputs } from '@shared/ipc/inputSchemas'
import { preview, staleWords } from '../../app/preview'
import { recordsNow } from '../../app/projectStore'
import { draftCells, whereWords } from '../../lanes/edgeDraft'
import type { DraftCells } from '../../lanes/paint/lanePaint'
import { pxOf, type PlaceOnAxis } from '../../lanes/snap'
import type { TimelineLayout } from './timelineLayout'

/** What is done to whole bars: one is moved, several are (or an end of each), or one is made from a place to another. */
export type BarGesture =
  | { readonly kind: 'several'; readonly assetId: string; readonly input: CommandInputs['assignment.moveBars'] }
  | {
      readonly kind: 'move'
      readonly assetId: string
      readonly input: CommandInputs['assignment.moveBar']
    }
  | { readonly kind: 'new'; readonly assetId: string; readonly from: PlaceOnAxis; readonly to: PlaceOnAxis }

/** What it would do: drawn dashed, said in one sentence, sent on release. */
export interface BarDraft {
  readonly gesture: BarGesture
  readonly cells: DraftCells
  readonly staleShots: ReadonlySet<string>
  readonly sentence: string
  readonly staleResults: number
  readonly staleWords: string
  /** Where the bar would begin, in body pixels. */
  readonly x: number | null
  readonly refused: string | null
  /** Of several: how far each went, and where it is then. */
  readonly moved: readonly MovedBar[]
}

/** The cells of a new bar. */
export function cellsOfNewBar(
  { axis }: TimelineLayout,
  assetId: string,
  from: PlaceOnAxis,
  to: PlaceOnAxis,
): CommandInputs['assignment.setMany']['cells'] {
  const cells = []
  for (let slot = from.slot; slot <= to.slot; slot++) {
    const enterAt = slot === from.slot ? from.at : 0
    const exitAt = slot === to.slot ? to.at : 1
    if (exitAt > enterAt) cells.push({ shotId: axis.slots[slot]!.shot.id, assetId, enterAt, exitAt })
  }
  return cells
}

/** Works out what a gesture would do. */
export function draftOfGesture(layout: TimelineLayout, gesture: BarGesture): BarDraft {
  const records = recordsNow()
  const nothing = {
    gesture,
    cells: new Map(),
    staleShots: new Set<string>(),
    staleResults: 0,
    staleWords: '',
    x: null,
    moved: [],
  }
  const refused = (sentence: string): BarDraft => ({ ...nothing, sentence, refused: sentence })
  const name = records.must('assets', gesture.assetId).name
  if (gesture.kind === 'several') return draftOfSeveral(gesture)
  const taken = gesture.kind === 'new' ? takenShot(layout, gesture) : null
  if (taken !== null) return refused(`Not added: ${name} is in shot ${taken} already.`)
  const outcome =
    gesture.kind === 'move'
      ? preview('assignment.moveBar', gesture.input)
      : preview('assignment.setMany', { cells: cellsOfNewBar(layout, gesture.assetId, gesture.from, gesture.to) })
  if (outcome instanceof Refusal) return refused(outcome.message)
  const cells = draftCells(records, outcome.change, gesture.assetId)
  const covered = [...cells]
    .flatMap(([key, stay]) => (stay ? [{ slot: layout.axis.slotOfShot.get(key.split('/')[0]!)!, ...stay }] : []))
    .toSorted((a, b) => a.slot - b.slot)
  const [first, last] = [covered[0], covered.at(-1)]
  const shot = (slot: number) => layout.axis.slots[slot]!.shot.id
  const what =
    gesture.kind === 'new'
      ? name
      : `${name}, ${counted(Math.abs(gesture.input.byFrames), 'frame')} ${gesture.input.byFrames < 0 ? 'earlier' : 'later'},`
  const sentence =
    first && last
      ? `${what} enters ${whereWords(records, shot(first.slot), first.enterAt)}, leaves ${whereWords(records, shot(last.slot), last.exitAt)}.`
      : `${name} stays where it is.`
  return {
    gesture,
    cells,
    staleShots: outcome.staleShots,
    staleResults: outcome.staleResults,
    staleWords: upperFirst(staleWords(outcome)),
    sentence,
    x: first ? pxOf(layout.axis, { slot: first.slot, at: first.enterAt }) : null,
    refused: null,
    moved: [],
  }
}

/** What moving several bars would do; those that stop before are named. */
function draftOfSeveral(gesture: BarGesture & { kind: 'several' }): BarDraft {
  const records = recordsNow()
  const { input } = gesture
  const outcome = preview('assignment.moveBars', input)
  const nothing = { gesture, cells: new Map(), staleShots: new Set<string>(), staleResults: 0, staleWords: '', x: null }
  if (outcome instanceof Refusal) return { ...nothing, sentence: outcome.message, refused: outcome.message, moved: [] }
  const moved = outcome.answer as readonly MovedBar[]
  const what = { enter: 'entrance', exit: 'exit', bar: 'bar' }[input.edge ?? 'bar']
  const way = input.byFrames < 0 ? 'earlier' : 'later'
  const stopped = moved.filter((bar) => bar.byFrames !== input.byFrames)
  const stops = stopped
    .slice(0, 3)
    .map((bar) => `${records.must('assets', bar.assetId).name} stops at ${Math.abs(bar.byFrames)}`)
  const more = stopped.length > 3 ? [`${counted(stopped.length - 3, 'more stops', 'more stop')} before`] : []
  return {
    gesture,
    cells: new Map(
      [...new Set(moved.map((bar) => bar.assetId))].flatMap((assetId) => [
        ...draftCells(records, ofAsset(records, outcome.change, assetId), assetId),
      ]),
    ),
    staleShots: outcome.staleShots,
    staleResults: outcome.staleResults,
    staleWords: upperFirst(staleWords(outcome)),
    sentence: `${[`${counted(moved.length, what)}, ${counted(Math.abs(input.byFrames), 'frame')} ${way}`, ...stops, ...more].join('; ')}.`,
    x: null,
    refused: null,
    moved,
  }
}

/** The part of a change that is about the assignments of one asset. */
function ofAsset(records: RecordStore, change: Change, assetId: string): Change {
  const isOf = (instanceId: string) =>
    (records.get('sceneAssetInstances', instanceId) ?? change.added.sceneAssetInstances?.[instanceId])?.assetId ===
    assetId
  const only = <T>(all: Readonly<Record<string, T>> | undefined, instanceOf: (id: string, entry: T) => string) =>
    Object.fromEntries(Object.entries(all ?? {}).filter(([id, entry]) => isOf(instanceOf(id, entry))))
  return {
    added: { assignments: only(change.added.assignments, (_, a) => a.sceneAssetInstanceId) },
    updated: {
      assignments: only(change.updated.assignments, (id) => records.get('assignments', id)?.sceneAssetInstanceId ?? ''),
    },
    removed: { assignments: only(change.removed.assignments, (_, a) => a.sceneAssetInstanceId) },
  }
}

/** The number of the first shot between two places that the asset is in already. */
function takenShot({ axis }: TimelineLayout, { assetId, from, to }: BarGesture & { kind: 'new' }): string | null {
  const records = recordsNow()
  for (let slot = from.slot; slot <= to.slot; slot++) {
    if (slot === to.slot && to.at === 0 && to.slot !== from.slot) continue
    const { shot } = axis.slots[slot]!
    const there = records
      .list('assignmentsOfShot', shot.id)
      .some((a) => records.get('sceneAssetInstances', a.sceneAssetInstanceId)?.assetId === assetId)
    if (there) return shot.number
  }
  return null
}
