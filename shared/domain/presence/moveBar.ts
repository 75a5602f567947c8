import type { Shot } from '../../model/shot'
import type { Draft } from '../../records/draft'
import { Refusal } from '../../records/refusal'
import { assignmentOf, existingInstance, livingAsset, shotsOfScene, storyShot } from '../lookup'
import { barOf, moveEdge } from './moveEdge'

export interface MoveBarInput {
  sceneAssetInstanceId: string
  /** Any shot of the bar. */
  fromShotId: string
  /** How much later; negative is earlier. */
  byFrames: number
}

/**
 * `assignment.moveBar`: takes a whole bar earlier or later in its scene, across cuts too, in one step (domain.md 1.12). Its length stays.
 * @throws Refusal BAR_LEAVES_SCENE, BAR_IN_THE_WAY, OTHER_SCENE, NOT_IN_SHOT and those of `moveEdge`
 */
export function moveBar(draft: Draft, { sceneAssetInstanceId, fromShotId, byFrames }: MoveBarInput): void {
  const from = storyShot(draft, fromShotId)
  const instance = existingInstance(draft, sceneAssetInstanceId)
  const asset = livingAsset(draft, instance.assetId)
  if (instance.sceneId !== from.sceneId) throw new Refusal('OTHER_SCENE', { shot: from.number })
  const shots = shotsOfScene(draft, from.sceneId)
  const index = shots.findIndex((s) => s.id === from.id)
  const bar = barOf(draft, shots, instance.id, index)
  if (!bar) throw new Refusal('NOT_IN_SHOT', { asset: asset.name, shot: from.number })
  if (byFrames === 0) return
  const starts = startsOf(shots)
  const at = (i: number) => assignmentOf(draft, shots[i]!.id, instance.id)
  const frameOf = (i: number, fraction: number) => starts[i]! + fraction * shots[i]!.durationFrames
  const enter = frameOf(bar.first, at(bar.first)!.enterAt) + byFrames
  const exit = frameOf(bar.last, at(bar.last)!.exitAt) + byFrames
  const end = frameOf(shots.length - 1, 1)
  if (enter < -touching || exit > end + touching) throw new Refusal('BAR_LEAVES_SCENE', { asset: asset.name })
  shots.forEach((shot, i) => {
    const other = i < bar.first || i > bar.last ? at(i) : undefined
    if (!other) return
    const apart = frameOf(i, other.exitAt) <= enter + touching || frameOf(i, other.enterAt) >= exit - touching
    if (!apart) throw new Refusal('BAR_IN_THE_WAY', { asset: asset.name, shot: shot.number })
  })
  const move = (edge: 'enter' | 'exit', fromIndex: number, frame: number) => {
    const to = placeOf(shots, starts, Math.min(end, Math.max(0, frame)), edge)
    moveEdge(draft, {
      sceneAssetInstanceId,
      fromShotId: shots[fromIndex]!.id,
      edge,
      toShotId: shots[to.index]!.id,
      at: to.at,
    })
  }
  // The edge ahead goes first, so that the bar is never shorter than nothing.
  if (byFrames > 0) {
    move('exit', bar.last, exit)
    move('enter', bar.last, enter)
  } else {
    move('enter', bar.first, enter)
    move('exit', bar.first, exit)
  }
}

/** Edges less than half a frame apart touch (domain.md 1.4). */
const touching = 0.5

/** The frame of the scene at which each shot begins. */
export function startsOf(shots: readonly Shot[]): number[] {
  let frame = 0
  return shots.map(({ durationFrames }) => {
    const start = frame
    frame += durationFrames
    return start
  })
}

/** The shot and fraction of a frame of the scene; on a cut an entrance opens the next shot and an exit closes the one before. */
export function placeOf(
  shots: readonly Shot[],
  starts: readonly number[],
  frame: number,
  edge: 'enter' | 'exit',
): { index: number; at: number } {
  let index = starts.findLastIndex((start) => (edge === 'enter' ? start <= frame + 1e-6 : start < frame - 1e-6))
  index = Math.max(0, index)
  return { index, at: Math.min(1, Math.max(0, (frame - starts[index]!) / shots[index]!.durationFrames)) }
}
