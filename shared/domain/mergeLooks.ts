import type { SceneAssetInstance } from '../model/asset'
import type { Draft } from '../records/draft'
import type { ReadRecords } from '../records/recordStore'
import { assignmentOf, instanceOf, instancesInStoryOrder, shotsOfScene } from './lookup'
import type { MergeConflict } from './mergeScenes'
import { resolveLook } from './resolveLook'

interface Side { readonly enterAt: number; readonly exitAt: number; readonly lookId: string }

/** One shot as it was before the merge: who of the two was in it, when, and in which look at its start. */
interface ShotPlan { readonly shotId: string; readonly into: Side | null; readonly from: Side | null; readonly ownEvents: boolean }
interface ScenePlan { readonly sceneId: string; readonly shots: readonly ShotPlan[] }
export type LookPlan = readonly ScenePlan[]

/** Notes how both assets look in every scene of the source, before anything is moved. */
export function planLooks(store: ReadRecords, intoId: string, fromId: string): LookPlan {
  return instancesInStoryOrder(store, fromId).map((from) => {
    const into = instanceOf(store, from.sceneId, intoId)
    const shots = shotsOfScene(store, from.sceneId).map((shot) => ({
      shotId: shot.id, into: into ? sideOf(store, into, shot.id) : null, from: sideOf(store, from, shot.id),
      ownEvents: store.list('eventsOfShot', shot.id).some((e) => e.kind === 'within_shot' && !e.suspended && (e.sceneAssetInstanceId === from.id || e.sceneAssetInstanceId === into?.id)),
    }))
    return { sceneId: from.sceneId, shots }
  })
}

function sideOf(store: ReadRecords, instance: SceneAssetInstance, shotId: string): Side | null {
  const assignment = assignmentOf(store, shotId, instance.id)
  if (!assignment) return null
  return { enterAt: assignment.enterAt, exitAt: assignment.exitAt, lookId: resolveLook(store, instance, { shotId, at: 'start' }).id }
}

/**
 * Walks each scene of the merged asset in order and makes a change of look only where the look in force would otherwise be wrong
 * (domain.md 8). @returns shots that now show a carried look
 */
export function writeLooks(draft: Draft, plan: LookPlan, intoId: string, mergeId: string, conflicts: MergeConflict[]): string[] {
  const carried: string[] = []
  for (const scene of plan) {
    const instance = instanceOf(draft, scene.sceneId, intoId)
    if (instance) new Walk(draft, scene, instance.id, mergeId, conflicts, carried).run()
  }
  return carried
}

class Walk {
  private hadBoth = false
  private seen = false
  /** The source's look arrived in an earlier shot with both. */
  private fromLookCarried = false

  constructor(private readonly draft: Draft, private readonly scene: ScenePlan, private readonly instanceId: string, private readonly mergeId: string, private readonly conflicts: MergeConflict[], private readonly carried: string[]) {}

  run(): void {
    this.scene.shots.forEach((shot, i) => {
      if (shot.into && shot.from) this.shotWithBoth(shot, shot.into, shot.from, i)
      else if (shot.from) this.start(i, shot.from.lookId)
      else if (shot.into && !this.hadBoth) this.start(i, shot.into.lookId)
      else if (shot.into) {
        if (this.inForce(i) !== shot.into.lookId) this.carried.push(shot.shotId)
      }
      if (shot.into ?? shot.from) this.seen = true
    })
  }

  private inForce(index: number, at: 'start' | 'end' = 'start'): string {
    return resolveLook(this.draft, this.draft.must('sceneAssetInstances', this.instanceId), { shotId: this.scene.shots[index]!.shotId, at }).id
  }

  /** Makes a look stand at a shot's start: by a change in the cut before it, before the first appearance by the instance's start look. */
  private start(index: number, lookId: string): void {
    const now = this.inForce(index)
    if (now === lookId) return
    const previous = this.scene.shots[index - 1]
    const hasEvents = this.draft.list('eventsOfInstance', this.instanceId).some((e) => !e.suspended)
    if (!previous || (!this.seen && !hasEvents)) this.draft.update('sceneAssetInstances', this.instanceId, { lookId })
    else this.event('between_shots', previous.shotId, null, now, lookId)
  }

  private event(kind: 'within_shot' | 'between_shots', shotId: string, at: number | null, fromLookId: string, toLookId: string): void {
    this.draft.add('transformations', {
      id: this.draft.newId(), sceneAssetInstanceId: this.instanceId, kind, shotId, at, fromLookId, toLookId, carries: 'scene', ordinal: this.draft.nextOrdinal('transformations'), suspended: '', mergeId: this.mergeId,
    })
  }

  /** Who enters first is changed from, at the other's entry; when the other leaves first, changed back. */
  private shotWithBoth(shot: ShotPlan, into: Side, from: Side, index: number): void {
    const carriedFrom = this.fromLookCarried && this.inForce(index) === from.lookId
    this.hadBoth = true
    if (shot.ownEvents) {
      // Existing changes win; the shot starts as whoever is there first.
      this.conflicts.push({ code: 'EVENT', shotId: shot.shotId, sceneId: this.scene.sceneId, message: `Shot ${this.draft.must('shots', shot.shotId).number} keeps its own changes of look.` })
      this.start(index, from.enterAt < into.enterAt ? from.lookId : into.lookId)
    } else if (into.enterAt !== from.enterAt) {
      const [first, other] = into.enterAt < from.enterAt ? [into, from] : [from, into]
      this.change(shot, index, first, other, other.enterAt)
      if (other.exitAt < first.exitAt) this.event('within_shot', shot.shotId, other.exitAt, other.lookId, first.lookId)
    } else if (into.exitAt !== from.exitAt) {
      const [leaver, stayer] = into.exitAt < from.exitAt ? [into, from] : [from, into]
      this.change(shot, index, leaver, stayer, leaver.exitAt)
    } else if (!carriedFrom) this.change(shot, index, into, from, (into.enterAt + into.exitAt) / 2)
    this.fromLookCarried = this.inForce(index, 'end') === from.lookId
  }

  private change(shot: ShotPlan, index: number, first: Side, other: Side, at: number): void {
    this.start(index, first.lookId)
    if (first.lookId !== other.lookId) this.event('within_shot', shot.shotId, at, first.lookId, other.lookId)
  }
}
