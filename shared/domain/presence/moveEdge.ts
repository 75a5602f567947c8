import { presenceOf, type Assignment, type FrameSide } from '../../model/assignment'
import type { Shot } from '../../model/shot'
import type { Draft } from '../../records/draft'
import type { ReadRecords } from '../../records/recordStore'
import { Refusal } from '../../records/refusal'
import { assignmentOf, existingInstance, livingAsset, shotsOfScene, storyShot } from '../lookup'
import { warnOfCrossings } from './crossings'
import { rememberTimes, snappedByUser, snapToCuts, touches } from './presenceTimes'
import { takeOutOfShot } from './removeAssignment'
import { addAssignment } from './setAssignment'

export interface MoveEdgeInput {
  sceneAssetInstanceId: string
  /** Any shot of the bar. */
  fromShotId: string
  edge: 'enter' | 'exit'
  toShotId: string
  /** Fraction of the target shot. */
  at: number
}

/** A bar: touching intervals of one asset across the cuts of one scene; positions count the scene's shots. */
export interface Bar {
  readonly first: number
  readonly last: number
}

/** The bar that an assignment belongs to (domain.md 1). */
export function barOf(store: ReadRecords, shots: readonly Shot[], instanceId: string, index: number): Bar | null {
  const at = (i: number) => (shots[i] ? assignmentOf(store, shots[i].id, instanceId) : undefined)
  if (!at(index)) return null
  let first = index
  let last = index
  while (at(first)?.enterAt === 0 && at(first - 1)?.exitAt === 1) first--
  while (at(last)?.exitAt === 1 && at(last + 1)?.enterAt === 0) last++
  return { first, last }
}

/** An edge on a cut belongs to the shot that it bounds: an entrance at 1 is the next shot's 0, an exit at 0 the previous shot's 1. */
function normalise(
  shots: readonly Shot[],
  index: number,
  at: number,
  edge: 'enter' | 'exit',
): { index: number; at: number } {
  const frame = 1 / shots[index]!.durationFrames
  const near = (cut: number) => Math.abs(at - cut) < frame - 1e-9
  if (edge === 'enter' && near(1) && !near(0) && index + 1 < shots.length) return { index: index + 1, at: 0 }
  if (edge === 'exit' && near(0) && !near(1) && index > 0) return { index: index - 1, at: 1 }
  return { index, at }
}

/**
 * `assignment.moveEdge`: drags where a bar begins or ends, across cuts too, in one step (domain.md 1). Shots it no longer covers lose
 * the assignment, newly covered ones get throughout, a bar it meets is joined. The edge brings its side and its action text along.
 * @throws Refusal SPLIT_NEEDED, EDGE_CROSSED, OTHER_SCENE, NOT_IN_SHOT, EMPTY_INTERVAL
 */
export function moveEdge(draft: Draft, input: MoveEdgeInput): void {
  const from = storyShot(draft, input.fromShotId)
  const target = storyShot(draft, input.toShotId)
  const instance = existingInstance(draft, input.sceneAssetInstanceId)
  const asset = livingAsset(draft, instance.assetId)
  if (instance.sceneId !== from.sceneId) throw new Refusal('OTHER_SCENE', { shot: from.number })
  if (target.sceneId !== from.sceneId) throw new Refusal('OTHER_SCENE', { shot: target.number })
  const shots = shotsOfScene(draft, from.sceneId)
  const bar = barOf(
    draft,
    shots,
    instance.id,
    shots.findIndex((s) => s.id === from.id),
  )
  if (!bar) throw new Refusal('NOT_IN_SHOT', { asset: asset.name, shot: from.number })
  const at = (i: number) => assignmentOf(draft, shots[i]!.id, instance.id)
  const enter = input.edge === 'enter'
  const to = normalise(
    shots,
    shots.findIndex((s) => s.id === target.id),
    input.at,
    input.edge,
  )
  const anchor = enter ? bar.last : bar.first
  const edgeIndex = enter ? bar.first : bar.last
  const crossed = enter
    ? to.index > anchor || (to.index === anchor && to.at >= at(anchor)!.exitAt)
    : to.index < anchor || (to.index === anchor && to.at <= at(anchor)!.enterAt)
  if (crossed) throw new Refusal('EDGE_CROSSED', { asset: asset.name })

  const edgeShot = at(edgeIndex)!
  const words = { side: enter ? edgeShot.enterFrom : edgeShot.exitTo, action: edgeShot.action }
  const step = enter ? 1 : -1
  const shrinks = (to.index - edgeIndex) * step > 0
  const reached = to.index !== edgeIndex && !shrinks
  const met = reached ? at(to.index) : undefined
  if (shrinks) for (let i = edgeIndex; i !== to.index; i += step) takeOutOfShot(draft, at(i)!)
  else if (reached) {
    cover(draft, shots[edgeIndex]!, instance.id, enter ? { enterAt: 0 } : { exitAt: 1 })
    for (let i = edgeIndex - step; i !== to.index; i -= step)
      cover(draft, shots[i]!, instance.id, { enterAt: 0, exitAt: 1 })
  }
  setEdge(draft, shots[to.index]!, instance.id, asset.name, enter, to.at, reached)
  // A joined bar ends where the other one did, with that one's words.
  const joined = met !== undefined && (enter ? met.enterAt < to.at : met.exitAt > to.at)
  if (to.index !== edgeIndex && !joined) bringWords(draft, at(edgeIndex), at(to.index), enter, words)
}

