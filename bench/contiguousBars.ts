import { framesToSeconds } from '@shared/domain/time/frames'
import type { Change } from '@shared/records/change'

/** A stretch on stage, start and end in seconds of the film. */
export type Bar = readonly [start: number, end: number]

/** What the timeline shows of a project that is one change: the bars of each asset, those over a cut joined, the assets in their order. */
export function contiguousBars({ added }: Change): { bars: Bar[][]; lanes: number; seconds: number } {
  const order = (a: { orderKey: string }, b: { orderKey: string }) => (a.orderKey < b.orderKey ? -1 : 1)
  const shotsOf = grouped(Object.values(added.shots ?? {}), (shot) => shot.sceneId)
  const shots = Object.values(added.scenes ?? {})
    .sort(order)
    .flatMap(({ id }) => (shotsOf.get(id) ?? []).sort(order))
  const assets = Object.keys(added.assets ?? {})
  const assetOf = new Map(Object.values(added.sceneAssetInstances ?? {}).map(({ id, assetId }) => [id, assetId]))
  const inShot = grouped(Object.values(added.assignments ?? {}), (one) => one.shotId)
  const lanes = new Map(assets.map((id): [string, [number, number][]] => [id, []]))
  let at = 0
  for (const { id, durationFrames } of shots) {
    for (const { sceneAssetInstanceId, enterAt, exitAt } of inShot.get(id) ?? []) {
      const lane = lanes.get(assetOf.get(sceneAssetInstanceId)!)!
      const [start, end] = [at + enterAt * durationFrames, at + exitAt * durationFrames]
      const last = lane.at(-1)
      if (last?.[1] === start) last[1] = end
      else lane.push([start, end])
    }
    at += durationFrames
  }
  const seconds = (frames: number) => framesToSeconds(frames, { num: 24, den: 1 })
  return {
    bars: [...lanes.values()].map((lane) => lane.map(([start, end]) => [seconds(start), seconds(end)] as const)),
    lanes: assets.length,
    seconds: seconds(at),
  }
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}
