import { scenesInOrder, shotsOfScene } from '@shared/domain/lookup'
import type { StoryClock } from '@shared/domain/time/storyClock'
import type { Scene } from '@shared/model/scene'
import type { Shot } from '@shared/model/shot'
import type { ReadRecords } from '@shared/records/recordStore'

/** A shot's place on an axis. */
export interface Slot {
  readonly shot: Shot
  readonly scene: Scene
  readonly firstOfScene: boolean
  readonly lastOfScene: boolean
}

/** The slots of a scene, first and last inclusive. */
export interface SceneSpan {
  readonly scene: Scene
  readonly first: number
  readonly last: number
}

/**
 * Where shots lie from left to right, in pixels of the body (right of the lane heads). Columns of one width are an axis, and so is time: what
 * paints bars and drags their ends asks only this.
 */
export interface Axis {
  readonly slots: readonly Slot[]
  readonly scenes: readonly SceneSpan[]
  readonly slotOfShot: ReadonlyMap<string, number>
  readonly width: number
  leftOf(slot: number): number
  widthOf(slot: number): number
  /** The last slot that begins at or before a pixel; -1 before the first. */
  at(px: number): number
  /** The slots that a stretch of pixels touches, first and last inclusive. */
  visible(from: number, length: number): { first: number; last: number }
}

/** An axis of shots. @param place how wide a slot is, and the gap before it */
function axisOf(slots: readonly Slot[], place: (slot: Slot, index: number) => { width: number; gap: number }): Axis {
  const lefts: number[] = []
  const widths: number[] = []
  const scenes: { scene: Scene; first: number; last: number }[] = []
  const slotOfShot = new Map<string, number>()
  let left = 0
  slots.forEach((slot, i) => {
    const { width, gap } = place(slot, i)
    left += gap
    lefts.push(left)
    widths.push(width)
    left += width
    slotOfShot.set(slot.shot.id, i)
    if (slot.firstOfScene) scenes.push({ scene: slot.scene, first: i, last: i })
    scenes.at(-1)!.last = i
  })
  return {
    slots,
    scenes,
    slotOfShot,
    width: left,
    leftOf: (slot) => lefts[slot]!,
    widthOf: (slot) => widths[slot]!,
    at: (px) => indexAt(lefts, px),
    visible: (from, length) => visibleRange(lefts, from, length),
  }
}

/** The shots of scenes in story order. @param within only this scene */
export function slotsOf(records: ReadRecords, within: string | null = null): Slot[] {
  return scenesInOrder(records)
    .filter((scene) => within === null || scene.id === within)
    .flatMap((scene) =>
      shotsOfScene(records, scene.id).map((shot, i, shots) => ({
        shot,
        scene,
        firstOfScene: i === 0,
        lastOfScene: i === shots.length - 1,
      })),
    )
}

/** Shots as columns of one width, a gap before each scene but the first. Pixels. */
export function columnAxis(slots: readonly Slot[], width: number, sceneGap: number): Axis {
  return axisOf(slots, (slot, i) => ({ width, gap: i > 0 && slot.firstOfScene ? sceneGap : 0 }))
}

/** Shots as the story clock has them, a pixel a frame. @param slots those of the clock */
export function frameAxis(slots: readonly Slot[], clock: StoryClock): Axis {
  const shots = [...clock.shotsFrom(0)]
  let end = 0
  return axisOf(slots, (_, i) => {
    const { start, frames } = shots[i]!
    const gap = start - end
    end = start + frames
    return { width: frames, gap }
  })
}

/** An axis so many times as wide: what a zoom makes of it, whatever its length. */
export function scaledAxis(axis: Axis, by: number): Axis {
  return {
    ...axis,
    width: axis.width * by,
    leftOf: (slot) => axis.leftOf(slot) * by,
    widthOf: (slot) => axis.widthOf(slot) * by,
    // The left edge of a slot belongs to it, however it was rounded.
    at: (px) => axis.at(px / by + 1e-6),
    visible: (from, length) => axis.visible(from / by, length / by),
  }
}

/** The same shots with other lengths, laid end to end: how it will be after a cut has moved. @param lengths frames by shot; others keep theirs */
export function retimedAxis(axis: Axis, lengths: ReadonlyMap<string, number>, pxPerFrame: number): Axis {
  const slots = axis.slots.map((slot) => {
    const durationFrames = lengths.get(slot.shot.id)
    return durationFrames === undefined ? slot : { ...slot, shot: { ...slot.shot, durationFrames } }
  })
  return axisOf(slots, ({ shot }) => ({ width: shot.durationFrames * pxPerFrame, gap: 0 }))
}

/** Index of the last position at or before a pixel; -1 before the first. Positions ascend. */
export function indexAt(positions: readonly number[], px: number): number {
  let low = 0
  let high = positions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (positions[middle]! <= px) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The rows or columns that a stretch of pixels touches, first and last inclusive. */
export function visibleRange(
  positions: readonly number[],
  from: number,
  length: number,
): { first: number; last: number } {
  return { first: Math.max(0, indexAt(positions, from)), last: indexAt(positions, from + length) }
}
