import type { Draft } from '../../records/draft'
import { Refusal } from '../../records/refusal'
import { assignmentOf, existingInstance, livingAsset, shotsOfScene, storyShot } from '../lookup'
import { moveBar, placeOf, startsOf } from './moveBar'
import { barOf, moveEdge } from './moveEdge'

export interface MoveBarsInput {
  bars: { sceneAssetInstanceId: string; fromShotId: string }[]
  /** How much later; negative is earlier. */
  byFrames: number
  /** Only this end of each. */
  edge?: 'enter' | 'exit' | undefined
}

/** How far a bar went, and a shot that it covers now. */
export interface MovedBar {
  readonly assetId: string
  readonly byFrames: number
  readonly shotId: string
}

/**
 * `assignment.moveBars`: several bars, or one end of each, as far earlier or later, in one step (domain.md 1.13). Each stops at its own limit: the
 * ends of its scene, a shot that holds another stay of the same asset, and for an end the frame before its bar is gone.
 * @throws Refusal BARS_HAVE_NO_ROOM when none can move, OTHER_SCENE, NOT_IN_SHOT
 */
export function moveBars(draft: Draft, { bars, byFrames, edge }: MoveBarsInput): MovedBar[] {
  const found = bars.map((bar) => placesOf(draft, bar))
  // Those ahead go first, so that bars of one lane do not stand in each other's way.
  const order = found.map((_, i) => i).toSorted((a, b) => Math.sign(byFrames) * (found[b]!.first - found[a]!.first))
  const moved: MovedBar[] = []
  for (const i of order) moved[i] = moveOne(draft, bars[i]!, byFrames, edge)
  if (byFrames !== 0 && moved.every((bar) => bar.byFrames === 0)) throw new Refusal('BARS_HAVE_NO_ROOM')
  return moved
}

function placesOf(draft: Draft, { sceneAssetInstanceId, fromShotId }: MoveBarsInput['bars'][number]) {
  const from = storyShot(draft, fromShotId)
  const instance = existingInstance(draft, sceneAssetInstanceId)
  const asset = livingAsset(draft, instance.assetId)
  if (instance.sceneId !== from.sceneId) throw new Refusal('OTHER_SCENE', { shot: from.number })
  const shots = shotsOfScene(draft, from.sceneId)
  const bar = barOf(
    draft,
    shots,
    instance.id,
    shots.findIndex((s) => s.id === from.id),
  )
  if (!bar) throw new Refusal('NOT_IN_SHOT', { asset: asset.name, shot: from.number })
  return { ...bar, shots, instance }
}

function moveOne(
  draft: Draft,
  bar: MoveBarsInput['bars'][number],
  byFrames: number,
  edge: 'enter' | 'exit' | undefined,
): MovedBar {
  const { shots, instance, first, last } = placesOf(draft, bar)
  const starts = startsOf(shots)
  const held = (i: number) => assignmentOf(draft, shots[i]!.id, instance.id)
  const frameOf = (i: number, at: number) => starts[i]! + at * shots[i]!.durationFrames
  const [enter, exit] = [frameOf(first, held(first)!.enterAt), frameOf(last, held(last)!.exitAt)]
  // The shots between the stays before and after are its own.
  let [from, to] = [first, last]
  while (from > 0 && !held(from - 1)) from--
  while (to < shots.length - 1 && !held(to + 1)) to++
  const least = edge === 'exit' ? enter + 1 - exit : frameOf(from, 0) - enter
  const most = edge === 'enter' ? exit - 1 - enter : frameOf(to, 1) - exit
  const by = Math.min(Math.max(0, Math.floor(most + slack)), Math.max(Math.min(0, Math.ceil(least - slack)), byFrames))
  const place = placeOf(shots, starts, (edge === 'exit' ? exit : enter) + by, edge ?? 'enter')
  const at = { sceneAssetInstanceId: instance.id, fromShotId: shots[first]!.id }
  if (by !== 0 && edge === undefined) moveBar(draft, { ...at, byFrames: by })
  else if (by !== 0 && edge) moveEdge(draft, { ...at, edge, toShotId: shots[place.index]!.id, at: place.at })
  return { assetId: instance.assetId, byFrames: by, shotId: shots[place.index]!.id }
}

/** Stays are fractions of shots; a frame that is there but for rounding counts. */
const slack = 1e-6
