import { create } from 'zustand'
import { findingsFrom, notesOf, type ContinuityNote } from '@shared/domain/continuity/continuity'
import type { Finding } from '@shared/domain/continuity/finding'
import { scenesInOrder, shotsOfScene } from '@shared/domain/lookup'
import type { Shot } from '@shared/model/shot'
import type { RecordStore } from '@shared/records/recordStore'
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

interface Entry {
  readonly version: number
  readonly findings: readonly Finding[]
}

/** What is found about a shot can depend on these; of them, wide tables count as a whole. */
const tables = [
  'project',
  'assets',
  'looks',
  'scenes',
  'transformations',
  'sceneAssetInstances',
  'takeChoices',
  'takePlaces',
  'media',
] as const
const ofShot = (id: string) => [
  `shots:${id}`,
  `assignmentsOfShot:${id}`,
  `blockingsOfShot:${id}`,
  `seamsFrom:${id}`,
  `takesMadeFor:${id}/startFrame`,
  `takesMadeFor:${id}/endFrame`,
]

function versionOf(records: RecordStore, shot: Shot, next: Shot | undefined): number {
  let version = 0
  for (const key of [...tables, `shotsOfScene:${shot.sceneId}`, ...ofShot(shot.id), ...(next ? ofShot(next.id) : [])])
    version = Math.max(version, records.version(key))
  return version
}

/** Findings of every shot, each worked out again only when something of it or of the shot behind it changed. */
export class FindingsByShot {
  private readonly entries = new Map<string, Entry>()

  constructor(private readonly records: RecordStore) {}

  /** One step for each shot of the story; answers how many were looked at anew. */
  *bringUpToDate(): Generator<void, number> {
    let looked = 0
    for (const scene of scenesInOrder(this.records)) {
      const shots = shotsOfScene(this.records, scene.id)
      for (const [i, shot] of shots.entries()) {
        if (this.look(shot, shots[i + 1])) looked++
        yield
      }
    }
    return looked
  }

  /** What is known, in story order. */
  *all(): Iterable<Finding> {
    for (const scene of scenesInOrder(this.records))
      for (const shot of shotsOfScene(this.records, scene.id)) yield* this.entries.get(shot.id)?.findings ?? []
  }

  private look(shot: Shot, next: Shot | undefined): boolean {
    const version = versionOf(this.records, shot, next)
    if (this.entries.get(shot.id)?.version === version) return false
    this.entries.set(shot.id, { version, findings: findingsFrom(this.records, shot, next) })
    return true
  }
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

/** A pause in editing before anything is looked at, and the longest stretch of work in one go. */
const pauseMs = 200
const sliceMs = 6

/** Follows the project in idle time; call once. */
export function followContinuity(): () => void {
  let found = new FindingsByShot(useProject.getState().records)
  let timer: ReturnType<typeof setTimeout> | undefined
  let round = 0
  const idle = (work: () => void) =>
    typeof requestIdleCallback === 'function' ? requestIdleCallback(work) : setTimeout(work, 0)
  const start = () => {
    const mine = ++round
    const steps = found.bringUpToDate()
    const slice = () => {
      if (mine !== round) return
      const until = performance.now() + sliceMs
      while (performance.now() < until) {
        if (!steps.next().done) continue
        const notes = notesOf(useProject.getState().records, found.all())
        useContinuity.setState({ notes, atCut: cutsOf(notes) })
        return
      }
      idle(slice)
    }
    idle(slice)
  }
  const later = () => {
    round++
    clearTimeout(timer)
    timer = setTimeout(start, pauseMs)
  }
  later()
  return useProject.subscribe((state, before) => {
    if (state.epoch !== before.epoch) {
      found = new FindingsByShot(state.records)
      useContinuity.setState(nothing)
    }
    if (state.revision !== before.revision || state.epoch !== before.epoch) later()
  })
}
