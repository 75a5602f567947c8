import { create } from 'zustand'
import { allFindings, findingsFrom, notesInSteps, type ContinuityNote } from '@shared/domain/continuity/continuity'
import { shotIdsInOrder } from '@shared/domain/lookup'
import type { RecordStore } from '@shared/records/recordStore'
import { IdleWork } from '../idleWork'
import { useProject } from '../projectStore'

interface Continuity {
  /** Of the whole story, in story order. */
  readonly notes: readonly ContinuityNote[]
  /** What speaks of an asset at a cut, by `assetId/shotId` of the shot behind it. */
  readonly atCut: ReadonlyMap<string, ContinuityNote>
}

const nothing: Continuity = { notes: [], atCut: new Map() }

/** The continuity notes of the story, as last worked out. */
export const useContinuity = create<Continuity>(() => nothing)

/** Works out the notes of the story in small steps, one for each shot and some to join them; costs what changed since the last time. */
export function* workOutNotes(records: RecordStore): Generator<void, readonly ContinuityNote[]> {
  for (const shotId of shotIdsInOrder(records)) {
    findingsFrom(records, shotId)
    yield
  }
  return yield* notesInSteps(records, allFindings(records))
}

function cutsOf(notes: readonly ContinuityNote[]): Map<string, ContinuityNote> {
  const atCut = new Map<string, ContinuityNote>()
  for (const note of notes) {
    const after = note.shotIds[1]
    if (after !== undefined && ['EXITS_BUT_PRESENT', 'PRESENT_BUT_ENTERS', 'SIDES_SWAPPED'].includes(note.code))
      for (const assetId of note.assetIds) atCut.set(`${assetId}/${after}`, note)
  }
  return atCut
}

/** Follows the project in pauses of editing; call once. Answers how to stop. */
export function followContinuity(): () => void {
  const work = new IdleWork(
    () => workOutNotes(useProject.getState().records),
    (notes) => useContinuity.setState({ notes, atCut: cutsOf(notes) }),
    { pauseMs: 200, sliceMs: 6, patienceMs: 1000 },
  )
  work.start()
  const unsubscribe = useProject.subscribe((state, before) => {
    if (state.epoch !== before.epoch) useContinuity.setState(nothing)
    if (state.revision !== before.revision || state.epoch !== before.epoch) work.start()
  })
  return () => {
    unsubscribe()
    work.stop()
  }
}