/** Side and action text go with the edge, as in a merge (domain.md 8); the action stays where its shot still has another edge. */
function bringWords(
  draft: Draft,
  left: Assignment | undefined,
  reached: Assignment | undefined,
  enter: boolean,
  { side, action }: { side: FrameSide | null; action: string },
): void {
  if (!reached) return
  const sideOf = (to: FrameSide | null) => (enter ? { enterFrom: to } : { exitTo: to })
  const goes = left === undefined || left.presence === 'throughout'
  if (left) draft.update('assignments', left.id, { ...sideOf(null), ...(goes ? { action: '' } : {}) })
  draft.update('assignments', reached.id, {
    ...(side === null ? {} : sideOf(side)),
    ...(goes && !reached.action ? { action } : {}),
  })
}

/** Widens an assignment to the given edges, or makes it. */
function cover(draft: Draft, shot: Shot, instanceId: string, edges: { enterAt?: number; exitAt?: number }): void {
  const current = assignmentOf(draft, shot.id, instanceId)
  const enterAt = edges.enterAt ?? current?.enterAt ?? 0
  const exitAt = edges.exitAt ?? current?.exitAt ?? 1
  const presence = presenceOf(enterAt, exitAt)!
  if (current) draft.update('assignments', current.id, { enterAt, exitAt, presence, origin: 'user' })
  else addAssignment(draft, shot.id, instanceId, { presence, enterAt, exitAt, ...plain })
}

const plain = { enterFrom: null, exitTo: null, action: '', rank: null, origin: 'user', evidence: null } as const

/** Writes the moved edge into its shot. `reached`: the bar came from a neighbour and covers the shot from the cut on. */
function setEdge(
  draft: Draft,
  shot: Shot,
  instanceId: string,
  asset: string,
  enter: boolean,
  at: number,
  reached: boolean,
): void {
  const current: Assignment | undefined = assignmentOf(draft, shot.id, instanceId)
  // Only the edge that is dragged snaps (domain.md 1).
  const edges = { enter, exit: !enter }
  let interval: { enterAt: number; exitAt: number }
  if (!reached) interval = enter ? { enterAt: at, exitAt: current!.exitAt } : { enterAt: current!.enterAt, exitAt: at }
  else {
    interval = enter ? { enterAt: at, exitAt: 1 } : { enterAt: 0, exitAt: at }
    if (current) {
      const met = enter ? current.exitAt : current.enterAt
      const gap = enter ? met < at : met > at
      if (gap && !touches(met, at, shot.durationFrames)) throw new Refusal('SPLIT_NEEDED', { asset, shot: shot.number })
      interval = enter
        ? { enterAt: Math.min(at, current.enterAt), exitAt: 1 }
        : { enterAt: 0, exitAt: Math.max(at, current.exitAt) }
    }
    // Dropped within a frame of the cut it came over: nothing of this shot is covered.
    if (!snapToCuts(interval, shot.durationFrames, edges)) return
  }
  const { presence, enterAt, exitAt } = snappedByUser(draft, interval, shot.durationFrames, asset, shot.number, edges)
  const set = current
    ? draft.update('assignments', current.id, { presence, enterAt, exitAt, origin: 'user' })
    : addAssignment(draft, shot.id, instanceId, { presence, enterAt, exitAt, ...plain })
  if (at > 0 && at < 1 && (enter ? enterAt : exitAt) === at) rememberTimes(draft, presence, { enterAt, exitAt })
  warnOfCrossings(draft, [set])
}
